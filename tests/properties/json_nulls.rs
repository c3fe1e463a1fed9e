//! A `null` member of a struct that its type does not accept reads as absent; every other `null` is read as by
//! `serde_json`.

#![allow(clippy::option_option, reason = "how serde tells a `null` from an absent member")]

use std::cell::Cell;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::json::{Lenient, fault, read};

/// Distinguishes a member that is `null` from one that is absent.
fn double<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u8>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[allow(clippy::unnecessary_wraps, reason = "the signature that serde calls")]
fn seven() -> Option<u32> {
    Some(7)
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
struct Members {
    list: Vec<u8>,
    text: String,
    kind: Kind,
    long: i128,
    inner: Inner,
    #[serde(deserialize_with = "double")]
    double: Option<Option<u8>>,
    #[serde(default = "seven")]
    seven: Option<u32>,
    sparse: BTreeMap<String, Option<u8>>,
    free: Value,
    unit: Option<()>,
    #[serde(alias = "umläut")]
    umlaut: u8,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
enum Kind {
    #[default]
    Small,
    Large,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
struct Inner {
    #[serde(default)]
    list: Vec<u8>,
    free: Option<Value>,
}

/// All orders of a few members.
fn orders<'a>(members: &[&'a str]) -> Vec<Vec<&'a str>> {
    if members.is_empty() {
        return vec![Vec::new()];
    }
    let first = |at: usize| {
        let mut rest = members.to_vec();
        let first = rest.remove(at);
        orders(&rest).into_iter().map(move |mut order| {
            order.push(first);
            order
        })
    };
    (0..members.len()).flat_map(first).collect()
}

#[test]
fn only_the_null_that_does_not_fit_is_absent_regardless_of_other_members_and_order() {
    let accepted = [
        r#""double":null"#,
        r#""seven":null"#,
        r#""sparse":{"a":null,"b":1}"#,
        r#""free":{"a":null}"#,
    ];
    let expected = Members {
        double: Some(None),
        seven: None,
        sparse: [("a".to_owned(), None), ("b".to_owned(), Some(1))].into(),
        free: serde_json::json!({"a": null}),
        ..Members::default()
    };
    for misfits in [
        &[][..],
        &[r#""list":null"#],
        &[r#""inner" : null "#, r#""long":null"#],
        &[r#""kind":null"#, r#""text":null"#],
        &[r#""umläut":null"#],
        &[r#""uml\u00e4ut":null"#, r#""\u006cist":null"#],
    ] {
        for order in orders(&[&accepted, misfits].concat()) {
            let text = format!("{{{}}}", order.join(","));
            assert_eq!(read(&text).as_ref(), Some(&expected), "{text}");
        }
    }
}

#[test]
fn null_of_a_member_is_absent_in_every_object_read_as_its_struct() {
    let text = r#"[{"list":[1]},{"list":null,"inner":{"list":null,"free":null}},{"inner":{"list":[2],"free":[null]}}]"#;
    let read: Vec<Members> = read(text).unwrap();
    assert_eq!((&*read[0].list, &*read[1].list), (&[1][..], &[][..]));
    assert_eq!(read[1].inner, Inner::default());
    assert_eq!(read[2].inner.list, [2]);
    assert_eq!(read[2].inner.free, Some(serde_json::json!([null])));
}

#[test]
fn null_of_a_required_member_is_a_missing_field() {
    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only its errors are looked at")]
    struct Required {
        name: String,
    }
    let error = fault::<Vec<Required>>(r#"[{"name":"a"},{"name":null}]"#);
    assert_eq!((error.path(), error.message()), ("[1]", "missing field `name`"));
}

#[test]
fn null_is_absent_even_in_a_type_that_ignores_faults() {
    let items: Vec<Lenient<Inner>> = read(r#"[{"list":null},{"list":"a"},{"list":[1]}]"#).unwrap();
    let lists = items.into_iter().map(|item| item.0.map(|inner| inner.list));
    assert_eq!(lists.collect::<Vec<_>>(), [Some(vec![]), None, Some(vec![1])]);
}

#[test]
fn structs_with_the_same_name_are_distinguished() {
    mod lists {
        #[derive(Debug, Default, serde::Deserialize, PartialEq)]
        #[serde(default)]
        pub(super) struct Item {
            pub(super) value: Vec<u8>,
        }
    }
    mod options {
        #[derive(Debug, Default, serde::Deserialize, PartialEq)]
        #[serde(default)]
        pub(super) struct Item {
            #[serde(deserialize_with = "super::double")]
            pub(super) value: Option<Option<u8>>,
        }
    }
    #[derive(Debug, Default, Deserialize, PartialEq)]
    struct Wrapped<T> {
        #[serde(default)]
        value: T,
    }
    let items: (lists::Item, options::Item) = read(r#"[{"value":null},{"value":null}]"#).unwrap();
    assert_eq!((items.0.value, items.1.value), (vec![], Some(None)));
    let wrapped: (Wrapped<String>, Wrapped<Value>) = read(r#"[{"value":null},{"value":{"value":null}}]"#).unwrap();
    assert_eq!(wrapped.1.value, serde_json::json!({"value": null}));
}

#[test]
fn nulls_are_values_in_maps_and_lists() {
    assert_eq!(read::<BTreeMap<String, u8>>(r#"{"a":null,"b":1}"#), None);
    assert_eq!(read::<Vec<u8>>("[null,1]"), None);
    assert_eq!(
        read(r#"{"a":null}"#),
        Some(BTreeMap::from([("a".to_owned(), None::<u8>)]))
    );
    let raw: BTreeMap<String, Box<RawValue>> = read(r#"{"a":null}"#).unwrap();
    assert_eq!(raw["a"].get(), "null");
}

#[derive(Debug, Deserialize, PartialEq)]
struct Flat {
    name: Option<String>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "kind")]
enum Tagged {
    Circle { radius: Option<u8>, note: Value },
    Point,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Untagged {
    One { one: Option<u8> },
    Any(Value),
}

#[derive(Debug, Deserialize, PartialEq)]
struct Buffered {
    flat: Option<Flat>,
    tagged: Option<Tagged>,
    untagged: Option<Untagged>,
    #[serde(default)]
    list: Vec<u8>,
}

#[test]
fn values_that_serde_buffers_are_read_as_by_serde_json() {
    for member in [
        r#""flat":{"name":null,"a":null,"b":1}"#,
        r#""flat":{"name":1}"#,
        r#""tagged":{"kind":"Circle","radius":null,"note":null}"#,
        r#""tagged":{"radius":1,"note":{"a":null},"kind":"Circle"}"#,
        r#""tagged":{"kind":"Point"}"#,
        r#""tagged":{"kind":1}"#,
        r#""tagged":{"kind":null}"#,
        r#""untagged":{"one":null}"#,
        r#""untagged":{"two":null}"#,
        r#""untagged":[null]"#,
    ] {
        let theirs = serde_json::from_str::<Buffered>(&format!("{{{member}}}")).ok();
        for text in [
            format!("{{{member}}}"),
            format!(r#"{{"list":null,{member}}}"#),
            format!(r#"{{{member},"list":null}}"#),
        ] {
            assert_eq!(read::<Buffered>(&text), theirs, "{text}");
        }
    }
}

#[test]
fn null_in_a_tree_is_absent_at_every_depth() {
    #[derive(Debug, Deserialize)]
    struct Tree {
        #[serde(default)]
        branches: Vec<Tree>,
    }
    let depth = 60;
    let text = format!(
        "{}{}{}",
        r#"{"branches":[{"branches":null},"#.repeat(depth),
        r#"{"branches":null}"#,
        "]}".repeat(depth)
    );
    let mut tree: &Tree = &read(&text).unwrap();
    for _ in 0..depth {
        assert!(tree.branches[0].branches.is_empty());
        tree = &tree.branches[1];
    }
    assert!(tree.branches.is_empty());
}

thread_local! {
    static READINGS: Cell<usize> = const { Cell::new(0) };
}

/// Counts how often a text is read.
#[derive(Debug, PartialEq)]
struct Counted<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Counted<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        READINGS.set(READINGS.get() + 1);
        T::deserialize(deserializer).map(Self)
    }
}

fn readings<T: serde::de::DeserializeOwned>(text: &str) -> (usize, bool) {
    READINGS.set(0);
    let is_read = read::<Counted<T>>(text).is_some();
    (READINGS.get(), is_read)
}

#[test]
fn member_whose_name_needs_escapes_is_not_omitted() {
    #[derive(Debug, Deserialize)]
    struct Quoted {
        #[serde(default, rename = "a\"b")]
        list: Vec<u8>,
    }
    assert_eq!(readings::<Quoted>(r#"{"a\"b":null}"#), (2, false));
    assert_eq!(read::<Quoted>(r#"{"a\"b":[1]}"#).unwrap().list, [1]);
}

#[test]
fn text_is_read_once_more_for_each_member_and_not_for_each_null() {
    let item = r#"{"list":null,"text":null,"inner":{"list":null}}"#;
    let items = format!("[{}{item}]", format!("{item},").repeat(300));
    assert_eq!(readings::<Vec<Members>>(&items), (4, true));
    // Other faults are found in the first reading.
    assert_eq!(readings::<Vec<Members>>(r#"[{"list":"a"}]"#), (1, false));
    assert_eq!(readings::<Vec<Members>>(r#"[{"list":[1]"#), (1, false));
}

#[test]
fn long_text_is_read_at_most_four_times() {
    let nulls = ["list", "text", "kind", "long", "inner", "umlaut"].map(|name| format!(r#""{name}":null"#));
    let nulls = nulls.join(",");
    let long = "a".repeat(16 << 20);
    assert_eq!(
        readings::<Vec<Members>>(&format!(r#"[{{"text":"{long}"}},{{{nulls}}}]"#)),
        (4, false)
    );
    // If they are at the beginning, less is read.
    assert_eq!(
        readings::<Vec<Members>>(&format!(r#"[{{{nulls}}},{{"text":"{long}"}}]"#)),
        (7, true)
    );
    assert_eq!(
        readings::<Vec<Members>>(&format!(r#"[{{"text":"{long}"}},{{"text":null}}]"#)),
        (2, true)
    );
    assert_eq!(
        readings::<Vec<Members>>(&format!(r#"[{{"text":"{long}"}},{{"text":0}}]"#)),
        (1, false)
    );
}
