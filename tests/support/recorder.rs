//! A transport that records requests and answers from a list.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use http::{Request, Response};
use rest_op::{ByteStream, Bytes, Transport, TransportError, TransportFuture};

/// Records what is sent. Clones share the record.
#[derive(Clone, Default)]
pub struct Recorder(Arc<Mutex<Record>>);

#[derive(Default)]
struct Record {
    requests: Vec<Request<Bytes>>,
    answers: VecDeque<Response<Bytes>>,
}

impl Recorder {
    /// Adds an answer to be given, after those that are there.
    pub fn answer(self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Self {
        let mut response = Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let response = response.body(body.into()).expect("an answer of a test is legal HTTP");
        self.0
            .lock()
            .expect("no test panics while it holds the lock")
            .answers
            .push_back(response);
        self
    }

    /// What was sent so far.
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.0
            .lock()
            .expect("no test panics while it holds the lock")
            .requests
            .clone()
    }

    /// The request lines of what was sent so far: method and target.
    pub fn lines(&self) -> Vec<String> {
        let line = |request: &Request<Bytes>| {
            format!(
                "{} {}",
                request.method(),
                request.uri().path_and_query().map_or("", |target| target.as_str())
            )
        };
        self.requests().iter().map(line).collect()
    }
}

impl Transport for Recorder {
    fn send(&self, request: Request<Bytes>) -> TransportFuture<'_> {
        let mut record = self.0.lock().expect("no test panics while it holds the lock");
        record.requests.push(request);
        let answer = record.answers.pop_front();
        Box::pin(async move {
            let answer = answer.ok_or_else(|| TransportError::unsent("the recorder has no answer left"))?;
            Ok(answer.map(ByteStream::from))
        })
    }
}
