//! The clock, whose time requests are signed with and which tests can fix.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

/// A source of the current time.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use rest_op::Clock;
///
/// let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_575_326_317);
/// assert_eq!(Clock::fixed(time).now(), time);
/// ```
#[derive(Clone)]
pub struct Clock(Option<Arc<dyn Fn() -> SystemTime + Send + Sync>>);

impl Clock {
    /// Returns the clock of the system.
    pub fn system() -> Self {
        Self(None)
    }

    /// Creates a clock that always returns the same time.
    pub fn fixed(time: SystemTime) -> Self {
        Self::new(move || time)
    }

    /// Creates a clock from a function.
    pub fn new(now: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(now)))
    }

    /// Returns the current time.
    pub fn now(&self) -> SystemTime {
        match &self.0 {
            None => SystemTime::now(),
            Some(now) => now(),
        }
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_none() {
            "Clock(system)"
        } else {
            "Clock(given)"
        })
    }
}
