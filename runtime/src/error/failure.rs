//! The failure of a call without its error type, and its one-line message. Compiled once.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::Timeout;
use super::redirect;
use super::response::ErrorResponse;
use crate::request::error::RequestError;
use crate::response::from_response::DecodeError;
use crate::stream::BoxError;
use crate::text::excerpt::{chain, first_line, one_line};
use crate::transport::TransportError;

/// The reason why a call failed, and whether its request may have been sent.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) operation: &'static str,
    pub(crate) attempts: u32,
    pub(crate) sent: bool,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// The request is invalid.
    Refused(RequestError),
    /// No credentials were available, or the request could not be signed.
    Auth(BoxError),
    /// A time limit was reached.
    Timeout { which: Timeout, limit: Duration },
    /// The transport failed to send the request or to receive the response.
    Transport(TransportError),
    /// The response body is longer than allowed.
    TooLarge { limit: usize },
    /// A redirect, which is never followed, and its location without secrets.
    Redirect {
        response: ErrorResponse,
        location: Option<String>,
    },
    /// A response with an error status.
    Service(ErrorResponse),
    /// A response that cannot be read.
    Decode {
        status: StatusCode,
        request_id: Option<String>,
        error: DecodeError,
    },
    /// The request for the next page was already sent in this listing.
    RepeatedPage,
    /// The error of a test double.
    Double(String),
}

impl Kind {
    /// Classifies a response that is not a result.
    pub(crate) fn of(response: ErrorResponse) -> Self {
        if response.status().is_redirection() {
            let location = redirect::location(response.headers());
            Self::Redirect { response, location }
        } else {
            Self::Service(response)
        }
    }

    /// Returns the response of an error or a redirect.
    pub(crate) fn response(&self) -> Option<&ErrorResponse> {
        match self {
            Self::Service(response) | Self::Redirect { response, .. } => Some(response),
            _ => None,
        }
    }

    /// Returns the status of the response, if one was received.
    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Decode { status, .. } => Some(*status),
            _ => Some(self.response()?.status()),
        }
    }

    /// Returns the error code of the response.
    pub(crate) fn code(&self) -> Option<&str> {
        self.response()?.code()
    }

    /// Returns the id that the service assigned to the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        match self {
            Self::Decode { request_id, .. } => request_id.as_deref(),
            _ => self.response()?.request_id(),
        }
    }

    /// Returns whether the message was written on this machine and contains no argument: nothing in it is confidential.
    pub(crate) fn is_local(&self) -> bool {
        !matches!(
            self,
            Self::Refused(_) | Self::Redirect { .. } | Self::Service(_) | Self::Double(_)
        )
    }

    /// Returns the time limit that was reached, if any.
    pub(crate) fn timeout(&self) -> Option<Timeout> {
        match self {
            Self::Timeout { which, .. } => Some(*which),
            Self::Transport(error) if error.is_timeout() => Some(Timeout::Connect),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.operation, self.attempts) {
            ("", _) => {}
            (operation, 0 | 1) => write!(f, "{operation}: ")?,
            (operation, attempts) => write!(f, "{operation} ({attempts} attempts): ")?,
        }
        match &self.kind {
            Kind::Refused(RequestError::Invalid(violations)) => {
                for (index, violation) in violations.iter().enumerate() {
                    write!(f, "{}{violation}", if index == 0 { "" } else { "; " })?;
                }
                f.write_str(" (nothing was sent)")
            }
            Kind::Refused(RequestError::Unsendable(why)) => write!(f, "{why} (nothing was sent)"),
            // The message comes from this machine and may list long paths, hence the large limit.
            Kind::Auth(error) => {
                let why = chain(&**error);
                write!(f, "no credentials: {}{}", first_line(&why, 1000), self.sent_note())
            }
            Kind::Timeout { which, limit } => {
                let what = match which {
                    Timeout::Connect => "connecting took",
                    Timeout::Attempt => "an attempt took",
                    Timeout::Operation => "the call took",
                };
                write!(f, "{what} longer than {limit:?}{}", self.sent_note())
            }
            Kind::Transport(error) => write!(f, "{}{}", one_line(&error.to_string()), self.sent_note()),
            Kind::TooLarge { limit } => {
                write!(
                    f,
                    "the response is longer than {limit} bytes; raise `max_response_bytes` or return a `ByteStream`"
                )
            }
            Kind::Redirect { response, location } => {
                let status = response.status().as_u16();
                match location {
                    Some(location) => write!(f, "{status} redirect to {}, which is not followed", one_line(location)),
                    None if response.status() == StatusCode::NOT_MODIFIED => {
                        write!(f, "{response}; the result type `Conditional<T>` accepts it")
                    }
                    None => write!(f, "{response}, a redirect without a location"),
                }
            }
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
            Kind::RepeatedPage => f.write_str("the service returned the same page token twice; the stream ends here"),
            Kind::Double(error) => f.write_str(&one_line(error)),
        }
    }
}

impl Failure {
    /// Creates the failure of a call whose request was rejected before anything was sent.
    pub(crate) fn refused(operation: &'static str, error: RequestError) -> Self {
        Self {
            operation,
            attempts: 0,
            sent: false,
            kind: Kind::Refused(error),
        }
    }

    /// Creates the failure of a test double.
    pub(crate) fn of_double(kind: Kind) -> Self {
        Self {
            operation: "",
            attempts: 1,
            sent: true,
            kind,
        }
    }

    /// Describes whether the request was sent, for kinds of failure that do not imply it.
    fn sent_note(&self) -> &'static str {
        if self.sent {
            " (the request may have been sent)"
        } else {
            " (nothing was sent)"
        }
    }
}
