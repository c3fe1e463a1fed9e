//! Which calls are retried, and what is sent then.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rest_op::{ByteStream, Client, Clock, Retry, SigV4, TransportError};
use rest_op_tests::fixture::{credentials, sample_time, signed};
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};

const ENDPOINT: &str = "https://things.example";

fn unsigned(script: &Scripted) -> Client {
    Client::builder(ENDPOINT).transport(script.clone()).build().unwrap()
}

fn fine() -> Step {
    Step::answer(200, &[], Thing::new("a").json())
}

fn failing(status: u16) -> Step {
    Step::answer(status, &[], "")
}

#[tokio::test(start_paused = true)]
async fn transient_failures_are_attempted_three_times() {
    for step in [
        failing(429),
        failing(500),
        failing(502),
        failing(503),
        failing(504),
        Step::answer(400, &[("x-amzn-errortype", "ThrottlingException")], ""),
        Step::Fail(|| TransportError::connect("refused")),
        Step::Fail(|| TransportError::interrupted("reset")),
        Step::Silence,
    ] {
        let script = Scripted::new([step]);
        let error = unsigned(&script).get_thing("a").await.unwrap_err();
        assert_eq!((script.count(), error.attempts()), (3, 3), "{error}");
        assert!(error.is_retryable(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn permanent_failures_are_attempted_once() {
    for step in [
        failing(400),
        failing(401),
        failing(403),
        failing(404),
        failing(409),
        failing(501),
        failing(302),
        Step::answer(200, &[], "<html>"),
        Step::Fail(|| TransportError::unsent("no such scheme")),
        Step::Fail(|| TransportError::unusable("no HTTP")),
    ] {
        let script = Scripted::new([step]);
        let error = unsigned(&script).get_thing("a").await.unwrap_err();
        assert_eq!((script.count(), error.attempts()), (1, 1), "{error}");
        assert!(!error.is_retryable(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn success_ends_the_retries_and_first_pauses_are_short() {
    let script = Scripted::new([failing(503), failing(500), fine()]);
    assert_eq!(unsigned(&script).get_thing("a").await.unwrap(), Thing::new("a"));
    let times = script.times();
    assert_eq!(times.len(), 3);
    assert!(times[1] <= times[0] + Duration::from_secs(1), "{times:?}");
    assert!(times[2] <= times[1] + Duration::from_secs(2), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn pauses_are_random() {
    let mut pauses = Vec::new();
    for _ in 0..20 {
        let script = Scripted::new([failing(503), fine()]);
        unsigned(&script).get_thing("a").await.unwrap();
        pauses.push(script.times()[1]);
    }
    pauses.sort();
    pauses.dedup();
    assert!(pauses.len() > 5, "{pauses:?}");
}

#[tokio::test(start_paused = true)]
async fn non_idempotent_operation_is_retried_only_if_nothing_was_sent() {
    let thing = Thing::new("a");
    for (step, attempts, attempts_told) in [
        (failing(503), 1, 1),
        (failing(429), 1, 1),
        (Step::Fail(|| TransportError::interrupted("reset")), 1, 1),
        (Step::Silence, 1, 1),
        (Step::Fail(|| TransportError::connect("refused")), 3, 3),
        (Step::Fail(|| TransportError::connect_timeout("slow")), 3, 3),
    ] {
        let script = Scripted::new([step.clone()]);
        let error = unsigned(&script).add_thing(&thing).await.unwrap_err();
        assert_eq!((script.count(), error.attempts()), (attempts, attempts_told), "{error}");
        assert_eq!(error.may_have_been_sent(), attempts == 1, "{error}");

        let script = Scripted::new([step]);
        let error = unsigned(&script).add_idempotent_thing(&thing).await.unwrap_err();
        assert_eq!(
            (script.count(), error.attempts()),
            (3, 3),
            "marked `idempotent`: {error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn all_signed_operations_are_retried_as_by_the_sdks() {
    let script = Scripted::new([
        Step::Fail(|| TransportError::interrupted("reset")),
        failing(500),
        fine(),
    ]);
    let client = signed(ENDPOINT).transport(script.clone()).build().unwrap();
    client.add_thing(&Thing::new("a")).await.unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn stream_is_sent_once_whatever_the_failure() {
    for step in [failing(503), Step::Fail(|| TransportError::connect("refused"))] {
        let script = Scripted::new([step]);
        let client = signed(ENDPOINT).transport(script.clone()).build().unwrap();
        let error = client
            .write_content("a", ByteStream::from("content"))
            .await
            .unwrap_err();
        assert_eq!((script.count(), error.attempts()), (1, 1), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_attempt_is_complete_and_signed_with_its_own_time() {
    let seconds = Arc::new(AtomicU64::new(0));
    let clock = Clock::new(move || sample_time() + Duration::from_secs(10 * seconds.fetch_add(1, Ordering::Relaxed)));
    let script = Scripted::new([
        failing(500),
        Step::Fail(|| TransportError::interrupted("reset")),
        fine(),
    ]);
    let client = Client::builder(ENDPOINT)
        .auth(SigV4::new("things", "us-east-1", credentials(Some("token"))))
        .clock(clock)
        .transport(script.clone())
        .build()
        .unwrap();
    let thing = Thing::new("a");
    client.add_thing(&thing).await.unwrap();

    let requests = script.requests();
    assert_eq!(requests.len(), 3);
    let mut sent = Vec::new();
    for request in requests {
        assert_eq!(request.body(), &thing.json());
        let header = |name| request.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("x-amz-security-token"), "token");
        let authorization = header("authorization");
        assert!(authorization.contains("SignedHeaders=content-type;host;x-amz-date;x-amz-security-token"));
        sent.push((header("x-amz-date"), authorization));
    }
    for pair in sent.windows(2) {
        assert!(pair[0].0 < pair[1].0 && pair[0].1 != pair[1].1, "{sent:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn retries_are_set_on_the_client_and_on_the_call() {
    let script = Scripted::new([failing(503)]);
    let client = Client::builder(ENDPOINT)
        .transport(script.clone())
        .retry(Retry::standard().attempts(5).base(Duration::from_millis(1)))
        .build()
        .unwrap();
    assert_eq!(client.get_thing("a").await.unwrap_err().attempts(), 5);
    assert_eq!(
        client.get_thing("a").retry(Retry::none()).await.unwrap_err().attempts(),
        1
    );
    assert_eq!(script.count(), 6);
}

#[tokio::test(start_paused = true)]
async fn unreadable_response_reports_its_attempts() {
    let script = Scripted::new([failing(503), Step::answer(200, &[], "<html>")]);
    let error = unsigned(&script).get_thing("a").await.unwrap_err();
    assert_eq!((error.attempts(), error.status().unwrap().as_u16()), (2, 200));
    assert!(error.may_have_been_sent() && error.decode_error().is_some());
}

#[tokio::test(start_paused = true)]
async fn added_statuses_are_retried_if_this_is_safe() {
    let retry = Retry::standard().also_after(&[409, 529]);
    for (status, attempts) in [(409, 3), (529, 3), (404, 1), (503, 3)] {
        let script = Scripted::new([failing(status)]);
        let error = unsigned(&script).get_thing("a").retry(retry).await.unwrap_err();
        assert_eq!(
            (script.count(), error.attempts()),
            (attempts as usize, attempts),
            "{error}"
        );
        let script = Scripted::new([failing(status)]);
        let error = unsigned(&script)
            .add_thing(&Thing::new("a"))
            .retry(retry)
            .await
            .unwrap_err();
        assert_eq!((script.count(), error.attempts()), (1, 1), "{error}");
    }
}
