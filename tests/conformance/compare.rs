//! Compares a request with the expected one by the rules of the vectors' README. Every difference is one line.

use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;
use rest_op::Bytes;
use serde_json::Value;

use crate::{
    generate::vectors::{Case, Expected},
    xml::Element,
};

/// The value that cases expect for an idempotency token that the client generates.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// A request before it is sent, or as it was received.
pub(crate) struct Seen {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The host that the request goes to; not compared with what a loopback service receives.
    pub(crate) host: Option<String>,
    /// Whether an HTTP library has added its headers, such as the length of the body.
    pub(crate) on_the_wire: bool,
}

/// Lists the differences.
pub(crate) fn differences(case: &Case, seen: &Seen) -> Vec<String> {
    let Case {
        operation, expected, ..
    } = case;
    let mut differences = Vec::new();
    let mut compare = |what: &str, expected: &str, seen: &str| {
        if expected != seen {
            differences.push(format!("{what}: expected {expected:?}, got {seen:?}"));
        }
    };
    compare(
        "method",
        expected.method.as_deref().unwrap_or(&operation.http.method),
        seen.method.as_str(),
    );
    compare("path", &expected.path, &seen.path);
    if let (Some(expected), Some(host)) = (&expected.host, &seen.host) {
        compare("host", expected.split('/').next().unwrap_or_default(), host);
    }
    query(case, &seen.query, &mut differences);
    headers(expected, seen, &mut differences);
    body(case, &seen.body, &mut differences);
    differences
}

/// A multiset of raw items; the items of one key keep their order.
fn query(case: &Case, seen: &str, differences: &mut Vec<String>) {
    let key = |item: &str| item.split('=').next().unwrap_or_default().to_owned();
    let sorted = |items: &mut Vec<String>| items.sort_by_key(|item| key(item));
    let mut expected = case.expected.query.clone();
    let mut seen: Vec<String> = seen
        .split('&')
        .filter(|item| !item.is_empty())
        .map(|item| fixed_token(case, item))
        .collect();
    sorted(&mut expected);
    sorted(&mut seen);
    if expected != seen {
        differences.push(format!("query: expected {expected:?}, got {seen:?}"));
    }
    let has = |name: &String| seen.iter().any(|item| key(item) == *name);
    for name in case.expected.forbid_query_params.iter().filter(|name| has(name)) {
        differences.push(format!("query: `{name}` must not be there"));
    }
    for name in case.expected.require_query_params.iter().filter(|name| !has(name)) {
        differences.push(format!("query: `{name}` must be there"));
    }
}

fn headers(expected: &Expected, seen: &Seen, differences: &mut Vec<String>) {
    let value = |name: &str| {
        let values: Vec<_> = seen
            .headers
            .get_all(name)
            .iter()
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .collect();
        (!values.is_empty()).then(|| values.join(", "))
    };
    for (name, expected) in &expected.headers {
        match value(name) {
            Some(value) if without_list_space(&value) == without_list_space(expected) => {}
            value => differences.push(format!("header `{name}`: expected {expected:?}, got {value:?}")),
        }
    }
    // The HTTP library sets the length of a body, and may set a length of 0 for a POST without one.
    let is_length = |name: &str| name.eq_ignore_ascii_case("content-length");
    let is_get = seen.method == Method::GET;
    for name in &expected.forbid_headers {
        match value(name) {
            Some(length) if is_length(name) && seen.on_the_wire && length == seen.body.len().to_string() && !is_get => {
            }
            Some(value) => differences.push(format!("header `{name}` must not be there, but is {value:?}")),
            None => {}
        }
    }
    for name in expected
        .require_headers
        .iter()
        .filter(|name| seen.on_the_wire || !is_length(name))
    {
        if value(name).is_none() {
            differences.push(format!("header `{name}` must be there"));
        }
    }
}

/// `a, b` and `a,b` are the same list. White space within quotes, and after it, stays.
fn without_list_space(value: &str) -> String {
    let mut quoted = false;
    let mut result = String::new();
    for character in value.chars() {
        quoted ^= character == '"' && !result.ends_with('\\');
        if character != ' ' || quoted || !result.ends_with(',') {
            result.push(character);
        }
    }
    result
}

fn body(case: &Case, seen: &Bytes, differences: &mut Vec<String>) {
    let Some(expected) = &case.expected.body else { return };
    let seen = String::from_utf8_lossy(seen);
    let seen = fixed_token(case, &seen);
    let parse = |text: &str| serde_json::from_str::<Value>(text).ok();
    let is_equal = match (parse(expected), parse(&seen)) {
        (Some(expected), Some(seen)) => is_same_json(&expected, &seen),
        _ if expected.starts_with('<') => match (Element::parse(expected), Element::parse(&seen)) {
            (Some(expected), Some(seen)) => expected == seen,
            _ => false,
        },
        _ if expected.starts_with("Action=") => form(expected) == form(&seen),
        _ => *expected == seen,
    };
    if !is_equal {
        differences.push(format!("body: expected {expected:?}, got {seen:?}"));
    }
}

/// The fields of a form, decoded, as a multiset: a space is `%20` or `+`.
fn form(body: &str) -> Vec<String> {
    let field = |field: &str| {
        percent_decode_str(&field.replace('+', " "))
            .decode_utf8_lossy()
            .into_owned()
    };
    let mut fields: Vec<String> = body.split('&').map(field).collect();
    fields.sort();
    fields
}

/// JSON values are equal when their numbers are, however they are written.
fn is_same_json(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left == right || left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same_json(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, left)| right.get(key).is_some_and(|right| is_same_json(left, right)))
        }
        (Value::String(left), Value::String(right)) => left == right || is_same_json_text(left, right),
        (left, right) => left == right,
    }
}

/// Objects in strings are equal when their members are.
fn is_same_json_text(left: &str, right: &str) -> bool {
    let parse = |text: &str| serde_json::from_str(text).ok().filter(Value::is_object);
    parse(left)
        .zip(parse(right))
        .is_some_and(|(left, right)| is_same_json(&left, &right))
}

/// Replaces a token that the client generated, a UUID of version 4 that the case does not have, by the one that the cases
/// expect.
fn fixed_token(case: &Case, text: &str) -> String {
    let params = case.params.to_string();
    let is_uuid_v4 = |candidate: &str| {
        candidate.len() == TOKEN.len()
            && candidate.bytes().enumerate().all(|(index, byte)| match index {
                8 | 13 | 18 | 23 => byte == b'-',
                14 => byte == b'4',
                19 => matches!(byte, b'8' | b'9' | b'a' | b'b'),
                _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
            })
    };
    let made = (0..text.len())
        .filter_map(|start| text.get(start..start + TOKEN.len()))
        .find(|candidate| is_uuid_v4(candidate) && !params.contains(*candidate));
    made.map_or_else(|| text.to_owned(), |made| text.replace(made, TOKEN))
}
