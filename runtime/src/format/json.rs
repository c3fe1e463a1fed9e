//! JSON by `serde_json`, with two adaptations: a `null` member of a struct that does not fit reads as absent, and a fault
//! is reported by its path and kind, never by its value.

use std::borrow::Cow;
use std::mem;

use bytes::Bytes;
use serde::de::Error as _;
use serde::de::{self, DeserializeOwned, IgnoredAny};

use self::reader::Reader;
pub use self::serializer::JsonSerializer;
pub(crate) use self::strings::rewrite_unescaped;
use self::trail::Trail;
use crate::format::error::ReadError;
use crate::format::error::ValueError;

mod access;
pub(crate) mod lines;
pub(crate) mod object;
mod reader;
mod serializer;
mod strings;
mod trail;

/// The name of the struct as which `serde_json`, with its feature `arbitrary_precision`, passes a number on.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// How many bytes may be read to find members that do not accept `null`: four times a body of the largest size that a
/// client reads by default.
const MAX_READ: usize = 64 << 20;

/// Writes a value; nothing for an absent one.
pub(crate) fn encode(
    write: impl FnOnce(JsonSerializer<'_>) -> Result<(), serde_json::Error>,
) -> Result<Option<Bytes>, ValueError> {
    let mut serializer = serde_json::Serializer::new(Vec::with_capacity(128));
    let written = write(JsonSerializer::new(&mut serializer));
    encoded(serializer.into_inner(), written)
}

fn encoded(json: Vec<u8>, written: Result<(), serde_json::Error>) -> Result<Option<Bytes>, ValueError> {
    match written {
        Ok(()) => Ok(Some(json).filter(|json| !json.is_empty()).map(Bytes::from)),
        Err(error) => Err(ValueError::new(format!("cannot be written as JSON: {error}"))),
    }
}

/// Reads a body; an empty one reads as `null`, and a struct reads `null` as an object without members.
pub(crate) fn decode_body<T: DeserializeOwned>(body: &[u8]) -> Result<T, ReadError> {
    let text = text(body)?;
    decode(Readings::new(text, (text.trim_ascii() == "null").then_some("{}")))
}

/// Reads a value.
pub(crate) fn decode_value<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    decode(Readings::new(text, None))
}

/// Looked at as a whole, text is found to be UTF-8 in less time than string by string.
pub(crate) fn text(body: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(body).map_err(ReadError::custom)?;
    // Some services begin with a byte order mark, which readers may pass over (RFC 8259, section 8.1).
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.trim_ascii().is_empty() { "null" } else { text })
}

/// Compiled for every type, so it does little itself.
fn decode<T: DeserializeOwned>(mut readings: Readings<'_>) -> Result<T, ReadError> {
    loop {
        let mut deserializer = serde_json::Deserializer::from_str(&readings.text);
        let mut trail = Trail::new(&readings.text, mem::take(&mut readings.misfits));
        let read = T::deserialize(Reader::new(&mut deserializer, &mut trail));
        let read = read.and_then(|value| deserializer.end().map(|()| value));
        let found = trail.into_found();
        match read {
            Ok(value) if !found.is_new => return Ok(value),
            read => readings.again(read.err(), found)?,
        }
    }
}

/// A member of a struct: the struct's type, and the member's name in JSON.
type Member = (&'static str, String);

/// What a reading that failed leaves behind.
struct Found {
    /// Where it failed.
    path: String,
    /// The members that do not accept `null`.
    misfits: Vec<Member>,
    /// Whether one of them is new.
    is_new: bool,
    /// Whether it failed in a member whose name is written with escapes, which could be one of them.
    in_escaped: bool,
}

/// The readings of a text, one for each member of its types that is `null` and does not accept it.
struct Readings<'t> {
    text: Cow<'t, str>,
    misfits: Vec<Member>,
    /// What is read if the text itself does not fit.
    instead: Option<&'static str>,
    /// Why it did not.
    first: Option<ReadError>,
    /// How many bytes have been read.
    read: usize,
}

impl<'t> Readings<'t> {
    fn new(text: &'t str, instead: Option<&'static str>) -> Self {
        Self {
            text: Cow::Borrowed(text),
            misfits: Vec::new(),
            instead,
            first: None,
            read: 0,
        }
    }

    /// Prepares the next reading; an error if there is none. A fault that a type has passed over is none here.
    #[cold]
    fn again(&mut self, fault: Option<serde_json::Error>, found: Found) -> Result<(), ReadError> {
        let fault = fault.unwrap_or_else(|| de::Error::custom("`null` does not fit in too many members"));
        self.read = self.read.saturating_add(offset(&self.text, &fault));
        self.misfits = found.misfits;
        if found.is_new && self.read < MAX_READ.max(3 * self.text.len()) {
            return Ok(());
        }
        if let Err(broken) = serde_json::from_str::<IgnoredAny>(&self.text) {
            return Err(ReadError::new(broken.to_string()));
        }
        if let Cow::Borrowed(text) = self.text
            && found.in_escaped
        {
            // Once: a name that needs its escapes keeps them.
            self.text = Cow::Owned(strings::without_escapes(text).into_owned());
            return Ok(());
        }
        let message = fault.to_string();
        let place = format!(" at line {} column {}", fault.line(), fault.column());
        let error = ReadError::at(&found.path, message.strip_suffix(&place).unwrap_or(&message));
        if let Some(instead) = self.instead.take() {
            self.text = Cow::Borrowed(instead);
            self.first = Some(error);
            return Ok(());
        }
        // A type that reads no object says best what is wrong with `null`.
        let first = self.first.take().filter(|_| !message.starts_with("missing field"));
        Err(first.unwrap_or(error))
    }
}

/// Where a fault is, in bytes; a fault without a place is at the end.
fn offset(text: &str, fault: &serde_json::Error) -> usize {
    if fault.line() == 0 {
        return text.len();
    }
    let lines = text.split_inclusive('\n').take(fault.line().saturating_sub(1));
    lines.map(str::len).sum::<usize>() + fault.column()
}
