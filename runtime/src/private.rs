//! The functions that generated code calls to turn the arguments of a method into a call. Not part of the public API.

use std::cell::Cell;
use std::fmt::Display;
use std::ops::Deref;

pub use http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use serde;

pub use crate::call::{AsyncCall, CallResult};
pub use crate::check::Violation;
pub use crate::format::brackets::Nested;
pub use crate::format::entries::{Entries, EntriesSerializer};
pub use crate::format::error::{ReadError, ValueError};
pub use crate::format::json::JsonSerializer;
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
use crate::error::response::{ApiError, ErrorResponse};
use crate::request::build::assemble;
use crate::request::error::RequestError;
use crate::response::from_response::{self, DecodeError, FromResponse};
use crate::response::header;
use crate::response::next::Next;
use crate::response::reply::Reply;
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

/// Makes query parameters or a form body of a nested value, with keys in brackets.
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

/// An alias of `DeserializeOwned` with a message for types that do not implement it: the message of serde is about
/// parts of a type only.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read because it does not implement `Deserialize`",
    label = "does not implement `Deserialize`",
    note = "derive it: `#[derive(Deserialize)]`"
)]
pub trait Deserializable: DeserializeOwned {}

impl<T: DeserializeOwned> Deserializable for T {}

/// Reads the body as JSON.
pub fn from_json<T: Deserializable>(reply: &Reply) -> Result<T, DecodeError> {
    from_response::from_json_object(reply)
}

/// Reads a member of the body as JSON.
#[inline]
pub fn from_member<T: Deserializable>(reply: &Reply, path: &str) -> Result<T, DecodeError> {
    from_response::from_json_member(reply, path)
}

/// The fault of a response whose status no variant of its type has.
#[inline]
pub fn unexpected_status(reply: &Reply) -> DecodeError {
    let status = reply.status().as_u16();
    DecodeError::new("status", format_args!("{status} is not the status of a result"), reply)
}

/// The first media type that one of several results asks for.
pub const fn first_accept(mut accepts: &[Option<&'static str>]) -> Option<&'static str> {
    while let [first, others @ ..] = accepts {
        if first.is_some() {
            return *first;
        }
        accepts = others;
    }
    None
}

/// Reads one header.
pub fn from_header<T: Deserializable>(reply: &Reply, name: &'static str) -> Result<T, DecodeError> {
    header::from_header(reply, name)
}

/// Reads one header by the function of a `with` module.
pub fn from_header_with<T, F>(reply: &Reply, name: &'static str, read: F) -> Result<T, DecodeError>
where
    F: FnOnce(HeaderDeserializer) -> Result<T, ReadError>,
{
    header::from_header_with(reply, name, read)
}

/// Reads the headers under a prefix.
pub fn from_header_prefix<T: Deserializable>(reply: &Reply, prefix: &'static str) -> Result<T, DecodeError> {
    header::from_header_prefix(reply, prefix)
}

/// Reads the status code.
pub fn from_status<T: FromStatus>(reply: &Reply) -> Result<T, DecodeError> {
    Ok(T::from_status(reply.status()))
}

/// Reads the whole response as a field.
pub fn from_body<T: FromResponse>(reply: Reply) -> Result<T, DecodeError> {
    T::from_response(reply)
}

/// Requests the next page by a token that is one text or number; `None` without one.
#[inline]
pub fn next<T: Serialize>(token: &T, next: impl FnOnce(String) -> Next) -> Option<Next> {
    Next::by(token, next)
}

/// Requests the next page by a member of the body; `None` without a token.
#[inline]
pub fn next_body<T: Serialize>(token: &T, path: &'static str) -> Option<Next> {
    Next::body(path, token).unless_end()
}

/// Returns whether there are more pages, or `None` if the service does not say.
#[inline]
pub fn has_more<T: HasMore>(flag: &T) -> Option<bool> {
    flag.has_more()
}

/// A flag for more pages.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say whether there are more pages",
    label = "not a `bool`",
    note = "write `bool` or `Option<bool>`"
)]
pub trait HasMore {
    /// Returns whether there are more, or `None` if the service does not say.
    fn has_more(&self) -> Option<bool>;
}

impl HasMore for bool {
    #[inline]
    fn has_more(&self) -> Option<bool> {
        Some(*self)
    }
}

impl HasMore for Option<bool> {
    #[inline]
    fn has_more(&self) -> Option<bool> {
        *self
    }
}

/// A field on the way to another one: [`get`](Present::get) sees through an `Option`.
pub struct Outer<'a, T>(Present<'a, T>);

/// A field that is there.
pub struct Present<'a, T>(&'a T);

/// Takes a field whose type the derive does not know.
#[inline]
pub fn outer<T>(field: &T) -> Outer<'_, T> {
    Outer(Present(field))
}

impl<'a, T> Outer<'a, Option<T>> {
    /// The content of the `Option`.
    #[inline]
    pub fn get(&self) -> Option<&'a T> {
        self.0.0.as_ref()
    }
}

/// Where the field is not an `Option`, its own `get` is found here.
impl<'a, T> Deref for Outer<'a, T> {
    type Target = Present<'a, T>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a, T> Present<'a, T> {
    /// The field.
    #[inline]
    pub fn get(&self) -> Option<&'a T> {
        Some(self.0)
    }
}

/// A type that a status code can be read as.
#[diagnostic::on_unimplemented(
    message = "a status code cannot be read as `{Self}`",
    label = "not a status code",
    note = "write `u16`, `i32`, `http::StatusCode` or an `Option` of them"
)]
pub trait FromStatus {
    /// Reads a status code.
    fn from_status(status: StatusCode) -> Self;
}

impl FromStatus for StatusCode {
    fn from_status(status: StatusCode) -> Self {
        status
    }
}

impl FromStatus for u16 {
    fn from_status(status: StatusCode) -> Self {
        status.as_u16()
    }
}

impl FromStatus for i32 {
    fn from_status(status: StatusCode) -> Self {
        status.as_u16().into()
    }
}

impl<T: FromStatus> FromStatus for Option<T> {
    fn from_status(status: StatusCode) -> Self {
        Some(T::from_status(status))
    }
}

/// An error, read as its type says.
#[inline]
pub fn read_by(response: ErrorResponse, spec: Option<&'static ErrorSpec>) -> ErrorResponse {
    response.read_by(spec)
}

/// The name of an error where services usually have it.
#[inline]
pub fn usual_code(reply: &Reply) -> Option<String> {
    crate::error::response::usual_code(reply)
}

/// The name of an error.
pub fn code(response: &ErrorResponse) -> Option<&str> {
    response.code()
}

/// Returns the status of an error.
pub fn status(response: &ErrorResponse) -> u16 {
    response.status().as_u16()
}

/// Makes a variant of an error type, or the `other` variant if its field cannot be read.
pub fn from_error<T: FromResponse, S>(
    response: ErrorResponse,
    variant: fn(T) -> S,
    other: fn(ErrorResponse) -> S,
) -> S {
    match T::from_response(response.to_reply()) {
        Ok(value) => variant(value),
        Err(_) => other(response),
    }
}
