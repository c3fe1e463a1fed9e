//! JSON by `serde_json`, with two adaptations: a `null` member that its type does not accept reads as absent, and errors
//! contain the path and the kind of a value, never the value.

use std::borrow::Cow;
use std::mem;

use bytes::Bytes;
use serde::de::Error as _;
use serde::de::{self, DeserializeOwned, IgnoredAny};

use self::reader::Reader;
pub use self::serializer::JsonSerializer;
pub(crate) use self::strings::rewrite_unescaped;
use self::trail::Trail;
use crate::format::error::{ReadError, ValueError};

mod access;
pub(crate) mod lines;
pub(crate) mod object;
mod reader;
mod serializer;
pub(crate) mod splice;
mod strings;
mod trail;

/// The name of the struct that represents a number if the feature `arbitrary_precision` of `serde_json` is enabled.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// How many bytes may be read in total to find members that do not accept `null`: four times the default size limit of
/// a body.
const MAX_READ_BYTES: usize = 64 << 20;

/// Writes a value, or returns `None` if the value is absent.
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

/// Reads a body. An empty body reads as `null`, and a struct reads `null` as an empty object.
pub(crate) fn decode_body<T: DeserializeOwned>(body: &[u8]) -> Result<T, ReadError> {
    let text = text(body)?;
    decode(Readings::new(text, (text.trim_ascii() == "null").then_some("{}")))
}

/// Reads a value.
pub(crate) fn decode_value<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    decode(Readings::new(text, None))
}

/// Returns the body as text, or `null` if it is empty. UTF-8 is validated once, which is faster than string by string.
pub(crate) fn text(body: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(body).map_err(ReadError::custom)?;
    // Some services send a byte order mark, which readers may ignore (RFC 8259, section 8.1).
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.trim_ascii().is_empty() { "null" } else { text })
}

/// Reads a text. This is compiled for every type, so it delegates to code that is not generic.
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

/// The findings of one reading.
struct Found {
    /// The path of the value that failed.
    path: String,
    /// The members that do not accept `null`.
    misfits: Vec<Member>,
    /// Whether this reading found one of them.
    is_new: bool,
    /// Whether a member whose name is written with escapes failed. It may be one of them.
    in_escaped: bool,
}

/// The readings of a text: one, and another for each `null` member that its type does not accept.
struct Readings<'t> {
    text: Cow<'t, str>,
    misfits: Vec<Member>,
    /// The text that is read if the given one cannot be read.
    fallback: Option<&'static str>,
    /// The error of the given text.
    first: Option<ReadError>,
    /// How many bytes have been read.
    read: usize,
}

impl<'t> Readings<'t> {
    fn new(text: &'t str, fallback: Option<&'static str>) -> Self {
        Self {
            text: Cow::Borrowed(text),
            misfits: Vec::new(),
            fallback,
            first: None,
            read: 0,
        }
    }

    /// Prepares the next reading, or returns the error if there is none. `error` is `None` if the type ignored it.
    #[cold]
    fn again(&mut self, error: Option<serde_json::Error>, found: Found) -> Result<(), ReadError> {
        let error = error.unwrap_or_else(|| de::Error::custom("too many members are `null` and do not accept it"));
        self.read = self.read.saturating_add(offset(&self.text, &error));
        self.misfits = found.misfits;
        if found.is_new && self.read < MAX_READ_BYTES.max(3 * self.text.len()) {
            return Ok(());
        }
        if let Err(broken) = serde_json::from_str::<IgnoredAny>(&self.text) {
            return Err(ReadError::new(broken.to_string()));
        }
        if let Cow::Borrowed(text) = self.text
            && found.in_escaped
        {
            // This happens once: names that need escapes keep them.
            self.text = Cow::Owned(strings::without_escapes(text).into_owned());
            return Ok(());
        }
        let message = error.to_string();
        let position = format!(" at line {} column {}", error.line(), error.column());
        let error = ReadError::at(&found.path, message.strip_suffix(&position).unwrap_or(&message));
        if let Some(fallback) = self.fallback.take() {
            self.text = Cow::Borrowed(fallback);
            self.first = Some(error);
            return Ok(());
        }
        // A type that is not read from an object reports the better error for `null`.
        let first = self.first.take().filter(|_| !message.starts_with("missing field"));
        Err(first.unwrap_or(error))
    }
}

/// Returns the position of an error in bytes. An error without a position is at the end.
fn offset(text: &str, error: &serde_json::Error) -> usize {
    if error.line() == 0 {
        return text.len();
    }
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    lines.map(str::len).sum::<usize>() + error.column()
}
