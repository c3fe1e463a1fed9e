//! Optional bodies: `None` sends neither a body nor a media type.

use std::collections::BTreeMap;

use rest_op::{Api, Bytes, Call, Client, rest_op};

type Words<'a> = BTreeMap<&'a str, &'a str>;

trait Notes: Api {
    #[rest_op(POST, "/json")]
    fn json(&self, #[body] words: Option<&Words<'_>>) -> Call<()>;

    #[rest_op(POST, "/form")]
    fn form(&self, #[body(form)] words: Option<&Words<'_>>) -> Call<()>;

    #[rest_op(POST, "/text")]
    fn text(&self, #[body(text)] text: Option<&str>) -> Call<()>;

    #[rest_op(POST, "/bytes")]
    fn bytes(&self, #[body(bytes)] bytes: Option<&[u8]>) -> Call<()>;
}

impl Notes for Client {}

trait Uploads: Api {
    #[rest_op(POST, "/uploads?uploads")]
    fn create(&self, #[header("content-type")] media_type: Option<&str>) -> Call<()>;

    #[rest_op(POST, "/uploads")]
    fn create_with(&self, #[header("content-type")] media_type: Option<&str>, #[body] words: &Words<'_>) -> Call<()>;
}

impl Uploads for Client {}

/// The media type and the bytes of the body that would be sent.
fn sent(call: &Call<()>) -> (Option<String>, Bytes) {
    let request = call.request().unwrap();
    let content_type = request.headers().get("content-type");
    let content_type = content_type.map(|value| value.to_str().unwrap().to_owned());
    (content_type, request.body().clone())
}

#[test]
fn absent_body_has_no_media_type_and_an_empty_body_has_one() {
    let client = Client::builder("https://notes.example").build().unwrap();
    for absent in [
        client.json(None),
        client.form(None),
        client.text(None),
        client.bytes(None),
    ] {
        assert_eq!(sent(&absent), (None, Bytes::new()));
    }
    let words = Words::new();
    for (empty, content_type, body) in [
        (client.json(Some(&words)), "application/json", "{}"),
        (client.form(Some(&words)), "application/x-www-form-urlencoded", ""),
        (client.text(Some("")), "text/plain", ""),
        (client.bytes(Some(b"")), "application/octet-stream", ""),
    ] {
        assert_eq!(sent(&empty), (Some(content_type.to_owned()), body.into()));
    }
}

#[test]
fn media_type_of_the_client_applies_to_json_bodies_only() {
    let client = Client::builder("https://notes.example")
        .header("Content-Type", "application/vnd.api+json")
        .build()
        .unwrap();
    let words = Words::new();
    for (call, content_type) in [
        (client.json(Some(&words)), Some("application/vnd.api+json")),
        (client.json(None), None),
        (client.form(Some(&words)), Some("application/x-www-form-urlencoded")),
        (client.text(Some("a")), Some("text/plain")),
        (client.bytes(Some(b"a")), Some("application/octet-stream")),
        (client.create_with(None, &words), Some("application/vnd.api+json")),
        (client.create_with(Some("a/b"), &words), Some("a/b")),
        (client.create(None), None),
    ] {
        assert_eq!(sent(&call).0.as_deref(), content_type, "{call:?}");
    }
}

#[test]
fn media_type_of_an_argument_or_the_call_is_sent_even_without_a_body() {
    let client = Client::builder("https://notes.example").build().unwrap();
    for call in [
        client.create(Some("image/png")),
        client.create(None).header("content-type", "image/png"),
        client.json(None).header("content-type", "image/png"),
    ] {
        assert_eq!(sent(&call), (Some("image/png".to_owned()), Bytes::new()));
    }
}
