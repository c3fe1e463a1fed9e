//! The arguments of a call, with their types erased.

use std::cell::Cell;

use bytes::Bytes;
use http::HeaderValue;

use super::body::{BytesBody, JsonBody, JsonLinesBody, XmlBody};
use crate::format::entries::{Entries, EntriesSerializer};
use crate::format::error::ValueError;
use crate::format::json::{self, JsonSerializer};
use crate::format::nested::Nested;
use crate::format::scalar::{Text, TextSerializer};
use crate::request::Body;
use crate::request::multipart::{Multipart, PartValue};
use crate::stream::ByteStream;

/// The value of one argument, with its type erased. The variant determines how it is encoded.
#[derive(Clone, Copy)]
pub enum Argument<'a> {
    /// A scalar or a list of scalars; as a body, text.
    Text(&'a dyn Text),
    /// A struct, a map or a list of pairs; as a body, a form.
    Entries(&'a dyn Entries),
    /// A value of any depth, whose keys are written in brackets or with dots.
    Nested(&'a dyn Nested),
    /// A JSON body.
    Json(&'a dyn JsonBody),
    /// Parts of a `multipart/form-data` body.
    Part(&'a dyn PartValue),
    /// A body of JSON lines.
    JsonLines(&'a dyn JsonLinesBody),
    /// A body of XML.
    Xml(&'a dyn XmlBody),
    /// A body of bytes.
    Bytes(&'a dyn BytesBody),
    /// A streaming body, taken out when the request is built.
    Stream(&'a Cell<Option<ByteStream>>),
}

/// A value and the function of a `with` module that writes it.
pub struct With<'a, T, F> {
    pub(crate) value: &'a T,
    pub(crate) write: F,
}

impl<T, F: Fn(&T, TextSerializer<'_>) -> Result<(), ValueError>> Text for With<'_, T, F> {
    fn write(&self, serializer: TextSerializer<'_>) -> Result<(), ValueError> {
        (self.write)(self.value, serializer)
    }
}

impl<T, F: Fn(&T, EntriesSerializer<'_>) -> Result<(), ValueError>> Entries for With<'_, T, F> {
    fn write(&self, serializer: EntriesSerializer<'_>) -> Result<(), ValueError> {
        (self.write)(self.value, serializer)
    }
}

impl<T, F: Fn(&T, JsonSerializer<'_>) -> Result<(), serde_json::Error>> JsonBody for With<'_, T, F> {
    fn encode(&self) -> Result<Option<Bytes>, ValueError> {
        json::encode(|serializer| (self.write)(self.value, serializer))
    }
}

impl<T, F: Fn(&T, TextSerializer<'_>) -> Result<(), ValueError>> PartValue for With<'_, T, F> {
    #[inline]
    fn add(&self, name: &str, parts: &mut Multipart) -> Result<(), ValueError> {
        parts.write(name, |serializer| (self.write)(self.value, serializer))
    }

    #[inline]
    fn encode(&self, parts: Multipart, boundary: Option<String>) -> (HeaderValue, Body) {
        parts.finish(boundary)
    }
}

/// A streaming body, which may be absent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a streaming body",
    label = "not a stream",
    note = "`#[body(stream)]` takes a `ByteStream` or an `Option` of it"
)]
pub trait StreamBody {
    /// Returns the stream, if there is a body.
    fn into_stream(self) -> Option<ByteStream>;
}

impl StreamBody for ByteStream {
    fn into_stream(self) -> Option<ByteStream> {
        Some(self)
    }
}

impl StreamBody for Option<ByteStream> {
    fn into_stream(self) -> Option<ByteStream> {
        self
    }
}
