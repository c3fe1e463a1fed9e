//! The one error type of calls, and what it answers.

use std::fmt;

use http::StatusCode;

pub(crate) use self::failure::{Failure, Kind};
use crate::check::Violation;
use crate::error::response::ErrorResponse;
use crate::error::transience::RetryClass;
use crate::request::error::RequestError;
use crate::response::from_response::DecodeError;

pub(crate) mod body;
mod failure;
pub(crate) mod problem;
pub(crate) mod redirect;
pub(crate) mod response;
pub(crate) mod transience;

/// Why a call failed; `E` is the error type of the API, made of what the service answered.
///
/// It displays as one line: `list_rooms: 404 NotFoundException: no such account (request id 8f2…)`.
pub struct Error<E = ErrorResponse> {
    failure: Box<Failure>,
    service: Option<E>,
}

/// Why a call failed, roughly: what a program decides by.
///
/// ```
/// use rest_op::{Error, ErrorKind};
///
/// /// The exit status of a command line tool, as `sysexits.h` has them.
/// fn exit_status(error: &Error) -> u8 {
///     match error.kind() {
///         ErrorKind::Refused => 64,                           // usage
///         ErrorKind::Undecodable => 65,                       // data
///         ErrorKind::Credentials => 77,                       // permission
///         ErrorKind::Timeout | ErrorKind::Connection => 69,   // unavailable
///         ErrorKind::Service if error.is_throttled() => 75,   // try again later
///         _ => 1,
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request could not be made; nothing was sent.
    Refused,
    /// The credentials could not be had, or the request not be signed with them.
    Credentials,
    /// A time limit was reached.
    Timeout,
    /// No connection could be made, or it broke.
    Connection,
    /// The service answered with an error.
    Service,
    /// The service answered with a redirect, which is not followed.
    Redirect,
    /// The response could not be read.
    Undecodable,
    /// The response is longer than the limit.
    TooLarge,
    /// The service gave the same page token twice.
    RepeatedPage,
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

impl<E> Error<E> {
    pub(crate) fn new(failure: impl Into<Box<Failure>>) -> Self {
        Self {
            failure: failure.into(),
            service: None,
        }
    }

    /// With what the service answered, if it did, as the API's own type.
    pub(crate) fn typed(failure: Box<Failure>, read: fn(ErrorResponse) -> E) -> Self {
        let service = failure.kind.response().cloned().map(read);
        Self { failure, service }
    }

    /// Makes the error that a test double answers with: as if the service had answered `error`.
    pub fn from_service(error: E) -> Self
    where
        E: fmt::Display,
    {
        Self {
            failure: Box::new(Failure::of_double(Kind::Double(error.to_string()))),
            service: Some(error),
        }
    }

    /// Makes the error that a test double answers with: as if the service had answered `response`.
    pub fn from_response(response: ErrorResponse) -> Self
    where
        E: crate::ApiError,
    {
        let failure = Failure::of_double(Kind::of(response));
        Self::typed(Box::new(failure), E::from_error_response)
    }

    /// Why the call failed.
    pub fn kind(&self) -> ErrorKind {
        match &self.failure.kind {
            Kind::Refused(_) => ErrorKind::Refused,
            Kind::Auth(_) => ErrorKind::Credentials,
            Kind::Timeout { .. } => ErrorKind::Timeout,
            Kind::Transport(error) if error.is_timeout() => ErrorKind::Timeout,
            Kind::Transport(_) => ErrorKind::Connection,
            Kind::TooLarge { .. } => ErrorKind::TooLarge,
            Kind::Redirect { .. } => ErrorKind::Redirect,
            Kind::Service(_) | Kind::Double(_) => ErrorKind::Service,
            Kind::Decode { .. } => ErrorKind::Undecodable,
            Kind::RepeatedPage => ErrorKind::RepeatedPage,
        }
    }

    /// The typed error, if the service answered with one.
    pub fn service(&self) -> Option<&E> {
        self.service.as_ref()
    }

    /// The typed error, if the service answered with one, by value.
    pub fn into_service(self) -> Option<E> {
        self.service
    }

    /// The answer with an error status or a redirect, as it came but for credentials of the request, which read `***`.
    pub fn response(&self) -> Option<&ErrorResponse> {
        self.failure.kind.response()
    }

    /// The status code of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.failure.kind {
            Kind::Decode { status, .. } => Some(*status),
            _ => Some(self.response()?.status()),
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
            Kind::Service(response) => transience::is_retryable(response),
            Kind::Transport(error) => error.is_transient(),
            Kind::Timeout { .. } => true,
            _ => false,
        }
    }

    /// Whether the service asks for fewer requests, by its status or the name of its error.
    pub fn is_throttled(&self) -> bool {
        matches!(&self.failure.kind, Kind::Service(response) if transience::retry_class(response) == RetryClass::Throttled)
    }

    /// Whether the service may have received the request, and so may have acted on it.
    pub fn may_have_been_sent(&self) -> bool {
        self.failure.sent
    }

    /// Where a redirect points to, less user name, query and fragment, which can be secret. The whole is in the headers of
    /// the [response](Self::response).
    pub fn location(&self) -> Option<&str> {
        match &self.failure.kind {
            Kind::Redirect { location, .. } => location.as_deref(),
            _ => None,
        }
    }

    /// The arguments that are not allowed; nothing was sent.
    pub fn violations(&self) -> &[Violation] {
        match &self.failure.kind {
            Kind::Refused(RequestError::Invalid(violations)) => violations,
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
            Kind::Decode { error, .. } => Some(error),
            _ => Some(self.response()?),
        }
    }
}
