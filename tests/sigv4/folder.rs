//! Reads the vectors of the folder: one JSON file each.

use std::{fs, path::Path, time::Duration};

use rest_op::Credentials;
use serde::Deserialize;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::vector::{Expected, Options, Vector};

#[derive(Deserialize)]
struct File {
    id: String,
    depends_on: Vec<String>,
    context: Context,
    request: Message,
    header_signed: Option<Signed>,
    query_signed: Option<Signed>,
}

#[derive(Deserialize)]
struct Context {
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    region: String,
    service: String,
    timestamp: String,
    expiration_in_seconds: u64,
    normalize_path: bool,
    sign_body: bool,
    omit_session_token: bool,
}

#[derive(Deserialize)]
struct Message {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Deserialize)]
struct Signed {
    canonical_request: String,
    string_to_sign: String,
    signature: String,
    #[serde(default)]
    added_headers: Vec<(String, String)>,
    #[serde(rename = "signed_target")]
    target: Option<String>,
}

/// Returns all vectors, or `None` if the folder does not exist.
pub(crate) fn vectors() -> Option<Vec<Vector>> {
    let folder = Path::new(option_env!("VECTORS")?).join("sigv4");
    let mut paths: Vec<_> = fs::read_dir(&folder).ok()?.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Some(
        paths
            .iter()
            .map(|path| vector(serde_json::from_slice(&fs::read(path).unwrap()).unwrap()))
            .collect(),
    )
}

fn vector(file: File) -> Vector {
    let Context {
        access_key_id,
        secret_access_key,
        session_token,
        ..
    } = file.context;
    let time = OffsetDateTime::parse(&file.context.timestamp, &Rfc3339).unwrap();
    Vector {
        id: file.id,
        method: file.request.method,
        target: file.request.target,
        headers: file.request.headers,
        body: file.request.body,
        options: Options {
            credentials: Credentials::new(access_key_id, secret_access_key, session_token, None, "vector"),
            service: file.context.service,
            region: file.context.region,
            time: time.into(),
            expires: Duration::from_secs(file.context.expiration_in_seconds),
            normalize_path: file.context.normalize_path,
            // Such a path is encoded when it is sent; the suite signs it in this form, and does not encode it again.
            double_encode: !file.depends_on.iter().any(|option| option == "path-given-unencoded"),
            payload_header: file.context.sign_body,
            sign_session_token: !file.context.omit_session_token,
        },
        header_signed: file.header_signed.map(Signed::into),
        query_signed: file.query_signed.map(Signed::into),
    }
}

impl From<Signed> for Expected {
    fn from(signed: Signed) -> Self {
        Self {
            canonical_request: Some(signed.canonical_request),
            string_to_sign: Some(signed.string_to_sign),
            signature: Some(signed.signature),
            headers: signed.added_headers,
            target: signed.target,
        }
    }
}
