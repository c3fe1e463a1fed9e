//! Clock skew: a service that refuses the time of a signature tells its own, and later calls are signed with that.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::header::DATE;

use crate::error_response::ErrorResponse;
use crate::timestamp::parse_http_date;

/// How far the client's clock is behind the service's, in seconds.
#[derive(Debug, Default)]
pub(super) struct ClockSkew(AtomicI64);

impl ClockSkew {
    /// The time by the service's clock.
    pub(super) fn correct(&self, time: SystemTime) -> SystemTime {
        let seconds = self.0.load(Ordering::Relaxed);
        let skew = Duration::from_secs(seconds.unsigned_abs());
        let corrected = if seconds < 0 {
            time.checked_sub(skew)
        } else {
            time.checked_add(skew)
        };
        corrected.unwrap_or(time)
    }

    /// Learns from a refusal that came at `now` to a request signed at `signed_at`; true where signing again may help.
    pub(super) fn learn(&self, response: &ErrorResponse, now: SystemTime, signed_at: SystemTime) -> bool {
        /// Services allow for a quarter of an hour, or for five minutes; less than four is not what they complain of.
        const TOLERATED: Duration = Duration::from_mins(4);
        let Some(date) = is_about_time(response).then(|| date(response)).flatten() else {
            return false;
        };
        if distance(date, signed_at).unsigned_abs() < TOLERATED.as_secs() {
            return false;
        }
        self.0.store(distance(date, now), Ordering::Relaxed);
        true
    }
}

/// Seconds from `earlier` to `later`; negative where it is the other way round.
fn distance(later: SystemTime, earlier: SystemTime) -> i64 {
    match later.duration_since(earlier) {
        Ok(ahead) => i64::try_from(ahead.as_secs()).unwrap_or(i64::MAX),
        Err(behind) => i64::try_from(behind.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    }
}

fn date(response: &ErrorResponse) -> Option<SystemTime> {
    parse_http_date(response.headers().get(DATE)?.to_str().ok()?).map(SystemTime::from)
}

/// Whether the service refused the time of the signature: by name, or by a signature that is then wrong, too.
fn is_about_time(response: &ErrorResponse) -> bool {
    const CODES: [&str; 6] = [
        "AuthFailure",
        "InvalidSignatureException",
        "RequestExpired",
        "RequestInTheFuture",
        "RequestTimeTooSkewed",
        "SignatureDoesNotMatch",
    ];
    response.code().is_some_and(|code| CODES.contains(&code))
}
