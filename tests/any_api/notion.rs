//! Notion: the token of the next page goes into the JSON body.

use rest_op::{Api, Bearer, Call, Client, FromResponse, Page, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::pages::messages;

trait Notion: Api {
    /// <https://developers.notion.com/reference/post-database-query>
    #[rest_op(POST, "/v1/databases/<database_id>/query")]
    fn query_database(&self, database_id: &str, #[body] query: Option<&Query>) -> Call<List<Row>>;
}

impl Notion for Client {}

#[derive(Default, Serialize)]
struct Query {
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_cursor: Option<String>,
    page_size: Option<u8>,
}

/// Every list of Notion.
#[derive(Deserialize, FromResponse, Page)]
#[page(more = "has_more")]
struct List<T> {
    #[page(items)]
    results: Vec<T>,
    #[page(next = body("start_cursor"))]
    next_cursor: Option<String>,
    has_more: bool,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Row {
    id: String,
}

fn client(recorder: &Recorder) -> Client {
    Client::builder("https://api.notion.com")
        .auth(Bearer::new("secret"))
        .header("notion-version", "2022-06-28")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

fn page(id: &str, next: &str, has_more: bool) -> String {
    format!(r#"{{"object":"list","results":[{{"id":"{id}"}}],"next_cursor":{next},"has_more":{has_more}}}"#)
}

async fn rows(recorder: &Recorder, query: Option<&Query>) -> Vec<String> {
    let rows = client(recorder).query_database("d1", query).items().try_collect().await;
    rows.unwrap().into_iter().map(|row| row.id).collect()
}

fn message(body: &str, content_type: &str) -> String {
    format!(
        "POST https://api.notion.com/v1/databases/d1/query\naccept: application/json\nauthorization: Bearer secret\n\
         {content_type}notion-version: 2022-06-28\n\n{body}"
    )
}

const JSON: &str = "content-type: application/json\n";

#[tokio::test]
async fn pages_by_body_change_the_cursor_and_no_other_byte() {
    let recorder = Recorder::new()
        .answer(200, &[], page("a", r#""c \"2\"""#, true))
        .answer(200, &[], page("b", r#""c3""#, true))
        .answer(200, &[], page("c", "null", false));
    let query = Query {
        filter: Some(RawValue::from_string(r#"{ "n":1.50, "t":"\u00e9}" }"#.to_owned()).unwrap()),
        page_size: Some(1),
        ..Query::default()
    };
    assert_eq!(rows(&recorder, Some(&query)).await, ["a", "b", "c"]);
    assert_eq!(
        messages(&recorder),
        [
            message(r#"{"filter":{ "n":1.50, "t":"\u00e9}" },"page_size":1}"#, JSON),
            message(
                r#"{"filter":{ "n":1.50, "t":"\u00e9}" },"page_size":1,"start_cursor":"c \"2\""}"#,
                JSON
            ),
            message(
                r#"{"filter":{ "n":1.50, "t":"\u00e9}" },"page_size":1,"start_cursor":"c3"}"#,
                JSON
            ),
        ]
    );
}

#[tokio::test]
async fn cursor_of_the_first_request_is_replaced_in_place() {
    let recorder =
        Recorder::new()
            .answer(200, &[], page("b", r#""c3""#, true))
            .answer(200, &[], page("c", r#""""#, true));
    let query = Query {
        start_cursor: Some("c2".to_owned()),
        page_size: None,
        ..Query::default()
    };
    assert_eq!(rows(&recorder, Some(&query)).await, ["b", "c"]);
    assert_eq!(
        messages(&recorder),
        [
            message(r#"{"start_cursor":"c2","page_size":null}"#, JSON),
            message(r#"{"start_cursor":"c3","page_size":null}"#, JSON),
        ]
    );
}

#[tokio::test]
async fn omitted_body_becomes_an_object_with_the_cursor() {
    let recorder =
        Recorder::new()
            .answer(200, &[], page("a", r#""c2""#, true))
            .answer(200, &[], page("b", r#""c3""#, false));
    assert_eq!(rows(&recorder, None).await, ["a", "b"]);
    assert_eq!(
        messages(&recorder),
        [message("", ""), message(r#"{"start_cursor":"c2"}"#, JSON)]
    );
}

#[tokio::test]
async fn cyclic_cursors_in_the_body_end_the_listing_with_an_error() {
    let mut recorder = Recorder::new();
    for next in ["A", "B", "C", "B"] {
        recorder = recorder.answer(200, &[], page(next, &format!("\"{next}\""), true));
    }
    let mut rows = client(&recorder).query_database("d1", None).items();
    for id in ["A", "B", "C", "B"] {
        assert_eq!(rows.next().await.unwrap().unwrap().id, id);
    }
    assert_eq!(
        rows.next().await.unwrap().unwrap_err().to_string(),
        "query_database: the service returned the same page token twice; the stream ends here"
    );
    assert!(rows.next().await.is_none());
    assert_eq!(recorder.requests().len(), 4);
}
