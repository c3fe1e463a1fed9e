//! The `accept` header: the media type that the result type implies, unless the program sets one.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use rest_op::{
    Api, ByteStream, Bytes, Call, Client, Conditional, Error, Events, FromResponse, Json, JsonLines, Linked, Response,
    rest_op,
};
use rest_op_tests::fixture::signed_at_sample_time;
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

#[derive(Debug, Deserialize, FromResponse)]
struct Document {
    #[serde(rename = "title")]
    _title: String,
}

trait Media: Api {
    #[rest_op(GET, "/")]
    fn document(&self, #[header("accept")] accept: Option<&str>) -> Call<Document>;

    #[rest_op(GET, "/")]
    async fn document_later(&self) -> Result<Document, Error>;

    #[rest_op(GET, "/")]
    fn documents(&self) -> Call<Linked<Document>>;
}

impl Media for Client {}

/// A member of the JSON body beside a header.
#[derive(Debug, FromResponse)]
struct Titled {
    #[from_response(header = "etag")]
    _etag: Option<String>,
    _title: String,
}

/// An optional body beside a header.
#[derive(Debug, FromResponse)]
struct Tagged {
    #[from_response(header = "etag")]
    _etag: String,
    #[from_response(body)]
    _document: Conditional<Document>,
}

#[derive(Debug, FromResponse)]
struct Watch {
    #[from_response(header = "x-request-id")]
    _id: u64,
    #[from_response(body)]
    _events: Events,
}

#[derive(Debug, FromResponse)]
struct Size {
    #[from_response(header = "content-length")]
    _bytes: u64,
    #[from_response(status)]
    _status: u16,
}

#[derive(Debug, FromResponse)]
struct Nothing;

#[derive(Debug, FromResponse)]
struct Content {
    #[from_response(body)]
    _content: Bytes,
}

#[derive(Deserialize, FromResponse)]
enum State {
    Open,
    Closed,
}

#[test]
fn result_type_implies_the_accept_header() {
    fn accept_of<T: FromResponse>() -> Option<&'static str> {
        T::ACCEPT
    }
    for json in [
        accept_of::<Document>(),
        accept_of::<Titled>(),
        accept_of::<Tagged>(),
        accept_of::<State>(),
        accept_of::<Json<u8>>(),
        accept_of::<Vec<u8>>(),
        accept_of::<BTreeMap<String, u8>>(),
        accept_of::<HashMap<String, u8>>(),
        accept_of::<serde_json::Value>(),
        accept_of::<Linked<u8>>(),
        accept_of::<Option<Conditional<Response<Document>>>>(),
    ] {
        assert_eq!(json, Some("application/json"));
    }
    assert_eq!(accept_of::<Watch>(), Some("text/event-stream"));
    for none in [
        accept_of::<()>(),
        accept_of::<Nothing>(),
        accept_of::<Size>(),
        accept_of::<String>(),
        accept_of::<Bytes>(),
        accept_of::<Content>(),
        accept_of::<ByteStream>(),
        accept_of::<JsonLines<u8>>(),
        accept_of::<Option<Response<String>>>(),
    ] {
        assert_eq!(none, None);
    }
}

#[tokio::test]
async fn accept_is_json_unless_argument_client_or_call_sets_it() {
    let next = [("link", "<?page=2>; rel=next")];
    let recorder = (0..6).fold(Recorder::new(), |recorder, _| {
        recorder.answer(200, &[], r#"{"title":"a"}"#)
    });
    let recorder = recorder.answer(200, &next, "[]").answer(200, &[], "[]");
    let builder = || Client::builder("https://api.example.com").transport(recorder.clone());
    let client = builder().build().unwrap();
    let set = builder()
        .header("accept", "application/vnd.github+json")
        .build()
        .unwrap();
    client.document(None).await.unwrap();
    client.document_later().await.unwrap();
    client.document(Some("application/hal+json")).await.unwrap();
    client.document(None).header("accept", "text/json").await.unwrap();
    set.document(None).await.unwrap();
    set.document(Some("application/hal+json")).await.unwrap();
    client.documents().items().try_collect().await.unwrap();
    let requests = recorder.requests();
    let accepted: Vec<_> = requests
        .iter()
        .map(|request| request.headers()["accept"].to_str().unwrap())
        .collect();
    let expected = [
        "application/json",
        "application/json",
        "application/hal+json",
        "text/json",
        "application/vnd.github+json",
        "application/hal+json",
        "application/json",
        "application/json",
    ];
    assert_eq!(accepted, expected);
}

#[tokio::test]
async fn implied_accept_is_shown_and_sent_but_not_signed() {
    let recorder = Recorder::new().answer(200, &[], r#"{"title":"a"}"#);
    let client = signed_at_sample_time("https://api.example.com")
        .transport(recorder.clone())
        .build()
        .unwrap();
    let call = client.document(None);
    assert_eq!(call.request().unwrap().headers()["accept"], "application/json");
    assert!(call.curl().unwrap().ends_with(" -H 'accept: application/json'"));
    call.await.unwrap();
    let sent = recorder.requests().remove(0);
    assert_eq!(sent.headers()["accept"], "application/json");
    let signature = |headers: &http::HeaderMap| headers["authorization"].to_str().unwrap().to_owned();
    let signed = signature(sent.headers());
    assert!(signed.contains("SignedHeaders=host;x-amz-date,"), "{signed}");
    // The sender of a presigned request chooses what it accepts.
    let presigned = client.document(None).presign(Duration::from_mins(1)).await.unwrap();
    assert!(presigned.url().contains("&X-Amz-SignedHeaders=host&"), "{presigned}");
    assert!(presigned.headers().is_empty(), "{:?}", presigned.headers());
    let presigned = client.document(Some("text/json")).presign(Duration::from_mins(1));
    assert_eq!(presigned.await.unwrap().headers()["accept"], "text/json");
}
