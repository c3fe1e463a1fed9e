//! A clock that is off: the service's `Date` corrects it within one retry, and a `Date` that lies does no harm.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use http::Request;
use rest_op::{ByteStream, Bytes, Client, Clock, SigV4, Transport, TransportFuture};
use rest_op_tests::fixture::{credentials, sample_time};
use rest_op_tests::things::{Thing, Things};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;
use time::macros::format_description;

/// A service that takes signatures that are no more than five minutes off its time.
#[derive(Clone)]
struct Service(Arc<Mutex<State>>);

struct State {
    now: SystemTime,
    /// How far the `Date` is from the truth, in seconds.
    lie: i64,
    code: &'static str,
    requests: Vec<(String, u16)>,
}

impl Service {
    fn new(code: &'static str) -> Self {
        Self(Arc::new(Mutex::new(State {
            now: sample_time(),
            lie: 0,
            code,
            requests: Vec::new(),
        })))
    }

    fn lie(&self, seconds: i64) {
        self.0.lock().unwrap().lie = seconds;
    }

    /// The answers so far.
    fn answers(&self) -> Vec<u16> {
        self.0
            .lock()
            .unwrap()
            .requests
            .iter()
            .map(|(_, status)| *status)
            .collect()
    }

    fn client(&self, clock: SystemTime) -> Client {
        Client::builder("https://things.example")
            .auth(SigV4::new("things", "us-east-1", credentials(None)))
            .clock(Clock::fixed(clock))
            .transport(self.clone())
            .build()
            .unwrap()
    }
}

impl Transport for Service {
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        let mut state = self.0.lock().unwrap();
        let signed_at = request.headers()["x-amz-date"].to_str().unwrap().to_owned();
        let format = format_description!("[year][month][day]T[hour][minute][second]Z");
        let time = time::PrimitiveDateTime::parse(&signed_at, format).unwrap().assume_utc();
        let now = OffsetDateTime::from(state.now);
        let fresh = (now - time).unsigned_abs() <= Duration::from_mins(5);
        let status = if fresh { 200 } else { 403 };
        state.requests.push((signed_at, status));
        let told = (now + time::Duration::seconds(state.lie)).format(&Rfc2822).unwrap();
        let mut response = http::Response::builder()
            .status(status)
            .header("date", told.replace("+0000", "GMT"));
        if !fresh {
            response = response.header("x-amzn-errortype", state.code);
        }
        let body = if fresh { Thing::new("a").json() } else { "{}".to_owned() };
        let response = response.body(ByteStream::from(body)).unwrap();
        Box::pin(async { Ok(response) })
    }
}

const HOURS: [i64; 6] = [-240, -5, -1, 1, 5, 240];

fn off(hours: i64) -> SystemTime {
    let by = Duration::from_hours(hours.unsigned_abs());
    if hours < 0 {
        sample_time() - by
    } else {
        sample_time() + by
    }
}

#[tokio::test(start_paused = true)]
async fn clock_that_is_off_is_corrected_within_one_retry_and_for_later_calls() {
    for code in [
        "RequestTimeTooSkewed",
        "RequestExpired",
        "RequestInTheFuture",
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "AuthFailure",
    ] {
        for hours in HOURS {
            let service = Service::new(code);
            let client = service.client(off(hours));
            client.add_thing(&Thing::new("a")).await.unwrap();
            client.clone().get_thing("a").await.unwrap();
            assert_eq!(service.answers(), [403, 200, 200], "{code}, off by {hours} hours");
            let presigned = client.get_thing("a").presign(Duration::from_mins(1)).await.unwrap();
            assert!(
                presigned.url().contains("X-Amz-Date=20191202T2238"),
                "{}",
                presigned.url()
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn correction_needs_no_retries() {
    let service = Service::new("RequestTimeTooSkewed");
    let call = service.client(off(3)).get_thing("a").retry(rest_op::Retry::none());
    assert_eq!(call.await.unwrap(), Thing::new("a"));
}

#[tokio::test(start_paused = true)]
async fn date_that_lies_is_believed_once_and_forgotten() {
    for hours in HOURS {
        let service = Service::new("SignatureDoesNotMatch");
        let client = service.client(off(hours));
        service.lie(7 * 3600);
        let error = client.get_thing("a").await.unwrap_err();
        assert_eq!((error.code(), error.attempts()), (Some("SignatureDoesNotMatch"), 2));
        assert_eq!(service.answers(), [403, 403]);
        // The truth helps as if there had been no lie.
        service.lie(0);
        client.get_thing("a").await.unwrap();
        client.get_thing("a").await.unwrap();
        assert_eq!(service.answers(), [403, 403, 403, 200, 200], "off by {hours} hours");
    }
}

#[tokio::test(start_paused = true)]
async fn lie_does_not_spoil_a_clock_that_is_right() {
    let service = Service::new("SignatureDoesNotMatch");
    let client = service.client(sample_time());
    service.0.lock().unwrap().now = off(2);
    service.lie(5 * 3600);
    client.get_thing("a").await.unwrap_err();
    service.0.lock().unwrap().now = sample_time();
    service.lie(0);
    client.get_thing("a").await.unwrap();
    assert_eq!(service.answers(), [403, 403, 200]);
}

#[tokio::test(start_paused = true)]
async fn wrong_signature_at_the_right_time_is_not_sent_again() {
    let service = Service::new("SignatureDoesNotMatch");
    let client = service.client(sample_time());
    // The service refuses, but its `Date` agrees with the signature.
    service.0.lock().unwrap().now = off(2);
    service.lie(-2 * 3600);
    let error = client.get_thing("a").await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn dates_beyond_all_calendars_do_no_harm() {
    let service = Service::new("RequestExpired");
    let client = service.client(off(1));
    for lie in [-1_575_326_317, 200_000_000_000, -3_784_226_317] {
        service.lie(lie);
        let error = client.get_thing("a").await.unwrap_err();
        assert!(error.attempts() <= 2, "{error}");
    }
    service.lie(0);
    client.get_thing("a").await.unwrap();
}
