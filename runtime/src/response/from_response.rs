//! Result types, read from the status, headers and body of a response.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::{BuildHasher, Hash};

use bytes::Bytes;
use http::header::CONTENT_ENCODING;
use http::{HeaderMap, StatusCode};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::format::error::ReadError;
use crate::format::json::object::{self, value};
use crate::format::json::{self, text};
#[cfg(feature = "xml")]
use crate::format::xml;
use crate::request::header::{charset, media_type};
use crate::response::reply::Reply;
use crate::stream::ByteStream;
use crate::text::excerpt::{excerpt, one_line};
use crate::text::redact::hide_all;

/// The media type that types read from JSON accept.
pub(crate) const JSON: Option<&str> = Some("application/json");

/// A type that a response can be read as.
///
/// Usually derived; see [`macro@crate::FromResponse`]. It is implemented for `()`, [`Bytes`], `String`, `Option<T>`, `Vec<T>`, maps,
/// [`serde_json::Value`], [`Json<T>`], [`Response<T>`],
/// [`Conditional<T>`](crate::Conditional), [`ByteStream`], [`JsonLines<T>`](crate::JsonLines),
/// [`Events`](crate::Events), [`JsonEvents<T>`](crate::JsonEvents), [`TextLines`](crate::TextLines) and
/// [`Linked<T>`](crate::Linked).
#[diagnostic::on_unimplemented(
    message = "a response cannot be read as `{Self}`",
    label = "does not implement `FromResponse`",
    note = "derive it: `#[derive(Deserialize, FromResponse)]`; for a type of another crate, write `Json<{Self}>`"
)]
pub trait FromResponse: Sized {
    /// The `accept` header of the request, unless an argument, the client or the call sets one.
    ///
    /// Types that are read from JSON accept `application/json`. `Response`, `Option` and `Conditional` accept what
    /// their content accepts. `()`, `Bytes`, `String`, streams of bytes and JSON lines, and types that are read from
    /// headers alone send no `accept`.
    const ACCEPT: Option<&'static str> = None;

    /// Returns whether a response with this status is a result and not an error.
    fn accepts(status: StatusCode) -> bool {
        status.is_success()
    }

    /// Returns how the body of a response with this status is received.
    fn body_mode(_status: StatusCode) -> BodyMode {
        BodyMode::Parsed
    }

    /// Reads the response.
    fn from_response(reply: Reply) -> Result<Self, DecodeError>;
}

/// How the body of a response is received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyMode {
    /// The body is read into memory. The response is an error if the error type of the API recognizes one in it; see `when` of
    /// [`macro@crate::ApiError`].
    Parsed,
    /// The body is read into memory, and the response is a result whatever the body contains.
    Verbatim,
    /// The body is passed on unread, as a stream.
    Streamed,
}

/// The reason why a response cannot be read: the path of the fault, its description, and the beginning of the body.
///
/// `Display` and `Debug` name members and kinds, but show neither values nor the beginning of the body, which may be
/// confidential.
pub struct DecodeError {
    path: String,
    message: String,
    excerpt: String,
}

impl DecodeError {
    /// Creates an error for a fault at a header or a JSON path.
    pub fn new(path: impl Into<String>, message: impl fmt::Display, reply: &Reply) -> Self {
        Self {
            path: path.into(),
            message: message.to_string(),
            excerpt: excerpt(reply.body()),
        }
    }

    /// Replaces each of these secrets by `***`: messages of types may quote the response.
    pub(crate) fn hiding(self, secrets: &[String]) -> Self {
        let hide = |text: String| hide_all(secrets, &text).into_owned();
        Self {
            path: hide(self.path),
            message: hide(self.message),
            excerpt: hide(self.excerpt),
        }
    }

    /// Creates an error for a fault in a part of a body.
    pub(crate) fn of_text(path: String, message: String, text: &[u8]) -> Self {
        Self {
            path,
            message,
            excerpt: excerpt(text),
        }
    }

    /// Returns the JSON path or the header of the fault; `.` is the whole body.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the description of the fault.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the beginning of the body, which may be confidential.
    pub fn excerpt(&self) -> &str {
        &self.excerpt
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("message", &self.message)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at `{}`: {}", one_line(&self.path), one_line(&self.message))
    }
}

impl std::error::Error for DecodeError {}

/// Reads the body as JSON.
pub(crate) fn from_json<T: DeserializeOwned>(reply: &Reply) -> Result<T, DecodeError> {
    match json::decode_body(reply.body()) {
        Ok(value) => Ok(value),
        Err(error) => Err(json_error(&error, reply)),
    }
}

/// Reads the body as JSON into a declared type. In errors, `message` is also read from `Message` and vice versa, since
/// AWS services do not always write the one that they declare.
pub(crate) fn from_json_object<T: DeserializeOwned>(reply: &Reply) -> Result<T, DecodeError> {
    let is_error = reply.status().is_client_error() || reply.status().is_server_error();
    if is_error
        && let Some(body) = with_both_messages(reply.body())
        // Types that declare both names, or reject unknown members, fail here and are read from the body as it is.
        && let Ok(value) = json::decode_body(body.as_bytes())
    {
        return Ok(value);
    }
    from_json(reply)
}

/// Reads a member of the body as JSON.
#[inline]
pub(crate) fn from_json_member<T: DeserializeOwned>(reply: &Reply, path: &str) -> Result<T, DecodeError> {
    json::decode_value(member(reply, path)?).map_err(|error| {
        let error = error.below(path);
        DecodeError::new(error.path(), &error, reply)
    })
}

/// Reads the body as XML.
#[cfg(feature = "xml")]
#[inline]
pub(crate) fn from_xml<T: DeserializeOwned>(reply: &Reply) -> Result<T, DecodeError> {
    xml::decode_body(reply.body()).map_err(|error| xml_error(&error, reply))
}

/// Reads an element of the body as XML.
#[cfg(feature = "xml")]
#[inline]
pub(crate) fn from_xml_member<T: DeserializeOwned>(reply: &Reply, path: &str) -> Result<T, DecodeError> {
    xml::decode_member(reply.body(), path).map_err(|error| xml_error(&error, reply))
}

#[cfg(feature = "xml")]
#[inline]
fn xml_error(error: &ReadError, reply: &Reply) -> DecodeError {
    match hint(reply, "xml").filter(|_| error.path() == ".") {
        Some(hint) => DecodeError::new(".", format_args!("{error}; {hint}"), reply),
        None => DecodeError::new(error.path(), error, reply),
    }
}

/// Returns the JSON text of a member of the body.
#[inline]
fn member<'r>(reply: &'r Reply, path: &str) -> Result<&'r str, DecodeError> {
    if let Some(value) = object::at(reply.body(), path) {
        return Ok(value.get());
    }
    // If the body is not JSON, that is reported instead.
    from_json::<IgnoredAny>(reply)?;
    Err(match hint(reply, "json") {
        Some(hint) => DecodeError::new(path, format_args!("missing member; {hint}"), reply),
        None => DecodeError::new(path, "missing member", reply),
    })
}

fn json_error(error: &ReadError, reply: &Reply) -> DecodeError {
    match hint(reply, "json").filter(|_| error.path() == ".") {
        Some(hint) => DecodeError::new(".", format_args!("{error}; {hint}"), reply),
        None => DecodeError::new(error.path(), error, reply),
    }
}

/// Explains why a body as a whole is not in a format.
fn hint(reply: &Reply, format: &str) -> Option<String> {
    if reply.body().is_empty() {
        return Some("the response has no body".to_owned());
    }
    if let Some(compressed) = compressed(reply.headers()) {
        return Some(format!("it is {compressed}"));
    }
    let media_type = media_type(reply.headers()).filter(|media_type| is_name(media_type))?;
    (!media_type.contains(format)).then(|| format!("the service sent `{media_type}`"))
}

/// Describes the compression of a body that is still compressed.
pub(crate) fn compressed(headers: &HeaderMap) -> Option<String> {
    let coding = headers.get(CONTENT_ENCODING)?.to_str().ok()?.to_ascii_lowercase();
    let is_known = ["gzip", "x-gzip", "deflate", "br", "zstd"].contains(&&*coding);
    is_known.then(|| format!("compressed with `{coding}`; the feature `compression` decodes gzip and deflate"))
}

/// Whether a text can be the name of a media type or a charset. Any other text is not shown: it may be confidential.
fn is_name(text: &str) -> bool {
    let is_in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"/+-._:".contains(&byte);
    !text.is_empty() && text.len() < 100 && text.bytes().all(is_in_name)
}

/// A result together with the status, headers and request id of its response.
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    request_id: Option<String>,
    value: T,
}

impl<T> Response<T> {
    /// Creates a response with status 200 and no headers, for test doubles.
    pub fn new(value: T) -> Self {
        Self {
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            request_id: None,
            value,
        }
    }

    /// Returns the status code.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the id that the service assigned to the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Returns the result.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Returns the result without its response.
    pub fn into_value(self) -> T {
        self.value
    }
}

impl Response<()> {
    /// Returns the head of a response, before its value is read.
    pub(crate) fn head(reply: &Reply) -> Self {
        Self {
            status: reply.status(),
            headers: reply.headers().clone(),
            request_id: reply.request_id().map(str::to_owned),
            value: (),
        }
    }

    /// Adds the value to the head.
    pub(crate) fn with<T>(self, value: T) -> Response<T> {
        Response {
            status: self.status,
            headers: self.headers,
            request_id: self.request_id,
            value,
        }
    }
}

/// Omits the headers, which may be confidential.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status.as_u16())
            .field("request_id", &self.request_id)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

impl<T> std::ops::Deref for Response<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: FromResponse> FromResponse for Response<T> {
    const ACCEPT: Option<&'static str> = T::ACCEPT;

    fn accepts(status: StatusCode) -> bool {
        T::accepts(status)
    }

    fn body_mode(status: StatusCode) -> BodyMode {
        T::body_mode(status)
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        let head = Response::head(&reply);
        T::from_response(reply).map(|value| head.with(value))
    }
}

/// A JSON body of a type that only implements `Deserialize`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromResponse for Json<T> {
    const ACCEPT: Option<&'static str> = JSON;

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        from_json_object(&reply).map(Self)
    }
}

/// Ignores the body.
impl FromResponse for () {
    fn from_response(_: Reply) -> Result<Self, DecodeError> {
        Ok(())
    }
}

impl FromResponse for Bytes {
    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Verbatim
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        Ok(reply.into_parts().2)
    }
}

impl FromResponse for ByteStream {
    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Streamed
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        Ok(reply.into_stream())
    }
}

/// Reads the body as UTF-8 text, without a byte order mark.
impl FromResponse for String {
    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Verbatim
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        match std::str::from_utf8(reply.body()) {
            Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
            Err(error) => {
                let error = match text_hint(reply.headers()) {
                    Some(hint) => format!("the body is not UTF-8: {error}; {hint}"),
                    None => format!("the body is not UTF-8: {error}"),
                };
                Err(DecodeError::new(".", error, &reply))
            }
        }
    }
}

/// Explains why a body is not UTF-8.
#[inline]
fn text_hint(headers: &HeaderMap) -> Option<String> {
    if let Some(compressed) = compressed(headers) {
        return Some(format!("it is {compressed}"));
    }
    let charset = charset(headers).filter(|charset| is_name(charset) && !charset.eq_ignore_ascii_case("utf-8"))?;
    Some(format!(
        "its charset is `{charset}`; use `Bytes` as the result type and decode the text"
    ))
}

/// `None` if the body is empty or `null`.
impl<T: FromResponse> FromResponse for Option<T> {
    const ACCEPT: Option<&'static str> = T::ACCEPT;

    fn accepts(status: StatusCode) -> bool {
        T::accepts(status)
    }

    fn body_mode(status: StatusCode) -> BodyMode {
        T::body_mode(status)
    }

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        if T::body_mode(reply.status()) != BodyMode::Streamed && matches!(reply.body().trim_ascii(), b"" | b"null") {
            Ok(None)
        } else {
            T::from_response(reply).map(Some)
        }
    }
}

impl FromResponse for serde_json::Value {
    const ACCEPT: Option<&'static str> = JSON;

    fn body_mode(_: StatusCode) -> BodyMode {
        BodyMode::Verbatim
    }

    #[inline]
    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        from_json(&reply)
    }
}

impl<T: DeserializeOwned> FromResponse for Vec<T> {
    const ACCEPT: Option<&'static str> = JSON;

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        from_json::<Option<Self>>(&reply).map(Option::unwrap_or_default)
    }
}

impl<K: DeserializeOwned + Ord, V: DeserializeOwned> FromResponse for BTreeMap<K, V> {
    const ACCEPT: Option<&'static str> = JSON;

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        from_json::<Option<Self>>(&reply).map(Option::unwrap_or_default)
    }
}

impl<K, V, S> FromResponse for HashMap<K, V, S>
where
    K: DeserializeOwned + Eq + Hash,
    V: DeserializeOwned,
    S: BuildHasher + Default,
{
    const ACCEPT: Option<&'static str> = JSON;

    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        from_json::<Option<Self>>(&reply).map(Option::unwrap_or_default)
    }
}

/// Adds `Message` to a JSON object that has `message`, or vice versa. Returns `None` if it has neither or both.
#[inline]
fn with_both_messages(body: &[u8]) -> Option<String> {
    let (name, value) = match (value(body, "message"), value(body, "Message")) {
        (Some(value), None) => ("Message", value),
        (None, Some(value)) => ("message", value),
        _ => return None,
    };
    let members = text(body).ok()?.trim_end().strip_suffix('}')?;
    Some(format!(r#"{members},"{name}":{value}}}"#))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_is_added_in_the_other_case_unless_both_are_present() {
        for (body, both) in [
            (r#"{"Message":"a"}"#, Some(r#"{"Message":"a","message":"a"}"#)),
            (
                "\u{feff} {\"a\":{\"Message\":1},\"mess\\u0061ge\":{\"b\":\"}\"} } \n",
                Some(" {\"a\":{\"Message\":1},\"mess\\u0061ge\":{\"b\":\"}\"} ,\"Message\":{\"b\":\"}\"}}"),
            ),
            (r#"{"Message":"a","message":null}"#, None),
            (r#"{"a":{"Message":"a"}}"#, None),
            (r#"["Message"]"#, None),
            (r#"{"Message":"a"} x"#, None),
            ("", None),
        ] {
            assert_eq!(with_both_messages(body.as_bytes()).as_deref(), both, "{body}");
        }
    }
}
