//! Failures that a test injects.

use http::StatusCode;
use http::header::{HeaderName, HeaderValue};

use crate::local::response::{self, Response};

/// A failure, injected with [`LocalChime::fail_next`](super::LocalChime::fail_next). It affects one request, or the
/// number set by [`times`](Self::times).
#[derive(Clone, Debug)]
pub struct Failure {
    pub(super) fault: InjectedFault,
    pub(super) times: usize,
}

/// The effect of a failure on a request.
#[derive(Clone, Debug)]
pub(super) enum InjectedFault {
    /// The operation is not performed, and this error is returned.
    Error(InjectedError),
    /// The operation is not performed, and the connection is closed.
    Disconnect,
    /// The operation is performed, then the connection is closed.
    LostAnswer,
    /// The operation is not performed, and the connection stays open without a response.
    Silence,
}

#[derive(Clone, Debug)]
pub(super) struct InjectedError {
    status: StatusCode,
    name: String,
    message: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl InjectedError {
    pub(super) fn into_response(self) -> Response {
        let mut response = response::error(self.status, &self.name, &self.message);
        response.headers_mut().extend(self.headers);
        response
    }
}

impl Failure {
    /// Returns an error with a status and a name, such as `503` and `"ServiceUnavailableException"`. It need not be one that
    /// Chime documents.
    ///
    /// The name is sent as `x-amzn-ErrorType`, and as `Code` without `Exception`. The operation is not performed.
    ///
    /// # Panics
    ///
    /// Panics if the status is not in 100..=999.
    #[expect(clippy::expect_used, reason = "a mistake in a test, which no request can reach")]
    #[track_caller]
    pub fn error(status: u16, name: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(status).expect("the status of an injected error must be in 100..=999");
        Self::new(InjectedFault::Error(InjectedError {
            status,
            name: name.into(),
            message: status.canonical_reason().unwrap_or("Injected").to_owned(),
            headers: Vec::new(),
        }))
    }

    /// Returns `429 ThrottledClientException`.
    pub fn throttled() -> Self {
        Self::error(429, "ThrottledClientException").message("Rate exceeded")
    }

    /// Closes the connection without a response. The operation is not performed.
    pub fn disconnect() -> Self {
        Self::new(InjectedFault::Disconnect)
    }

    /// Performs the operation, then closes the connection without a response. Idempotency tokens exist for this case.
    pub fn lost_answer() -> Self {
        Self::new(InjectedFault::LostAnswer)
    }

    /// Sends no response and keeps the connection open, until the client gives up. The operation is not performed.
    pub fn silence() -> Self {
        Self::new(InjectedFault::Silence)
    }

    /// Sets the `Message` of an [error](Self::error). Other failures ignore it.
    pub fn message(mut self, text: impl Into<String>) -> Self {
        if let InjectedFault::Error(error) = &mut self.fault {
            error.message = text.into();
        }
        self
    }

    /// Adds a header, such as `retry-after`, to an [error](Self::error). Other failures ignore it.
    ///
    /// # Panics
    ///
    /// Panics if the name or the value is not valid in HTTP.
    #[expect(clippy::expect_used, reason = "a mistake in a test, which no request can reach")]
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let InjectedFault::Error(error) = &mut self.fault {
            let name = name
                .parse()
                .expect("the header name of an injected error must be valid");
            let value = value
                .parse()
                .expect("the header value of an injected error must be valid");
            error.headers.push((name, value));
        }
        self
    }

    /// Sets how many requests fail; the default is 1.
    pub fn times(mut self, times: usize) -> Self {
        self.times = times;
        self
    }

    fn new(fault: InjectedFault) -> Self {
        Self { fault, times: 1 }
    }
}
