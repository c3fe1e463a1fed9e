//! Injected failures, recorded requests, and the shutdown of the service.

use std::time::Duration;

use chime_rooms::local::Failure;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::wire::{ACCOUNT, Request, host, start};

#[tokio::test]
async fn failures_occur_in_order_and_as_often_as_requested() {
    let chime = start().await;
    chime.fail_next(Failure::throttled().header("retry-after", "1").times(2));
    chime.fail_next(Failure::error(503, "ServiceUnavailableException").message("Later."));
    chime.fail_next(Failure::throttled().times(0));
    let mut statuses = Vec::new();
    for _ in 0..4 {
        statuses.push(Request::to("GET", "/rooms").ask(&chime).await);
    }
    let throttled = r#"{"Code":"Throttled","Message":"Rate exceeded"}"#;
    for throttling in &statuses[..2] {
        assert_eq!(throttling.error(), (429, "ThrottledClientException", throttled));
        assert_eq!(throttling.header("retry-after"), Some("1"));
        assert!(throttling.header("x-amzn-requestid").is_some());
    }
    let unavailable = r#"{"Code":"ServiceUnavailable","Message":"Later."}"#;
    assert_eq!(statuses[2].error(), (503, "ServiceUnavailableException", unavailable));
    assert_eq!(statuses[3].status, 200);
}

#[tokio::test]
async fn cleared_failures_do_not_occur() {
    let chime = start().await;
    chime.fail_next(Failure::throttled().times(2));
    assert_eq!(Request::to("GET", "/rooms").ask(&chime).await.status, 429);
    chime.fail_next(Failure::disconnect());
    chime.clear_failures();
    assert_eq!(Request::to("GET", "/rooms").ask(&chime).await.status, 200);
}

#[tokio::test]
async fn every_documented_error_has_its_documented_code() {
    let chime = start().await;
    for (status, name, code) in [
        (400, "BadRequestException", "BadRequest"),
        (400, "ResourceLimitExceededException", "ResourceLimitExceeded"),
        (401, "UnauthorizedClientException", "Unauthorized"),
        (403, "ForbiddenException", "Forbidden"),
        (404, "NotFoundException", "NotFound"),
        (409, "ConflictException", "Conflict"),
        (429, "ThrottledClientException", "Throttled"),
        (500, "ServiceFailureException", "ServiceFailure"),
        (503, "ServiceUnavailableException", "ServiceUnavailable"),
    ] {
        chime.fail_next(Failure::error(status, name));
        let response = Request::to("GET", "/rooms").ask(&chime).await;
        assert_eq!(
            (response.status_and_name(), response.json()["Code"].as_str()),
            ((status, name), Some(code))
        );
    }
}

#[tokio::test]
async fn operation_is_not_performed_on_disconnect_but_is_on_a_lost_answer() {
    let chime = start().await;
    let create = |name: &str| Request::to("POST", "/rooms").json(&json!({ "Name": name }));
    chime.fail_next(Failure::disconnect());
    assert_eq!(create("undone").signed(&chime).await, None);
    chime.fail_next(Failure::lost_answer());
    assert_eq!(create("done").signed(&chime).await, None);
    let rooms = Request::to("GET", "/rooms").ask(&chime).await.json();
    let names: Vec<_> = rooms["Rooms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|room| room["Name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["done"]);
}

#[tokio::test]
async fn silent_request_gets_no_response_and_does_not_block_others() {
    let chime = start().await;
    chime.fail_next(Failure::silence());
    let mut silent = TcpStream::connect(host(&chime)).await.unwrap();
    silent
        .write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        .await
        .unwrap();
    while chime.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(Request::to("GET", "/rooms").ask(&chime).await.status, 200);
    let mut nothing = [0];
    let waited = tokio::time::timeout(Duration::ZERO, silent.read(&mut nothing)).await;
    assert!(waited.is_err(), "{waited:?}");
    drop(chime);
    let end = silent.read(&mut nothing).await;
    assert!(matches!(end, Ok(0) | Err(_)), "{end:?}");
}

#[tokio::test]
async fn dropped_service_closes_its_connections_and_accepts_no_others() {
    let chime = start().await;
    let address = host(&chime).to_owned();
    let mut open = TcpStream::connect(&address).await.unwrap();
    open.write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
        .await
        .unwrap();
    let mut response = [0; 12];
    open.read_exact(&mut response).await.unwrap();
    assert_eq!(&response, b"HTTP/1.1 404");
    drop(chime);
    let mut rest = Vec::new();
    drop(open.read_to_end(&mut rest).await);
    // The runtime stops an aborted task only when it schedules it next.
    while TcpStream::connect(&address).await.is_ok() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn requests_are_recorded_completely_and_in_order() {
    let chime = start().await;
    let create = Request::to("POST", "/rooms")
        .header("X-Custom", "a")
        .json(&r#"{"Name":"é"}"#);
    create.ask(&chime).await;
    chime.fail_next(Failure::disconnect());
    Request::to("GET", "/rooms?max-results=5&member-id=a%2Fb%20c")
        .signed(&chime)
        .await;
    let requests = chime.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].method, "POST");
    assert_eq!(requests[0].target, format!("/accounts/{ACCOUNT}/rooms"));
    assert_eq!(requests[0].headers["x-custom"], "a");
    assert_eq!(requests[0].headers["content-type"], "application/json");
    assert_eq!(requests[0].body, r#"{"Name":"é"}"#);
    assert_eq!(requests[1].method, "GET");
    assert_eq!(
        requests[1].target,
        format!("/accounts/{ACCOUNT}/rooms?max-results=5&member-id=a%2Fb%20c")
    );
    assert_eq!(requests[1].body, "");
}

#[tokio::test]
async fn connection_is_kept_alive() {
    let chime = start().await;
    let mut stream = TcpStream::connect(host(&chime)).await.unwrap();
    for _ in 0..2 {
        stream
            .write_all(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
            .await
            .unwrap();
        let mut response = Vec::new();
        while !response.ends_with(b"}") {
            response.push(stream.read_u8().await.unwrap());
        }
        assert!(response.starts_with(b"HTTP/1.1 404"));
    }
    assert_eq!(chime.requests().len(), 2);
}

#[tokio::test]
async fn same_steps_yield_the_same_ids() {
    let (one, other) = (start().await, start().await);
    assert_eq!(one.add_room(ACCOUNT, "a"), other.add_room(ACCOUNT, "a"));
    assert_ne!(one.add_room(ACCOUNT, "a"), one.add_room(ACCOUNT, "a"));
}

#[test]
#[should_panic(expected = "the status of an injected error must be in 100..=999")]
fn invalid_status_of_an_injected_error_panics() {
    Failure::error(99, "ServiceUnavailableException");
}

#[test]
#[should_panic(expected = "the header value of an injected error must be valid")]
fn invalid_header_of_an_injected_error_panics() {
    Failure::throttled().header("retry-after", "1\n");
}
