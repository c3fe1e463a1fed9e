//! Numbers keep their digits with the feature `arbitrary_precision` of `serde_json`, which any dependency can turn on, and are
//! written as text where they are text, with it and without. `.ci/run` runs these tests both ways.

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, float, rest_op, timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value, json};
use time::OffsetDateTime;

use crate::json::read;

const DIGITS: &str = r#"{"f":12345678901234567.12,"g":100.00,"h":[1e2]}"#;

trait Numbers: Api {
    #[rest_op(GET, "/query")]
    fn query(&self, #[query(flatten)] query: &Value, #[query] number: &Number, #[query] list: &[Value]) -> Call<()>;

    #[rest_op(GET, "/flat")]
    fn flat(&self, #[query(flatten)] number: &Number) -> Call<()>;

    #[rest_op(POST, "/form")]
    fn form(&self, #[body(form)] form: &Value) -> Call<()>;

    #[rest_op(POST, "/json")]
    fn json(&self, #[body] value: &Value) -> Call<()>;
}

impl Numbers for Client {}

fn client() -> Client {
    Client::builder("https://api.example.com").build().unwrap()
}

#[test]
fn all_digits_are_kept_as_by_serde_json() {
    let value: Value = read(DIGITS).unwrap();
    assert_eq!(value, serde_json::from_str::<Value>(DIGITS).unwrap());
    let call = client().json(&value);
    let body = call.request().unwrap().body().to_vec();
    assert_eq!(body, serde_json::to_vec(&value).unwrap());
    if cfg!(feature = "arbitrary_precision") {
        assert_eq!(String::from_utf8(body).unwrap(), DIGITS.replace("1e2", "1e+2"));
    }
}

#[test]
fn numbers_are_text_in_queries_and_forms() {
    let page = json!({"page": 2, "ratio": 1.5});
    let call = client().query(&page, &Number::from(7), &[json!(1), json!("a")]);
    assert_eq!(
        call.request().unwrap().uri().to_string(),
        "https://api.example.com/query?page=2&ratio=1.5&number=7&list=1&list=a"
    );
    let call = client().form(&page);
    assert_eq!(call.request().unwrap().body().to_vec(), b"page=2&ratio=1.5");
    let error = client().flat(&Number::from(7)).request().unwrap_err().to_string();
    assert!(
        error.contains("a number, which is neither a struct, a map nor a list of pairs"),
        "{error}"
    );
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Reading {
    #[serde(with = "float")]
    value: f64,
    #[serde(default, with = "float::option")]
    other: Option<f32>,
    #[serde(default, with = "timestamp::epoch_seconds::option")]
    at: Option<OffsetDateTime>,
    #[serde(default)]
    counts: BTreeMap<u8, i128>,
}

#[derive(Debug, Deserialize, PartialEq)]
enum Kind {
    #[serde(other)]
    Unknown,
}

#[test]
fn modules_of_this_crate_read_numbers_with_and_without_arbitrary_precision() {
    let text = r#"{"value":-1.5,"other":"NaN","at":1.5,"counts":{"1":170141183460469231731687303715884105727}}"#;
    let reading: Reading = read(text).unwrap();
    assert_eq!(reading.value.to_bits(), (-1.5_f64).to_bits());
    assert!(reading.other.unwrap().is_nan());
    assert_eq!(reading.at.unwrap().unix_timestamp_nanos(), 1_500_000_000);
    assert_eq!(reading.counts[&1], i128::MAX);
    assert_eq!(read::<Reading>(r#"{"value":7,"other":null}"#).unwrap().other, None);
    assert_eq!(read::<Reading>(r#"{"value":null}"#), None);
    assert_eq!(read::<Reading>(r#"{"value":"seven"}"#), None);
    assert_eq!(read::<Kind>("7"), None);
    assert_eq!(read("\"7\""), Some(Kind::Unknown));
}
