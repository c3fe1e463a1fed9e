//! Presigned requests: the credentials are in the URL, for some time.

// What few programs use is inlined, so that only they compile it.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::header::USER_AGENT;
use http::{HeaderMap, Method};

use super::PreparedCall;
use crate::error::Failure;

/// A URL that does, without further credentials, what a call would: any HTTP client can send it, by
/// [`method`](Self::method), with [`headers`](Self::headers) and [`body`](Self::body).
///
/// It displays as the URL. Whoever has it can make the call: treat it as a secret. `Debug` leaves the query out.
#[derive(Clone)]
pub struct Presigned {
    method: Method,
    url: String,
    headers: HeaderMap,
    body: Bytes,
}

impl Presigned {
    /// The method to use.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers that were signed, and must be sent.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body that was signed, and must be sent; empty where there is none.
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

/// Signs the request of a call in its URL.
pub(super) async fn presign(prepared: PreparedCall, expires: Duration) -> Result<Presigned, Failure> {
    let request = prepared
        .request
        .map_err(|error| Failure::refused(prepared.operation.name, error))?;
    let mut request = request.attempt(prepared.client.default_headers());
    // The user agent is not signed; whoever sends the request has their own.
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
