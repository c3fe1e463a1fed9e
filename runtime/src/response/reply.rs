//! A received response, from which `FromResponse` and `ApiError` read.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::stream::ByteStream;

/// The headers in which services send the id of a request.
static REQUEST_ID: [HeaderName; 5] = [
    HeaderName::from_static("x-amzn-requestid"),
    HeaderName::from_static("x-amz-request-id"),
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("request-id"),
    HeaderName::from_static("x-github-request-id"),
];

/// A received response, from which [`FromResponse`](crate::FromResponse) reads.
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    stream: Option<ByteStream>,
    /// The places of code and message in an error that this response is read as.
    errors: Option<&'static ErrorSpec>,
}

impl Reply {
    /// Creates a response whose body has been read.
    pub fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self {
            status,
            headers,
            body,
            stream: None,
            errors: None,
        }
    }

    /// Creates a response whose body has not been read.
    pub(crate) fn streamed(status: StatusCode, headers: HeaderMap, stream: ByteStream) -> Self {
        Self {
            status,
            headers,
            body: Bytes::new(),
            stream: Some(stream),
            errors: None,
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

    /// Returns the body; empty if it is streamed.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the body as a stream.
    pub fn into_stream(self) -> ByteStream {
        self.stream.unwrap_or_else(|| self.body.into())
    }

    /// Changes the stream of a body that is not read into memory.
    #[cfg(feature = "checksum")]
    #[inline]
    pub(crate) fn map_stream(mut self, change: impl FnOnce(ByteStream) -> ByteStream) -> Self {
        let stream = self.stream.take().unwrap_or_else(|| self.body.clone().into());
        self.stream = Some(change(stream));
        self
    }

    /// Returns the id that the service assigned to the request.
    pub fn request_id(&self) -> Option<&str> {
        self.request_id_field()?.to_str().ok()
    }

    /// The header that contains the request id.
    pub(crate) fn request_id_field(&self) -> Option<&HeaderValue> {
        request_id_field(&self.headers)
    }

    /// Sets the places of code and message in an error that this response is read as.
    pub(crate) fn with_errors(mut self, errors: Option<&'static ErrorSpec>) -> Self {
        self.errors = errors;
        self
    }

    pub(crate) fn errors(&self) -> Option<&'static ErrorSpec> {
        self.errors
    }

    pub(crate) fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        (self.status, self.headers, self.body)
    }
}

/// The rules in the attributes of an error type, written by `#[derive(ApiError)]`.
pub struct ErrorSpec {
    /// Returns whether a response with a status of success is an error.
    pub when: Option<fn(&Reply) -> bool>,
    /// Reads the code, in place of the usual places.
    pub code: Option<fn(&Reply) -> Option<String>>,
    /// Reads the message, in place of the usual places.
    pub message: Option<fn(&Reply) -> Option<String>>,
}

/// The id that the service assigned to the request.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    request_id_field(headers)?.to_str().ok()
}

fn request_id_field(headers: &HeaderMap) -> Option<&HeaderValue> {
    REQUEST_ID.iter().find_map(|name| headers.get(name))
}

/// Omits headers and body, which may be confidential.
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reply({}, {} bytes)", self.status, self.body.len())
    }
}
