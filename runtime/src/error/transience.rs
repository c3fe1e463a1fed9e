//! Classifies failures by whether the same call may succeed later.

use http::StatusCode;

use super::Kind;
use super::response::ErrorResponse;

/// The reason why another attempt may succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryClass {
    /// Another attempt would fail, too.
    Final,
    /// The service throttles requests.
    Throttled,
    /// The service or the connection to it failed temporarily.
    Transient,
    /// A time limit was reached.
    TimedOut,
}

impl RetryClass {
    /// The reason of a retry in logs. A final failure is retried only by the decision of the program.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Final => "decision",
            Self::Throttled => "throttled",
            Self::Transient => "transient",
            Self::TimedOut => "timeout",
        }
    }
}

/// Classifies the failure of a call or an attempt.
pub(crate) fn retry_class(kind: &Kind) -> RetryClass {
    match kind {
        Kind::Service(response) => class_of_response(response),
        _ if kind.timeout().is_some() => RetryClass::TimedOut,
        Kind::Transport(error) if error.is_transient() => RetryClass::Transient,
        _ => RetryClass::Final,
    }
}

fn class_of_response(response: &ErrorResponse) -> RetryClass {
    /// The codes that the AWS SDKs treat as throttling, and those of Chime.
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
    /// S3 sends its codes in responses with status 200, too.
    const TRANSIENT: [&str; 4] = [
        "InternalError",
        "RequestTimeout",
        "RequestTimeoutException",
        "ServiceUnavailable",
    ];
    let is_any = |names: &[&str]| response.code().is_some_and(|code| names.contains(&code));
    if is_any(&THROTTLING) || response.status() == StatusCode::TOO_MANY_REQUESTS {
        RetryClass::Throttled
    } else if is_any(&TRANSIENT) || matches!(response.status().as_u16(), 500 | 502 | 503 | 504) {
        RetryClass::Transient
    } else {
        RetryClass::Final
    }
}
