//! Transports: a custom reqwest client, any tower service, HTTP/2, compressed responses.

use std::future::{Ready, ready};
use std::io::Write;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use http::{Request, Response, Version};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use rest_op::transport::{Reqwest, Tower};
use rest_op::{Api, Bearer, ByteStream, Call, Client, Retry, TransportError, rest_op};
use rest_op_tests::fixture::signed_at_sample_time;
use rest_op_tests::recorder::Recorder;
use rest_op_tests::server::Server;

trait Echo: Api {
    #[rest_op(POST, "/echo")]
    fn echo(&self, #[body(text)] text: &str) -> Call<String>;

    #[rest_op(POST, "/echo")]
    fn echo_stream(&self, #[body(stream)] text: ByteStream) -> Call<String>;

    #[rest_op(GET, "/as/<coding>")]
    fn compressed(&self, coding: &str) -> Call<String>;
}

impl Echo for Client {}

#[tokio::test]
async fn custom_reqwest_client_sends_calls() {
    let server = Server::start(|request: Request<Incoming>| async move {
        let agent = request.headers()["x-from-the-client"].to_str().unwrap().to_owned();
        Response::new(agent.into())
    });
    let server = server.await;
    let headers = http::HeaderMap::from_iter([(
        http::HeaderName::from_static("x-from-the-client"),
        http::HeaderValue::from_static("mine"),
    )]);
    let http = Reqwest::builder()
        .unwrap()
        .no_proxy()
        .default_headers(headers)
        .build()
        .unwrap();
    let client = Client::builder(server.url())
        .transport(Reqwest::new(http))
        .build()
        .unwrap();
    assert_eq!(client.echo("a").await.unwrap(), "mine");
}

#[tokio::test]
async fn redirect_that_a_custom_client_followed_is_an_error() {
    let server = Server::start(|request: Request<Incoming>| async move {
        let response = Response::builder();
        match request.uri().path() {
            "/echo" => response.status(303).header("location", "/elsewhere").body("".into()),
            _ => response.body("followed".into()),
        }
        .unwrap()
    });
    let server = server.await;
    let auth = || {
        Client::builder(server.url())
            .auth(Bearer::new("secret"))
            .retry(Retry::none())
    };
    let following = Reqwest::builder()
        .unwrap()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::limited(3))
        .build()
        .unwrap();
    let error = auth()
        .transport(Reqwest::new(following))
        .build()
        .unwrap()
        .echo("a")
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("the reqwest client followed a redirect"),
        "{error}"
    );
    let staying = Reqwest::builder().unwrap().no_proxy().build().unwrap();
    let error = auth()
        .transport(Reqwest::new(staying))
        .build()
        .unwrap()
        .echo("a")
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "echo: 303 redirect to /elsewhere, which is not followed"
    );
}

trait Items: Api {
    #[rest_op(GET, "/items/<id>?expand")]
    fn get(&self, id: &str) -> Call<Vec<String>>;

    #[rest_op(GET, "/items", get_body)]
    fn search(&self, #[header("accept")] accept: Option<&str>, #[body] words: Option<&str>) -> Call<()>;

    #[rest_op(DELETE, "/items")]
    fn delete(&self, #[body(stream)] content: Option<ByteStream>) -> Call<()>;

    #[rest_op(PUT, "/items")]
    fn put(&self, #[body(bytes)] content: Option<&str>) -> Call<()>;

    #[rest_op(PATCH, "/items")]
    fn patch(&self, #[body(stream)] content: Option<ByteStream>) -> Call<()>;

    #[rest_op(OPTIONS, "/items")]
    fn options(&self) -> Call<Option<String>>;

    #[rest_op(HEAD, "/items")]
    fn head(&self) -> Call<()>;
}

impl Items for Client {}

/// The head and the body of a request, as received or recorded. Framing is left to HTTP/1.1, and `accept-encoding`
/// to the features of reqwest.
async fn seen<B: http_body::Body<Error: std::fmt::Debug>>(request: Request<B>) -> String {
    let (mut head, body) = request.into_parts();
    for left_out in ["accept-encoding", "transfer-encoding"] {
        head.headers.remove(left_out);
    }
    let mut headers: Vec<_> = head
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    headers.sort_unstable();
    let target = head.uri.path_and_query().unwrap();
    let body = body.collect().await.unwrap().to_bytes();
    format!("{} {target} {headers:?} {body:?}", head.method)
}

#[tokio::test]
async fn recorder_records_what_the_default_transport_sends() {
    let (sender, mut received) = tokio::sync::mpsc::unbounded_channel();
    let server = Server::start(move |request: Request<Incoming>| {
        let sender = sender.clone();
        async move {
            sender.send(seen(request).await).unwrap();
            Response::new("[]".into())
        }
    });
    let server = server.await;
    let client = || signed_at_sample_time(&server.url()).retry(Retry::none());
    let stream = |content: &'static str| ByteStream::from_reader(content.as_bytes());
    let calls = |client: &Client| -> Vec<Pin<Box<dyn Future<Output = ()>>>> {
        let mut calls: Vec<Pin<Box<dyn Future<Output = ()>>>> = Vec::new();
        let get = client.get("a b").into_future();
        calls.push(Box::pin(async { drop(get.await.unwrap()) }));
        let options = client.options().into_future();
        calls.push(Box::pin(async { drop(options.await.unwrap()) }));
        for call in [
            client.search(None, None),
            client.search(Some("text/plain"), Some("a")),
            client.delete(None),
            client.delete(Some(stream("").sized(0))),
            client.delete(Some("a".into())),
            client.put(None),
            client.put(Some("")),
            client.put(Some("content")),
            client.patch(None),
            client.patch(Some("content".into())),
            client.patch(Some("".into())),
            client.patch(Some(stream("content"))),
            client.patch(Some(stream("content").sized(7))),
            client.patch(Some(stream("").sized(0))),
            client.head(),
        ] {
            calls.push(Box::pin(async { call.await.unwrap() }));
        }
        calls
    };
    let recorder = (0..17).fold(Recorder::new(), |recorder, _| recorder.answer(200, &[], "[]"));
    for call in calls(&client().transport(recorder.clone()).build().unwrap()) {
        call.await;
    }
    let sent = calls(&client().build().unwrap());
    let requests = recorder.requests();
    assert_eq!(requests.len(), sent.len());
    for (call, request) in sent.into_iter().zip(requests) {
        call.await;
        let request = seen(request.map(http_body_util::Full::new)).await;
        assert_eq!(request, received.recv().await.unwrap());
    }
}

/// A service that returns the request, or fails.
#[derive(Clone)]
struct Service {
    fails: Option<fn() -> rest_op::BoxError>,
    calls: Arc<AtomicUsize>,
}

impl tower_service::Service<Request<ByteStream>> for Service {
    type Response = Response<ByteStream>;
    type Error = rest_op::BoxError;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<ByteStream>) -> Self::Future {
        self.calls.fetch_add(1, Ordering::SeqCst);
        ready(match self.fails {
            None => Ok(Response::new(request.into_body())),
            Some(error) => Err(error()),
        })
    }
}

fn over_tower(fails: Option<fn() -> rest_op::BoxError>) -> (Client, Arc<AtomicUsize>) {
    let calls = Arc::default();
    let service = Service {
        fails,
        calls: Arc::clone(&calls),
    };
    let client = Client::builder("https://api.example.com")
        .transport(Tower::new(service))
        .retry(Retry::none());
    (client.build().unwrap(), calls)
}

#[tokio::test]
async fn tower_service_sends_bodies_of_both_kinds() {
    let (client, calls) = over_tower(None);
    assert_eq!(client.echo("whole").await.unwrap(), "whole");
    assert_eq!(client.echo_stream("stream".into()).await.unwrap(), "stream");
    assert_eq!(calls.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn error_of_a_tower_service_determines_whether_the_request_was_sent() {
    let (client, _) = over_tower(Some(|| "wires crossed".into()));
    let error = client.echo("a").await.unwrap_err();
    assert!(error.may_have_been_sent());
    assert_eq!(
        error.to_string(),
        "echo: the exchange with api.example.com was interrupted: wires crossed (the request may have been sent)"
    );
    let (client, _) = over_tower(Some(|| Box::new(TransportError::connect("nobody there"))));
    let error = client.echo("a").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "echo: no connection to api.example.com: nobody there (nothing was sent)"
    );
}

#[tokio::test]
async fn http2_is_used_if_the_server_supports_it() {
    let server = Server::start(|request: Request<Incoming>| async move {
        let version = request.version();
        let authority = request.uri().authority().map(ToString::to_string);
        let body = request.into_body().collect().await.unwrap().to_bytes();
        let answer = format!("{version:?} {} {body:?}", authority.is_some());
        Response::new(answer.into())
    });
    let server = server.await;
    let http = Reqwest::builder()
        .unwrap()
        .no_proxy()
        .http2_prior_knowledge()
        .build()
        .unwrap();
    let client = Client::builder(server.url())
        .transport(Reqwest::new(http))
        .build()
        .unwrap();
    let expected = format!("{:?} true b\"hello\"", Version::HTTP_2);
    assert_eq!(client.echo("hello").await.unwrap(), expected);
    assert_eq!(client.echo_stream("hello".into()).await.unwrap(), expected);
}

/// Answers in the coding that the path names, if the client accepts it.
async fn compress(request: Request<Incoming>) -> Response<ByteStream> {
    const TEXT: &[u8] = &[b'a'; 1 << 20];
    let coding = request.uri().path().rsplit('/').next().unwrap();
    let accepted = request.headers()["accept-encoding"].to_str().unwrap();
    assert!(accepted.contains(coding), "{accepted}");
    let body = if coding == "gzip" {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(TEXT).unwrap();
        encoder.finish()
    } else {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(TEXT).unwrap();
        encoder.finish()
    };
    let response = Response::builder().header("content-encoding", coding);
    response.body(body.unwrap().into()).unwrap()
}

#[tokio::test]
async fn compressed_response_is_decompressed_and_the_limit_applies_to_the_result() {
    let server = Server::start(compress).await;
    let client = Client::builder(server.url()).retry(Retry::none()).build().unwrap();
    for coding in ["gzip", "deflate"] {
        let text = client.compressed(coding).max_response_bytes(1 << 20).await.unwrap();
        assert_eq!(text.len(), 1 << 20);
        let error = client
            .compressed(coding)
            .max_response_bytes((1 << 20) - 1)
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "compressed: the response is longer than 1048575 bytes; raise `max_response_bytes` or return a `ByteStream`"
        );
    }
}
