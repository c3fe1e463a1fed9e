//! XML that is written is read back as the same value, and no text makes the reader panic.

use std::collections::BTreeMap;

use http::{HeaderMap, StatusCode};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use rest_op::{Api, Blob, Bytes, Call, Client, DecodeError, FromResponse, Reply, rest_op, xml};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, FromResponse, PartialEq, Serialize)]
#[from_response(xml)]
#[serde(default, rename = "{p=urn:properties}Element")]
struct Element {
    #[serde(rename = "@attribute")]
    attribute: Option<String>,
    #[serde(rename = "@p:words")]
    words: Vec<u8>,
    text: Option<String>,
    letter: Option<char>,
    number: Option<i128>,
    ratio: Option<f64>,
    is_set: Option<bool>,
    blob: Option<Blob>,
    #[serde(rename = "item")]
    items: Vec<String>,
    list: Option<xml::List<String>>,
    flat: xml::FlatMap<String>,
    map: Option<xml::Map<xml::List<u8>>>,
    elements: BTreeMap<String, String>,
    #[serde(rename = "{urn:inner}inner")]
    inner: Vec<Element>,
    shape: Vec<Shape>,
    shapes: Option<Shapes>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
enum Shape {
    Point,
    Circle(f32),
    Label { text: String },
    Points(Vec<i8>),
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Shapes {
    #[serde(rename = "$value", default)]
    shapes: Vec<Shape>,
}

trait Echo: Api {
    #[rest_op(POST, "/")]
    fn echo(&self, #[body(xml)] element: &Element) -> Call<Element>;
}

impl Echo for Client {}

/// Text with the characters of markup and white space, and any that XML can contain.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_map(|text| text.replace(|c| !is_character(c), "")),
        "[\r\n\t \u{85}\u{2028}a&<>\"'\\]]{0,8}",
        "(&amp;|&#x?[0-9a-f]{0,3};|<!--|-->|<!\\[CDATA\\[|\\]\\]>|<\\?|</?text>){0,4}",
    ]
}

/// Section 2.2 of XML 1.0.
fn is_character(character: char) -> bool {
    !matches!(character, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}

fn shape() -> impl Strategy<Value = Shape> {
    prop_oneof![
        Just(Shape::Point),
        any::<f32>().prop_map(Shape::Circle),
        text().prop_map(|text| Shape::Label { text }),
        vec(any::<i8>(), 1..4).prop_map(Shape::Points),
    ]
}

fn element() -> impl Strategy<Value = Element> {
    let scalars = (
        of(text()),
        vec(any::<u8>(), 0..3),
        of(text()),
        of(any::<char>().prop_filter("a character of XML", |c| is_character(*c))),
        of(any::<i128>()),
        of(any::<f64>()),
        of(any::<bool>()),
        of(any::<Vec<u8>>()),
    );
    let name = "@?([a-zé_][a-z0-9é.·-]{0,3}:)?[A-Zé_][A-Z0-9é.·-]{0,3}";
    let lists = (
        vec(text(), 0..3),
        of(vec(text(), 0..3)),
        btree_map(text(), text(), 0..3),
        of(btree_map(text(), vec(any::<u8>(), 0..3).prop_map(xml::List), 0..3)),
        // A prefix is not read, so that names must differ without it.
        btree_map(name.prop_map(|name| without_prefix(&name)), text(), 0..3),
        vec(shape(), 0..3),
        of(vec(
            shape().prop_filter("no list", |shape| !matches!(shape, Shape::Points(_))),
            0..3,
        )),
    );
    let leaf = (scalars, lists).prop_map(|(scalars, lists)| {
        let (attribute, words, text, letter, number, ratio, is_set, blob) = scalars;
        let (items, list, flat, map, elements, shape, shapes) = lists;
        Element {
            attribute,
            words,
            text,
            letter,
            number,
            ratio,
            is_set,
            blob: blob.map(Blob::from),
            items,
            list: list.map(xml::List),
            flat: xml::FlatMap(flat),
            map: map.map(xml::Map),
            elements,
            inner: Vec::new(),
            shape,
            shapes: shapes.map(|shapes| Shapes { shapes }),
        }
    });
    leaf.prop_recursive(3, 8, 2, |inner| {
        (inner.clone(), vec(inner, 0..3)).prop_map(|(element, inner)| Element { inner, ..element })
    })
}

fn without_prefix(name: &str) -> String {
    let (sigil, rest) = name.split_at(usize::from(name.starts_with('@')));
    let local = rest.split_once(':').map_or(rest, |(_, local)| local);
    format!("{sigil}{local}")
}

fn written(element: &Element) -> String {
    let client = Client::builder("https://things.example").build().unwrap();
    let request = client.echo(element).request().unwrap();
    String::from_utf8(request.body().to_vec()).unwrap()
}

fn read(body: impl Into<Bytes>) -> Result<Element, DecodeError> {
    Element::from_response(Reply::new(StatusCode::OK, HeaderMap::new(), body.into()))
}

/// Compares floats by their bits, and NaN with NaN.
fn shown(element: &Element) -> String {
    format!("{element:?}")
}

fn mutations() -> impl Strategy<Value = Vec<(prop::sample::Index, Vec<u8>)>> {
    let part = prop_oneof![
        Just(Vec::new()),
        vec(any::<u8>(), 1..2),
        "(</?|/>|>|<!\\[CDATA\\[|\\]\\]>|<!--|-->|<\\?|\\?>|&|&#|;|=|\"|'|:|xmlns|<!DOCTYPE|<!ENTITY|\\[|\u{feff}| nil=\"1\"|\\$|@)"
            .prop_map(String::into_bytes),
    ];
    vec((any::<prop::sample::Index>(), part), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn element_that_is_written_is_read_back(element in element()) {
        let text = written(&element);
        let read = read(text.clone()).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        prop_assert_eq!(shown(&read), shown(&element), "{}", text);
    }

    #[test]
    fn xml_reader_never_panics_on_mutations(element in element(), mutations in mutations()) {
        let mut body = written(&element).into_bytes();
        for (index, part) in mutations {
            let index = index.index(body.len() + 1);
            body.splice(index..body.len().min(index + 1), part);
        }
        if let Err(error) = read(body) {
            let shown = error.to_string();
            prop_assert!(!shown.contains(char::is_control) && shown.len() < 1000, "{}", shown);
        }
    }
}
