//! Server-sent events whose data are JSON of one type, as APIs of language models send them.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::events::Events;
use crate::format::json;
use crate::response::from_response::{BodyMode, DecodeError, FromResponse};
use crate::response::reply::Reply;
use crate::stream::{BoxError, ByteStream};

/// The data of [`Events`], each read from JSON as a `T`, returned while the body is being received.
///
/// The stream ends with an event whose data are `[DONE]`, or with the body. Events with empty data are skipped. It also ends
/// after the first error: a [`DecodeError`] that names the line, or the error that interrupted the exchange. If events have
/// several types, `T` is an enum with the member that names the type (`#[serde(tag = "type")]`). [`Events`] has the names and
/// ids of events, and documents how long a service may be silent.
///
/// ```
/// use rest_op::{Api, BoxError, Call, Client, JsonEvents, rest_op};
/// # #[derive(serde::Serialize)] pub struct Prompt { pub text: String, pub stream: bool }
/// # #[derive(serde::Deserialize)] pub struct Chunk { pub text: String }
///
/// pub trait Model: Api {
///     #[rest_op(POST, "/completions")]
///     fn complete(&self, #[body] prompt: &Prompt) -> Call<JsonEvents<Chunk>>;
/// }
/// impl Model for Client {}
///
/// async fn print(client: &Client, prompt: &Prompt) -> Result<(), BoxError> {
///     let mut chunks = client.complete(prompt).await?;
///     while let Some(chunk) = chunks.next().await {
///         print!("{}", chunk?.text);
///     }
///     Ok(())
/// }
/// ```
pub struct JsonEvents<T> {
    /// `None` once it has ended.
    events: Option<Events>,
    values: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> JsonEvents<T> {
    /// Reads the events of a body.
    pub fn new(body: ByteStream) -> Self {
        Self::of(Events::new(body))
    }

    fn of(events: Events) -> Self {
        Self {
            events: Some(events),
            values: PhantomData,
        }
    }

    /// Returns the next value, or `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: DeserializeOwned> Stream for JsonEvents<T> {
    type Item = Result<T, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let data = ready!(poll_data(&mut self.events, context));
        let value = data.map(|data| {
            let (line, data) = data?;
            json::decode_body(data.as_bytes()).map_err(|error| {
                let path = format!("event at line {line}, {}", error.path());
                DecodeError::of_text(path, error.to_string(), data.as_bytes()).into()
            })
        });
        if matches!(value, Some(Err(_))) {
            self.events = None;
        }
        Poll::Ready(value)
    }
}

/// Returns the data of the next event, and the line at which it ends. At the end, closes the connection.
#[inline]
fn poll_data(events: &mut Option<Events>, context: &mut Context<'_>) -> Poll<Option<Result<(u64, String), BoxError>>> {
    while let Some(open) = events {
        let event = match ready!(Pin::new(&mut *open).poll_next(context)) {
            Some(Ok(event)) => event,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => break,
        };
        match event.data().trim_ascii() {
            "" => {}
            "[DONE]" => break,
            _ => return Poll::Ready(Some(Ok((open.line(), event.data().to_owned())))),
        }
    }
    *events = None;
    Poll::Ready(None)
}

impl<T: DeserializeOwned> FromResponse for JsonEvents<T> {
    const ACCEPT: Option<&'static str> = Events::ACCEPT;

    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Streamed
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        Events::from_response(reply).map(Self::of)
    }
}

impl<T> fmt::Debug for JsonEvents<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.events {
            Some(events) => write!(f, "JsonEvents(after line {})", events.line()),
            None => f.write_str("JsonEvents(at the end)"),
        }
    }
}
