//! The reader and the writer of XML: any body is read or reported on one line, and a value that was read is written so that
//! the same value is read again.
#![no_main]

use std::collections::BTreeMap;

use http::{HeaderMap, StatusCode};
use libfuzzer_sys::fuzz_target;
use rest_op::{Api, Blob, Bytes, Call, Client, FromResponse, Reply, rest_op, timestamp, xml};
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, Deserialize, Serialize, FromResponse)]
#[from_response(xml)]
#[serde(default)]
struct Document {
    #[serde(rename = "@a")]
    a: Option<i16>,
    #[serde(rename = "@p:b")]
    b: Vec<String>,
    c: String,
    d: Vec<f64>,
    e: Option<xml::List<bool>>,
    f: xml::FlatMap<String>,
    g: BTreeMap<String, String>,
    h: Option<Box<Document>>,
    i: Vec<Kind>,
    j: Option<Kinds>,
    k: Option<timestamp::DateTime>,
    l: Option<Blob>,
    m: Option<xml::Map<xml::List<char>>>,
    #[serde(rename = "{n}n")]
    n: Option<Text>,
}

#[derive(Debug, Deserialize, Serialize)]
enum Kind {
    A,
    B(u8),
    C { d: String },
    E(Vec<Kind>),
}

#[derive(Debug, Deserialize, Serialize)]
struct Kinds {
    #[serde(rename = "$value", default)]
    kinds: Vec<Kind>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Text {
    #[serde(rename = "@a")]
    a: Option<String>,
    #[serde(rename = "$text")]
    text: String,
}

#[derive(Debug, FromResponse, Deserialize)]
#[from_response(xml, member = "a.b")]
#[allow(dead_code, reason = "only read")]
struct Open(BTreeMap<String, Untagged>);

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[allow(dead_code, reason = "only read")]
enum Untagged {
    Text(String),
    Map(BTreeMap<String, Untagged>),
    List(Vec<Untagged>),
}

trait Echo: Api {
    #[rest_op(POST, "/")]
    fn echo(&self, #[body(xml)] document: &Document) -> Call<Document>;
}

impl Echo for Client {}

fn read<T: FromResponse>(body: Bytes) -> Option<T> {
    match T::from_response(Reply::new(StatusCode::OK, HeaderMap::new(), body)) {
        Ok(value) => Some(value),
        Err(error) => {
            let shown = error.to_string();
            assert!(!shown.contains(char::is_control) && shown.chars().count() < 1000, "{shown}");
            None
        }
    }
}

fn write(client: &Client, document: &Document) -> Option<Bytes> {
    match client.echo(document).request() {
        Ok(request) => Some(request.body().clone()),
        Err(error) => {
            assert!(!error.to_string().contains(char::is_control), "{error}");
            None
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let body = Bytes::copy_from_slice(data);
    read::<Open>(body.clone());
    let Some(document) = read::<Document>(body) else {
        return;
    };
    let client = Client::builder("https://things.example").build().expect("a client");
    let Some(written) = write(&client, &document) else {
        return;
    };
    let again = read::<Document>(written.clone()).expect("a document that was written");
    assert_eq!(write(&client, &again), Some(written));
});
