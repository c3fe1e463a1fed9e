//! Error responses of a service: their code, their message, and the typed errors made from them.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use bytes::Bytes;
use http::header::DATE;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::error::body::ScalarMembers;
use crate::format::json;
use crate::request::header::media_type;
use crate::response::error_spec::header;
use crate::response::from_response::{DecodeError, FromResponse, compressed};
use crate::response::reply::{self, ErrorSpec, Reply};
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
    /// The rules of the type's attributes: which accepted responses are errors, and where an error has its code and
    /// message.
    #[doc(hidden)]
    const SPEC: Option<&'static ErrorSpec> = None;

    /// Makes the typed error from a response.
    fn from_error_response(response: ErrorResponse) -> Self;
}

/// An error response of a service: status, code and message, headers and body.
///
/// The code is the name of the error, and the message is for people. Unless the error type of the API names their places
/// (`code_at`, `code_header`, `message_at` of [`macro@crate::ApiError`]), they are read from the first of these places that
/// has one:
///
/// | | |
/// |---|---|
/// | code | the headers `x-amzn-errortype` and `x-ms-error-code`; the members `__type` and `code` |
/// | | `type` of a problem (RFC 9457) |
/// | | `error.code`, `error.type`, `error.status`; `error` if it is one word (RFC 6749, section 5.2) |
/// | | `errors[0].code`, `[0].errorCode`, `errorCode`, `error_code`; `reason`, `error.reason` if they are one word |
/// | | `Code` of an `Error` in XML, as in S3 |
/// | | a whole number `code`, `error.code`, `errors[0].code`, `errorCode` or `error_code` that is not the status |
/// | message | `message`, `Message`, `errorMessage`, `detail`, `title`, `error.message`, `error.Message`, `error_description` |
/// | | `error.reason`; `message`, `detail` or `title` of `errors[0]`; `[0].message`; `error`, `reason` |
/// | | `Message` of an `Error` in XML |
///
/// Namespace and URI are removed from codes of AWS. An `ErrorResponse` is made from any body.
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
    spec: Option<&'static ErrorSpec>,
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
        let spec = reply.errors();
        let (status, mut headers, body) = reply.into_parts();
        // Hidden here, they cannot reach anything that is made from the response.
        let mut secrets = secrets.texts();
        hide_in_headers(&secrets, &mut headers);
        super::redirect::push_secrets(&mut secrets, &headers);
        let reply = Reply::new(status, headers, hide_in_body(&secrets, body));
        let texts = ScalarMembers::of(reply.body());
        let code = match spec.and_then(|spec| spec.code) {
            Some(read) => read(&reply),
            None => code(&reply, &texts).map(str::to_owned),
        };
        let message = match spec.and_then(|spec| spec.message) {
            Some(read) => read(&reply),
            None => message(&texts, code.as_deref()).map(str::to_owned),
        };
        let (status, headers, body) = reply.into_parts();
        let request_id = reply::request_id(&headers).map(str::to_owned);
        let excerpt = match compressed(&headers).filter(|_| !body.is_empty()) {
            Some(compressed) => format!("the body is {compressed}"),
            // The body of a successful response may be confidential.
            None if code.is_none() && message.is_none() && !status.is_success() => excerpt(&body),
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
            spec,
        }))
    }

    /// Returns the same response with the code and message of the places that the error type names.
    #[inline]
    pub(crate) fn read_by(self, spec: Option<&'static ErrorSpec>) -> Self {
        let is_read = spec.map(std::ptr::from_ref) == self.0.spec.map(std::ptr::from_ref);
        if is_read {
            self
        } else {
            Self::from_reply(self.to_reply().with_errors(spec))
        }
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
        Reply::new(self.0.status, self.0.headers.clone(), self.0.body.clone()).with_errors(self.0.spec)
    }
}

/// Returns the code from the usual places.
#[inline]
pub(crate) fn usual_code(reply: &Reply) -> Option<String> {
    code(reply, &ScalarMembers::of(reply.body())).map(str::to_owned)
}

/// Returns the first candidate that is a code.
fn code<'a>(reply: &'a Reply, texts: &'a ScalarMembers) -> Option<&'a str> {
    let headers = reply.headers();
    let word = |name| texts.get(name).filter(|text| !text.contains(char::is_whitespace));
    let candidates = [
        header(headers, "x-amzn-errortype").map(clean),
        header(headers, "x-ms-error-code"),
        texts.get("__type").map(clean),
        texts.get("code").map(clean),
        texts.get("type").filter(|_| is_problem(headers)),
        texts.get("error.code"),
        texts.get("error.type"),
        texts.get("error.status"),
        word("error"),
        texts.get("errors[0].code"),
        texts.get("[0].errorCode"),
        texts.get("errorCode"),
        texts.get("error_code"),
        word("reason"),
        word("error.reason"),
    ];
    let mut codes = candidates.into_iter().flatten();
    let name = codes.find(|code| !code.is_empty() && *code != "about:blank");
    name.or_else(|| number(reply.status(), texts))
}

/// Returns a number that is the code of an error without a name, unless it is the status.
fn number(status: StatusCode, texts: &ScalarMembers) -> Option<&str> {
    let places = ["code", "error.code", "errors[0].code", "errorCode", "error_code"];
    let mut numbers = places.into_iter().filter_map(|place| texts.integer(place));
    numbers.find(|number| *number != status.as_str())
}

/// Returns the first candidate that is a message.
fn message<'a>(texts: &'a ScalarMembers, code: Option<&str>) -> Option<&'a str> {
    let unless_code = |name| texts.get(name).filter(|text| Some(*text) != code);
    let candidates = [
        texts.get("message"),
        texts.get("Message"),
        texts.get("errorMessage"),
        texts.get("detail"),
        texts.get("title"),
        texts.get("error.message"),
        texts.get("error.Message"),
        texts.get("error_description"),
        unless_code("error.reason"),
        texts.get("errors[0].message"),
        texts.get("errors[0].detail"),
        texts.get("errors[0].title"),
        texts.get("[0].message"),
        unless_code("error"),
        unless_code("reason"),
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
            (None, _) if self.0.status.is_success() => f.write_str(" with an error in its body")?,
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

impl AsRef<Self> for ErrorResponse {
    #[inline]
    fn as_ref(&self) -> &Self {
        self
    }
}

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
            // The registries of OCI, JSON:API, Salesforce, Kubernetes, CouchDB, Elasticsearch, Twilio, Telegram.
            (r#"{"errors":[{"code":"DENIED","message":"No."}]}"#, "DENIED", "No."),
            (
                r#"{"errors":[{"status":"404","code":"gone","title":"Gone"}]}"#,
                "gone",
                "Gone",
            ),
            (r#"[{"errorCode":"NOT_FOUND","message":"Gone"}]"#, "NOT_FOUND", "Gone"),
            (r#"{"errorCode":"E1","message":"Gone"}"#, "E1", "Gone"),
            (r#"{"error_code":"E1","message":"Gone"}"#, "E1", "Gone"),
            (
                r#"{"kind":"Status","status":"Failure","message":"Gone","reason":"NotFound","code":404}"#,
                "NotFound",
                "Gone",
            ),
            (r#"{"error":"not_found","reason":"missing"}"#, "not_found", "missing"),
            (
                r#"{"error":{"root_cause":[],"type":"no_index","reason":"no such index"},"status":404}"#,
                "no_index",
                "no such index",
            ),
            (r#"{"code":21211,"message":"No.","status":404}"#, "21211", "No."),
            (r#"{"errors":[{"code":-7,"message":"No."}]}"#, "-7", "No."),
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
        let status = response(&[], r#"{"ok":false,"error_code":404,"description":"Gone"}"#);
        assert_eq!((status.code(), status.message()), (None, None));
        let reason = response(&[], r#"{"reason":"no such room"}"#);
        assert_eq!((reason.code(), reason.message()), (None, Some("no such room")));
        assert_eq!(
            response(&[("x-ms-error-code", "BlobNotFound")], "").code(),
            Some("BlobNotFound")
        );
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
