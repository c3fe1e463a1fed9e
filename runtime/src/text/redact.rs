//! Redacts the credentials of a request in text from the service. Services and proxies quote credentials that they
//! reject, and errors must not repeat them.
//!
//! Which headers of a request are secret is decided in [`Secrets::new`]; which query parameters are, in `Request::secrets`. A
//! header of a scheme of its own is hidden from every log and `Debug` by its value, which `auth::sensitive` marks.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use http::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use smallvec::SmallVec;

/// Shorter texts are not redacted, since they occur in ordinary words.
const MIN_SECRET_LEN: usize = 4;

/// Parameters that describe how a request is authorized. Their values are not secret, and occur in ordinary text.
const PUBLIC: [&str; 6] = ["algorithm", "nc", "qop", "realm", "SignedHeaders", "uri"];

/// The longest entity that is recognized, in bytes.
const MAX_ENTITY_LEN: usize = 12;

/// Entities of characters that occur in credentials.
const ENTITIES: [(&str, char); 8] = [
    ("amp", '&'),
    ("apos", '\''),
    ("equals", '='),
    ("gt", '>'),
    ("lt", '<'),
    ("plus", '+'),
    ("quot", '"'),
    ("sol", '/'),
];

/// The credentials of one attempt.
#[derive(Default)]
pub(crate) struct Secrets {
    authorization: Option<HeaderValue>,
    /// Other header values that are marked as sensitive. One value, such as a session token, needs no allocation.
    headers: SmallVec<[HeaderValue; 1]>,
    query: String,
}

impl Secrets {
    /// Collects the credentials of one attempt: `authorization`, other headers that are marked as sensitive, and query
    /// parameters as `key=value&…`.
    pub(crate) fn new(headers: &HeaderMap, query: String) -> Self {
        let is_secret = |(name, value): &(&HeaderName, &HeaderValue)| value.is_sensitive() && *name != AUTHORIZATION;
        Self {
            authorization: headers.get(AUTHORIZATION).cloned(),
            headers: headers
                .iter()
                .filter(is_secret)
                .map(|(_, value)| value.clone())
                .collect(),
            query,
        }
    }

    /// Returns the `authorization` header of the request.
    pub(crate) fn authorization(&self) -> Option<&HeaderValue> {
        self.authorization.as_ref()
    }

    /// Returns the secrets, longer ones first, since some contain others.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for value in self.authorization.iter().chain(&self.headers) {
            push_header(&mut texts, &String::from_utf8_lossy(value.as_bytes()));
        }
        for pair in self.query.split('&') {
            let (_, value) = pair.split_once('=').unwrap_or_default();
            push_value(&mut texts, value);
        }
        texts
    }
}

/// Adds a header value and its parts for any scheme: `Bearer TOKEN`, `Digest username="…", response="…"`, `sr=…&sig=…`,
/// `session=…; theme=…`.
fn push_header(texts: &mut Vec<String>, value: &str) {
    let is_scheme = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let scheme = value.split_once(' ').filter(|(word, _)| is_scheme(word));
    let (scheme, credentials) = scheme.unwrap_or(("", value));
    insert(texts, value);
    insert(texts, credentials);
    if scheme.eq_ignore_ascii_case("basic")
        && let Some(password) = password(credentials)
    {
        push(texts, &password);
    }
    let mut is_quoted = false;
    let parts = credentials.split(|character| {
        is_quoted ^= character == '"';
        !is_quoted && matches!(character, ' ' | ',' | '&')
    });
    for part in parts {
        // Semicolons separate cookies, but also the names of signed headers, which form one value.
        let is_list = part.split(';').all(|pair| pair.is_empty() || pair.contains('='));
        for pair in part.split(|character| is_list && character == ';') {
            let (name, value) = pair.split_once('=').unwrap_or(("", pair));
            if !PUBLIC.iter().any(|public| name.eq_ignore_ascii_case(public)) {
                // The whole pair is added, too, since it may be a token that contains `=`.
                push(texts, pair.trim_end_matches('='));
                push_value(texts, value.trim_matches(['"', '\'']).trim_end_matches('='));
            }
        }
    }
}

/// Adds the value of a parameter, which may be percent-encoded.
fn push_value(texts: &mut Vec<String>, value: &str) {
    push(texts, value);
    push(texts, &percent_decode_str(value).decode_utf8_lossy());
}

/// Adds a secret and its base64 encodings, by itself and as part of a longer text.
pub(crate) fn push(texts: &mut Vec<String>, secret: &str) {
    if secret.len() < MIN_SECRET_LEN {
        return;
    }
    let mut insert_base64 = |text: &str| {
        insert(texts, text);
        insert(texts, &text.replace('+', "-").replace('/', "_"));
    };
    insert_base64(&STANDARD_NO_PAD.encode(secret));
    for before in 0..3 {
        let text = ["\0".repeat(before).as_bytes(), secret.as_bytes()].concat();
        // A character encodes six bits. The first and the last may contain bits of the surrounding text.
        let own = (before * 8).div_ceil(6)..text.len() * 8 / 6;
        insert_base64(STANDARD_NO_PAD.encode(text).get(own).unwrap_or_default());
    }
    insert(texts, secret);
}

/// Inserts a text, sorted by length, unless it is short or present.
fn insert(texts: &mut Vec<String>, text: &str) {
    if text.len() >= MIN_SECRET_LEN && !texts.iter().any(|other| other == text) {
        let at = texts.partition_point(|other| other.len() > text.len());
        texts.insert(at, text.to_owned());
    }
}

/// Replaces each secret in a text by `***`, whether or not its characters are escaped.
pub(crate) fn hide_all<'t>(secrets: &[String], text: &'t str) -> Cow<'t, str> {
    let bit = |character: char| 1_u128.checked_shl(character.into()).unwrap_or(0);
    let firsts = secrets.iter().filter_map(|secret| secret.chars().next());
    let firsts = firsts
        .chain(['%', '&', '\\', '+'])
        .fold(0, |firsts, first| firsts | bit(first));
    let may_begin = |character: char| !character.is_ascii() || firsts & bit(character) != 0;
    let mut hidden = String::new();
    // The end of the last hidden secret, which the next one may overlap.
    let mut end = 0;
    for (at, first) in text.match_indices(may_begin) {
        let rest = text.get(at..).unwrap_or_default();
        let read = escaped(rest).map(|(character, _)| character);
        let begins =
            |secret: &&String| secret.starts_with(first) || secret.starts_with(|c| read == Some(c) || c == ' ');
        let behind = secrets.iter().filter(begins).filter_map(|secret| strip(secret, rest));
        if let Some(behind) = behind.map(str::len).min() {
            if at >= end {
                hidden.push_str(text.get(end..at).unwrap_or_default());
                hidden.push_str("***");
            }
            end = end.max(text.len() - behind);
        }
    }
    if end == 0 {
        return Cow::Borrowed(text);
    }
    hidden.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(hidden)
}

/// Returns the text after a secret if the text starts with it.
fn strip<'t>(secret: &str, text: &'t str) -> Option<&'t str> {
    text.strip_prefix(secret).or_else(|| {
        secret.chars().try_fold(text, |text, expected| match escaped(text) {
            Some((character, rest)) if character == expected => Some(rest),
            _ if expected == ' ' => text.strip_prefix([' ', '+']),
            _ => text.strip_prefix(expected),
        })
    })
}

/// Decodes an escape at the start of a text, and returns its character and the rest. It may be an escape of a URL, of XML
/// or HTML, or of JSON and programming languages.
fn escaped(text: &str) -> Option<(char, &str)> {
    match text.as_bytes().first()? {
        // A character has one to four bytes.
        b'%' => (1..=4).find_map(|bytes| {
            let (encoded, rest) = text.split_at_checked(3 * bytes)?;
            let decoded: Vec<u8> = percent_decode_str(encoded).collect();
            let character = std::str::from_utf8(&decoded).ok().filter(|_| decoded.len() == bytes)?;
            Some((character.chars().next()?, rest))
        }),
        b'&' => {
            let length = text.bytes().take(MAX_ENTITY_LEN).position(|byte| byte == b';')?;
            let character = entity(text.get(1..length)?)?;
            Some((character, text.get(length + 1..)?))
        }
        b'\\' => {
            let text = text.get(1..)?;
            if let Some((digits, rest)) = text.strip_prefix('u').and_then(|text| text.split_at_checked(4)) {
                return Some((of_digits(digits, 16)?, rest));
            }
            let character = text.chars().next().filter(|character| !character.is_alphanumeric())?;
            Some((character, text.get(character.len_utf8()..)?))
        }
        _ => None,
    }
}

/// Returns the character of an entity.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        return hexadecimal.map_or_else(|| of_digits(number, 10), |digits| of_digits(digits, 16));
    }
    let (_, character) = ENTITIES.iter().find(|(entity, _)| *entity == name)?;
    Some(*character)
}

fn of_digits(digits: &str, radix: u32) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, radix).ok()?)
}

/// Returns the password of basic credentials (RFC 7617).
fn password(credentials: &str) -> Option<String> {
    let decoded = String::from_utf8(STANDARD.decode(credentials).ok()?).ok()?;
    Some(decoded.split_once(':')?.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(header: &'static str, query: &str) -> Secrets {
        let mut value = HeaderValue::from_bytes(header.as_bytes()).unwrap();
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
            "token *** has expired"
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
            "*** is user with ***"
        );
        let key = secrets("k-1234", "api_key=a%2Fb%2Fc&x");
        assert_eq!(
            hide_all(&key.texts(), "k-1234, a%2Fb%2Fc and a/b/c are unknown"),
            "***, *** and *** are unknown"
        );
    }

    #[test]
    fn secrets_are_hidden_with_and_without_escapes() {
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
        // The password is part of its own encoding.
        let basic = secrets("Basic dXNlcjpkWE5s", "");
        assert_eq!(hide_all(&basic.texts(), "no dXNlcjpkWE5s, no dXNl"), "no ***, no ***");
    }

    #[test]
    fn secrets_are_hidden_in_the_encodings_of_services() {
        let key = secrets("k/y+z é=", "");
        for text in [
            "k%2fy%2bz%20%c3%a9%3d",
            "k%2Fy+z+%C3%A9=",
            "k/y&#43;z &#233;&#61;",
            "k&#x2F;y&#x2b;z &#xE9;&equals;",
            "k&sol;y&plus;z é=",
            r"k\u002fy\u002Bz \u00e9=",
            r"k\/y+z é\=",
        ] {
            assert_eq!(hide_all(&key.texts(), &format!("<{text}>")), "<***>", "{text}");
        }
        // The secret itself may contain escapes.
        let escapes = secrets("a%2Fb&amp;c\\/d", "");
        for text in ["a%2Fb&amp;c\\/d", "a%252Fb%26amp;c%5c/d", "a%2Fb&amp;amp;c\\\\/d"] {
            assert_eq!(hide_all(&escapes.texts(), text), "***", "{text}");
        }
    }

    #[test]
    fn secrets_are_hidden_in_base64_of_a_longer_text() {
        use base64::engine::general_purpose::URL_SAFE_NO_PAD;

        let token = "secret>>>?token~~";
        let texts = secrets(token, "").texts();
        for around in ["", "x", "xy", "xyz"] {
            let text = format!("{around}{token}{around}");
            for encoded in [STANDARD.encode(&text), URL_SAFE_NO_PAD.encode(&text)] {
                let hidden = hide_all(&texts, &encoded);
                assert!(hidden.contains("***") && hidden.len() <= 13, "{encoded}: {hidden}");
            }
        }
    }

    #[test]
    fn parts_of_credentials_are_hidden_for_every_scheme() {
        for (header, secrets_of) in [
            (
                r#"Digest username="Mufasa", realm="testrealm", qop=auth, response="6629fae4, 9393", cnonce='0a4f113b'"#,
                &["6629fae4, 9393", "0a4f113b", "Mufasa"][..],
            ),
            (r#"Token token="s3cr3t""#, &["s3cr3t"]),
            (
                "SharedAccessSignature sr=q&sig=a%2Bbcd%3D&se=1",
                &["a%2Bbcd%3D", "a+bcd="],
            ),
            ("sr=q&sig=s3cr3t", &["s3cr3t"]),
            ("sid=s3cr3t; csrf=0a4f113b", &["s3cr3t", "0a4f113b"]),
            ("sid=s3cr3t;csrf=0a4f113b;", &["s3cr3t", "0a4f113b"]),
            ("s3cr3t, 0a4f113b", &["s3cr3t", "0a4f113b"]),
            ("Bearer abc=defgh==", &["abc=defgh==", "abc=defgh", "defgh"]),
            ("basic dXNlcjpwYTpzcw==", &["dXNlcjpwYTpzcw==", "pa:ss"]),
        ] {
            let texts = secrets(header, "").texts();
            for secret in secrets_of {
                assert_eq!(hide_all(&texts, &format!("<{secret}>")), "<***>", "{header}: {secret}");
            }
            for public in [
                "authentication",
                "testrealm",
                "SignedHeaders",
                "response",
                "Digest",
                "Token",
                "Bearer",
            ] {
                assert_eq!(hide_all(&texts, public), public, "{header}");
            }
        }
        let signed = secrets(
            "AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host;x-amz-date, Signature=0123abcd",
            "",
        );
        let request = "host:a.example\nx-amz-date:20191202T222831Z\n\nhost;x-amz-date";
        assert_eq!(hide_all(&signed.texts(), request), request);
    }

    #[test]
    fn overlapping_secrets_are_hidden_as_one() {
        let secrets = ["bcdefg".to_owned(), "abcd".to_owned()];
        assert_eq!(hide_all(&secrets, "xabcdefgy abcdbcdefg"), "x***y ******");
    }

    #[test]
    fn text_without_secrets_is_neither_changed_nor_copied() {
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
