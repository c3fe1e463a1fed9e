//! The transport that records requests.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, HOST, HeaderValue};
use http::{Request, Response, request};

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
