//! Retries, in the *standard* mode of the AWS SDKs: whether a failed attempt is followed by another, and after what pause.

use std::time::{Duration, SystemTime};

pub(crate) use self::bucket::TokenBucket;
pub(crate) use self::failed_attempt::FailedAttempt;
use crate::error::response::ErrorResponse;
use crate::error::transience::RetryClass;
use crate::error::{Failure, Kind};

mod bucket;
mod failed_attempt;

/// How often, and after what pauses, a call is tried again.
///
/// The default is the standard mode of the AWS SDKs: 3 attempts; pauses of random length up to 1, 2, 4 … seconds, 20 at
/// most; and a bucket of 500 tokens that all calls of a client share, of which a retry takes 5 and one after a
/// time-out 10. When it is empty, failures are final, so that a service in trouble is not asked more often.
///
/// Tried again is what may succeed later: what the service throttled (by name, or 429), 500, 502, 503, 504, and faults
/// of the connection, unless client and host do not understand or trust each other. An operation that is not idempotent
/// is tried again only where nothing was sent, unless [the authentication](crate::Auth::repeats_all) says otherwise, as
/// that of AWS does. `x-amz-retry-after` and `Retry-After`, a date or seconds with or without a fraction, lengthen the
/// pause; one that the call has no time for ends it at once.
#[derive(Clone, Copy, Debug)]
pub struct Retry {
    attempts: u32,
    base: Duration,
    cap: Duration,
    statuses: &'static [u16],
    decide: Option<fn(&ErrorResponse) -> RetryDecision>,
}

/// Whether a call that was answered with an error is tried again, as a function given to [`Retry::decide`] returns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryDecision {
    choice: Choice,
    unprocessed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    AsUsual,
    Retry,
    After(Duration),
    Stop,
}

impl RetryDecision {
    /// Decides as without the function.
    pub const fn as_usual() -> Self {
        Self::of(Choice::AsUsual)
    }

    /// Tries again after the usual pause.
    pub const fn retry() -> Self {
        Self::of(Choice::Retry)
    }

    /// Tries again after exactly this pause, whatever `Retry-After` and [`Retry::cap`] say. One that the call has no time
    /// for ends it at once.
    pub const fn after(pause: Duration) -> Self {
        Self::of(Choice::After(pause))
    }

    /// Does not try again.
    pub const fn stop() -> Self {
        Self::of(Choice::Stop)
    }

    /// Adds that the service did nothing, as it says of requests that it throttles: an operation that is not idempotent is
    /// then tried again like any other.
    ///
    /// ```
    /// use rest_op::{Retry, RetryDecision};
    ///
    /// let retry = Retry::standard().decide(|response| match response.status().as_u16() {
    ///     429 => RetryDecision::as_usual().unprocessed(),
    ///     _ => RetryDecision::as_usual(),
    /// });
    /// ```
    pub const fn unprocessed(mut self) -> Self {
        self.unprocessed = true;
        self
    }

    const fn of(choice: Choice) -> Self {
        Self {
            choice,
            unprocessed: false,
        }
    }
}

/// Whether a request may be sent more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Replay {
    /// Never: its body is gone with the first attempt.
    Never,
    /// As long as nothing was sent: the operation is not idempotent.
    Unsent,
    /// Always.
    Always,
}

impl Retry {
    /// 3 attempts, pauses up to 20 seconds.
    pub fn standard() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(20),
            statuses: &[],
            decide: None,
        }
    }

    /// One attempt.
    pub fn none() -> Self {
        Self::standard().attempts(1)
    }

    /// Sets how many times a request is sent at most; 0 counts as 1.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Sets the longest pause before the second attempt; it doubles from there on.
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// Sets the longest pause of all.
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// Tries again after these error statuses, too, and no longer after those that were given before: where a request may
    /// be sent again, as after 503, so with `POST` only operations that are `idempotent`.
    /// [`Error::is_retryable`](crate::Error::is_retryable) knows nothing of them.
    ///
    /// ```
    /// # use rest_op::Retry;
    /// let retry = Retry::standard().also_after(&[409, 529]);
    /// ```
    pub fn also_after(mut self, statuses: &'static [u16]) -> Self {
        self.statuses = statuses;
        self
    }

    /// Decides on error responses by a function, which sees status, headers and body. It replaces one that was given
    /// before, and has the last word on whether another attempt may help, and when.
    ///
    /// Everything else stays: the number of attempts, the tokens, the time of the call, and that operations that are not
    /// idempotent are not repeated, unless the decision is [`unprocessed`](RetryDecision::unprocessed).
    /// [`Error::is_retryable`](crate::Error::is_retryable) does not ask the function.
    ///
    /// The headers of `OpenAI` and Anthropic:
    ///
    /// ```
    /// use std::time::Duration;
    /// use rest_op::{ErrorResponse, Retry, RetryDecision};
    ///
    /// fn decide(response: &ErrorResponse) -> RetryDecision {
    ///     let text = |name: &str| response.headers().get(name)?.to_str().ok();
    ///     if text("x-should-retry") == Some("false") {
    ///         return RetryDecision::stop();
    ///     }
    ///     match text("retry-after-ms").and_then(|text| text.parse().ok()) {
    ///         Some(milliseconds) => RetryDecision::after(Duration::from_millis(milliseconds)),
    ///         None if text("x-should-retry") == Some("true") => RetryDecision::retry(),
    ///         None => RetryDecision::as_usual(),
    ///     }
    /// }
    ///
    /// let retry = Retry::standard().decide(decide);
    /// ```
    ///
    /// The rate limits of GitHub, which answers 403 or 429 and has done nothing then:
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    /// use rest_op::{ErrorResponse, Retry, RetryDecision};
    ///
    /// fn decide(response: &ErrorResponse) -> RetryDecision {
    ///     let text = |name: &str| response.headers().get(name)?.to_str().ok();
    ///     if !matches!(response.status().as_u16(), 403 | 429) {
    ///         return RetryDecision::as_usual();
    ///     }
    ///     if text("retry-after").is_some() {
    ///         return RetryDecision::retry().unprocessed();
    ///     }
    ///     let reset = text("x-ratelimit-reset").filter(|_| text("x-ratelimit-remaining") == Some("0"));
    ///     match reset.and_then(|seconds| seconds.parse().ok()) {
    ///         Some(seconds) => {
    ///             let now = response.date().unwrap_or_else(SystemTime::now);
    ///             let reset = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    ///             RetryDecision::after(reset.duration_since(now).unwrap_or_default()).unprocessed()
    ///         }
    ///         None => RetryDecision::as_usual(),
    ///     }
    /// }
    ///
    /// let retry = Retry::standard().decide(decide);
    /// ```
    #[inline]
    pub fn decide(mut self, decide: fn(&ErrorResponse) -> RetryDecision) -> Self {
        self.decide = Some(decide);
        self
    }

    /// Reads a failure that came at `now`.
    pub(crate) fn outcome(&self, failure: &Failure, now: SystemTime) -> FailedAttempt {
        let mut outcome = FailedAttempt::of(failure, now);
        let Kind::Service(response) = &failure.kind else {
            return outcome;
        };
        let decision = self.decide.map_or(RetryDecision::as_usual(), |decide| decide(response));
        let is_worthwhile = match decision.choice {
            Choice::AsUsual => {
                outcome.class != RetryClass::Final || self.statuses.contains(&response.status().as_u16())
            }
            Choice::Retry | Choice::After(_) => true,
            Choice::Stop => false,
        };
        outcome.class = match outcome.class {
            _ if !is_worthwhile => RetryClass::Final,
            RetryClass::Final => RetryClass::Transient,
            class => class,
        };
        if let Choice::After(pause) = decision.choice {
            outcome.decided = Some(pause);
        }
        outcome.sent &= !decision.unprocessed;
        outcome
    }

    /// The pause before the next attempt; `None` where the failure is final.
    ///
    /// `attempt` is the number of the one that failed, from 1 on; `random` is in `0.0..1.0`.
    pub(crate) fn pause(&self, repeat: Replay, attempt: u32, outcome: FailedAttempt, random: f64) -> Option<Duration> {
        let may_repeat = match repeat {
            Replay::Never => false,
            Replay::Unsent => !outcome.sent,
            Replay::Always => true,
        };
        if !may_repeat || attempt >= self.attempts || outcome.class == RetryClass::Final {
            return None;
        }
        if outcome.decided.is_some() {
            return outcome.decided;
        }
        let doubled = 2_u32.checked_pow(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(doubled).min(self.cap);
        let jittered = Duration::try_from_secs_f64(longest.as_secs_f64() * random).unwrap_or(longest);
        Some(jittered.max(outcome.retry_after.unwrap_or_default()))
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::standard()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: f64 = 0.999_999_999;

    fn outcome(class: RetryClass, sent: bool) -> FailedAttempt {
        FailedAttempt {
            class,
            sent,
            retry_after: None,
            decided: None,
        }
    }

    /// The pause in milliseconds, rounded.
    fn pause(retry: Retry, repeat: Replay, attempt: u32, outcome: FailedAttempt, random: f64) -> Option<u128> {
        let pause = retry.pause(repeat, attempt, outcome, random)?;
        Some((pause + Duration::from_micros(500)).as_millis())
    }

    #[test]
    fn what_may_be_sent_twice_is_tried_again_where_that_may_help() {
        use Replay::{Always, Never, Unsent};
        use RetryClass::{Final, Throttled, TimedOut, Transient};
        let (yes, no) = (Some(1000), None);
        for (class, sent, never, unsent, always) in [
            (Final, false, no, no, no),
            (Final, true, no, no, no),
            (Throttled, true, no, no, yes),
            (Transient, false, no, yes, yes),
            (Transient, true, no, no, yes),
            (TimedOut, false, no, yes, yes),
            (TimedOut, true, no, no, yes),
        ] {
            for (repeat, expected) in [(Never, never), (Unsent, unsent), (Always, always)] {
                let decided = pause(Retry::standard(), repeat, 1, outcome(class, sent), MOST);
                assert_eq!(decided, expected, "{repeat:?} {class:?}, sent: {sent}");
            }
        }
    }

    #[test]
    fn pauses_double_up_to_the_cap_and_are_random() {
        let retry = Retry::standard().attempts(100);
        let failed = outcome(RetryClass::Transient, true);
        for (attempt, random, milliseconds) in [
            (1, MOST, 1_000),
            (2, MOST, 2_000),
            (3, MOST, 4_000),
            (4, MOST, 8_000),
            (5, MOST, 16_000),
            (6, MOST, 20_000),
            (99, MOST, 20_000),
            (1, 0.0, 0),
            (1, 0.25, 250),
            (3, 0.25, 1_000),
            (99, 0.25, 5_000),
        ] {
            let decided = pause(retry, Replay::Always, attempt, failed, random);
            assert_eq!(decided, Some(milliseconds), "attempt {attempt}, random {random}");
        }
    }

    #[test]
    fn hints_lengthen_pauses_and_never_shorten_them() {
        for (retry_after, random, milliseconds) in [
            (7_000, MOST, 7_000),
            (7_000, 0.0, 7_000),
            (100, 0.5, 500),
            (0, 0.5, 500),
        ] {
            let failed = FailedAttempt {
                retry_after: Some(Duration::from_millis(retry_after)),
                ..outcome(RetryClass::Throttled, true)
            };
            let decided = pause(Retry::standard(), Replay::Always, 1, failed, random);
            assert_eq!(
                decided,
                Some(milliseconds),
                "retry_after {retry_after}, random {random}"
            );
        }
    }

    #[test]
    fn last_attempt_is_the_last() {
        let failed = outcome(RetryClass::TimedOut, false);
        for (attempts, attempt, again) in [
            (3, 1, true),
            (3, 2, true),
            (3, 3, false),
            (3, 9, false),
            (1, 1, false),
            (0, 1, false),
            (u32::MAX, u32::MAX - 1, true),
        ] {
            let decided = Retry::standard()
                .attempts(attempts)
                .pause(Replay::Always, attempt, failed, 0.5);
            assert_eq!(decided.is_some(), again, "{attempt} of {attempts}");
        }
        assert_eq!(Retry::none().pause(Replay::Always, 1, failed, 0.5), None);
    }

    #[test]
    fn endless_pauses_do_not_overflow() {
        let retry = Retry::standard().base(Duration::MAX).cap(Duration::MAX);
        let failed = outcome(RetryClass::Transient, false);
        assert!(retry.pause(Replay::Always, 2, failed, 1.0).is_some());
    }
}
