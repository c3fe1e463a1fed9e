//! Limits on the size of a response.

use std::collections::BTreeMap;
use std::time::Duration;

use http::Response;
use rest_op::{Api, Bytes, Call, Client, rest_op};
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};

async fn read(limit: usize, step: Step) -> Result<Thing, String> {
    let client = Client::builder("https://things.example")
        .transport(Scripted::new([step]))
        .max_response_bytes(limit)
        .build()
        .unwrap();
    client.get_thing("a").await.map_err(|error| error.to_string())
}

#[tokio::test]
async fn body_of_the_allowed_length_is_read_and_a_longer_one_is_not() {
    let body = Thing::new("a").json();
    assert_eq!(body.len(), 10);
    assert_eq!(
        read(10, Step::answer(200, &[], body.clone())).await.unwrap(),
        Thing::new("a")
    );
    assert_eq!(
        read(9, Step::answer(200, &[], body)).await.unwrap_err(),
        "get_thing: the response is longer than 9 bytes; raise `max_response_bytes` or return a `ByteStream`"
    );
}

#[tokio::test]
async fn default_limit_is_16_mib_and_a_call_can_set_another() {
    let thing = Thing::new("a").json();
    let body = |length: usize| Step::answer(200, &[], thing.clone() + &" ".repeat(length - thing.len()));
    let most = 16 << 20;
    let client = |step| {
        Client::builder("https://things.example")
            .transport(Scripted::new([step]))
            .build()
            .unwrap()
    };
    client(body(most)).get_thing("a").await.unwrap();
    client(body(most + 1)).get_thing("a").await.unwrap_err();
    client(body(most + 1))
        .get_thing("a")
        .max_response_bytes(most + 1)
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn body_declared_longer_than_the_limit_is_not_awaited() {
    let mut head = Response::new("{".into());
    head.headers_mut().insert("content-length", "11".parse().unwrap());
    let error = read(10, Step::EndlessBody(head)).await.unwrap_err();
    assert!(error.contains("longer than 10 bytes"), "{error}");
}

#[tokio::test]
async fn content_length_without_a_body_is_ignored() {
    let client = Client::builder("https://things.example")
        .transport(Scripted::new([Step::answer(200, &[("content-length", "11")], "")]))
        .max_response_bytes(10)
        .build()
        .unwrap();
    client.has_thing("a").await.unwrap();
}

#[tokio::test]
async fn error_with_an_oversized_body_is_still_reported() {
    let error = read(10, Step::answer(404, &[("x-amzn-errortype", "Gone")], "x".repeat(11)))
        .await
        .unwrap_err();
    assert_eq!(error, "get_thing: 404 Gone");
}

#[tokio::test]
async fn stream_has_no_limit() {
    let client = Client::builder("https://things.example")
        .transport(Scripted::new([Step::answer(200, &[], "content")]))
        .max_response_bytes(1)
        .build()
        .unwrap();
    let mut content = client.read_content("a").await.unwrap();
    assert_eq!(content.next().await.unwrap().unwrap(), "content");
}

#[tokio::test]
async fn json_may_be_nested_100_levels_deep_but_not_10000() {
    let nested = |depth: usize| {
        format!(
            r#"{}{{"id":"a"}}{}"#,
            r#"{"id":"a","notes":["#.repeat(depth),
            "]}".repeat(depth)
        )
    };
    assert!(read(1 << 20, Step::answer(200, &[], nested(50))).await.is_ok());
    for depth in [64, 1_000, 30_000] {
        let error = read(1 << 20, Step::answer(200, &[], nested(depth))).await.unwrap_err();
        assert!(error.contains("recursion limit exceeded"), "{error}");
    }
    for depth in [64, 1_000, 100_000] {
        let error = read(1 << 20, Step::answer(503, &[], "[".repeat(depth)))
            .await
            .unwrap_err();
        assert!(
            error.starts_with("get_thing (3 attempts): 503 Service Unavailable"),
            "{error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn error_whose_body_never_arrives_is_still_reported() {
    let response = Response::builder()
        .status(404)
        .header("x-amzn-errortype", "NoSuchThing");
    let scripted = Scripted::new([Step::EndlessBody(response.body(Bytes::new()).unwrap())]);
    let client = Client::builder("https://things.example")
        .transport(scripted.clone())
        .build()
        .unwrap();
    let begun = tokio::time::Instant::now();
    let error = client.get_thing("a").await.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.code()),
        (404, Some("NoSuchThing"))
    );
    assert_eq!(error.attempts(), 1);
    assert!(begun.elapsed() <= Duration::from_secs(5), "{:?}", begun.elapsed());
}

trait Tagging: Api {
    #[rest_op(PUT, "/tags")]
    fn put_tags(&self, #[header(prefix = "x-tag-")] tags: &BTreeMap<String, String>) -> Call<()>;
}

impl Tagging for Client {}

#[test]
fn more_headers_than_servers_accept_are_rejected() {
    let client = Client::builder("https://things.example").build().unwrap();
    let tags = |count: u32| (0..count).map(|number| (number.to_string(), String::new())).collect();
    assert!(client.put_tags(&tags(900)).request().is_ok());
    let error = client.put_tags(&tags(40_000)).request().unwrap_err();
    let error = error.to_string();
    assert!(
        error.ends_with("exceeds the limit of 1000 headers (nothing was sent)"),
        "{error}"
    );
}
