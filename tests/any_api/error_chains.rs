//! The message of an error is complete: it has no sources, which reports would print again; causes are found by their type.

use std::error::Error as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use rest_op::{
    Api, Auth, AuthFuture, BoxError, ByteStream, Bytes, Call, Client, Error, ErrorKind, Events, JsonEvents, JsonLines,
    Request, Retry, TextLines, Transport, TransportError, TransportFuture, rest_op,
};
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::Things;

trait Notes: Api {
    #[rest_op(GET, "/notes/<id>")]
    fn note(&self, id: &str) -> Call<String>;
}

impl Notes for Client {}

/// Credentials that cannot be read.
struct Unreadable;

impl Auth for Unreadable {
    fn authorize<'a>(&'a self, _: &'a mut Request, _: std::time::SystemTime) -> AuthFuture<'a> {
        Box::pin(async { Err(io::Error::new(io::ErrorKind::PermissionDenied, "the key is locked").into()) })
    }
}

async fn error(step: Step) -> Error {
    let client = Client::builder("https://things.example").transport(Scripted::new([step]));
    let client = client
        .retry(Retry::standard().base(std::time::Duration::ZERO))
        .build()
        .unwrap();
    client.get_thing("a").await.unwrap_err()
}

fn reset() -> TransportError {
    TransportError::interrupted(io::Error::new(io::ErrorKind::ConnectionReset, "reset by peer"))
}

/// The kind of the first `io::Error` among the causes.
fn io_kind(error: &Error) -> Option<io::ErrorKind> {
    let mut causes = std::iter::successors(error.cause(), |error| (*error).source());
    Some(causes.find_map(|error| error.downcast_ref::<io::Error>())?.kind())
}

#[tokio::test]
async fn message_contains_each_cause_once() {
    let locked = Client::builder("https://things.example").auth(Unreadable);
    let locked = locked
        .transport(Scripted::new([Step::answer(200, &[], "")]))
        .build()
        .unwrap();
    for (error, kind, cause, message) in [
        (
            error(Step::Fail(reset)).await,
            ErrorKind::Connection,
            Some(io::ErrorKind::ConnectionReset),
            "get_thing (3 attempts): the exchange with things.example was interrupted: reset by peer (the request may \
             have been sent)",
        ),
        (
            error(Step::Fail(|| TransportError::connect("refused"))).await,
            ErrorKind::Connection,
            None,
            "get_thing (3 attempts): no connection to things.example: refused (nothing was sent)",
        ),
        (
            error(Step::Fail(|| TransportError::connect_timeout("3s"))).await,
            ErrorKind::Timeout,
            None,
            "get_thing (3 attempts): no connection to things.example in time: 3s (nothing was sent)",
        ),
        (
            error(Step::Fail(|| TransportError::unusable("not HTTP"))).await,
            ErrorKind::Connection,
            None,
            "get_thing: the response of things.example cannot be used: not HTTP (the request may have been sent)",
        ),
        (
            locked.note("a").await.unwrap_err(),
            ErrorKind::Credentials,
            Some(io::ErrorKind::PermissionDenied),
            "note: no credentials: the key is locked (nothing was sent)",
        ),
        (
            locked.note("").await.unwrap_err(),
            ErrorKind::Refused,
            None,
            "note: `id` is empty; a path parameter must have at least one character (nothing was sent)",
        ),
        (
            error(Step::answer(
                503,
                &[("x-amzn-requestid", "8f2")],
                r#"{"code":"SlowDown","message":"later"}"#,
            ))
            .await,
            ErrorKind::Service,
            None,
            "get_thing (3 attempts): 503 SlowDown: later (request id 8f2)",
        ),
        (
            error(Step::answer(200, &[], r#"{"id":7}"#)).await,
            ErrorKind::Undecodable,
            None,
            "get_thing: 200 with a body that cannot be read: at `id`: invalid type: integer, expected a string",
        ),
        (
            error(Step::answer(302, &[("location", "/b")], "")).await,
            ErrorKind::Redirect,
            None,
            "get_thing: 302 redirect to /b, which is not followed",
        ),
    ] {
        assert_eq!((error.to_string().as_str(), error.kind()), (message, kind));
        assert!(error.source().is_none(), "{message}");
        assert_eq!(io_kind(&error), cause, "{message}");
    }
}

trait Streams: Api {
    #[rest_op(GET, "/streams/bytes")]
    fn bytes(&self) -> Call<ByteStream>;

    #[rest_op(GET, "/streams/events")]
    fn events(&self) -> Call<Events>;

    #[rest_op(GET, "/streams/json-events")]
    fn json_events(&self) -> Call<JsonEvents<u32>>;

    #[rest_op(GET, "/streams/json-lines")]
    fn json_lines(&self) -> Call<JsonLines<u32>>;

    #[rest_op(GET, "/streams/text-lines")]
    fn text_lines(&self) -> Call<TextLines>;
}

impl Streams for Client {}

/// Breaks the connection after the head of the response.
struct Breaking(fn() -> BoxError);

impl Transport for Breaking {
    fn send(&self, _: http::Request<Bytes>) -> TransportFuture<'_> {
        struct Broken(fn() -> BoxError);

        impl futures_core::Stream for Broken {
            type Item = Result<Bytes, BoxError>;

            fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
                Poll::Ready(Some(Err(self.0())))
            }
        }

        Box::pin(async { Ok(http::Response::new(ByteStream::new(Broken(self.0)))) })
    }
}

#[tokio::test]
async fn stream_that_breaks_after_the_head_names_its_host() {
    for (broken, message) in [
        (
            (|| reset().into()) as fn() -> BoxError,
            "the exchange with things.example was interrupted: reset by peer",
        ),
        (
            || "wires crossed".into(),
            "the exchange with things.example was interrupted: wires crossed",
        ),
        (
            || TransportError::unusable("not HTTP").into(),
            "the response of things.example cannot be used: not HTTP",
        ),
    ] {
        let client = Client::builder("https://things.example").transport(Breaking(broken));
        let client = client.build().unwrap();
        let results = [
            client.bytes().await.unwrap().next().await.unwrap().err(),
            client.events().await.unwrap().next().await.unwrap().err(),
            client.json_events().await.unwrap().next().await.unwrap().err(),
            client.json_lines().await.unwrap().next().await.unwrap().err(),
            client.text_lines().await.unwrap().next().await.unwrap().err(),
        ];
        assert_eq!(
            results.map(|error| error.unwrap().to_string()),
            [message; 5].map(str::to_owned)
        );
    }
}

#[tokio::test]
async fn throttling_is_recognized_by_status_or_code() {
    for (status, code, throttled) in [
        (429, "", true),
        (400, "ThrottlingException", true),
        (503, "", false),
        (404, "", false),
    ] {
        let error = error(Step::answer(status, &[("x-amzn-errortype", code)], "")).await;
        assert_eq!(error.is_throttled(), throttled, "{status} {code}");
    }
    assert!(!error(Step::Fail(reset)).await.is_throttled());
}
