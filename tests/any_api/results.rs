//! Results of every kind: conditional, with their headers, as text, as JSON Lines, as events, of HEAD; and headers for
//! one call.

use rest_op::{
    Api, ApiError, BoxError, ByteStream, Bytes, Call, Client, Conditional, DecodeError, Error, ErrorResponse, Events,
    FromResponse, Json, JsonLines, Response, Retry, rest_op,
};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Documents: Api {
    #[rest_op(GET, "/documents/<id>")]
    fn document(&self, id: &str, #[header("if-none-match")] etag: Option<&str>) -> Call<Conditional<Document>>;

    #[rest_op(GET, "/tagged/<id>")]
    fn tagged(&self, id: &str, #[header("if-none-match")] etag: &str) -> Call<Tagged>;

    #[rest_op(GET, "/documents/<id>")]
    fn unconditional(&self, id: &str) -> Call<Document>;

    #[rest_op(GET, "/archives/<id>")]
    fn archive(&self, id: &str) -> Call<Bytes, ArchiveError>;

    #[rest_op(HEAD, "/blobs/<digest>")]
    fn size(&self, digest: &str) -> Call<Size>;

    #[rest_op(GET, "/motto")]
    fn motto(&self) -> Call<String>;

    #[rest_op(GET, "/flat")]
    fn flat(&self) -> Call<Json<Flat>>;

    #[rest_op(GET, "/events")]
    fn events(&self) -> Call<JsonLines<Event>>;

    #[rest_op(GET, "/stream")]
    fn stream(&self, #[header("accept")] accept: Option<&str>) -> Call<Events>;

    #[rest_op(GET, "/stream")]
    fn watch(&self) -> Call<Option<Conditional<Response<Watch>>>>;

    #[rest_op(GET, "/stream")]
    async fn subscribe(&self) -> Result<Events, Error>;
}

impl Documents for Client {}

#[derive(Debug, ApiError)]
enum ArchiveError {
    #[api_error(status = 302)]
    Elsewhere(ErrorResponse),
    #[api_error(other)]
    #[allow(dead_code, reason = "only its being chosen is looked at")]
    Other(ErrorResponse),
}

#[derive(Debug, Deserialize, FromResponse, PartialEq)]
struct Document {
    title: String,
}

/// A conditional body beside a header that is always present.
#[derive(Debug, FromResponse, PartialEq)]
struct Tagged {
    #[from_response(header = "etag")]
    etag: String,
    #[from_response(body)]
    document: Conditional<Document>,
}

#[derive(Debug, FromResponse, PartialEq)]
struct Size {
    #[from_response(header = "content-length")]
    bytes: u64,
    #[from_response(header = "docker-content-digest")]
    digest: Option<String>,
    #[from_response(status)]
    status: u16,
}

#[derive(Debug, FromResponse)]
struct Watch {
    #[from_response(header = "x-request-id")]
    id: u64,
    #[from_response(body)]
    events: Events,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Event {
    id: u64,
}

fn client(recorder: &Recorder) -> Client {
    let client = Client::builder("https://api.example.com")
        .transport(recorder.clone())
        .retry(Retry::none());
    client.build().unwrap()
}

fn title(text: &str) -> Document {
    Document { title: text.to_owned() }
}

#[tokio::test]
async fn not_modified_is_a_result_of_conditional_and_an_error_of_other_types() {
    let recorder = Recorder::new()
        .answer(200, &[("etag", "\"1\"")], r#"{"title":"a"}"#)
        .answer(304, &[("etag", "\"1\"")], "")
        .answer(304, &[], "")
        .answer(302, &[("location", "/elsewhere")], "");
    let client = client(&recorder);
    assert_eq!(
        client.document("1", None).await.unwrap(),
        Conditional::Modified(title("a"))
    );
    let response = client.document("1", Some("\"1\"")).response().await.unwrap();
    assert_eq!(response.status(), 304);
    assert_eq!(response.headers()["etag"], "\"1\"");
    assert_eq!(response.into_value().modified(), None);
    let error = client.unconditional("1").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "unconditional: 304 Not Modified; the result type `Conditional<T>` accepts it"
    );
    assert_eq!(error.status().unwrap(), 304);
    let error = client.document("1", Some("\"1\"")).await.unwrap_err();
    assert_eq!(error.location(), Some("/elsewhere"));
    let headers: Vec<_> = recorder
        .requests()
        .iter()
        .map(|request| request.headers().get("if-none-match").cloned())
        .collect();
    let etag = http::HeaderValue::from_static("\"1\"");
    assert_eq!(headers, [None, Some(etag.clone()), None, Some(etag)]);
}

#[tokio::test]
async fn conditional_field_of_a_derived_result_accepts_not_modified() {
    let recorder =
        Recorder::new()
            .answer(304, &[("etag", "\"1\"")], "")
            .answer(200, &[("etag", "\"2\"")], r#"{"title":"b"}"#);
    let client = client(&recorder);
    let tagged = |etag: &str, document| Tagged {
        etag: etag.to_owned(),
        document,
    };
    assert_eq!(
        client.tagged("1", "\"1\"").await.unwrap(),
        tagged("\"1\"", Conditional::NotModified)
    );
    assert_eq!(
        client.tagged("1", "\"1\"").await.unwrap(),
        tagged("\"2\"", Conditional::Modified(title("b")))
    );
}

#[tokio::test]
async fn head_is_read_from_its_headers() {
    let recorder = Recorder::new().answer(
        200,
        &[("content-length", "1234"), ("docker-content-digest", "sha256:0")],
        "",
    );
    let size = client(&recorder).size("sha256:0").await.unwrap();
    assert_eq!(
        size,
        Size {
            bytes: 1234,
            digest: Some("sha256:0".to_owned()),
            status: 200
        }
    );
    assert_eq!(recorder.lines(), ["HEAD /blobs/sha256%3A0"]);
}

#[tokio::test]
async fn utf8_is_read_as_text_and_other_bytes_are_an_error() {
    let recorder = Recorder::new()
        .answer(200, &[], "élan — 力")
        .answer(200, &[], vec![b'a', 0xff]);
    let client = client(&recorder);
    assert_eq!(client.motto().await.unwrap(), "élan — 力");
    let error = client.motto().await.unwrap_err();
    assert!(error.to_string().contains("the body is not UTF-8"), "{error}");
    let reasons = [
        (
            ("content-type", "text/plain; format=flowed; Charset=\"ISO-8859-1\""),
            "; its charset is `ISO-8859-1`; use `Bytes` as the result type and decode the text",
        ),
        (
            ("content-encoding", "GZIP"),
            "; it is compressed with `gzip`; the feature `compression` decodes gzip and deflate",
        ),
        (("content-type", "text/plain; charset=utf-8"), ""),
        (("content-type", "text/plain; charset=<s3cr3t>"), ""),
    ];
    for (header, message) in reasons {
        let recorder = Recorder::new().answer(200, &[header], vec![b'a', 0xe9]);
        let error = self::client(&recorder).motto().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "motto: 200 with a body that cannot be read: at `.`: the body is not UTF-8: \
                 incomplete utf-8 byte sequence from index 1{message}"
            )
        );
    }
}

#[tokio::test]
async fn headers_of_one_call_are_not_sent_with_others() {
    let recorder = Recorder::new().answer(200, &[], "").answer(200, &[], "");
    let client = client(&recorder);
    let call = client
        .motto()
        .header("prefer", "respond-async, wait=10")
        .header("Accept", "text/plain");
    call.await.unwrap();
    client.motto().await.unwrap();
    let requests = recorder.requests();
    assert_eq!(requests[0].headers()["prefer"], "respond-async, wait=10");
    assert_eq!(requests[0].headers()["accept"], "text/plain");
    assert!(!requests[1].headers().contains_key("prefer"));
    assert_eq!(requests[1].headers()["accept"], "*/*");
}

#[tokio::test]
async fn set_cookie_is_never_split() {
    #[derive(Debug, FromResponse)]
    struct SignedIn {
        #[from_response(header = "set-cookie")]
        cookies: Vec<String>,
        #[from_response(header_prefix = "set-")]
        by_prefix: std::collections::BTreeMap<String, Vec<String>>,
        #[from_response(header = "x-list")]
        list: Vec<String>,
    }
    trait Session: Api {
        #[rest_op(POST, "/session")]
        fn sign_in(&self) -> Call<SignedIn>;
    }
    impl Session for Client {}

    let set = [
        "id=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Path=/",
        "a=\"b,c\"; Expires=Thu, 22 Oct 2026 07:28:00 GMT",
    ];
    let headers = [
        ("set-cookie", set[0]),
        ("x-list", "a, b"),
        ("set-cookie", set[1]),
        ("x-list", "c"),
    ];
    let recorder = Recorder::new().answer(200, &headers, "").answer(200, &[], "");
    let client = client(&recorder);
    let read = client.sign_in().await.unwrap();
    assert_eq!(read.cookies, set);
    assert_eq!(read.by_prefix["cookie"], set);
    assert_eq!(read.list, ["a", "b", "c"]);
    assert!(client.sign_in().await.unwrap().cookies.is_empty());
}

/// Returns the values of a body in these pieces, up to the first error.
async fn lines(pieces: &[&'static str]) -> (Vec<u64>, Option<BoxError>) {
    let pieces: Vec<Bytes> = pieces
        .iter()
        .map(|piece| Bytes::from_static(piece.as_bytes()))
        .collect();
    let mut lines = JsonLines::<Event>::new(ByteStream::from_body(Pieces(pieces.into())));
    let mut ids = Vec::new();
    while let Some(event) = lines.next().await {
        match event {
            Ok(event) => ids.push(event.id),
            Err(error) => {
                assert!(lines.next().await.is_none());
                return (ids, Some(error));
            }
        }
    }
    (ids, None)
}

struct Pieces(std::collections::VecDeque<Bytes>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, BoxError>>> {
        std::task::Poll::Ready(self.0.pop_front().map(|piece| Ok(http_body::Frame::data(piece))))
    }
}

#[tokio::test]
async fn lines_do_not_depend_on_how_the_body_is_split() {
    for pieces in [
        ["{\"id\":1}\n{\"id\":2}\n{\"id\":3}\n"].as_slice(),
        &["{\"id\":1}\n{\"id\":2}\n{\"id\":3}"],
        &[
            "{\"id\":1}\r\n\r\n",
            "\n{\"id\"",
            ":2",
            "}",
            "\n",
            "{\"id\":3}",
            "  \n ",
        ],
        &["", "{", "\"id\":1}\n{\"id\":2", "}\n{\"id\":3", "}"],
    ] {
        let (ids, error) = lines(pieces).await;
        assert_eq!(ids, [1, 2, 3], "{pieces:?}");
        assert!(error.is_none(), "{error:?}");
    }
    assert!(lines(&[]).await.0.is_empty());
}

#[tokio::test]
async fn line_that_cannot_be_read_is_named() {
    let (ids, error) = lines(&["{\"id\":1}\n\n{\"id\":\"x\"}\n{\"id\":4}\n"]).await;
    assert_eq!(ids, [1]);
    let error = error.unwrap().downcast::<DecodeError>().unwrap();
    assert_eq!(error.path(), "line 3, id");
    assert_eq!(error.excerpt(), "{\"id\":\"x\"}");
}

#[tokio::test]
async fn lines_are_a_result_with_its_headers() {
    let recorder = Recorder::new().answer(200, &[("x-request-id", "7")], "{\"id\":1}\n");
    let response: Response<JsonLines<Event>> = client(&recorder).events().response().await.unwrap();
    assert_eq!(response.request_id(), Some("7"));
    assert_eq!(response.into_value().next().await.unwrap().unwrap(), Event { id: 1 });
}

#[tokio::test]
async fn events_are_accepted_wherever_they_are_in_the_result_type() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[("content-type", "Text/Event-Stream; charset=utf-8")],
            "data: a\n\n",
        )
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(200, &[], "")
        .answer(200, &[("x-request-id", "7")], "data: b\n\n");
    let client = client(&recorder);
    let mut events = client.stream(None).await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data(), "a");
    assert!(events.next().await.is_none());
    client
        .stream(Some("text/event-stream, application/json"))
        .await
        .unwrap();
    client.stream(None).header("accept", "*/*").await.unwrap();
    client.subscribe().await.unwrap();
    let watch = client.watch().await.unwrap().unwrap().modified().unwrap();
    let mut watch = watch.into_value();
    assert_eq!(watch.id, 7);
    assert_eq!(watch.events.next().await.unwrap().unwrap().data(), "b");
    let requests = recorder.requests();
    let accepted = requests.iter().map(|request| &request.headers()["accept"]);
    let expected = [
        "text/event-stream",
        "text/event-stream, application/json",
        "*/*",
        "text/event-stream",
        "text/event-stream",
    ];
    assert!(accepted.eq(expected), "{requests:?}");
}

#[tokio::test]
async fn events_and_lines_are_not_mistaken_for_each_other() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[("content-type", "text/event-stream;charset=utf-8")],
            "data: {}\n\n",
        )
        .answer(200, &[("content-type", "application/json")], "{}");
    let client = client(&recorder);
    let error = client.events().await.unwrap_err().to_string();
    let message = "at `content-type`: the response is `text/event-stream`; use `Events` as the result type";
    assert!(error.contains(message), "{error}");
    let error = client.stream(None).await.unwrap_err().to_string();
    let message = "at `content-type`: the response is not `text/event-stream`; many services require `stream: true`";
    assert!(error.contains(message), "{error}");
}

#[tokio::test]
async fn not_modified_has_the_length_of_the_omitted_body() {
    let recorder = Recorder::new().answer(304, &[("content-length", "99999999999")], "");
    let client = Client::builder("https://api.example.com")
        .transport(recorder)
        .build()
        .unwrap();
    assert_eq!(client.document("a", Some("b")).await.unwrap(), Conditional::NotModified);
}

#[derive(Debug, Deserialize)]
struct Flat {
    #[serde(default)]
    names: Vec<String>,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, u32>,
}

/// serde reads a struct with a flattened member as a map, in which `null` is a value.
#[tokio::test]
async fn null_is_not_absent_in_a_struct_with_a_flattened_member() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"names":["a"],"b":1}"#)
        .answer(200, &[], r#"{"names":null,"b":1}"#)
        .answer(200, &[], r#"{"names":[],"b":null}"#);
    let client = Client::builder("https://api.example.com")
        .transport(recorder)
        .build()
        .unwrap();
    let flat = client.flat().await.unwrap().0;
    assert_eq!(flat.names, ["a"]);
    assert_eq!(flat.rest, [("b".to_owned(), 1)].into());
    for _ in 0..2 {
        client.flat().await.unwrap_err();
    }
}

#[tokio::test]
async fn redirect_is_a_typed_error_with_the_whole_location_that_displays_no_secret() {
    let location = "https://cdn.example/1.zip?token=s3cr3t";
    let body = r#"<a href="https://cdn.example/1.zip?token=s3cr3t">Found</a>"#;
    let recorder = Recorder::new().answer(302, &[("location", location)], body);
    let error = client(&recorder).archive("1").await.unwrap_err();
    let response = error.response().unwrap();
    for message in [
        format!("{error:?}"),
        format!("{response} {response:?}"),
        format!("{:?}", response.body()),
    ] {
        assert!(!message.contains("s3cr3t"), "{message}");
    }
    assert_eq!(
        error.to_string(),
        "archive: 302 redirect to https://cdn.example/1.zip, which is not followed"
    );
    match error.service() {
        Some(ArchiveError::Elsewhere(response)) => assert_eq!(response.headers()["location"], location),
        other => panic!("{other:?}"),
    }
    // That of a test double is the same.
    let double = Error::<ArchiveError>::from_response(response.clone());
    assert_eq!(format!("archive: {double}"), error.to_string());
    assert_eq!(double.location(), error.location());
}

#[tokio::test]
async fn redirect_hides_secrets_in_a_location_of_any_bytes() {
    for (location, body, message) in [
        (
            "ht\ttps://user:s3cr3t@cdn.example/1.zip",
            r#"{"message":"moved to https://user:s3cr3t@cdn.example/1.zip"}"#,
            "https://cdn.example/1.zip",
        ),
        (
            "https://cdn.example/\u{e9}.zip?name=\u{e9}&token=s3cr3t",
            r#"{"message":"moved to /%E9.zip?name=%E9&token=s3cr3t"}"#,
            "https://cdn.example/\u{e9}.zip",
        ),
    ] {
        let recorder = Recorder::new().answer(302, &[("location", location)], body);
        let error = client(&recorder).archive("1").await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("archive: 302 redirect to {message}, which is not followed")
        );
        let response = error.response().unwrap();
        let shown = format!("{error:?} {response} {response:?} {:?}", response.body());
        assert!(!shown.contains("s3cr3t"), "{shown}");
    }
}

#[tokio::test]
async fn redirect_without_a_location_shows_the_message_of_the_service() {
    let body = r#"{"code":"PermanentRedirect","message":"Use the endpoint of the bucket."}"#;
    let recorder = Recorder::new().answer(301, &[("x-amz-request-id", "7")], body);
    let error = client(&recorder).archive("1").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "archive: 301 PermanentRedirect: Use the endpoint of the bucket. (request id 7), a redirect without a location"
    );
}

#[tokio::test]
async fn body_that_is_not_json_is_reported_with_the_likely_cause() {
    for (status, headers, body, message) in [
        (
            200,
            &[("content-type", "text/html; charset=utf-8")][..],
            "<p>",
            "200 with a body that cannot be read: at `.`: expected value at line 1 column 1; the service sent `text/html`",
        ),
        (
            204,
            &[],
            "",
            "204 with a body that cannot be read: at `.`: missing field `title`; the response has no body",
        ),
        (
            200,
            &[("content-type", "application/json"), ("content-encoding", "br")],
            "\u{1}",
            "200 with a body that cannot be read: at `.`: expected value at line 1 column 1; \
             it is compressed with `br`; the feature `compression` decodes gzip and deflate",
        ),
        (
            200,
            &[("content-type", "text/plain")],
            r#"{"title":1}"#,
            "200 with a body that cannot be read: at `title`: invalid type: integer, expected a string",
        ),
    ] {
        let recorder = Recorder::new().answer(status, headers, body);
        let error = client(&recorder).unconditional("1").await.unwrap_err();
        assert_eq!(error.to_string(), format!("unconditional: {message}"));
    }
    let recorder = Recorder::new().answer(200, &[], "\u{feff}{\"title\":\"a\"}");
    assert_eq!(client(&recorder).unconditional("1").await.unwrap(), title("a"));
}

#[tokio::test]
async fn text_has_no_byte_order_mark() {
    let recorder = Recorder::new()
        .answer(200, &[], "\u{feff}a\u{feff}")
        .answer(200, &[], "\u{feff}");
    let client = client(&recorder);
    assert_eq!(client.motto().await.unwrap(), "a\u{feff}");
    assert_eq!(client.motto().await.unwrap(), "");
}

#[tokio::test]
async fn compressed_streams_of_lines_and_events_are_reported() {
    let message = "at `content-encoding`: the response is compressed with `gzip`; the feature `compression` decodes gzip and deflate";
    let recorder = Recorder::new().answer(200, &[("content-encoding", "gzip")], "").answer(
        200,
        &[("content-encoding", "gzip")],
        "",
    );
    let client = client(&recorder);
    let error = client.events().await.unwrap_err().to_string();
    assert!(error.contains(message), "{error}");
    let error = client.stream(None).await.unwrap_err().to_string();
    assert!(error.contains(message), "{error}");
}
