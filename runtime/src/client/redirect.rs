//! Where a redirect points to, told without what may be secret in it.

use http::HeaderMap;
use http::header::LOCATION;

/// The location of a redirect, less user name, query and fragment.
pub(crate) fn location(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(LOCATION)?.to_str().ok()?;
    let location = location.split(['?', '#']).next().unwrap_or("");
    let Some((scheme, rest)) = location.split_once("//") else {
        return Some(location.to_owned());
    };
    let (authority, path) = rest.find('/').map_or((rest, ""), |slash| rest.split_at(slash));
    let host = authority.rsplit('@').next().unwrap_or("");
    Some(format!("{scheme}//{host}{path}"))
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
            ("https://host", "https://host"),
        ] {
            let headers = HeaderMap::from_iter([(LOCATION, given.parse().unwrap())]);
            assert_eq!(location(&headers).unwrap(), told);
        }
    }
}
