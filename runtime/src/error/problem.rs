//! Problem details (RFC 9457) as an error type.

use std::fmt;

use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::error::body::ScalarMembers;
use crate::error::response::{ApiError, ErrorResponse};
use crate::format::json::object;
use crate::response::from_response::{DecodeError, FromResponse};
use crate::response::reply::Reply;
use crate::text::excerpt::one_line;

/// An error in the form of `application/problem+json`.
///
/// As the error type of an API, it is made from every error response; members that the body lacks are derived from the
/// status. As the field of a variant, it is made from JSON objects; any other body becomes the `other` variant. The
/// type of a problem selects a variant: `code = "https://example.com/probs/out-of-credit"`.
///
/// ```
/// use rest_op::{Api, ApiError, Call, Client, ErrorResponse, Problem, rest_op};
///
/// pub trait Accounts: Api {
///     #[rest_op(POST, "/accounts/<id>/orders")]
///     fn order(&self, id: &str) -> Call<(), Problem>;
/// }
/// impl Accounts for Client {}
///
/// async fn order(accounts: &Client) {
///     if let Err(error) = accounts.order("12345").await
///         && let Some(problem) = error.service()
///         && problem.problem_type() == "https://example.com/probs/out-of-credit"
///     {
///         let balance: Option<u32> = problem.extension("balance");
///         println!("{}: {balance:?}", problem.title().unwrap_or("out of credit"));
///     }
/// }
/// ```
#[derive(Clone)]
pub struct Problem {
    response: ErrorResponse,
    members: ScalarMembers,
}

impl Problem {
    /// Returns the URI of the problem's type; `about:blank` means that the status describes the problem.
    pub fn problem_type(&self) -> &str {
        self.text("type").unwrap_or("about:blank")
    }

    /// Returns a summary of the type for people, or the reason phrase of the status.
    pub fn title(&self) -> Option<&str> {
        self.text("title").or_else(|| self.response.status().canonical_reason())
    }

    /// Returns the status code of the response.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// Returns the explanation of this occurrence for people.
    pub fn detail(&self) -> Option<&str> {
        self.text("detail")
    }

    /// Returns the URI reference of this occurrence.
    pub fn instance(&self) -> Option<&str> {
        self.text("instance")
    }

    /// Returns an extension member, if it is present and can be read as a `T`.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        object::member(self.response.body(), name)
    }

    /// Returns the response that the problem was made from.
    pub fn response(&self) -> &ErrorResponse {
        &self.response
    }

    /// A member that is a string; members of other types are ignored (RFC 9457, section 3.1).
    fn text(&self, name: &str) -> Option<&str> {
        self.members.get(name)
    }
}

impl ApiError for Problem {
    #[inline]
    fn from_error_response(response: ErrorResponse) -> Self {
        Self {
            members: ScalarMembers::of(response.body()),
            response,
        }
    }
}

impl AsRef<ErrorResponse> for Problem {
    #[inline]
    fn as_ref(&self) -> &ErrorResponse {
        &self.response
    }
}

impl FromResponse for Problem {
    #[inline]
    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        let problem = Self::from_error_response(ErrorResponse::from_reply(reply));
        if !object::has_members(problem.response.body()) {
            let reply = problem.response.to_reply();
            return Err(DecodeError::new(".", "the body is not a problem (RFC 9457)", &reply));
        }
        Ok(problem)
    }
}

/// Displays as one line: `403 You do not have enough credit: Your current balance is 30, but that costs 50.`
impl fmt::Display for Problem {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status().as_u16())?;
        if let Some(title) = self.title() {
            write!(f, " {}", one_line(title).trim_end_matches('.'))?;
        }
        match self.detail() {
            Some(detail) => write!(f, ": {}", one_line(detail)),
            None => Ok(()),
        }
    }
}

/// Omits the extension members, which may be confidential.
impl fmt::Debug for Problem {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("type", &one_line(self.problem_type()))
            .field("title", &self.title().map(one_line))
            .field("status", &self.status().as_u16())
            .field("detail", &self.detail().map(one_line))
            .field("instance", &self.instance().map(one_line))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Problem {}
