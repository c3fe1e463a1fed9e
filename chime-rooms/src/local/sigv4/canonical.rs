//! The canonical request, whose hash is signed.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use sha2::{Digest, Sha256};

use crate::local::request::RecordedRequest;
use crate::local::sigv4::authorization::Authorization;
use crate::local::sigv4::hex::hex;
use crate::local::target::Target;

/// All characters except the unreserved ones (RFC 3986, section 2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns the canonical request, as bytes because header values need not be UTF-8.
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

/// Removes empty and dot segments, and encodes the others again, as for every service except S3.
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

/// Returns every parameter except the signature, encoded and sorted by key and value.
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

/// Returns the values of a header, joined by commas. Each is trimmed, and runs of spaces are collapsed.
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
