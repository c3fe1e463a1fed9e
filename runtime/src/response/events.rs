//! Server-sent events (WHATWG HTML, section 9.2), read while the body is received.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http::StatusCode;

use self::event::Event;
use super::lines::{LineEnd, Lines, MAX_LINE_BYTES};
use crate::request::header::media_type;
use crate::response::from_response::{BodyMode, DecodeError, FromResponse, compressed};
use crate::response::reply::Reply;
use crate::stream::{BoxError, ByteStream};

pub(crate) mod event;
#[cfg(test)]
mod tests;

const EVENT_STREAM: &str = "text/event-stream";

/// The server-sent events of a response, returned one by one while the body is received.
///
/// The request accepts `text/event-stream`, unless an argument, the client or the call sets `accept`. A response of
/// another media type is an error. An event may be up to 16 MiB long; an event that is incomplete at the end of the
/// body is dropped. The stream ends after the first error.
///
/// Each service defines how it ends a stream and what the data of an event contain. Many send JSON and then `[DONE]`;
/// some give each type of event a [`name`](Event::name):
///
/// ```
/// use rest_op::{Api, BoxError, Call, Client, Events, rest_op};
/// # #[derive(serde::Serialize)] pub struct Prompt { pub text: String, pub stream: bool }
/// # #[derive(serde::Deserialize)] pub struct Chunk { pub text: String }
///
/// pub trait Model: Api {
///     #[rest_op(POST, "/completions")]
///     fn complete(&self, #[body] prompt: &Prompt) -> Call<Events>;
/// }
/// impl Model for Client {}
///
/// async fn print(client: &Client, prompt: &Prompt) -> Result<(), BoxError> {
///     let mut events = client.complete(prompt).await?;
///     while let Some(event) = events.next().await.transpose()? {
///         if event.data() == "[DONE]" {
///             break;
///         }
///         let chunk: Chunk = event.json()?;
///         print!("{}", chunk.text);
///     }
///     Ok(())
/// }
/// # tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
/// # let recorder = rest_op::testing::Recorder::new().answer(200, &[], "data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n!");
/// # let client = Client::builder("https://api.example.com").transport(recorder.clone()).build()?;
/// # print(&client, &Prompt { text: String::new(), stream: true }).await?;
/// # assert_eq!(recorder.requests()[0].headers()["accept"], "text/event-stream");
/// # Ok::<(), BoxError>(())
/// # })?;
/// # Ok::<(), BoxError>(())
/// ```
///
/// The pause between two events is limited by the time of one attempt; for a slow service, raise
/// [`Call::attempt_timeout`](crate::Call::attempt_timeout). Comments that keep a connection alive count as received
/// bytes. The stream does not reconnect. To resume an interrupted one, call again after [`retry`](Self::retry), with
/// the [`last_event_id`](Self::last_event_id) as an argument `#[header("last-event-id")]`.
pub struct Events {
    lines: Lines,
    block: Block,
    last_event_id: Arc<str>,
    retry: Option<Duration>,
}

/// The fields that were read since the last empty line.
#[derive(Default)]
struct Block {
    name: Option<String>,
    /// Every line of data, followed by an LF.
    data: Vec<u8>,
    /// Kept between events, since an event without an id has the id of the previous one.
    id: Arc<str>,
}

impl Events {
    /// Reads the events of a body.
    pub fn new(body: ByteStream) -> Self {
        Self {
            lines: Lines::new(body, LineEnd::LfOrCr),
            block: Block::default(),
            last_event_id: Arc::default(),
            retry: None,
        }
    }

    /// Returns the next event, or `None` at the end of the body.
    pub async fn next(&mut self) -> Option<Result<Event, BoxError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Returns the last id that the service sent, even without an event; empty if it sent none.
    pub fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    /// Returns how long the service asks clients to wait before they reconnect.
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// The number of the last line that was read, counted from 1.
    pub(super) fn line(&self) -> u64 {
        self.lines.number()
    }

    /// Takes a line, and returns the event that ends with it.
    #[inline]
    fn take_line(&mut self, line: &[u8]) -> Option<Event> {
        if line.is_empty() {
            return self.dispatch();
        }
        let mut parts = line.splitn(2, |byte| *byte == b':');
        let (field, value) = (parts.next()?, parts.next().unwrap_or_default());
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match field {
            b"event" => self.block.name = Some(text(value.to_vec())),
            b"data" => {
                self.block.data.extend_from_slice(value);
                self.block.data.push(b'\n');
            }
            b"id" if !value.contains(&0) => self.block.id = text(value.to_vec()).into(),
            b"retry" => self.retry = milliseconds(value).or(self.retry),
            // Comments, whose name is empty, and unknown fields are ignored.
            _ => {}
        }
        None
    }

    /// Returns the event of the block; a block without data has none.
    #[inline]
    fn dispatch(&mut self) -> Option<Event> {
        self.last_event_id = Arc::clone(&self.block.id);
        let name = self.block.name.take().filter(|name| !name.is_empty());
        let mut data = std::mem::take(&mut self.block.data);
        data.pop()?;
        Some(Event {
            name,
            data: text(data),
            last_event_id: Arc::clone(&self.block.id),
        })
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Parses a number of digits alone; `parse` would accept a leading `+`.
fn milliseconds(value: &[u8]) -> Option<Duration> {
    if !value.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(value).ok()?.parse().ok().map(Duration::from_millis)
}

impl Stream for Events {
    type Item = Result<Event, BoxError>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            let line = match ready!(this.lines.poll_next(context)) {
                Some(Ok(line)) => line,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            };
            let line = match line.strip_prefix("\u{feff}".as_bytes()) {
                Some(line) if this.lines.number() == 1 => line,
                _ => &line,
            };
            if let Some(event) = this.take_line(line) {
                return Poll::Ready(Some(Ok(event)));
            }
            if this.block.data.len() > MAX_LINE_BYTES {
                let error = format!(
                    "the event at line {} is longer than {MAX_LINE_BYTES} bytes",
                    this.lines.number()
                );
                this.lines.close();
                return Poll::Ready(Some(Err(error.into())));
            }
        }
    }
}

impl FromResponse for Events {
    const ACCEPT: Option<&'static str> = Some(EVENT_STREAM);

    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Streamed
    }

    #[inline]
    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        // Without this check, the JSON of a request that did not ask for a stream would read as an empty stream.
        if media_type(reply.headers()).is_some_and(|media_type| !is_event_stream(media_type)) {
            let message =
                "the response is not `text/event-stream`; many services require `stream: true` in the request";
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

pub(super) fn is_event_stream(media_type: &str) -> bool {
    media_type.eq_ignore_ascii_case(EVENT_STREAM)
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Events(after line {})", self.lines.number())
    }
}
