//! Compressed bodies: the limit applies to the decompressed size.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use rest_op::Client;
use rest_op_tests::fault_server::{End, Fault, FaultServer};
use rest_op_tests::things::{Thing, Things};

fn compressed(body: &[u8]) -> Fault {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(body).unwrap();
    let body = encoder.finish().unwrap();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    Fault::bytes([head.into_bytes(), body].concat(), End::KeepAlive)
}

#[tokio::test]
async fn decompression_bomb_is_stopped_at_the_limit() {
    let _machine = crate::MACHINE.read().await;
    let mut server = FaultServer::start().await;
    let client = Client::builder(server.url())
        .max_response_bytes(1 << 20)
        .build()
        .unwrap();
    server.fail(compressed(Thing::new("a").json().as_bytes()));
    assert_eq!(client.get_thing("a").await.unwrap(), Thing::new("a"));

    // 64 MiB in some 64 KiB.
    server.fail(compressed(&vec![b' '; 64 << 20]));
    let error = client.get_thing("a").await.unwrap_err();
    assert!(error.to_string().contains("longer than 1048576 bytes"), "{error}");
    assert_eq!(error.attempts(), 1);
    server.heal().await;
    client.get_thing("b").await.unwrap();
}

#[tokio::test]
async fn broken_compression_is_an_error() {
    let _machine = crate::MACHINE.read().await;
    let server = FaultServer::start().await;
    server.fail(Fault::response(200, &[("content-encoding", "gzip")], "no gzip"));
    let client = Client::builder(server.url())
        .retry(rest_op::Retry::none())
        .build()
        .unwrap();
    let error = client.get_thing("a").await.unwrap_err();
    assert!(
        error.may_have_been_sent() && error.to_string().contains("was interrupted: "),
        "{error}"
    );
}
