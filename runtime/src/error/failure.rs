//! Why a call failed, whatever its error type, and the one line that says so: compiled once.

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

/// Why a call failed, and what became of its request.
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
    Refused(RequestError),
    /// The credentials could not be had, or the request not be signed.
    Auth(BoxError),
    /// A time limit was reached.
    Timeout { which: Timeout, limit: Duration },
    /// The exchange of messages failed.
    Transport(TransportError),
    /// The response body is longer than allowed.
    TooLarge { limit: usize },
    /// A redirect, which is never followed, and where it points to.
    Redirect {
        response: ErrorResponse,
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

impl Kind {
    /// What a response tells that is no result.
    pub(crate) fn of(response: ErrorResponse) -> Self {
        if response.status().is_redirection() {
            let location = redirect::location(response.headers());
            Self::Redirect { response, location }
        } else {
            Self::Service(response)
        }
    }

    /// That response.
    pub(crate) fn response(&self) -> Option<&ErrorResponse> {
        match self {
            Self::Service(response) | Self::Redirect { response, .. } => Some(response),
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
            Kind::Refused(RequestError::Invalid(violations)) => {
                for (index, violation) in violations.iter().enumerate() {
                    write!(f, "{}{violation}", if index == 0 { "" } else { "; " })?;
                }
                f.write_str(" (nothing was sent)")
            }
            Kind::Refused(RequestError::Unsendable(why)) => write!(f, "{why} (nothing was sent)"),
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
            Kind::Redirect { response, location } => {
                let status = response.status().as_u16();
                match location {
                    Some(location) => write!(f, "{status} redirect to {}, which is not followed", one_line(location)),
                    None if response.status() == StatusCode::NOT_MODIFIED => {
                        write!(f, "{response}; a result `Conditional<T>` takes that")
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
            Kind::RepeatedPage => f.write_str("the service gave the same page token twice; the stream ends here"),
            Kind::Double(error) => f.write_str(&one_line(error)),
        }
    }
}

impl Failure {
    /// The failure of a call of which nothing was sent.
    pub(crate) fn refused(operation: &'static str, error: RequestError) -> Self {
        Self {
            operation,
            attempts: 0,
            sent: false,
            kind: Kind::Refused(error),
        }
    }

    /// What a test double answers with.
    pub(super) fn of_double(kind: Kind) -> Self {
        Self {
            operation: "",
            attempts: 1,
            sent: true,
            kind,
        }
    }

    /// What became of the request, for failures in which that is not plain.
    fn fate(&self) -> &'static str {
        if self.sent {
            " (the request may have been sent)"
        } else {
            " (nothing was sent)"
        }
    }
}
