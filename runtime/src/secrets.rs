//! What a request carries that no error may repeat: services, and what stands before them, quote the credentials that
//! they refuse.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

use crate::request::Request;
use crate::uri;

/// The credentials of one attempt.
#[derive(Default)]
pub(crate) struct Secrets {
    authorization: Option<HeaderValue>,
    /// What other header values are marked as sensitive, such as a session token: room for it is not allocated with
    /// every attempt.
    headers: SmallVec<[HeaderValue; 1]>,
    query: String,
}

impl Secrets {
    /// What authentication added to a request: `authorization`, header values that are marked as sensitive, and query
    /// parameters.
    pub(crate) fn of(authorized: &Request, plain: &Request) -> Self {
        let is_marked = |(name, value): &(&HeaderName, &HeaderValue)| value.is_sensitive() && *name != AUTHORIZATION;
        let marked = authorized.headers().iter().filter(is_marked);
        let mut query = if authorized.url() == plain.url() {
            String::new()
        } else {
            added(authorized.query(), plain.query())
        };
        // They may have stood there before: services repeat a key in the link to the next page.
        if !authorized.credentials().is_empty() {
            query.push('&');
            query.push_str(authorized.credentials());
        }
        Self {
            authorization: authorized.headers().get(AUTHORIZATION).cloned(),
            headers: marked.map(|(_, value)| value.clone()).collect(),
            query,
        }
    }

    /// The `authorization` that the request carried.
    pub(crate) fn authorization(&self) -> Option<&HeaderValue> {
        self.authorization.as_ref()
    }

    /// The secrets one by one, as they may be written, longer ones first: some are parts of others.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut push = |secret: &str| push(&mut texts, secret);
        for value in self.authorization.iter().chain(&self.headers) {
            let text = String::from_utf8_lossy(value.as_bytes());
            push(&text);
            if let Some(password) = text.strip_prefix("Basic ").and_then(password) {
                push(&password);
            }
            // `Bearer TOKEN` or `AWS4-HMAC-SHA256 Credential=…, Signature=…`: what follows the scheme, part by part.
            let skip = usize::from(text.contains(' '));
            for part in text.split([' ', ',']).skip(skip) {
                let part = part.trim_end_matches('=');
                push(part.split_once('=').map_or(part, |(_, value)| value));
            }
        }
        for pair in self.query.split('&') {
            let (_, value) = pair.split_once('=').unwrap_or_default();
            push(value);
            push(&percent_decode_str(value).decode_utf8_lossy());
        }
        texts
    }
}

/// Adds a secret in the forms in which it may be written.
pub(crate) fn push(texts: &mut Vec<String>, secret: &str) {
    /// Shorter ones are no secrets, and would be found in every other word.
    const SHORTEST: usize = 4;
    if secret.len() < SHORTEST {
        return;
    }
    // In XML and HTML, where quotes may be escaped or not.
    let element = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let named = element.replace('"', "&quot;").replace('\'', "&apos;");
    let numbered = element.replace('"', "&#34;").replace('\'', "&#39;");
    let in_json = secret.replace('/', r"\/");
    for text in [
        secret.to_owned(),
        uri::encoded(secret),
        element,
        named,
        numbered,
        in_json,
    ] {
        if !texts.contains(&text) {
            let at = texts.partition_point(|other| other.len() > text.len());
            texts.insert(at, text);
        }
    }
}

/// The text, with `***` for each of these in it.
pub(crate) fn hide_all<'t>(secrets: &[String], text: &'t str) -> Cow<'t, str> {
    let mut hidden = Cow::Borrowed(text);
    for secret in secrets {
        if hidden.contains(secret.as_str()) {
            hidden = Cow::Owned(hidden.replace(secret.as_str(), "***"));
        }
    }
    hidden
}

/// The password of basic credentials (RFC 7617).
fn password(credentials: &str) -> Option<String> {
    let decoded = String::from_utf8(STANDARD.decode(credentials).ok()?).ok()?;
    Some(decoded.split_once(':')?.1.to_owned())
}

/// The query parameters that stand in the one query and not in the other, wherever they stand.
fn added(authorized: Option<&str>, plain: Option<&str>) -> String {
    let (Some(authorized), plain) = (authorized, plain.unwrap_or("")) else {
        return String::new();
    };
    let is_new = |pair: &&str| plain.split('&').all(|known| known != *pair);
    let pairs: Vec<&str> = authorized.split('&').filter(is_new).collect();
    pairs.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(header: &'static str, query: &str) -> Secrets {
        let mut value = HeaderValue::from_static(header);
        value.set_sensitive(true);
        Secrets {
            authorization: None,
            headers: [value].into_iter().collect(),
            query: query.to_owned(),
        }
    }

    #[test]
    fn credentials_are_hidden_whole_and_in_parts() {
        let bearer = secrets("Bearer eyJhbGciOi==", "");
        assert_eq!(
            hide_all(&bearer.texts(), "no `Bearer eyJhbGciOi==` here"),
            "no `***` here"
        );
        assert_eq!(
            hide_all(&bearer.texts(), "token eyJhbGciOi== has expired"),
            "token ***== has expired"
        );
        let signed = secrets(
            "AWS4-HMAC-SHA256 Credential=AKID/20191202/us-east-1/chime/aws4_request, SignedHeaders=host, Signature=0123abcd",
            "",
        );
        assert_eq!(
            hide_all(
                &signed.texts(),
                "Signature 0123abcd of AKID/20191202/us-east-1/chime/aws4_request by AWS4-HMAC-SHA256"
            ),
            "Signature *** of *** by AWS4-HMAC-SHA256"
        );
        let basic = secrets("Basic dXNlcjpwYTpzcw==", "");
        assert_eq!(
            hide_all(&basic.texts(), "dXNlcjpwYTpzcw== is user with pa:ss"),
            "***== is user with ***"
        );
        let key = secrets("k-1234", "api_key=a%2Fb%2Fc&x");
        assert_eq!(
            hide_all(&key.texts(), "k-1234, a%2Fb%2Fc and a/b/c are unknown"),
            "***, *** and *** are unknown"
        );
    }

    #[test]
    fn secrets_are_hidden_however_they_are_written() {
        let key = secrets("k/y+z<&\"'w>", "");
        for text in [
            "k/y+z&lt;&amp;\"'w&gt;",
            "k/y+z&lt;&amp;&#34;&#39;w&gt;",
            "k/y+z<&\"'w>",
            r#"k\/y+z<&"'w>"#,
            "k/y+z&lt;&amp;&quot;&apos;w&gt;",
            "k%2Fy%2Bz%3C%26%22%27w%3E",
        ] {
            assert_eq!(hide_all(&key.texts(), text), "***");
        }
        // The password is a part of what stands for it.
        let basic = secrets("Basic dXNlcjpkWE5s", "");
        assert_eq!(hide_all(&basic.texts(), "no dXNlcjpkWE5s, no dXNl"), "no ***, no ***");
    }

    #[test]
    fn what_is_no_secret_stays_and_is_not_copied() {
        let secrets = secrets("Bearer abcdefgh", "");
        assert!(matches!(
            hide_all(&secrets.texts(), "Bearer tokens are wanted"),
            Cow::Borrowed(_)
        ));
        assert!(matches!(
            hide_all(&Secrets::default().texts(), "gone"),
            Cow::Borrowed(_)
        ));
    }
}
