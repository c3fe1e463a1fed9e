//! Header names: which are legal (RFC 9110, section 5.1), and which the runtime keeps to itself.

use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// Headers that the runtime or the connection sets. A value from elsewhere would break the request or its signature.
const RESERVED: [&str; 17] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-amz-content-sha256",
    "x-amz-date",
    "x-amz-security-token",
];

/// The name of a request's header, in lower case; `remedy` says what to do about one that the runtime sets.
pub(crate) fn read_sent(literal: &LitStr, remedy: &str, errors: &mut Errors) -> Option<String> {
    let name = read(literal, errors)?;
    if RESERVED.contains(&name.as_str()) {
        let message = format!("header `{name}` is set by the runtime; {remedy}");
        errors.report(Rule::ReservedHeader, literal, message);
        return None;
    }
    Some(name)
}

/// The name of a header, in lower case.
pub(crate) fn read(literal: &LitStr, errors: &mut Errors) -> Option<String> {
    let name = literal.value();
    if name.is_empty() {
        errors.report(
            Rule::IllegalHeaderName,
            literal,
            "empty header name; write one, as in `\"x-request-id\"`",
        );
        return None;
    }
    read_token("name", literal, errors)
}

/// The common beginning of several headers' names, in lower case; may be empty.
pub(crate) fn read_prefix(literal: &LitStr, errors: &mut Errors) -> Option<String> {
    read_token("prefix", literal, errors)
}

fn read_token(kind: &str, literal: &LitStr, errors: &mut Errors) -> Option<String> {
    let name = literal.value();
    let Some(illegal) = name.chars().find(|c| !is_tchar(*c)) else {
        return Some(name.to_ascii_lowercase());
    };
    let legal: String = name
        .trim()
        .trim_end_matches(':')
        .chars()
        .map(|c| if is_tchar(c) { c } else { '-' })
        .collect();
    let remedy = if legal.is_empty() { "x-request-id" } else { &legal };
    let message = format!(
        "`{}` is not legal in header {kind} `{}`; write `\"{remedy}\"`",
        illegal.escape_debug(),
        literal.token()
    );
    errors.report(Rule::IllegalHeaderName, literal, message);
    None
}

/// Whether the text is a `token` (RFC 9110, section 5.6.2).
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_tchar)
}

fn is_tchar(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}
