//! Connections: reused, closed while a request is sent, never accepted, and abandoned by the caller.

use std::time::Duration;

use rest_op::transport::Reqwest;
use rest_op::{Client, ClientBuilder, ErrorKind, Retry, Timeout};
use rest_op_tests::fault_server::{End, Fault, FaultServer, json};
use rest_op_tests::things::{Thing, Things};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::timeout;

fn builder(url: &str) -> ClientBuilder {
    Client::builder(url)
        .retry(Retry::standard().base(Duration::from_millis(1)))
        .attempt_timeout(Duration::from_secs(5))
}

#[tokio::test]
async fn connection_is_kept_for_the_next_call() {
    let _machine = crate::MACHINE.read().await;
    let server = FaultServer::start().await;
    let client = builder(&server.url()).build().unwrap();
    for _ in 0..10 {
        client.clone().get_thing("a").await.unwrap();
    }
    assert_eq!((server.received().len(), server.accepted()), (10, 1));
    drop(client);
    assert!(server.all_connections_closed().await);
}

#[tokio::test]
async fn idle_connection_closed_during_a_request_fails_only_calls_that_may_not_be_repeated() {
    let _machine = crate::MACHINE.read().await;
    let server = FaultServer::start().await;
    let client = builder(&server.url()).build().unwrap();
    let closing = || Fault::bytes(json("{\"id\":\"a\"}"), End::ResetAtNext);

    server.fail(closing());
    client.get_thing("a").await.unwrap();
    // The second attempt is made on a connection of its own.
    let response = client.get_thing("a").response().await.unwrap();
    assert_eq!(response.into_value(), Thing::new("a"));
    assert_eq!(server.accepted(), 2);

    // That connection is closed in the same way.
    let error = client.add_thing(&Thing::new("b")).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert!(error.may_have_been_sent() && error.is_retryable(), "{error}");
    client.add_thing(&Thing::new("c")).await.unwrap();
    let added: Vec<Vec<u8>> = server.received().into_iter().map(|request| request.body).collect();
    assert_eq!(added.iter().filter(|body| !body.is_empty()).count(), 1, "{added:?}");
}

#[tokio::test]
async fn connect_timeout_is_reported_and_nothing_is_sent() {
    let _machine = crate::MACHINE.read().await;
    // A listener without `accept`: when its queue is full, the system keeps connections waiting.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(stream) = timeout(Duration::from_millis(300), TcpStream::connect(address)).await {
        waiting.push(stream.unwrap());
    }
    let client = builder(&format!("http://{address}"))
        .connect_timeout(Duration::from_millis(30))
        .build()
        .unwrap();
    let error = client.add_thing(&Thing::new("a")).await.unwrap_err();
    assert_eq!(
        (error.timeout(), error.attempts()),
        (Some(Timeout::Connect), 3),
        "{error}"
    );
    assert!(!error.may_have_been_sent(), "{error}");
}

#[tokio::test]
async fn dropped_call_closes_its_connection_and_leaves_the_client_usable() {
    let _machine = crate::MACHINE.read().await;
    let mut server = FaultServer::start().await;
    let client = builder(&server.url()).build().unwrap();
    client.get_thing("a").await.unwrap();
    for fault in [
        Fault::bytes("", End::Silence),
        Fault::bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", End::Silence),
    ] {
        server.fail(fault);
        let abandoned = timeout(Duration::from_millis(30), client.get_thing("a").into_future()).await;
        assert!(abandoned.is_err());
        assert!(server.all_connections_closed().await);
        server.heal().await;
        client.get_thing("b").await.unwrap();
    }
    // A stream that is dropped unread does the same.
    server.fail(Fault::Endless(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'a'; 4096]));
    let mut content = client.read_content("a").await.unwrap();
    content.next().await.unwrap().unwrap();
    drop(content);
    assert!(server.all_connections_closed().await);
    server.heal().await;
    client.get_thing("c").await.unwrap();
}

#[tokio::test]
async fn stream_over_a_real_connection_ends_when_it_is_silent() {
    let _machine = crate::MACHINE.read().await;
    let server = FaultServer::start().await;
    server.fail(Fault::bytes(
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc",
        End::Silence,
    ));
    let client = builder(&server.url())
        .attempt_timeout(Duration::from_millis(40))
        .build()
        .unwrap();
    let mut content = client.read_content("a").await.unwrap();
    assert_eq!(content.next().await.unwrap().unwrap(), "abc");
    let error = content.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.downcast::<std::io::Error>().unwrap().kind(),
        std::io::ErrorKind::TimedOut
    );
    drop(content);
    assert!(server.all_connections_closed().await);
}

#[tokio::test]
async fn stream_that_breaks_over_a_real_connection_names_the_host() {
    let _machine = crate::MACHINE.read().await;
    let server = FaultServer::start().await;
    let client = builder(&server.url()).build().unwrap();
    let begins = format!(
        "the exchange with {} was interrupted: ",
        server.url().replace("http://", "")
    );
    server.fail(Fault::bytes(
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc",
        End::Close,
    ));
    let mut content = client.read_content("a").await.unwrap();
    assert_eq!(content.next().await.unwrap().unwrap(), "abc");
    let error = content.next().await.unwrap().unwrap_err();
    assert!(error.to_string().starts_with(&begins), "{error}");
}

#[tokio::test]
async fn sustained_throttling_leads_to_fewer_retries() {
    let _machine = crate::MACHINE.read().await;
    let mut server = FaultServer::start().await;
    server.fail(Fault::response(429, &[], ""));
    let client = builder(&server.url()).build().unwrap();
    let calls: Vec<_> = (0..200)
        .map(|_| tokio::spawn(client.get_thing("a").into_future()))
        .collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 429);
    }
    // 500 tokens pay for 100 retries.
    assert_eq!(server.received().len(), 200 + 100);
    server.heal().await;
    client.get_thing("a").await.unwrap();
}

#[tokio::test]
async fn error_of_a_refused_connection_names_the_host() {
    let _machine = crate::MACHINE.read().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = builder(&format!("http://{address}")).build().unwrap();
    let error = client.get_thing("a").await.unwrap_err();
    let begins = format!("get_thing (3 attempts): no connection to {address}: ");
    assert!(error.to_string().starts_with(&begins), "{error}");
    assert_eq!(error.attempts(), 3);
}

#[tokio::test]
async fn host_without_tls_is_not_retried() {
    let _machine = crate::MACHINE.read().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = builder(&format!("https://{}", listener.local_addr().unwrap()));
    let http = Reqwest::builder().unwrap().no_proxy().build().unwrap();
    let client = client.transport(Reqwest::new(http)).build().unwrap();
    let server = tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        }
    });
    let error = client.get_thing("a").await.unwrap_err();
    server.abort();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1), "{error}");
    assert!(!error.may_have_been_sent() && !error.is_retryable(), "{error}");
}
