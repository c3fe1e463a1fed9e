//! JSON Lines: a body of one JSON value a line, read as it comes.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::BytesMut;
use futures_core::Stream;
use serde::de::DeserializeOwned;

use super::{BoxError, ByteStream};
use crate::body;
use crate::from_response::{DecodeError, FromResponse};
use crate::reply::Reply;

/// The values of a response in JSON Lines (NDJSON), one by one, while the body is still on its way.
///
/// Empty lines are passed over. It ends after the first error: a [`DecodeError`] that names the line, or whatever broke
/// the exchange off. A line may be as long as 16 MiB.
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
    body: Option<ByteStream>,
    buffer: BytesMut,
    /// How much of the buffer is known to hold no end of a line.
    searched: usize,
    number: u64,
    values: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonLines<T> {
    /// Reads the lines of a body.
    pub fn new(body: ByteStream) -> Self {
        Self {
            body: Some(body),
            buffer: BytesMut::new(),
            searched: 0,
            number: 0,
            values: PhantomData,
        }
    }

    /// The next value; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Takes the next line out of the buffer; the last one may have no end.
    fn take_line(&mut self) -> Option<BytesMut> {
        let unsearched = self.buffer.get(self.searched..).unwrap_or_default();
        if let Some(at) = unsearched.iter().position(|byte| *byte == b'\n') {
            let line = self.buffer.split_to(self.searched + at + 1);
            self.searched = 0;
            return Some(line);
        }
        self.searched = self.buffer.len();
        (self.body.is_none() && !self.buffer.is_empty()).then(|| self.buffer.split())
    }

    fn end(&mut self, error: impl Into<BoxError>) -> Poll<Option<Result<T, BoxError>>> {
        self.body = None;
        self.buffer.clear();
        Poll::Ready(Some(Err(error.into())))
    }
}

impl<T: DeserializeOwned> Stream for JsonLines<T> {
    type Item = Result<T, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        const LONGEST: usize = 16 << 20;
        let this = &mut *self;
        loop {
            while let Some(line) = this.take_line() {
                this.number += 1;
                if line.trim_ascii().is_empty() {
                    continue;
                }
                return match body::decode_json(&line) {
                    Ok(value) => Poll::Ready(Some(Ok(value))),
                    Err(error) => {
                        let path = format!("line {}, {}", this.number, error.path());
                        this.end(DecodeError::of_text(path, error.to_string(), &line))
                    }
                };
            }
            if this.buffer.len() > LONGEST {
                return this.end(format!("line {} is longer than {LONGEST} bytes", this.number + 1));
            }
            let Some(body) = &mut this.body else {
                return Poll::Ready(None);
            };
            match ready!(Pin::new(body).poll_next(context)) {
                Some(Ok(piece)) => this.buffer.extend_from_slice(&piece),
                Some(Err(error)) => return this.end(error),
                None => {
                    this.body = None;
                    this.searched = 0;
                }
            }
        }
    }
}

impl<T: DeserializeOwned> FromResponse for JsonLines<T> {
    const STREAMED: bool = true;

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self::new(reply.into_stream()))
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonLines(after line {})", self.number)
    }
}
