//! Decode errors contain the path and the kind of the fault, never the value. JSON that no type reads cannot be at
//! fault.

use std::collections::{BTreeMap, HashMap};

use http::{HeaderMap, StatusCode};
use rest_op::{ErrorResponse, timestamp};
use serde::{Deserialize, Deserializer, de};
use serde_json::Value;
use time::OffsetDateTime;

use crate::json::{Lenient, fault, read};

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct Page {
    #[serde(default)]
    rooms: Vec<Room>,
    #[serde(default)]
    tokens: BTreeMap<String, i32>,
    #[serde(default)]
    numbered: HashMap<u8, Vec<i32>>,
    perm: Option<Perm>,
    number: Option<f64>,
    strict: Option<Strict>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "PascalCase")]
struct Room {
    #[serde(default, with = "timestamp::date_time::option")]
    created_timestamp: Option<OffsetDateTime>,
    #[serde(default, with = "timestamp::epoch_seconds::option")]
    updated: Option<OffsetDateTime>,
    #[serde(default, with = "timestamp::http_date::option")]
    read: Option<OffsetDateTime>,
}

#[derive(Debug, Deserialize, PartialEq)]
enum Perm {
    Admin,
    Level(u8),
    Range {
        from: u8,
    },
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: Option<Empty>,
}

#[derive(Debug, Deserialize, PartialEq)]
enum Empty {}

#[test]
fn faults_have_their_exact_path_and_kind() {
    for (text, path, message) in [
        (
            r#"{"Rooms":[{},{},{},{"CreatedTimestamp":"S3CR3T"}]}"#,
            "Rooms[3].CreatedTimestamp",
            "invalid value: string, expected an RFC 3339 date and time",
        ),
        (
            r#"{"Rooms":[{"Updated":"S3CR3T"}]}"#,
            "Rooms[0].Updated",
            "invalid type: string, expected seconds since 1970 as a number",
        ),
        (
            r#"{"Rooms":[{"Read":"S3CR3T"}]}"#,
            "Rooms[0].Read",
            "invalid value: string, expected an HTTP date",
        ),
        (
            r#"{"Tokens":{"sk_live_S3CR3T":"x"}}"#,
            "Tokens.*",
            "invalid type: string, expected i32",
        ),
        (
            r#"{"Numbered":{"7":[1,"S3CR3T"]}}"#,
            "Numbered.*[1]",
            "invalid type: string, expected i32",
        ),
        (
            r#"{"Numbered":{"S3CR3T":[]}}"#,
            "Numbered",
            "invalid value: expected key to be a number in quotes",
        ),
        (
            r#"{"Perm":{"Level":"S3CR3T"}}"#,
            "Perm.Level",
            "invalid type: string, expected u8",
        ),
        (
            r#"{"Perm":{"Range":{"from":"S3CR3T"}}}"#,
            "Perm.Range.from",
            "invalid type: string, expected u8",
        ),
        (r#"{"Number":1e400}"#, "Number", "number out of range"),
        (r#"{"Strict":{"S3CR3T":1}}"#, "Strict", "unknown field, expected `a`"),
        (
            r#"{"Strict":{"a":"S3CR3T, expected S3CR3T"}}"#,
            "Strict.a",
            "unknown variant",
        ),
    ] {
        let error = fault::<Page>(text);
        assert_eq!((error.path(), error.message()), (path, message), "{text}");
        assert!(!format!("{error} {error:?}").contains("S3CR3T"), "{text}");
    }
}

#[test]
fn path_of_an_error_contains_no_ignored_fault() {
    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only its errors are looked at")]
    struct Both {
        first: Lenient<Vec<u8>>,
        second: u8,
    }
    assert_eq!(fault::<Both>(r#"{"first":["a"],"second":"a"}"#).path(), "second");
}

/// Fails with an overlong message.
#[derive(Debug)]
struct Wordy;

impl<'de> Deserialize<'de> for Wordy {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(de::Error::custom("a".repeat(1 << 20)))
    }
}

#[test]
fn texts_of_an_error_are_capped() {
    let long = "a".repeat(15 << 20);
    for text in [
        format!(r#"{{"Tokens":{{"{long}":"{long}"}}}}"#),
        format!(r#"{{"Perm":{{"Level":"{long}"}}}}"#),
        format!(r#"{{"Perm":{{"Admin":1,"{long}":1}}}}"#),
        format!(r#"{{"{long}":1"#),
        format!("{}1", r#"{"Rooms":[{"#.repeat(100_000)),
    ] {
        let error = fault::<Page>(&text);
        assert!(format!("{error} {error:?}").len() < 1500);
    }
    assert!(format!("{:?}", fault::<Wordy>("1")).len() < 1500);
}

#[test]
fn variants_are_chosen_by_name_and_have_the_data_that_they_declare() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(tag = "kind")]
    enum Tagged {
        First {},
        Second {},
    }
    assert_eq!(read(r#"{"kind":"Second"}"#), Some(Tagged::Second {}));
    assert_eq!(read::<Tagged>(r#"{"kind":1}"#), None);
    for text in [
        r#"{"Perm":{"Admin":"anything"}}"#,
        r#"{"Perm":1}"#,
        r#"{"Perm":{}}"#,
        r#"{"Perm":[]}"#,
        r#"{"Perm":{"Level":1,"Range":{"from":1}}}"#,
        r#"{"Perm":"Level"}"#,
    ] {
        assert!(serde_json::from_str::<Page>(text).is_err());
        fault::<Page>(text);
    }
    let perm = |text: &str| read::<Page>(text).unwrap().perm;
    assert_eq!(perm(r#"{"Perm":"Admin"}"#), Some(Perm::Admin));
    assert_eq!(perm(r#"{"Perm":{"Admin":null}}"#), Some(Perm::Admin));
    assert_eq!(perm(r#"{"Perm":"other"}"#), Some(Perm::Unknown));
}

/// Members that AWS services send and Smithy clients ignore.
#[test]
fn union_has_one_member_beside_its_type_and_nulls() {
    let perm = |text: &str| read::<Page>(text).unwrap().perm;
    for text in [
        r#"{"Perm":{"__type":"ns#Perm","Level":1}}"#,
        r#"{"Perm":{"Level":1,"__type":"ns#Perm"}}"#,
        r#"{"Perm":{"Range":null,"Level":1}}"#,
        r#"{"Perm":{"Level":1,"Range":null}}"#,
        r#"{"Perm":{"\u0052ange":null,"Level":1}}"#,
    ] {
        assert_eq!(perm(text), Some(Perm::Level(1)), "{text}");
    }
    assert_eq!(perm(r#"{"Perm":{"Newer":{"a":[1]}}}"#), Some(Perm::Unknown));
}

#[test]
fn values_that_no_type_reads_are_skipped() {
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    for unknown in ["1e400", "-1e400", &deep, r#""\ud800""#, r#"{"\ud800":1e400}"#] {
        let text = format!(r#"{{"Other":{unknown},"Number":1}}"#);
        assert_eq!(read::<Page>(&text).unwrap().number, Some(1.0), "{text}");
        let body = format!(
            r#"{{"other":{unknown},"error":{{"code":"Gone","message":"so it is","other":{unknown}}},"last":{unknown}}}"#
        );
        let error = ErrorResponse::new(StatusCode::GONE, HeaderMap::new(), body.into());
        assert_eq!(
            (error.code(), error.message()),
            (Some("Gone"), Some("so it is")),
            "{unknown}"
        );
    }
    assert_eq!(read::<Value>(&deep), None);
}

#[test]
fn keys_and_bytes_are_read_as_by_serde_json() {
    struct OnlyBytes;
    impl de::Visitor<'_> for OnlyBytes {
        type Value = Vec<u8>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("bytes")
        }
        fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }
    }
    #[derive(Debug, PartialEq)]
    struct Bytes(Vec<u8>);
    impl<'de> Deserialize<'de> for Bytes {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_bytes(OnlyBytes).map(Self)
        }
    }
    #[derive(Debug, PartialEq)]
    struct Float(f64);
    impl<'de> Deserialize<'de> for Float {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            f64::deserialize(deserializer).map(Self)
        }
    }
    /// The entries of a map in their order.
    #[derive(Debug, PartialEq)]
    struct Entries<K, V>(Vec<(K, V)>);
    impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Entries<K, V> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Map<K, V>(Vec<(K, V)>);
            impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> de::Visitor<'de> for Map<K, V> {
                type Value = Entries<K, V>;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("a map")
                }
                fn visit_map<A: de::MapAccess<'de>>(mut self, mut map: A) -> Result<Entries<K, V>, A::Error> {
                    while let Some(entry) = map.next_entry()? {
                        self.0.push(entry);
                    }
                    Ok(Entries(self.0))
                }
            }
            deserializer.deserialize_map(Map(Vec::new()))
        }
    }
    assert_eq!(
        read(r#"{"1.5":"a","-2":"é"}"#),
        Some(Entries(vec![
            (Float(1.5), Bytes(b"a".to_vec())),
            (Float(-2.0), Bytes("é".into())),
        ]))
    );
    assert_eq!(read(r#"{"true":1}"#), Some(BTreeMap::from([(true, 1)])));
}
