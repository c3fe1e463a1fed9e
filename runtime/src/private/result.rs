//! The functions by which derived results read a response.

use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::format::error::ReadError;
use crate::response::from_response::{self, DecodeError, FromResponse};
use crate::response::header::{self, HeaderDeserializer};
use crate::response::reply::Reply;

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

/// Reads the body as XML.
#[cfg(feature = "xml")]
#[inline]
pub fn from_xml<T: Deserializable>(reply: &Reply) -> Result<T, DecodeError> {
    from_response::from_xml(reply)
}

/// Reads an element of the body as XML.
#[cfg(feature = "xml")]
#[inline]
pub fn from_xml_member<T: Deserializable>(reply: &Reply, path: &str) -> Result<T, DecodeError> {
    from_response::from_xml_member(reply, path)
}

/// Is implemented by no type, so that a program without the feature `xml` does not compile if it uses XML.
#[cfg(not(feature = "xml"))]
#[diagnostic::on_unimplemented(
    message = "XML requires the feature `xml` of `rest-op`",
    label = "is read from XML or sent as XML",
    note = "enable it: `cargo add rest-op --features xml`"
)]
pub trait NeedsXml {
    /// Never returns, since no type implements it.
    fn missing(&self) -> crate::request::argument::Argument<'_>;
}

/// Reports that the feature `xml` is not enabled.
#[cfg(not(feature = "xml"))]
pub fn from_xml<T: NeedsXml>(reply: &Reply) -> Result<T, DecodeError> {
    Err(unexpected_status(reply))
}

/// Reports that the feature `xml` is not enabled.
#[cfg(not(feature = "xml"))]
pub fn from_xml_member<T: NeedsXml>(reply: &Reply, _: &str) -> Result<T, DecodeError> {
    Err(unexpected_status(reply))
}

/// Returns the error of a response whose status no variant of its type has.
#[inline]
pub fn unexpected_status(reply: &Reply) -> DecodeError {
    let status = reply.status().as_u16();
    DecodeError::new("status", format_args!("{status} is not the status of a result"), reply)
}

/// Returns the first `accept` of several results.
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
