//! Bearer tokens (RFC 6750): fixed, or from a provider, kept until they expire or are refused.

// Inlined, so that only programs that use it compile it.

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

/// A token without an end is used until it is refused.
const SCHEDULE: Schedule = Schedule {
    early: Duration::from_secs(30),
    endless: None,
};

/// Sends a bearer token with every request.
///
/// A token from a provider is kept until shortly before it expires. Calls that find none wait for one and the same new
/// token; while there is a valid one, only a call that asks waits for another, and that for five seconds at most. When
/// the service answers with 401, the provider is asked once more and the call is sent again, once.
///
/// ```
/// use std::time::Duration;
/// use rest_op::{Bearer, Client, Token};
///
/// let github = Client::builder("https://api.github.com").auth(Bearer::new("ghp_…")).build()?;
///
/// let bearer = Bearer::from_provider(|| async {
///     // Here the token service is asked, perhaps by another `Client`.
///     Ok(Token::new("short-lived").expires_in(Duration::from_secs(3600)))
/// });
/// let client = Client::builder("https://api.example.com").auth(bearer).build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
pub struct Bearer(Source);

enum Source {
    Fixed(Result<HeaderValue, String>),
    Provider(Box<dyn Auth>),
}

/// Asks a function for tokens. Generic, so that only programs with a provider compile what it needs.
struct Provider<F> {
    provide: Arc<F>,
    renewal: Renewal<HeaderValue, Unavailable>,
}

/// Why there is no token; all calls that waited for it share it.
type Unavailable = Arc<dyn Error + Send + Sync>;

impl Bearer {
    /// Sends one token, always.
    pub fn new(token: impl AsRef<str>) -> Self {
        Self(Source::Fixed(authorization(token.as_ref())))
    }

    /// Sends tokens that a function gives when there is none, and when the last one expires or is refused.
    ///
    /// Its error becomes that of the call, and is told to whoever reads it: it should hold no secret.
    pub fn from_provider<F, R>(provide: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: Future<Output = Result<Token, BoxError>> + Send + 'static,
    {
        Self(Source::Provider(Box::new(Provider {
            provide: Arc::new(provide),
            renewal: Renewal::new(SCHEDULE),
        })))
    }
}

/// A bearer token, and how long it is good for.
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
    /// A token that is good until the service refuses it.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: Zeroizing::new(text.into()),
            expiry: Expiry::Never,
        }
    }

    /// Says when the token expires.
    pub fn expires_at(mut self, time: SystemTime) -> Self {
        self.expiry = Expiry::At(time);
        self
    }

    /// Says how long the token is good for, from when it is given: `expires_in` of OAuth 2.0 (RFC 6749, section 5.1).
    pub fn expires_in(mut self, duration: Duration) -> Self {
        self.expiry = Expiry::In(duration);
        self
    }

    /// What is kept of a token that was given at `now`.
    #[inline]
    fn lease(&self, now: SystemTime) -> Result<Expiring<HeaderValue>, Unavailable> {
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
            Source::Fixed(authorization) => Box::pin(async move {
                request.headers_mut().insert(AUTHORIZATION, authorization.clone()?);
                Ok(())
            }),
            Source::Provider(provider) => provider.authorize(request, time),
        }
    }

    #[inline]
    fn refuse(&self, authorization: Option<&HeaderValue>, response: &Reply) -> bool {
        match &self.0 {
            Source::Fixed(_) => false,
            Source::Provider(provider) => provider.refuse(authorization, response),
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
                async move { provide().await?.lease(time) }
            };
            let authorization = self.renewal.get(time, new).await?;
            request.headers_mut().insert(AUTHORIZATION, authorization);
            Ok(())
        })
    }

    fn refuse(&self, authorization: Option<&HeaderValue>, _: &Reply) -> bool {
        self.renewal.forget(|kept| Some(kept) == authorization);
        true
    }
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Source::Fixed(_) => "Bearer(fixed)",
            Source::Provider(_) => "Bearer(provider)",
        })
    }
}

#[inline]
fn authorization(token: &str) -> Result<HeaderValue, String> {
    sensitive(&Zeroizing::new(format!("Bearer {token}")), "bearer token")
}
