//! httpbin: a server that returns whatever response a request asks for.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use rest_op::{
    Api, ApiKey, Auth, Basic, Bearer, ByteStream, Bytes, Call, Client, Conditional, ErrorResponse, FromResponse,
    JsonLines, Part, Retry, rest_op,
};
use rest_op_tests::prerequisites;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::process::Process;

trait Httpbin: Api {
    #[rest_op(GET, "/anything/<path>")]
    fn get(&self, path: &str, #[query("q")] text: &str, #[header("x-text")] header: &str) -> Call<Echo>;

    #[rest_op(POST, "/anything")]
    fn post(&self, #[body] body: &Pair) -> Call<Echo>;

    #[rest_op(POST, "/anything")]
    fn post_form(&self, #[body(form)] form: &Pair) -> Call<Echo>;

    #[rest_op(POST, "/anything")]
    fn post_nested_form(&self, #[body(form, brackets)] form: &Order) -> Call<Echo>;

    #[rest_op(POST, "/anything")]
    fn post_lines(&self, #[body(json_lines)] lines: &[Pair]) -> Call<Echo>;

    #[rest_op(POST, "/anything")]
    fn post_members(&self, #[member] text: &str, #[member] absent: Option<u8>) -> Call<Echo>;

    #[rest_op(POST, "/anything")]
    fn post_parts(
        &self,
        #[part] title: &str,
        #[part("tag")] tags: &[&str],
        #[part] absent: Option<u8>,
        #[part] file: Part,
        #[part] pair: Part,
    ) -> Call<Echo>;

    #[rest_op(PUT, "/anything")]
    fn put(&self, #[body(text)] text: &str) -> Call<Echo>;

    #[rest_op(PUT, "/anything")]
    fn put_stream(&self, #[body(stream)] content: ByteStream) -> Call<Echo>;

    #[rest_op(PATCH, "/anything")]
    fn patch(&self, #[body(bytes)] bytes: &[u8]) -> Call<Echo>;

    #[rest_op(DELETE, "/anything")]
    fn delete(&self) -> Call<Echo>;

    #[rest_op(HEAD, "/anything")]
    fn head(&self) -> Call<Head>;

    #[rest_op(OPTIONS, "/anything")]
    fn options(&self) -> Call<Head>;

    #[rest_op(GET, "/basic-auth/<user>/<password>")]
    fn basic(&self, user: &str, password: &str) -> Call<()>;

    #[rest_op(GET, "/bearer")]
    fn bearer(&self) -> Call<Bearing>;

    #[rest_op(GET, "/bearer", auth = none)]
    fn bearer_unauthorized(&self) -> Call<Bearing>;

    #[rest_op(GET, "/<coding>")]
    fn compressed(&self, coding: &str) -> Call<BTreeMap<String, Value>>;

    #[rest_op(GET, "/redirect-to")]
    fn redirect(&self, #[query] url: &str, #[query] status_code: u16) -> Call<()>;

    #[rest_op(GET, "/delay/<seconds>")]
    fn delay(&self, seconds: u32) -> Call<()>;

    #[rest_op(GET, "/drip?duration=0.3&numbytes=9")]
    fn drip(&self) -> Call<ByteStream>;

    #[rest_op(GET, "/status/<code>")]
    fn status(&self, code: u16) -> Call<(), Refused>;

    #[rest_op(GET, "/bytes/<count>?seed=7")]
    fn bytes(&self, count: usize) -> Call<Bytes>;

    #[rest_op(GET, "/stream-bytes/<count>?seed=7")]
    fn stream_bytes(&self, count: usize) -> Call<Bytes>;

    #[rest_op(GET, "/stream/<count>")]
    fn lines(&self, count: u32) -> Call<JsonLines<Line>>;

    #[rest_op(GET, "/encoding/utf8")]
    fn utf8(&self) -> Call<String>;

    #[rest_op(GET, "/cookies/set?flavour=oatmeal")]
    fn set_cookie(&self) -> Call<()>;

    #[rest_op(GET, "/cookies")]
    fn cookies(&self) -> Call<Cookies>;

    #[rest_op(GET, "/etag/<etag>")]
    fn tagged(
        &self,
        etag: &str,
        #[header("if-none-match")] unless: Option<&str>,
        #[header("if-match")] only: Option<&str>,
    ) -> Call<Conditional<()>, Refused>;

    #[rest_op(GET, "/response-headers")]
    fn headers(&self, #[query("x-list")] list: &[&str]) -> Call<Listed>;
}

impl Httpbin for Client {}

#[derive(Serialize)]
struct Pair {
    text: &'static str,
    number: f64,
}

const PAIR: Pair = Pair {
    text: "a b&c=d+é漢",
    number: 1.5,
};

#[derive(Serialize)]
struct Order {
    metadata: BTreeMap<&'static str, &'static str>,
    items: Vec<Pair>,
    expand: Vec<&'static str>,
    absent: Option<u8>,
}

/// The request as the server saw it.
#[derive(Debug, Deserialize, FromResponse)]
struct Echo {
    method: String,
    url: String,
    args: BTreeMap<String, String>,
    form: Value,
    files: BTreeMap<String, String>,
    headers: BTreeMap<String, String>,
    data: String,
    json: Option<Value>,
}

#[derive(Debug, FromResponse)]
struct Head {
    #[from_response(header = "content-length")]
    length: Option<u64>,
    #[from_response(header = "allow")]
    allow: Option<Vec<String>>,
    #[from_response(body)]
    body: Bytes,
}

#[derive(Debug, Deserialize, FromResponse, PartialEq)]
struct Bearing {
    token: String,
}

#[derive(Debug, Deserialize)]
struct Line {
    id: u32,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Cookies {
    cookies: BTreeMap<String, String>,
}

#[derive(Debug, FromResponse)]
struct Listed {
    #[from_response(header = "x-list")]
    list: Vec<String>,
}

#[derive(Debug, rest_op::ApiError)]
enum Refused {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(status = 412)]
    PreconditionFailed,
    #[api_error(other)]
    Other(ErrorResponse),
}

/// The server of the tests that run at the same time; the last of them stops it.
static SHARED: Mutex<Weak<Process>> = Mutex::new(Weak::new());

const SERVE: &str = "import sys
from werkzeug.serving import WSGIRequestHandler, make_server
from httpbin import app
WSGIRequestHandler.protocol_version = 'HTTP/1.1'
server = make_server('127.0.0.1', 0, app, threaded=True)
print('port', server.server_port, file=sys.stderr, flush=True)
server.serve_forever()";

fn httpbin() -> Option<Arc<Process>> {
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(process) = shared.upgrade() {
        return Some(process);
    }
    // The environment that `.ci/run` makes, or the one that is active.
    let made = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("httpbin/bin/python");
    let mut python = if prerequisites::has_module(&made, "httpbin") {
        Command::new(made)
    } else {
        prerequisites::python("httpbin", "httpbin")?
    };
    let port = |line: &str| line.strip_prefix("port ")?.parse().ok();
    let process = Arc::new(Process::start(python.args(["-c", SERVE]), port));
    *shared = Arc::downgrade(&process);
    Some(process)
}

/// A client, and the server that it calls, which must live as long.
fn client() -> Option<(Arc<Process>, Client)> {
    let process = httpbin()?;
    let client = Client::builder(process.endpoint())
        .retry(Retry::none())
        .build()
        .unwrap();
    Some((process, client))
}

#[tokio::test]
async fn every_verb_arrives_with_its_query_headers_and_body() {
    let Some((server, client)) = client() else { return };
    let echo = client
        .get("a/b %é漢", "a b&c=d+é漢", "plain, \"quoted\"")
        .await
        .unwrap();
    assert_eq!(echo.method, "GET");
    // httpbin shows an IRI, which is decoded except for spaces.
    assert_eq!(
        echo.url.split('?').next().unwrap(),
        format!("{}/anything/a/b%20%é漢", server.endpoint())
    );
    assert_eq!(echo.args, BTreeMap::from([("q".to_owned(), "a b&c=d+é漢".to_owned())]));
    assert_eq!(echo.headers["X-Text"], "plain, \"quoted\"");
    assert_eq!(
        echo.headers["User-Agent"],
        concat!("rest-op/", env!("CARGO_PKG_VERSION"))
    );

    let echo = client.post(&PAIR).await.unwrap();
    assert_eq!(
        (echo.method.as_str(), echo.headers["Content-Type"].as_str()),
        ("POST", "application/json")
    );
    assert_eq!(echo.json, Some(json!({"text": "a b&c=d+é漢", "number": 1.5})));
    let echo = client.post_form(&PAIR).await.unwrap();
    assert_eq!(echo.form, json!({"text": "a b&c=d+é漢", "number": "1.5"}));
    let echo = client.put("élan").await.unwrap();
    assert_eq!((echo.method.as_str(), echo.data.as_str()), ("PUT", "élan"));
    let echo = client.patch(b"bytes").await.unwrap();
    assert_eq!((echo.method.as_str(), echo.data.as_str()), ("PATCH", "bytes"));
    let echo = client.delete().await.unwrap();
    assert_eq!((echo.method.as_str(), echo.data.as_str()), ("DELETE", ""));

    let head = client.head().await.unwrap();
    assert!(head.length.unwrap() > 0 && head.body.is_empty(), "{head:?}");
    let options = client.options().await.unwrap();
    assert!(options.allow.unwrap().contains(&"PATCH".to_owned()));
}

#[tokio::test]
async fn nested_forms_lines_and_members_arrive() {
    let Some((_server, client)) = client() else { return };
    let order = Order {
        metadata: BTreeMap::from([("order id", "67=35&8")]),
        items: vec![PAIR, PAIR],
        expand: vec!["a+b", "ü"],
        absent: None,
    };
    let form = json!({
        "metadata[order id]": "67=35&8",
        "items[0][text]": "a b&c=d+é漢",
        "items[0][number]": "1.5",
        "items[1][text]": "a b&c=d+é漢",
        "items[1][number]": "1.5",
        "expand[]": ["a+b", "ü"],
    });
    assert_eq!(client.post_nested_form(&order).await.unwrap().form, form);

    let echo = client.post_lines(&[PAIR, PAIR]).await.unwrap();
    assert_eq!(echo.headers["Content-Type"], "application/x-ndjson");
    assert_eq!(echo.data, "{\"text\":\"a b&c=d+é漢\",\"number\":1.5}\n".repeat(2));
    let echo = client.post_members("é", None).await.unwrap();
    assert_eq!(echo.json, Some(json!({"text": "é"})));
}

#[tokio::test]
async fn parts_arrive_as_fields_and_files() {
    let Some((_server, client)) = client() else { return };
    let content = "--\r\né\r\n".repeat(10_000);
    let stream = ByteStream::from_reader(std::io::Cursor::new(content.clone())).sized(content.len() as u64);
    let whole = || Part::bytes(content.clone()).file_name("ü \"b\"\r\n.txt");
    let streamed = Part::stream(stream).file_name("b.txt").media_type("text/plain");
    for file in [whole(), streamed] {
        let call = client.post_parts("a b&c=d+é漢", &["x", "\r\n--y"], None, file, Part::json(&PAIR));
        let echo = call.await.unwrap();
        let pair = r#"{"text":"a b&c=d+é漢","number":1.5}"#;
        assert_eq!(
            echo.form,
            json!({"title": "a b&c=d+é漢", "tag": ["x", "\r\n--y"], "pair": pair})
        );
        assert_eq!(echo.files, BTreeMap::from([("file".to_owned(), content.clone())]));
        assert!(echo.headers.contains_key("Content-Length") && !echo.headers.contains_key("Transfer-Encoding"));
    }
}

#[tokio::test]
async fn stream_of_known_length_arrives_whole() {
    let Some((_server, client)) = client() else { return };
    let content = "0123456789".repeat(50_000);
    let stream = ByteStream::from_reader(std::io::Cursor::new(content.clone())).sized(500_000);
    let echo = client.put_stream(stream).await.unwrap();
    assert_eq!(echo.headers["Content-Length"], "500000");
    assert!(echo.data == content);
}

#[tokio::test]
async fn credentials_are_accepted_or_rejected() {
    let Some(server) = httpbin() else { return };
    let with = |auth: Arc<dyn Auth>| Client::builder(server.endpoint()).auth(auth).build().unwrap();
    with(Arc::new(Basic::new("us er", "pä:ss")))
        .basic("us er", "pä:ss")
        .await
        .unwrap();
    let refused = with(Arc::new(Basic::new("user", "other")))
        .basic("user", "password")
        .await
        .unwrap_err();
    assert_eq!(refused.status().unwrap(), 401);

    let bearer = with(Arc::new(Bearer::new("t0ken")));
    assert_eq!(bearer.bearer().await.unwrap().token, "t0ken");
    assert_eq!(bearer.bearer_unauthorized().await.unwrap_err().status().unwrap(), 401);

    let key = with(Arc::new(ApiKey::query("key", "a+b")));
    assert_eq!(key.get("x", "y", "z").await.unwrap().args["key"], "a+b");
    let key = with(Arc::new(ApiKey::header("x-api-key", "a+b")));
    assert_eq!(key.get("x", "y", "z").await.unwrap().headers["X-Api-Key"], "a+b");
}

#[tokio::test]
async fn compressed_responses_are_decompressed() {
    let Some((_server, client)) = client() else { return };
    for (coding, member) in [("gzip", "gzipped"), ("deflate", "deflated")] {
        let unpacked = client.compressed(coding).await.unwrap();
        assert_eq!(unpacked[member], true, "{coding}");
    }
}

#[tokio::test]
async fn redirects_are_reported_and_not_followed() {
    let Some((server, client)) = client() else { return };
    let elsewhere = format!("{}/anything?secret=1", server.endpoint());
    for status in [301, 302, 303, 307, 308] {
        let error = client.redirect(&elsewhere, status).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(
            error.location(),
            Some(format!("{}/anything", server.endpoint()).as_str())
        );
    }
}

#[tokio::test]
async fn late_response_times_out_and_a_slow_body_is_read() {
    let Some((_server, client)) = client() else { return };
    let late = client
        .delay(5)
        .attempt_timeout(Duration::from_millis(100))
        .await
        .unwrap_err();
    assert!(late.is_timeout() && late.may_have_been_sent(), "{late}");
    let mut drip = client.drip().await.unwrap();
    assert_eq!(drip.length(), Some(9));
    let mut dripped = Vec::new();
    while let Some(piece) = drip.next().await {
        dripped.extend_from_slice(&piece.unwrap());
    }
    assert_eq!(dripped, b"*********");
}

#[tokio::test]
async fn statuses_are_results_or_typed_errors() {
    let Some((_server, client)) = client() else { return };
    for status in [200, 201, 202, 204, 206, 226] {
        client.status(status).await.unwrap();
    }
    for status in [
        400, 401, 403, 404, 405, 406, 409, 410, 412, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599,
    ] {
        let error = client.status(status).await.unwrap_err();
        match (status, error.service().unwrap()) {
            (404, Refused::NotFound) | (412, Refused::PreconditionFailed) => {}
            (_, Refused::Other(response)) => assert_eq!(response.status().as_u16(), status),
            other => panic!("{other:?}"),
        }
        assert_eq!(
            error.is_retryable(),
            matches!(status, 429 | 500 | 502 | 503 | 504),
            "{error}"
        );
    }
}

#[tokio::test]
async fn bytes_are_the_same_whole_and_in_chunks() {
    let Some((_server, client)) = client() else { return };
    let whole = client.bytes(50_000).await.unwrap();
    let chunked = client.stream_bytes(50_000).await.unwrap();
    assert_eq!((whole.len(), chunked.len()), (50_000, 50_000));
    let error = client
        .stream_bytes(50_000)
        .max_response_bytes(49_999)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("longer than 49999 bytes"), "{error}");
}

#[tokio::test]
async fn lines_are_read_one_by_one() {
    let Some((_server, client)) = client() else { return };
    let mut lines = client.lines(20).await.unwrap();
    let mut ids = Vec::new();
    while let Some(line) = lines.next().await {
        ids.push(line.unwrap().id);
    }
    assert_eq!(ids, (0..20).collect::<Vec<_>>());
}

#[tokio::test]
async fn utf8_is_read_as_text() {
    let Some((_server, client)) = client() else { return };
    let text = client.utf8().await.unwrap();
    assert!(text.contains("∮ E⋅da = Q") && text.contains("ሰማይ አይታረስ"), "{text}");
}

#[tokio::test]
async fn cookies_are_not_kept() {
    let Some((_server, client)) = client() else { return };
    let error = client.set_cookie().await.unwrap_err();
    assert_eq!(error.location(), Some("/cookies"));
    assert!(client.cookies().await.unwrap().cookies.is_empty());
}

#[tokio::test]
async fn conditional_requests_have_typed_results() {
    let Some((_server, client)) = client() else { return };
    assert_eq!(
        client.tagged("v1", None, None).await.unwrap(),
        Conditional::Modified(())
    );
    assert_eq!(
        client.tagged("v1", Some("v1"), None).await.unwrap(),
        Conditional::NotModified
    );
    let error = client.tagged("v1", None, Some("v2")).await.unwrap_err();
    assert!(matches!(error.service(), Some(Refused::PreconditionFailed)), "{error}");
}

#[tokio::test]
async fn lists_in_headers_are_read_as_lists() {
    let Some((_server, client)) = client() else { return };
    assert_eq!(
        client.headers(&["a, b", "\"c,d\""]).await.unwrap().list,
        ["a", "b", "c,d"]
    );
}
