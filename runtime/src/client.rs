//! The client: where an API is and how its calls are made. One loop sends, and tries again.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use tokio::time::{Instant, sleep, timeout};

use self::builder::ClientBuilder;
use self::options::Options;
use self::skew::ClockSkew;
use crate::auth::Auth;
use crate::clock::Clock;
use crate::endpoint::Endpoint;
use crate::error::{Failure, Kind, Refusal, Timeout};
use crate::error_response::ErrorResponse;
use crate::operation::Operation;
use crate::reply::Reply;
use crate::request::Request;
use crate::retry::{self, Reason, TokenBucket};
use crate::stream::CollectError;
use crate::transport::{Transport, TransportError};

pub(crate) mod builder;
pub(crate) mod options;
pub(crate) mod redirect;
mod skew;

/// A supertrait of every API that is declared with `#[rest_op]`: where its calls go.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be an API",
    label = "`#[rest_op]` needs `rest_op::Api` as a supertrait",
    note = "add it where the trait is declared: `trait MyApi: rest_op::Api`"
)]
pub trait Api {
    /// The client that sends the calls.
    fn client(&self) -> &Client;
}

impl Api for Client {
    fn client(&self) -> &Client {
        self
    }
}

impl<T: Api + ?Sized> Api for &T {
    fn client(&self) -> &Client {
        (**self).client()
    }
}

impl<T: Api + ?Sized> Api for Box<T> {
    fn client(&self) -> &Client {
        (**self).client()
    }
}

impl<T: Api + ?Sized> Api for Arc<T> {
    fn client(&self) -> &Client {
        (**self).client()
    }
}

/// Sends the calls of an API to its endpoint. Cheap to clone; clones share connections and retry tokens.
///
/// ```
/// use rest_op::Client;
///
/// let client = Client::builder("https://api.github.com").build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    endpoint: Endpoint,
    auth: Option<Box<dyn Auth>>,
    transport: Box<dyn Transport>,
    clock: Clock,
    skew: ClockSkew,
    bucket: TokenBucket,
    options: Options,
    headers: http::HeaderMap,
}

/// What the result type of a call says of its response.
#[derive(Clone, Copy)]
pub(crate) struct Expected {
    /// Whether the body is handed over unread.
    pub(crate) streamed: bool,
    /// Which statuses are results.
    pub(crate) accepts: fn(http::StatusCode) -> bool,
}

impl Client {
    /// Starts a client for the API at an endpoint: a URL with `https`, or `http`, and perhaps a base path.
    pub fn builder(endpoint: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(endpoint.into())
    }

    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.0.endpoint
    }

    pub(crate) fn options(&self) -> &Options {
        &self.0.options
    }

    /// The headers that every request carries.
    pub(crate) fn default_headers(&self) -> &http::HeaderMap {
        &self.0.headers
    }

    /// Sends a request until it is answered for good, and reads the answer.
    pub(crate) async fn send(
        &self,
        operation: &'static Operation,
        request: &Request,
        options: &Options,
        expected: Expected,
    ) -> Result<(Reply, u32), Failure> {
        let mut attempts = Attempts {
            client: self,
            operation,
            request,
            options,
            expected,
            authorization: None,
            made: 0,
            sent: false,
        };
        match timeout(options.operation_timeout, attempts.run()).await {
            Ok(result) => result.map(|reply| (reply, attempts.made)),
            Err(_) => Err(attempts.failure(Kind::Timeout {
                which: Timeout::Operation,
                limit: options.operation_timeout,
            })),
        }
    }

    /// Signs a request in its URL.
    pub(crate) async fn presign(
        &self,
        operation: &'static Operation,
        request: &mut Request,
        expires: Duration,
    ) -> Result<(), Failure> {
        let Some(auth) = self.auth(operation) else {
            return Err(Refusal::unsendable("there are no credentials to presign with").of(operation.name));
        };
        auth.presign(request, self.now(), expires)
            .await
            .map_err(|error| Failure {
                operation: operation.name,
                attempts: 0,
                sent: false,
                kind: Kind::Auth(error),
            })
    }

    fn auth(&self, operation: &Operation) -> Option<&dyn Auth> {
        if operation.authenticated {
            self.0.auth.as_deref()
        } else {
            None
        }
    }

    /// The time by the client's clock, as far as the service has not corrected it.
    fn now(&self) -> SystemTime {
        self.0.skew.correct(self.0.clock.now())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({:?})", self.0.endpoint)
    }
}

/// The attempts of one call.
struct Attempts<'a> {
    client: &'a Client,
    operation: &'static Operation,
    request: &'a Request,
    options: &'a Options,
    expected: Expected,
    /// What the last attempt was authorized with.
    authorization: Option<http::HeaderValue>,
    made: u32,
    sent: bool,
}

impl Attempts<'_> {
    fn failure(&self, kind: Kind) -> Failure {
        Failure {
            operation: self.operation.name,
            attempts: self.made,
            sent: self.sent,
            kind,
        }
    }

    async fn run(&mut self) -> Result<Reply, Failure> {
        let bucket = &self.client.0.bucket;
        let (mut paid, mut skew_corrected, mut auth_renewed) = (None, false, false);
        loop {
            let signed_at = self.client.now();
            let failure = match self.limited(signed_at).await {
                Ok(reply) => {
                    bucket.give(paid);
                    return Ok(reply);
                }
                Err(failure) => failure,
            };
            if let Kind::Service(response) = &failure.kind {
                let now = self.client.0.clock.now();
                if !skew_corrected && self.request.is_repeatable() && self.client.0.skew.learn(response, now, signed_at)
                {
                    skew_corrected = true;
                    continue;
                }
                let renewable = response.status() == http::StatusCode::UNAUTHORIZED && self.request.is_repeatable();
                let refuse = |auth: &dyn Auth| auth.refuse(self.authorization.as_ref());
                if !auth_renewed && renewable && self.client.auth(self.operation).is_some_and(refuse) {
                    auth_renewed = true;
                    continue;
                }
            }
            let Some((pause, price)) = self.next(&failure) else {
                return Err(failure);
            };
            paid = Some(price);
            sleep(pause).await;
        }
    }

    /// The pause before another attempt and what it was paid with; `None` where the failure is final.
    fn next(&self, failure: &Failure) -> Option<(Duration, u32)> {
        let reason = retry::reason(failure);
        let may_repeat = self.request.is_repeatable()
            && (!failure.sent
                || self.operation.idempotent
                || self.client.auth(self.operation).is_some_and(Auth::repeats_all));
        if reason == Reason::Final || !may_repeat {
            return None;
        }
        let hint = match &failure.kind {
            Kind::Service(response) => retry::hint(response.headers(), self.client.0.clock.now()),
            _ => None,
        };
        let pause = self
            .options
            .retry
            .pause(self.made, reason, hint, crate::random::unit())?;
        // A pause that the call has no time for is not begun.
        (pause < self.options.operation_timeout).then_some(())?;
        Some((pause, self.client.0.bucket.take(reason)?))
    }

    /// One attempt, within its time.
    async fn limited(&mut self, time: SystemTime) -> Result<Reply, Failure> {
        self.made += 1;
        let limit = self.options.attempt_timeout;
        let begun = Instant::now();
        let attempt = timeout(limit, self.attempt(time)).await;
        match attempt {
            Ok(result) => result.map_err(|kind| {
                tracing::debug!(
                    operation = self.operation.name,
                    attempt = self.made,
                    elapsed_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
                    "attempt failed"
                );
                self.failure(kind)
            }),
            Err(_) => Err(self.failure(Kind::Timeout {
                which: Timeout::Attempt,
                limit,
            })),
        }
    }

    async fn attempt(&mut self, time: SystemTime) -> Result<Reply, Kind> {
        let mut request = self.request.attempt(self.client.default_headers());
        if let Some(auth) = self.client.auth(self.operation) {
            auth.authorize(&mut request, time).await.map_err(Kind::Auth)?;
            self.authorization = request.headers().get(http::header::AUTHORIZATION).cloned();
        }
        let (request, stream) = request
            .into_http()
            .map_err(|error| Kind::Refused(Refusal::Unsendable(format!("the URL cannot be sent: {error}"))))?;
        let transport = &self.client.0.transport;
        let sent_before = std::mem::replace(&mut self.sent, true);
        let exchange = match stream {
            None => transport.send(request),
            Some(stream) => transport.send_stream(request.map(|_| stream)),
        };
        let response = exchange.await.map_err(|error| {
            self.sent = sent_before || error.may_have_been_sent();
            Kind::Transport(error)
        })?;
        self.read(response).await
    }

    /// Reads a response: a result, or the failure that it tells of.
    async fn read(&self, response: http::Response<crate::stream::ByteStream>) -> Result<Reply, Kind> {
        let (head, body) = response.into_parts();
        let accepted = (self.expected.accepts)(head.status);
        if head.status.is_redirection() && !accepted {
            let location = redirect::location(&head.headers);
            return Err(Kind::Redirect {
                status: head.status,
                location,
            });
        }
        if accepted && self.expected.streamed {
            return Ok(Reply::streamed(head.status, head.headers, body));
        }
        let limit = self.options.max_response_bytes;
        let body = match body.collect(limit).await {
            Ok(body) => body,
            Err(CollectError::TooLarge) if accepted => return Err(Kind::TooLarge { limit }),
            // An error without its body is still the error that its status tells.
            Err(_) if !accepted => bytes::Bytes::new(),
            Err(CollectError::TooLarge) => return Err(Kind::TooLarge { limit }),
            Err(CollectError::Interrupted(error)) => return Err(Kind::Transport(TransportError::interrupted(error))),
        };
        let reply = Reply::new(head.status, head.headers, body);
        if accepted {
            Ok(reply)
        } else {
            Err(Kind::Service(ErrorResponse::from_reply(reply)))
        }
    }
}
