//! The endpoint of an API: scheme, authority and base path, checked once.

use std::fmt;
use std::net::IpAddr;

use http::Uri;

/// Where an API is served.
#[derive(Clone)]
pub(crate) struct Endpoint {
    uri: Uri,
    authority: String,
}

impl Endpoint {
    /// Reads an `http` or `https` URL with neither query nor credentials; a trailing `/` of its path is dropped.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let uri: Uri = text
            .parse()
            .map_err(|error| format!("the endpoint is no URL: {error}"))?;
        match uri.scheme_str() {
            Some("http" | "https") => {}
            Some(scheme) => return Err(format!("the endpoint's scheme is `{scheme}`; give `https` or `http`")),
            None => return Err("the endpoint has no scheme; give it as `https://host`".to_owned()),
        }
        let authority = uri.authority().map_or("", |authority| authority.as_str());
        if authority.contains('@') {
            return Err("the endpoint holds a user name; give credentials by `.auth(..)`".to_owned());
        }
        let port = uri.host().and_then(|host| authority.strip_prefix(host));
        let port = port.and_then(|port| port.strip_prefix(':'));
        if port.is_some_and(|port| port.starts_with('+') || port.parse::<u16>().is_err()) {
            return Err("the endpoint's port is no number up to 65535".to_owned());
        }
        if uri.query().is_some() || text.contains('#') {
            return Err("the endpoint has a query or a fragment; give them with the operations".to_owned());
        }
        if crate::uri::has_dot_segment(uri.path().as_bytes()) {
            return Err("the endpoint's path has a `.` or `..` segment; give the path that it stands for".to_owned());
        }
        if !uri.path().bytes().all(is_legal) {
            return Err("the endpoint's path holds what is to be percent-encoded".to_owned());
        }
        let default_port = if uri.scheme_str() == Some("https") {
            ":443"
        } else {
            ":80"
        };
        let authority = authority.to_ascii_lowercase();
        let authority = authority.strip_suffix(default_port).unwrap_or(&authority).to_owned();
        Ok(Self { uri, authority })
    }

    pub(crate) fn scheme(&self) -> &str {
        self.uri.scheme_str().unwrap_or("https")
    }

    /// Host and port as they go out in `host`: in lower case, and without the port that goes without saying.
    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    /// The path under which the API is served, without a trailing `/`.
    pub(crate) fn base_path(&self) -> &str {
        self.uri.path().trim_end_matches('/')
    }

    /// Whether credentials may go there as the rules have it: over TLS, or no further than this machine.
    pub(crate) fn is_private(&self) -> bool {
        self.scheme() == "https" || is_loopback(self.uri.host().unwrap_or(""))
    }

    /// The same for the authority that a host prefix makes of the endpoint's.
    pub(crate) fn is_private_under_prefix(&self, authority: &str) -> bool {
        let host = || authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        authority == self.authority || self.scheme() == "https" || is_loopback(host())
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uri)
    }
}

/// Whether a byte may stand in a path (RFC 3986, section 3.3).
fn is_legal(byte: u8) -> bool {
    crate::uri::is_unreserved(byte) || b"%/:@!$&'()*+,;=".contains(&byte)
}

/// Whether a host is this machine: `localhost` (RFC 6761), 127.0.0.0/8 or `::1`.
fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = host.parse::<IpAddr>() {
        return address.is_loopback();
    }
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_endpoint_is_refused_with_a_remedy() {
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
            ("https://a b", "no URL"),
        ] {
            let error = Endpoint::parse(text).unwrap_err();
            assert!(error.contains(message), "{text}: {error}");
            assert!(!error.contains("sec"), "{error}");
        }
    }

    #[test]
    fn base_path_has_no_trailing_slash() {
        assert_eq!(Endpoint::parse("https://a").unwrap().base_path(), "");
        assert_eq!(Endpoint::parse("https://a/").unwrap().base_path(), "");
        assert_eq!(Endpoint::parse("https://a/v1/").unwrap().base_path(), "/v1");
    }

    #[test]
    fn plain_http_is_private_on_loopback_only() {
        for endpoint in [
            "https://a",
            "http://localhost:1",
            "http://127.9.9.9",
            "http://[::1]:80",
            "http://x.localhost.",
        ] {
            assert!(Endpoint::parse(endpoint).unwrap().is_private(), "{endpoint}");
        }
        for endpoint in [
            "http://a",
            "http://10.0.0.1",
            "http://localhost.example",
            "http://128.0.0.1",
        ] {
            assert!(!Endpoint::parse(endpoint).unwrap().is_private(), "{endpoint}");
        }
    }
}
