//! Arguments as the members of a JSON body, and JSON lines.

use rest_op::{Api, Call, Client, check, rest_op, timestamp};
use rest_op_tests::recorder::Recorder;
use serde::Serialize;
use serde_json::value::RawValue;
use time::OffsetDateTime;

trait Rooms: Api {
    #[rest_op(PATCH, "/rooms/<id>")]
    fn change(
        &self,
        id: &str,
        #[member]
        #[check(check::not_blank())]
        name: Option<&str>,
        #[member("Tags")] tags: Option<&[&str]>,
        #[member("a\"b", with = timestamp::date_time::option)] until: Option<OffsetDateTime>,
        #[member] settings: Option<&Settings>,
        #[member] raw: Option<&RawValue>,
    ) -> Call<()>;

    #[rest_op(POST, "/rooms", content_type = "application/merge-patch+json")]
    fn patch(&self, #[member] name: &str) -> Call<()>;

    #[rest_op(POST, "/rooms/<id>/messages")]
    fn import(&self, id: &str, #[body(json_lines)] messages: Option<Vec<Settings>>) -> Call<()>;
}

impl Rooms for Client {}

#[derive(Serialize)]
struct Settings {
    muted: Option<bool>,
}

fn client() -> Client {
    let builder = Client::builder("https://api.example.com").transport(Recorder::new());
    builder
        .header("content-type", "application/vnd.api+json")
        .build()
        .unwrap()
}

#[test]
fn members_become_one_object_in_the_order_of_the_arguments() {
    let raw = RawValue::from_string("1.0".to_owned()).unwrap();
    let settings = Settings { muted: None };
    let until = OffsetDateTime::UNIX_EPOCH;
    let call = client().change(
        "7",
        Some("a\"b"),
        Some(&["x"]),
        Some(until),
        Some(&settings),
        Some(&raw),
    );
    let request = call.request().unwrap();
    assert_eq!(request.headers()["content-type"], "application/vnd.api+json");
    assert_eq!(
        request.body(),
        r#"{"name":"a\"b","Tags":["x"],"a\"b":"1970-01-01T00:00:00Z","settings":{"muted":null},"raw":1.0}"#
    );
}

#[test]
fn absent_members_are_omitted() {
    let client = client();
    let request = client.change("7", None, Some(&[]), None, None, None).request().unwrap();
    assert_eq!(request.body(), r#"{"Tags":[]}"#);
    let request = client.change("7", None, None, None, None, None).request().unwrap();
    assert_eq!(request.body(), "{}");
    assert_eq!(request.headers()["content-type"], "application/vnd.api+json");
}

#[tokio::test]
async fn members_are_checked() {
    let error = client()
        .change("7", Some(" "), None, None, None, None)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("`name`"), "{error}");
}

#[test]
fn declared_media_type_is_that_of_the_members() {
    let request = client().patch("a").request().unwrap();
    assert_eq!(request.headers()["content-type"], "application/merge-patch+json");
    assert_eq!(request.body(), r#"{"name":"a"}"#);
}

#[test]
fn every_json_line_ends_with_a_line_feed() {
    let client = client();
    let messages = || Some(vec![Settings { muted: Some(true) }, Settings { muted: None }]);
    let request = client.import("7", messages()).request().unwrap();
    assert_eq!(request.headers()["content-type"], "application/x-ndjson");
    assert_eq!(request.body(), "{\"muted\":true}\n{\"muted\":null}\n");
    assert_eq!(client.import("7", Some(Vec::new())).request().unwrap().body(), "");
    let absent = client.import("7", None).request().unwrap();
    assert!(!absent.headers().contains_key("content-type"));
}
