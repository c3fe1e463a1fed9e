//! Bodies that may be absent: `None` sends neither bytes nor their type.

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

/// The type and the bytes of what would be sent.
fn sent(call: &Call<()>) -> (Option<String>, Bytes) {
    let request = call.request().unwrap();
    let content_type = request.headers().get("content-type");
    let content_type = content_type.map(|value| value.to_str().unwrap().to_owned());
    (content_type, request.body().clone())
}

#[test]
fn absent_body_has_no_type_and_an_empty_one_does() {
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
