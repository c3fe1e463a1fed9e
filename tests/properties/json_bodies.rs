//! JSON is written as `serde_json` writes it.

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, rest_op};
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

trait Store: Api {
    #[rest_op(POST, "/values")]
    fn store_value(&self, #[body] value: &Value) -> Call<()>;

    #[rest_op(POST, "/options")]
    fn store_option(&self, #[body] value: Option<&Value>) -> Call<()>;

    #[rest_op(POST, "/wrapped")]
    fn store_wrapped(&self, #[body] value: &Outer) -> Call<()>;

    #[rest_op(POST, "/everything")]
    fn store(&self, #[body] everything: &Everything) -> Call<()>;

    #[rest_op(POST, "/keys")]
    fn store_keys(&self, #[body] keys: &BTreeMap<Key, u8>) -> Call<()>;
}

impl Store for Client {}

fn client() -> Client {
    Client::builder("https://api.example.com").build().unwrap()
}

/// The body of a call, or an error if it cannot be written.
fn written<T>(call: &Call<T>) -> Result<String, String> {
    let request = call.request().map_err(|error| error.to_string())?;
    Ok(String::from_utf8(request.body().to_vec()).unwrap())
}

/// Has a member of every kind that serde distinguishes.
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

#[derive(Serialize)]
struct Outer(Option<u8>);

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

#[test]
fn every_kind_of_value_is_written_as_by_serde_json() {
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
    for key in [Key::List(vec![1]), Key::Absent(None)] {
        let keys = BTreeMap::from([(key, 1)]);
        assert!(serde_json::to_string(&keys).is_err());
        let error = written(&client().store_keys(&keys)).unwrap_err();
        assert!(
            error.contains("`keys` cannot be written as JSON: key must be a string"),
            "{error}"
        );
    }
}

#[test]
fn null_is_a_body_and_an_absent_value_is_none() {
    assert_eq!(written(&client().store_value(&Value::Null)).as_deref(), Ok("null"));
    assert_eq!(
        written(&client().store_option(Some(&Value::Null))).as_deref(),
        Ok("null")
    );
    assert_eq!(written(&client().store_option(None)).as_deref(), Ok(""));
    assert_eq!(written(&client().store_wrapped(&Outer(None))).as_deref(), Ok(""));
    assert_eq!(written(&client().store_wrapped(&Outer(Some(1)))).as_deref(), Ok("1"));
}
