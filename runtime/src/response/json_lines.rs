//! JSON Lines: one JSON value a line, read while the body is received.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::events;
use super::lines::{LineEnd, Lines};
use crate::format::json;
use crate::request::header::media_type;
use crate::response::from_response::{BodyMode, DecodeError, FromResponse, compressed};
use crate::response::reply::Reply;
use crate::stream::{BoxError, ByteStream};

/// The values of a response in JSON Lines (NDJSON), returned one by one while the body is received.
///
/// Empty lines are skipped. A line may be up to 16 MiB long. The stream ends after the first error: a [`DecodeError`]
/// that names the line, or the error that interrupted the body.
///
/// ```
/// use rest_op::{Api, BoxError, Call, Client, JsonLines, rest_op};
/// # #[derive(serde::Deserialize)] pub struct Event { pub id: u64 }
///
/// pub trait Events: Api {
///     #[rest_op(GET, "/events")]
///     fn events(&self) -> Call<JsonLines<Event>>;
/// }
/// impl Events for Client {}
///
/// async fn print(client: &Client) -> Result<(), BoxError> {
///     let mut events = client.events().await?;
///     while let Some(event) = events.next().await {
///         println!("{}", event?.id);
///     }
///     Ok(())
/// }
/// ```
pub struct JsonLines<T> {
    lines: Lines,
    values: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonLines<T> {
    /// Reads the lines of a body.
    pub fn new(body: ByteStream) -> Self {
        Self {
            lines: Lines::new(body, LineEnd::Lf),
            values: PhantomData,
        }
    }

    /// Returns the next value, or `None` at the end of the body.
    pub async fn next(&mut self) -> Option<Result<T, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: DeserializeOwned> Stream for JsonLines<T> {
    type Item = Result<T, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let lines = &mut self.lines;
        loop {
            let line = match ready!(lines.poll_next(context)) {
                Some(Ok(line)) if line.trim_ascii().is_empty() => continue,
                Some(Ok(line)) => line,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            };
            return Poll::Ready(Some(json::decode_body(&line).map_err(|error| {
                lines.close();
                let path = format!("line {}, {}", lines.number(), error.path());
                DecodeError::of_text(path, error.to_string(), &line).into()
            })));
        }
    }
}

impl<T: DeserializeOwned> FromResponse for JsonLines<T> {
    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Streamed
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        if media_type(reply.headers()).is_some_and(events::is_event_stream) {
            let message = "the response is `text/event-stream`; use `Events` as the result type";
            return Err(DecodeError::new("content-type", message, &reply));
        }
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

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonLines(after line {})", self.lines.number())
    }
}
