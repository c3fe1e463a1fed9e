//! Slack: every response has status 200, and `ok` distinguishes results from errors.

use std::time::Duration;

use rest_op::{Api, ApiError, Bytes, Call, Client, ErrorResponse, FromResponse, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;
use serde_json::Value;

trait Slack: Api {
    /// <https://docs.slack.dev/reference/methods/conversations.info>
    #[rest_op(GET, "/conversations.info")]
    fn channel(&self, #[query] channel: &str) -> Call<Found, SlackError>;

    /// <https://docs.slack.dev/reference/methods/chat.delete>
    #[rest_op(POST, "/chat.delete")]
    fn delete_message(&self, #[query] channel: &str, #[query] ts: &str) -> Call<(), SlackError>;

    #[rest_op(GET, "/conversations.info")]
    fn channel_as_value(&self, #[query] channel: &str) -> Call<Value, SlackError>;

    #[rest_op(GET, "/conversations.info")]
    fn channel_as_text(&self, #[query] channel: &str) -> Call<String, SlackError>;

    #[rest_op(GET, "/conversations.info")]
    fn channel_as_bytes(&self, #[query] channel: &str) -> Call<Bytes, SlackError>;
}

impl Slack for Client {}

#[derive(Debug, PartialEq, Deserialize, FromResponse)]
struct Found {
    channel: Channel,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Channel {
    id: String,
    name: String,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api_error(when("ok" = false), code_at = "error", message_at = "response_metadata.messages[0]")]
enum SlackError {
    #[api_error(code = "channel_not_found", status = 404)]
    NoSuchChannel(ErrorResponse),
    #[api_error(status = 200)]
    Unlisted(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

fn client(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://slack.com/api").transport(recorder.clone());
    builder.retry(Retry::standard().base(Duration::ZERO)).build().unwrap()
}

#[tokio::test]
async fn response_that_is_ok_is_the_result() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"ok":true,"channel":{"id":"C1","name":"general"}}"#)
        .answer(200, &[], r#"{"ok":true}"#);
    let channel = client(&recorder).channel("C1").await.unwrap().channel;
    assert_eq!((&*channel.id, &*channel.name), ("C1", "general"));
    client(&recorder).delete_message("C1", "1.2").await.unwrap();
    assert_eq!(
        recorder.lines(),
        [
            "GET /api/conversations.info?channel=C1",
            "POST /api/chat.delete?channel=C1&ts=1.2"
        ]
    );
}

#[tokio::test]
async fn response_that_is_not_ok_is_an_error_with_its_name() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[("x-request-id", "7")],
            r#"{"ok":false,"error":"channel_not_found"}"#,
        )
        .answer(
            200,
            &[],
            r#"{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] no ts"]}}"#,
        )
        .answer(200, &[], r#"{"ok":false}"#);
    let error = client(&recorder).channel("C1").await.unwrap_err();
    let Some(SlackError::NoSuchChannel(response)) = error.service() else {
        panic!("{error:?}");
    };
    assert_eq!(
        (response.status().as_u16(), response.code()),
        (200, Some("channel_not_found"))
    );
    assert_eq!(error.to_string(), "channel: 200 channel_not_found (request id 7)");
    assert_eq!((error.code(), error.attempts()), (Some("channel_not_found"), 1));

    let error = client(&recorder).delete_message("C1", "").await.unwrap_err();
    assert!(matches!(error.service(), Some(SlackError::Unlisted(_))), "{error:?}");
    assert_eq!(
        error.to_string(),
        "delete_message: 200 invalid_arguments: [ERROR] no ts"
    );

    let error = client(&recorder).channel("C1").await.unwrap_err();
    assert!(matches!(error.service(), Some(SlackError::Unlisted(_))), "{error:?}");
    assert_eq!(error.to_string(), "channel: 200 with an error in its body");
}

#[tokio::test]
async fn error_status_is_an_error_without_a_condition() {
    let recorder = Recorder::new().answer(404, &[], r#"{"ok":true}"#);
    let error = client(&recorder).channel("C1").await.unwrap_err();
    assert!(
        matches!(error.service(), Some(SlackError::NoSuchChannel(_))),
        "{error:?}"
    );
}

#[tokio::test]
async fn unparsed_body_is_always_a_result() {
    let body = r#"{"ok":false,"error":"channel_not_found"}"#;
    let recorder = Recorder::new()
        .answer(200, &[], body)
        .answer(200, &[], body)
        .answer(200, &[], body);
    let client = client(&recorder);
    assert_eq!(client.channel_as_value("C1").await.unwrap()["ok"], false);
    assert_eq!(client.channel_as_text("C1").await.unwrap(), body);
    assert_eq!(client.channel_as_bytes("C1").await.unwrap(), body);
}

#[test]
fn error_of_a_test_double_is_read_by_the_attributes_of_its_type() {
    let response = || {
        ErrorResponse::new(
            http::StatusCode::OK,
            http::HeaderMap::new(),
            r#"{"error":"channel_not_found","code":"x"}"#.into(),
        )
    };
    assert_eq!(response().code(), Some("x"));
    let error = rest_op::Error::<SlackError>::from_response(response());
    assert_eq!(error.code(), Some("channel_not_found"));
    let SlackError::NoSuchChannel(response) = SlackError::from_error_response(response()) else {
        panic!("another variant");
    };
    assert_eq!(response.code(), Some("channel_not_found"));
}
