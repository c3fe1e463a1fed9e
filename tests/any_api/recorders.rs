//! Recorders: failures, additions while in use, and clearing.

use std::time::Duration;

use rest_op::testing::Recorder;
use rest_op::{Client, ErrorKind, Retry, Transport, TransportError};
use rest_op_tests::things::{Thing, Things};

fn client(recorder: &Recorder) -> Client {
    let client = Client::builder("https://things.example").transport(recorder.clone());
    client.retry(Retry::standard().base(Duration::ZERO)).build().unwrap()
}

#[tokio::test]
async fn failures_are_returned_in_order_among_the_answers() {
    let thing = Thing::new("a");
    let recorder = Recorder::new()
        .fail(TransportError::connect("refused"))
        .answer(503, &[], "")
        .answer(200, &[], thing.json())
        .fail(TransportError::unsent("no certificate"));
    let client = client(&recorder);
    assert_eq!(client.get_thing("a").await.unwrap(), thing);
    assert_eq!(recorder.lines(), ["GET /things/a"; 3]);
    let error = client.get_thing("b").await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert_eq!(
        error.to_string(),
        "get_thing: the request cannot be sent to things.example: no certificate (nothing was sent)"
    );
}

#[tokio::test]
async fn recorder_in_use_accepts_answers_and_returns_its_requests() {
    let recorder = Recorder::new();
    let client = client(&recorder);
    for id in ["a", "b"] {
        recorder.add_failure(TransportError::interrupted("reset"));
        recorder.add_answer(200, &[], Thing::new(id).json());
        assert_eq!(client.get_thing(id).await.unwrap().id, id);
        let requests = recorder.take_requests();
        let paths: Vec<_> = requests.iter().map(|request| request.uri().path()).collect();
        assert_eq!(paths, [format!("/things/{id}"), format!("/things/{id}")]);
        assert!(recorder.requests().is_empty());
    }
}

#[tokio::test]
async fn cleared_recorder_has_neither_requests_nor_answers() {
    let recorder = Recorder::new()
        .boundary("b")
        .answer(200, &[], Thing::new("a").json())
        .answer(200, &[], "");
    let client = client(&recorder);
    client.get_thing("a").await.unwrap();
    recorder.clear();
    assert!(recorder.requests().is_empty());
    assert_eq!(recorder.multipart_boundary().as_deref(), Some("b"));
    let error = client.get_thing("b").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "get_thing: the request cannot be sent to things.example: the recorder has no response left (nothing was sent)"
    );
}
