//! A body of lines of text, such as a log, read while it is received.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::StatusCode;

use super::lines::{LineEnd, Lines};
use crate::response::from_response::{BodyMode, DecodeError, FromResponse, compressed};
use crate::response::reply::Reply;
use crate::stream::{BoxError, ByteStream};

/// The lines of a text, returned while the body is being received.
///
/// A line ends with LF or with CR and LF, which are not part of it; the last line may have no end. The stream ends after the
/// first error: a [`DecodeError`] that names a line that is not UTF-8, or the error that interrupted the exchange. A line must
/// not exceed 16 MiB.
///
/// ```
/// use rest_op::{Api, BoxError, Call, Client, TextLines, rest_op};
///
/// pub trait Pods: Api {
///     #[rest_op(GET, "/namespaces/<namespace>/pods/<name>/log?follow=true")]
///     fn log(&self, namespace: &str, name: &str) -> Call<TextLines>;
/// }
/// impl Pods for Client {}
///
/// async fn follow(client: &Client) -> Result<(), BoxError> {
///     let mut lines = client.log("default", "web-0").await?;
///     while let Some(line) = lines.next().await {
///         println!("{}", line?);
///     }
///     Ok(())
/// }
/// ```
pub struct TextLines(Lines);

impl TextLines {
    /// Reads the lines of a body.
    #[inline]
    pub fn new(body: ByteStream) -> Self {
        Self(Lines::new(body, LineEnd::Lf))
    }

    /// Returns the next line, or `None` at the end.
    #[inline]
    pub async fn next(&mut self) -> Option<Result<String, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl Stream for TextLines {
    type Item = Result<String, BoxError>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let lines = &mut self.0;
        let line = ready!(lines.poll_next(context)).map(|line| {
            let mut line = Vec::from(line?);
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            String::from_utf8(line).map_err(|error| {
                lines.close();
                let message = format!(
                    "it is not UTF-8: {}; use `ByteStream` as the result type",
                    error.utf8_error()
                );
                DecodeError::of_text(format!("line {}", lines.number()), message, error.as_bytes()).into()
            })
        });
        Poll::Ready(line)
    }
}

impl FromResponse for TextLines {
    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Streamed
    }

    #[inline]
    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        if let Some(compressed) = compressed(reply.headers()) {
            return Err(DecodeError::new(
                "content-encoding",
                format_args!("the response is {compressed}"),
                &reply,
            ));
        }
        Ok(Self::new(reply.into_stream()))
    }
}

impl fmt::Debug for TextLines {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TextLines(after line {})", self.0.number())
    }
}
