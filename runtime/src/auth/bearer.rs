//! Bearer tokens (RFC 6750): fixed, or from a provider, kept until they expire or are refused.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
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
    state: Mutex<State>,
    /// How many times the provider has answered.
    answers: AtomicU64,
}

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    /// How the provider failed the last time, if it did.
    failure: Option<Arc<dyn Error + Send + Sync>>,
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
            state: Mutex::default(),
            answers: AtomicU64::new(0),
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
        let answers = self.answers.load(Ordering::SeqCst);
        let mut state = self.state.lock().await;
        if let Some(kept) = state.kept.as_ref().filter(|kept| is_before(kept.renewal)) {
            return Ok(kept.authorization.clone());
        }
        // A failure that came while this call waited is its own, too.
        if let Some(failure) = &state.failure
            && self.answers.load(Ordering::SeqCst) != answers
        {
            return Err(Arc::clone(failure).into());
        }
        let fresh = (self.provide)().await.and_then(|token| Kept::new(&token, now));
        self.answers.fetch_add(1, Ordering::SeqCst);
        match fresh {
            Ok(fresh) => {
                state.failure = None;
                Ok(state.kept.insert(fresh).authorization.clone())
            }
            Err(error) => {
                let failure = Arc::from(error);
                state.failure = Some(Arc::clone(&failure));
                // A provider that fails ahead of time is asked again by the next call.
                match state.kept.as_ref().filter(|kept| is_before(kept.expiry)) {
                    Some(kept) => Ok(kept.authorization.clone()),
                    None => Err(failure.into()),
                }
            }
        }
    }

    /// Forgets the refused token; one that has been renewed since, or is being renewed, stays.
    fn refuse(&self, authorization: Option<&HeaderValue>) {
        if let Ok(mut state) = self.state.try_lock()
            && state.kept.as_ref().map(|kept| &kept.authorization) == authorization
        {
            state.kept = None;
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
