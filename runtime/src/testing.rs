//! Support for tests of apps.
//!
//! - A [`Recorder`] replaces the network: it records whole requests, and returns prepared responses and failures.
//! - A test double implements the trait of an API and overrides the methods that the app calls. They return
//!   [`Call::ready`](crate::Call::ready), or [`Call::ready_pages`](crate::Call::ready_pages) for a listing. [`error`],
//!   [`timeout`], [`disconnected`] and [`violation`] create the errors.
//!
//! ```
//! use rest_op::testing::error;
//! use rest_op::{Api, Call, Client, Error, rest_op};
//!
//! trait Rooms: Api {
//!     #[rest_op(GET, "/rooms/<id>")]
//!     fn name(&self, id: &str) -> Call<String>;
//! }
//! impl Rooms for Client {}
//!
//! // The app.
//! async fn name_or_id(rooms: &dyn Rooms, id: &str) -> Result<String, Error> {
//!     match rooms.name(id).await {
//!         Err(error) if error.status().is_some_and(|status| status == 404) => Ok(id.to_owned()),
//!         result => result,
//!     }
//! }
//!
//! // Its test.
//! struct Double;
//!
//! impl Api for Double {
//!     fn client(&self) -> &Client {
//!         unimplemented!("the app calls only overridden methods")
//!     }
//! }
//!
//! impl Rooms for Double {
//!     fn name(&self, _: &str) -> Call<String> {
//!         Call::ready(Err(error(404, "NotFound", "no such room")))
//!     }
//! }
//!
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
//! assert_eq!(name_or_id(&Double, "lobby").await.unwrap(), "lobby");
//! # });
//! # Ok::<(), std::io::Error>(())
//! ```

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, HOST, HeaderMap, HeaderValue};
use http::{Request, Response, StatusCode, request};
use serde::Serialize;

use crate::check::Violation;
use crate::error::response::{ApiError, ErrorResponse};
use crate::error::{Error, Failure, Kind, Timeout};
use crate::request::body::JsonBody;
use crate::request::error::RequestError;
use crate::stream::{ByteStream, CollectError};
use crate::transport::reqwest::Urls;
use crate::transport::{Transport, TransportError, TransportFuture, announce_length};

/// A transport that records requests and returns prepared responses in order. Clones share the record.
///
/// It replaces the network alone: the client signs, retries and reads as usual. Tests therefore see whole requests,
/// including those of further attempts, with `accept`, `host` and `content-length` as the default transport sends them.
/// It does not add `transfer-encoding` and `accept-encoding`, which depend on the features of reqwest. A request
/// without a prepared response fails and is not retried. URLs that the default transport rejects are rejected here,
/// too.
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
    outcomes: VecDeque<Result<Response<Bytes>, TransportError>>,
    boundary: Option<String>,
}

impl Recorder {
    /// Creates a recorder without responses.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a response, which is returned after those that were added before.
    ///
    /// # Panics
    ///
    /// Panics if the status is not in 100..=999, or if a header is not valid.
    pub fn answer(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        self.add_answer(status, headers, body);
        self
    }

    /// Adds a failure in place of a response, such as a connection that is refused or breaks.
    ///
    /// ```
    /// use std::time::Duration;
    /// use rest_op::testing::Recorder;
    /// use rest_op::{Api, Call, Client, Retry, TransportError, rest_op};
    ///
    /// # trait Rooms: Api {
    /// #     #[rest_op(GET, "/rooms/<id>")]
    /// #     fn name(&self, id: &str) -> Call<String>;
    /// # }
    /// # impl Rooms for Client {}
    /// # tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
    /// let recorder = Recorder::new().fail(TransportError::interrupted("connection reset")).answer(200, &[], "Lounge");
    /// let client = Client::builder("https://api.example.com")
    ///     .transport(recorder.clone())
    ///     .retry(Retry::standard().base(Duration::ZERO))
    ///     .build()?;
    ///
    /// assert_eq!(client.name("a").await?, "Lounge");
    /// assert_eq!(recorder.take_requests().len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// # })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn fail(self, error: TransportError) -> Self {
        self.add_failure(error);
        self
    }

    /// Fixes the boundary between the parts of `multipart/form-data` bodies, which is random otherwise, so that a test can
    /// compare bodies.
    #[inline]
    pub fn boundary(self, boundary: &str) -> Self {
        self.record().boundary = Some(boundary.to_owned());
        self
    }

    /// Adds a response to a recorder that is in use, like [`answer`](Self::answer).
    ///
    /// # Panics
    ///
    /// Panics if the status is not in 100..=999, or if a header is not valid.
    #[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from a response")]
    pub fn add_answer(&self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) {
        let mut response = Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let response = response
            .body(body.into())
            .expect("the status must be in 100..=999, and the headers must be valid");
        self.record().outcomes.push_back(Ok(response));
    }

    /// Adds a failure to a recorder that is in use, like [`fail`](Self::fail).
    #[inline]
    pub fn add_failure(&self, error: TransportError) {
        self.record().outcomes.push_back(Err(error));
    }

    /// Removes the recorded requests, and the responses and failures that were not used.
    #[inline]
    pub fn clear(&self) {
        let mut record = self.record();
        record.requests.clear();
        record.outcomes.clear();
    }

    /// Returns the signed requests that were sent so far, and removes them from the record.
    #[inline]
    pub fn take_requests(&self) -> Vec<Request<Bytes>> {
        std::mem::take(&mut self.record().requests)
    }

    /// Returns the signed requests that were sent so far.
    #[inline]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.record().requests.clone()
    }

    /// Returns the method and target of the requests that were sent so far.
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
    fn respond(&self, mut head: request::Parts, body: Bytes) -> TransportFuture<'_> {
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
        let outcome = record.outcomes.pop_front();
        let missing = || Err(TransportError::unsent("the recorder has no response left"));
        let outcome = outcome.unwrap_or_else(missing);
        Box::pin(async move { Ok(outcome?.map(ByteStream::from)) })
    }
}

impl Transport for Recorder {
    #[inline]
    fn multipart_boundary(&self) -> Option<String> {
        self.record().boundary.clone()
    }

    #[inline]
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        let (mut head, body) = request.into_parts();
        announce_length(&mut head, body.len());
        self.respond(head, body)
    }

    /// Records the request once its body has been read.
    #[inline]
    fn send_stream(&self, request: Request<ByteStream>) -> TransportFuture<'_> {
        let (mut head, mut body) = request.into_parts();
        if let Some(length) = body.length() {
            head.headers.insert(CONTENT_LENGTH, length.into());
        }
        Box::pin(async move {
            match body.collect(usize::MAX).await {
                Ok(body) => self.respond(head, body).await,
                Err(CollectError::Interrupted(error)) => Err(TransportError::of_body(error)),
                Err(CollectError::TooLarge) => Err(TransportError::unsent("the body does not fit into memory")),
            }
        })
    }

    /// Returns `true`, as the default transport does.
    #[inline]
    fn pins_localhost(&self) -> bool {
        true
    }
}

/// Omits the requests, which may contain credentials.
impl fmt::Debug for Recorder {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recorder({} requests)", self.record().requests.len())
    }
}

/// Creates the error of a call to which the service returned this status, error code and message, for test doubles that
/// override a method.
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
/// Panics if the status is not in 100..=999.
#[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from a response")]
pub fn error<E: ApiError>(status: u16, code: &str, message: &str) -> Error<E> {
    let status = StatusCode::from_u16(status).expect("the status must be in 100..=999");
    let body = JsonBody::encode(&Fault { code, message })
        .ok()
        .flatten()
        .unwrap_or_default();
    Error::from_response(ErrorResponse::new(status, HeaderMap::new(), body))
}

/// Creates the error of a call that took too long, for test doubles. The request may have been sent.
///
/// ```
/// use rest_op::testing::timeout;
/// use rest_op::{Error, ErrorKind};
///
/// let error: Error = timeout();
/// assert!(error.is_timeout() && error.is_retryable() && error.may_have_been_sent());
/// assert_eq!(error.kind(), ErrorKind::Timeout);
/// ```
#[inline]
pub fn timeout<E>() -> Error<E> {
    double(Kind::Timeout {
        which: Timeout::Attempt,
        limit: Duration::from_secs(30),
    })
}

/// Creates the error of a call whose connection was closed before the response arrived, for test doubles. The request may
/// have been sent.
///
/// ```
/// use rest_op::testing::disconnected;
/// use rest_op::{Error, ErrorKind};
///
/// let error: Error = disconnected();
/// assert!(error.is_retryable() && error.may_have_been_sent());
/// assert_eq!(error.kind(), ErrorKind::Connection);
/// ```
#[inline]
pub fn disconnected<E>() -> Error<E> {
    double(Kind::Transport(TransportError::interrupted(
        "the connection was closed before the response arrived",
    )))
}

/// Creates the error of a call whose argument violates a check, for test doubles. Nothing was sent.
///
/// ```
/// use rest_op::testing::violation;
/// use rest_op::{Error, ErrorKind};
///
/// let error: Error = violation("name", "has length 0; must be in 1..=256");
/// assert_eq!(error.violations()[0].parameter(), "name");
/// assert_eq!(error.kind(), ErrorKind::Refused);
/// assert_eq!(error.to_string(), "`name` has length 0; must be in 1..=256 (nothing was sent)");
/// ```
#[inline]
pub fn violation<E>(argument: &'static str, message: impl Into<String>) -> Error<E> {
    let violation = Violation::new(argument, message.into());
    Error::new(Failure::refused("", RequestError::Invalid(vec![violation])))
}

#[inline]
fn double<E>(kind: Kind) -> Error<E> {
    Error::new(Failure::of_double(kind))
}

/// The body of an error.
#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: &'a str,
}
