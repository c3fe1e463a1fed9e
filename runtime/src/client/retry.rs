//! Retries in the *standard* mode of the AWS SDKs: whether a failed attempt is followed by another, and after which
//! pause.

use std::time::{Duration, SystemTime};

pub(crate) use self::bucket::TokenBucket;
pub(crate) use self::failed_attempt::FailedAttempt;
use crate::error::response::ErrorResponse;
use crate::error::transience::RetryClass;
use crate::error::{Failure, Kind};

mod bucket;
mod failed_attempt;

/// How often, and after which pauses, a call is retried.
///
/// The default is the standard mode of the AWS SDKs: 3 attempts; pauses of random length up to 1, 2, 4 … seconds, at
/// most 20; and a bucket of 500 tokens that all calls of a client share. A retry takes 5 tokens, or 10 after a
/// time-out. While the bucket is empty, failures are final, so that retries do not add to the load of a failing
/// service.
///
/// A call is retried if it may succeed later: after throttling (by its error code, or 429), after 500, 502, 503 and
/// 504, and after connection failures other than protocol and certificate errors. An operation that is not idempotent
/// is retried only if nothing was sent, unless [the authentication](crate::Auth::repeats_all) allows more, as
/// [`SigV4`](crate::SigV4) does. `x-amz-retry-after` and `Retry-After`, a date or seconds with an optional fraction,
/// lengthen the pause. The call fails at once if a pause would exceed its time limit.
#[derive(Clone, Copy, Debug)]
pub struct Retry {
    attempts: u32,
    base: Duration,
    cap: Duration,
    statuses: &'static [u16],
    decide: Option<fn(&ErrorResponse) -> RetryDecision>,
}

/// Whether a call is retried after an error response, as returned by a function given to [`Retry::decide`].
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
    /// Leaves the decision to the rules of [`Retry`].
    pub const fn as_usual() -> Self {
        Self::of(Choice::AsUsual)
    }

    /// Retries after the usual pause.
    pub const fn retry() -> Self {
        Self::of(Choice::Retry)
    }

    /// Retries after exactly this pause, whatever `Retry-After` and [`Retry::cap`] say. The call fails at once if the pause
    /// would exceed its time limit.
    pub const fn after(pause: Duration) -> Self {
        Self::of(Choice::After(pause))
    }

    /// Does not retry.
    pub const fn stop() -> Self {
        Self::of(Choice::Stop)
    }

    /// States that the service did not act on the request, as documented by many APIs for throttled requests. An operation
    /// that is not idempotent is then retried like any other.
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
    /// Never, since its body is a stream, which the first attempt consumes.
    Never,
    /// As long as nothing was sent, since the operation is not idempotent.
    Unsent,
    /// Always.
    Always,
}

impl Retry {
    /// Returns the default: 3 attempts with pauses of up to 20 seconds.
    pub fn standard() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(20),
            statuses: &[],
            decide: None,
        }
    }

    /// Disables retries.
    pub fn none() -> Self {
        Self::standard().attempts(1)
    }

    /// Sets the maximum number of attempts; 0 counts as 1.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// Sets the longest pause before the second attempt. It doubles before each further attempt.
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// Sets the longest pause before any attempt.
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// Retries after these error statuses, too, and replaces the statuses of an earlier call. The conditions of a retry
    /// after 503 apply, so a `POST` is retried only if it is `idempotent`.
    /// [`Error::is_retryable`](crate::Error::is_retryable) does not consider these statuses.
    ///
    /// ```
    /// # use rest_op::Retry;
    /// let retry = Retry::standard().also_after(&[409, 529]);
    /// ```
    pub fn also_after(mut self, statuses: &'static [u16]) -> Self {
        self.statuses = statuses;
        self
    }

    /// Decides after an error response by a function of its status, headers and body, in place of the statuses above. It
    /// replaces the function of an earlier call.
    ///
    /// The limits of attempts, tokens and time apply to its decisions. An operation that is not idempotent is retried only
    /// if the decision is [`unprocessed`](RetryDecision::unprocessed).
    /// [`Error::is_retryable`](crate::Error::is_retryable) does not call the function.
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
    /// The rate limits of GitHub, which responds with 403 or 429 and has not acted on the request:
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

    /// Classifies a failure that occurred at `now`.
    pub(crate) fn classify(&self, failure: &Failure, now: SystemTime) -> FailedAttempt {
        let mut failed = FailedAttempt::of(failure, now);
        let Kind::Service(response) = &failure.kind else {
            return failed;
        };
        let decision = self.decide.map_or(RetryDecision::as_usual(), |decide| decide(response));
        let is_worthwhile = match decision.choice {
            Choice::AsUsual => failed.class != RetryClass::Final || self.statuses.contains(&response.status().as_u16()),
            Choice::Retry | Choice::After(_) => true,
            Choice::Stop => false,
        };
        failed.class = match failed.class {
            _ if !is_worthwhile => RetryClass::Final,
            RetryClass::Final => RetryClass::Transient,
            class => class,
        };
        if let Choice::After(pause) = decision.choice {
            failed.decided = Some(pause);
        }
        failed.sent &= !decision.unprocessed;
        failed
    }

    /// Returns the pause before the next attempt; `None` if the failure is final.
    ///
    /// `attempt` is the number of the failed attempt, counted from 1; `random` is in `0.0..1.0`.
    pub(crate) fn pause(&self, replay: Replay, attempt: u32, failed: FailedAttempt, random: f64) -> Option<Duration> {
        let may_repeat = match replay {
            Replay::Never => false,
            Replay::Unsent => !failed.sent,
            Replay::Always => true,
        };
        if !may_repeat || attempt >= self.attempts || failed.class == RetryClass::Final {
            return None;
        }
        if failed.decided.is_some() {
            return failed.decided;
        }
        let doubled = 2_u32.checked_pow(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(doubled).min(self.cap);
        let jittered = Duration::try_from_secs_f64(longest.as_secs_f64() * random).unwrap_or(longest);
        Some(jittered.max(failed.retry_after.unwrap_or_default()))
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

    const MAX: f64 = 0.999_999_999;

    fn failed(class: RetryClass, sent: bool) -> FailedAttempt {
        FailedAttempt {
            class,
            sent,
            retry_after: None,
            decided: None,
        }
    }

    /// The pause in milliseconds, rounded.
    fn pause(retry: Retry, replay: Replay, attempt: u32, failed: FailedAttempt, random: f64) -> Option<u128> {
        let pause = retry.pause(replay, attempt, failed, random)?;
        Some((pause + Duration::from_micros(500)).as_millis())
    }

    #[test]
    fn retryable_failure_of_repeatable_request_is_retried() {
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
            for (replay, expected) in [(Never, never), (Unsent, unsent), (Always, always)] {
                let decided = pause(Retry::standard(), replay, 1, failed(class, sent), MAX);
                assert_eq!(decided, expected, "{replay:?} {class:?}, sent: {sent}");
            }
        }
    }

    #[test]
    fn pauses_double_up_to_the_cap_and_are_random() {
        let retry = Retry::standard().attempts(100);
        let failed = failed(RetryClass::Transient, true);
        for (attempt, random, milliseconds) in [
            (1, MAX, 1_000),
            (2, MAX, 2_000),
            (3, MAX, 4_000),
            (4, MAX, 8_000),
            (5, MAX, 16_000),
            (6, MAX, 20_000),
            (99, MAX, 20_000),
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
    fn retry_after_lengthens_pauses_and_never_shortens_them() {
        for (retry_after, random, milliseconds) in
            [(7_000, MAX, 7_000), (7_000, 0.0, 7_000), (100, 0.5, 500), (0, 0.5, 500)]
        {
            let failed = FailedAttempt {
                retry_after: Some(Duration::from_millis(retry_after)),
                ..failed(RetryClass::Throttled, true)
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
    fn failure_of_the_last_attempt_is_final() {
        let failed = failed(RetryClass::TimedOut, false);
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
        let failed = failed(RetryClass::Transient, false);
        assert!(retry.pause(Replay::Always, 2, failed, 1.0).is_some());
    }
}
