//! Runs the Python program that uses botocore, and defines its input and output.

use std::{collections::BTreeMap, io::Write as _, process::Stdio};

use rest_op_tests::prerequisites;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::TIME;
use super::call::{Call, Service};

/// A call in the form of botocore.
#[derive(Serialize)]
pub(crate) struct Question {
    service: &'static str,
    region: &'static str,
    endpoint: &'static str,
    config: Value,
    /// How long a presigned URL is valid, in seconds; null for a request.
    presigned: Option<u64>,
    pub(crate) operation: &'static str,
    pub(crate) params: Value,
    pub(crate) time: &'static str,
    pub(crate) session_token: Option<&'static str>,
    /// Our request of the same call.
    pub(crate) ours: Option<Message>,
}

impl Question {
    pub(crate) fn new(call: &Call, session_token: Option<&'static str>, ours: Option<Message>) -> Self {
        Self {
            ours,
            presigned: None,
            ..Self::presigned(call.service, call.operation, call.params.clone(), session_token, 0)
        }
    }

    /// Asks for a URL that is valid for so many seconds.
    pub(crate) fn presigned(
        service: &'static Service,
        operation: &'static str,
        params: Value,
        session_token: Option<&'static str>,
        seconds: u64,
    ) -> Self {
        Self {
            service: service.name,
            region: service.region,
            endpoint: service.endpoint,
            config: (service.config)(),
            presigned: Some(seconds),
            operation,
            params,
            time: TIME,
            session_token,
            ours: None,
        }
    }
}

/// A request.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: BTreeMap<String, String>,
    /// In base64.
    pub(crate) body: String,
}

#[derive(Deserialize)]
pub(crate) struct Answers {
    pub(crate) version: String,
    pub(crate) answers: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Answer {
    Made {
        made: Message,
        /// The header with which botocore signs our request.
        authorization: Option<String>,
    },
    Failed {
        error: String,
    },
}

/// Runs botocore. If it is not installed, prints that this is left out.
pub(crate) fn ask(questions: &[Question]) -> Option<Answers> {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/botocore/requests.py");
    let mut python = prerequisites::python("botocore", "botocore")?
        .arg(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let questions = serde_json::to_vec(questions).unwrap();
    python.stdin.take().unwrap().write_all(&questions).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "the program of botocore failed");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}
