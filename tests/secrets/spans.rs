//! The spans of a call, with the names of OpenTelemetry.

use std::time::Duration;

use rest_op::{Api, ApiError, Bearer, Call, Client, ErrorResponse, Retry, Token, rest_op};
use rest_op_tests::fixture::signed_at_sample_time;
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};

use crate::log_lines::Listener;

/// Returns the spans of one call, without durations.
async fn log_of(steps: impl IntoIterator<Item = Step>, id: &str) -> Vec<String> {
    let listener = Listener::default();
    let client = Client::builder("https://things.example:8443/base")
        .transport(Scripted::new(steps))
        .retry(Retry::standard().base(Duration::ZERO))
        .build()
        .unwrap();
    let guard = tracing::subscriber::set_default(listener.clone());
    let _ = client.get_thing(id).await;
    drop(guard);
    let lines = listener.lines().into_iter();
    lines
        .filter(|line| !line.starts_with("record") || !line.contains("http.client.request.duration"))
        .map(|line| match line.split_once(" http.client.request.duration=") {
            // The last field of an event.
            Some((before, seconds)) => {
                assert!(seconds.parse::<f64>().is_ok(), "{line}");
                before.to_owned()
            }
            None => line,
        })
        .collect()
}

const ATTRIBUTES: &str = r#"url.template=/things/{id} server.address="things.example" server.port=8443"#;

#[tokio::test]
async fn call_and_attempts_have_a_span_each_with_the_names_of_opentelemetry() {
    let lines = log_of(
        [
            Step::answer(503, &[("x-amzn-requestid", "id-1")], "{\"code\":\"SlowDown\"}"),
            Step::answer(200, &[("x-amzn-requestid", "id-2")], Thing::new("a").json()),
        ],
        "a",
    )
    .await;
    assert_eq!(
        lines,
        [
            format!(
                "span 1 rest_op call otel.name=GET /things/{{id}} otel.kind=\"client\" rest_op.operation=\"get_thing\" \
                 code.function.name=rest_op_tests::things::get_thing http.request.method=GET {ATTRIBUTES}"
            ),
            format!(
                "span 2 rest_op attempt otel.name=GET /things/{{id}} otel.kind=\"client\" http.request.method=GET \
                 {ATTRIBUTES}"
            ),
            "record 2 http.response.status_code=503".to_owned(),
            "record 2 aws.request_id=\"id-1\"".to_owned(),
            "record 2 error.type=\"503\"".to_owned(),
            "record 2 rest_op.error.code=\"SlowDown\"".to_owned(),
            "event rest_op message=retrying rest_op.operation=\"get_thing\" rest_op.attempts=1 \
             rest_op.retry.reason=\"throttled\" rest_op.retry.pause=0.0 http.response.status_code=503 \
             aws.request_id=\"id-1\" error.type=\"503\" rest_op.error.code=\"SlowDown\""
                .to_owned(),
            format!(
                "span 9 rest_op attempt otel.name=GET /things/{{id}} otel.kind=\"client\" http.request.method=GET \
                 http.request.resend_count=1 {ATTRIBUTES}"
            ),
            "record 9 http.response.status_code=200".to_owned(),
            "record 9 aws.request_id=\"id-2\"".to_owned(),
            "record 1 http.response.status_code=200".to_owned(),
            "record 1 aws.request_id=\"id-2\"".to_owned(),
            "record 1 rest_op.attempts=2".to_owned(),
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn errors_have_a_type() {
    for (step, error_type) in [
        (Step::answer(404, &[], ""), "error.type=\"404\""),
        (Step::answer(302, &[], ""), "error.type=\"302\""),
        (Step::answer(200, &[], "<html>"), "error.type=\"decode\""),
        (Step::Silence, "error.type=\"timeout.attempt\""),
        (
            Step::Fail(|| rest_op::TransportError::connect_timeout("slow")),
            "error.type=\"timeout.connect\"",
        ),
        (
            Step::Fail(|| rest_op::TransportError::connect("refused")),
            "error.type=\"transport\"",
        ),
    ] {
        let lines = log_of([step], "a").await;
        assert!(
            lines.contains(&format!("record 1 {error_type}")),
            "{error_type}: {lines:#?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn failed_call_emits_one_event_with_all_fields() {
    let step = || {
        Step::answer(
            404,
            &[("x-amzn-requestid", "id-1")],
            r#"{"code":"NoThing","message":"not a"}"#,
        )
    };
    for (step, id, event) in [
        (
            step(),
            "a",
            "rest_op.attempts=1 http.response.status_code=404 aws.request_id=\"id-1\" error.type=\"404\" \
             rest_op.error.code=\"NoThing\"",
        ),
        (
            Step::Fail(|| rest_op::TransportError::unsent("no route")),
            "a",
            "rest_op.attempts=1 error.type=\"transport\" \
             rest_op.error.message=\"get_thing: the request cannot be sent to things.example:8443: no route (nothing was sent)\"",
        ),
        (
            Step::answer(200, &[("x-amzn-requestid", "id-2")], "{\"id\":7}"),
            "a",
            "rest_op.attempts=1 http.response.status_code=200 aws.request_id=\"id-2\" error.type=\"decode\" \
             rest_op.error.message=\"get_thing: 200 with a body that cannot be read: at `id`: invalid type: integer, \
             expected a string (request id id-2)\"",
        ),
        // An argument may be confidential.
        (step(), "", "rest_op.attempts=0 error.type=\"refused\""),
    ] {
        let lines = log_of([step], id).await;
        let events = lines.iter().filter(|line| line.starts_with("event"));
        let event = format!("event rest_op message=call failed rest_op.operation=\"get_thing\" {event}");
        assert_eq!(events.collect::<Vec<_>>(), [&event]);
    }
}

#[tokio::test(start_paused = true)]
async fn event_of_a_retry_has_its_reason() {
    for (step, reason) in [
        (Step::answer(429, &[], ""), "throttled"),
        (Step::answer(503, &[], ""), "transient"),
        (
            Step::Fail(|| rest_op::TransportError::interrupted("reset")),
            "transient",
        ),
        (
            Step::Fail(|| rest_op::TransportError::connect_timeout("slow")),
            "timeout",
        ),
        (Step::Silence, "timeout"),
    ] {
        let lines = log_of([step, Step::answer(200, &[], Thing::new("a").json())], "a").await;
        let reason = format!(" rest_op.attempts=1 rest_op.retry.reason=\"{reason}\" rest_op.retry.pause=0.0");
        let events: Vec<_> = lines.iter().filter(|line| line.starts_with("event")).collect();
        assert!(events.len() == 1 && events[0].contains(&reason), "{reason}: {events:?}");
    }
}

#[tokio::test]
async fn event_of_a_retry_names_the_correction_or_the_decision() {
    let bearer = || Bearer::from_provider(|| async { Ok(Token::new("token")) });
    let skewed = [
        ("date", "Mon, 02 Dec 2019 23:29:31 GMT"),
        ("x-amzn-errortype", "RequestTimeTooSkewed"),
    ];
    for (builder, refusal, reason) in [
        (
            signed_at_sample_time("https://things.example"),
            Step::answer(403, &skewed, ""),
            "clock_skew",
        ),
        (
            Client::builder("https://things.example").auth(bearer()),
            Step::answer(401, &[], ""),
            "credentials",
        ),
        (
            Client::builder("https://things.example").retry(Retry::standard().base(Duration::ZERO).also_after(&[409])),
            Step::answer(409, &[], ""),
            "decision",
        ),
    ] {
        let listener = Listener::default();
        let script = Scripted::new([refusal, Step::answer(200, &[], Thing::new("a").json())]);
        let client = builder.transport(script).build().unwrap();
        let guard = tracing::subscriber::set_default(listener.clone());
        client.get_thing("a").await.unwrap();
        drop(guard);
        let lines = listener.lines();
        let events: Vec<_> = lines.iter().filter(|line| line.starts_with("event rest_op")).collect();
        let reason = format!(" rest_op.retry.reason=\"{reason}\" rest_op.retry.pause=0.0");
        assert!(events.len() == 1 && events[0].contains(&reason), "{reason}: {events:?}");
    }
}

#[tokio::test]
async fn successful_call_emits_no_event() {
    let lines = log_of([Step::answer(200, &[], Thing::new("a").json())], "a").await;
    assert!(!lines.iter().any(|line| line.starts_with("event")), "{lines:#?}");
}

#[tokio::test]
async fn durations_are_recorded_in_seconds() {
    let listener = Listener::default();
    let script = Scripted::new([Step::answer(200, &[], Thing::new("a").json())]);
    let client = Client::builder("https://things.example")
        .transport(script)
        .build()
        .unwrap();
    let guard = tracing::subscriber::set_default(listener.clone());
    client.get_thing("a").await.unwrap();
    drop(guard);
    let durations: Vec<f64> = listener
        .lines()
        .iter()
        .filter_map(|line| line.split_once("http.client.request.duration=")?.1.parse().ok())
        .collect();
    assert_eq!(durations.len(), 2);
    assert!(
        durations.iter().all(|seconds| (0.0..1.0).contains(seconds)),
        "{durations:?}"
    );
}

trait Posts: Api {
    #[rest_op(POST, "/posts")]
    fn post(&self) -> Call<(), PostError>;
}

impl Posts for Client {}

#[derive(Debug, ApiError)]
#[api_error(when("ok" = false), code_at = "error")]
enum PostError {
    #[api_error(other)]
    Other(#[expect(dead_code, reason = "shown by Debug")] ErrorResponse),
}

#[tokio::test]
async fn error_with_status_200_has_its_code_as_error_type() {
    for (body, expected) in [
        (
            "{\"ok\":false,\"error\":\"not_in_channel\"}",
            &["error.type=\"not_in_channel\"", "rest_op.error.code=\"not_in_channel\""][..],
        ),
        ("{\"ok\":false}", &["error.type=\"_OTHER\""]),
        ("{\"ok\":true}", &[]),
    ] {
        let listener = Listener::default();
        let client = Client::builder("https://posts.example")
            .transport(Scripted::new([Step::answer(200, &[], body)]))
            .build()
            .unwrap();
        let guard = tracing::subscriber::set_default(listener.clone());
        let _ = client.post().await;
        drop(guard);
        let lines = listener.lines().into_iter();
        let errors = lines.filter(|line| line.starts_with("record 1 ") && line.contains("error."));
        let errors: Vec<String> = errors.map(|line| line.replacen("record 1 ", "", 1)).collect();
        assert_eq!(errors, expected, "{body}");
    }
}
