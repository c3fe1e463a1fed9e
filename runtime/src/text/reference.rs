//! Resolves URL references (RFC 3986, section 5.2) on the same origin.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// The characters that URL parsers encode in the query of an `http` URL (URL Standard, section 1.3).
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'\'').add(b'<').add(b'>');

/// The characters that URL parsers encode in a path. Older parsers keep `^`, but they keep `%5E`, too.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'}');

/// Resolves a reference in the response to a request. Returns the target, path and query, in the form that URL parsers
/// produce, or `None` if the reference is to another origin.
#[inline]
pub(crate) fn resolve(origin: &str, target: &str, reference: &str) -> Option<String> {
    let reference = &*normalized(reference);
    let (scheme, authority) = origin.split_once("://")?;
    let reference = match reference.split_once(':') {
        Some((given, rest)) if is_scheme(given) => {
            // Behind a proxy that terminates TLS, services send links with `http`. The call keeps `https`.
            let is_same = given.eq_ignore_ascii_case(scheme) || given.eq_ignore_ascii_case("http") && scheme == "https";
            rest.strip_prefix("//").filter(|_| is_same).map(|_| rest)?
        }
        _ => reference,
    };
    if let Some(rest) = reference.strip_prefix("//") {
        let (host, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        is_same(scheme, authority, host).then_some(())?;
        return Some(without_dots(&if rest.starts_with('/') {
            rest.to_owned()
        } else {
            format!("/{rest}")
        }));
    }
    let path = target.split('?').next().unwrap_or(target);
    Some(match reference.chars().next() {
        None => target.to_owned(),
        Some('/') => without_dots(reference),
        Some('?') => format!("{path}{reference}"),
        Some(_) => {
            let directory = path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or("/");
            without_dots(&format!("{directory}{reference}"))
        }
    })
}

/// Normalizes a reference as URL parsers do (URL Standard, section 4.4), so that the same URL is signed, recorded and
/// sent. Surrounding spaces, line breaks, tabs and the fragment are removed, `\` in the path becomes `/`, and characters
/// are percent-encoded.
#[inline]
fn normalized(reference: &str) -> String {
    let reference = reference.trim_matches(|c| c <= ' ').replace(['\t', '\n', '\r'], "");
    let reference = reference.split('#').next().unwrap_or_default();
    let (path, query) = reference.split_at(reference.find('?').unwrap_or(reference.len()));
    let path = path.replace('\\', "/");
    let (path, query) = (utf8_percent_encode(&path, PATH), utf8_percent_encode(query, QUERY));
    format!("{path}{query}")
}

/// Whether a text is the scheme of a URL (RFC 3986, section 3.1).
pub(crate) fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Whether two authorities are equal, ignoring case and the scheme's default port.
#[inline]
fn is_same(scheme: &str, authority: &str, given: &str) -> bool {
    let port = if scheme == "https" { ":443" } else { ":80" };
    given.eq_ignore_ascii_case(authority)
        || given
            .strip_suffix(port)
            .is_some_and(|given| given.eq_ignore_ascii_case(authority))
}

/// Removes dot segments from the path of a target.
#[inline]
fn without_dots(target: &str) -> String {
    let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
    let mut segments: Vec<&str> = Vec::new();
    let mut rest = path.split('/').skip(1).peekable();
    while let Some(segment) = rest.next() {
        if !super::percent::is_dot_segment(segment.as_bytes()) {
            segments.push(segment);
            continue;
        }
        if segment.len() > ".".len() && !segment.eq_ignore_ascii_case("%2e") {
            segments.pop();
        }
        if rest.peek().is_none() {
            segments.push("");
        }
    }
    format!("/{}{query}", segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_on_the_same_origin() {
        for (reference, target) in [
            ("https://api.example.com/v2/b?page=2#top", "/v2/b?page=2"),
            ("HTTPS://API.example.com:443/b", "/b"),
            ("https://api.example.com", "/"),
            ("https://api.example.com?page=2", "/?page=2"),
            ("//api.example.com/b", "/b"),
            ("http://api.example.com/b", "/b"),
            ("/b?c=//d", "/b?c=//d"),
            ("?page=2", "/v1/a?page=2"),
            ("b", "/v1/b"),
            ("./b/../c", "/v1/c"),
            ("../b?x=..", "/b?x=.."),
            ("../../..", "/"),
            ("%2e%2E/b", "/b"),
            ("", "/v1/a?page=1"),
        ] {
            let resolved = resolve("https://api.example.com", "/v1/a?page=1", reference);
            assert_eq!(resolved.as_deref(), Some(target), "{reference}");
        }
    }

    #[test]
    fn references_are_encoded_as_url_parsers_do() {
        for (reference, target) in [
            ("?labels=UI Pod&page=2", "/v1/a?labels=UI%20Pod&page=2"),
            ("?q='x'", "/v1/a?q=%27x%27"),
            ("?q=\"x\"&r=<y>", "/v1/a?q=%22x%22&r=%3Cy%3E"),
            ("?q=é#ü", "/v1/a?q=%C3%A9"),
            ("?q={`^|\\}[]%zz", "/v1/a?q={`^|\\}[]%zz"),
            (
                "/é/a{b}/\"<`^>\"/o'clock|[%]",
                "/%C3%A9/a%7Bb%7D/%22%3C%60%5E%3E%22/o'clock|[%]",
            ),
            ("/a\u{1}\u{7f}\u{80}", "/a%01%7F%C2%80"),
            (" \n/a\tb\r\nc \u{1f}", "/abc"),
            ("\\b\\..\\c d", "/c%20d"),
            ("https:\\\\api.example.com\\b", "/b"),
        ] {
            let resolved = resolve("https://api.example.com", "/v1/a?page=1", reference);
            assert_eq!(resolved.as_deref(), Some(target), "{reference:?}");
        }
    }

    #[test]
    fn references_to_another_origin_are_not_resolved() {
        for reference in [
            "/\\evil.example/b",
            "\\\\evil.example/b",
            "/\t/evil.example/b",
            " //evil.example/b",
            "h\nttp://evil.example/b",
            "https://api.example.com:8443/b",
            "https://api.example.com.evil.example/b",
            "https://user@api.example.com/b",
            "https://evil.example/api.example.com",
            "//evil.example/b",
            "https:b",
            "b:1",
            "javascript:alert(1)",
            "ftp://api.example.com/b",
            "http://evil.example/b",
        ] {
            assert_eq!(
                resolve("https://api.example.com", "/v1/a", reference),
                None,
                "{reference}"
            );
        }
    }
}
