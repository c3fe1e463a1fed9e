//! Derives fit every shape, and fields may have any name.

use std::collections::BTreeMap;

use ::http::{HeaderMap, HeaderValue, StatusCode};
use ::rest_op::{ApiError, Bytes, ErrorResponse, FromResponse, Reply, timestamp};
use ::serde::Deserialize;

/// JSON members beside headers, with names of generated code.
#[derive(Debug, PartialEq, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct Members<T, U = u8> {
    reply: T,
    #[serde(default)]
    json: Option<u8>,
    #[serde(rename = "self")]
    response: Vec<String>,
    #[from_response(header = "x-number")]
    number: U,
    #[from_response(status)]
    status: u16,
}

/// A whole body with headers.
#[derive(Debug, PartialEq, FromResponse)]
pub struct Object<T> {
    #[from_response(body)]
    content: T,
    #[from_response(header = "last-modified", with = timestamp::http_date::option)]
    modified: Option<time::OffsetDateTime>,
    #[from_response(header_prefix = "x-meta-")]
    metadata: BTreeMap<String, String>,
}

/// One header.
#[derive(Debug, PartialEq, FromResponse)]
pub struct Tag(#[from_response(header = "etag")] String);

/// A generic JSON body.
#[derive(Debug, PartialEq, Deserialize, FromResponse)]
pub struct Page<T> {
    items: Vec<T>,
}

/// JSON that is one of two.
#[derive(Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "lowercase")]
pub enum Either {
    /// The one.
    Left,
    /// The other.
    Right,
}

/// No body.
#[derive(Debug, PartialEq, FromResponse)]
pub struct Deleted;

/// An error whose variants hold what their bodies are.
#[derive(Debug, ApiError)]
pub enum Error<T> {
    /// With a body of its own.
    #[api_error(code = "Limit", code = "Quota", status = 429)]
    Limit(Page<T>),
    /// With none.
    #[api_error(status = 404)]
    NotFound,
    /// All others.
    #[api_error(other)]
    Other(ErrorResponse),
}

fn reply(headers: &[(&'static str, &'static str)], body: &'static str) -> Reply {
    let headers = headers.iter().map(|(name, value)| {
        let value = HeaderValue::from_static(value);
        ((*name).parse::<::http::HeaderName>().expect("the name is sound"), value)
    });
    Reply::new(
        StatusCode::OK,
        headers.collect::<HeaderMap>(),
        Bytes::from_static(body.as_bytes()),
    )
}

#[test]
fn members_and_headers_make_one_type() {
    let members = Members::<String>::from_response(reply(&[("x-number", "7")], r#"{"Reply":"a","self":["b"]}"#));
    let expected = Members {
        reply: "a".to_owned(),
        json: None,
        response: vec!["b".to_owned()],
        number: 7,
        status: 200,
    };
    assert_eq!(members.expect("the reply has all members"), expected);
}

#[test]
fn a_body_and_headers_make_one_type() {
    let object = Object::<String>::from_response(reply(
        &[("last-modified", "Mon, 02 Dec 2019 22:38:37 GMT"), ("x-meta-a", "b")],
        "text",
    ));
    let object = object.expect("the reply has all fields");
    assert_eq!(object.content, "text");
    assert_eq!(
        object.modified.map(time::OffsetDateTime::unix_timestamp),
        Some(1_575_326_317)
    );
    assert_eq!(object.metadata, BTreeMap::from([("a".to_owned(), "b".to_owned())]));
}

#[test]
fn every_shape_is_read() {
    let tag = Tag::from_response(reply(&[("etag", "\"a\"")], ""));
    assert_eq!(tag.expect("the reply has a tag"), Tag("\"a\"".to_owned()));
    let page = Page::<u8>::from_response(reply(&[], r#"{"items":[1]}"#));
    assert_eq!(page.expect("the reply is a page"), Page { items: vec![1] });
    let either = Either::from_response(reply(&[], r#""right""#));
    assert_eq!(either.expect("the reply is one of the two"), Either::Right);
    let deleted = Deleted::from_response(reply(&[], "whatever"));
    assert_eq!(deleted.expect("nothing is read"), Deleted);
}

#[test]
fn an_error_has_the_variant_of_its_code_or_status() {
    let error = |status, body: &'static str| {
        let response = ErrorResponse::new(status, HeaderMap::new(), Bytes::from_static(body.as_bytes()));
        Error::<u8>::from_error_response(response)
    };
    let quota = error(StatusCode::BAD_REQUEST, r#"{"code":"Quota","items":[1]}"#);
    assert!(matches!(quota, Error::Limit(Page { items }) if items == [1]));
    assert!(matches!(error(StatusCode::NOT_FOUND, ""), Error::NotFound));
    assert!(matches!(
        error(StatusCode::TOO_MANY_REQUESTS, "not JSON"),
        Error::Other(_)
    ));
    let other = error(StatusCode::BAD_GATEWAY, "");
    assert!(matches!(other, Error::Other(response) if response.status() == StatusCode::BAD_GATEWAY));
}
