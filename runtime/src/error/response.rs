//! Error responses of a service: their code, their message, and the typed errors made from them.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::header::DATE;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::error::body::StringMembers;
use crate::format::json;
use crate::request::header::media_type;
use crate::response::from_response::{DecodeError, FromResponse, compressed};
use crate::response::reply::{self, Reply};
use crate::text::excerpt::{excerpt, one_line};
use crate::text::http_date::parse_http_date;
use crate::text::redact::{Secrets, hide_all};

/// An error type of an API, made from an error response: by its code, else by its status.
///
/// Usually derived; see [`macro@crate::ApiError`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error type of an API",
    label = "does not implement `ApiError`",
    note = "derive it: `#[derive(ApiError)]` on an enum with a variant `#[api_error(other)] Other(ErrorResponse)`"
)]
pub trait ApiError: Sized {
    /// Makes the typed error from a response.
    fn from_error_response(response: ErrorResponse) -> Self;
}

/// An error response of a service: status, code and message, headers and body.
///
/// The code is the name of the error. It is read from the header `x-amzn-errortype`, else from the member `__type` or
/// `code` of the JSON body, without namespace and URI; else from the `type` of a problem (RFC 9457); else from `code`,
/// `type` or `status` of an object `error`, or from a string `error` that is one word (RFC 6749, section 5.2). In XML
/// it is the `Code` of an `Error`, as in S3. A number is not read as a code: select by the status, or read the body. An
/// `ErrorResponse` is made from any body.
#[derive(Clone)]
pub struct ErrorResponse(Arc<Inner>);

struct Inner {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    /// The beginning of a body without code and message, or the compression of one that is still compressed.
    excerpt: String,
}

impl ErrorResponse {
    /// Reads a response with an error status.
    pub fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self::from_reply(Reply::new(status, headers, body))
    }

    pub(crate) fn from_reply(reply: Reply) -> Self {
        Self::hiding(&Secrets::default(), reply)
    }

    /// Reads the response to a request that carried `secrets`. Services may quote rejected credentials.
    pub(crate) fn hiding(secrets: &Secrets, reply: Reply) -> Self {
        let (status, mut headers, body) = reply.into_parts();
        // Hidden here, they cannot reach anything that is made from the response.
        let mut secrets = secrets.texts();
        hide_in_headers(&secrets, &mut headers);
        super::redirect::push_secrets(&mut secrets, &headers);
        let body = hide_in_body(&secrets, body);
        let texts = StringMembers::of(&body);
        let code = code(&headers, &texts).map(str::to_owned);
        let message = message(&texts, code.as_deref()).map(str::to_owned);
        let request_id = reply::request_id(&headers).map(str::to_owned);
        let excerpt = match compressed(&headers).filter(|_| !body.is_empty()) {
            Some(compressed) => format!("the body is {compressed}"),
            None if code.is_none() && message.is_none() => excerpt(&body),
            None => String::new(),
        };
        Self(Arc::new(Inner {
            status,
            headers,
            body,
            code,
            message,
            request_id,
            excerpt,
        }))
    }

    /// Returns the status code.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Returns the error code, without namespace and URI.
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// Returns the error message for people.
    pub fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// Returns the id that the service assigned to the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// Returns the time of the response by the clock of the service: the header `date`.
    pub fn date(&self) -> Option<SystemTime> {
        parse_http_date(self.0.headers.get(DATE)?.to_str().ok()?.trim()).map(SystemTime::from)
    }

    /// Returns the header fields.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Returns the body. Credentials of the request in it are replaced by `***`.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// Returns the response that the error was made from.
    pub fn to_reply(&self) -> Reply {
        Reply::new(self.0.status, self.0.headers.clone(), self.0.body.clone())
    }
}

/// Returns the first candidate that is a code.
fn code<'a>(headers: &'a HeaderMap, texts: &'a StringMembers) -> Option<&'a str> {
    let header = headers.get("x-amzn-errortype").and_then(|value| value.to_str().ok());
    let candidates = [
        header.map(clean),
        texts.get("__type").map(clean),
        texts.get("code").map(clean),
        texts.get("type").filter(|_| is_problem(headers)),
        texts.get("error.code"),
        texts.get("error.type"),
        texts.get("error.status"),
        texts.get("error").filter(|error| is_word(error)),
    ];
    let mut codes = candidates.into_iter().flatten();
    codes.find(|code| !code.is_empty() && *code != "about:blank")
}

/// Returns the first candidate that is a message.
fn message<'a>(texts: &'a StringMembers, code: Option<&str>) -> Option<&'a str> {
    let candidates = [
        texts.get("message"),
        texts.get("Message"),
        texts.get("errorMessage"),
        texts.get("detail"),
        texts.get("title"),
        texts.get("error.message"),
        texts.get("error.Message"),
        texts.get("error_description"),
        texts.get("error").filter(|error| Some(*error) != code),
    ];
    let mut messages = candidates.into_iter().flatten();
    messages.find(|message| !message.is_empty())
}

/// Replaces every secret in the body by `***`, also those that are escaped as in JSON.
fn hide_in_body(secrets: &[String], body: Bytes) -> Bytes {
    if secrets.is_empty() {
        return body;
    }
    let text = String::from_utf8_lossy(&body);
    let rewritten = json::rewrite_unescaped(&text, &|text| hide_all(secrets, text));
    if let Cow::Owned(hidden) = hide_all(secrets, &rewritten) {
        return hidden.into();
    }
    match rewritten {
        Cow::Owned(rewritten) => rewritten.into(),
        Cow::Borrowed(_) => body,
    }
}

fn hide_in_headers(secrets: &[String], headers: &mut HeaderMap) {
    for value in headers.values_mut() {
        let hidden = match hide_all(secrets, &String::from_utf8_lossy(value.as_bytes())) {
            Cow::Owned(hidden) => HeaderValue::try_from(hidden).ok(),
            Cow::Borrowed(_) => None,
        };
        if let Some(hidden) = hidden {
            *value = hidden;
        }
    }
}

/// Whether the media type is that of a problem (RFC 9457, section 3).
fn is_problem(headers: &HeaderMap) -> bool {
    media_type(headers).is_some_and(|media_type| media_type.eq_ignore_ascii_case("application/problem+json"))
}

fn is_word(text: &str) -> bool {
    !text.contains(char::is_whitespace)
}

/// Removes namespace and URI from an error code: `aws.protocoltests#FooError:http://…` becomes `FooError`.
fn clean(name: &str) -> &str {
    let name = name.split(':').next().unwrap_or(name);
    name.rsplit('#').next().unwrap_or(name).trim()
}

/// Displays as one line: `404 NotFoundException: no such account (request id 8f2…)`.
impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.status.as_u16())?;
        match (self.code(), self.0.status.canonical_reason()) {
            (Some(code), _) => write!(f, " {}", one_line(code))?,
            (None, Some(reason)) => write!(f, " {reason}")?,
            (None, None) => {}
        }
        match self.message() {
            Some(message) => write!(f, ": {}", one_line(message))?,
            None if !self.0.excerpt.is_empty() => write!(f, ": {}", self.0.excerpt)?,
            None => {}
        }
        match self.request_id() {
            Some(id) => write!(f, " (request id {})", one_line(id)),
            None => Ok(()),
        }
    }
}

/// Omits headers and body, which may be confidential.
impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse")
            .field("status", &self.0.status.as_u16())
            .field("code", &self.code().map(one_line))
            .field("message", &self.message().map(one_line))
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ErrorResponse {}

impl ApiError for ErrorResponse {
    fn from_error_response(response: ErrorResponse) -> Self {
        response
    }
}

impl FromResponse for ErrorResponse {
    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self::from_reply(reply))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(headers: &[(&'static str, &'static str)], body: &str) -> ErrorResponse {
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        ErrorResponse::new(StatusCode::NOT_FOUND, headers, Bytes::copy_from_slice(body.as_bytes()))
    }

    #[test]
    fn code_is_found_by_header_then_type_then_code_and_cleaned() {
        let both = r#"{"__type":"ns#TypeError:http://x","code":"CodeError","Code":"NotFound","Message":"gone"}"#;
        assert_eq!(
            response(&[("x-amzn-errortype", "FooError:http://a/b#c")], both).code(),
            Some("FooError")
        );
        assert_eq!(response(&[], both).code(), Some("TypeError"));
        assert_eq!(response(&[], r#"{"code":"ns#CodeError"}"#).code(), Some("CodeError"));
        assert_eq!(response(&[], r#"{"Code":"NotFound"}"#).code(), None);
        for empty in [r#"{"__type":"","code":"Foo"}"#, r#"{"__type":"ns#","code":"Foo"}"#] {
            assert_eq!(
                response(&[("x-amzn-errortype", ":http://x")], empty).code(),
                Some("Foo")
            );
        }
        let outer = r#"{"code":"Outer","error":{"code":"Inner"}}"#;
        assert_eq!(response(&[], outer).code(), Some("Outer"));
        assert_eq!(response(&[], "<html>").code(), None);
    }

    #[test]
    fn code_and_message_are_found_where_well_known_apis_have_them() {
        for (body, code, message) in [
            (
                r#"{"error":{"type":"card_error","code":"declined","message":"No."}}"#,
                "declined",
                "No.",
            ),
            (
                r#"{"error":{"message":"No model.","type":"invalid","code":null}}"#,
                "invalid",
                "No model.",
            ),
            (
                r#"{"type":"error","error":{"type":"overloaded","message":"Busy"}}"#,
                "overloaded",
                "Busy",
            ),
            (
                r#"{"error":{"code":404,"message":"Gone","status":"NOT_FOUND"}}"#,
                "NOT_FOUND",
                "Gone",
            ),
            (
                r#"{"error":"invalid_grant","error_description":"Too late"}"#,
                "invalid_grant",
                "Too late",
            ),
            (
                "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>",
                "NoSuchKey",
                "gone",
            ),
        ] {
            let error = response(&[], body);
            assert_eq!((error.code(), error.message()), (Some(code), Some(message)), "{body}");
        }
        let sentence = response(&[], r#"{"error":"no such room"}"#);
        assert_eq!((sentence.code(), sentence.message()), (None, Some("no such room")));
        let same = response(&[], r#"{"code":"Forbidden","message":"Forbidden","title":"x"}"#);
        assert_eq!((same.code(), same.message()), (Some("Forbidden"), Some("Forbidden")));
        let empty = response(&[], r#"{"message":"","error_description":"Too late"}"#);
        assert_eq!((empty.code(), empty.message()), (None, Some("Too late")));
        let word = response(&[], r#"{"error":"unauthorized"}"#);
        assert_eq!((word.code(), word.message()), (Some("unauthorized"), None));
    }

    #[test]
    fn display_is_one_line_for_every_body() {
        let full = response(
            &[("x-amzn-errortype", "Gone"), ("x-amzn-requestid", "8f2")],
            r#"{"message":"a\nsecret"}"#,
        );
        assert_eq!(full.to_string(), "404 Gone: a (request id 8f2)");
        assert_eq!(response(&[], "<html>\n<b>").to_string(), "404 Not Found: <html> <b>");
        assert_eq!(response(&[], "").to_string(), "404 Not Found");
    }
}
