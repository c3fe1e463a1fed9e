//! One event: its type, its data and its id.

use std::fmt;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::format::json;
use crate::response::from_response::DecodeError;

/// A server-sent event.
///
/// ```
/// use rest_op::{ByteStream, Events};
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let mut events = Events::new(ByteStream::from("event: progress\nid: 7\ndata: {\"percent\":50}\n\ndata: a\ndata: b\n\n"));
/// let event = events.next().await.unwrap()?;
/// assert_eq!((event.name(), event.last_event_id()), ("progress", "7"));
/// assert_eq!(event.json::<serde_json::Value>()?["percent"], 50);
///
/// let event = events.next().await.unwrap()?;
/// assert_eq!((event.name(), event.last_event_id()), ("message", "7"));
/// assert_eq!(event.data(), "a\nb");
/// # Ok::<(), rest_op::BoxError>(())
/// # })?;
/// # Ok::<(), rest_op::BoxError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    pub(super) name: Option<String>,
    pub(super) data: String,
    pub(super) last_event_id: Arc<str>,
}

impl Event {
    /// Returns the type of the event; `message` if the service sent none.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("message")
    }

    /// Returns the data, its lines joined by LF. Invalid UTF-8 is replaced by U+FFFD.
    pub fn data(&self) -> &str {
        &self.data
    }

    /// Reads the data as JSON. Empty data read as `null`.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        json::decode_body(self.data.as_bytes())
            .map_err(|error| DecodeError::of_text(error.path().to_owned(), error.to_string(), self.data.as_bytes()))
    }

    /// Returns the id of this event, or of the last event that had one; empty if none had.
    pub fn last_event_id(&self) -> &str {
        &self.last_event_id
    }
}

/// Omits the data, which may be confidential.
impl fmt::Debug for Event {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Event({:?}, {} bytes)", self.name(), self.data.len())
    }
}
