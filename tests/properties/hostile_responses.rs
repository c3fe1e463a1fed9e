//! Any response is either read or reported as an error, without a panic.

use std::collections::BTreeMap;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use proptest::collection::vec;
use proptest::prelude::*;
use rest_op::testing::Recorder;
use rest_op::{
    Api, ApiError, Blob, Bytes, Call, Client, ErrorResponse, FromResponse, Json, Problem, Reply, Retry, rest_op,
};
use rest_op_tests::things::Thing;
use serde::Deserialize;

/// A response with fields from every source.
#[derive(Debug, FromResponse)]
#[allow(dead_code, reason = "read by `Debug`")]
struct Everything {
    #[from_response(status)]
    status: u16,
    #[from_response(header = "x-number")]
    number: Option<i64>,
    #[from_response(header = "x-list")]
    list: Vec<String>,
    #[from_response(header = "date", with = rest_op::timestamp::http_date::option)]
    date: Option<time::OffsetDateTime>,
    #[from_response(header_prefix = "x-")]
    rest: BTreeMap<String, String>,
    #[from_response(body)]
    document: Document,
}

#[derive(Debug, Default, Deserialize, FromResponse)]
#[serde(default)]
#[allow(dead_code, reason = "read by `Debug`")]
struct Document {
    id: String,
    count: Option<u8>,
    blob: Option<Blob>,
    #[serde(with = "rest_op::timestamp::epoch_seconds::option")]
    at: Option<time::OffsetDateTime>,
    #[serde(with = "rest_op::timestamp::date_time::option")]
    since: Option<time::OffsetDateTime>,
    ratio: Option<f32>,
    kind: Option<Kind>,
    children: Vec<Document>,
    by_number: BTreeMap<i16, Option<bool>>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "read by `Debug`")]
enum Kind {
    A,
    B(u8),
    C { d: String },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{self:?}")]
enum HostileError {
    #[api_error(code = "Typed")]
    Typed(Document),
    #[api_error(status = 404)]
    Missing,
    #[api_error(other)]
    Other(ErrorResponse),
}

trait Hostile: Api {
    #[rest_op(GET, "/")]
    fn ask(&self) -> Call<Document, HostileError>;
}

impl Hostile for Client {}

/// JSON that is almost as expected, and arbitrary bytes.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let member = prop_oneof![
        Just("\"id\"".to_owned()),
        "\"(count|blob|at|since|ratio|kind|children|by_number|__type|code|message|type)\"",
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
    ];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        "-?[0-9]{1,3}(\\.[0-9]{1,20})?(e[+-]?[0-9]{1,3})?",
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
        Just("\"2019-12-02T22:29:31.549Z\"".to_owned()),
        Just("{\"B\":1}".to_owned()),
        Just("{\"C\":{\"d\":\"e\"}}".to_owned()),
    ];
    let json = leaf.prop_recursive(4, 32, 4, move |inner| {
        let pair = (member.clone(), inner.clone()).prop_map(|(key, value)| format!("{key}:{value}"));
        prop_oneof![
            vec(inner, 0..4).prop_map(|elements| format!("[{}]", elements.join(","))),
            vec(pair, 0..4).prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    });
    let cut = (json.clone(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(json, at, byte)| {
        let mut bytes = json.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        bytes
    });
    prop_oneof![3 => json.prop_map(String::into_bytes), 2 => cut, 1 => any::<Vec<u8>>()]
}

fn headers() -> impl Strategy<Value = HeaderMap> {
    let name = prop_oneof![
        "x-(number|list|amzn-errortype|amzn-requestid|amz-retry-after|[a-z]{1,3})",
        "(date|retry-after|location|link|content-type|content-length|x-request-id)",
    ];
    let value = prop_oneof![
        any::<Vec<u8>>(),
        "[\\x20-\\x7e]{0,20}".prop_map(String::into_bytes),
        "[\",; a-zA-Z0-9<>=\\\\]{0,20}".prop_map(String::into_bytes),
        "(Mon|Tue), [0-9]{2} (Dec|Feb|Xyz) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,12})? GMT(, )?"
            .prop_map(String::into_bytes),
        "-?[0-9]{1,25}".prop_map(String::into_bytes),
        Just(b"application/problem+json".to_vec()),
    ];
    vec((name, value), 0..6).prop_map(|fields| {
        let mut headers = HeaderMap::new();
        for (name, value) in fields {
            if let Ok(value) = HeaderValue::from_bytes(&value) {
                headers.append(name.parse::<HeaderName>().unwrap(), value);
            }
        }
        headers
    })
}

fn read<T: FromResponse + std::fmt::Debug>(status: StatusCode, headers: &HeaderMap, body: &[u8]) {
    let reply = Reply::new(status, headers.clone(), Bytes::copy_from_slice(body));
    match T::from_response(reply) {
        Ok(value) => drop(format!("{value:?}")),
        Err(error) => {
            let shown = format!("{error} {error:?}");
            assert!(!error.to_string().contains('\n') && shown.len() < 4000, "{shown}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn response_reader_never_panics(status in 100_u16..1000, headers in headers(), body in body()) {
        let status = StatusCode::from_u16(status).unwrap();
        read::<Document>(status, &headers, &body);
        read::<Everything>(status, &headers, &body);
        read::<Option<Document>>(status, &headers, &body);
        read::<Vec<Document>>(status, &headers, &body);
        read::<BTreeMap<u8, Document>>(status, &headers, &body);
        read::<Json<Kind>>(status, &headers, &body);
        read::<Thing>(status, &headers, &body);
        read::<String>(status, &headers, &body);
        read::<Bytes>(status, &headers, &body);
        read::<()>(status, &headers, &body);
        read::<Problem>(status, &headers, &body);
    }

    #[test]
    fn error_body_parser_never_panics(status in 100_u16..1000, headers in headers(), body in body()) {
        let status = StatusCode::from_u16(status).unwrap();
        let response = ErrorResponse::new(status, headers, body.into());
        let shown = format!("{response} {response:?}");
        prop_assert!(!response.to_string().contains(char::is_control), "{}", shown);
        prop_assert!(response.to_string().chars().count() < 1000, "{}", shown);
        drop(format!("{:?}", HostileError::from_error_response(response)));
    }

    #[test]
    fn whole_client_never_panics(status in 100_u16..1000, headers in headers(), body in body()) {
        let fields: Vec<(&str, &str)> = headers
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
            .collect();
        let recorder = Recorder::new().answer(status, &fields, body);
        let client = Client::builder("https://things.example")
            .transport(recorder)
            .retry(Retry::none())
            .build()
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        if let Err(error) = runtime.block_on(client.ask().into_future()) {
            let shown = error.to_string();
            prop_assert!(shown.starts_with("ask: ") && !shown.contains(char::is_control), "{}", shown);
            drop(format!("{error:?} {:?} {:?}", error.location(), error.request_id()));
        }
    }
}
