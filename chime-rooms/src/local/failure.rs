//! Failures that a test has the service answer with.

use http::StatusCode;
use http::header::{HeaderName, HeaderValue};

use crate::local::response::{self, Answer};

/// What happens to a request instead of, or after, its operation.
#[derive(Clone, Debug)]
pub(super) enum Fate {
    /// Answered with this error; the operation is not carried out.
    Error {
        status: StatusCode,
        name: String,
        message: String,
        headers: Vec<(HeaderName, HeaderValue)>,
    },
    /// The connection is closed; the operation is not carried out.
    Disconnect,
    /// The operation is carried out, then the connection is closed.
    LostAnswer,
    /// Nothing is answered, and the connection stays open.
    Silence,
}

/// A failure to inject with [`LocalChime::fail_next`](super::LocalChime::fail_next): once, or as many [`times`](Self::times) as said.
#[derive(Clone, Debug)]
pub struct Failure {
    pub(super) fate: Fate,
    pub(super) times: usize,
}

impl Failure {
    /// An error by status and name, such as `503` and `"ServiceUnavailableException"`: documented or not.
    ///
    /// The name goes out as `x-amzn-ErrorType`, its stem as `Code`. The operation is not carried out.
    ///
    /// # Panics
    ///
    /// Panics where the status is not one (100 to 999).
    #[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from the wire")]
    pub fn error(status: u16, name: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(status).expect("a status is a number from 100 to 999");
        let message = status.canonical_reason().unwrap_or("Injected").to_owned();
        Self::of(Fate::Error {
            status,
            name: name.into(),
            message,
            headers: Vec::new(),
        })
    }

    /// The error of a caller that sends too much: `429 ThrottledClientException`.
    pub fn throttled() -> Self {
        Self::error(429, "ThrottledClientException").message("Rate exceeded")
    }

    /// The connection is closed without an answer, and the operation is not carried out.
    pub fn disconnect() -> Self {
        Self::of(Fate::Disconnect)
    }

    /// The operation is carried out, then the connection is closed without an answer: what idempotency tokens are for.
    pub fn lost_answer() -> Self {
        Self::of(Fate::LostAnswer)
    }

    /// Nothing is answered for as long as the client waits: what time-outs are for. The operation is not carried out.
    pub fn silence() -> Self {
        Self::of(Fate::Silence)
    }

    /// Sets the `Message` of an [error](Self::error); other failures have none.
    pub fn message(mut self, text: impl Into<String>) -> Self {
        if let Fate::Error { message, .. } = &mut self.fate {
            *message = text.into();
        }
        self
    }

    /// Adds a header to an [error](Self::error), such as `retry-after`; other failures have none.
    ///
    /// # Panics
    ///
    /// Panics where the name or the value is not legal in HTTP.
    #[expect(clippy::expect_used, reason = "a mistake in a test, not reachable from the wire")]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Fate::Error { headers, .. } = &mut self.fate {
            let name = name.parse().expect("the name of a header");
            let value = value.parse().expect("the value of a header");
            headers.push((name, value));
        }
        self
    }

    /// Has the failure befall so many requests instead of one.
    pub fn times(mut self, times: usize) -> Self {
        self.times = times;
        self
    }

    fn of(fate: Fate) -> Self {
        Self { fate, times: 1 }
    }
}

/// Answers the error of a [`Fate::Error`].
pub(super) fn answer(status: StatusCode, name: &str, message: &str, headers: Vec<(HeaderName, HeaderValue)>) -> Answer {
    let mut answer = response::modelled(status, name, message);
    answer.headers_mut().extend(headers);
    answer
}
