//! Requests, as the service received them.

use bytes::Bytes;
use http::{HeaderMap, Method};

/// A request, as the service received it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The path and query, unchanged: `/accounts/a%2Fb/rooms?max-results=5`.
    pub target: String,
    /// The headers. `Debug` hides the value of `x-amz-security-token`.
    pub headers: HeaderMap,
    /// The body. It is empty if the request had none.
    pub body: Bytes,
}

impl RecordedRequest {
    pub(super) fn new(parts: http::request::Parts, body: Bytes) -> Self {
        let mut headers = parts.headers;
        if let Some(token) = headers.get_mut("x-amz-security-token") {
            token.set_sensitive(true);
        }
        let target = parts
            .uri
            .path_and_query()
            .map_or("/", http::uri::PathAndQuery::as_str)
            .to_owned();
        Self {
            method: parts.method,
            target,
            headers,
            body,
        }
    }
}
