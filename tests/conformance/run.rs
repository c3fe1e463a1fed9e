//! Runs one case: compares the request that the call builds and the one that is received, or the result of a canned
//! response.

use rest_op::{Bytes, Client, Retry};
use rest_op_tests::recorder::Recorder;

use crate::{
    case::{Answer, Kind, Prepared},
    compare::{Seen, differences},
    generate::vectors::{Case, ExpectedError},
    wire::Loopback,
};

/// The endpoint of requests that are not sent.
const ENDPOINT: &str = "https://example.com";

/// Runs a case, and returns the differences from the expected request or result.
pub(crate) async fn run(case: &Case, endpoint: Option<&str>, kind: &Kind, loopback: &Loopback) -> Vec<String> {
    match kind {
        Kind::Undeclared(reason) => vec![(*reason).to_owned()],
        Kind::Request(call) => {
            let client = Client::builder(endpoint.unwrap_or(ENDPOINT)).build().unwrap();
            let mut found = match call(&client).request {
                Ok(request) => differences(case, &Seen::from(request)),
                Err(error) => vec![error],
            };
            // A host with a prefix has no address here.
            let has_host_prefix = case
                .operation
                .endpoint
                .as_ref()
                .is_some_and(|endpoint| endpoint.host_prefix.is_some());
            if !has_host_prefix {
                let base_path = endpoint.map_or("", base_path);
                let client = Client::builder(format!("{}/{base_path}", loopback.endpoint()))
                    .build()
                    .unwrap();
                found.extend(on_the_wire(case, call(&client), loopback).await);
            }
            found
        }
        Kind::Response(call) => {
            let Some(response) = &case.response else {
                return vec!["the case has no response".to_owned()];
            };
            let headers: Vec<_> = response
                .headers
                .iter()
                .map(|(name, value)| (name.as_str(), value.as_str()))
                .collect();
            let transport = Recorder::default().answer(response.status, &headers, response.body.clone());
            let client = Client::builder(ENDPOINT)
                .transport(transport)
                .retry(Retry::none())
                .build()
                .unwrap();
            answer_differences(case, call(&client).await)
        }
    }
}

/// The path of an endpoint, without the slash.
fn base_path(endpoint: &str) -> &str {
    endpoint
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map_or("", |(_, path)| path)
}

/// Sends the request over a connection, and compares what arrives.
async fn on_the_wire(case: &Case, prepared: Prepared, loopback: &Loopback) -> Vec<String> {
    let sent = prepared.send.await;
    let found = match (loopback.received(), sent) {
        (Some(seen), _) => differences(case, &seen),
        (None, sent) => vec![format!("nothing was received: {sent:?}")],
    };
    found
        .into_iter()
        .map(|difference| format!("on the wire: {difference}"))
        .collect()
}

fn answer_differences(case: &Case, answer: Answer) -> Vec<String> {
    match (answer, &case.expected.error) {
        (Answer::Result { is_expected: true, .. }, None) => Vec::new(),
        (Answer::Result { result, .. }, None) => {
            vec![format!("result: expected {:?}, got {result}", case.expected.result)]
        }
        (Answer::Result { result, .. }, Some(expected)) => {
            vec![format!("expected the error {}, got the result {result}", expected.code)]
        }
        (Answer::Failed(error), _) | (Answer::Service { error, .. }, None) => vec![error],
        (
            Answer::Service {
                code,
                message,
                is_expected,
                error,
            },
            Some(expected),
        ) => {
            let ExpectedError {
                code: expected_code,
                message: expected_message,
                members,
                ..
            } = expected;
            let mut found = Vec::new();
            if code.as_ref() != Some(expected_code) {
                found.push(format!("error code: expected {expected_code:?}, got {code:?}"));
            }
            if message.as_deref().unwrap_or_default() != expected_message {
                found.push(format!("error message: expected {expected_message:?}, got {message:?}"));
            }
            if !is_expected {
                found.push(format!(
                    "error: expected {:?} with {members}, got {error}",
                    expected.shape
                ));
            }
            found
        }
    }
}

impl From<http::Request<Bytes>> for Seen {
    fn from(request: http::Request<Bytes>) -> Self {
        let (parts, body) = request.into_parts();
        Self {
            method: parts.method,
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers,
            body,
            host: parts.uri.authority().map(ToString::to_string),
            on_the_wire: false,
        }
    }
}
