//! Caches a value that expires, and renews it in time: the credentials of SigV4, or the token of a provider.

use std::any::Any;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use tokio::time::timeout;

/// How long a call with a valid value waits for a new one.
const MAX_WAIT: Duration = Duration::from_secs(5);

/// When a value is renewed.
#[derive(Clone, Copy)]
pub(crate) struct Schedule {
    /// How long before the expiry, so that a value does not expire on its way to the service.
    pub(crate) early: Duration,
    /// After how long a value without an expiry is renewed, or `None` for never.
    pub(crate) without_expiry: Option<Duration>,
}

/// A value of a provider, and its expiry.
pub(crate) struct Expiring<T> {
    pub(crate) value: T,
    pub(crate) expiry: Option<SystemTime>,
}

/// The cached value of a provider. The provider is called once for all calls that wait.
pub(crate) struct Renewal<T, E> {
    schedule: Schedule,
    state: Arc<Mutex<RenewalState<T, E>>>,
}

struct RenewalState<T, E> {
    cached: Option<Cached<T>>,
    /// The renewal in progress. Only the waiting calls own it, so that it is dropped with the last of them.
    pending: Option<WeakShared<Answer<T, E>>>,
    /// The panic of the provider, to be resumed in one of those calls.
    panic: Option<Box<dyn Any + Send>>,
}

struct Cached<T> {
    expiring: Expiring<T>,
    /// `None` for never.
    refresh_at: Option<SystemTime>,
}

/// The result of the provider, or `None` if it panicked.
type Answer<T, E> = BoxFuture<'static, Option<Result<T, E>>>;

/// The next step of a call.
enum Decision<T, E> {
    Use(T),
    /// Waits for the answer, at most for the given time. Every waiting call polls the provider, since the call that
    /// started the renewal may not be polled.
    Wait(Shared<Answer<T, E>>, Option<Duration>),
}

impl Schedule {
    /// Returns when a new value is renewed. A short-lived value is used for at least half of its life.
    fn after_success(self, expiry: Option<SystemTime>, now: SystemTime) -> Option<SystemTime> {
        self.after(expiry, now, |life| life.saturating_sub(self.early).max(life / 2))
    }

    /// Returns when to retry the renewal of an old value: halfway to its expiry, and not with every call.
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
            None => self.without_expiry?,
            Some(expiry) => part(expiry.duration_since(now).unwrap_or_default()),
        };
        now.checked_add(pause)
    }
}

impl<T: Clone> Cached<T> {
    fn is_fresh(&self, now: SystemTime) -> bool {
        self.refresh_at.is_none_or(|refresh_at| now < refresh_at)
    }

    fn value(&self) -> T {
        self.expiring.value.clone()
    }
}

impl<T, E> RenewalState<T, E> {
    fn valid(&mut self, now: SystemTime) -> Option<&mut Cached<T>> {
        let cached = self.cached.as_mut();
        cached.filter(|cached| cached.expiring.expiry.is_none_or(|expiry| now < expiry))
    }
}

impl<T, E> Renewal<T, E>
where
    T: Clone + Send + Sync + 'static,
    E: Clone + Send + Sync + 'static,
{
    pub(crate) fn new(schedule: Schedule) -> Self {
        let state = RenewalState {
            cached: None,
            pending: None,
            panic: None,
        };
        Self {
            schedule,
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Returns the value for a request at `now`. `provide` returns the future of a new value; it is called under the
    /// lock.
    ///
    /// Without a valid value, all calls wait for the same answer. Shortly before the expiry, one call starts a renewal and
    /// the others use the old value. Halfway to the expiry, another call waits for the pending answer or starts a new
    /// renewal.
    pub(crate) async fn get<F>(&self, now: SystemTime, provide: impl Fn() -> F) -> Result<T, E>
    where
        F: Future<Output = Result<Expiring<T>, E>> + Send + 'static,
    {
        loop {
            let (pending, limit) = match self.decide(now, &provide) {
                Decision::Use(value) => return Ok(value),
                Decision::Wait(pending, limit) => (pending, limit),
            };
            let answer = match limit {
                None => pending.await,
                // Boxed, since this is rare and would enlarge the future of every request.
                Some(limit) => Box::pin(timeout(limit, pending)).await.ok().flatten(),
            };
            match answer {
                Some(Ok(new)) => return Ok(new),
                // The failure is returned only if there is no valid value.
                Some(Err(failure)) => return self.state().valid(now).map(|cached| cached.value()).ok_or(failure),
                None => self.resume_panic(),
            }
        }
    }

    /// Discards the cached value if it matches. A value that has since been renewed is kept.
    pub(crate) fn forget(&self, matches: impl FnOnce(&T) -> bool) {
        self.state().cached.take_if(|cached| matches(&cached.expiring.value));
    }

    fn decide<F>(&self, now: SystemTime, provide: impl FnOnce() -> F) -> Decision<T, E>
    where
        F: Future<Output = Result<Expiring<T>, E>> + Send + 'static,
    {
        let mut state = self.state();
        let mut limit = None;
        if let Some(cached) = state.valid(now) {
            if cached.is_fresh(now) {
                return Decision::Use(cached.value());
            }
            // Set before the renewal, so that the other calls do not wait, even if the provider never answers.
            cached.refresh_at = self.schedule.after_failure(cached.expiring.expiry, now);
            limit = Some(MAX_WAIT);
        }
        let pending = state.pending.as_ref().and_then(WeakShared::upgrade);
        let pending = pending.unwrap_or_else(|| self.renew(now, provide()));
        state.pending = pending.downgrade();
        Decision::Wait(pending, limit)
    }

    /// Calls the provider and caches its value. If the future is dropped before it completes, nothing changes.
    fn renew(
        &self,
        now: SystemTime,
        provide: impl Future<Output = Result<Expiring<T>, E>> + Send + 'static,
    ) -> Shared<Answer<T, E>> {
        let (schedule, state) = (self.schedule, Arc::clone(&self.state));
        let answer = async move {
            // A panic that is not caught would not wake the waiting calls.
            let answer = AssertUnwindSafe(provide).catch_unwind().await;
            let mut state = lock(&state);
            // The next call starts a new renewal, even if a waiting call has not yet received this answer.
            state.pending = None;
            match answer {
                Ok(Ok(expiring)) => {
                    let refresh_at = schedule.after_success(expiring.expiry, now);
                    Some(Ok(state.cached.insert(Cached { expiring, refresh_at }).value()))
                }
                Ok(Err(failure)) => Some(Err(failure)),
                Err(panic) => {
                    state.panic = Some(panic);
                    None
                }
            }
        };
        answer.boxed().shared()
    }

    /// Resumes a panic of the provider in the first call that reaches this point. The others start a new renewal.
    fn resume_panic(&self) {
        let panic = self.state().panic.take();
        if let Some(panic) = panic {
            resume_unwind(panic);
        }
    }

    fn state(&self) -> MutexGuard<'_, RenewalState<T, E>> {
        lock(&self.state)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
