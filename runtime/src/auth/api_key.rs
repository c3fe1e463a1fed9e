//! API keys: one secret in every request, in a header or in the query.

// Inlined, so that only programs that use it compile it.

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
    /// Takes the name of a header and the key that stands in it, with its scheme if it has one.
    pub fn header(name: &str, key: impl AsRef<str>) -> Self {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("{name:?} is no header name"));
        Self(name.and_then(|name| Ok(Place::Header(name, sensitive(key.as_ref(), "API key")?))))
    }

    /// Takes the name of a query parameter and the key that is its value.
    ///
    /// Servers and proxies log URLs; where the service takes the key in a header as well, prefer that.
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
