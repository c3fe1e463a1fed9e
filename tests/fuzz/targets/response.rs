//! The reader of responses: status, headers, lists, maps and JSON into a type, or an error on one line.
#![no_main]

mod message;

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use rest_op::{Blob, FromResponse, Reply, timestamp};
use serde::Deserialize;

#[derive(Debug, FromResponse)]
#[allow(dead_code, reason = "only read")]
struct Everything {
    #[from_response(status)]
    status: u16,
    #[from_response(header = "a")]
    number: Option<f64>,
    #[from_response(header = "b")]
    list: Vec<String>,
    #[from_response(header = "c", with = timestamp::http_date::option)]
    date: Option<time::OffsetDateTime>,
    #[from_response(header_prefix = "x-")]
    rest: BTreeMap<String, String>,
    #[from_response(body)]
    document: Document,
}

#[derive(Debug, Default, Deserialize, FromResponse)]
#[serde(default)]
#[allow(dead_code, reason = "only read")]
struct Document {
    a: String,
    b: Option<Blob>,
    #[serde(with = "timestamp::epoch_seconds::option")]
    c: Option<time::OffsetDateTime>,
    #[serde(with = "timestamp::date_time::option")]
    d: Option<time::OffsetDateTime>,
    e: Option<Kind>,
    f: Vec<Document>,
    g: BTreeMap<i16, Option<bool>>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only read")]
enum Kind {
    A,
    B(u8),
    C { d: String },
}

fuzz_target!(|data: &[u8]| {
    let Some((status, headers, body)) = message::parse(data) else {
        return;
    };
    if let Err(error) = Everything::from_response(Reply::new(status, headers, body)) {
        let shown = error.to_string();
        assert!(!shown.contains(char::is_control) && shown.chars().count() < 1000, "{shown}");
    }
});
