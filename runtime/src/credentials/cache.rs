//! The credentials in use: asked for when they are needed, kept until shortly before they expire.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;
use tokio::time::timeout;

/// How long before their end credentials are asked for anew, so that none expires on its way to the service.
const EARLY: Duration = Duration::from_mins(5);
/// How long credentials without an end are used before their provider is asked whether there are others.
const ENDLESS: Duration = Duration::from_mins(15);

/// How long a call that has valid credentials waits for new ones.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why there are no credentials; all calls that waited for them share it.
pub(crate) type Unavailable = Arc<CredentialsError>;

/// A provider, asked by one call at a time, and what it gave.
pub(crate) struct Cache {
    provider: Box<dyn ProvideCredentials>,
    state: Mutex<State>,
    /// Held by the call that asks the provider.
    asking: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    /// How many times the provider has answered, and how it failed the last time if it did.
    answers: u64,
    failure: Option<Unavailable>,
}

#[derive(Clone)]
struct Kept {
    credentials: Credentials,
    refresh_at: SystemTime,
}

impl Kept {
    fn new(credentials: Credentials, now: SystemTime) -> Self {
        let refresh_at = match credentials.expiry() {
            None => now + ENDLESS,
            // Those of a short life are used for half of it at least.
            Some(expiry) => {
                let life = expiry.duration_since(now).unwrap_or_default();
                now + life.saturating_sub(EARLY).max(life / 2)
            }
        };
        Self {
            credentials,
            refresh_at,
        }
    }

    /// Has the provider asked again not with every call, but halfway to the end.
    fn postpone(&mut self, now: SystemTime) {
        let left = self
            .credentials
            .expiry()
            .map(|expiry| expiry.duration_since(now).unwrap_or_default());
        self.refresh_at = now + left.map_or(ENDLESS, |left| left / 2);
    }

    fn is_fresh(&self, now: SystemTime) -> bool {
        now < self.refresh_at
    }

    fn is_valid(&self, now: SystemTime) -> bool {
        self.credentials.expiry().is_none_or(|expiry| now < expiry)
    }
}

impl Cache {
    pub(crate) fn new(provider: impl ProvideCredentials + 'static) -> Self {
        Self {
            provider: Box::new(provider),
            state: Mutex::default(),
            asking: tokio::sync::Mutex::default(),
        }
    }

    /// The credentials for a request that is signed at `now`.
    ///
    /// Where there are none that are valid, calls wait for the one that asks. Shortly before the end one call asks, and
    /// the others go on with what there is.
    pub(crate) async fn credentials(&self, now: SystemTime) -> Result<Credentials, Unavailable> {
        let (kept, answers) = {
            let state = self.state();
            (state.kept.clone(), state.answers)
        };
        if let Some(kept) = kept.filter(|kept| kept.is_valid(now)) {
            if kept.is_fresh(now) {
                return Ok(kept.credentials);
            }
            return Ok(match self.asking.try_lock() {
                Ok(_asking) => self.renewed(now).await.unwrap_or(kept.credentials),
                Err(_) => kept.credentials,
            });
        }
        let _asking = self.asking.lock().await;
        {
            // What the provider answered meanwhile holds for this call too.
            let state = self.state();
            if state.answers != answers {
                match (&state.failure, &state.kept) {
                    (Some(failure), _) => return Err(Arc::clone(failure)),
                    (None, Some(kept)) => return Ok(kept.credentials.clone()),
                    (None, None) => {}
                }
            }
        }
        self.ask(now).await
    }

    /// New credentials while the old ones are valid, if they are to be had in time; the caller holds the lock.
    async fn renewed(&self, now: SystemTime) -> Option<Credentials> {
        if let Some(kept) = &mut self.state().kept {
            if kept.is_fresh(now) {
                return Some(kept.credentials.clone());
            }
            // Before asking, so that it holds for a provider that does not answer, too.
            kept.postpone(now);
        }
        timeout(PATIENCE, self.ask(now)).await.ok()?.ok()
    }

    /// Asks the provider; the caller holds the lock. Dropped meanwhile, it leaves all as it was.
    async fn ask(&self, now: SystemTime) -> Result<Credentials, Unavailable> {
        let answer = self.provider.provide_credentials().await.map_err(Arc::new);
        let mut state = self.state();
        state.answers += 1;
        state.failure = answer.as_ref().err().map(Arc::clone);
        match &answer {
            Ok(credentials) => state.kept = Some(Kept::new(credentials.clone(), now)),
            Err(failure) => tracing::debug!(error = crate::error::chain(&**failure), "no new credentials"),
        }
        answer
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
