//! Clock skew: a service that rejects the time of a signature sends its own. The call is signed again with that time.
//! If the service accepts it, later calls are signed with it, too. Nothing else uses the clock of the service.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::StatusCode;

use crate::error::response::ErrorResponse;

/// How far the client's clock is behind the service's, in seconds, as confirmed by the service.
#[derive(Debug, Default)]
pub(super) struct ClockSkew(AtomicI64);

/// The skew of one call: that of the client, or one that the service has just sent.
#[derive(Debug)]
pub(super) struct Correction<'a> {
    skew: &'a ClockSkew,
    state: SkewState,
}

/// The state of the correction within one call.
#[derive(Debug)]
enum SkewState {
    /// The service has not sent its time.
    Unknown,
    /// A skew in seconds that is not yet confirmed.
    Unconfirmed(i64),
    /// The skew was confirmed or rejected. There is at most one correction in a call.
    Done,
}

impl ClockSkew {
    /// Returns how far the client's clock is behind, in seconds.
    pub(super) fn seconds(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Creates the correction of a call.
    pub(super) fn correction(&self) -> Correction<'_> {
        Correction {
            skew: self,
            state: SkewState::Unknown,
        }
    }
}

impl Correction<'_> {
    /// Returns how far the client's clock is behind, in seconds.
    pub(super) fn seconds(&self) -> i64 {
        match self.state {
            SkewState::Unconfirmed(seconds) => seconds,
            SkewState::Unknown | SkewState::Done => self.skew.seconds(),
        }
    }

    /// Keeps the skew for later calls, after an attempt that was signed with it was accepted.
    pub(super) fn confirm(&mut self) {
        if let SkewState::Unconfirmed(seconds) = self.state {
            self.skew.0.store(seconds, Ordering::Relaxed);
            self.state = SkewState::Done;
        }
    }

    /// Reads an error that was received at `now`, by the client's clock, for a request signed at `signed_at`. Returns
    /// whether signing again may help. A correction is discarded if the service rejects the time again.
    pub(super) fn read(&mut self, response: &ErrorResponse, now: SystemTime, signed_at: SystemTime) -> bool {
        /// Services tolerate five or fifteen minutes, so a smaller skew than four is not the cause of the error.
        const TOLERATED: Duration = Duration::from_mins(4);
        if !is_about_time(response) {
            if is_past_authentication(response.status()) {
                self.confirm();
            }
            return false;
        }
        match (&self.state, response.date()) {
            (SkewState::Unknown, Some(date)) if distance(date, signed_at).unsigned_abs() >= TOLERATED.as_secs() => {
                self.state = SkewState::Unconfirmed(distance(date, now));
                true
            }
            (SkewState::Unknown, _) => false,
            _ => {
                self.state = SkewState::Done;
                false
            }
        }
    }
}

/// Returns the seconds from `earlier` to `later`; negative if `later` is the earlier one.
fn distance(later: SystemTime, earlier: SystemTime) -> i64 {
    match later.duration_since(earlier) {
        Ok(ahead) => i64::try_from(ahead.as_secs()).unwrap_or(i64::MAX),
        Err(behind) => i64::try_from(behind.duration().as_secs()).map_or(i64::MIN, |seconds| -seconds),
    }
}

/// Whether the service may have rejected the time of the signature, since it names the time or rejects the signature.
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

/// Whether an error with this status is about the call itself, so that its signature was accepted.
fn is_past_authentication(status: StatusCode) -> bool {
    status.is_client_error() && !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::TOO_MANY_REQUESTS)
}
