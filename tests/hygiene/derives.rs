//! Derives fit every shape, and fields may have any name.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use ::http::{HeaderMap, HeaderValue, StatusCode};
use ::rest_op::{ApiError, Bytes, ErrorResponse, FromResponse, Links, Reply, timestamp};
use ::serde::Deserialize;
use ::serde::de::DeserializeOwned;

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

/// A page of anything, with its links.
#[derive(Debug, PartialEq, FromResponse)]
pub struct LinkedPage<T> {
    #[from_response(header = "link")]
    links: Links,
    items: Vec<T>,
}

/// The same, with the bound that serde's derive adds by itself.
#[derive(Debug, PartialEq, FromResponse)]
pub struct BoundedPage<T: DeserializeOwned, U>
where
    U: Clone + for<'de> Deserialize<'de>,
{
    #[from_response(header = "link")]
    links: Links,
    items: Vec<T>,
    last: Option<U>,
}

/// The same, with bounds that stand in place of serde's.
#[derive(Debug, PartialEq, FromResponse)]
#[serde(bound = "")]
pub struct OwnBounds<T: DeserializeOwned> {
    #[from_response(header = "link")]
    links: Links,
    items: Vec<T>,
}

/// Everything that depends on parameters.
#[derive(Debug, PartialEq, FromResponse)]
pub struct Parameters<T, C, S, H, I, const N: usize>
where
    I: Iterator,
{
    #[from_response(status)]
    status: S,
    #[from_response(header = "x-number")]
    number: Option<H>,
    #[from_response(header = "x-seconds", with = seconds)]
    seconds: Vec<C>,
    #[serde(default)]
    count: T,
    #[serde(skip)]
    marker: PhantomData<C>,
    item: I::Item,
    numbers: Array<N>,
}

/// An array of numbers.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(try_from = "Vec<u8>")]
pub struct Array<const N: usize>([u8; N]);

impl<const N: usize> TryFrom<Vec<u8>> for Array<N> {
    type Error = &'static str;

    fn try_from(numbers: Vec<u8>) -> Result<Self, Self::Error> {
        numbers.try_into().map(Self).map_err(|_| "another length")
    }
}

mod seconds {
    //! Reads whatever there is into an empty list.

    use ::serde::Deserialize as _;

    pub(super) fn deserialize<'de, C, D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<C>, D::Error> {
        ::serde::de::IgnoredAny::deserialize(deserializer).map(|_| Vec::new())
    }
}

/// JSON that is one of two.
#[derive(Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "lowercase")]
pub enum Either {
    /// The first.
    Left,
    /// The second.
    Right,
}

/// No body.
#[derive(Debug, PartialEq, FromResponse)]
pub struct Deleted;

/// One of several, by status.
#[derive(Debug, PartialEq, FromResponse)]
pub enum ByStatus<T> {
    /// With a parameter.
    #[from_response(status = 202, status = 404)]
    Some(T),
    /// With nothing.
    #[from_response(status = 204)]
    None,
    /// Every other one.
    #[from_response(success)]
    Ok(Page<u8>),
}

/// A part of the body.
#[derive(Debug, PartialEq, Deserialize, FromResponse)]
#[serde(transparent)]
#[from_response(member = "data.items[1]")]
pub struct Second<T>(T);

/// A part of the body, with what is beside it.
#[derive(Debug, PartialEq, FromResponse)]
#[from_response(member = "data")]
pub struct DataOf<T> {
    #[from_response(header = "x-number")]
    number: u8,
    items: Vec<T>,
}

/// A page with names of generated code, raw ones and parameters of every kind.
#[derive(Debug, Deserialize, FromResponse, rest_op::Page)]
#[page(next = query("cursor"), at = "value.text.r#type", more = "value.next")]
pub struct Listed<T, const N: usize = 1>
where
    T: Clone,
{
    #[page(items)]
    text: Vec<T>,
    value: Option<Value>,
}

/// A field on the way to the token.
#[derive(Debug, Deserialize)]
pub struct Value {
    text: Box<Token>,
    next: Option<bool>,
}

/// Contains the token.
#[derive(Debug, Deserialize)]
pub struct Token {
    r#type: Option<u8>,
}

/// A token whose type is a parameter.
#[derive(Debug, Deserialize, FromResponse, rest_op::Page)]
pub struct Tokened<C, L: IntoIterator<Item = C> = Vec<C>> {
    #[page(items)]
    items: Vec<L>,
    #[page(next = body("a.b"))]
    token: Option<C>,
}

/// An error whose variants contain bodies of their own.
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

/// An error that returns its response, which a type of the program contains.
#[derive(Debug, ApiError)]
#[api_error(response)]
pub enum Kept<T> {
    /// In a type with a parameter.
    #[api_error(status = 404)]
    NotFound(Held<T>),
    /// All others.
    #[api_error(other)]
    Other(ErrorResponse),
}

/// A response.
#[derive(Debug)]
pub struct Held<T>(ErrorResponse, PhantomData<T>);

impl<T> FromResponse for Held<T> {
    fn from_response(reply: Reply) -> Result<Self, ::rest_op::DecodeError> {
        ErrorResponse::from_response(reply).map(|response| Self(response, PhantomData))
    }
}

impl<T> AsRef<ErrorResponse> for Held<T> {
    fn as_ref(&self) -> &ErrorResponse {
        &self.0
    }
}

#[test]
fn response_is_returned_by_every_variant() {
    for status in [StatusCode::NOT_FOUND, StatusCode::CONFLICT] {
        let response = ErrorResponse::new(status, HeaderMap::new(), Bytes::new());
        assert_eq!(Kept::<u8>::from_error_response(response).response().status(), status);
    }
}

/// An error that responses with a status of success may contain, with a constant of the name that the derive uses.
#[derive(Debug, ApiError)]
#[api_error(when("reply" = "no"), when("response"), code_at = "code", message_at = "spec", code_header = "x-code")]
pub enum EmbeddedError {
    /// By both.
    #[api_error(all(status = 200, code = -1, code = "A"))]
    Both,
    /// By a number.
    #[api_error(code = 7, status = 200)]
    Number,
    /// All others.
    #[api_error(other)]
    Other(ErrorResponse),
}

impl EmbeddedError {
    /// Not the trait's.
    pub const SPEC: u8 = 0;
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
fn nested_token_requests_the_next_page_unless_there_are_no_more() {
    use rest_op::{Next, Page as _};
    for (value, next) in [
        (r#"{"text":{"type":7},"next":true}"#, Some(Next::query("cursor", "7"))),
        (r#"{"text":{"type":7}}"#, Some(Next::query("cursor", "7"))),
        (r#"{"text":{"type":7},"next":false}"#, None),
        (r#"{"text":{}}"#, None),
        ("null", None),
    ] {
        let page: Listed<u8> = serde_json::from_str(&format!(r#"{{"text":[1],"value":{value}}}"#)).expect("a page");
        assert_eq!(page.next(), next, "{value}");
        assert_eq!(page.into_items(), [1]);
    }
    let page: Tokened<u8> = serde_json::from_str(r#"{"items":[[1]],"token":2}"#).expect("a page");
    assert_eq!(page.next(), Some(Next::body("a.b", &2)));
    assert_eq!(page.into_items(), [[1]]);
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
fn generic_members_and_headers_make_one_type() {
    let headers = [("link", "</2>; rel=next")];
    let links = || Links::parse(headers[0].1);
    let body = r#"{"items":[1,2],"last":"b"}"#;
    let page = LinkedPage::<u8>::from_response(reply(&headers, body)).expect("the reply is a page");
    let items = vec![1, 2];
    assert_eq!(
        page,
        LinkedPage {
            links: links(),
            items: items.clone()
        }
    );
    let page = BoundedPage::<u8, String>::from_response(reply(&headers, body)).expect("the reply is a page");
    let last = Some("b".to_owned());
    assert_eq!(
        page,
        BoundedPage {
            links: links(),
            items: items.clone(),
            last
        }
    );
    let page = OwnBounds::<u8>::from_response(reply(&headers, body)).expect("the reply is a page");
    assert_eq!(page, OwnBounds { links: links(), items });
}

#[test]
fn type_parameters_have_the_bounds_of_their_sources() {
    /// Neither read nor made.
    #[derive(Debug, PartialEq)]
    struct Opaque;
    type Read = Parameters<u8, Opaque, u16, u32, std::ops::Range<u8>, 2>;
    let read = Read::from_response(reply(
        &[("x-number", "7"), ("x-seconds", "1")],
        r#"{"item":3,"numbers":[1,2]}"#,
    ));
    let expected = Read {
        status: 200,
        number: Some(7),
        seconds: Vec::new(),
        count: 0,
        marker: PhantomData,
        item: 3,
        numbers: Array([1, 2]),
    };
    assert_eq!(read.expect("the reply has all fields"), expected);
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
    let limit = error(StatusCode::TOO_MANY_REQUESTS, r#"{"items":[1]}"#);
    assert!(matches!(limit, Error::Limit(Page { items }) if items == [1]));
    let named = error(StatusCode::TOO_MANY_REQUESTS, r#"{"code":"Blocked","items":[1]}"#);
    assert!(matches!(named, Error::Other(response) if response.code() == Some("Blocked")));
    assert!(matches!(error(StatusCode::NOT_FOUND, ""), Error::NotFound));
    assert!(matches!(
        error(StatusCode::NOT_FOUND, r#"{"code":"Gone"}"#),
        Error::NotFound
    ));
    assert!(matches!(
        error(StatusCode::TOO_MANY_REQUESTS, "not JSON"),
        Error::Other(_)
    ));
    let other = error(StatusCode::BAD_GATEWAY, "");
    assert!(matches!(other, Error::Other(response) if response.status() == StatusCode::BAD_GATEWAY));
}

#[test]
fn status_chooses_the_variant() {
    type ByteStatus = ByStatus<Page<u16>>;
    let page = |items| Page { items };
    let read = |status, body: &'static str| {
        let reply = Reply::new(status, HeaderMap::new(), Bytes::from_static(body.as_bytes()));
        ByteStatus::from_response(reply).map_err(|error| error.to_string())
    };
    assert_eq!(
        read(StatusCode::NOT_FOUND, r#"{"items":[1]}"#),
        Ok(ByStatus::Some(Page { items: vec![1] }))
    );
    assert_eq!(read(StatusCode::NO_CONTENT, ""), Ok(ByStatus::None));
    assert_eq!(
        read(StatusCode::OK, r#"{"items":[1]}"#),
        Ok(ByStatus::Ok(page(vec![1])))
    );
    assert_eq!(
        read(StatusCode::IM_A_TEAPOT, ""),
        Err("at `status`: 418 is not the status of a result".to_owned())
    );
    for (status, accepted) in [
        (200, true),
        (202, true),
        (299, true),
        (404, true),
        (304, false),
        (410, false),
    ] {
        let status = StatusCode::from_u16(status).expect("a status is legal");
        assert_eq!(ByteStatus::accepts(status), accepted, "{status}");
    }
}

#[test]
fn member_is_read_in_place_of_the_body() {
    let body = r#"{"data":{"items":[1,2]}}"#;
    let second = Second::<u8>::from_response(reply(&[], body));
    assert_eq!(second.expect("the reply has the member"), Second(2));
    let data = DataOf::<u8>::from_response(reply(&[("x-number", "7")], body));
    let expected = DataOf {
        number: 7,
        items: vec![1, 2],
    };
    assert_eq!(data.expect("the reply has the member"), expected);
}

#[test]
fn error_is_read_by_the_attributes_of_its_type() {
    let error = |headers: HeaderMap, body: &'static str| {
        let response = ErrorResponse::new(StatusCode::OK, headers, Bytes::from_static(body.as_bytes()));
        EmbeddedError::from_error_response(response)
    };
    let none = HeaderMap::new;
    assert!(matches!(error(none(), r#"{"code":-1}"#), EmbeddedError::Both));
    assert!(matches!(error(none(), r#"{"code":"A"}"#), EmbeddedError::Both));
    assert!(matches!(error(none(), r#"{"code":"7"}"#), EmbeddedError::Number));
    assert!(matches!(error(none(), "{}"), EmbeddedError::Number));
    let other = error(none(), r#"{"code":8,"spec":"eight"}"#);
    assert!(matches!(other, EmbeddedError::Other(response) if response.to_string() == "200 8: eight"));
    let header = HeaderMap::from_iter([(::http::HeaderName::from_static("x-code"), HeaderValue::from_static("7"))]);
    assert!(matches!(error(header, r#"{"code":8}"#), EmbeddedError::Number));
    assert_eq!(EmbeddedError::SPEC, 0);
}
