//! What expires, kept and asked for anew before it does: the credentials of SigV4, the token of a provider.
//!
//! `auth` and `credentials` say what is asked and when.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::time::timeout;

/// How long a call that has something valid waits for something new.
const PATIENCE: Duration = Duration::from_secs(5);

/// When the provider is asked anew.
#[derive(Clone, Copy)]
pub(crate) struct Schedule {
    /// How long before the end, so that nothing expires on its way to the service.
    pub(crate) early: Duration,
    /// After what time, where there is no end; `None` is never.
    pub(crate) endless: Option<Duration>,
}

/// What a provider gives.
#[derive(Clone)]
pub(crate) struct Lease<T> {
    pub(crate) value: T,
    pub(crate) expiry: Option<SystemTime>,
}

/// What a provider gave, which is asked by one call at a time.
pub(crate) struct Renewal<T, E> {
    schedule: Schedule,
    state: Mutex<State<T, E>>,
    /// Held by the call that asks the provider.
    asking: tokio::sync::Mutex<()>,
}

struct State<T, E> {
    kept: Option<Kept<T>>,
    /// How many times the provider has answered, and how it failed the last time if it did.
    answers: u64,
    failure: Option<E>,
}

#[derive(Clone)]
struct Kept<T> {
    lease: Lease<T>,
    /// `None` is never.
    refresh_at: Option<SystemTime>,
}

impl Schedule {
    /// When what is new is asked for again. What has a short life is used for half of it at least.
    fn after_success(self, expiry: Option<SystemTime>, now: SystemTime) -> Option<SystemTime> {
        self.after(expiry, now, |life| life.saturating_sub(self.early).max(life / 2))
    }

    /// When what is old is asked for again: not with every call, but halfway to the end.
    fn after_failure(self, expiry: Option<SystemTime>, now: SystemTime) -> Option<SystemTime> {
        self.after(expiry, now, |left| left / 2)
    }

    fn after(
        self,
        expiry: Option<SystemTime>,
        now: SystemTime,
        part: impl FnOnce(Duration) -> Duration,
    ) -> Option<SystemTime> {
        let pause = match expiry {
            None => self.endless?,
            Some(expiry) => part(expiry.duration_since(now).unwrap_or_default()),
        };
        now.checked_add(pause)
    }
}

impl<T> Kept<T> {
    fn is_fresh(&self, now: SystemTime) -> bool {
        self.refresh_at.is_none_or(|refresh_at| now < refresh_at)
    }

    fn is_valid(&self, now: SystemTime) -> bool {
        self.lease.expiry.is_none_or(|expiry| now < expiry)
    }
}

impl<T: Clone, E: Clone> Renewal<T, E> {
    pub(crate) fn new(schedule: Schedule) -> Self {
        Self {
            schedule,
            state: Mutex::new(State {
                kept: None,
                answers: 0,
                failure: None,
            }),
            asking: tokio::sync::Mutex::default(),
        }
    }

    /// What is good for a request at `now`; `provide` is polled only if the provider has to be asked.
    ///
    /// Where there is nothing valid, calls wait for the one that asks. Shortly before the end one call asks, and the
    /// others go on with what there is.
    pub(crate) async fn get<F>(&self, now: SystemTime, provide: impl FnOnce() -> F) -> Result<T, E>
    where
        F: Future<Output = Result<Lease<T>, E>>,
    {
        match self.fresh(now) {
            Some(value) => Ok(value),
            // Boxed, so that requests carry no room for what few of them do.
            None => Box::pin(self.renew(now, provide())).await,
        }
    }

    /// What is kept, if there is no need to ask for another.
    fn fresh(&self, now: SystemTime) -> Option<T> {
        let state = self.state();
        let kept = state.kept.as_ref();
        let fresh = kept.filter(|kept| kept.is_valid(now) && kept.is_fresh(now));
        fresh.map(|kept| kept.lease.value.clone())
    }

    async fn renew(&self, now: SystemTime, provide: impl Future<Output = Result<Lease<T>, E>>) -> Result<T, E> {
        let (kept, answers) = {
            let state = self.state();
            (state.kept.clone(), state.answers)
        };
        if let Some(kept) = kept.filter(|kept| kept.is_valid(now)) {
            let Ok(_asking) = self.asking.try_lock() else {
                return Ok(kept.lease.value);
            };
            return match self.renewed(now, provide).await {
                Some(Ok(new)) => Ok(new),
                // The old was refused meanwhile.
                Some(Err(failure)) if self.state().kept.is_none() => Err(failure),
                _ => Ok(kept.lease.value),
            };
        }
        let _asking = self.asking.lock().await;
        {
            // What the provider answered meanwhile holds for this call too, and a failure only if there is nothing else.
            let state = self.state();
            if state.answers != answers {
                match (&state.kept, &state.failure) {
                    (Some(kept), failure) if failure.is_none() || kept.is_valid(now) => {
                        return Ok(kept.lease.value.clone());
                    }
                    (_, Some(failure)) => return Err(failure.clone()),
                    (_, None) => {}
                }
            }
        }
        self.ask(now, provide).await
    }

    /// Forgets what is kept, if it is this; what has been renewed since stays.
    pub(crate) fn forget(&self, is_this: impl FnOnce(&T) -> bool) {
        self.state().kept.take_if(|kept| is_this(&kept.lease.value));
    }

    /// Something new while the old is valid, or `None` if there is no answer in time; the caller holds the lock.
    async fn renewed(
        &self,
        now: SystemTime,
        provide: impl Future<Output = Result<Lease<T>, E>>,
    ) -> Option<Result<T, E>> {
        if let Some(kept) = &mut self.state().kept {
            if kept.is_fresh(now) {
                return Some(Ok(kept.lease.value.clone()));
            }
            // Before asking, so that it holds for a provider that does not answer, too.
            kept.refresh_at = self.schedule.after_failure(kept.lease.expiry, now);
        }
        timeout(PATIENCE, self.ask(now, provide)).await.ok()
    }

    /// Asks the provider; the caller holds the lock. Dropped meanwhile, it leaves all as it was.
    async fn ask(&self, now: SystemTime, provide: impl Future<Output = Result<Lease<T>, E>>) -> Result<T, E> {
        let answer = provide.await;
        let mut state = self.state();
        state.answers += 1;
        state.failure = answer.as_ref().err().cloned();
        let lease = answer?;
        state.kept = Some(Kept {
            refresh_at: self.schedule.after_success(lease.expiry, now),
            lease: lease.clone(),
        });
        Ok(lease.value)
    }

    fn state(&self) -> MutexGuard<'_, State<T, E>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
