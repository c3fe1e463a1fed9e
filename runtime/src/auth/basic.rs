//! Basic authentication (RFC 7617): a user name and a password in every request.

use std::fmt;
use std::time::SystemTime;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use http::header::AUTHORIZATION;
use zeroize::Zeroizing;

use super::{Auth, AuthFuture, sensitive};
use crate::request::Request;

/// Sends a user name and a password with every request, in UTF-8.
///
/// ```
/// use rest_op::{Basic, Client};
///
/// let client = Client::builder("https://registry.example.com").auth(Basic::new("user", "password")).build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub struct Basic(Result<HeaderValue, String>);

impl Basic {
    /// Sends a user name, which must not contain a colon, and a password. Either may be empty.
    pub fn new(user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        let (user, password) = (user.as_ref(), password.as_ref());
        if user.contains(':') {
            return Self(Err("the user name must not contain a colon (RFC 7617)".to_owned()));
        }
        let pair = Zeroizing::new(format!("{user}:{password}"));
        let text = Zeroizing::new(format!("Basic {}", STANDARD.encode(pair.as_bytes())));
        Self(sensitive(&text, "password"))
    }
}

impl Auth for Basic {
    #[inline]
    fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            request.headers_mut().insert(AUTHORIZATION, self.0.clone()?);
            Ok(())
        })
    }
}

impl fmt::Debug for Basic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Basic(..)")
    }
}
