//! The functions that generated code calls to turn the arguments of a method into a call. Not part of the public API.

mod checksum;
mod error;
mod page;
mod result;

use std::cell::Cell;
use std::fmt::Display;

pub use http::StatusCode;
use serde::Serialize;

pub use serde;

pub use self::checksum::Checksums;
pub use self::error::{code, error_response, from_error, read_by, status, usual_code};
pub use self::page::{HasMore, Outer, Present, has_more, next, next_body, outer};
#[cfg(not(feature = "xml"))]
pub use self::result::NeedsXml;
pub use self::result::{
    Deserializable, FromStatus, first_accept, from_body, from_header, from_header_prefix, from_header_with, from_json,
    from_member, from_status, from_xml, from_xml_member, unexpected_status,
};
pub use crate::call::{AsyncCall, CallResult};
pub use crate::check::Violation;
pub use crate::format::entries::{Entries, EntriesSerializer};
pub use crate::format::error::{ReadError, ValueError};
pub use crate::format::json::JsonSerializer;
pub use crate::format::nested::Nested;
pub use crate::format::scalar::{Text, TextSerializer};
pub use crate::operation::{Constant, Format, Location, Operation, Parameter, Piece};
pub use crate::request::Body;
pub use crate::request::argument::{Argument, StreamBody, With};
pub use crate::request::body::{BytesBody, JsonBody};
pub use crate::request::multipart::{Multipart, PartValue};
pub use crate::response::error_spec::{is_literal, is_present, is_text, is_xml_root, text_at, text_of_header};
pub use crate::response::from_response::BodyMode;
pub use crate::response::header::HeaderDeserializer;
pub use crate::response::reply::ErrorSpec;

use crate::call::{Call, PreparedCall, ResponseDecoder};
use crate::client::{Client, ResponseSpec};
use crate::error::response::ApiError;
use crate::request::build::assemble;
use crate::request::error::RequestError;
use crate::response::from_response::FromResponse;
use crate::stream::ByteStream;

/// Makes a path, query or header parameter, or a text body.
pub fn text<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::Text(value)
}

/// Converts an array to a slice, since serde serializes arrays as tuples.
pub fn slice<T, const N: usize>(array: Option<&[T; N]>) -> Option<&[T]> {
    array.map(<[T; N]>::as_slice)
}

/// Makes flattened query parameters, prefixed headers or a form body.
pub fn entries<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::Entries(value)
}

/// Makes query parameters or a form body of a nested value.
pub fn nested<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::Nested(value)
}

/// Makes a JSON body or a member of one.
pub fn json<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::Json(value)
}

/// Makes parts of a `multipart/form-data` body.
pub fn part<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::Part(value)
}

/// Makes a body of JSON lines.
pub fn json_lines<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::JsonLines(value)
}

/// Makes a body of XML.
#[cfg(feature = "xml")]
pub fn xml<T: Serialize>(value: &T) -> Argument<'_> {
    Argument::Xml(value)
}

/// Reports that the feature `xml` is not enabled.
#[cfg(not(feature = "xml"))]
pub fn xml<T: NeedsXml>(value: &T) -> Argument<'_> {
    value.missing()
}

/// Makes a body of bytes.
pub fn bytes<T: BytesBody>(value: &T) -> Argument<'_> {
    Argument::Bytes(value)
}

/// Makes a streaming body.
pub fn stream(value: &Cell<Option<ByteStream>>) -> Argument<'_> {
    Argument::Stream(value)
}

/// Puts a streaming body into a cell, from which it is taken once.
pub fn once<T: StreamBody>(value: T) -> Cell<Option<ByteStream>> {
    Cell::new(value.into_stream())
}

/// Binds a value to the function that writes it as text.
pub fn text_with<T, F>(value: &T, write: F) -> With<'_, T, F>
where
    F: Fn(&T, TextSerializer<'_>) -> Result<(), ValueError>,
{
    With { value, write }
}

/// Binds a value to the function that writes it as entries.
pub fn entries_with<T, F>(value: &T, write: F) -> With<'_, T, F>
where
    F: Fn(&T, EntriesSerializer<'_>) -> Result<(), ValueError>,
{
    With { value, write }
}

/// Binds a value to the function that writes it as JSON.
pub fn json_with<T, F>(value: &T, write: F) -> With<'_, T, F>
where
    F: Fn(&T, JsonSerializer<'_>) -> Result<(), serde_json::Error>,
{
    With { value, write }
}

/// Makes a path, query or header parameter that a `with` module writes.
pub fn text_by<'a, T, F>(value: &'a With<'_, T, F>) -> Argument<'a>
where
    F: Fn(&T, TextSerializer<'_>) -> Result<(), ValueError>,
{
    Argument::Text(value)
}

pub use self::text_with as part_with;

/// Makes parts of text that a `with` module writes.
#[inline]
pub fn part_by<'a, T, F>(value: &'a With<'_, T, F>) -> Argument<'a>
where
    F: Fn(&T, TextSerializer<'_>) -> Result<(), ValueError>,
{
    Argument::Part(value)
}

/// Makes flattened query parameters or prefixed headers that a `with` module writes.
pub fn entries_by<'a, T, F>(value: &'a With<'_, T, F>) -> Argument<'a>
where
    F: Fn(&T, EntriesSerializer<'_>) -> Result<(), ValueError>,
{
    Argument::Entries(value)
}

/// Makes a JSON body that a `with` module writes.
pub fn json_by<'a, T, F>(value: &'a With<'_, T, F>) -> Argument<'a>
where
    F: Fn(&T, JsonSerializer<'_>) -> Result<(), serde_json::Error>,
{
    Argument::Json(value)
}

/// Checks an argument; `None` passes.
pub fn check<T: ?Sized, D: Display>(
    name: &'static str,
    value: Option<&T>,
    rule: impl Fn(&T) -> Result<(), D>,
) -> Option<Violation> {
    value.map(rule)?.err().map(|message| Violation::new(name, message))
}

/// Makes a call.
pub fn call<T, E>(
    client: &Client,
    operation: &'static Operation,
    arguments: &[Argument<'_>],
    checks: &[Option<Violation>],
) -> Call<T, E>
where
    T: FromResponse,
    E: ApiError,
{
    let prepared = prepare(client, operation, arguments, checks, &ResponseDecoder::<T, E>::EXPECTED);
    Call::new(prepared, ResponseDecoder::NEW)
}

/// Makes the future of a call.
pub fn send<O: CallResult>(
    client: &Client,
    operation: &'static Operation,
    arguments: &[Argument<'_>],
    checks: &[Option<Violation>],
) -> AsyncCall<O> {
    let expected = &ResponseDecoder::<O::Value, O::Error>::EXPECTED;
    AsyncCall::new(prepare(client, operation, arguments, checks, expected))
}

fn prepare(
    client: &Client,
    operation: &'static Operation,
    arguments: &[Argument<'_>],
    checks: &[Option<Violation>],
    expected: &'static ResponseSpec,
) -> Box<PreparedCall> {
    let request = match client.endpoint().check_prefix(operation) {
        Ok(()) => assemble(
            client.endpoint(),
            client.json_media_type(),
            operation,
            arguments,
            checks,
            &|| client.multipart_boundary(),
        )
        .map_err(RequestError::Invalid),
        Err(message) => Err(RequestError::Unsendable(message)),
    };
    Box::new(PreparedCall {
        client: client.clone(),
        operation,
        request,
        options: client.options().declared_by(operation),
        expected,
    })
}
