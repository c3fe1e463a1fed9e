//! A transport that follows a script of answers, failures and silences, and records when each request arrived. With
//! tokio's clock paused, a day of retries takes no time.

use std::collections::VecDeque;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use http::{Request, Response};
use rest_op::{ByteStream, Bytes, Transport, TransportError, TransportFuture};
use tokio::time::{Instant, sleep};

/// A transport that follows a script. Clones share it.
#[derive(Clone)]
pub struct Scripted(Arc<Mutex<Script>>);

struct Script {
    begun: Instant,
    steps: VecDeque<Step>,
    last: Option<Step>,
    requests: Vec<(Duration, Request<Bytes>)>,
}

/// The result of one request.
#[derive(Clone)]
pub enum Step {
    /// It is answered.
    Answer(Response<Bytes>),
    /// It fails.
    Fail(fn() -> TransportError),
    /// It is never answered.
    Silence,
    /// It is answered, but the body never ends.
    EndlessBody(Response<Bytes>),
    /// The step is taken after this time.
    After(Duration, Box<Step>),
}

impl Step {
    /// An answer.
    pub fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let mut response = Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        Self::Answer(response.body(body.into()).expect("an answer of a test is legal HTTP"))
    }

    /// This step, after a delay.
    pub fn after(self, time: Duration) -> Self {
        Self::After(time, Box::new(self))
    }
}

impl Scripted {
    /// A transport that takes these steps, and then repeats the last one.
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self(Arc::new(Mutex::new(Script {
            begun: Instant::now(),
            steps: steps.into_iter().collect(),
            last: None,
            requests: Vec::new(),
        })))
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.0.lock().expect("no test panics while it holds the lock")
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.script()
            .requests
            .iter()
            .map(|(_, request)| request.clone())
            .collect()
    }

    /// When the requests arrived, since this transport was created.
    pub fn times(&self) -> Vec<Duration> {
        self.script().requests.iter().map(|(time, _)| *time).collect()
    }

    /// The number of requests.
    pub fn count(&self) -> usize {
        self.script().requests.len()
    }

    fn next(&self, request: Request<Bytes>) -> Step {
        let mut script = self.script();
        let time = script.begun.elapsed();
        script.requests.push((time, request));
        if let Some(step) = script.steps.pop_front() {
            script.last = Some(step);
        }
        script.last.clone().expect("a script has steps")
    }
}

async fn take(step: Step) -> Result<Response<ByteStream>, TransportError> {
    match step {
        Step::Answer(response) => Ok(response.map(ByteStream::from)),
        Step::Fail(error) => Err(error()),
        Step::Silence => pending().await,
        Step::EndlessBody(response) => Ok(response.map(|body| ByteStream::new(Halting(Some(body))))),
        Step::After(time, step) => {
            sleep(time).await;
            Box::pin(take(*step)).await
        }
    }
}

impl Transport for Scripted {
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        Box::pin(take(self.next(request)))
    }

    fn send_stream(&self, request: Request<ByteStream>) -> TransportFuture<'_> {
        Box::pin(async move {
            let (head, mut body) = request.into_parts();
            let mut whole = Vec::new();
            while let Some(piece) = body.next().await {
                whole.extend_from_slice(&piece.map_err(TransportError::interrupted)?);
            }
            take(self.next(Request::from_parts(head, whole.into()))).await
        })
    }

    fn pins_localhost(&self) -> bool {
        true
    }
}

/// One piece, and then nothing, without an end.
struct Halting(Option<Bytes>);

impl futures_core::Stream for Halting {
    type Item = Result<Bytes, rest_op::BoxError>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        match self.0.take() {
            Some(piece) => std::task::Poll::Ready(Some(Ok(piece))),
            None => std::task::Poll::Pending,
        }
    }
}
