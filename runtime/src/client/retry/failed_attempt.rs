//! The properties of a failed attempt that decide about a retry: its class, whether the request was sent, and the pause
//! that the service asks for.

use std::time::{Duration, SystemTime};

use crate::error::response::ErrorResponse;
use crate::error::transience::{RetryClass, retry_class};
use crate::error::{Failure, Kind, Timeout};
use crate::text::http_date::{is_digits, parse_http_date};

/// The properties of a failed attempt that decide about a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FailedAttempt {
    pub(crate) class: RetryClass,
    /// Whether the service may have acted on the request in this attempt.
    pub(crate) sent: bool,
    /// The pause that the service asks for.
    pub(crate) retry_after: Option<Duration>,
    /// The pause that the program decided on, in place of any other.
    pub(crate) decided: Option<Duration>,
}

impl FailedAttempt {
    /// Classifies a failure that occurred at `now`.
    pub(crate) fn of(failure: &Failure, now: SystemTime) -> Self {
        let class = match failure.kind.timeout() {
            // No time is left for another attempt.
            Some(Timeout::Operation) => RetryClass::Final,
            _ => retry_class(&failure.kind),
        };
        let retry_after = match &failure.kind {
            Kind::Service(response) => retry_after(response, now),
            _ => None,
        };
        Self {
            class,
            sent: failure.sent,
            retry_after,
            decided: None,
        }
    }
}

/// The pause that a response asks for: `x-amz-retry-after` in milliseconds, `retry-after` in seconds or as a date (RFC
/// 9110, section 10.2.3). Services also send fractions. A date is relative to the `date` of the response, so that the
/// local clock may be wrong.
fn retry_after(response: &ErrorResponse, now: SystemTime) -> Option<Duration> {
    let text = |name: &str| response.headers().get(name)?.to_str().ok().map(str::trim);
    if let Some(pause) = text("x-amz-retry-after").and_then(|text| count(text, 1000.0)) {
        return Some(pause);
    }
    let after = text("retry-after")?;
    if let Some(pause) = count(after, 1.0) {
        return Some(pause);
    }
    let date = SystemTime::from(parse_http_date(after)?);
    Some(date.duration_since(response.date().unwrap_or(now)).unwrap_or_default())
}

/// Parses a count of units of which a second has `per_second`. A count that overflows is the longest pause.
fn count(text: &str, per_second: f64) -> Option<Duration> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let count: f64 = text.parse().ok()?;
    Some(Duration::try_from_secs_f64(count / per_second).unwrap_or(Duration::MAX))
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

    use super::*;
    use crate::transport::TransportError;

    fn service(status: u16, code: &'static str) -> Kind {
        let mut headers = HeaderMap::new();
        if !code.is_empty() {
            headers.insert("x-amzn-errortype", HeaderValue::from_static(code));
        }
        let status = StatusCode::from_u16(status).unwrap();
        Kind::Service(ErrorResponse::new(status, headers, Bytes::new()))
    }

    fn timeout(which: Timeout) -> Kind {
        let limit = Duration::from_secs(1);
        Kind::Timeout { which, limit }
    }

    #[test]
    fn failures_are_classified() {
        use RetryClass::{Final, Throttled, TimedOut, Transient};
        for (kind, class) in [
            (service(400, ""), Final),
            (service(404, "NotFoundException"), Final),
            (service(400, "ThrottlingException"), Throttled),
            (service(400, "ns#ThrottledClientException:http://x"), Throttled),
            (service(503, "SlowDown"), Throttled),
            (service(429, ""), Throttled),
            (service(400, "RequestTimeout"), Transient),
            (service(500, ""), Transient),
            (service(501, ""), Final),
            (service(502, ""), Transient),
            (service(503, "ServiceUnavailableException"), Transient),
            (service(504, ""), Transient),
            (service(505, ""), Final),
            (timeout(Timeout::Connect), TimedOut),
            (timeout(Timeout::Attempt), TimedOut),
            (timeout(Timeout::Operation), Final),
            (Kind::Transport(TransportError::unsent("")), Final),
            (Kind::Transport(TransportError::connect("")), Transient),
            (Kind::Transport(TransportError::connect_timeout("")), TimedOut),
            (Kind::Transport(TransportError::interrupted("")), Transient),
            (Kind::Transport(TransportError::unusable("")), Final),
            (Kind::TooLarge { limit: 1 }, Final),
            (Kind::Auth("".into()), Final),
        ] {
            let failure = Failure {
                operation: "list_rooms",
                attempts: 1,
                sent: true,
                kind,
            };
            let failed = FailedAttempt::of(&failure, SystemTime::UNIX_EPOCH);
            assert_eq!(failed.class, class, "{failure}");
        }
    }

    #[test]
    fn retry_after_is_read_in_every_form() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_575_325_771);
        for (fields, milliseconds) in [
            (&[] as &[(&str, &str)], None),
            (&[("retry-after", "7")], Some(7_000)),
            (&[("retry-after", " 7 ")], Some(7_000)),
            (&[("retry-after", "Mon, 02 Dec 2019 22:29:41 GMT")], Some(10_000)),
            (&[("retry-after", "Mon, 02 Dec 2019 22:29:21 GMT")], Some(0)),
            (
                &[
                    ("retry-after", "Mon, 02 Dec 2019 12:00:05 GMT"),
                    ("date", "Mon, 02 Dec 2019 12:00:00 GMT"),
                ],
                Some(5_000),
            ),
            (&[("retry-after", "soon")], None),
            (&[("retry-after", "-1")], None),
            (&[("retry-after", "5.2")], Some(5_200)),
            (&[("retry-after", "0.25")], Some(250)),
            (&[("retry-after", "1.")], None),
            (&[("retry-after", ".5")], None),
            (&[("retry-after", "1.-5")], None),
            (&[("retry-after", "1.5.2")], None),
            (&[("retry-after", "1e3")], None),
            (&[("retry-after", "inf")], None),
            (&[("retry-after", "+5")], None),
            (&[("retry-after", "")], None),
            (&[("retry-after", "007")], Some(7_000)),
            (
                &[("retry-after", "99999999999999999999")],
                Some(Duration::MAX.as_millis()),
            ),
            (&[("retry-after", "Monday, 02-Dec-19 22:29:41 GMT")], Some(10_000)),
            (&[("retry-after", "Mon Dec  2 22:29:41 2019")], Some(10_000)),
            (
                &[
                    ("retry-after", "Mon, 02 Dec 2019 12:00:05 GMT"),
                    ("date", "Mon Dec  2 12:00:00 2019"),
                ],
                Some(5_000),
            ),
            (
                &[("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT")],
                Some(251_826_975_028_000),
            ),
            (&[("x-amz-retry-after", "1500")], Some(1_500)),
            (&[("x-amz-retry-after", "1500.5")], Some(1_500)),
            (&[("x-amz-retry-after", "1500"), ("retry-after", "7")], Some(1_500)),
            (&[("x-amz-retry-after", "soon"), ("retry-after", "7")], Some(7_000)),
            (&[("x-amz-retry-after", "+1500"), ("retry-after", "7")], Some(7_000)),
            (
                &[("x-amz-retry-after", "99999999999999999999"), ("retry-after", "7")],
                Some(100_000_000_000_000_000_000),
            ),
        ] {
            let headers: HeaderMap = fields
                .iter()
                .map(|(name, value)| {
                    (
                        name.parse::<HeaderName>().unwrap(),
                        value.parse::<HeaderValue>().unwrap(),
                    )
                })
                .collect();
            let response = ErrorResponse::new(StatusCode::SERVICE_UNAVAILABLE, headers, Bytes::new());
            let read = retry_after(&response, now).map(|pause| pause.as_millis());
            assert_eq!(read, milliseconds, "{fields:?}");
        }
    }
}
