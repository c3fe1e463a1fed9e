//! The service, independent of the server: it records a request, injects a failure or verifies and performs it, and
//! returns the response.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use http::StatusCode;
use http::header::{DATE, HeaderValue};
use time::OffsetDateTime;

use crate::local::failure::{Failure, InjectedFault};
use crate::local::operations::{self, Context, Limits};
use crate::local::request::RecordedRequest;
use crate::local::response::{self, Response};
use crate::local::route::route;
use crate::local::sigv4::Verifier;
use crate::local::state::State;
use crate::local::target::Target;
use crate::local::timestamp;
use crate::local::uuid::uuid;

/// Returns the current time, as the service sees it.
pub(super) type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// The service: its configuration and its state.
pub(super) struct Service {
    verifier: Verifier,
    limits: Limits,
    clock: Clock,
    state: Mutex<State>,
    log: Mutex<Log>,
}

/// The requests so far, and the failures still to be injected.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) requests: Vec<RecordedRequest>,
    pub(super) failures: VecDeque<Failure>,
    responses: u64,
}

impl Log {
    fn next_fault(&mut self) -> Option<InjectedFault> {
        while let Some(failure) = self.failures.front_mut() {
            if let Some(left) = failure.times.checked_sub(1) {
                failure.times = left;
                return Some(failure.fault.clone());
            }
            self.failures.pop_front();
        }
        None
    }
}

impl Service {
    pub(super) fn new(verifier: Verifier, limits: Limits, clock: Clock, state: State) -> Self {
        Self {
            verifier,
            limits,
            clock,
            state: Mutex::new(state),
            log: Mutex::default(),
        }
    }

    /// Responds to a request. An error closes the connection without a response.
    pub(super) async fn respond(&self, request: RecordedRequest) -> io::Result<Response> {
        let fault = {
            let mut log = self.log();
            log.requests.push(request.clone());
            log.next_fault()
        };
        let response = match fault {
            None => self.perform(&request),
            Some(InjectedFault::Error(error)) => error.into_response(),
            Some(InjectedFault::Silence) => std::future::pending().await,
            Some(InjectedFault::Disconnect) => return Err(io::ErrorKind::ConnectionAborted.into()),
            Some(InjectedFault::LostAnswer) => {
                self.perform(&request);
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
        };
        Ok(self.finish(response))
    }

    /// Adds the headers that every response has: the request ID, and the date by the service's clock.
    pub(super) fn finish(&self, mut response: Response) -> Response {
        let number = {
            let mut log = self.log();
            log.responses += 1;
            log.responses
        };
        let headers = response.headers_mut();
        for (name, value) in [
            ("x-amzn-requestid", uuid("request", number)),
            (DATE.as_str(), timestamp::http_date(self.now())),
        ] {
            if let (Ok(name), Ok(value)) = (name.parse::<http::HeaderName>(), HeaderValue::try_from(value)) {
                headers.entry(name).or_insert(value);
            }
        }
        response
    }

    pub(super) fn now(&self) -> OffsetDateTime {
        (self.clock)().into()
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    pub(super) fn log(&self) -> MutexGuard<'_, Log> {
        lock(&self.log)
    }

    fn perform(&self, request: &RecordedRequest) -> Response {
        let target = Target::parse(&request.target);
        let Some(operation) = route(&request.method, &target) else {
            return response::gateway_error(
                StatusCode::NOT_FOUND,
                "UnknownOperationException",
                "The operation is not known.",
            );
        };
        let now = self.now();
        if let Err(error) = self.verifier.verify(request, now) {
            return response::gateway_error(StatusCode::FORBIDDEN, error.name(), &error.to_string());
        }
        let mut context = Context {
            state: &mut self.state(),
            request,
            target: &target,
            limits: self.limits,
            now,
        };
        operations::perform(operation, &mut context).unwrap_or_else(|error| response::service_error(&error))
    }
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Service")
            .field("verifier", &self.verifier)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// Locks a mutex even if it is poisoned: operations change the state only after all their checks, so it is consistent.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
