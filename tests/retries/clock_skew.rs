//! A wrong clock: the service's `Date` corrects it within one retry, and a wrong `Date` does no harm.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use http::Request;
use rest_op::credentials::{ProvideCredentials, future};
use rest_op::{
    Auth, AuthFuture, ByteStream, Bytes, Client, Clock, Credentials, Retry, SigV4, Transport, TransportFuture,
};
use rest_op_tests::fixture::{credentials, sample_time};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::things::{Thing, Things};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;
use time::macros::format_description;

/// A service that accepts signatures within five minutes of its clock.
#[derive(Clone)]
struct Service(Arc<Mutex<State>>);

struct State {
    now: SystemTime,
    /// The offset of the `Date` header from the service's clock, in seconds.
    date_offset: i64,
    code: &'static str,
    requests: Vec<(String, u16)>,
}

impl Service {
    fn new(code: &'static str) -> Self {
        Self(Arc::new(Mutex::new(State {
            now: sample_time(),
            date_offset: 0,
            code,
            requests: Vec::new(),
        })))
    }

    fn set_date_offset(&self, seconds: i64) {
        self.0.lock().unwrap().date_offset = seconds;
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
        let date = (now + time::Duration::seconds(state.date_offset))
            .format(&Rfc2822)
            .unwrap();
        let mut response = http::Response::builder()
            .status(status)
            .header("date", date.replace("+0000", "GMT"));
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
async fn wrong_clock_is_corrected_within_one_retry_and_for_later_calls() {
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
    let call = service.client(off(3)).get_thing("a").retry(Retry::none());
    assert_eq!(call.await.unwrap(), Thing::new("a"));
}

#[tokio::test(start_paused = true)]
async fn wrong_date_is_used_once_and_discarded() {
    for hours in HOURS {
        let service = Service::new("SignatureDoesNotMatch");
        let client = service.client(off(hours));
        service.set_date_offset(7 * 3600);
        let error = client.get_thing("a").await.unwrap_err();
        assert_eq!((error.code(), error.attempts()), (Some("SignatureDoesNotMatch"), 2));
        assert_eq!(service.answers(), [403, 403]);
        // A correct date then works as if there had been no wrong one.
        service.set_date_offset(0);
        client.get_thing("a").await.unwrap();
        client.get_thing("a").await.unwrap();
        assert_eq!(service.answers(), [403, 403, 403, 200, 200], "off by {hours} hours");
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_date_does_not_affect_a_correct_clock() {
    let service = Service::new("SignatureDoesNotMatch");
    let client = service.client(sample_time());
    service.0.lock().unwrap().now = off(2);
    service.set_date_offset(5 * 3600);
    client.get_thing("a").await.unwrap_err();
    service.0.lock().unwrap().now = sample_time();
    service.set_date_offset(0);
    client.get_thing("a").await.unwrap();
    assert_eq!(service.answers(), [403, 403, 200]);
}

#[tokio::test(start_paused = true)]
async fn wrong_signature_at_the_right_time_is_not_sent_again() {
    let service = Service::new("SignatureDoesNotMatch");
    let client = service.client(sample_time());
    // The service rejects the signature, but its `Date` agrees with it.
    service.0.lock().unwrap().now = off(2);
    service.set_date_offset(-2 * 3600);
    let error = client.get_thing("a").await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn dates_out_of_range_do_no_harm() {
    let service = Service::new("RequestExpired");
    let client = service.client(off(1));
    for offset in [-1_575_326_317, 200_000_000_000, -3_784_226_317] {
        service.set_date_offset(offset);
        let error = client.get_thing("a").await.unwrap_err();
        assert!(error.attempts() <= 2, "{error}");
    }
    service.set_date_offset(0);
    client.get_thing("a").await.unwrap();
}

/// Provides the keys `AKID1`, `AKID2`, …, which never expire.
#[derive(Clone, Debug, Default)]
struct Rotating(Arc<AtomicU32>);

impl ProvideCredentials for Rotating {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let number = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        let credentials = Credentials::new(format!("AKID{number}"), "secret", None, None, "rotating");
        future::ProvideCredentials::ready(Ok(credentials))
    }
}

/// The latest time that a signature can have.
const LAST_SECOND: &str = "Fri, 31 Dec 9999 23:59:59 GMT";

const SKEWED: [(&str, &str); 2] = [("date", LAST_SECOND), ("x-amzn-errortype", "RequestTimeTooSkewed")];

/// The access keys that requests were signed with, and the years of their signatures.
fn signed_by(recorder: &Recorder) -> Vec<(String, String)> {
    let of = |request: &Request<Bytes>| {
        let authorization = request.headers()["authorization"].to_str().unwrap();
        let (_, scope) = authorization.split_once("Credential=").unwrap();
        let mut scope = scope.split('/');
        let [id, date] = [scope.next().unwrap(), scope.next().unwrap()];
        (id.to_owned(), date[..4].to_owned())
    };
    recorder.requests().iter().map(of).collect()
}

#[tokio::test]
async fn corrected_clock_dates_signatures_and_not_the_renewal_of_credentials() {
    // The correction is discarded if the service rejects it. If it is kept, later dates are in years that cannot be
    // signed, so the client's own clock is used.
    for (second, years) in [
        (403, ["2019", "9999", "2019", "2019"]),
        (200, ["2019", "9999", "2019", "2019"]),
    ] {
        let recorder = Recorder::new().answer(403, &SKEWED, "");
        let recorder = match second {
            403 => recorder.answer(403, &SKEWED, ""),
            _ => recorder.answer(200, &[], Thing::new("a").json()),
        };
        let recorder = (0..2).fold(recorder, |recorder, _| {
            recorder.answer(200, &[], Thing::new("a").json())
        });
        let minutes = Arc::new(AtomicU32::new(0));
        let now = Arc::clone(&minutes);
        let client = Client::builder("https://things.example")
            .auth(SigV4::new("things", "us-east-1", Rotating::default()))
            .clock(Clock::new(move || {
                sample_time() + Duration::from_mins(1) * now.load(Ordering::SeqCst)
            }))
            .transport(recorder.clone())
            .build()
            .unwrap();
        for minute in [0, 14, 16] {
            minutes.store(minute, Ordering::SeqCst);
            assert_eq!(client.get_thing("a").await.is_ok(), second == 200 || minute > 0);
        }
        let ids = ["AKID1", "AKID1", "AKID1", "AKID2"];
        let expected = ids.into_iter().zip(years);
        let expected: Vec<_> = expected.map(|(id, year)| (id.to_owned(), year.to_owned())).collect();
        assert_eq!(signed_by(&recorder), expected);
    }
}

/// A custom scheme, which takes the date of its signature from the request, or signs none.
struct Custom {
    dated: bool,
}

impl Auth for Custom {
    fn authorize<'a>(&'a self, request: &'a mut rest_op::Request, time: SystemTime) -> AuthFuture<'a> {
        Box::pin(async move {
            let date = if self.dated { request.signing_time(time) } else { time };
            let seconds = date.duration_since(SystemTime::UNIX_EPOCH)?.as_secs();
            request.headers_mut().insert("x-date", seconds.into());
            Ok(())
        })
    }
}

#[tokio::test]
async fn only_schemes_that_sign_a_date_are_corrected() {
    for (dated, dates) in [(true, &["1575326317", "253402300799"][..]), (false, &["1575326317"])] {
        let recorder = Recorder::new()
            .answer(403, &SKEWED, "")
            .answer(200, &[], Thing::new("a").json());
        let client = Client::builder("https://things.example")
            .auth(Custom { dated })
            .clock(Clock::fixed(sample_time()))
            .retry(Retry::none())
            .transport(recorder.clone())
            .build()
            .unwrap();
        assert_eq!(client.get_thing("a").await.is_ok(), dated);
        let sent = recorder.requests();
        let sent: Vec<_> = sent
            .iter()
            .map(|request| request.headers()["x-date"].to_str().unwrap())
            .collect();
        assert_eq!(sent, dates);
    }
}
