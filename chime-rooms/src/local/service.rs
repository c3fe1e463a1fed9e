//! One request to one answer: recorded, failed where a test says so, routed, verified, carried out.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use http::StatusCode;
use http::header::{DATE, HeaderValue};
use time::OffsetDateTime;

use crate::local::failure::{self, Failure, Fate};
use crate::local::operations::{self, Context, Limits};
use crate::local::request::RecordedRequest;
use crate::local::response::{self, Answer};
use crate::local::route::route;
use crate::local::sigv4::Verifier;
use crate::local::state::State;
use crate::local::target::Target;
use crate::local::timestamp;
use crate::local::uuid::uuid;

/// What the time is, for the service.
pub(super) type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// The service, whatever brings the requests.
pub(super) struct Service {
    pub(super) verifier: Verifier,
    pub(super) limits: Limits,
    pub(super) clock: Clock,
    pub(super) state: Mutex<State>,
    pub(super) log: Mutex<Log>,
}

/// What came, and what shall fail of what comes.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) requests: Vec<RecordedRequest>,
    pub(super) failures: VecDeque<Failure>,
    answers: u64,
}

impl Log {
    fn next_fate(&mut self) -> Option<Fate> {
        while let Some(failure) = self.failures.front_mut() {
            if let Some(left) = failure.times.checked_sub(1) {
                failure.times = left;
                return Some(failure.fate.clone());
            }
            self.failures.pop_front();
        }
        None
    }
}

impl Service {
    /// Answers a request. An error closes the connection without an answer.
    pub(super) async fn respond(&self, request: RecordedRequest) -> io::Result<Answer> {
        let fate = {
            let mut log = lock(&self.log);
            log.requests.push(request.clone());
            log.next_fate()
        };
        let answer = match fate {
            None => self.answer(&request),
            Some(Fate::Error {
                status,
                name,
                message,
                headers,
            }) => failure::answer(status, &name, &message, headers),
            Some(Fate::Silence) => std::future::pending().await,
            Some(Fate::Disconnect) => return Err(io::ErrorKind::ConnectionAborted.into()),
            Some(Fate::LostAnswer) => {
                self.answer(&request);
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
        };
        Ok(self.finish(answer))
    }

    /// Adds what every answer has: the request ID, and the date by the service's own clock.
    pub(super) fn finish(&self, mut answer: Answer) -> Answer {
        let number = {
            let mut log = lock(&self.log);
            log.answers += 1;
            log.answers
        };
        let headers = answer.headers_mut();
        for (name, value) in [
            ("x-amzn-requestid", uuid("request", number)),
            (DATE.as_str(), timestamp::http_date(self.now())),
        ] {
            if let (Ok(name), Ok(value)) = (name.parse::<http::HeaderName>(), HeaderValue::try_from(value)) {
                headers.entry(name).or_insert(value);
            }
        }
        answer
    }

    pub(super) fn now(&self) -> OffsetDateTime {
        (self.clock)().into()
    }

    fn answer(&self, request: &RecordedRequest) -> Answer {
        let target = Target::parse(&request.target);
        let Some(operation) = route(&request.method, &target) else {
            return response::refusal(
                StatusCode::NOT_FOUND,
                "UnknownOperationException",
                "The operation is not known.",
            );
        };
        let now = self.now();
        if let Err(refusal) = self.verifier.verify(request, now) {
            return response::refusal(StatusCode::FORBIDDEN, refusal.name(), &refusal.to_string());
        }
        let state = &mut *lock(&self.state);
        let mut context = Context {
            state,
            request,
            target: &target,
            limits: self.limits,
            now,
        };
        operations::perform(operation, &mut context).unwrap_or_else(|error| response::error(&error))
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

/// Locks, also after a panic of another holder: every change is whole before anything can fail.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
