//! Slack: forms, pages by a cursor, errors that the body names.

use rest_op::{Api, ApiError, Bearer, Call, Client, ErrorResponse, FromResponse, Page, Retry, rest_op};
use serde::{Deserialize, Serialize};

use super::{serve, violations};

trait Slack: Api {
    #[rest_op(POST, "/chat.postMessage")]
    fn post_message(
        &self,
        #[header("token")] token: Option<&str>,
        #[body(form)] message: &NewMessage<'_>,
    ) -> Call<Posted, SlackError>;

    #[rest_op(GET, "/conversations.info")]
    fn channel(&self, #[query] channel: &str, #[query] include_num_members: bool) -> Call<Found, SlackError>;

    #[rest_op(GET, "/conversations.list")]
    fn channels(&self, #[query(comma)] types: &[&str], #[query] limit: Option<u32>) -> Call<Channels, SlackError>;

    #[rest_op(POST, "/conversations.invite")]
    fn invite(&self, #[body(form)] invitation: &[(&str, &str)]) -> Call<Found, SlackError>;
}

impl Slack for Client {}

#[derive(Serialize)]
struct NewMessage<'a> {
    channel: &'a str,
    text: &'a str,
    thread_ts: Option<&'a str>,
    unfurl_links: bool,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Posted {
    ts: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Found {
    channel: Channel,
}

#[derive(Debug, Deserialize)]
struct Channel {
    name: String,
}

#[derive(Debug, Deserialize, FromResponse, Page)]
#[page(next = query("cursor"), at = "response_metadata.next_cursor")]
struct Channels {
    #[page(items)]
    channels: Vec<Channel>,
    response_metadata: Option<Metadata>,
}

#[derive(Debug, Deserialize)]
struct Metadata {
    next_cursor: Option<String>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api_error(when("ok" = false), code_at = "error")]
enum SlackError {
    #[api_error(code = "channel_not_found")]
    NoSuchChannel(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("slack.com") else { return };
    let anonymous = Client::builder(prism.endpoint()).retry(Retry::none()).build().unwrap();
    let client = anonymous.with_auth(Bearer::new("xoxb-1")).unwrap();

    let message = NewMessage {
        channel: "C012AB3CD",
        text: "Grüße & <https://example.com|more>",
        thread_ts: None,
        unfurl_links: false,
    };
    assert_eq!(
        client.post_message(Some("xoxb-1"), &message).await.unwrap().ts,
        "1503435956.000247"
    );
    assert_eq!(client.channel("C012AB3CD", true).await.unwrap().channel.name, "general");
    let mut pages = client.channels(&["public_channel", "im"], Some(2)).pages();
    for _ in 0..2 {
        assert_eq!(pages.next().await.unwrap().unwrap().channels.len(), 2);
    }
    client
        .invite(&[("channel", "C012AB3CD"), ("users", "W1,W2")])
        .await
        .unwrap();
    let missing = client
        .channel("C0", true)
        .header("prefer", "code=400")
        .await
        .unwrap_err();
    assert!(
        matches!(missing.service(), Some(SlackError::NoSuchChannel(_))),
        "{missing}"
    );

    let unauthorized = anonymous.channel("C012AB3CD", true).await.unwrap_err();
    assert_eq!(unauthorized.status().unwrap(), 401);
    assert_eq!(
        violations(client.post_message(None, &message).await),
        ["header required"]
    );
}
