//! Amazon DynamoDB, protocol awsJson 1.0: a constant header names the operation.

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, SigV4, rest_op};
use rest_op_tests::fixture::{credentials, sample_time};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait DynamoDb: Api {
    /// Lists the tables.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.ListTables"), content_type = "application/x-amz-json-1.0")]
    fn list_tables(&self) -> Call<Tables>;

    /// Reads an item.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.GetItem"), content_type = "application/x-amz-json-1.0")]
    fn get_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Key")] key: &BTreeMap<&str, Value>,
        #[member("ConsistentRead")] consistent: Option<bool>,
    ) -> Call<Item>;

    /// Writes an item.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.PutItem"), content_type = "application/x-amz-json-1.0")]
    fn put_item(&self, #[body] item: &PutItem<'_>) -> Call<()>;

    /// Changes an item; sent once, since it may increment a counter.
    #[rest_op(
        POST,
        "/",
        header("x-amz-target" = "DynamoDB_20120810.UpdateItem"),
        content_type = "application/x-amz-json-1.0",
        retry = none
    )]
    fn update_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Key")] key: &BTreeMap<&str, Value>,
        #[member("UpdateExpression")] expression: &str,
        #[member("ExpressionAttributeValues")] values: &BTreeMap<&str, Value>,
    ) -> Call<()>;
}

impl DynamoDb for Client {}

/// An attribute value.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Value {
    S(String),
    N(String),
}

#[derive(Debug, Deserialize, FromResponse)]
struct Tables {
    #[serde(rename = "TableNames")]
    names: Vec<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Item {
    #[serde(rename = "Item", default)]
    attributes: BTreeMap<String, Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct PutItem<'a> {
    table_name: &'a str,
    item: BTreeMap<&'a str, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition_expression: Option<&'a str>,
}

fn client(recorder: &Recorder) -> Client {
    Client::builder("https://dynamodb.us-east-1.amazonaws.com")
        .auth(SigV4::new("dynamodb", "us-east-1", credentials(None)))
        .clock(rest_op::Clock::fixed(sample_time()))
        .transport(recorder.clone())
        .build()
        .unwrap()
}

fn s(text: &str) -> Value {
    Value::S(text.to_owned())
}

#[tokio::test]
async fn operation_is_a_signed_header_and_its_input_a_json_object() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"TableNames":["Music"]}"#)
        .answer(
            200,
            &[],
            r#"{"Item":{"Artist":{"S":"No One You Know"},"Year":{"N":"2015"}}}"#,
        )
        .answer(200, &[], "{}");
    let client = client(&recorder);
    assert_eq!(client.list_tables().await.unwrap().names, ["Music"]);
    let key = BTreeMap::from([("Artist", s("No One You Know"))]);
    let item = client.get_item("Music", &key, None).await.unwrap();
    assert_eq!(item.attributes["Year"], Value::N("2015".to_owned()));
    let item = PutItem {
        table_name: "Music",
        item: key,
        condition_expression: Some("attribute_not_exists(Artist)"),
    };
    client.put_item(&item).await.unwrap();

    let requests = recorder.requests();
    for (request, operation, body) in [
        (&requests[0], "ListTables", "{}"),
        (
            &requests[1],
            "GetItem",
            r#"{"TableName":"Music","Key":{"Artist":{"S":"No One You Know"}}}"#,
        ),
        (
            &requests[2],
            "PutItem",
            r#"{"TableName":"Music","Item":{"Artist":{"S":"No One You Know"}},"ConditionExpression":"attribute_not_exists(Artist)"}"#,
        ),
    ] {
        let authorization = request.headers()["authorization"].to_str().unwrap();
        assert!(
            authorization.contains("SignedHeaders=content-type;host;x-amz-date;x-amz-target,"),
            "{authorization}"
        );
        let mut plain = request.clone();
        plain.headers_mut().remove("authorization");
        let accept = if operation == "PutItem" {
            "*/*"
        } else {
            "application/json"
        };
        assert_eq!(
            wire::text(&plain),
            format!(
                "POST https://dynamodb.us-east-1.amazonaws.com/\naccept: {accept}\n\
                 content-length: {}\n\
                 content-type: application/x-amz-json-1.0\n\
                 host: dynamodb.us-east-1.amazonaws.com\n\
                 x-amz-date: 20191202T223837Z\n\
                 x-amz-target: DynamoDB_20120810.{operation}\n\
                 \n{body}",
                body.len()
            )
        );
    }
}

#[tokio::test]
async fn operation_without_retries_is_sent_once_although_its_requests_are_signed() {
    let recorder = Recorder::new().answer(503, &[], "{}").answer(200, &[], "{}");
    let client = client(&recorder);
    let key = BTreeMap::from([("Id", s("7"))]);
    let values = BTreeMap::from([(":n", Value::N("1".to_owned()))]);
    let call = client.update_item("Counters", &key, "ADD Hits :n", &values);
    assert_eq!(call.await.unwrap_err().status().unwrap(), 503);
    assert_eq!(recorder.requests().len(), 1);
}
