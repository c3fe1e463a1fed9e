//! Retries, in the *standard* mode of the AWS SDKs: which failures are worth another attempt, and after what pause.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};

use crate::error::{Failure, Kind, Timeout};
use crate::error_response::ErrorResponse;

/// How often, and after what pauses, a call is tried again.
///
/// The default is the standard mode of the AWS SDKs: 3 attempts; pauses of random length up to 1, 2, 4 … seconds, 20 at
/// most; and a bucket of 500 tokens that all calls of a client share, of which a retry takes 5 and one after a
/// time-out 10. When it is empty, failures are final, so that a service in trouble is not asked more often.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    attempts: u32,
    base: Duration,
    cap: Duration,
}

impl Retry {
    /// 3 attempts, pauses up to 20 seconds.
    pub fn standard() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_secs(1),
            cap: Duration::from_secs(20),
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

    /// The pause before the next attempt; `None` where the failure is final.
    ///
    /// `attempt` is the number of the one that failed, from 1 on; `random` is in `0.0..1.0`.
    pub(crate) fn pause(&self, attempt: u32, reason: Reason, hint: Option<Duration>, random: f64) -> Option<Duration> {
        if attempt >= self.attempts || reason == Reason::Final {
            return None;
        }
        let doubled = 2_u32.checked_pow(attempt - 1).unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(doubled).min(self.cap);
        // A hint lengthens the pause, and is obeyed as long as that is within reason.
        Some(longest.mul_f64(random.clamp(0.0, 1.0)).max(hint.unwrap_or_default()))
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::standard()
    }
}

/// Why another attempt may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// It would not.
    Final,
    /// The service asks for fewer requests.
    Throttled,
    /// The service or the way to it failed for now.
    Transient,
    /// A time limit was reached.
    TimedOut,
}

/// Whether another attempt may help, as the failure itself tells. Whether it may be made is another question.
pub(crate) fn reason(failure: &Failure) -> Reason {
    match &failure.kind {
        Kind::Service(response) => response_reason(response),
        Kind::Transport(error) if error.is_timeout() => Reason::TimedOut,
        Kind::Transport(error) if error.is_transient() => Reason::Transient,
        Kind::Timeout {
            which: Timeout::Connect | Timeout::Attempt,
            ..
        } => Reason::TimedOut,
        _ => Reason::Final,
    }
}

/// Whether the call that was answered so may succeed later.
pub(crate) fn is_retryable(response: &ErrorResponse) -> bool {
    response_reason(response) != Reason::Final
}

fn response_reason(response: &ErrorResponse) -> Reason {
    /// The names that the AWS SDKs take for throttling.
    const THROTTLING: [&str; 16] = [
        "BandwidthLimitExceeded",
        "EC2ThrottledException",
        "LimitExceededException",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "Throttled",
        "ThrottledClientException",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException",
    ];
    const TRANSIENT: [&str; 2] = ["RequestTimeout", "RequestTimeoutException"];
    let is_any = |names: &[&str]| response.code().is_some_and(|code| names.contains(&code));
    if is_any(&THROTTLING) || response.status() == StatusCode::TOO_MANY_REQUESTS {
        Reason::Throttled
    } else if is_any(&TRANSIENT) || matches!(response.status().as_u16(), 500 | 502 | 503 | 504) {
        Reason::Transient
    } else {
        Reason::Final
    }
}

/// The pause that a response asks for: `x-amz-retry-after` in milliseconds, `retry-after` in seconds or as a date
/// (RFC 9110, section 10.2.3).
pub(crate) fn hint(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    if let Some(milliseconds) = text("x-amz-retry-after").and_then(|text| text.parse().ok()) {
        return Some(Duration::from_millis(milliseconds));
    }
    let after = text("retry-after")?;
    match after.parse() {
        Ok(seconds) => Some(Duration::from_secs(seconds)),
        Err(_) => crate::timestamp::parse_http_date(after).map(|date| {
            let date = SystemTime::from(date);
            date.duration_since(now).unwrap_or_default()
        }),
    }
}

/// The tokens that retries are paid with.
#[derive(Debug)]
pub(crate) struct TokenBucket(Mutex<u32>);

impl TokenBucket {
    const FULL: u32 = 500;

    pub(crate) fn new() -> Self {
        Self(Mutex::new(Self::FULL))
    }

    /// Takes the price of a retry; `None` where there is not enough.
    pub(crate) fn take(&self, reason: Reason) -> Option<u32> {
        let price = if reason == Reason::TimedOut { 10 } else { 5 };
        let mut tokens = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = tokens.checked_sub(price)?;
        Some(price)
    }

    /// Gives back what the last retry took, or one token after a call that needed none.
    pub(crate) fn give(&self, tokens: Option<u32>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_add(tokens.unwrap_or(1)).min(Self::FULL);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_cap_and_hints_lengthen_them() {
        let retry = Retry::standard().attempts(9);
        let pause = |attempt, hint| {
            retry
                .pause(attempt, Reason::Transient, hint, 0.999_999)
                .unwrap()
                .as_secs_f64()
        };
        let rounded: Vec<f64> = (1..9).map(|attempt| pause(attempt, None).round()).collect();
        assert_eq!(rounded, [1.0, 2.0, 4.0, 8.0, 16.0, 20.0, 20.0, 20.0]);
        assert!((pause(1, Some(Duration::from_secs(7))) - 7.0).abs() < 1e-9);
    }

    #[test]
    fn last_attempt_and_final_failures_end_it() {
        let retry = Retry::standard();
        assert!(retry.pause(2, Reason::Throttled, None, 0.5).is_some());
        assert_eq!(retry.pause(3, Reason::Throttled, None, 0.5), None);
        assert_eq!(retry.pause(1, Reason::Final, None, 0.5), None);
        assert_eq!(Retry::none().pause(1, Reason::TimedOut, None, 0.5), None);
    }

    #[test]
    fn bucket_empties_and_fills() {
        let bucket = TokenBucket::new();
        assert_eq!((0..60).filter(|_| bucket.take(Reason::TimedOut).is_some()).count(), 50);
        bucket.give(Some(10));
        assert_eq!(bucket.take(Reason::Transient), Some(5));
        assert_eq!(bucket.take(Reason::Throttled), Some(5));
        assert_eq!(bucket.take(Reason::Throttled), None);
        bucket.give(None);
        assert_eq!(bucket.take(Reason::Transient), None);
    }
}
