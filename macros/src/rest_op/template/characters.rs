//! The characters of literal text, which is sent as written, except for `'` in a query (RFC 3986, appendix A).

use std::fmt::Write;

use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// A component of a URL.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Component {
    Path,
    Query,
}

/// Reports each illegal character once.
pub(super) fn check(text: &str, component: Component, literal: &LitStr, errors: &mut Errors) {
    let mut reported: Vec<char> = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == '%' {
            check_percent(rest.as_str(), literal, errors);
        } else if !(is_legal(c, component) || is_misspelt_label(c, text) || reported.contains(&c)) {
            report_illegal(c, component, literal, errors);
            reported.push(c);
        }
    }
}

fn report_illegal(c: char, component: Component, literal: &LitStr, errors: &mut Errors) {
    let component = match component {
        Component::Path => "path",
        Component::Query => "query",
    };
    let shown = match c {
        ' ' => "a space".to_owned(),
        '`' => "a backtick".to_owned(),
        c => format!("`{}`", c.escape_debug()),
    };
    let message = format!("{shown} is not legal in a {component}; write `{}`", percent_encode(c));
    errors.report(Rule::IllegalCharacter, literal, message);
}

fn check_percent(after: &str, literal: &LitStr, errors: &mut Errors) {
    let digits: String = after.chars().take(2).collect();
    if digits.len() != 2 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        let digits = digits.escape_debug();
        let message = format!("`%{digits}` is not a percent-encoding; write `%25` for `%`");
        errors.report(Rule::BadPercentEncoding, literal, message);
    }
}

/// Whether the character is a `pchar` or `/`, or `?` in a query.
fn is_legal(c: char, component: Component) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/".contains(c) || (c == '?' && component == Component::Query)
}

/// Whether the character has been reported as part of a misspelt label.
fn is_misspelt_label(c: char, text: &str) -> bool {
    c == '>' || (matches!(c, '{' | '}') && text.split_once('{').is_some_and(|(_, after)| after.contains('}')))
}

fn percent_encode(c: char) -> String {
    let mut encoded = String::new();
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        // Writing to a `String` cannot fail.
        let _ = write!(encoded, "%{byte:02X}");
    }
    encoded
}

/// Decodes a percent-encoded text.
pub(super) fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        rest = after;
        match after
            .split_at_checked(2)
            .map(|(digits, tail)| (u8::from_str_radix(digits, 16), tail))
        {
            Some((Ok(byte), tail)) => {
                bytes.push(byte);
                rest = tail;
            }
            _ => bytes.push(b'%'),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
