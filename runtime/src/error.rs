//! The one error type of calls, and what it answers.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::check::Violation;
use crate::error_response::{ErrorResponse, first_line, one_line};
use crate::from_response::DecodeError;
use crate::stream::BoxError;
use crate::transport::TransportError;

/// Why a call failed; `E` is the error type of the API, made of what the service answered.
///
/// It displays as one line: `list_rooms: 404 NotFoundException: no such account (request id 8f2…)`.
pub struct Error<E = ErrorResponse> {
    failure: Box<Failure>,
    service: Option<E>,
}

/// Which of the three time limits was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Timeout {
    /// Connecting to the host.
    Connect,
    /// One attempt, from its first byte to the last one of the response.
    Attempt,
    /// The whole call, pauses between attempts included.
    Operation,
}

/// Why a call failed, whatever its error type: compiled once.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) operation: &'static str,
    pub(crate) attempts: u32,
    pub(crate) sent: bool,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// The request cannot be made.
    Refused(Refusal),
    /// The credentials could not be had, or the request not be signed.
    Auth(BoxError),
    /// A time limit was reached.
    Timeout { which: Timeout, limit: Duration },
    /// The exchange of messages failed.
    Transport(TransportError),
    /// The response body is longer than allowed.
    TooLarge { limit: usize },
    /// A redirect, which is never followed.
    Redirect {
        status: StatusCode,
        location: Option<String>,
    },
    /// An answer with an error status.
    Service(ErrorResponse),
    /// An answer that cannot be read.
    Decode {
        status: StatusCode,
        request_id: Option<String>,
        error: DecodeError,
    },
    /// The service gave the token of this page as that of the next one.
    RepeatedPage,
    /// What a test double said.
    Double(String),
}

/// Why a request cannot be made.
#[derive(Clone, Debug)]
pub(crate) enum Refusal {
    /// Arguments that are not allowed.
    Invalid(Vec<Violation>),
    /// It cannot be sent as it is: why, and what to do.
    Unsendable(String),
}

impl Refusal {
    pub(crate) fn unsendable(why: impl Into<String>) -> Self {
        Self::Unsendable(why.into())
    }

    /// The failure of a call of which nothing was sent.
    pub(crate) fn of(self, operation: &'static str) -> Failure {
        Failure {
            operation,
            attempts: 0,
            sent: false,
            kind: Kind::Refused(self),
        }
    }
}

impl<E> Error<E> {
    pub(crate) fn new(failure: Failure) -> Self {
        Self {
            failure: Box::new(failure),
            service: None,
        }
    }

    pub(crate) fn of_service(failure: Failure, service: E) -> Self {
        Self {
            failure: Box::new(failure),
            service: Some(service),
        }
    }

    /// Makes the error that a test double answers with: as if the service had answered `error`.
    pub fn from_service(error: E) -> Self
    where
        E: fmt::Display,
    {
        let kind = Kind::Double(error.to_string());
        Self::of_service(
            Failure {
                operation: "",
                attempts: 1,
                sent: true,
                kind,
            },
            error,
        )
    }

    /// Makes the error that a test double answers with: as if the service had answered `response`.
    pub fn from_response(response: ErrorResponse) -> Self
    where
        E: crate::ApiError,
    {
        let kind = Kind::Service(response.clone());
        Self::of_service(
            Failure {
                operation: "",
                attempts: 1,
                sent: true,
                kind,
            },
            E::from_error_response(response),
        )
    }

    /// The typed error, if the service answered with one.
    pub fn service(&self) -> Option<&E> {
        self.service.as_ref()
    }

    /// The typed error, if the service answered with one, by value.
    pub fn into_service(self) -> Option<E> {
        self.service
    }

    /// The answer with an error status, as it came.
    pub fn response(&self) -> Option<&ErrorResponse> {
        match &self.failure.kind {
            Kind::Service(response) => Some(response),
            _ => None,
        }
    }

    /// The status code of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.failure.kind {
            Kind::Service(response) => Some(response.status()),
            Kind::Redirect { status, .. } | Kind::Decode { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// The name of the error that the service answered with.
    pub fn code(&self) -> Option<&str> {
        self.response()?.code()
    }

    /// The message that the service answered with.
    pub fn message(&self) -> Option<&str> {
        self.response()?.message()
    }

    /// The id that the service gave the request.
    pub fn request_id(&self) -> Option<&str> {
        match &self.failure.kind {
            Kind::Decode { request_id, .. } => request_id.as_deref(),
            _ => self.response()?.request_id(),
        }
    }

    /// The name of the operation.
    pub fn operation(&self) -> &str {
        self.failure.operation
    }

    /// How many times the request was sent, or was about to be.
    pub fn attempts(&self) -> u32 {
        self.failure.attempts
    }

    /// Whether a time limit was reached.
    pub fn is_timeout(&self) -> bool {
        self.timeout().is_some()
    }

    /// Which time limit was reached.
    pub fn timeout(&self) -> Option<Timeout> {
        match &self.failure.kind {
            Kind::Timeout { which, .. } => Some(*which),
            Kind::Transport(error) if error.is_timeout() => Some(Timeout::Connect),
            _ => None,
        }
    }

    /// Whether the same call may succeed later: throttled, unavailable, interrupted.
    pub fn is_retryable(&self) -> bool {
        match &self.failure.kind {
            Kind::Service(response) => crate::retry::is_retryable(response),
            Kind::Transport(error) => error.is_transient(),
            Kind::Timeout { .. } => true,
            _ => false,
        }
    }

    /// Whether the service may have received the request, and so may have acted on it.
    pub fn may_have_been_sent(&self) -> bool {
        self.failure.sent
    }

    /// Where a redirect points to, without credentials.
    pub fn location(&self) -> Option<&str> {
        match &self.failure.kind {
            Kind::Redirect { location, .. } => location.as_deref(),
            _ => None,
        }
    }

    /// The arguments that are not allowed; nothing was sent.
    pub fn violations(&self) -> &[Violation] {
        match &self.failure.kind {
            Kind::Refused(Refusal::Invalid(violations)) => violations,
            _ => &[],
        }
    }

    /// What could not be read of the answer.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.failure.kind {
            Kind::Decode { error, .. } => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.operation.is_empty() {
            write!(f, "{}: ", self.operation)?;
        }
        match &self.kind {
            Kind::Refused(Refusal::Invalid(violations)) => {
                for (index, violation) in violations.iter().enumerate() {
                    write!(f, "{}{violation}", if index == 0 { "" } else { "; " })?;
                }
                f.write_str(" (nothing was sent)")
            }
            Kind::Refused(Refusal::Unsendable(why)) => write!(f, "{why} (nothing was sent)"),
            // Of this machine, and as long as the paths that were looked at.
            Kind::Auth(error) => {
                let why = chain(&**error);
                write!(f, "no credentials: {}{}", first_line(&why, 1000), self.fate())
            }
            Kind::Timeout { which, limit } => {
                let what = match which {
                    Timeout::Connect => "connecting took",
                    Timeout::Attempt => "an attempt took",
                    Timeout::Operation => "the call took",
                };
                write!(f, "{what} longer than {limit:?}{}", self.fate())
            }
            Kind::Transport(error) => write!(f, "{}{}", one_line(&error.to_string()), self.fate()),
            Kind::TooLarge { limit } => {
                write!(
                    f,
                    "the response is longer than {limit} bytes; raise `max_response_bytes` or take a `ByteStream`"
                )
            }
            Kind::Redirect { status, location } => match location {
                Some(location) => {
                    write!(
                        f,
                        "{} redirect to {}, which is not followed",
                        status.as_u16(),
                        one_line(location)
                    )
                }
                None => write!(f, "{} redirect without a location", status.as_u16()),
            },
            Kind::Service(response) => write!(f, "{response}"),
            Kind::Decode {
                status,
                request_id,
                error,
            } => {
                write!(
                    f,
                    "{} with a body that cannot be read: {}",
                    status.as_u16(),
                    one_line(&error.to_string())
                )?;
                match request_id {
                    Some(id) => write!(f, " (request id {})", one_line(id)),
                    None => Ok(()),
                }
            }
            Kind::RepeatedPage => f.write_str("the service gave the same page token twice; the stream ends here"),
            Kind::Double(error) => f.write_str(&one_line(error)),
        }
    }
}

impl Failure {
    /// What became of the request, for failures in which that is not plain.
    fn fate(&self) -> &'static str {
        if self.sent {
            " (the request may have been sent)"
        } else {
            " (nothing was sent)"
        }
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failure.fmt(f)
    }
}

impl<E: fmt::Debug> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("operation", &self.failure.operation)
            .field("attempts", &self.failure.attempts)
            .field("kind", &self.failure.kind)
            .field("service", &self.service)
            .finish()
    }
}

impl<E: fmt::Debug> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.failure.kind {
            Kind::Auth(error) => Some(&**error),
            Kind::Transport(error) => Some(error),
            Kind::Service(response) => Some(response),
            Kind::Decode { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// An error and its sources, joined by colons.
pub(crate) fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        let message = source.to_string();
        if !text.contains(&message) {
            text = format!("{text}: {message}");
        }
        next = source.source();
    }
    text
}
