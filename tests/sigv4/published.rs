//! Reads the suite in the `aws-sigv4` package: one folder of text files each.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use rest_op::Credentials;
use serde::Deserialize;
use serde_json::Value;
use time::{OffsetDateTime, PrimitiveDateTime, format_description::well_known::Rfc3339, macros::format_description};

use crate::vector::{Expected, Options, Vector};

/// The vectors whose path is signed after a single encoding, for which the suite has no option.
const ENCODED_ONCE: &[&str] = &["get-space-normalized", "get-space-unnormalized", "get-utf8"];

#[derive(Deserialize)]
struct Context {
    credentials: Keys,
    expiration_in_seconds: u64,
    normalize: bool,
    region: String,
    service: String,
    sign_body: bool,
    #[serde(default)]
    omit_session_token: bool,
    timestamp: String,
}

#[derive(Deserialize)]
struct Keys {
    access_key_id: String,
    secret_access_key: String,
    token: Option<String>,
}

/// The folder of SigV4 vectors in the package version that the workspace is locked to.
pub(crate) fn folder() -> PathBuf {
    package("aws-sigv4").join("aws-signing-test-suite/v4")
}

/// Returns all vectors, or `None` if the folder does not exist.
pub(crate) fn vectors(folder: &Path) -> Option<Vec<Vector>> {
    let mut paths: Vec<_> = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    Some(paths.iter().map(|path| vector(path)).collect())
}

/// The folder of a dependency, from a registry or vendored.
fn package(name: &str) -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Only for the platform of this build: crates of other platforms may not have been downloaded.
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--offline", "--locked"])
        .args(["--filter-platform", env!("TARGET")])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let package = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|package| package["name"] == name)
        .unwrap();
    Path::new(package["manifest_path"].as_str().unwrap())
        .parent()
        .unwrap()
        .to_owned()
}

fn vector(folder: &Path) -> Vector {
    let id = folder.file_name().unwrap().to_string_lossy().into_owned();
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let expected = |location: &str| Expected {
        canonical_request: read(&format!("{location}-canonical-request.txt")),
        string_to_sign: read(&format!("{location}-string-to-sign.txt")),
        signature: read(&format!("{location}-signature.txt")),
        ..Expected::default()
    };
    let request = read("request.txt").unwrap();
    let (head, body) = request.split_once("\n\n").unwrap_or((&request, ""));
    let (request_line, headers) = head.split_once('\n').unwrap_or((head, ""));
    let (method, rest) = request_line.split_once(' ').unwrap();
    let (target, _) = rest.rsplit_once(' ').unwrap();
    let header_signed = expected("header");
    let context = read("context.json").map(|context| serde_json::from_str(&context).unwrap());
    let has_context = context.is_some();
    let context = context.unwrap_or_else(|| context_of(header_signed.canonical_request.as_deref().unwrap()));
    Vector {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: header_lines(headers),
        body: body.to_owned(),
        options: Options {
            credentials: Credentials::new(
                context.credentials.access_key_id,
                context.credentials.secret_access_key,
                context.credentials.token,
                None,
                "vector",
            ),
            service: context.service,
            region: context.region,
            time: OffsetDateTime::parse(&context.timestamp, &Rfc3339).unwrap().into(),
            expires: Duration::from_secs(context.expiration_in_seconds),
            normalize_path: context.normalize,
            double_encode: !ENCODED_ONCE.contains(&id.as_str()),
            payload_header: context.sign_body,
            sign_session_token: !context.omit_session_token,
        },
        // Without a context the keys are unknown: only the canonical request can be compared.
        header_signed: Some(if has_context {
            header_signed
        } else {
            Expected {
                canonical_request: header_signed.canonical_request,
                ..Expected::default()
            }
        }),
        query_signed: has_context.then(|| expected("query")),
        id,
    }
}

/// Header lines in order; a line that begins with a space continues the one before.
fn header_lines(text: &str) -> Vec<(String, String)> {
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.starts_with(' '), headers.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => value.extend(["\n", line]),
            (_, _, Some((name, value))) => headers.push((name.to_owned(), value.to_owned())),
            _ => panic!("{line:?} is no header line"),
        }
    }
    headers
}

/// The context of the two vectors that have none: the time is that of their canonical request, the rest does not occur
/// in it.
fn context_of(canonical_request: &str) -> Context {
    let date = canonical_request
        .lines()
        .find_map(|line| line.strip_prefix("x-amz-date:"))
        .unwrap();
    let format = format_description!("[year][month][day]T[hour][minute][second]Z");
    let time = PrimitiveDateTime::parse(date, &format).unwrap().assume_utc();
    Context {
        credentials: Keys {
            access_key_id: "any".to_owned(),
            secret_access_key: "any".to_owned(),
            token: None,
        },
        expiration_in_seconds: 1,
        normalize: true,
        region: "any".to_owned(),
        service: "any".to_owned(),
        sign_body: false,
        omit_session_token: false,
        timestamp: time.format(&Rfc3339).unwrap(),
    }
}
