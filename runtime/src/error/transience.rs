//! Whether a call that failed may succeed later.

use http::StatusCode;

use super::response::ErrorResponse;

/// Why another attempt may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetryClass {
    /// It would not.
    Final,
    /// The service asks for fewer requests.
    Throttled,
    /// The service or the way to it failed for now.
    Transient,
    /// A time limit was reached.
    TimedOut,
}

/// Whether the call that was answered so may succeed later.
pub(crate) fn is_retryable(response: &ErrorResponse) -> bool {
    retry_class(response) != RetryClass::Final
}

pub(crate) fn retry_class(response: &ErrorResponse) -> RetryClass {
    /// The names that the AWS SDKs take for throttling, and Chime's own.
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
    /// Those of S3 stand in responses of status 200, too.
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
