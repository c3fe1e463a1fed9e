//! Bearer tokens (RFC 6750): fixed, or from a provider and cached until they expire or are rejected.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use http::HeaderValue;
use http::header::AUTHORIZATION;
use zeroize::Zeroizing;

use super::{Auth, AuthFuture, sensitive};
use crate::auth::renewal::{Expiring, Renewal, Schedule};
use crate::request::Request;
use crate::response::reply::Reply;
use crate::stream::BoxError;

/// A token without an expiry is used until it is rejected.
const SCHEDULE: Schedule = Schedule {
    early: Duration::from_secs(30),
    without_expiry: None,
};

/// Sends a bearer token with every request.
///
/// A token from a provider is cached until shortly before it expires. Calls without a valid token wait for the same new
/// token. While the old token is still valid, only one call waits for a new one, for at most five seconds. If the service
/// responds with 401, the provider is called once more, and the call is retried once.
///
/// ```
/// use std::time::Duration;
/// use rest_op::{Bearer, Client, Token};
///
/// let github = Client::builder("https://api.github.com").auth(Bearer::new("ghp_…")).build()?;
///
/// let bearer = Bearer::from_provider(|| async {
///     // Request a token from the token service here, for example with another `Client`.
///     Ok(Token::new("short-lived").expires_in(Duration::from_secs(3600)))
/// });
/// let client = Client::builder("https://api.example.com").auth(bearer).build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub struct Bearer(TokenSource);

enum TokenSource {
    Fixed(Result<HeaderValue, String>),
    Provider(Box<dyn Auth>),
}

/// Gets tokens from a function. It is generic so that only programs with a provider compile it.
struct Provider<F> {
    provide: Arc<F>,
    renewal: Renewal<HeaderValue, NoToken>,
}

/// The reason why there is no token, shared by all calls that waited for it.
type NoToken = Arc<dyn Error + Send + Sync>;

impl Bearer {
    /// Sends a fixed token.
    pub fn new(token: impl AsRef<str>) -> Self {
        Self(TokenSource::Fixed(authorization(token.as_ref())))
    }

    /// Sends tokens from a function, which is called for the first token, and when a token expires or is rejected.
    ///
    /// Its error becomes part of the error of the call, and must not contain secrets.
    pub fn from_provider<F, R>(provide: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Result<Token, BoxError>> + Send + 'static,
    {
        Self(TokenSource::Provider(Box::new(Provider {
            provide: Arc::new(provide),
            renewal: Renewal::new(SCHEDULE),
        })))
    }
}

/// A bearer token and its expiry.
pub struct Token {
    text: Zeroizing<String>,
    expiry: Expiry,
}

#[derive(Clone, Copy, Debug)]
enum Expiry {
    Never,
    At(SystemTime),
    In(Duration),
}

impl Token {
    /// Creates a token that is used until the service rejects it.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: Zeroizing::new(text.into()),
            expiry: Expiry::Never,
        }
    }

    /// Sets when the token expires.
    pub fn expires_at(mut self, time: SystemTime) -> Self {
        self.expiry = Expiry::At(time);
        self
    }

    /// Sets how long the token is valid after the provider returns it: `expires_in` of OAuth 2.0 (RFC 6749, section 5.1).
    pub fn expires_in(mut self, duration: Duration) -> Self {
        self.expiry = Expiry::In(duration);
        self
    }

    /// Returns the header of a token that was provided at `now`, and its expiry.
    #[inline]
    fn expiring(&self, now: SystemTime) -> Result<Expiring<HeaderValue>, NoToken> {
        Ok(Expiring {
            value: authorization(&self.text).map_err(BoxError::from)?,
            expiry: match self.expiry {
                Expiry::Never => None,
                Expiry::At(time) => Some(time),
                Expiry::In(duration) => now.checked_add(duration),
            },
        })
    }
}

impl fmt::Debug for Token {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expiry", &self.expiry)
            .finish_non_exhaustive()
    }
}

impl Auth for Bearer {
    #[inline]
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        match &self.0 {
            TokenSource::Fixed(authorization) => Box::pin(async move {
                request.headers_mut().insert(AUTHORIZATION, authorization.clone()?);
                Ok(())
            }),
            TokenSource::Provider(provider) => provider.authorize(request, time),
        }
    }

    #[inline]
    fn refuse(&self, authorization: Option<&HeaderValue>, response: &Reply) -> bool {
        match &self.0 {
            TokenSource::Fixed(_) => false,
            TokenSource::Provider(provider) => provider.refuse(authorization, response),
        }
    }
}

impl<F, R> Auth for Provider<F>
where
    F: Fn() -> R + Send + Sync + 'static,
    R: Future<Output = Result<Token, BoxError>> + Send + 'static,
{
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let new = || {
                let provide = Arc::clone(&self.provide);
                async move { provide().await?.expiring(time) }
            };
            let authorization = self.renewal.get(time, new).await?;
            request.headers_mut().insert(AUTHORIZATION, authorization);
            Ok(())
        })
    }

    fn refuse(&self, authorization: Option<&HeaderValue>, _: &Reply) -> bool {
        self.renewal.forget(|cached| Some(cached) == authorization);
        true
    }
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            TokenSource::Fixed(_) => "Bearer(fixed)",
            TokenSource::Provider(_) => "Bearer(provider)",
        })
    }
}

#[inline]
fn authorization(token: &str) -> Result<HeaderValue, String> {
    sensitive(&Zeroizing::new(format!("Bearer {token}")), "bearer token")
}
