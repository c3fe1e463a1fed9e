//! JSON is accepted, rejected and read as `serde_json` does it.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use rest_op::{DecodeError, FromResponse, Json, Reply};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

fn try_read<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    let reply = Reply::new(StatusCode::OK, HeaderMap::new(), Bytes::from(text.to_owned()));
    Json::from_response(reply).map(|Json(value)| value)
}

pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    try_read(text).ok()
}

/// Why a text cannot be read.
pub(crate) fn fault<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> DecodeError {
    try_read::<T>(text).unwrap_err()
}

/// Asserts that both read the same value from a text, or none. The empty text is the body of an empty response, and
/// reads as `null`.
fn assert_agree(text: &str) {
    if text.trim_ascii().is_empty() {
        return;
    }
    let theirs = serde_json::from_str::<Value>(text).ok();
    assert_eq!(read::<Value>(text), theirs, "{text:?}");
}

/// Texts on which readers of JSON differ.
const EDGE_CASES: &[&str] = &[
    "0",
    "-0",
    "00",
    "-",
    "+1",
    "01",
    "-01",
    "1.",
    ".5",
    "1.5",
    "1e5",
    "1E+5",
    "1e-5",
    "1e",
    "1e+",
    "1.e5",
    "0e0",
    "-0.0",
    "1e400",
    "-1e400",
    "1e-400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "0x1",
    "1_0",
    "NaN",
    "Infinity",
    "nul",
    "nulll",
    "null",
    "true",
    "True",
    "false",
    "\"\"",
    "\"",
    "\"a",
    "\"a\"b",
    "\"\\\"\"",
    "\"\\\\\"",
    "\"\\/\\b\\f\\n\\r\\t\"",
    "\"\\x\"",
    "\"\\u00e9\"",
    "\"\\u00E9\"",
    "\"\\u00e\"",
    "\"\\u+0e9\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud800\\udc00\"",
    "\"\\udbff\\udfff\"",
    "\"\\ud83d\"",
    "\"\\ude00\"",
    "\"\\ud83d\\ud83d\"",
    "\"\\ud83dx\"",
    "\"\\ud83d\\n\"",
    "\"\\u0000\"",
    "\"\u{0}\"",
    "\"\n\"",
    "\"\u{7f}\"",
    "\"é漢😀\"",
    "\"\\",
    "\"\\u",
    "\"é\\",
    "[]",
    "[ ]",
    "[1]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1,2",
    "[1]]",
    "[[]",
    "[[],[]]",
    "{}",
    "{ }",
    "{\"a\":1}",
    "{\"a\":1,}",
    "{,}",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\" : 1 , \"b\" : [ { } ] }",
    "{a:1}",
    "{1:1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1",
    "{\"\":0}",
    "{\"\\u0061\":1}",
    "'a'",
    "// a\n1",
    "1 // a",
    " \t\r\n1 \t\r\n",
    "\u{a0}1",
    "1 1",
    "[1}",
    "{\"a\":1]",
    "@",
    "\u{1}",
];

#[test]
fn edge_cases_are_read_as_by_serde_json() {
    for text in EDGE_CASES {
        assert_agree(text);
    }
}

/// `serde_json` rejects it; RFC 8259 allows readers to ignore it.
#[test]
fn byte_order_mark_at_the_beginning_is_ignored() {
    assert_eq!(read("\u{feff}[1]"), Some([1]));
    assert_eq!(read::<u8>("1\u{feff}"), None);
    assert_eq!(read::<u8>("\u{feff}\u{feff}1"), None);
}

/// A type that asks for more after the end of its list, as serde derives it.
#[derive(Debug, Deserialize, PartialEq)]
struct Short(u8, #[serde(default)] u8, #[serde(default)] u8);

#[derive(Debug, Deserialize, PartialEq)]
struct Outer(Short, #[serde(default)] u8);

/// A type that ignores faults.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Lenient<T>(pub(crate) Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

#[derive(Debug, Deserialize, PartialEq)]
enum Choice {
    Numbers(Lenient<Vec<u8>>),
}

#[test]
fn lists_shorter_than_their_type_do_not_read_beyond_their_end() {
    assert_eq!(read("[1]"), Some(Short(1, 0, 0)));
    assert_eq!(read("[[1],7]"), Some(Outer(Short(1, 0, 0), 7)));
    assert_eq!(read("[[1],[2]]"), Some([Short(1, 0, 0), Short(2, 0, 0)]));
    assert_eq!(read::<Short>("[1,2,3,4]"), None);
}

#[test]
fn faults_that_a_type_ignores_are_ignored_as_by_serde_json() {
    for text in ["[[1e400],[1]]", r#"[[1,"a"],[2]]"#, r#"[["a",1],[2]]"#, r#"["a",[2]]"#] {
        let theirs = serde_json::from_str::<Vec<Lenient<Vec<u8>>>>(text).ok();
        assert_eq!(read::<Vec<Lenient<Vec<u8>>>>(text), theirs, "{text}");
    }
    for text in [r#"[{"Numbers":[1,"a"]},{"Numbers":[2]}]"#, r#"[{"Numbers":[2]}]"#] {
        assert_eq!(read::<Vec<Choice>>(text), serde_json::from_str(text).ok(), "{text}");
    }
}

#[test]
fn nesting_is_limited() {
    for depth in [1, 127] {
        assert_agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        assert_agree(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)));
    }
    for depth in [129, 1000, 1_000_000] {
        assert_eq!(read::<Value>(&"[".repeat(depth)), None);
        assert_eq!(
            read::<Value>(&format!("{}{}", "[".repeat(depth), "]".repeat(depth))),
            None
        );
    }
}

/// Has a member of every kind that serde distinguishes.
#[derive(Debug, PartialEq, Deserialize)]
struct Everything {
    #[serde(default)]
    flag: bool,
    small: Option<i8>,
    long: Option<u128>,
    negative: Option<i128>,
    single: Option<f32>,
    letter: Option<char>,
    unit: Option<()>,
    pair: Option<(u8, String)>,
    wrapped: Option<Wrapped>,
    shape: Option<Shape>,
    named: Option<BTreeMap<u16, Vec<Option<bool>>>>,
    free: Option<Value>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Wrapped(String);

#[derive(Debug, PartialEq, Deserialize)]
enum Shape {
    Point,
    Circle(u8),
    Line(u8, u8),
    Square { side: u8 },
}

#[test]
fn types_are_read_as_by_serde_json() {
    for member in [
        "\"flag\":true",
        "\"flag\":1",
        "\"small\":-128",
        "\"small\":128",
        "\"small\":1.0",
        "\"long\":340282366920938463463374607431768211455",
        "\"long\":340282366920938463463374607431768211456",
        "\"long\":-1",
        "\"negative\":-170141183460469231731687303715884105728",
        "\"negative\":5",
        "\"single\":1.5",
        "\"single\":3",
        "\"single\":18446744073709551616",
        "\"letter\":\"é\"",
        "\"letter\":\"ab\"",
        "\"unit\":null",
        "\"pair\":[1,\"a\"]",
        "\"pair\":[1]",
        "\"pair\":[1,\"a\",2]",
        "\"pair\":[1,\"a\"",
        "\"wrapped\":\"a\\nb\"",
        "\"wrapped\":1",
        "\"shape\":\"Point\"",
        "\"shape\":\"Circle\"",
        "\"shape\":{\"Circle\":3}",
        "\"shape\":{\"Line\":[1,2]}",
        "\"shape\":{\"Line\":[1,2,3]}",
        "\"shape\":{\"Square\":{\"side\":4}}",
        "\"shape\":{\"Square\":{}}",
        "\"shape\":{\"Circle\":3,\"Line\":[1,2]}",
        "\"shape\":{}",
        "\"shape\":[]",
        "\"named\":{\"7\":[true,null]}",
        "\"named\":{\"x\":[]}",
        "\"free\":{\"a\":[null,1.5]}",
        "\"unknown\":[{\"a\":\"\\u0061\"}]",
        "\"unknown\":[}",
        "\"unknown\":\"\\ud800\"",
    ] {
        let text = format!("{{{member}}}");
        assert_eq!(read::<Everything>(&text), serde_json::from_str(&text).ok(), "{text}");
    }
}

#[test]
fn raw_values_keep_their_text() {
    let text = r#"{"a": [ 1, {"b" : "\u0061"} ] , "c":null}"#;
    let members: BTreeMap<String, Box<RawValue>> = read(text).unwrap();
    assert_eq!(members["a"].get(), r#"[ 1, {"b" : "\u0061"} ]"#);
    assert_eq!(members["c"].get(), "null");
}
