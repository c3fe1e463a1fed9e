//! The conditions and places of an [`ErrorSpec`](super::reply::ErrorSpec).

use http::HeaderMap;
use serde_json::value::RawValue;

use crate::format::json::object::{self, scalar, string};
use crate::format::json::text;
use crate::response::reply::Reply;

/// `when("path")`: returns whether a path of the JSON body has a value other than `null`, `false`, zero and empty ones.
#[inline]
pub fn is_present(reply: &Reply, path: &str) -> bool {
    let value = object::at(reply.body(), path).map(|value| value.get().trim_ascii());
    value.is_some_and(|value| match value.as_bytes() {
        b"null" | b"false" | b"\"\"" => false,
        // An empty list or object has only white space between its brackets.
        [b'[' | b'{', inner @ .., _] => !inner.trim_ascii().is_empty(),
        [b'-' | b'0'..=b'9', ..] => value.parse() != Ok(0.0),
        _ => true,
    })
}

/// `when("path" = "text")`: returns whether the value at a path of the JSON body is this string.
#[inline]
pub fn is_text(reply: &Reply, path: &str, text: &str) -> bool {
    object::at(reply.body(), path)
        .and_then(string)
        .is_some_and(|found| found == text)
}

/// `when("path" = literal)`: returns whether the value at a path of the JSON body is this number, `true` or `false`.
#[inline]
pub fn is_literal(reply: &Reply, path: &str, literal: &str) -> bool {
    let value = object::at(reply.body(), path).map(RawValue::get);
    value.is_some_and(|value| match (value.parse::<f64>(), literal.parse::<f64>()) {
        (Ok(value), Ok(number)) => value.total_cmp(&number).is_eq(),
        _ => value == literal,
    })
}

/// `when(xml_root = "name")`: returns whether the body is XML whose root element has this name, with any prefix.
#[inline]
pub fn is_xml_root(reply: &Reply, name: &str) -> bool {
    let Ok(mut rest) = text(reply.body()) else {
        return false;
    };
    loop {
        rest = rest.trim_ascii_start();
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<!") => ">",
            _ => break,
        };
        let Some((_, behind)) = rest.split_once(end) else {
            return false;
        };
        rest = behind;
    }
    let ends_name = |c: char| c.is_ascii_whitespace() || c == '>' || c == '/';
    let root = rest.strip_prefix('<').and_then(|rest| rest.split(ends_name).next());
    root.is_some_and(|root| root.rsplit(':').next() == Some(name))
}

/// `code_at`, `message_at`: returns the string or number at a path of the JSON body.
#[inline]
pub fn text_at(reply: &Reply, path: &str) -> Option<String> {
    object::at(reply.body(), path)
        .and_then(scalar)
        .filter(|text| !text.is_empty())
}

/// `code_header`
#[inline]
pub fn text_of_header(reply: &Reply, name: &str) -> Option<String> {
    header(reply.headers(), name).map(str::to_owned)
}

/// Returns the text of a header that is not empty.
pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let text = headers.get(name)?.to_str().ok()?.trim();
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use http::StatusCode;

    use super::*;

    fn reply(body: &'static str) -> Reply {
        Reply::new(StatusCode::OK, HeaderMap::new(), Bytes::from_static(body.as_bytes()))
    }

    #[test]
    fn values_are_present_unless_they_are_null_false_zero_or_empty() {
        for absent in ["null", "false", "0", "-0.0", "0e5", "\"\"", "[]", "[ \n]", "{}", "{ }"] {
            let body = format!("{{\"a\":[0,{{\"b\": {absent} }}]}}").leak();
            assert!(!is_present(&reply(body), "a[1].b"), "{body}");
        }
        for present in ["true", "1", "-0.5", "\"0\"", "\" \"", "[0]", "[[]]", "{\"a\":null}"] {
            let body = format!("{{\"a\":[0,{{\"b\": {present} }}]}}").leak();
            assert!(is_present(&reply(body), "a[1].b"), "{body}");
        }
        for other in ["", "null", "[]", "{\"a\":1}", "{\"b\":1} x", "<b>1</b>"] {
            assert!(!is_present(&reply(other), "b"), "{other}");
        }
    }

    #[test]
    fn values_are_compared_as_json_and_not_as_text() {
        assert!(is_text(&reply(r#"{"a":"f\u0061il"}"#), "a", "fail"));
        for body in [r#"{"a":"fails"}"#, r#"{"a":false}"#, r#"{"b":"fail"}"#, "fail"] {
            assert!(!is_text(&reply(body), "a", "fail"), "{body}");
        }
        for (body, literal) in [
            (r#"{"a":false}"#, "false"),
            (r#"{"a":1.0}"#, "1"),
            (r#"{"a": -1 }"#, "-1"),
            (r#"{"a":9007199254740993}"#, "9007199254740993"),
        ] {
            assert!(is_literal(&reply(body), "a", literal), "{body}");
        }
        for (body, literal) in [
            (r#"{"a":"false"}"#, "false"),
            (r#"{"a":"1"}"#, "1"),
            (r#"{"a":{}}"#, "false"),
            (r#"{"b":false}"#, "false"),
            (r#"{"a":true}"#, "false"),
        ] {
            assert!(!is_literal(&reply(body), "a", literal), "{body}");
        }
    }

    #[test]
    fn the_root_of_xml_is_its_first_element() {
        for body in [
            "<Error>",
            "<Error/>",
            "\u{feff}<Error xmlns='x'>",
            "\n\n<?xml version=\"1.0\"?>\n<!-- <Other> -->\n<!DOCTYPE a>\n<s3:Error>",
        ] {
            assert!(is_xml_root(&reply(body), "Error"), "{body}");
        }
        for body in [
            "",
            "Error",
            "<Errors>",
            "<a><Error>",
            "<!-- <Error>",
            "<?xml ",
            "{\"Error\":1}",
        ] {
            assert!(!is_xml_root(&reply(body), "Error"), "{body}");
        }
    }
}
