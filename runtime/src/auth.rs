//! Authentication: how a request gets its credentials, one attempt at a time.

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

/// A future of an [`Auth`]: nothing, or why there are no credentials.
pub type AuthFuture<'a> = Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + 'a>>;

/// Adds credentials to requests. Implement it for a scheme of your own.
///
/// Built in are [`Bearer`](crate::Bearer), [`Basic`](crate::Basic), [`ApiKey`](crate::ApiKey) and
/// [`SigV4`](crate::SigV4). What is secret in a header is marked so by [`HeaderValue::set_sensitive`], as it is here:
/// then it shows in no output, and HTTP/2 does not index it.
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
    /// Adds credentials to the request of one attempt, which is made at `time` by the client's clock.
    ///
    /// A scheme that signs a date takes it from [`Request::signing_time`].
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a>;

    /// Puts credentials into the URL of a request, good for `expires` from `time` on. The date of a signature is that of
    /// [`Request::signing_time`].
    fn presign<'a>(&'a self, request: &'a mut Request, time: SystemTime, expires: Duration) -> AuthFuture<'a> {
        let _ = (request, time, expires);
        Box::pin(async { Err(Unsignable("this kind of authentication cannot presign URLs".to_owned()).into()) })
    }

    /// Whether every operation may be repeated, as the AWS SDKs do; otherwise the idempotent ones are.
    fn repeats_all(&self) -> bool {
        false
    }

    /// Forgets credentials that the service answered with 401; true where new ones are worth an attempt.
    ///
    /// `authorization` is that header as it was sent, so that credentials which another call has renewed since are kept.
    /// The `response` carries the challenge in `www-authenticate`, and its header values are as they were received: a scheme
    /// that answers challenges, such as Digest, keeps it here, and answers it in [`authorize`](Self::authorize), which is
    /// called next. This happens once a call, and never where the body is a stream.
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

/// Why a request cannot be signed, whatever the credentials.
#[derive(Debug)]
pub(crate) struct Unsignable(pub(crate) String);

impl fmt::Display for Unsignable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unsignable {}

/// Shares credentials, and what is cached of them, between clients.
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

/// A header value that shows in no output. What no header can carry is told without the text itself.
fn sensitive(text: &str, what: &str) -> Result<HeaderValue, String> {
    let mut value =
        HeaderValue::from_str(text).map_err(|_| format!("the {what} holds characters that no header can carry"))?;
    value.set_sensitive(true);
    Ok(value)
}
