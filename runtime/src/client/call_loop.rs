//! The attempts of one call: sign, send and read, then retry after a pause or return.

use std::pin::{Pin, pin};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method, StatusCode, response};
use tokio::time::{Instant, sleep, timeout, timeout_at};
use tracing::{Instrument, Span};

use super::options::Options;
use super::skew::Correction;
use super::{Client, ResponseSpec, trace};
use crate::auth::Auth;
use crate::client::retry::Replay;
use crate::error::response::ErrorResponse;
use crate::error::transience::retry_class;
use crate::error::{Failure, Kind, Timeout};
use crate::operation::Operation;
use crate::request::Request;
use crate::request::error::RequestError;
use crate::response::from_response::{BodyMode, DecodeError};
use crate::response::reply::Reply;
use crate::stream::{ByteStream, CollectError};
use crate::text::redact::{Secrets, hide_all};
use crate::transport::{TransportError, TransportFuture};

/// The longest time to wait for the body of an error.
const ERROR_BODY_TIMEOUT: Duration = Duration::from_secs(5);

/// The longest limit of a timer; `Instant` can represent a time so far ahead on every platform.
const FOREVER: Duration = Duration::from_hours(24 * 365 * 30);

/// The attempts of one call.
pub(crate) struct CallLoop<'a> {
    client: &'a Client,
    operation: &'static Operation,
    request: &'a Request,
    options: &'a Options,
    expected: &'static ResponseSpec,
    begun: Instant,
    attempt_begun: Instant,
    /// The date that the attempt was signed with, if the scheme signs a date.
    signed_at: Option<SystemTime>,
    correction: Correction<'a>,
    /// The credentials of the last attempt, which no error may contain.
    secrets: Secrets,
    renewal: AuthRenewal,
    attempts: u32,
    /// Whether the last attempt may have been sent.
    sent: bool,
    /// Whether an earlier attempt may have been sent.
    sent_before: bool,
}

/// Whether the service rejected credentials that can be renewed. A call renews them once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AuthRenewal {
    Untried,
    Due,
    Tried,
}

/// The time limit that ends an attempt.
struct Limit {
    which: Timeout,
    length: Duration,
    end: Instant,
}

/// The future of a call without its types. It is at most 1 KiB long, a common size class of allocators; futures that
/// few calls need are boxed inside it.
pub(crate) type ResponseFuture = Pin<Box<dyn Future<Output = Result<CallResponse, Box<Failure>>> + Send>>;

/// The accepted response to a call.
pub(crate) struct CallResponse {
    pub(crate) reply: Reply,
    pub(crate) context: DecodeContext,
}

/// The part of a response that is needed to report that its reply cannot be read.
pub(crate) struct DecodeContext {
    operation: &'static str,
    attempts: u32,
    begun: Instant,
    status: StatusCode,
    request_id: Option<HeaderValue>,
    secrets: Secrets,
    span: Span,
}

impl DecodeContext {
    /// Returns the failure of a call whose response cannot be read.
    pub(crate) fn undecodable(self, error: DecodeError) -> Failure {
        let secrets = self.secrets.texts();
        let request_id = self.request_id.as_ref().and_then(|id| id.to_str().ok());
        let failure = Failure {
            operation: self.operation,
            attempts: self.attempts,
            sent: true,
            kind: Kind::Decode {
                status: self.status,
                request_id: request_id.map(|id| hide_all(&secrets, id).into_owned()),
                error: error.hiding(&secrets),
            },
        };
        trace::undecodable(&self.span, self.begun, &failure);
        failure
    }
}

impl<'a> CallLoop<'a> {
    pub(crate) fn new(
        client: &'a Client,
        operation: &'static Operation,
        request: &'a Request,
        options: &'a Options,
        expected: &'static ResponseSpec,
    ) -> Self {
        let begun = Instant::now();
        Self {
            client,
            operation,
            request,
            options,
            expected,
            begun,
            attempt_begun: begun,
            signed_at: None,
            correction: client.shared.skew.correction(),
            secrets: Secrets::default(),
            renewal: AuthRenewal::Untried,
            attempts: 0,
            sent: false,
            sent_before: false,
        }
    }

    /// Makes attempts until one is final or the time of the call is over.
    ///
    /// Here and below, a future is pinned before it is wrapped, since every wrapper would contain a copy of it
    /// otherwise.
    pub(crate) async fn run(&mut self) -> Result<CallResponse, Box<Failure>> {
        let span = trace::call(self.operation, self.request);
        let (result, span) = {
            let call = pin!(self.retry_loop());
            let mut call = call.instrument(span);
            ((&mut call).await, call.span().clone())
        };
        let outcome = result.as_ref().map_err(|failure| &failure.kind);
        trace::end(&span, self.begun, outcome, &self.secrets);
        span.record(trace::ATTEMPTS, self.attempts);
        let reply = result.inspect_err(|failure| trace::failed(&span, Some(self.begun), failure))?;
        let context = DecodeContext {
            operation: self.operation.name,
            attempts: self.attempts,
            begun: self.begun,
            status: reply.status(),
            request_id: reply.request_id_field().cloned(),
            secrets: std::mem::take(&mut self.secrets),
            span,
        };
        Ok(CallResponse { reply, context })
    }

    fn failure(&self, kind: Kind) -> Failure {
        Failure {
            operation: self.operation.name,
            attempts: self.attempts,
            sent: self.sent || self.sent_before,
            kind,
        }
    }

    fn broken(&self, error: TransportError) -> Kind {
        Kind::Transport(error.of_host(self.request.authority()))
    }

    fn auth(&self) -> Option<&'a dyn Auth> {
        self.client.auth(self.operation)
    }

    async fn retry_loop(&mut self) -> Result<Reply, Box<Failure>> {
        let bucket = &self.client.shared.bucket;
        let mut paid = None;
        loop {
            let failure = match self.with_timeout().await {
                Ok(reply) => {
                    self.correction.confirm();
                    bucket.give_back(paid);
                    return Ok(reply);
                }
                Err(failure) => failure,
            };
            if let Kind::Service(response) = &failure.kind
                && let Some(reason) = self.repairs(response)
            {
                trace::retry(&failure, reason, Duration::ZERO);
                continue;
            }
            let Some((pause, price)) = self.next_attempt(&failure) else {
                return Err(failure);
            };
            paid = Some(price);
            trace::retry(&failure, retry_class(&failure.kind).name(), pause);
            sleep(pause).await;
        }
    }

    /// Removes the fault that the service rejected in the signature or the credentials, and names it.
    fn repairs(&mut self, response: &ErrorResponse) -> Option<&'static str> {
        if self.corrects_clock(response) {
            Some("clock_skew")
        } else {
            self.renews_auth().then_some("credentials")
        }
    }

    /// Whether the service rejected the time of the signature and sent its own.
    fn corrects_clock(&mut self, response: &ErrorResponse) -> bool {
        let Some(signed_at) = self.signed_at else {
            return false;
        };
        self.replay() == Replay::Always && self.correction.read(response, self.client.now(), signed_at)
    }

    /// Whether the service rejected credentials that can be renewed. In this case it did not act on the request.
    fn renews_auth(&mut self) -> bool {
        let is_due = self.renewal == AuthRenewal::Due;
        if is_due {
            self.renewal = AuthRenewal::Tried;
        }
        is_due
    }

    /// Passes a rejection to the scheme before secrets are hidden in it: a challenge may repeat parts of the credentials, and
    /// the answer must repeat the challenge unchanged.
    fn refuse_auth(&mut self, reply: &Reply) {
        if self.renewal == AuthRenewal::Untried
            && reply.status() == StatusCode::UNAUTHORIZED
            && self.replay() != Replay::Never
            && let Some(auth) = self.auth()
            && auth.refuse(self.secrets.authorization(), reply)
        {
            self.renewal = AuthRenewal::Due;
        }
    }

    /// Whether the request may be sent again.
    fn replay(&self) -> Replay {
        if !self.request.is_repeatable() {
            Replay::Never
        } else if self.operation.idempotent || self.auth().is_some_and(Auth::repeats_all) {
            Replay::Always
        } else {
            Replay::Unsent
        }
    }

    /// Returns the pause before the next attempt and its price in retry tokens; `None` if the failure is final.
    fn next_attempt(&self, failure: &Failure) -> Option<(Duration, u32)> {
        let mut failed = self.options.retry.classify(failure, self.client.now());
        // Earlier attempts do not count: they were repeated, since the service did not act on them or may act again.
        failed.sent &= self.sent;
        let random = crate::text::random::unit();
        let pause = self.options.retry.pause(self.replay(), self.attempts, failed, random)?;
        // A pause that exceeds the time of the call is not started.
        if pause >= self.left(Instant::now()) {
            return None;
        }
        Some((pause, self.client.shared.bucket.take(failed.class)?))
    }

    /// Returns the time that is left for the call.
    fn left(&self, now: Instant) -> Duration {
        self.options.operation_timeout.saturating_sub(now - self.begun)
    }

    /// Makes one attempt within its time limit and that of the call.
    async fn with_timeout(&mut self) -> Result<Reply, Box<Failure>> {
        if self.attempts > 0 {
            self.attempt_begun = Instant::now();
            self.sent_before |= std::mem::take(&mut self.sent);
        }
        let end = self.limit().end;
        let span = trace::attempt(self.operation, self.request, self.attempts);
        self.attempts += 1;
        let (result, span) = {
            let attempt = pin!(self.attempt());
            let attempt = pin!(timeout_at(end, attempt));
            let mut attempt = attempt.instrument(span);
            ((&mut attempt).await, attempt.span().clone())
        };
        let result = result.unwrap_or_else(|_| {
            let Limit { which, length, .. } = self.limit();
            Err(Kind::Timeout { which, limit: length })
        });
        trace::end(&span, self.attempt_begun, result.as_ref(), &self.secrets);
        result.map_err(|kind| Box::new(self.failure(kind)))
    }

    fn limit(&self) -> Limit {
        let Options {
            attempt_timeout,
            operation_timeout,
            ..
        } = *self.options;
        let begun = self.attempt_begun;
        let left = self.left(begun);
        let (which, length) = if attempt_timeout <= left {
            (Timeout::Attempt, attempt_timeout)
        } else {
            (Timeout::Operation, operation_timeout)
        };
        let end = begun + attempt_timeout.min(left).min(FOREVER);
        Limit { which, length, end }
    }

    /// Signs and sends the request, and reads the response.
    async fn attempt(&mut self) -> Result<Reply, Kind> {
        let (head, mut body) = self.sign_and_send().await?.into_parts();
        let mode = (self.expected.body_mode)(head.status);
        if mode == Some(BodyMode::Streamed) {
            let body = body.within(
                self.options.attempt_timeout,
                self.request.authority(),
                TransportError::of_stream,
            );
            return Ok(Reply::streamed(head.status, head.headers, body));
        }
        let body = self.read(&head, &mut body, mode.is_some()).await?;
        let reply = Reply::new(head.status, head.headers, body);
        let errors = self.expected.errors;
        let is_error = match mode {
            None => true,
            Some(BodyMode::Parsed) => errors.and_then(|spec| spec.when).is_some_and(|when| when(&reply)),
            Some(_) => false,
        };
        if !is_error {
            return Ok(reply);
        }
        self.refuse_auth(&reply);
        Err(Kind::of(ErrorResponse::hiding(
            &self.secrets,
            reply.with_errors(errors),
        )))
    }

    /// Reads the body. An error is reported even if its body never arrives.
    async fn read(&self, head: &response::Parts, body: &mut ByteStream, accepted: bool) -> Result<Bytes, Kind> {
        if accepted {
            return self.collect(head, body).await;
        }
        let patience = self.limit().end.saturating_duration_since(Instant::now()) / 2;
        // Boxed, since few calls need this future.
        let body = Box::pin(timeout(patience.min(ERROR_BODY_TIMEOUT), self.collect(head, body))).await;
        Ok(body.ok().and_then(Result::ok).unwrap_or_default())
    }

    /// Reads a body into memory.
    async fn collect(&self, head: &response::Parts, body: &mut ByteStream) -> Result<Bytes, Kind> {
        let limit = self.options.max_response_bytes;
        if self.declared_length(head).is_some_and(|length| length > limit as u64) {
            return Err(Kind::TooLarge { limit });
        }
        body.collect(limit).await.map_err(|error| match error {
            CollectError::TooLarge => Kind::TooLarge { limit },
            CollectError::Interrupted(error) => self.broken(TransportError::of_body(error)),
        })
    }

    /// Signs and sends the request.
    async fn sign_and_send(&mut self) -> Result<http::Response<ByteStream>, Kind> {
        let mut request = self.request.attempt(self.client.default_headers());
        if let Some(auth) = self.auth() {
            self.client.check_plain_http(&request)?;
            request.set_skew(self.correction.seconds());
            let authorized = auth.authorize(&mut request, self.client.now()).await;
            authorized.map_err(Kind::Auth)?;
            self.signed_at = request.signed_at();
            self.secrets = request.secrets(self.request);
        }
        self.expected.add_accept(request.headers_mut());
        let response = self.dispatch(request)?;
        self.sent = true;
        response.await.map_err(|error| {
            self.sent = error.may_have_been_sent();
            self.broken(error)
        })
    }

    /// Passes a request to the transport.
    fn dispatch(&self, request: Request) -> Result<TransportFuture<'a>, Kind> {
        let (mut request, stream) = request
            .into_http()
            .map_err(|error| Kind::Refused(RequestError::Unsendable(format!("the URL cannot be sent: {error}"))))?;
        let transport = &self.client.shared.transport;
        if transport.reads_extensions() {
            request.extensions_mut().insert(self.operation);
        }
        Ok(match stream {
            None => transport.send(request),
            Some(stream) => transport.send_stream(request.map(|_| stream)),
        })
    }

    /// Returns the declared length of the body. Some responses declare the length of a body that they do not have (RFC
    /// 9110, section 8.6).
    fn declared_length(&self, head: &response::Parts) -> Option<u64> {
        let is_left_out = self.request.method() == Method::HEAD
            || [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED].contains(&head.status);
        let length = head.headers.get(CONTENT_LENGTH).filter(|_| !is_left_out)?;
        length.to_str().ok()?.parse().ok()
    }
}
