//! Where a redirect points to, told without what may be secret in it.

use http::HeaderMap;
use http::header::LOCATION;

use crate::uri;

/// The location of a redirect, less user name, query and fragment.
pub(crate) fn location(headers: &HeaderMap) -> Option<String> {
    let location = String::from_utf8_lossy(headers.get(LOCATION)?.as_bytes());
    // URL parsers read a backslash as a slash (WHATWG URL, section 4.4).
    let location = location.split(['?', '#']).next().unwrap_or("").replace('\\', "/");
    let (scheme, rest) = match location.split_once(':') {
        Some((scheme, rest)) if uri::reference::is_scheme(scheme) => (format!("{scheme}:"), rest),
        _ if location.starts_with("//") => (String::new(), &*location),
        _ => return Some(location),
    };
    // Before a host URL parsers read any number of slashes, none among them.
    let rest = rest.trim_start_matches('/');
    let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    let host = authority.rsplit('@').next().unwrap_or("");
    Some(format!("{scheme}//{host}{path}"))
}

/// Query and fragment of the location, in which it may hold what grants access.
pub(crate) fn secret(headers: &HeaderMap) -> Option<&str> {
    let location = headers.get(LOCATION)?.to_str().ok()?;
    let (_, secret) = location.split_once(['?', '#'])?;
    Some(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn location_is_told_without_secrets() {
        for (given, told) in [
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
        ] {
            let headers = HeaderMap::from_iter([(LOCATION, given.parse().unwrap())]);
            assert_eq!(location(&headers).unwrap(), told);
        }
    }
}
