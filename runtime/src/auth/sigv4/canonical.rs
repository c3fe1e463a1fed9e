//! The canonical request: method, path, query, headers and payload hash of a request, each in its one form.

use std::borrow::Cow;
use std::ops::Range;

use sha2::{Digest, Sha256};
use smallvec::SmallVec;

use super::Options;
use super::hex::Hex;
use crate::request::Request;
use crate::uri;

/// Where the signature goes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Location {
    Headers,
    Query,
}

/// The payload hash, or what stands for it.
pub(super) enum Payload {
    Hash(Hex),
    Unsigned,
}

impl Payload {
    pub(super) fn of(request: &Request) -> Self {
        match request.body() {
            None => Self::Unsigned,
            Some(body) if body.is_empty() => Self::Hash(Hex::OF_NOTHING),
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

/// A canonical request, and after it, once it is signed, the string to sign: one text, so that both take one buffer.
pub(super) struct Canonical {
    text: Vec<u8>,
    signed_headers: Range<usize>,
    end: usize,
}

impl Canonical {
    /// The canonical request.
    pub(super) fn request(&self) -> &[u8] {
        self.text.get(..self.end).unwrap_or_default()
    }

    /// The string to sign.
    pub(super) fn string_to_sign(&self) -> &[u8] {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// Where the string to sign is appended to.
    pub(super) fn string_to_sign_mut(&mut self) -> &mut Vec<u8> {
        &mut self.text
    }

    /// The names of the signed headers, joined by `;`.
    pub(super) fn signed_headers(&self) -> &[u8] {
        self.text.get(self.signed_headers.clone()).unwrap_or_default()
    }
}

/// Writes the canonical request.
pub(super) fn write(request: &Request, payload: &Payload, options: Options, location: Location) -> Canonical {
    let mut text = Vec::with_capacity(1024);
    text.extend_from_slice(request.method().as_str().as_bytes());
    text.push(b'\n');
    push_path(&mut text, request.path(), options);
    text.push(b'\n');
    push_query(&mut text, request.query().unwrap_or("").as_bytes());
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

/// The names of the signed headers, joined by `;`.
pub(super) fn signed_headers(request: &Request, options: Options, location: Location) -> String {
    let mut names = Vec::new();
    push_names(&mut names, &signed_fields(request, options, location));
    uri::ascii(names)
}

/// Name and value of header fields; most requests have no more than these.
type Fields<'a> = SmallVec<[(&'a str, &'a [u8]); 8]>;

/// The fields that are signed, in the order of their names, `host` among them.
fn signed_fields(request: &Request, options: Options, location: Location) -> Fields<'_> {
    let is_signed = |name: &str| match name {
        // What proxies change; the AWS SDKs leave it out, too.
        // `authorization` is added at the end, and `host` is taken from the URL.
        "authorization" | "connection" | "expect" | "host" | "transfer-encoding" | "user-agent" | "x-amzn-trace-id" => {
            false
        }
        "x-amz-security-token" => options.sign_session_token,
        "x-amz-user-agent" => location == Location::Headers,
        _ => true,
    };
    let fields = request.headers().iter();
    let fields = fields.map(|(name, value)| (name.as_str(), value.as_bytes()));
    let mut signed = Fields::new();
    signed.extend(fields.filter(|(name, _)| is_signed(name)));
    signed.push(("host", request.authority().as_bytes()));
    // Stable, so that the values of one name keep their order.
    signed.sort_by_key(|(name, _)| *name);
    signed
}

fn push_names(out: &mut Vec<u8>, fields: &Fields<'_>) {
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

/// Appends the value of a field, outer spaces taken off and inner ones folded to one.
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

/// Appends the path: normalised and encoded once more, unless the service wants it as it is sent.
fn push_path(out: &mut Vec<u8>, path: &str, options: Options) {
    let path = if path.is_empty() { "/" } else { path };
    let path = if options.normalize_path {
        normalize(path)
    } else {
        Cow::Borrowed(path)
    };
    if options.double_encode {
        uri::encode_segments(out, &path);
    } else {
        out.extend_from_slice(path.as_bytes());
    }
}

/// Takes empty and dot segments out of a path (RFC 3986, section 5.2.4); a trailing `/` stays.
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

/// Appends the query, sorted by key, then value. The parameters that this crate wrote are in canonical form; those
/// that came from elsewhere, as with the link to a next page, are brought into it.
fn push_query(out: &mut Vec<u8>, query: &[u8]) {
    if is_canonical(query) {
        out.extend_from_slice(query);
        return;
    }
    let pairs = query.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| split_once(pair, b'=').unwrap_or((pair, b"")));
    let mut pairs: Vec<_> = pairs.map(|(key, value)| (recode(key), recode(value))).collect();
    pairs.sort_unstable();
    for (index, (key, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(key);
        out.push(b'=');
        out.extend_from_slice(value);
    }
}

/// Whether a query is in canonical form as it is.
fn is_canonical(query: &[u8]) -> bool {
    let mut last = (&b""[..], &b""[..]);
    let mut rest = Some(query).filter(|query| !query.is_empty());
    while let Some(pair) = rest {
        let (key, [b'=', tail @ ..]) = split_encoded(pair) else {
            return false;
        };
        let (value, tail) = split_encoded(tail);
        if (key, value) < last {
            return false;
        }
        last = (key, value);
        rest = match tail {
            [] => None,
            [b'&', next @ ..] => Some(next),
            _ => return false,
        };
    }
    true
}

/// What stands before the first such byte, and what after it.
fn split_once(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let at = text.iter().position(|other| *other == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Splits a text where its encoded part ends: up to there everything but unreserved characters is percent-encoded,
/// upper-case.
fn split_encoded(text: &[u8]) -> (&[u8], &[u8]) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| !uri::is_unreserved(*byte)) {
        match rest.split_at(at).1 {
            [b'%', high, low, tail @ ..] if is_canonical_escape(*high, *low) => rest = tail,
            tail => return text.split_at(text.len() - tail.len()),
        }
    }
    (text, &[])
}

/// Brings a text into the form in which everything but unreserved characters is percent-encoded, upper-case.
fn recode(text: &[u8]) -> Cow<'_, [u8]> {
    if split_encoded(text).1.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len() + 8);
    let mut rest = text;
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match rest {
            [b'%', high, low, tail @ ..] => match (hex_value(*high), hex_value(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, tail),
                _ => (*first, tail_of(rest)),
            },
            _ => (*first, tail),
        };
        if uri::is_unreserved(byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(&uri::escape(byte));
        }
        rest = tail;
    }
    Cow::Owned(out)
}

fn tail_of(bytes: &[u8]) -> &[u8] {
    bytes.split_first().map_or(&[], |(_, tail)| tail)
}

fn is_canonical_escape(high: u8, low: u8) -> bool {
    let is_upper_hex = |digit: u8| digit.is_ascii_digit() || (b'A'..=b'F').contains(&digit);
    is_upper_hex(high)
        && is_upper_hex(low)
        && matches!((hex_value(high), hex_value(low)), (Some(high), Some(low)) if !uri::is_unreserved(high << 4 | low))
}

fn hex_value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| value.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_normalised() {
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

    #[test]
    fn queries_are_canonical_if_encoded_and_in_order() {
        for query in ["", "a=", "a=b", "a=1&a=2&b=%2F", "=", "a=-._~"] {
            assert!(is_canonical(query.as_bytes()), "{query}");
        }
        for query in [
            "a", "a=b&", "a=1&&b=2", "a=b=c", "a=%2f", "a=%7E", "a=%4", "a=+", "b=1&a=1", "a=2&a=1", "&",
        ] {
            assert!(!is_canonical(query.as_bytes()), "{query}");
        }
    }

    #[test]
    fn queries_are_sorted_and_recoded() {
        let mut out = Vec::new();
        push_query(&mut out, b"b=2&a=%7e%2f&b=1&uploads&c=a+b&d=%");
        assert_eq!(out, b"a=~%2F&b=1&b=2&c=a%2Bb&d=%25&uploads=");
    }
}
