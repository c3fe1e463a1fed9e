//! Elasticsearch: JSON lines, `GET` with a body, lists of indices, separate limits for slow operations.

use rest_op::{Api, Call, Client, FromResponse, rest_op};
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

trait Elasticsearch: Api {
    /// Runs actions in bulk.
    #[rest_op(POST, "/<index>/_bulk")]
    fn bulk(&self, index: &str, #[body(json_lines)] lines: &[Line<'_>]) -> Call<BulkResult>;

    /// Searches.
    #[rest_op(GET, "/<indices>/_search", get_body)]
    fn search(
        &self,
        indices: &str,
        #[query("_source_includes", comma)] fields: &[&str],
        #[body] query: &Value,
    ) -> Call<Hits>;

    /// Copies documents from one index to another.
    #[rest_op(POST, "/_reindex", timeout = "1h", attempt_timeout = "1h", retry = none)]
    fn reindex(&self, #[member] source: &Value, #[member] dest: &Value) -> Call<Value>;
}

impl Elasticsearch for Client {}

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Action(Action<'a>),
    Document(Value),
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Action<'a> {
    Index(Target<'a>),
    Delete(Target<'a>),
}

#[derive(Serialize)]
struct Target<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
}

#[derive(Debug, Deserialize, FromResponse)]
struct BulkResult {
    #[serde(rename = "errors")]
    _errors: bool,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Hits {
    #[serde(rename = "hits")]
    _hits: Value,
}

fn client() -> Client {
    Client::builder("https://search.example.com").build().unwrap()
}

#[test]
fn actions_and_documents_are_lines() {
    let lines = [
        Line::Action(Action::Index(Target { id: "1" })),
        Line::Document(json!({"title": "one\ntwo"})),
        Line::Action(Action::Delete(Target { id: "2" })),
    ];
    assert_eq!(
        wire::text(&client().bulk("logs", &lines).request().unwrap()),
        "POST https://search.example.com/logs/_bulk\n\
         accept: application/json\n\
         content-type: application/x-ndjson\n\
         \n\
         {\"index\":{\"_id\":\"1\"}}\n{\"title\":\"one\\ntwo\"}\n{\"delete\":{\"_id\":\"2\"}}\n"
    );
}

#[test]
fn search_is_a_get_with_a_body() {
    let query = json!({"query": {"match_all": {}}});
    let call = client().search("logs-a,logs-b*", &["title", "user.*"], &query);
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "GET https://search.example.com/logs-a%2Clogs-b%2A/_search?_source_includes=title,user.%2A\n\
         accept: application/json\n\
         content-type: application/json\n\
         \n\
         {\"query\":{\"match_all\":{}}}"
    );
    let call = client().reindex(&json!({"index": "a"}), &json!({"index": "b"}));
    assert_eq!(
        call.request().unwrap().body(),
        r#"{"source":{"index":"a"},"dest":{"index":"b"}}"#
    );
}
