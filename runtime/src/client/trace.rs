//! The `tracing` spans of a call and of its attempts, and the events of retries and failed calls, with the names of
//! OpenTelemetry's conventions for HTTP clients. They contain no URL and no header, since path, query and headers may be
//! confidential.
//!
//! Without a subscriber, a span costs the check of a flag.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use tokio::time::Instant;
use tracing::Span;
use tracing::field::Empty;

use crate::error::{Failure, Kind, Timeout};
use crate::operation::Operation;
use crate::request::Request;
use crate::response::reply::Reply;
use crate::text::excerpt::one_line;
use crate::text::redact::{Secrets, hide_all};

/// The number of attempts of a call.
pub(super) const ATTEMPTS: &str = "rest_op.attempts";
const STATUS: &str = "http.response.status_code";
const REQUEST_ID: &str = "aws.request_id";
const ERROR_TYPE: &str = "error.type";
const ERROR_CODE: &str = "rest_op.error.code";
const DURATION: &str = "http.client.request.duration";

/// Creates the span of a call.
pub(super) fn call(operation: &'static Operation, request: &Request) -> Span {
    tracing::info_span!(
        target: "rest_op",
        "call",
        otel.name = %SpanName(operation),
        otel.kind = "client",
        rest_op.operation = operation.name,
        code.function.name = %Path(operation),
        http.request.method = %request.method(),
        url.template = %operation.template(),
        server.address = server(request).0,
        server.port = server(request).1,
        "rest_op.attempts" = Empty,
        "http.response.status_code" = Empty,
        "aws.request_id" = Empty,
        "error.type" = Empty,
        "rest_op.error.code" = Empty,
        "http.client.request.duration" = Empty,
    )
}

/// Creates the span of one attempt, which follows `resent` others.
pub(super) fn attempt(operation: &'static Operation, request: &Request, resent: u32) -> Span {
    tracing::debug_span!(
        target: "rest_op",
        "attempt",
        otel.name = %SpanName(operation),
        otel.kind = "client",
        http.request.method = %request.method(),
        http.request.resend_count = (resent > 0).then_some(resent),
        url.template = %operation.template(),
        server.address = server(request).0,
        server.port = server(request).1,
        "http.response.status_code" = Empty,
        "aws.request_id" = Empty,
        "error.type" = Empty,
        "rest_op.error.code" = Empty,
        "http.client.request.duration" = Empty,
    )
}

/// Records the result of a call or an attempt.
pub(super) fn end(span: &Span, begun: Instant, result: Result<&Reply, &Kind>, secrets: &Secrets) {
    if span.is_disabled() {
        return;
    }
    span.record(DURATION, begun.elapsed().as_secs_f64());
    let (status, request_id) = match result {
        Ok(reply) => (Some(reply.status()), reply.request_id()),
        Err(kind) => (kind.status(), kind.request_id()),
    };
    if let Some(status) = status {
        span.record(STATUS, status.as_u16());
    }
    if let Some(id) = request_id {
        span.record(REQUEST_ID, &*one_line(&hide_all(&secrets.texts(), id)));
    }
    if let Err(kind) = result {
        span.record(ERROR_TYPE, &*error_type(kind));
        if let Some(code) = kind.code() {
            span.record(ERROR_CODE, &*one_line(code));
        }
    }
}

/// Logs that the response to a call could not be read.
pub(crate) fn undecodable(span: &Span, begun: Instant, failure: &Failure) {
    span.record(ERROR_TYPE, &*error_type(&failure.kind));
    failed(span, Some(begun), failure);
}

/// Logs the failure of a call that was not sent, or of a listing.
pub(crate) fn refused(failure: &Failure) {
    failed(&Span::none(), None, failure);
}

/// Logs the failure of a call, once.
pub(super) fn failed(span: &Span, begun: Option<Instant>, failure: &Failure) {
    let kind = &failure.kind;
    span.in_scope(|| {
        tracing::info!(
            target: "rest_op",
            {
                "rest_op.operation" = failure.operation,
                "rest_op.attempts" = failure.attempts,
                "http.response.status_code" = kind.status().map(|status| status.as_u16()),
                "aws.request_id" = kind.request_id().map(one_line).as_deref(),
                "error.type" = &*error_type(kind),
                "rest_op.error.code" = kind.code().map(one_line).as_deref(),
                "rest_op.error.message" = kind.is_local().then(|| failure.to_string()),
                "http.client.request.duration" = begun.map(|begun| begun.elapsed().as_secs_f64())
            },
            "call failed"
        );
    });
}

/// Logs why there is another attempt, and the pause before it.
pub(super) fn retry(failure: &Failure, reason: &'static str, pause: Duration) {
    let kind = &failure.kind;
    tracing::debug!(
        target: "rest_op",
        {
            "rest_op.operation" = failure.operation,
            "rest_op.attempts" = failure.attempts,
            "rest_op.retry.reason" = reason,
            "rest_op.retry.pause" = pause.as_secs_f64(),
            "http.response.status_code" = kind.status().map(|status| status.as_u16()),
            "aws.request_id" = kind.request_id().map(one_line).as_deref(),
            "error.type" = &*error_type(kind),
            "rest_op.error.code" = kind.code().map(one_line).as_deref()
        },
        "retrying"
    );
}

/// The `error.type` of a failure: its status, the code of an error with a status of success, or a name.
fn error_type(kind: &Kind) -> Cow<'_, str> {
    let name = match (kind.timeout(), kind) {
        (Some(Timeout::Connect), _) => "timeout.connect",
        (Some(Timeout::Attempt), _) => "timeout.attempt",
        (Some(Timeout::Operation), _) => "timeout.operation",
        (None, Kind::Refused(_)) => "refused",
        (None, Kind::Auth(_)) => "auth",
        (None, Kind::Transport(_)) => "transport",
        (None, Kind::TooLarge { .. }) => "too_large",
        (None, Kind::Decode { .. }) => "decode",
        (None, Kind::RepeatedPage) => "repeated_page",
        (None, _) => match (kind.status(), kind.code()) {
            (Some(status), _) if !status.is_success() => return status.as_u16().to_string().into(),
            (_, Some(code)) => return one_line(code),
            _ => "_OTHER",
        },
    };
    name.into()
}

/// The host and port of a request.
fn server(request: &Request) -> (&str, u16) {
    let authority = request.authority();
    let default = if request.url().starts_with("https:") { 443 } else { 80 };
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse().unwrap_or(default)),
        _ => (authority, default),
    }
}

/// `chime_rooms::api::list_rooms`: where the operation is declared.
struct Path(&'static Operation);

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.0.module(), self.0.name())
    }
}

/// `GET /accounts/{account_id}/rooms`, the name of the span for OpenTelemetry.
struct SpanName(&'static Operation);

impl fmt::Display for SpanName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.method(), self.0.template())
    }
}
