//! The canonical request: method, path, query, headers and payload hash of a request, each in its one form.

use std::borrow::Cow;

use http::header::{self, HeaderMap, HeaderName};
use sha2::{Digest, Sha256};

use super::{Options, X_AMZ_SECURITY_TOKEN, push_hex};
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
            Some(body) => {
                let mut hash = String::with_capacity(64);
                push_hex(&mut hash, &Sha256::digest(body));
                Self(Cow::Owned(hash))
            }
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

/// Writes the canonical request; the second half of the result names the signed headers.
pub(super) fn write(request: &Request, payload: &Payload, options: Options, location: Location) -> (String, String) {
    let mut out = String::with_capacity(512);
    out.push_str(request.method().as_str());
    out.push('\n');
    push_path(&mut out, request.path(), options);
    out.push('\n');
    push_query(&mut out, request.query().unwrap_or(""));
    out.push('\n');
    let names = signed_names(request.headers(), options, location);
    for name in &names {
        out.push_str(name);
        out.push(':');
        push_values(&mut out, name, request);
        out.push('\n');
    }
    out.push('\n');
    let signed_headers = names.join(";");
    out.push_str(&signed_headers);
    out.push('\n');
    out.push_str(payload.text());
    (out, signed_headers)
}

/// The names of the signed headers, joined by `;`.
pub(super) fn signed_headers(request: &Request, options: Options, location: Location) -> String {
    signed_names(request.headers(), options, location).join(";")
}

/// The names of the headers that are signed, in order, `host` among them. Left out are those that proxies change, as
/// the AWS SDKs leave them out.
fn signed_names(headers: &HeaderMap, options: Options, location: Location) -> Vec<&str> {
    let mut names: Vec<&str> = headers
        .keys()
        .filter(|name| is_signed(name) && (options.sign_session_token || *name != X_AMZ_SECURITY_TOKEN))
        .filter(|name| location == Location::Headers || name.as_str() != "x-amz-user-agent")
        .map(HeaderName::as_str)
        .collect();
    names.push("host");
    names.sort_unstable();
    names
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

/// Brings a text into the form in which everything but unreserved characters is percent-encoded, upper-case.
fn recode(text: &str) -> Cow<'_, str> {
    let mut rest = text.as_bytes();
    let canonical = loop {
        match rest {
            [] => break true,
            [b'%', high, low, tail @ ..] if is_canonical_escape(*high, *low) => rest = tail,
            [byte, tail @ ..] if uri::is_unreserved(*byte) => rest = tail,
            _ => break false,
        }
    };
    if canonical {
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
