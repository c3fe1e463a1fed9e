//! The canonical request: method, path, query, headers and payload hash of a request, each in its one form.

use std::borrow::Cow;
use std::ops::Range;

use http::header::{self, HeaderMap, HeaderName};
use sha2::{Digest, Sha256};

use super::hex::Hex;
use super::{Options, X_AMZ_SECURITY_TOKEN};
use crate::request::Request;
use crate::uri;

/// Where the signature goes.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Location {
    Headers,
    Query,
}

/// The payload hash, or what stands for it.
pub(super) struct Payload(Cow<'static, str>);

impl Payload {
    pub(super) fn of(request: &Request) -> Self {
        /// SHA-256 of nothing.
        const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        match request.body() {
            None => Self::unsigned(),
            Some(body) if body.is_empty() => Self(Cow::Borrowed(EMPTY)),
            Some(body) => Self(Cow::Owned(Hex::new(&Sha256::digest(body)).as_str().to_owned())),
        }
    }

    pub(super) fn unsigned() -> Self {
        Self(Cow::Borrowed("UNSIGNED-PAYLOAD"))
    }

    pub(super) fn is_unsigned(&self) -> bool {
        self.0 == "UNSIGNED-PAYLOAD"
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// A canonical request.
pub(super) struct Canonical {
    text: String,
    signed_headers: Range<usize>,
}

impl Canonical {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The names of the signed headers, joined by `;`.
    pub(super) fn signed_headers(&self) -> &str {
        self.text.get(self.signed_headers.clone()).unwrap_or_default()
    }
}

/// Writes the canonical request.
pub(super) fn write(request: &Request, payload: &Payload, options: Options, location: Location) -> Canonical {
    let mut text = String::with_capacity(512);
    text.push_str(request.method().as_str());
    text.push('\n');
    push_path(&mut text, request.path(), options);
    text.push('\n');
    push_query(&mut text, request.query().unwrap_or(""));
    text.push('\n');
    for name in signed_names(request.headers(), options, location) {
        text.push_str(name);
        text.push(':');
        push_values(&mut text, name, request);
        text.push('\n');
    }
    text.push('\n');
    let start = text.len();
    push_signed_headers(&mut text, request, options, location);
    let signed_headers = start..text.len();
    text.push('\n');
    text.push_str(payload.text());
    Canonical { text, signed_headers }
}

/// The names of the signed headers, joined by `;`.
pub(super) fn signed_headers(request: &Request, options: Options, location: Location) -> String {
    let mut names = String::new();
    push_signed_headers(&mut names, request, options, location);
    names
}

fn push_signed_headers(out: &mut String, request: &Request, options: Options, location: Location) {
    for (index, name) in signed_names(request.headers(), options, location).enumerate() {
        if index > 0 {
            out.push(';');
        }
        out.push_str(name);
    }
}

/// The names of the headers that are signed, in order, `host` among them. Left out are those that proxies change, as
/// the AWS SDKs leave them out.
///
/// There are few, so each is looked for in turn: that costs less than a sorted list of them.
fn signed_names(headers: &HeaderMap, options: Options, location: Location) -> impl Iterator<Item = &str> {
    let after = move |last: &str| {
        let names = headers
            .keys()
            .filter(|name| is_signed(name) && (options.sign_session_token || *name != X_AMZ_SECURITY_TOKEN))
            .map(HeaderName::as_str)
            .filter(|name| location == Location::Headers || *name != "x-amz-user-agent");
        names.chain(["host"]).filter(|name| *name > last).min()
    };
    std::iter::successors(after(""), move |last| after(last))
}

fn is_signed(name: &HeaderName) -> bool {
    const UNSIGNED: [HeaderName; 6] = [
        header::AUTHORIZATION,
        header::CONNECTION,
        header::EXPECT,
        header::HOST,
        header::TRANSFER_ENCODING,
        header::USER_AGENT,
    ];
    !UNSIGNED.contains(name) && name.as_str() != "x-amzn-trace-id"
}

/// Appends the values of a header, joined by commas, outer spaces taken off and inner ones folded to one.
fn push_values(out: &mut String, name: &str, request: &Request) {
    if name == "host" {
        out.push_str(request.authority());
        return;
    }
    for (index, value) in request.headers().get_all(name).iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let text = String::from_utf8_lossy(value.as_bytes());
        let mut after_space = false;
        for character in text.trim_matches(' ').chars() {
            if !(after_space && character == ' ') {
                out.push(character);
            }
            after_space = character == ' ';
        }
    }
}

/// Appends the path: normalised and encoded once more, unless the service wants it as it is sent.
fn push_path(out: &mut String, path: &str, options: Options) {
    let path = if path.is_empty() { "/" } else { path };
    let path = if options.normalize_path {
        normalize(path)
    } else {
        Cow::Borrowed(path)
    };
    if options.double_encode {
        uri::encode_segments(out, &path);
    } else {
        out.push_str(&path);
    }
}

/// Takes empty and dot segments out of a path (RFC 3986, section 5.2.4); a trailing `/` stays.
fn normalize(path: &str) -> Cow<'_, str> {
    let inner = path.strip_prefix('/').unwrap_or(path);
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let is_normal = path.starts_with('/') && !inner.split('/').any(|segment| matches!(segment, "" | "." | ".."));
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
fn push_query(out: &mut String, query: &str) {
    if is_canonical(query) {
        out.push_str(query);
        return;
    }
    let mut pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (recode(key), recode(value)))
        .collect();
    pairs.sort_unstable();
    for (index, (key, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push('&');
        }
        out.push_str(key);
        out.push('=');
        out.push_str(value);
    }
}

/// Whether a query is in canonical form as it is.
fn is_canonical(query: &str) -> bool {
    let mut last = ("", "");
    query.is_empty()
        || query.split('&').all(|pair| {
            pair.split_once('=').is_some_and(|pair| {
                let sorted = last <= pair;
                last = pair;
                sorted && is_encoded(pair.0) && is_encoded(pair.1)
            })
        })
}

/// Whether everything but unreserved characters is percent-encoded, upper-case.
fn is_encoded(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        match rest {
            [] => return true,
            [byte, tail @ ..] if uri::is_unreserved(*byte) => rest = tail,
            [b'%', high, low, tail @ ..] if is_canonical_escape(*high, *low) => rest = tail,
            _ => return false,
        }
    }
}

/// Brings a text into the form in which everything but unreserved characters is percent-encoded, upper-case.
fn recode(text: &str) -> Cow<'_, str> {
    if is_encoded(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match rest {
            [b'%', high, low, tail @ ..] => match (hex_value(*high), hex_value(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, tail),
                _ => (*first, tail_of(rest)),
            },
            _ => (*first, tail),
        };
        if uri::is_unreserved(byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            out.extend(uri::hex_upper(byte));
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
    fn queries_are_sorted_and_recoded() {
        let mut out = String::new();
        push_query(&mut out, "b=2&a=%7e%2f&b=1&uploads&c=a+b&d=%");
        assert_eq!(out, "a=~%2F&b=1&b=2&c=a%2Bb&d=%25&uploads=");
    }
}
