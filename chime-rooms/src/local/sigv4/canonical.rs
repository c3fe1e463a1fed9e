//! The canonical form of a request: what is hashed and signed.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use sha2::{Digest, Sha256};

use crate::local::request::RecordedRequest;
use crate::local::sigv4::authorization::Authorization;
use crate::local::sigv4::hex::hex;
use crate::local::target::Target;

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Answers the canonical request. Bytes, since the value of a header need not be text.
pub(super) fn request(request: &RecordedRequest, authorization: &Authorization) -> Vec<u8> {
    let target = Target::parse(&request.target);
    let mut canonical = format!("{}\n{}\n{}\n", request.method, path(target.path), query(&target)).into_bytes();
    for name in &authorization.signed_headers {
        canonical.extend_from_slice(name.as_bytes());
        canonical.push(b':');
        canonical.extend(header(request, name));
        canonical.push(b'\n');
    }
    canonical.push(b'\n');
    canonical.extend_from_slice(authorization.signed_headers.join(";").as_bytes());
    canonical.push(b'\n');
    canonical.extend_from_slice(hex(&Sha256::digest(&request.body)).as_bytes());
    canonical
}

/// Empty and dot segments are resolved, and what is left is encoded once more: the rule for every service but S3.
fn path(path: &str) -> String {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(encode(segment.as_bytes())),
        }
    }
    let slash = if path.ends_with('/') && !segments.is_empty() {
        "/"
    } else {
        ""
    };
    format!("/{}{slash}", segments.join("/"))
}

/// Every parameter but the signature itself, encoded once, sorted by key and then by value.
fn query(target: &Target<'_>) -> String {
    let mut parameters: Vec<_> = target
        .query
        .iter()
        .filter(|parameter| *parameter.key != *b"X-Amz-Signature")
        .map(|parameter| (encode(&parameter.key), encode(&parameter.value)))
        .collect();
    parameters.sort_unstable();
    parameters
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

/// The values of a header, joined by commas, each trimmed and with its runs of spaces made one.
fn header(request: &RecordedRequest, name: &str) -> Vec<u8> {
    let values: Vec<_> = request
        .headers
        .get_all(name)
        .iter()
        .map(|value| {
            let words = value
                .as_bytes()
                .split(u8::is_ascii_whitespace)
                .filter(|word| !word.is_empty());
            words.collect::<Vec<_>>().join(&b' ')
        })
        .collect();
    values.join(&b',')
}

fn encode(bytes: &[u8]) -> String {
    percent_encode(bytes, ENCODED).to_string()
}
