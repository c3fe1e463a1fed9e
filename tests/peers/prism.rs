//! Prism, which serves OpenAPI documents: it rejects requests that violate a document, and answers others with its
//! examples and types. <https://github.com/stoplightio/prism>
//!
//! The documents are not part of this repository. They are read from the folder `REST_OP_SPECS`, or from a folder beside
//! the workspace. Each document has one test by declarations of its own, and some have one by an imported file; no more,
//! because Prism takes seconds to start. A wrong request in each of them proves that Prism compares requests with the
//! document.

mod box_files;
mod docker;
mod github;
mod gitlab;
mod hetzner;
mod imported;
mod openai;
mod slack;
mod stripe;
mod twilio;

use std::fmt::Debug;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::read::GzDecoder;
use rest_op::{ApiError, Error};
use rest_op_tests::prerequisites::{cases_missing, lacks, left_out};
use serde::Deserialize;
use serde_json::Value;

use crate::process::Process;

/// Prism with a document.
struct Prism {
    process: Process,
    /// Prism watches it, and restarts when it changes.
    file: PathBuf,
}

impl Prism {
    fn endpoint(&self) -> &str {
        self.process.endpoint()
    }
}

impl Drop for Prism {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.file);
    }
}

/// Serves a document. If Prism or the document is missing, prints that this is left out.
fn serve(document: &str) -> Option<Prism> {
    serve_edited(document, |_| {})
}

/// The servers that were started, each with a file of its own.
static SERVERS: AtomicUsize = AtomicUsize::new(0);

/// Serves a document that a function has changed.
fn serve_edited(document: &str, edit: impl FnOnce(&mut Value)) -> Option<Prism> {
    let name = format!("prism: {document}");
    let folder = std::env::var_os("REST_OP_SPECS").unwrap_or_else(|| "../shared/specs".into());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let Ok(packed) = File::open(folder.join(format!("{document}.json.gz"))) else {
        cases_missing(&name, "the document was not found; set REST_OP_SPECS");
        return None;
    };
    if lacks(&name, &["node"]) {
        return None;
    }
    // `.ci/run` installs it there.
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let prism = scratch.with_file_name("prism/node_modules/@stoplight/prism-cli/dist/index.js");
    if !prism.is_file() {
        left_out(&name, "Prism is not installed");
        return None;
    }
    let mut description = serde_json::from_reader(GzDecoder::new(packed)).unwrap();
    edit(&mut description);
    let number = SERVERS.fetch_add(1, Ordering::Relaxed);
    let file = scratch.join(format!("{document}-{}-{number}.json", std::process::id()));
    fs::write(&file, description.to_string()).unwrap();
    let listening = |line: &str| {
        let (_, port) = line.split_once("listening on http://127.0.0.1:")?;
        port.trim_end().parse().ok()
    };
    let mut node = Command::new("node");
    let node = node.arg(prism).args(["mock", "--errors", "--seed=1", "--port=0"]);
    let process = Process::start(node.arg(&file).env("FORCE_COLOR", "0"), listening);
    Some(Prism { process, file })
}

/// The places at which a request violates the document, each with the violated rule: `query.state enum`.
fn violations<T: Debug, E: ApiError>(result: Result<T, Error<E>>) -> Vec<String> {
    #[derive(Deserialize)]
    struct Violation {
        location: Vec<String>,
        code: String,
    }
    #[derive(Deserialize)]
    struct Rejection {
        validation: Vec<Violation>,
    }
    let error = result.expect_err("Prism rejects the request");
    let response = error.response().expect("a response of Prism");
    // Prism returns an error of the document if there is one, and then reports violations in a header.
    let violations = if let Some(violations) = response.headers().get("sl-violations") {
        serde_json::from_slice(violations.as_bytes()).unwrap()
    } else {
        let rejection: Rejection = serde_json::from_slice(response.body()).unwrap();
        rejection.validation
    };
    let text = |Violation { location, code }| {
        let place = location.join(".");
        format!("{} {code}", place.strip_prefix("request.").unwrap_or(&place))
    };
    violations.into_iter().map(text).collect()
}
