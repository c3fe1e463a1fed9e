//! The canonical request: method, path, query, headers and payload hash of a request in canonical form.

use std::borrow::Cow;
use std::ops::Range;

use sha2::{Digest, Sha256};
use smallvec::SmallVec;

use super::SigningOptions;
use super::hex::Hex;
use crate::request::Request;
use crate::text::percent;

mod query;

/// The location of the signature.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum SignatureLocation {
    Headers,
    Query,
}

/// The payload hash, or the marker of an unsigned payload.
pub(super) enum Payload {
    Hash(Hex),
    Unsigned,
}

impl Payload {
    pub(super) fn of(request: &Request) -> Self {
        match request.body() {
            None => Self::Unsigned,
            Some(body) if body.is_empty() => Self::Hash(Hex::OF_EMPTY),
            Some(body) => Self::Hash(Hex::new(&Sha256::digest(body))),
        }
    }

    pub(super) fn is_unsigned(&self) -> bool {
        matches!(self, Self::Unsigned)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Hash(hash) => hash.digits(),
            Self::Unsigned => b"UNSIGNED-PAYLOAD",
        }
    }
}

/// A canonical request, followed by the string to sign once that is written. Both share one buffer.
pub(super) struct Canonical {
    text: Vec<u8>,
    signed_headers: Range<usize>,
    end: usize,
}

impl Canonical {
    /// Returns the canonical request.
    pub(super) fn request(&self) -> &[u8] {
        self.text.get(..self.end).unwrap_or_default()
    }

    /// Returns the string to sign.
    pub(super) fn string_to_sign(&self) -> &[u8] {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// Returns the buffer to which the string to sign is appended.
    pub(super) fn string_to_sign_mut(&mut self) -> &mut Vec<u8> {
        &mut self.text
    }

    /// Returns the names of the signed headers, joined by `;`.
    pub(super) fn signed_headers(&self) -> &[u8] {
        self.text.get(self.signed_headers.clone()).unwrap_or_default()
    }
}

/// Writes the canonical request.
pub(super) fn write(
    request: &Request,
    payload: &Payload,
    options: SigningOptions,
    location: SignatureLocation,
) -> Canonical {
    let mut text = Vec::with_capacity(1024);
    text.extend_from_slice(request.method().as_str().as_bytes());
    text.push(b'\n');
    push_path(&mut text, request.path(), options);
    text.push(b'\n');
    query::push(&mut text, request.query().unwrap_or("").as_bytes());
    text.push(b'\n');
    let fields = signed_fields(request, options, location);
    let mut last = "";
    for (name, value) in &fields {
        if *name == last {
            text.pop();
            text.push(b',');
        } else {
            text.extend_from_slice(name.as_bytes());
            text.push(b':');
        }
        push_value(&mut text, value);
        text.push(b'\n');
        last = name;
    }
    text.push(b'\n');
    let start = text.len();
    push_names(&mut text, &fields);
    let signed_headers = start..text.len();
    text.push(b'\n');
    text.extend_from_slice(payload.bytes());
    Canonical {
        end: text.len(),
        text,
        signed_headers,
    }
}

/// Returns the names of the signed headers, joined by `;`.
pub(super) fn signed_headers(request: &Request, options: SigningOptions, location: SignatureLocation) -> String {
    let mut names = Vec::new();
    push_names(&mut names, &signed_fields(request, options, location));
    percent::ascii(names)
}

/// Names and values of header fields. Most requests have at most eight.
type SignedFields<'a> = SmallVec<[(&'a str, &'a [u8]); 8]>;

/// Returns the signed fields, including `host`, sorted by name.
fn signed_fields(request: &Request, options: SigningOptions, location: SignatureLocation) -> SignedFields<'_> {
    let is_signed = |name: &str| match name {
        // Proxies change these, and the AWS SDKs do not sign them either. `authorization` is added after signing, and
        // `host` is taken from the URL.
        "authorization" | "connection" | "expect" | "host" | "transfer-encoding" | "user-agent" | "x-amzn-trace-id" => {
            false
        }
        "x-amz-security-token" => options.sign_session_token,
        "x-amz-user-agent" => location == SignatureLocation::Headers,
        _ => true,
    };
    let fields = request.headers().iter();
    let fields = fields.map(|(name, value)| (name.as_str(), value.as_bytes()));
    let host = ("host", request.authority().as_bytes());
    let mut signed = SignedFields::new();
    for (name, value) in fields.filter(|(name, _)| is_signed(name)).chain([host]) {
        // Fields of the same name keep their order.
        let at = signed.partition_point(|(other, _)| *other <= name);
        signed.insert(at, (name, value));
    }
    signed
}

fn push_names(out: &mut Vec<u8>, fields: &SignedFields<'_>) {
    let mut last = "";
    for (name, _) in fields {
        if *name == last {
            continue;
        }
        if !last.is_empty() {
            out.push(b';');
        }
        out.extend_from_slice(name.as_bytes());
        last = name;
    }
}

/// Appends the value of a field. Outer spaces are removed, and inner spaces are collapsed to one.
fn push_value(out: &mut Vec<u8>, value: &[u8]) {
    let is_space = |byte: &u8| *byte == b' ';
    let first = value.iter().position(|byte| !is_space(byte)).unwrap_or(value.len());
    let end = value
        .iter()
        .rposition(|byte| !is_space(byte))
        .map_or(0, |last| last + 1);
    let value = value.get(first..end).unwrap_or_default();
    if !value.windows(2).any(|pair| pair == b"  ") {
        out.extend_from_slice(value);
        return;
    }
    for &byte in value {
        if !(byte == b' ' && out.last() == Some(&b' ')) {
            out.push(byte);
        }
    }
}

/// Appends the path, normalized and encoded a second time unless the options disable it.
fn push_path(out: &mut Vec<u8>, path: &str, options: SigningOptions) {
    let path = if path.is_empty() { "/" } else { path };
    let path = if options.normalize_path {
        normalize(path)
    } else {
        Cow::Borrowed(path)
    };
    if options.double_encode {
        percent::encode_segments(out, &path);
    } else {
        out.extend_from_slice(path.as_bytes());
    }
}

/// Removes empty and dot segments from a path (RFC 3986, section 5.2.4). A trailing `/` is kept.
fn normalize(path: &str) -> Cow<'_, str> {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let mut segments = inner.as_bytes().split(|byte| *byte == b'/');
    let is_normal = path.starts_with('/') && !segments.any(|segment| matches!(segment, b"" | b"." | b".."));
    if is_normal || path == "/" {
        return Cow::Borrowed(path);
    }
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            other => segments.push(other),
        }
    }
    let mut normal = String::with_capacity(path.len());
    for segment in &segments {
        normal.push('/');
        normal.push_str(segment);
    }
    if segments.is_empty() || path.ends_with(['/', '.']) && ends_as_folder(path) {
        normal.push('/');
    }
    Cow::Owned(normal)
}

/// Whether a path ends with `/`, `/.` or `/..`.
fn ends_as_folder(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_normalized() {
        for (path, normal) in [
            ("/", "/"),
            ("//", "/"),
            ("/a/b", "/a/b"),
            ("/a/", "/a/"),
            ("/a//b", "/a/b"),
            ("/a/./b", "/a/b"),
            ("/a/../b", "/b"),
            ("/a/..", "/"),
            ("/../a", "/a"),
            ("/a/.", "/a/"),
            ("/a.b.", "/a.b."),
        ] {
            assert_eq!(normalize(path), normal, "{path}");
        }
    }
}
