//! Pages by the derive: tokens in the query, the body and headers, nested ones, and numbers.

use std::collections::BTreeMap;

use rest_op::{Api, ByteStream, Bytes, Call, Client, FromResponse, Links, Next, Page, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The requests as they were sent, with headers sorted by name. The headers of every request are checked here, and
/// omitted.
pub(crate) fn messages(recorder: &Recorder) -> Vec<String> {
    let message = |request: http::Request<Bytes>| {
        let (mut parts, body) = request.into_parts();
        assert_eq!(parts.headers.remove("host").unwrap(), parts.uri.host().unwrap());
        let length = parts.headers.remove("content-length");
        assert_eq!(
            length.map_or(0, |length| length.to_str().unwrap().parse().unwrap()),
            body.len()
        );
        assert!(parts.headers.remove("user-agent").is_some());
        let headers = parts.headers.iter();
        let headers = headers.map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()));
        let mut headers: Vec<String> = headers.collect();
        headers.sort();
        let body = std::str::from_utf8(&body).unwrap();
        format!("{} {}\n{}\n{body}", parts.method, parts.uri, headers.concat())
    };
    recorder.requests().into_iter().map(message).collect()
}

trait Service: Api {
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html>
    #[rest_op(POST, "/")]
    fn query(&self, #[header("x-amz-target")] target: &str, #[body] query: &Value) -> Call<Items>;

    /// <https://www.elastic.co/guide/en/elasticsearch/reference/current/paginate-search-results.html>
    #[rest_op(GET, "/<index>/_search", get_body)]
    fn search(&self, index: &str, #[body] search: &Search) -> Call<Found>;

    /// <https://learn.microsoft.com/en-us/rest/api/cosmos-db/query-documents>
    #[rest_op(POST, "/dbs/<db>/colls/<collection>/docs")]
    fn documents(&self, db: &str, collection: &str, #[body] query: &Value) -> Call<Documents>;

    /// <https://api.slack.com/methods/conversations.list>
    #[rest_op(GET, "/api/conversations.list")]
    fn conversations(&self, #[query] cursor: Option<&str>, #[query] limit: u8) -> Call<Channels>;

    #[rest_op(GET, "/numbered")]
    fn numbered(&self, #[query] size: u8) -> Call<Numbered>;

    #[rest_op(GET, "/shifted")]
    fn shifted(&self) -> Call<Shifted<String>>;

    #[rest_op(GET, "/numbered-token")]
    fn numbered_token(&self) -> Call<NumberedToken<u64>>;

    #[rest_op(GET, "/linked")]
    fn linked(&self) -> Call<LinkedPage>;

    #[rest_op(GET, "/at-urls")]
    fn at_urls(&self) -> Call<AtUrls>;
}

impl Service for Client {}

fn client(recorder: &Recorder) -> Client {
    let client = Client::builder("https://api.example").transport(recorder.clone());
    client.build().unwrap()
}

#[derive(Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
struct Items {
    #[page(items)]
    items: Vec<Value>,
    #[page(next = body("ExclusiveStartKey"))]
    last_evaluated_key: Option<BTreeMap<String, Value>>,
}

#[tokio::test]
async fn dynamodb_continues_after_a_key_that_is_an_object() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[],
            r#"{"Items":[{"n":1}],"LastEvaluatedKey":{"Id":{"S":"a\"}"},"At":{"N":"1.50"}}}"#,
        )
        .answer(
            200,
            &[],
            r#"{"Items":[],"LastEvaluatedKey":{"Id":{"S":"b"},"At":{"N":"2"}}}"#,
        )
        .answer(200, &[], r#"{"Items":[{"n":2}],"LastEvaluatedKey":{}}"#);
    let query = json!({ "Limit": 1, "TableName": "t" });
    let call = client(&recorder).query("DynamoDB_20120810.Query", &query);
    let items = call.items().try_collect().await.unwrap();
    assert_eq!(items, [json!({ "n": 1 }), json!({ "n": 2 })]);
    let message = |key: &str| {
        format!(
            "POST https://api.example/\naccept: application/json\ncontent-type: application/json\n\
             x-amz-target: DynamoDB_20120810.Query\n\n{{\"Limit\":1,\"TableName\":\"t\"{key}}}"
        )
    };
    assert_eq!(
        messages(&recorder),
        [
            message(""),
            message(r#","ExclusiveStartKey":{"At":{"N":"1.50"},"Id":{"S":"a\"}"}}"#),
            message(r#","ExclusiveStartKey":{"At":{"N":"2"},"Id":{"S":"b"}}"#),
        ]
    );
}

#[derive(Serialize)]
struct Search {
    size: u8,
    sort: Value,
}

#[derive(Deserialize, FromResponse)]
struct Found {
    hits: Hits,
}

#[derive(Deserialize)]
struct Hits {
    hits: Vec<Hit>,
}

#[derive(Deserialize)]
struct Hit {
    #[serde(rename = "_id")]
    id: String,
    sort: Vec<Value>,
}

/// The token is in the last item, which no attribute can express.
impl Page for Found {
    type Item = Hit;

    fn next(&self) -> Option<Next> {
        let last = self.hits.hits.last()?;
        Some(Next::body("search_after", &last.sort))
    }

    fn into_items(self) -> Vec<Hit> {
        self.hits.hits
    }
}

#[tokio::test]
async fn elasticsearch_continues_after_an_array() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[],
            r#"{"hits":{"hits":[{"_id":"a","sort":[1.5,"x"]},{"_id":"b","sort":[2,null]}]}}"#,
        )
        .answer(200, &[], r#"{"hits":{"hits":[]}}"#);
    let search = Search {
        size: 2,
        sort: json!(["n", "_id"]),
    };
    let hits = client(&recorder)
        .search("logs", &search)
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(hits.iter().map(|hit| &*hit.id).collect::<Vec<_>>(), ["a", "b"]);
    let message = |after: &str| {
        format!(
            "GET https://api.example/logs/_search\naccept: application/json\ncontent-type: application/json\n\n\
             {{\"size\":2,\"sort\":[\"n\",\"_id\"]{after}}}"
        )
    };
    assert_eq!(
        messages(&recorder),
        [message(""), message(r#","search_after":[2,null]"#)]
    );
}

#[derive(FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
struct Documents {
    #[page(items)]
    documents: Vec<u8>,
    #[from_response(header = "x-ms-continuation")]
    #[page(next = header("x-ms-continuation"))]
    continuation: Option<String>,
}

#[tokio::test]
async fn cosmos_continues_by_a_header_that_is_replaced() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[("x-ms-continuation", r#"{"token":"+RID:1"}"#)],
            r#"{"Documents":[1]}"#,
        )
        .answer(200, &[("x-ms-continuation", "2")], r#"{"Documents":[]}"#)
        .answer(200, &[("x-ms-continuation", "")], r#"{"Documents":[3]}"#);
    let query = json!({ "query": "SELECT * FROM c" });
    let call = client(&recorder).documents("d", "c", &query);
    assert_eq!(call.items().try_collect().await.unwrap(), [1, 3]);
    let message = |continuation: &str| {
        format!(
            "POST https://api.example/dbs/d/colls/c/docs\naccept: application/json\ncontent-type: application/json\n\
             {continuation}\n{{\"query\":\"SELECT * FROM c\"}}"
        )
    };
    assert_eq!(
        messages(&recorder),
        [
            message(""),
            message("x-ms-continuation: {\"token\":\"+RID:1\"}\n"),
            message("x-ms-continuation: 2\n"),
        ]
    );
}

#[tokio::test]
async fn cyclic_header_tokens_end_the_listing_with_an_error() {
    let mut recorder = Recorder::new();
    for token in ["A", "B", "A"] {
        recorder = recorder.answer(200, &[("x-ms-continuation", token)], r#"{"Documents":[1]}"#);
    }
    let mut pages = client(&recorder).documents("d", "c", &Value::Null).pages();
    for _ in 0..3 {
        assert!(pages.next().await.unwrap().is_ok());
    }
    let error = pages.next().await.unwrap().err().unwrap();
    assert!(error.to_string().contains("the same page token twice"), "{error}");
}

#[derive(Deserialize, FromResponse, Page)]
#[page(next = query("cursor"), at = "response_metadata.next_cursor")]
struct Channels {
    #[page(items)]
    channels: Vec<String>,
    response_metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    next_cursor: String,
}

#[tokio::test]
async fn slack_continues_by_a_nested_cursor_and_ends_without_one() {
    for end in [
        r#"{"channels":["c"]}"#,
        r#"{"channels":["c"],"response_metadata":null}"#,
        r#"{"channels":["c"],"response_metadata":{"next_cursor":""}}"#,
    ] {
        let recorder = Recorder::new()
            .answer(
                200,
                &[],
                r#"{"channels":["a"],"response_metadata":{"next_cursor":"dXNlcg=="}}"#,
            )
            .answer(
                200,
                &[],
                r#"{"channels":["b"],"response_metadata":{"next_cursor":"x"}}"#,
            )
            .answer(200, &[], end);
        let call = client(&recorder).conversations(None, 1);
        assert_eq!(call.items().try_collect().await.unwrap(), ["a", "b", "c"]);
        let message = |cursor: &str| {
            format!("GET https://api.example/api/conversations.list?limit=1{cursor}\naccept: application/json\n\n")
        };
        assert_eq!(
            messages(&recorder),
            [message(""), message("&cursor=dXNlcg%3D%3D"), message("&cursor=x")]
        );
    }
}

#[derive(Deserialize, FromResponse, Page)]
#[page(next = page("page"), more = "paging.has_more")]
struct Numbered {
    #[page(items)]
    rows: Vec<u8>,
    #[serde(default)]
    paging: Paging,
}

#[derive(Default, Deserialize)]
struct Paging {
    has_more: Option<bool>,
}

#[tokio::test]
async fn numbered_pages_end_at_an_empty_page_or_if_has_more_is_false() {
    for (end, pages) in [
        (r#"{"rows":[3],"paging":{"has_more":false}}"#, vec![1, 2, 3]),
        (r#"{"rows":[],"paging":{"has_more":true}}"#, vec![1, 2]),
        (r#"{"rows":[]}"#, vec![1, 2]),
    ] {
        let recorder = Recorder::new()
            .answer(200, &[], r#"{"rows":[1],"paging":{"has_more":true}}"#)
            .answer(200, &[], r#"{"rows":[2]}"#)
            .answer(200, &[], end);
        assert_eq!(
            client(&recorder).numbered(1).items().try_collect().await.unwrap(),
            pages
        );
        let lines = [
            "GET /numbered?size=1",
            "GET /numbered?size=1&page=2",
            "GET /numbered?size=1&page=3",
        ];
        assert_eq!(recorder.lines(), lines);
    }
}

#[derive(Deserialize, FromResponse, Page)]
#[page(next = offset("start"))]
struct Shifted<T> {
    #[page(items)]
    rows: Vec<T>,
}

#[tokio::test]
async fn offset_grows_by_the_number_of_items_until_a_page_is_empty() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"rows":["a","b"]}"#)
        .answer(200, &[], r#"{"rows":["c"]}"#)
        .answer(200, &[], r#"{"rows":[]}"#);
    assert_eq!(
        client(&recorder).shifted().items().try_collect().await.unwrap(),
        ["a", "b", "c"]
    );
    assert_eq!(
        recorder.lines(),
        ["GET /shifted", "GET /shifted?start=2", "GET /shifted?start=3"]
    );
}

#[derive(Deserialize, FromResponse, Page)]
struct NumberedToken<T> {
    #[page(items)]
    rows: Vec<u8>,
    #[page(next = query("from"))]
    next: Option<T>,
}

#[tokio::test]
async fn token_may_be_a_number_and_its_type_a_parameter() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"rows":[1],"next":18446744073709551615}"#)
        .answer(200, &[], r#"{"rows":[2],"next":null}"#);
    let rows = client(&recorder).numbered_token().items().try_collect().await.unwrap();
    assert_eq!(rows, [1, 2]);
    assert_eq!(
        recorder.lines(),
        ["GET /numbered-token", "GET /numbered-token?from=18446744073709551615"]
    );
}

#[derive(FromResponse, Page)]
struct LinkedPage {
    #[page(items)]
    rows: Vec<u8>,
    #[from_response(header = "link")]
    #[page(next = link)]
    links: Links,
}

#[derive(Deserialize, FromResponse, Page)]
struct AtUrls {
    #[page(items)]
    rows: Vec<u8>,
    #[page(next = url)]
    next: Option<String>,
}

#[tokio::test]
async fn links_and_urls_are_followed() {
    let recorder = Recorder::new()
        .answer(200, &[("link", "</2>; rel=next")], r#"{"rows":[1]}"#)
        .answer(200, &[], r#"{"rows":[2]}"#);
    assert_eq!(client(&recorder).linked().items().try_collect().await.unwrap(), [1, 2]);
    assert_eq!(recorder.lines(), ["GET /linked", "GET /2"]);
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"rows":[1],"next":"https://api.example/2?a=b"}"#)
        .answer(200, &[], r#"{"rows":[2],"next":""}"#);
    assert_eq!(client(&recorder).at_urls().items().try_collect().await.unwrap(), [1, 2]);
    assert_eq!(recorder.lines(), ["GET /at-urls", "GET /2?a=b"]);
}

/// A page with the `Next` that the test names.
#[derive(Debug, FromResponse)]
struct Any(#[from_response(header = "x-next")] String);

impl Page for Any {
    type Item = ();

    fn next(&self) -> Option<Next> {
        let (kind, token) = self.0.split_once(' ')?;
        Some(match kind.split_once(':')? {
            ("query", key) => Next::query(key, token),
            ("page", key) => Next::page(key),
            ("offset", key) => Next::offset(key, 2),
            ("header", name) => Next::header(name, token),
            ("unwritable", path) => Next::body(path, &BTreeMap::from([((1, 2), 3)])),
            (_, path) => Next::body(path, token),
        })
    }

    fn into_items(self) -> Vec<()> {
        Vec::new()
    }
}

trait Anything: Api {
    #[rest_op(GET, "/list")]
    fn list(&self) -> Call<Any>;

    #[rest_op(POST, "/json")]
    fn json(&self, #[body] body: &Value) -> Call<Any>;

    #[rest_op(POST, "/json-and-query")]
    fn json_and_query(&self, #[query] cursor: Option<&str>, #[body] body: &Value) -> Call<Any>;

    #[rest_op(POST, "/json-and-options")]
    fn json_and_options(&self, #[query(flatten)] options: &Options, #[body] body: &Value) -> Call<Any>;

    #[rest_op(POST, "/form")]
    fn form(&self, #[body(form)] body: &[(&str, &str)]) -> Call<Any>;

    #[rest_op(POST, "/stream")]
    fn stream(&self, #[body(stream)] body: ByteStream) -> Call<Any>;
}

impl Anything for Client {}

#[derive(Default, Serialize)]
struct Options {
    cursor: Option<String>,
}

/// The requests of the first two pages, the first of which determines how the second is requested.
async fn second(next: &str, call: impl FnOnce(Client) -> Call<Any>) -> (Vec<String>, Option<String>) {
    let recorder = Recorder::new()
        .answer(200, &[("x-next", next)], "")
        .answer(200, &[("x-next", "")], "");
    let mut pages = call(client(&recorder)).pages();
    pages.next().await.unwrap().unwrap();
    let second = pages.next().await.unwrap();
    let requests = recorder.requests().into_iter();
    let sent = requests.map(|request| {
        let body = std::str::from_utf8(request.body()).unwrap();
        format!("{} {body}", request.uri().path_and_query().unwrap())
    });
    (sent.collect(), second.err().map(|error| error.to_string()))
}

#[tokio::test]
async fn undeclared_query_token_of_a_call_with_a_body_is_an_error() {
    let body = json!({ "a": 1 });
    for next in ["query:cursor x", "page:cursor ", "offset:cursor "] {
        let (sent, error) = second(next, |client| client.json(&body)).await;
        assert_eq!(sent, [r#"/json {"a":1}"#]);
        assert_eq!(
            error.unwrap(),
            "json: the page token `cursor` would be sent in the query, but the operation has a body and declares no such query \
             parameter; write `Next::body`, or declare an argument `#[query(\"cursor\")]` (nothing was sent)"
        );
    }
    // The token is sent if the operation declares the parameter, or if the URL already contains it.
    let (sent, error) = second("query:cursor x", |client| client.json_and_query(None, &body)).await;
    assert_eq!(
        sent,
        [r#"/json-and-query {"a":1}"#, r#"/json-and-query?cursor=x {"a":1}"#]
    );
    assert_eq!(error, None);
    let options = Options::default();
    let (sent, error) = second("query:cursor x", |client| client.json_and_options(&options, &body)).await;
    assert_eq!(
        sent,
        [r#"/json-and-options {"a":1}"#, r#"/json-and-options?cursor=x {"a":1}"#]
    );
    assert_eq!(error, None);
    let (sent, error) = second("query:cursor x", |client| client.json(&body).at("/b?cursor=w")).await;
    assert_eq!(sent, [r#"/b?cursor=w {"a":1}"#, r#"/b?cursor=x {"a":1}"#]);
    assert_eq!(error, None);
    let (sent, error) = second("query:cursor x", |client| client.list()).await;
    assert_eq!(sent, ["/list ", "/list?cursor=x "]);
    assert_eq!(error, None);
}

#[tokio::test]
async fn token_for_the_body_is_a_field_of_a_form() {
    let (sent, error) = second("body:next x&y", |client| client.form(&[("next", "w"), ("a", "b c")])).await;
    assert_eq!(sent, ["/form next=w&a=b+c", "/form a=b+c&next=x%26y"]);
    assert_eq!(error, None);
    let (sent, error) = second("body:next x", |client| client.form(&[])).await;
    assert_eq!(sent, ["/form ", "/form next=x"]);
    assert_eq!(error, None);
}

#[tokio::test]
async fn token_for_a_body_that_cannot_contain_it_is_an_error() {
    let not_an_object = |operation: &str, path: &str| {
        format!(
            "{operation}: the page token `{path}` cannot be set, since the body of the call is neither a JSON object nor a form that can contain it \
             (nothing was sent)"
        )
    };
    let (_, error) = second("body:next x", |client| client.list()).await;
    assert_eq!(error.unwrap(), not_an_object("list", "next"));
    for body in [json!([]), json!("a"), json!(null), json!({ "page": 1 })] {
        let (_, error) = second("body:page.next x", |client| client.json(&body)).await;
        assert_eq!(error.unwrap(), not_an_object("json", "page.next"), "{body}");
    }
    let (_, error) = second("body:next x", |client| client.stream(ByteStream::from("{}"))).await;
    assert_eq!(
        error.unwrap(),
        "stream: the next page cannot be requested: the body of the call is a stream, which is sent only once (nothing was sent)"
    );
    let (_, error) = second("unwritable:next x", |client| client.json(&json!({}))).await;
    assert_eq!(
        error.unwrap(),
        "json: the page token `next` cannot be written as JSON: key must be a string (nothing was sent)"
    );
    let (sent, error) = second("body:page.next x", |client| {
        client.json(&json!({ "page": null, "z": 1 }))
    })
    .await;
    assert_eq!(
        sent,
        [r#"/json {"page":null,"z":1}"#, r#"/json {"page":{"next":"x"},"z":1}"#]
    );
    assert_eq!(error, None);
}

#[tokio::test]
async fn header_that_the_client_sets_cannot_be_a_token() {
    let (sent, error) = second("header:authorization x", |client| client.list()).await;
    assert_eq!(sent, ["/list "]);
    assert!(error.unwrap().contains("`authorization` is set by the client itself"));
    let (_, error) = second("header:content-length 1", |client| client.list()).await;
    assert!(error.unwrap().contains("`content-length` is set by the client itself"));
}

#[test]
fn debug_shows_no_token() {
    let next = [
        Next::header("x-next", "s3cr3t"),
        Next::body("page.next", "s3cr3t"),
        Next::query("next", "s3cr3t"),
        Next::url("/s3cr3t"),
    ];
    assert_eq!(
        format!("{next:?}"),
        "[Next(x-next: ..), Next(page.next: ..), Next(next=..), Next(url)]"
    );
}

#[derive(FromResponse, Deserialize, Page)]
struct ListToken {
    #[page(items)]
    rows: Vec<u8>,
    #[page(next = query("next"))]
    next: Vec<u8>,
}

#[test]
fn token_that_is_neither_text_nor_number_is_not_the_end_of_the_listing() {
    let page = ListToken {
        rows: vec![1],
        next: vec![2],
    };
    assert_eq!(format!("{:?}", page.next()), "Some(Next(..))");
    assert_eq!(page.into_items(), [1]);
}

/// `Page::next` itself returns `None` without a token.
#[test]
fn page_without_a_token_has_no_next() {
    for next_cursor in ["null", "\"\"", "[]", "{}"] {
        let page = format!(r#"{{"results":[1],"next_cursor":{next_cursor}}}"#);
        let page: ByBody = serde_json::from_str(&page).unwrap();
        assert_eq!(page.next(), None, "{next_cursor}");
    }
    let page: ByBody = serde_json::from_str(r#"{"results":[1],"next_cursor":0}"#).unwrap();
    assert_eq!(page.next(), Some(Next::body("start", &0)));
}

#[derive(Deserialize, Page)]
struct ByBody {
    #[page(items)]
    results: Vec<u8>,
    #[page(next = body("start"))]
    next_cursor: Value,
}
