//! Presigned requests, whose URL contains a signature that expires.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::USER_AGENT;
use http::{HeaderMap, Method};

use super::PreparedCall;
use crate::error::Failure;

/// A URL that makes a call without further credentials. Any HTTP client can send it with its [`method`](Self::method),
/// [`headers`](Self::headers) and [`body`](Self::body).
///
/// It displays as the URL. Anyone who has the URL can make the call, so treat it as a secret. `Debug` omits the query.
#[derive(Clone)]
pub struct Presigned {
    method: Method,
    url: String,
    headers: HeaderMap,
    body: Bytes,
}

impl Presigned {
    /// Returns the method to send.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the signed headers, which must be sent.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the signed body, which must be sent; empty if the call has none.
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl fmt::Display for Presigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

impl fmt::Debug for Presigned {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Presigned({} {})",
            self.method,
            self.url.split('?').next().unwrap_or("")
        )
    }
}

/// Signs the request of a call in its query.
pub(super) async fn presign(prepared: PreparedCall, expires: Duration) -> Result<Presigned, Failure> {
    let request = prepared
        .request
        .map_err(|error| Failure::refused(prepared.operation.name, error))?;
    let mut request = request.attempt(prepared.client.default_headers());
    // The user agent is not signed, since the sender of the request has its own.
    request.headers_mut().remove(USER_AGENT);
    prepared
        .client
        .presign(prepared.operation, &mut request, &prepared.options, expires)
        .await?;
    Ok(Presigned {
        method: request.method().clone(),
        url: request.url().to_owned(),
        headers: request.headers().clone(),
        body: request.body().cloned().unwrap_or_default(),
    })
}
