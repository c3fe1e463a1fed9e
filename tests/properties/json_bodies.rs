//! What is written as JSON: by the word of `serde_json`.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rest_op::{Api, Call, Client, rest_op};
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

trait Store: Api {
    #[rest_op(POST, "/values")]
    fn store_value(&self, #[body] value: &Value) -> Call<()>;

    #[rest_op(POST, "/everything")]
    fn store(&self, #[body] everything: &Everything) -> Call<()>;

    #[rest_op(POST, "/keys")]
    fn store_keys(&self, #[body] keys: &BTreeMap<Key, u8>) -> Call<()>;

    #[rest_op(POST, "/floats")]
    fn store_floats(&self, #[body] floats: &(f32, f64)) -> Call<()>;

    #[rest_op(POST, "/number")]
    fn store_number(&self, #[body] number: &Number) -> Call<()>;
}

impl Store for Client {}

fn client() -> Client {
    Client::builder("https://api.example.com").build().unwrap()
}

/// The body of a call; an error where it could not be written.
fn written<T>(call: &Call<T>) -> Result<String, String> {
    let request = call.request().map_err(|error| error.to_string())?;
    Ok(String::from_utf8(request.body().to_vec()).unwrap())
}

/// Has a member of every kind that serde tells apart.
#[derive(Default, Serialize)]
struct Everything {
    flags: (bool, bool),
    smallest: (i8, i16, i32, i64, i128),
    largest: (u8, u16, u32, u64, u128),
    singles: Vec<f32>,
    doubles: Vec<f64>,
    letters: Vec<char>,
    text: String,
    bytes: ByteString,
    absent: Option<u8>,
    present: Option<u8>,
    unit: (),
    unit_struct: Unit,
    empty: (Vec<u8>, BTreeMap<u8, u8>, Nothing),
    shapes: Vec<Shape>,
    named: BTreeMap<String, Wrapped>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<u8>,
    #[serde(flatten)]
    flattened: BTreeMap<&'static str, u8>,
    raw: Option<Box<RawValue>>,
}

#[derive(Default, Serialize)]
struct Unit;

#[derive(Default, Serialize)]
struct Nothing {}

#[derive(Serialize)]
struct Wrapped(Vec<u8>);

#[derive(Default)]
struct ByteString(Vec<u8>);

impl Serialize for ByteString {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

#[derive(Serialize)]
enum Shape {
    Point,
    Circle(u8),
    Line(u8, Option<u8>),
    Square { side: u8, name: &'static str },
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
enum Key {
    Flag(bool),
    Number(i16),
    Letter(char),
    Text(String),
    Variant(Suit),
    List(Vec<u8>),
    Absent(Option<u8>),
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
enum Suit {
    Hearts,
}

/// What `serde_json::Number` is with the feature `arbitrary_precision`.
#[derive(Serialize)]
#[serde(rename = "$serde_json::private::Number")]
struct Number {
    #[serde(rename = "$serde_json::private::Number")]
    digits: &'static str,
}

#[test]
fn every_kind_of_value_is_written_as_serde_json_writes_it() {
    let everything = Everything {
        flags: (true, false),
        smallest: (i8::MIN, i16::MIN, i32::MIN, i64::MIN, i128::MIN),
        largest: (u8::MAX, u16::MAX, u32::MAX, u64::MAX, u128::MAX),
        singles: vec![0.1, -0.0, 1.0, 16_777_216.0, f32::NAN],
        doubles: vec![0.1, -0.0, 1.0, 1e-4, 1e15, f64::NAN, f64::INFINITY],
        letters: vec!['a', '"', '\u{0}', 'é', '🦀'],
        text: (0..0x80_u8)
            .map(char::from)
            .chain("\u{80}\u{2028}é🦀".chars())
            .collect(),
        bytes: ByteString(vec![0, 255]),
        present: Some(1),
        shapes: vec![
            Shape::Point,
            Shape::Circle(1),
            Shape::Line(1, None),
            Shape::Square { side: 1, name: "\\" },
        ],
        named: BTreeMap::from([
            ("a \"b\"".to_owned(), Wrapped(vec![1])),
            (String::new(), Wrapped(vec![])),
        ]),
        flattened: BTreeMap::from([("x", 1), ("y", 2)]),
        raw: RawValue::from_string(r#"{ "a" : [ 1.50, "\u0061\"" ] }"#.to_owned()).ok(),
        ..Everything::default()
    };
    for everything in [everything, Everything::default()] {
        let theirs = serde_json::to_string(&everything).unwrap();
        assert_eq!(written(&client().store(&everything)), Ok(theirs));
    }
}

#[test]
fn keys_are_strings_or_an_error() {
    let keys = [
        Key::Flag(true),
        Key::Number(-7),
        Key::Letter('"'),
        Key::Text("a\nb".to_owned()),
        Key::Variant(Suit::Hearts),
    ];
    let keys: BTreeMap<Key, u8> = keys.into_iter().zip(1..).collect();
    let theirs = serde_json::to_string(&keys).unwrap();
    assert_eq!(written(&client().store_keys(&keys)), Ok(theirs));
    for (key, why) in [
        (Key::List(vec![1]), "a key cannot be a list"),
        (Key::Absent(None), "an absent value cannot be a key"),
    ] {
        let keys = BTreeMap::from([(key, 1)]);
        assert!(serde_json::to_string(&keys).is_err());
        let error = written(&client().store_keys(&keys)).unwrap_err();
        assert!(
            error.contains(&format!("`keys` cannot be written as JSON: {why}")),
            "{error}"
        );
    }
}

#[test]
fn numbers_of_any_precision_keep_their_digits() {
    let number = Number {
        digits: "1234567890123456789012345678901234567890.10",
    };
    assert_eq!(
        written(&client().store_number(&number)).as_deref(),
        Ok("1234567890123456789012345678901234567890.10")
    );
}

fn values() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    scalar.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((any::<String>(), inner), 0..4).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_is_written_as_serde_json_writes_it(value in values()) {
        let theirs = if value.is_null() { String::new() } else { value.to_string() };
        assert_eq!(written(&client().store_value(&value)), Ok(theirs));
    }

    /// When an exponent is written is nobody's rule.
    #[test]
    fn any_float_is_read_by_serde_json_as_what_it_was(single in any::<f32>(), double in any::<f64>()) {
        let body = written(&client().store_floats(&(single, double))).unwrap();
        assert_eq!(serde_json::from_str::<(f32, f64)>(&body).ok(), Some((single, double)), "{body}");
    }
}
