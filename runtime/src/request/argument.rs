//! The arguments of a call, their types forgotten.

use std::cell::Cell;

use bytes::Bytes;

use super::body::{BytesBody, JsonBody, JsonLinesBody};
use crate::format::brackets::Nested;
use crate::format::entries::{Entries, EntriesSerializer};
use crate::format::error::ValueError;
use crate::format::json::{self, JsonSerializer};
use crate::format::scalar::{Text, TextSerializer};
use crate::stream::ByteStream;

/// The value of one argument, its type forgotten.
#[derive(Clone, Copy)]
pub enum Argument<'a> {
    /// A scalar or a list of scalars.
    Text(&'a dyn Text),
    /// A struct or a map.
    Entries(&'a dyn Entries),
    /// A value of any depth, whose keys are written in brackets.
    Nested(&'a dyn Nested),
    /// A JSON body.
    Json(&'a dyn JsonBody),
    /// A body of JSON lines.
    JsonLines(&'a dyn JsonLinesBody),
    /// A body of bytes.
    Bytes(&'a dyn BytesBody),
    /// A body as it comes; taken out when the request is built.
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

/// A body as it comes, or none.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a body as it comes",
    label = "not a stream",
    note = "`#[body(stream)]` takes a `ByteStream` or an `Option` of it"
)]
pub trait StreamBody {
    /// The stream, if there is a body.
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
