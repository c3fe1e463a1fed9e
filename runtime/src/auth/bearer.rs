//! Bearer tokens (RFC 6750): fixed, or from a provider, kept until they expire or are refused.

use std::fmt;
use std::pin::Pin;
use std::time::{Duration, SystemTime};

use http::HeaderValue;
use http::header::AUTHORIZATION;
use tokio::sync::Mutex;
use zeroize::Zeroizing;

use super::{Auth, AuthFuture, sensitive};
use crate::request::Request;
use crate::stream::BoxError;

/// Sends a bearer token with every request.
///
/// A token from a provider is kept until shortly before it expires. Calls that find none wait for one and the same new
/// token. When the service answers with 401, the provider is asked once more and the call is sent again, once.
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
    Provider(Provider),
}

struct Provider {
    provide: Box<dyn Fn() -> TokenFuture + Send + Sync>,
    /// Held while the provider is asked, so that it is asked once for all who wait.
    kept: Mutex<Option<Kept>>,
}

type TokenFuture = Pin<Box<dyn Future<Output = Result<Token, BoxError>> + Send>>;

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
        Self(Source::Provider(Provider {
            provide: Box::new(move || Box::pin(provide())),
            kept: Mutex::new(None),
        }))
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
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("expiry", &self.expiry)
            .finish_non_exhaustive()
    }
}

/// A token as it is sent.
struct Kept {
    authorization: HeaderValue,
    expiry: Option<SystemTime>,
    /// When a new one is asked for.
    renewal: Option<SystemTime>,
}

impl Kept {
    fn new(token: &Token, now: SystemTime) -> Result<Self, BoxError> {
        /// How long before a token expires a new one is asked for, lest it expire on its way.
        const MARGIN: Duration = Duration::from_secs(30);
        let expiry = match token.expiry {
            Expiry::Never => None,
            Expiry::At(time) => Some(time),
            Expiry::In(duration) => now.checked_add(duration),
        };
        let renewal = expiry.and_then(|expiry| {
            let life = expiry.duration_since(now).unwrap_or_default();
            expiry.checked_sub(MARGIN.min(life / 2))
        });
        Ok(Self {
            authorization: authorization(&token.text)?,
            expiry,
            renewal,
        })
    }
}

impl Provider {
    async fn authorization(&self, now: SystemTime) -> Result<HeaderValue, BoxError> {
        let is_before = |limit: Option<SystemTime>| limit.is_none_or(|limit| now < limit);
        let mut kept = self.kept.lock().await;
        if let Some(token) = kept.as_ref().filter(|token| is_before(token.renewal)) {
            return Ok(token.authorization.clone());
        }
        let fresh = (self.provide)().await.and_then(|token| Kept::new(&token, now));
        match (fresh, kept.as_ref()) {
            (Ok(fresh), _) => Ok(kept.insert(fresh).authorization.clone()),
            // A provider that fails ahead of time is asked again by the next call.
            (Err(_), Some(token)) if is_before(token.expiry) => Ok(token.authorization.clone()),
            (Err(error), _) => Err(error),
        }
    }

    /// Forgets the refused token; one that has been renewed since, or is being renewed, stays.
    fn refuse(&self, authorization: Option<&HeaderValue>) {
        if let Ok(mut kept) = self.kept.try_lock()
            && kept.as_ref().map(|token| &token.authorization) == authorization
        {
            *kept = None;
        }
    }
}

impl Auth for Bearer {
    fn authorize<'a>(&'a self, request: &'a mut Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let authorization = match &self.0 {
                Source::Fixed(authorization) => authorization.clone()?,
                Source::Provider(provider) => provider.authorization(time).await?,
            };
            request.headers_mut().insert(AUTHORIZATION, authorization);
            Ok(())
        })
    }

    fn refuse(&self, authorization: Option<&HeaderValue>) -> bool {
        match &self.0 {
            Source::Fixed(_) => false,
            Source::Provider(provider) => {
                provider.refuse(authorization);
                true
            }
        }
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

fn authorization(token: &str) -> Result<HeaderValue, String> {
    sensitive(&Zeroizing::new(format!("Bearer {token}")), "bearer token")
}
