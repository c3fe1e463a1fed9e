//! No request brings the service down.

use crate::wire::{Request, host, send, start};

#[tokio::test]
async fn too_large_body_is_rejected_and_not_recorded() {
    let chime = start().await;
    let request = Request {
        body: "x".repeat(1024 * 1024 + 1),
        ..Request::to("POST", "/rooms")
    };
    let response = request.header("host", host(&chime)).send(&chime).await.unwrap();
    assert_eq!(response.status_and_name(), (413, "RequestEntityTooLargeException"));
    assert_eq!(chime.requests(), []);
    assert_eq!(Request::to("GET", "/rooms").ask(&chime).await.status, 200);
}

#[tokio::test]
async fn too_deeply_nested_body_is_a_bad_request() {
    let chime = start().await;
    let response = Request::to("POST", "/rooms")
        .json(&"{\"Name\":".repeat(100_000))
        .ask(&chime)
        .await;
    assert_eq!(response.status_and_name(), (400, "BadRequestException"));
}

#[tokio::test]
async fn garbage_is_rejected_and_the_service_continues() {
    let chime = start().await;
    let garbage: [&[u8]; 12] = [
        b"\0\xff\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /accounts/%zz/rooms?%&=&a=%f HTTP/1.1\r\nhost: a\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
        b"CONNECT a:1 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
        b"GET http://a/accounts/a/rooms HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
        b"GET /accounts/\xff\xfe/rooms HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
        b"GET /accounts/a/rooms HTTP/1.1\r\nhost: a\r\nauthorization: \xff\r\nconnection: close\r\n\r\n",
        b"GET /accounts/a/rooms HTTP/1.1\r\nauthorization: AWS4-HMAC-SHA256 Credential=////,SignedHeaders=,Signature=\r\nx-amz-date: \xff\r\nconnection: close\r\n\r\n",
        b"POST /accounts/a/rooms HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n",
        b"POST /accounts/a/rooms HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\nzz\r\n",
    ];
    for bytes in garbage {
        let mut closing = bytes.to_vec();
        // After a valid request the service waits for the next one; this one makes it close the connection.
        closing.extend_from_slice(b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
        if let Some(response) = send(&chime, &closing).await {
            assert!((400..500).contains(&response.status), "{bytes:?}: {response:?}");
        }
    }
    assert_eq!(Request::to("GET", "/rooms").ask(&chime).await.status, 200);
}
