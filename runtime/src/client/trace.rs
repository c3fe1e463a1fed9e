//! The `tracing` spans of a call and of its attempts, with the names of OpenTelemetry's conventions for HTTP clients.
//! They contain no URL and no header, since path, query and headers may be confidential.
//!
//! Without a subscriber, a span costs the check of a flag.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;
use tracing::Span;
use tracing::field::{Empty, display};

use crate::error::response::ErrorResponse;
use crate::error::{Kind, Timeout};
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
        otel.name = %Name(operation),
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
        otel.name = %Name(operation),
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
        Err(kind) => {
            let response = kind.response();
            (
                response.map(ErrorResponse::status),
                response.and_then(ErrorResponse::request_id),
            )
        }
    };
    if let Some(status) = status {
        span.record(STATUS, status.as_u16());
    }
    if let Some(id) = request_id {
        span.record(REQUEST_ID, &*one_line(&hide_all(&secrets.texts(), id)));
    }
    if let Err(kind) = result {
        let code = kind.response().and_then(ErrorResponse::code).map(one_line);
        match (status, &code) {
            (Some(status), _) if !status.is_success() => span.record(ERROR_TYPE, display(status.as_u16())),
            (Some(_), Some(code)) => span.record(ERROR_TYPE, &**code),
            _ => span.record(ERROR_TYPE, error_type(kind)),
        };
        if let Some(code) = code {
            span.record(ERROR_CODE, &*code);
        }
    }
}

/// Records that the response to a call could not be read.
pub(crate) fn undecodable(span: &Span) {
    span.record(ERROR_TYPE, "decode");
}

/// Logs the pause before the next attempt.
pub(super) fn pause(attempts: u32, pause: Duration) {
    tracing::debug!(target: "rest_op", attempts, ?pause, "trying again");
}

/// The kind of a failure that has no status.
fn error_type(kind: &Kind) -> &'static str {
    match (kind.timeout(), kind) {
        (Some(Timeout::Connect), _) => "timeout.connect",
        (Some(Timeout::Attempt), _) => "timeout.attempt",
        (Some(Timeout::Operation), _) => "timeout.operation",
        (None, Kind::Transport(_)) => "transport",
        (None, Kind::TooLarge { .. }) => "too_large",
        (None, Kind::Auth(_)) => "auth",
        (None, _) => "_OTHER",
    }
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
struct Name(&'static Operation);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.method(), self.0.template())
    }
}
