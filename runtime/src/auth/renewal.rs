//! What expires, kept and asked for anew before it does: the credentials of SigV4, the token of a provider.
//!
//! `auth` and `credentials` say what is asked and when.

use std::any::Any;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
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
pub(crate) struct Expiring<T> {
    pub(crate) value: T,
    pub(crate) expiry: Option<SystemTime>,
}

/// What a provider gave. It is asked once for all calls that wait.
pub(crate) struct Renewal<T, E> {
    schedule: Schedule,
    state: Arc<Mutex<State<T, E>>>,
}

struct State<T, E> {
    kept: Option<Cached<T>>,
    /// Held by the calls that wait for it only, so that it is dropped with the last of them.
    asking: Option<WeakShared<Answer<T, E>>>,
    /// What the provider panicked with, for one of those calls.
    panic: Option<Box<dyn Any + Send>>,
}

struct Cached<T> {
    lease: Expiring<T>,
    /// `None` is never.
    refresh_at: Option<SystemTime>,
}

/// What the provider answers; `None` is a panic.
type Answer<T, E> = BoxFuture<'static, Option<Result<T, E>>>;

/// What a call does next.
enum Decision<T, E> {
    Use(T),
    /// Waits for the answer, so long at most. Who waits polls the provider, too: the call that asked may not be polled.
    Wait(Shared<Answer<T, E>>, Option<Duration>),
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

impl<T: Clone> Cached<T> {
    fn is_fresh(&self, now: SystemTime) -> bool {
        self.refresh_at.is_none_or(|refresh_at| now < refresh_at)
    }

    fn value(&self) -> T {
        self.lease.value.clone()
    }
}

impl<T, E> State<T, E> {
    fn valid(&mut self, now: SystemTime) -> Option<&mut Cached<T>> {
        let kept = self.kept.as_mut();
        kept.filter(|kept| kept.lease.expiry.is_none_or(|expiry| now < expiry))
    }
}

impl<T, E> Renewal<T, E>
where
    T: Clone + Send + Sync + 'static,
    E: Clone + Send + Sync + 'static,
{
    pub(crate) fn new(schedule: Schedule) -> Self {
        let state = State {
            kept: None,
            asking: None,
            panic: None,
        };
        Self {
            schedule,
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// What is good for a request at `now`. If the provider has to be asked, `provide` makes the future that does so;
    /// it is called under the lock.
    ///
    /// Where there is nothing valid, calls wait for one and the same answer. Shortly before the end one call asks, and
    /// the others go on with what there is; halfway to the end it is the turn of another, for the same answer if it is
    /// still to come.
    pub(crate) async fn get<F>(&self, now: SystemTime, provide: impl Fn() -> F) -> Result<T, E>
    where
        F: Future<Output = Result<Expiring<T>, E>> + Send + 'static,
    {
        loop {
            let (asking, patience) = match self.turn(now, &provide) {
                Decision::Use(value) => return Ok(value),
                Decision::Wait(asking, patience) => (asking, patience),
            };
            let answer = match patience {
                None => asking.await,
                // Boxed, so that requests carry no room for what few of them do.
                Some(patience) => Box::pin(timeout(patience, asking)).await.ok().flatten(),
            };
            match answer {
                Some(Ok(new)) => return Ok(new),
                // It is for those who have nothing else.
                Some(Err(failure)) => return self.state().valid(now).map(|kept| kept.value()).ok_or(failure),
                None => self.resume_panic(),
            }
        }
    }

    /// Forgets what is kept, if it is this; what has been renewed since stays.
    pub(crate) fn forget(&self, is_this: impl FnOnce(&T) -> bool) {
        self.state().kept.take_if(|kept| is_this(&kept.lease.value));
    }

    fn turn<F>(&self, now: SystemTime, provide: impl FnOnce() -> F) -> Decision<T, E>
    where
        F: Future<Output = Result<Expiring<T>, E>> + Send + 'static,
    {
        let mut state = self.state();
        let mut patience = None;
        if let Some(kept) = state.valid(now) {
            if kept.is_fresh(now) {
                return Decision::Use(kept.value());
            }
            // Before asking, so that it holds for the others, and for a provider that does not answer, too.
            kept.refresh_at = self.schedule.after_failure(kept.lease.expiry, now);
            patience = Some(PATIENCE);
        }
        let asking = state.asking.as_ref().and_then(WeakShared::upgrade);
        let asking = asking.unwrap_or_else(|| self.ask(now, provide()));
        state.asking = asking.downgrade();
        Decision::Wait(asking, patience)
    }

    /// Asks the provider, and keeps what it answers. Dropped meanwhile, it leaves all as it was.
    fn ask(
        &self,
        now: SystemTime,
        provide: impl Future<Output = Result<Expiring<T>, E>> + Send + 'static,
    ) -> Shared<Answer<T, E>> {
        let (schedule, state) = (self.schedule, Arc::clone(&self.state));
        let answer = async move {
            // Caught, as a panic would not wake those who wait.
            let answer = AssertUnwindSafe(provide).catch_unwind().await;
            let mut state = lock(&state);
            // The next call asks anew, even if one that has waited is still to fetch this answer.
            state.asking = None;
            match answer {
                Ok(Ok(lease)) => {
                    let refresh_at = schedule.after_success(lease.expiry, now);
                    Some(Ok(state.kept.insert(Cached { lease, refresh_at }).value()))
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

    /// Goes on with a panic of the provider in the first call that comes; the others ask anew.
    fn resume_panic(&self) {
        let panic = self.state().panic.take();
        if let Some(panic) = panic {
            resume_unwind(panic);
        }
    }

    fn state(&self) -> MutexGuard<'_, State<T, E>> {
        lock(&self.state)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
