//! Clock skew: a service that refuses the time of a signature tells its own. The call is signed again with that, and, if
//! the service then takes it, later calls are too. Nothing else goes by the service's clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::StatusCode;

use crate::error::response::ErrorResponse;

/// How far the client's clock is behind the service's, in seconds, as far as the service has confirmed it.
#[derive(Debug, Default)]
pub(super) struct ClockSkew(AtomicI64);

/// The skew that one call goes by: the client's, or the one that it has just been told.
#[derive(Debug)]
pub(super) struct Correction<'a> {
    skew: &'a ClockSkew,
    told: SkewState,
}

/// What a call was told of the service's time.
#[derive(Debug)]
enum SkewState {
    /// Nothing.
    Nothing,
    /// The skew in seconds, not yet confirmed.
    Skew(i64),
    /// Something that has been confirmed, or that was no help: the service is not asked twice.
    Enough,
}

impl ClockSkew {
    /// How far the client's clock is behind, in seconds.
    pub(super) fn seconds(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// The correction of a call.
    pub(super) fn correction(&self) -> Correction<'_> {
        Correction {
            skew: self,
            told: SkewState::Nothing,
        }
    }
}

impl Correction<'_> {
    /// How far the client's clock is behind, in seconds.
    pub(super) fn seconds(&self) -> i64 {
        match self.told {
            SkewState::Skew(seconds) => seconds,
            SkewState::Nothing | SkewState::Enough => self.skew.seconds(),
        }
    }

    /// Keeps for later calls what the call was told: an attempt signed with it was taken.
    pub(super) fn confirm(&mut self) {
        if let SkewState::Skew(seconds) = self.told {
            self.skew.0.store(seconds, Ordering::Relaxed);
            self.told = SkewState::Enough;
        }
    }

    /// Reads a refusal that came at `now`, by the client's clock, to a request signed at `signed_at`; true where signing
    /// again may help. A correction after which the time is refused still was a lie, and is forgotten.
    pub(super) fn read(&mut self, response: &ErrorResponse, now: SystemTime, signed_at: SystemTime) -> bool {
        /// Services allow for a quarter of an hour, or for five minutes; less than four is not what they complain of.
        const TOLERATED: Duration = Duration::from_mins(4);
        if !is_about_time(response) {
            if is_past_authentication(response.status()) {
                self.confirm();
            }
            return false;
        }
        match (&self.told, response.date()) {
            (SkewState::Nothing, Some(date)) if distance(date, signed_at).unsigned_abs() >= TOLERATED.as_secs() => {
                self.told = SkewState::Skew(distance(date, now));
                true
            }
            (SkewState::Nothing, _) => false,
            _ => {
                self.told = SkewState::Enough;
                false
            }
        }
    }
}

/// Seconds from `earlier` to `later`; negative where it is the other way round.
fn distance(later: SystemTime, earlier: SystemTime) -> i64 {
    match later.duration_since(earlier) {
        Ok(ahead) => i64::try_from(ahead.as_secs()).unwrap_or(i64::MAX),
        Err(behind) => i64::try_from(behind.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    }
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

/// Whether an error with this status tells of the call itself, so that its signature was taken.
fn is_past_authentication(status: StatusCode) -> bool {
    status.is_client_error() && !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS)
}
