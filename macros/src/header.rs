//! Names of headers (RFC 9110, section 5.1).

use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// The headers that the runtime or the connection sets. Another value would break the request or its signature.
pub(crate) const RESERVED: [&str; 17] = [
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

/// Reads the name of a request header, in lower case. `None` has been reported. The remedy is for a header that the runtime sets.
pub(crate) fn parse_request_header(literal: &LitStr, remedy: &str, errors: &mut Errors) -> Option<String> {
    let name = parse_name(literal, errors)?;
    if RESERVED.contains(&name.as_str()) {
        let message = format!("header `{name}` is set by the runtime; {remedy}");
        errors.report(Rule::ReservedHeader, literal, message);
        return None;
    }
    Some(name)
}

/// Reads the name of a header, in lower case. `None` has been reported.
pub(crate) fn parse_name(literal: &LitStr, errors: &mut Errors) -> Option<String> {
    if literal.value().is_empty() {
        let message = "empty header name; write one, such as `\"x-request-id\"`";
        errors.report(Rule::IllegalHeaderName, literal, message);
        return None;
    }
    parse_token("name", literal, errors)
}

/// Reads the common prefix of the names of several headers, in lower case; it may be empty. `None` has been reported.
pub(crate) fn parse_prefix(literal: &LitStr, errors: &mut Errors) -> Option<String> {
    parse_token("prefix", literal, errors)
}

fn parse_token(kind: &str, literal: &LitStr, errors: &mut Errors) -> Option<String> {
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
