//! The error type of calls.

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

/// The reason why a call failed. `E` is the error type of the API, made from the error response of the service.
///
/// It displays as one line: `list_rooms: 404 NotFoundException: no such account (request id 8f2…)`, with the number of
/// attempts if there were several: `list_rooms (3 attempts): no connection to chime.example:443: …`.
///
/// ```
/// use std::process::ExitCode;
/// use rest_op::{Error, ErrorKind};
///
/// fn report<E>(result: Result<(), Error<E>>) -> ExitCode {
///     let Err(error) = result else {
///         return ExitCode::SUCCESS;
///     };
///     eprintln!("{error}");
///     ExitCode::from(match error.kind() {
///         ErrorKind::Refused => 64,
///         ErrorKind::Credentials => 77,
///         ErrorKind::Timeout | ErrorKind::Connection => 69,
///         ErrorKind::Service if error.is_retryable() => 75,
///         _ => 1,
///     })
/// }
/// ```
pub struct Error<E = ErrorResponse> {
    failure: Box<Failure>,
    service: Option<E>,
}

/// The kind of an [`Error`], which programs decide by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request was invalid and was not sent.
    Refused,
    /// No credentials were available, or the request could not be signed.
    Credentials,
    /// A time limit was reached.
    Timeout,
    /// The connection failed or broke.
    Connection,
    /// The service returned an error.
    Service,
    /// The service returned a redirect, which is not followed.
    Redirect,
    /// The response could not be read.
    Undecodable,
    /// The response is longer than the limit.
    TooLarge,
    /// The service returned the same page token twice.
    RepeatedPage,
}

/// The time limit that was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Timeout {
    /// The limit for connecting to the host.
    Connect,
    /// The limit for one attempt, from signing to the last byte of the response.
    Attempt,
    /// The limit for the whole call, including the pauses between attempts.
    Operation,
}

impl<E> Error<E> {
    pub(crate) fn new(failure: impl Into<Box<Failure>>) -> Self {
        Self {
            failure: failure.into(),
            service: None,
        }
    }

    /// Makes the typed error from the response of the service, if there is one.
    pub(crate) fn typed(failure: Box<Failure>, read: fn(ErrorResponse) -> E) -> Self {
        let service = failure.kind.response().cloned().map(read);
        Self { failure, service }
    }

    /// Returns the kind of the error.
    pub fn kind(&self) -> ErrorKind {
        match &self.failure.kind {
            kind if kind.timeout().is_some() => ErrorKind::Timeout,
            Kind::Refused(_) => ErrorKind::Refused,
            Kind::Auth(_) => ErrorKind::Credentials,
            Kind::Timeout { .. } => ErrorKind::Timeout,
            Kind::Transport(_) => ErrorKind::Connection,
            Kind::TooLarge { .. } => ErrorKind::TooLarge,
            Kind::Redirect { .. } => ErrorKind::Redirect,
            Kind::Service(_) | Kind::Double(_) => ErrorKind::Service,
            Kind::Decode { .. } => ErrorKind::Undecodable,
            Kind::RepeatedPage => ErrorKind::RepeatedPage,
        }
    }

    /// Returns the typed error, if the service returned an error.
    pub fn service(&self) -> Option<&E> {
        self.service.as_ref()
    }

    /// Returns the typed error by value, if the service returned an error.
    pub fn into_service(self) -> Option<E> {
        self.service
    }

    /// Returns the response, if it is an error or a redirect. Credentials of the request in it are replaced by `***`.
    pub fn response(&self) -> Option<&ErrorResponse> {
        self.failure.kind.response()
    }

    /// Returns the status code of the response, if one was received.
    pub fn status(&self) -> Option<StatusCode> {
        self.failure.kind.status()
    }

    /// Returns the error code of the response.
    pub fn code(&self) -> Option<&str> {
        self.failure.kind.code()
    }

    /// Returns the error message of the response.
    pub fn message(&self) -> Option<&str> {
        self.response()?.message()
    }

    /// Returns the id that the service assigned to the request.
    pub fn request_id(&self) -> Option<&str> {
        self.failure.kind.request_id()
    }

    /// Returns the name of the operation.
    pub fn operation(&self) -> &str {
        self.failure.operation
    }

    /// Returns the number of attempts, including one that failed before the request was sent.
    pub fn attempts(&self) -> u32 {
        self.failure.attempts
    }

    /// Returns whether a time limit was reached.
    pub fn is_timeout(&self) -> bool {
        self.timeout().is_some()
    }

    /// Returns the time limit that was reached.
    pub fn timeout(&self) -> Option<Timeout> {
        self.failure.kind.timeout()
    }

    /// Returns whether the same call may succeed later, such as after throttling, a time-out or an interrupted
    /// connection.
    pub fn is_retryable(&self) -> bool {
        transience::retry_class(&self.failure.kind) != RetryClass::Final
    }

    /// Returns whether the service throttles requests, by the status or code of the response.
    pub fn is_throttled(&self) -> bool {
        transience::retry_class(&self.failure.kind) == RetryClass::Throttled
    }

    /// Returns whether the service may have received the request, and so may have acted on it.
    pub fn may_have_been_sent(&self) -> bool {
        self.failure.sent
    }

    /// Returns the location of a redirect without user name, query and fragment, which may be secret. The full location
    /// is in the headers of the [response](Self::response).
    pub fn location(&self) -> Option<&str> {
        match &self.failure.kind {
            Kind::Redirect { location, .. } => location.as_deref(),
            _ => None,
        }
    }

    /// Returns the violations of the arguments that were rejected. In this case nothing was sent.
    pub fn violations(&self) -> &[Violation] {
        match &self.failure.kind {
            Kind::Refused(RequestError::Invalid(violations)) => violations,
            _ => &[],
        }
    }

    /// Returns the error of the transport or of the credentials that made the call fail, to find its type. Its `source`
    /// leads to further ones. The message of this error contains those of all of them.
    ///
    /// ```
    /// # use rest_op::Error;
    /// fn is_refused(error: &Error) -> bool {
    ///     let mut cause = error.cause();
    ///     while let Some(error) = cause {
    ///         if let Some(error) = error.downcast_ref::<std::io::Error>() {
    ///             return error.kind() == std::io::ErrorKind::ConnectionRefused;
    ///         }
    ///         cause = error.source();
    ///     }
    ///     false
    /// }
    /// ```
    #[inline]
    pub fn cause(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.failure.kind {
            Kind::Auth(error) => Some(&**error),
            Kind::Transport(error) => Some(error.cause()),
            _ => None,
        }
    }

    /// Returns the reason why the response could not be read.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.failure.kind {
            Kind::Decode { error, .. } => Some(error),
            _ => None,
        }
    }

    /// Creates the error of a test double, as if the service had returned `error`.
    pub fn from_service(error: E) -> Self
    where
        E: fmt::Display,
    {
        Self {
            failure: Box::new(Failure::of_double(Kind::Double(error.to_string()))),
            service: Some(error),
        }
    }

    /// Creates the error of a test double, as if the service had returned `response`.
    pub fn from_response(response: ErrorResponse) -> Self
    where
        E: crate::ApiError,
    {
        let failure = Failure::of_double(Kind::of(response.read_by(E::SPEC)));
        Self::typed(Box::new(failure), E::from_error_response)
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

/// It has no `source`, since the message contains those of all sources: see [`Error::cause`].
impl<E: fmt::Debug> std::error::Error for Error<E> {}
