//! Converts the URL of a request for reqwest.

use std::sync::OnceLock;

use http::Uri;
use http::uri::{Authority, Scheme};
use reqwest::Url;

use crate::transport::TransportError;

/// Creates URLs. Scheme and authority are parsed once, since most requests of a client share them.
#[derive(Debug, Default)]
pub(crate) struct Urls(OnceLock<Origin>);

/// The part of a URL before the path.
#[derive(Debug)]
struct Origin {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
    url: Url,
}

impl Urls {
    /// Returns the URL of a request. A target that the URL parser would change is rejected: the signed one must be sent.
    pub(crate) fn of(&self, uri: &Uri) -> Result<Url, TransportError> {
        let mut url = self.origin(uri)?;
        url.set_path(uri.path());
        url.set_query(uri.query());
        if url.path() == uri.path() && url.query() == uri.query() {
            return Ok(url);
        }
        Err(TransportError::unsent(
            "the URL parser would change the path or the query; percent-encode reserved characters",
        ))
    }

    fn origin(&self, uri: &Uri) -> Result<Url, TransportError> {
        let (scheme, authority) = (uri.scheme(), uri.authority());
        let known = self.0.get();
        if let Some(known) =
            known.filter(|known| (known.scheme.as_ref(), known.authority.as_ref()) == (scheme, authority))
        {
            return Ok(known.url.clone());
        }
        let text = format!(
            "{}://{}",
            scheme.map_or("", Scheme::as_str),
            authority.map_or("", Authority::as_str)
        );
        // The message does not contain the URL, which can contain credentials.
        let url = Url::parse(&text).map_err(TransportError::unsent)?;
        if authority.is_some_and(|authority| authority != url.authority()) {
            return Err(TransportError::unsent(
                "the URL parser would change the host or the port, which must be sent as signed",
            ));
        }
        // A URL with a password is not cached.
        if known.is_none() && !text.contains('@') {
            let (scheme, authority) = (scheme.cloned(), authority.cloned());
            let _ = self.0.set(Origin {
                scheme,
                authority,
                url: url.clone(),
            });
        }
        Ok(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_equal_those_of_a_parser() {
        let urls = Urls::default();
        for text in [
            "http://localhost:8080/a?b=c",
            "http://localhost:8080/",
            "http://localhost:8080/?",
            "http://localhost:8080/a%20b/%2F?x=%26&y",
            "https://localhost:8080/a",
            "http://localhost/a",
            "https://[::1]/a",
            "https://EXAMPLE.com//a//",
            "http://localhost:8080/a?b=c",
        ] {
            assert_eq!(
                urls.of(&text.parse().unwrap()).unwrap(),
                Url::parse(text).unwrap(),
                "{text}"
            );
        }
    }

    #[test]
    fn url_that_a_parser_would_change_or_reject_is_an_error() {
        let urls = Urls::default();
        for text in [
            "http://a/b/../c",
            "http://a/b/%2e/c",
            "http://a/?b='c'",
            "http://a/{b}",
            "http://1.2.3.256/",
            "http://localhost:80/a",
            "http://127.1/a",
            "/a",
        ] {
            assert!(urls.of(&text.parse().unwrap()).is_err(), "{text}");
        }
    }
}
