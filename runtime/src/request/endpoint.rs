//! The endpoint of an API: scheme, authority and base path, validated once.

use std::fmt;
use std::net::IpAddr;

use http::Uri;
use reqwest::Url;

use crate::operation::{Operation, Piece};
use crate::text::percent;

/// The endpoint of an API.
#[derive(Clone)]
pub(crate) struct Endpoint {
    uri: Uri,
    authority: String,
    /// Whether the transport resolves names under `localhost` to this machine.
    pins_localhost: bool,
    addressing: Addressing,
}

/// How operations are addressed at an endpoint.
#[derive(Clone, Default)]
pub(crate) struct Addressing {
    /// Whether the labels of host prefixes are sent in the path.
    pub(crate) path_style: bool,
    /// The query parameters of operations that do not set them.
    pub(crate) query: Vec<DefaultQuery>,
}

/// A query parameter of operations that do not set it.
#[derive(Clone)]
pub(crate) struct DefaultQuery {
    pub(crate) key: String,
    /// The parameter as it is sent.
    pub(crate) text: String,
}

impl Addressing {
    /// Sets a query parameter, in place of an earlier one of this key.
    #[inline]
    pub(crate) fn set_query(&mut self, key: &str, value: &str) {
        self.query.retain(|default| default.key != key);
        self.query.push(DefaultQuery {
            key: key.to_owned(),
            text: format!("{}={}", percent::encoded(key), percent::encoded(value)),
        });
    }
}

impl Endpoint {
    /// Parses an `http` or `https` URL without query and credentials. A trailing `/` of its path is dropped.
    pub(crate) fn parse(text: &str, pins_localhost: bool) -> Result<Self, String> {
        let uri: Uri = text.parse().map_err(|error| {
            let authority = text.split_once("://").map_or(text, |(_, rest)| rest);
            match authority.split(['/', '?', '#']).next() {
                Some(authority) if !authority.is_ascii() => "the endpoint's host is not ASCII; write its ASCII form, \
                    such as `xn--bcher-kva.example` for `bücher.example`"
                    .to_owned(),
                _ => format!("the endpoint is not a valid URL: {error}"),
            }
        })?;
        match uri.scheme_str() {
            Some("http" | "https") => {}
            Some(scheme) => return Err(format!("the endpoint's scheme is `{scheme}`; use `https` or `http`")),
            None => return Err("the endpoint has no scheme; write `https://host`".to_owned()),
        }
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        if authority.contains('@') {
            return Err("the endpoint contains a user name; pass credentials to `.auth(..)`".to_owned());
        }
        let port = uri.host().and_then(|host| authority.strip_prefix(host));
        let port = port.and_then(|port| port.strip_prefix(':'));
        if port.is_some_and(|port| port.starts_with('+') || port.parse::<u16>().is_err()) {
            return Err("the endpoint's port is not a number in 0..=65535".to_owned());
        }
        if uri.query().is_some() || text.contains('#') {
            return Err(
                "the endpoint has a query or a fragment; remove it, and declare the query in the operations".to_owned(),
            );
        }
        if percent::has_dot_segment(uri.path().as_bytes()) {
            return Err("the endpoint's path has a `.` or `..` segment; write the path that it resolves to".to_owned());
        }
        if !uri.path().bytes().all(is_legal) {
            return Err("the endpoint's path contains characters that must be percent-encoded".to_owned());
        }
        let default_port = if uri.scheme_str() == Some("https") {
            ":443"
        } else {
            ":80"
        };
        let authority = authority.to_ascii_lowercase();
        let authority = authority.strip_suffix(default_port).unwrap_or(&authority).to_owned();
        // Transports parse the URL again, and must send to the host that was signed.
        let scheme = uri.scheme_str().unwrap_or_default();
        let url = Url::parse(&format!("{scheme}://{authority}"))
            .map_err(|error| format!("the endpoint's host `{authority}` cannot be used: {error}"))?;
        if url.authority() != authority {
            return Err(format!(
                "URL parsers rewrite the endpoint's host `{authority}` to `{0}`; write `{0}`",
                url.authority()
            ));
        }
        Ok(Self {
            uri,
            authority,
            pins_localhost,
            addressing: Addressing::default(),
        })
    }

    /// Returns the same endpoint with other addressing.
    pub(crate) fn addressed(self, addressing: Addressing) -> Self {
        Self { addressing, ..self }
    }

    pub(crate) fn addressing(&self) -> &Addressing {
        &self.addressing
    }

    /// Returns the pieces that precede the host.
    pub(crate) fn host_prefix(&self, operation: &Operation) -> &'static [Piece] {
        if self.addressing.path_style {
            &[]
        } else {
            operation.host_prefix
        }
    }

    /// Returns the pieces that precede the path: those of the host prefix, if the endpoint is addressed in path style.
    pub(crate) fn path_prefix(&self, operation: &Operation) -> &'static [Piece] {
        if self.addressing.path_style {
            operation.host_prefix
        } else {
            &[]
        }
    }

    pub(crate) fn scheme(&self) -> &str {
        self.uri.scheme_str().unwrap_or("https")
    }

    /// Returns host and port as sent in `host`: in lower case, without the scheme's default port.
    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    /// Returns the path under which the API is served, without a trailing `/`.
    pub(crate) fn base_path(&self) -> &str {
        self.uri.path().trim_end_matches('/')
    }

    /// Whether credentials may be sent to the endpoint: over TLS, or to this machine.
    pub(crate) fn is_private(&self) -> bool {
        self.scheme() == "https" || self.is_loopback(host_of(&self.authority))
    }

    /// Whether proxies are ignored: one would receive the plain HTTP, and the credentials, of calls to this machine.
    pub(crate) fn is_direct(&self) -> bool {
        self.scheme() == "http" && self.is_private()
    }

    /// Whether credentials may be sent to the endpoint's authority with a host prefix.
    pub(crate) fn is_private_under_prefix(&self, authority: &str) -> bool {
        authority == self.authority || self.scheme() == "https" || self.is_loopback(host_of(authority))
    }

    /// Rejects an operation with a host prefix if the endpoint's host is an IP address.
    pub(crate) fn check_prefix(&self, operation: &Operation) -> Result<(), String> {
        if self.host_prefix(operation).is_empty() || address(host_of(&self.authority)).is_none() {
            return Ok(());
        }
        Err(format!(
            "a host prefix cannot be added to the address `{}`; use an endpoint with a host name, such as `localhost` \
             for this machine, or build the client with `path_style()`",
            self.authority
        ))
    }

    /// Whether a host is this machine: `localhost`, 127.0.0.0/8, `::1`, and names under `.localhost` if the transport
    /// resolves them to this machine.
    fn is_loopback(&self, host: &str) -> bool {
        match address(host) {
            Some(address) => address.is_loopback(),
            None => matches!(host, "localhost" | "localhost.") || self.pins_localhost && is_localhost(host),
        }
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uri)
    }
}

/// Whether a byte is allowed in a path (RFC 3986, section 3.3).
fn is_legal(byte: u8) -> bool {
    percent::is_unreserved(byte) || b"%/:@!$&'()*+,;=".contains(&byte)
}

/// Returns the host of an authority.
fn host_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => host,
        _ => authority,
    }
}

/// Returns the IP address of a host, unless it is a name.
fn address(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// Whether a name is `localhost` or a name under it (RFC 6761, section 6.3).
pub(crate) fn is_localhost(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_endpoint_is_rejected_with_a_remedy() {
        for (text, message) in [
            ("chime.amazonaws.com", "no scheme"),
            ("ftp://a", "scheme is `ftp`"),
            ("https://user:secret@a", "user name"),
            // The `/` ends the authority, and with it the port.
            ("https://user:sec/ret@a", "port"),
            ("https://a:65536", "port"),
            ("https://a:+1", "port"),
            ("https://a:", "port"),
            ("https://a/é", "percent-encoded"),
            ("https://a/{x}", "percent-encoded"),
            ("https://a/?b", "query"),
            ("https://a/b/../c", "segment"),
            ("https://a b", "not a valid URL"),
            (
                "https://bücher.example",
                "write its ASCII form, such as `xn--bcher-kva.example`",
            ),
            ("https://user:secret@bücher.example", "ASCII form"),
            ("https://1.2.3.256", "cannot be used"),
        ] {
            let error = Endpoint::parse(text, true).unwrap_err();
            assert!(error.contains(message), "{text}: {error}");
            assert!(!error.contains("sec"), "{error}");
        }
    }

    #[test]
    fn host_that_a_url_parser_would_rewrite_is_rejected_with_the_rewritten_host() {
        for (host, rewritten) in [
            ("[0:0:0:0:0:0:0:1]:1", "[::1]:1"),
            ("[::ffff:127.0.0.1]", "[::ffff:7f00:1]"),
            ("127.1", "127.0.0.1"),
            ("127.0.0.1.", "127.0.0.1"),
            ("127.0.0.01", "127.0.0.1"),
            ("0x7f.0.0.1:8080", "127.0.0.1:8080"),
            ("2130706433", "127.0.0.1"),
            ("a:0080", "a"),
            ("a:08080", "a:8080"),
        ] {
            assert_eq!(
                Endpoint::parse(&format!("http://{host}/v1"), true).unwrap_err(),
                format!("URL parsers rewrite the endpoint's host `{host}` to `{rewritten}`; write `{rewritten}`")
            );
        }
    }

    #[test]
    fn case_default_port_and_final_slash_are_normalized() {
        for (text, origin) in [
            ("HTTPS://API.Example.com:443/", "https://api.example.com"),
            ("http://[::AB]:80", "http://[::ab]"),
            ("http://127.0.0.1:443", "http://127.0.0.1:443"),
            ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
            ("https://a_b.example.", "https://a_b.example."),
        ] {
            let endpoint = Endpoint::parse(text, true).unwrap();
            let given = format!(
                "{}://{}{}",
                endpoint.scheme(),
                endpoint.authority(),
                endpoint.base_path()
            );
            assert_eq!(given, origin, "{text}");
        }
    }

    #[test]
    fn base_path_has_no_trailing_slash() {
        assert_eq!(Endpoint::parse("https://a", true).unwrap().base_path(), "");
        assert_eq!(Endpoint::parse("https://a/", true).unwrap().base_path(), "");
        assert_eq!(Endpoint::parse("https://a/v1/", true).unwrap().base_path(), "/v1");
    }

    #[test]
    fn plain_http_is_private_on_loopback_only() {
        for endpoint in [
            "https://a",
            "http://localhost:1",
            "http://LOCALHOST.",
            "http://127.9.9.9",
            "http://[::1]:80",
            "http://x.localhost.",
        ] {
            assert!(Endpoint::parse(endpoint, true).unwrap().is_private(), "{endpoint}");
            let is_name_under_localhost = endpoint.contains("x.localhost");
            let unpinned = Endpoint::parse(endpoint, false).unwrap();
            assert_eq!(unpinned.is_private(), !is_name_under_localhost, "{endpoint}");
        }
        for endpoint in [
            "http://a",
            "http://10.0.0.1",
            "http://localhost.example",
            "http://128.0.0.1",
        ] {
            assert!(!Endpoint::parse(endpoint, true).unwrap().is_private(), "{endpoint}");
        }
    }
}
