//! API keys: a fixed secret in a header or in the query.

use std::fmt;
use std::time::SystemTime;

use http::{HeaderName, HeaderValue};
use zeroize::Zeroizing;

use super::{Auth, AuthFuture, sensitive};
use crate::request::Request;

/// Sends a key with every request, in a header or in the query.
///
/// ```
/// use rest_op::{ApiKey, Client};
///
/// let client = Client::builder("https://api.example.com").auth(ApiKey::header("x-api-key", "key")).build()?;
/// let client = Client::builder("https://api.example.com").auth(ApiKey::query("api_key", "key")).build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub struct ApiKey(Result<Place, String>);

enum Place {
    Header(HeaderName, HeaderValue),
    Query(String, Zeroizing<String>),
}

impl ApiKey {
    /// Sends the key in a header. If the header has a scheme, the key must include it.
    pub fn header(name: &str, key: impl AsRef<str>) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("{name:?} is not a valid header name"));
        Self(name.and_then(|name| Ok(Place::Header(name, sensitive(key.as_ref(), "API key")?))))
    }

    /// Sends the key as a query parameter.
    ///
    /// Servers and proxies log URLs. Prefer a header if the service accepts both.
    pub fn query(name: impl Into<String>, key: impl Into<String>) -> Self {
        Self(Ok(Place::Query(name.into(), Zeroizing::new(key.into()))))
    }
}

impl Auth for ApiKey {
    #[inline]
    fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            match self.0.as_ref().map_err(Clone::clone)? {
                Place::Header(name, key) => {
                    request.headers_mut().insert(name.clone(), key.clone());
                }
                Place::Query(name, key) => request.set_credential(name, key),
            }
            Ok(())
        })
    }
}

impl fmt::Debug for ApiKey {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(Place::Header(name, _)) => write!(f, "ApiKey(header {name})"),
            Ok(Place::Query(name, _)) => write!(f, "ApiKey(query {name})"),
            Err(_) => f.write_str("ApiKey(..)"),
        }
    }
}
