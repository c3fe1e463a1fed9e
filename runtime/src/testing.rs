//! For tests of apps: a transport that records what would be sent and answers from a list, and errors for test doubles.

// Inlined, so that only tests compile it.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, HOST, HeaderMap, HeaderValue};
use http::{Request, Response, StatusCode, request};
use serde::Serialize;

use crate::error::Error;
use crate::error::response::{ApiError, ErrorResponse};
use crate::request::body::JsonBody;
use crate::stream::{ByteStream, CollectError};
use crate::transport::reqwest::Urls;
use crate::transport::{Transport, TransportError, TransportFuture, announce_length};

/// Records requests, and answers them one by one with what it was given. Clones share the record.
///
/// It stands in for the network only: the client signs, retries and reads as ever. So a test sees the whole requests,
/// also those of a second attempt, with `accept`, `host` and `content-length` as the default transport sends them. Left out
/// are `transfer-encoding`, and `accept-encoding`, which depends on the features of reqwest. A request too many fails, and
/// nothing is tried again. A URL that the default transport refuses is refused here, too.
///
/// ```
/// use rest_op::testing::Recorder;
/// use rest_op::{Api, Call, Client, rest_op};
///
/// trait Rooms: Api {
///     #[rest_op(GET, "/rooms/<id>")]
///     fn name(&self, id: &str) -> Call<String>;
/// }
/// impl Rooms for Client {}
///
/// # tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
/// let recorder = Recorder::new().answer(200, &[("etag", "7")], "Lounge");
/// let client = Client::builder("https://api.example.com").transport(recorder.clone()).build()?;
///
/// assert_eq!(client.name("a b").await?, "Lounge");
/// assert_eq!(recorder.lines(), ["GET /rooms/a%20b"]);
/// assert_eq!(recorder.requests()[0].uri().host(), Some("api.example.com"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Record>>);

#[derive(Default)]
struct Record {
    requests: Vec<Request<Bytes>>,
    answers: VecDeque<Response<Bytes>>,
}

impl Recorder {
    /// A recorder that has no answer.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an answer, to be given after those that are there.
    ///
    /// # Panics
    ///
    /// The status is not one (100 to 999), or a header is not legal in HTTP.
    #[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from a response")]
    pub fn answer(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let mut response = Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let response = response.body(body.into()).expect("an answer is legal HTTP");
        self.record().answers.push_back(response);
        self
    }

    /// What was sent so far, signed as it was.
    #[inline]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.record().requests.clone()
    }

    /// The request lines of what was sent so far: method and target.
    #[inline]
    pub fn lines(&self) -> Vec<String> {
        let line = |request: &Request<Bytes>| {
            let target = request.uri().path_and_query().map_or("", |target| target.as_str());
            format!("{} {target}", request.method())
        };
        self.record().requests.iter().map(line).collect()
    }

    #[inline]
    fn record(&self) -> MutexGuard<'_, Record> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records a request with the headers that the default transport adds.
    #[inline]
    fn exchange(&self, mut head: request::Parts, body: Bytes) -> TransportFuture<'_> {
        if let Err(error) = Urls::default().of(&head.uri) {
            return Box::pin(async { Err(error) });
        }
        head.headers.entry(ACCEPT).or_insert(HeaderValue::from_static("*/*"));
        let host = head
            .uri
            .authority()
            .map(|authority| HeaderValue::from_str(authority.as_str()));
        if let Some(Ok(host)) = host {
            head.headers.entry(HOST).or_insert(host);
        }
        let mut record = self.record();
        record.requests.push(Request::from_parts(head, body));
        let answer = record.answers.pop_front();
        Box::pin(async move {
            let answer = answer.ok_or_else(|| TransportError::unsent("the recorder has no answer left"))?;
            Ok(answer.map(ByteStream::from))
        })
    }
}

impl Transport for Recorder {
    #[inline]
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        let (mut head, body) = request.into_parts();
        announce_length(&mut head, body.len());
        self.exchange(head, body)
    }

    /// Records the body when it has come to its end.
    #[inline]
    fn send_stream(&self, request: Request<ByteStream>) -> TransportFuture<'_> {
        let (mut head, mut body) = request.into_parts();
        if let Some(length) = body.length() {
            head.headers.insert(CONTENT_LENGTH, length.into());
        }
        Box::pin(async move {
            match body.collect(usize::MAX).await {
                Ok(body) => self.exchange(head, body).await,
                Err(CollectError::Interrupted(error)) => Err(TransportError::of_body(error)),
                Err(CollectError::TooLarge) => Err(TransportError::unsent("the body is longer than memory")),
            }
        })
    }

    /// As the default transport does.
    #[inline]
    fn pins_localhost(&self) -> bool {
        true
    }
}

/// Shows no request: each may hold credentials.
impl fmt::Debug for Recorder {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recorder({} requests)", self.record().requests.len())
    }
}

/// The error of a call that the service answered with this status, this name of an error and this message: for a test
/// double that overrides a method.
///
/// ```
/// use rest_op::testing::error;
/// use rest_op::Call;
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let call: Call<String> = Call::ready(Err(error(404, "NotFoundException", "no such room")));
/// assert_eq!(call.await.unwrap_err().to_string(), "404 NotFoundException: no such room");
/// # });
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Panics
///
/// The status is not one (100 to 999).
#[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from a response")]
pub fn error<E: ApiError>(status: u16, code: &str, message: &str) -> Error<E> {
    let status = StatusCode::from_u16(status).expect("a status is a number from 100 to 999");
    let body = JsonBody::encode(&Fault { code, message })
        .ok()
        .flatten()
        .unwrap_or_default();
    Error::from_response(ErrorResponse::new(status, HeaderMap::new(), body))
}

/// The body of an error.
#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: &'a str,
}
