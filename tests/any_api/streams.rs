//! Large request and response bodies, which are never in memory as a whole.

use std::pin::Pin;
use std::task::{Context, Poll};

use http::{Request, Response};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use rest_op::{Api, BoxError, ByteStream, Bytes, Call, Client, FromResponse, Retry, rest_op};
use rest_op_tests::fixture::signed;
#[cfg(target_os = "linux")]
use rest_op_tests::prerequisites;
use rest_op_tests::recorder::Recorder;
use rest_op_tests::server::Server;

trait Store: Api {
    #[rest_op(PUT, "/objects/<key>")]
    fn put(&self, key: &str, #[body(stream)] content: ByteStream) -> Call<String>;

    #[rest_op(PUT, "/objects/<key>")]
    fn put_maybe(&self, key: &str, #[body(stream)] content: Option<ByteStream>) -> Call<String>;

    #[rest_op(GET, "/objects/<key>")]
    fn get(&self, key: &str) -> Call<Object>;
}

impl Store for Client {}

#[derive(Debug, FromResponse)]
struct Object {
    #[from_response(header = "etag")]
    etag: Option<String>,
    #[from_response(body)]
    content: ByteStream,
}

/// Returns this many bytes, in pieces of at most one mebibyte.
struct Zeros(u64);

static PIECE: [u8; 1 << 20] = [0; 1 << 20];

impl futures_core::Stream for Zeros {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = &PIECE[..PIECE.len().min(usize::try_from(self.0).unwrap())];
        self.0 -= piece.len() as u64;
        Poll::Ready((!piece.is_empty()).then(|| Ok(Bytes::from_static(piece))))
    }
}

/// Answers a PUT with its framing, and a GET with as many bytes as its key asks for.
async fn store(request: Request<Incoming>) -> Response<ByteStream> {
    let key = request.uri().path().rsplit('/').next().unwrap().to_owned();
    if request.method() == "GET" {
        let length = key.parse().unwrap();
        let content = ByteStream::new(Zeros(length)).sized(length);
        return Response::builder().header("etag", "\"zeros\"").body(content).unwrap();
    }
    let header = |name| {
        request
            .headers()
            .get(name)
            .map_or("-", |value| value.to_str().unwrap())
            .to_owned()
    };
    let how = [
        "content-length",
        "transfer-encoding",
        "content-type",
        "x-amz-content-sha256",
    ]
    .map(header)
    .join(" ");
    let mut body = request.into_body();
    let mut length = 0;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else {
            return Response::builder().status(400).body("broken off".into()).unwrap();
        };
        length += frame.data_ref().map_or(0, Bytes::len);
    }
    Response::new(format!("{how} {length}").into())
}

async fn client() -> (Server, Client) {
    let server = Server::start(store).await;
    let client = Client::builder(server.url()).retry(Retry::none()).build().unwrap();
    (server, client)
}

#[tokio::test]
async fn stream_of_known_length_has_content_length_and_others_are_chunked() {
    let (_server, client) = client().await;
    let sized = ByteStream::new(Zeros(100)).sized(100);
    assert_eq!(
        client.put("a", sized).await.unwrap(),
        "100 - application/octet-stream - 100"
    );
    let unsized_ = ByteStream::new(Zeros(100));
    assert_eq!(
        client.put("a", unsized_).await.unwrap(),
        "- chunked application/octet-stream - 100"
    );
    assert_eq!(
        client.put("a", "whole".into()).await.unwrap(),
        "5 - application/octet-stream - 5"
    );
    let typed = client.put("a", "whole".into()).header("content-type", "text/plain");
    assert_eq!(typed.await.unwrap(), "5 - text/plain - 5");
    assert_eq!(client.put_maybe("a", None).await.unwrap(), "0 - - - 0");
}

#[tokio::test]
async fn reader_is_sent_piece_by_piece() {
    let (_server, client) = client().await;
    let reader = ByteStream::from_reader(std::io::Cursor::new(vec![7; 200_000])).sized(200_000);
    assert_eq!(reader.length(), Some(200_000));
    assert_eq!(
        client.put("a", reader).await.unwrap(),
        "200000 - application/octet-stream - 200000"
    );
}

#[tokio::test]
async fn stream_of_another_length_than_announced_is_an_error() {
    let (_server, client) = client().await;
    for (announced, message) in [
        (101, "the stream ended 1 bytes before its announced length"),
        (99, "the stream is longer than its announced length"),
    ] {
        let error = client
            .put("a", ByteStream::new(Zeros(100)).sized(announced))
            .await
            .unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.attempts(), 1);
    }
}

#[tokio::test]
async fn stream_is_never_sent_twice() {
    let server = Server::start(|request: Request<Incoming>| async move {
        drop(request.into_body().collect().await);
        Response::builder()
            .status(503)
            .header("retry-after", "0")
            .body("".into())
            .unwrap()
    });
    let server = server.await;
    let client = Client::builder(server.url()).build().unwrap();
    let error = client.put("a", ByteStream::new(Zeros(10))).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
    assert!(error.is_retryable());
}

#[tokio::test]
async fn signed_stream_has_an_unsigned_payload() {
    let server = Server::start(store).await;
    let client = signed(&server.url()).build().unwrap();
    let stream = ByteStream::new(Zeros(10)).sized(10);
    assert_eq!(
        client.put("a", stream).await.unwrap(),
        "10 - application/octet-stream UNSIGNED-PAYLOAD 10"
    );
}

#[tokio::test]
async fn length_and_headers_of_a_response_are_available_before_its_body() {
    let (_server, client) = client().await;
    let mut object = client.get("3000000").await.unwrap();
    assert_eq!(object.etag.as_deref(), Some("\"zeros\""));
    assert_eq!(object.content.length(), Some(3_000_000));
    let first = object.content.next().await.unwrap().unwrap();
    assert_eq!(object.content.length(), Some(3_000_000 - first.len() as u64));
}

/// Returns the peak memory of the process since the mark, in bytes.
#[cfg(target_os = "linux")]
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024)
}

/// Transfers 256 MiB in each direction, with at most half of that in memory. All tests of this program share the
/// memory, and a failing test loads its symbols.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn memory_does_not_grow_with_the_size_of_bodies() {
    const LARGE: u64 = 256 << 20;
    let (_server, client) = client().await;
    // Resets the peak.
    let (Ok(()), Some(before)) = (std::fs::write("/proc/self/clear_refs", "5"), peak()) else {
        return prerequisites::left_out("memory of streams", "this system does not report it");
    };
    let sent = client
        .put("large", ByteStream::new(Zeros(LARGE)).sized(LARGE))
        .await
        .unwrap();
    assert_eq!(sent, format!("{LARGE} - application/octet-stream - {LARGE}"));
    let mut object = client.get(&LARGE.to_string()).await.unwrap();
    let mut received = 0;
    while let Some(piece) = object.content.next().await {
        received += piece.unwrap().len() as u64;
    }
    assert_eq!(received, LARGE);
    let grown = peak().unwrap() - before;
    assert!(grown < 128 << 20, "memory grew by {} MiB", grown >> 20);
}

#[tokio::test]
async fn recorder_records_streams() {
    let recorder = Recorder::new().answer(200, &[], "stored");
    let client = Client::builder("https://api.example.com").transport(recorder.clone());
    let client = client.build().unwrap();
    let content = ByteStream::new(Zeros((1 << 20) + 1));
    assert_eq!(client.put("a", content).await.unwrap(), "stored");
    assert_eq!(recorder.requests()[0].body().len(), (1 << 20) + 1);
}
