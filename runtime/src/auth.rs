//! Authentication: adds credentials to the request of each attempt.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::HeaderValue;

use crate::request::Request;
use crate::response::reply::Reply;
use crate::stream::BoxError;

pub(crate) mod api_key;
pub(crate) mod basic;
pub(crate) mod bearer;
pub(crate) mod renewal;
#[cfg(feature = "sigv4")]
pub(crate) mod sigv4;

/// The future of an [`Auth`], which fails if there are no credentials.
pub type AuthFuture<'a> = Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + 'a>>;

/// Adds credentials to requests. Implement it for your own scheme.
///
/// Built-in schemes are [`Bearer`](crate::Bearer), [`Basic`](crate::Basic), [`ApiKey`](crate::ApiKey) and
/// [`SigV4`](crate::SigV4). An implementation should mark secret headers by [`HeaderValue::set_sensitive`]: they are then
/// redacted in all output, and HTTP/2 does not index them.
///
/// ```
/// use std::time::SystemTime;
/// use rest_op::{Auth, AuthFuture, Client, Request};
///
/// struct Tenant(http::HeaderValue);
///
/// impl Auth for Tenant {
///     fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
///         request.headers_mut().insert("x-tenant", self.0.clone());
///         Box::pin(async { Ok(()) })
///     }
/// }
///
/// let tenant = Tenant(http::HeaderValue::from_static("acme"));
/// let client = Client::builder("https://api.example.com").auth(tenant).build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub trait Auth: Send + Sync + 'static {
    /// Adds credentials to the request of one attempt at `time`, by the client's clock.
    ///
    /// A scheme that signs a date should obtain it from [`Request::signing_time`].
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a>;

    /// Adds credentials to the URL of a request, valid for `expires` from `time` on. The date of a signature should be
    /// obtained from [`Request::signing_time`].
    fn presign<'a>(&'a self, request: &'a mut Request, time: SystemTime, expires: Duration) -> AuthFuture<'a> {
        let _ = (request, time, expires);
        Box::pin(async { Err(Unsignable("this kind of authentication cannot presign URLs".to_owned()).into()) })
    }

    /// Returns whether every operation may be retried, as the AWS SDKs do. By default, only idempotent ones are.
    fn repeats_all(&self) -> bool {
        false
    }

    /// Discards credentials that the service rejected with 401. Returns whether to retry with new ones.
    ///
    /// `authorization` is the header that was sent, so that credentials that another call has since renewed are kept. The
    /// `response` contains the challenge in `www-authenticate`, as it was received: a scheme that answers challenges, such
    /// as Digest, stores it here and answers it in [`authorize`](Self::authorize), which is called next. This happens at
    /// most once in a call, and never if the body is a stream.
    ///
    /// ```
    /// use std::sync::Mutex;
    /// use std::time::SystemTime;
    /// use http::HeaderValue;
    /// use rest_op::{Auth, AuthFuture, Reply, Request};
    ///
    /// /// Repeats the token of the service's challenge.
    /// #[derive(Default)]
    /// struct Echo(Mutex<Option<HeaderValue>>);
    ///
    /// impl Auth for Echo {
    ///     fn authorize<'a>(&'a self, request: &'a mut Request, _: SystemTime) -> AuthFuture<'a> {
    ///         if let Some(answer) = self.0.lock().unwrap().clone() {
    ///             request.headers_mut().insert("authorization", answer);
    ///         }
    ///         Box::pin(async { Ok(()) })
    ///     }
    ///
    ///     fn refuse(&self, _: Option<&HeaderValue>, response: &Reply) -> bool {
    ///         let challenge = response.headers().get("www-authenticate").cloned();
    ///         let is_new = challenge.is_some();
    ///         *self.0.lock().unwrap() = challenge;
    ///         is_new
    ///     }
    /// }
    /// ```
    fn refuse(&self, authorization: Option<&HeaderValue>, response: &Reply) -> bool {
        let _ = (authorization, response);
        false
    }
}

/// The reason why a request cannot be signed with any credentials.
#[derive(Debug)]
pub(crate) struct Unsignable(pub(crate) String);

impl fmt::Display for Unsignable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsignable {}

/// Shares credentials and their cache between clients.
impl<T: Auth + ?Sized> Auth for Arc<T> {
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        (**self).authorize(request, time)
    }

    fn presign<'a>(&'a self, request: &'a mut Request, time: SystemTime, expires: Duration) -> AuthFuture<'a> {
        (**self).presign(request, time, expires)
    }

    fn repeats_all(&self) -> bool {
        (**self).repeats_all()
    }

    fn refuse(&self, authorization: Option<&HeaderValue>, response: &Reply) -> bool {
        (**self).refuse(authorization, response)
    }
}

/// Creates a header value that is redacted in output. An error does not contain the text.
fn sensitive(text: &str, name: &str) -> Result<HeaderValue, String> {
    let mut value = HeaderValue::from_str(text)
        .map_err(|_| format!("the {name} contains characters that are not allowed in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}
