//! The location of a redirect, without the parts that may be secret.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::LOCATION;
use percent_encoding::percent_decode_str;

use crate::text::{redact, reference};

/// Returns the location of a redirect without user name, query and fragment.
pub(crate) fn location(headers: &HeaderMap) -> Option<String> {
    let location = RedirectTarget::parse(&raw(headers)?);
    let RedirectTarget { scheme, host, path, .. } = &location;
    Some(match host {
        Some(host) => format!("{scheme}//{host}{path}"),
        None => location.path,
    })
}

/// Adds the parts of the location that may grant access: user name and password, query and fragment. Bodies of
/// redirects repeat them.
pub(crate) fn push_secrets(texts: &mut Vec<String>, headers: &HeaderMap) {
    let Some(raw) = raw(headers) else { return };
    let user = RedirectTarget::parse(&raw).user;
    let password = user.split_once(':').map_or("", |(_, password)| password);
    for secret in [&*user, password] {
        redact::push(texts, secret);
        redact::push(texts, &percent_decode_str(secret).decode_utf8_lossy());
    }
    let Some((_, tail)) = raw.split_once(['?', '#']) else {
        return;
    };
    redact::push(texts, &tail.replace('\t', ""));
    // Services write the characters between these pieces in different ways.
    for piece in tail.split(|character: char| character == '\t' || !character.is_ascii()) {
        redact::push(texts, piece);
    }
}

fn raw(headers: &HeaderMap) -> Option<Cow<'_, str>> {
    Some(String::from_utf8_lossy(headers.get(LOCATION)?.as_bytes()))
}

/// A location without query and fragment.
struct RedirectTarget {
    /// Ends with its colon; empty if the location has none.
    scheme: String,
    user: String,
    /// `None` if the location is a path alone.
    host: Option<String>,
    path: String,
}

impl RedirectTarget {
    /// Parses a location as URL parsers do (WHATWG URL, section 4.4): tabs and surrounding spaces are ignored, and a
    /// backslash is a slash.
    fn parse(raw: &str) -> Self {
        let location = raw.split(['?', '#']).next().unwrap_or("");
        let location = location.replace('\t', "").replace('\\', "/");
        let location = location.trim_matches(|character: char| character <= ' ');
        let (scheme, rest) = match location.split_once(':') {
            Some((scheme, rest)) if reference::is_scheme(scheme) => (format!("{scheme}:"), rest),
            _ if location.starts_with("//") => (String::new(), location),
            _ => {
                return Self {
                    scheme: String::new(),
                    user: String::new(),
                    host: None,
                    path: location.to_owned(),
                };
            }
        };
        // URL parsers accept any number of slashes before a host, including none.
        let rest = rest.trim_start_matches('/');
        let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
        let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        Self {
            scheme,
            user: user.to_owned(),
            host: Some(host.to_owned()),
            path: path.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn location_is_shown_without_secrets() {
        for (given, shown) in [
            ("https://u:p@host/a?token=b#c", "https://host/a"),
            ("/a?token=b", "/a"),
            ("//host", "//host"),
            ("//u:p@host/a", "//host/a"),
            ("/a//b@c", "/a//b@c"),
            ("https:u:p@host/a?b", "https://host/a"),
            ("https:/u:p@host/a", "https://host/a"),
            ("https:///u:p@host/a", "https://host/a"),
            ("///u:p@host/a", "//host/a"),
            ("a/b:c@d", "a/b:c@d"),
            ("https://u:p@q@host", "https://host"),
            ("https:\\\\u:p@host", "https://host"),
            ("/\\u:p@host", "//host"),
            ("a/b", "a/b"),
            ("https://host", "https://host"),
            ("ht\ttps://u:p@h/a", "https://h/a"),
            ("https:/\t/u:p@h/a", "https://h/a"),
            ("/\t/u:p@h/a", "//h/a"),
            (" https://u:p@h/a", "https://h/a"),
            ("\t//u:p@h/a", "//h/a"),
            ("https://u:p@h/\u{e9}?b", "https://h/\u{e9}"),
            ("https://u\u{e9}:p@h/?b", "https://h/"),
        ] {
            let headers = HeaderMap::from_iter([(LOCATION, given.parse().unwrap())]);
            assert_eq!(location(&headers).unwrap(), shown);
        }
        let latin = HeaderMap::from_iter([(LOCATION, HeaderValue::from_bytes(b"https://\xe9:p@h/\xe9?b").unwrap())]);
        assert_eq!(location(&latin).unwrap(), "https://h/\u{fffd}");
    }

    #[test]
    fn secrets_of_a_location_are_found_in_any_bytes() {
        for (given, quoted) in [
            ("https://h/a?token=s3cr3t", "/a?token=s3cr3t"),
            ("https://h/\u{e9}?token=s3cr3t", "/%C3%A9?token=s3cr3t"),
            ("https://h/a?q=\u{e9}&token=s3cr3t", "/a?q=%E9&token=s3cr3t"),
            ("https://h/a#token=s3c\tr3t", "/a#token=s3cr3t"),
            ("ht\ttps://user:s3cr3t@h/", "no user user:s3cr3t"),
            ("https://user:s3cr%33t@h/", "the password s3cr3t"),
        ] {
            for bytes in [given.as_bytes().to_vec(), given.replace('\u{e9}', "\u{1}").into_bytes()] {
                // Also in ISO 8859-1.
                let bytes: Vec<u8> = bytes
                    .into_iter()
                    .map(|byte| if byte == 1 { 0xe9 } else { byte })
                    .collect();
                let headers = HeaderMap::from_iter([(LOCATION, HeaderValue::from_bytes(&bytes).unwrap())]);
                let mut texts = Vec::new();
                push_secrets(&mut texts, &headers);
                let hidden = redact::hide_all(&texts, quoted);
                assert!(!hidden.contains("s3cr3t"), "{given}: {hidden}");
            }
        }
    }
}
