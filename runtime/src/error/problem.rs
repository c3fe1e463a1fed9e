//! Problem details (RFC 9457): the error body that plain REST services agree on, as a ready error type.

// Inlined, so that only programs that use it compile it.

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
/// As the error type of an API it is made of every error, problem or not; what the body does not tell, the status does.
/// As the field of a variant it is made of JSON objects, and what is none becomes the `other` variant. A variant may be
/// known by the problem's type: `code = "https://example.com/probs/out-of-credit"`.
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
    texts: ScalarMembers,
}

impl Problem {
    /// The URI of the problem's type, by which programs tell problems apart; `about:blank` says no more than the status.
    pub fn problem_type(&self) -> &str {
        self.text("type").unwrap_or("about:blank")
    }

    /// A summary of the type, for people; the reason phrase of the status where there is none.
    pub fn title(&self) -> Option<&str> {
        self.text("title").or_else(|| self.response.status().canonical_reason())
    }

    /// The status code of the response.
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// What went wrong this time, for people.
    pub fn detail(&self) -> Option<&str> {
        self.text("detail")
    }

    /// The URI reference of this one occurrence.
    pub fn instance(&self) -> Option<&str> {
        self.text("instance")
    }

    /// A further member, if it is there and can be read as a `T`.
    pub fn extension<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        object::member(self.response.body(), name)
    }

    /// The response that the problem was made of.
    pub fn response(&self) -> &ErrorResponse {
        &self.response
    }

    /// A member that is a string; others of that name are passed over (RFC 9457, section 3.1).
    fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name)
    }
}

impl ApiError for Problem {
    #[inline]
    fn from_error_response(response: ErrorResponse) -> Self {
        Self {
            texts: ScalarMembers::of(response.body()),
            response,
        }
    }
}

impl FromResponse for Problem {
    #[inline]
    fn from_response(reply: Reply) -> Result<Self, DecodeError> {
        let problem = Self::from_error_response(ErrorResponse::from_reply(reply));
        if !object::has_members(problem.response.body()) {
            let reply = problem.response.to_reply();
            return Err(DecodeError::new(".", "the body is no problem (RFC 9457)", &reply));
        }
        Ok(problem)
    }
}

/// One line: `403 You do not have enough credit: Your current balance is 30, but that costs 50.`
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

/// Leaves the further members out, which can hold what is not to be logged.
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
