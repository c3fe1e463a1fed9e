//! Runs the verifier on signatures of other implementations: the suite of aws-c-auth and botocore, and the example in the
//! AWS documentation.
//!
//! The suite is not part of this repository. It is read from `REST_OP_VECTORS`, or from a folder beside the workspace.

use std::io::Write as _;
use std::path::Path;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use time::format_description::well_known::Rfc3339;

use super::*;

#[derive(Deserialize)]
struct Vector {
    id: String,
    depends_on: Vec<String>,
    context: Context,
    request: Request,
    header_signed: Signed,
    query_signed: Option<Signed>,
}

#[derive(Deserialize)]
struct Context {
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    region: String,
    timestamp: String,
}

#[derive(Deserialize)]
struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Deserialize)]
struct Signed {
    canonical_request: String,
    string_to_sign: String,
    #[serde(default)]
    added_headers: Vec<(String, String)>,
    #[serde(rename = "signed_target")]
    target: Option<String>,
}

impl Vector {
    fn verifier(&self) -> Verifier {
        let credentials = Credentials {
            access_key_id: self.context.access_key_id.clone(),
            secret_access_key: self.context.secret_access_key.clone(),
            session_token: self.context.session_token.clone(),
        };
        Verifier {
            region: self.context.region.clone(),
            service: "service",
            credentials: vec![credentials],
        }
    }

    fn time(&self) -> OffsetDateTime {
        OffsetDateTime::parse(&self.context.timestamp, &Rfc3339).unwrap()
    }

    fn request(&self, signed: &Signed) -> RecordedRequest {
        let mut headers = HeaderMap::new();
        for (name, value) in self.request.headers.iter().chain(&signed.added_headers) {
            // The HTTP server joins the lines of a folded value (RFC 9112, section 5.2).
            let value = value.lines().collect::<Vec<_>>().join(" ");
            headers.append(
                name.parse::<HeaderName>().unwrap(),
                HeaderValue::from_str(&value).unwrap(),
            );
        }
        RecordedRequest {
            method: self.request.method.parse().unwrap(),
            target: signed.target.clone().unwrap_or_else(|| self.request.target.clone()),
            headers,
            body: Bytes::from(self.request.body.clone()),
        }
    }

    fn depends_on(&self, option: &str) -> bool {
        self.depends_on.iter().any(|depends_on| depends_on == option)
    }
}

fn vectors() -> Option<Vec<Vector>> {
    // A relative path starts at the root of the workspace.
    let workspace = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let named = std::env::var_os("REST_OP_VECTORS");
    let folder = workspace
        .join(named.unwrap_or_else(|| "../shared/vectors".into()))
        .join("sigv4");
    let Ok(files) = std::fs::read_dir(&folder) else {
        let text = "local Chime: LEFT OUT: the folder of vectors was not found; set REST_OP_VECTORS\n";
        // `eprintln!` would be captured by the test runner.
        let _ = std::io::stderr().write_all(text.as_bytes());
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "CI needs the vectors");
        return None;
    };
    let read = |path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let vectors: Vec<_> = files.map(|file| read(file.unwrap().path())).collect();
    assert!(vectors.len() >= 28, "found {} of at least 28 vectors", vectors.len());
    Some(vectors)
}

/// The example of the AWS documentation, which needs no file.
#[test]
fn documented_signature_is_accepted() {
    let headers = [
        ("host", "iam.amazonaws.com"),
        ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
        ("x-amz-date", "20150830T123600Z"),
        (
            "authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, \
             Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        ),
    ];
    let request = RecordedRequest {
        method: http::Method::GET,
        target: "/?Action=ListUsers&Version=2010-05-08".to_owned(),
        headers: headers
            .into_iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect(),
        body: Bytes::new(),
    };
    let credentials = Credentials {
        access_key_id: "AKIDEXAMPLE".to_owned(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".to_owned(),
        session_token: None,
    };
    let verifier = Verifier {
        region: "us-east-1".to_owned(),
        service: "iam",
        credentials: vec![credentials],
    };
    verifier
        .verify(&request, timestamp::parse_basic("20150830T123600Z").unwrap())
        .unwrap();
}

#[test]
fn every_vector_is_accepted_in_the_header_and_in_the_query() {
    let Some(vectors) = vectors() else { return };
    let mut verified = 0;
    for vector in vectors {
        for signed in std::iter::once(&vector.header_signed).chain(&vector.query_signed) {
            let case = format!("{} {:?}", vector.id, signed.target);
            let request = vector.request(signed);
            let verdict = vector.verifier().verify(&request, vector.time());
            if vector.depends_on("path-normalization=off") {
                // Signed by the rule for S3, which does not apply to Chime.
                assert!(
                    matches!(verdict, Err(SignatureError::SignatureMismatch)),
                    "{case}: {verdict:?}"
                );
                continue;
            }
            let authorization = Authorization::from_request(&request).unwrap();
            if vector.depends_on("session-token-not-signed") && signed.target.is_none() {
                assert!(
                    matches!(verdict, Err(SignatureError::HeaderNotSigned(_))),
                    "{case}: {verdict:?}"
                );
            } else if !vector.depends_on("session-token-not-signed") {
                assert!(verdict.is_ok(), "{case}: {verdict:?}");
                let canonical = canonical::request(&request, &authorization);
                assert_eq!(
                    String::from_utf8(canonical.clone()).unwrap(),
                    signed.canonical_request,
                    "{case}"
                );
                assert_eq!(
                    string_to_sign(&authorization, &canonical),
                    signed.string_to_sign,
                    "{case}"
                );
                verified += 1;
            }
        }
    }
    println!("{verified} signatures verified");
    assert!(verified >= 40, "{verified}");
}

#[test]
fn vectors_with_another_secret_body_or_method_are_rejected() {
    let Some(vectors) = vectors() else { return };
    for vector in vectors
        .iter()
        .filter(|vector| !vector.depends_on("session-token-not-signed"))
    {
        for signed in std::iter::once(&vector.header_signed).chain(&vector.query_signed) {
            let request = vector.request(signed);
            let mut verifier = vector.verifier();
            let other_body = RecordedRequest {
                body: Bytes::from_static(b"other"),
                ..request.clone()
            };
            let other_method = RecordedRequest {
                method: http::Method::PUT,
                ..request.clone()
            };
            for changed in [other_body, other_method] {
                let verdict = verifier.verify(&changed, vector.time());
                assert!(
                    matches!(verdict, Err(SignatureError::SignatureMismatch)),
                    "{}: {verdict:?}",
                    vector.id
                );
            }
            verifier.credentials[0].secret_access_key.push('x');
            let verdict = verifier.verify(&request, vector.time());
            assert!(
                matches!(verdict, Err(SignatureError::SignatureMismatch)),
                "{}: {verdict:?}",
                vector.id
            );
        }
    }
}
