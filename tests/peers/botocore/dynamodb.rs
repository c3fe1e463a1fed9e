//! Operations of Amazon `DynamoDB`, declared by hand:
//! <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html>.

use std::collections::BTreeMap;

use rest_op::{Api, Blob, Client, IdempotencyToken, rest_op};
use serde::Serialize;
use serde_json::json;

use super::call::{Call, Service};
use super::calls::values;

type Sent = rest_op::Call<()>;

/// Tables and their items.
trait DynamoDb: Api {
    /// Lists tables.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.ListTables"), content_type = "application/x-amz-json-1.0")]
    fn list_tables(&self) -> Sent;

    /// Creates a table.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.CreateTable"), content_type = "application/x-amz-json-1.0")]
    fn create_table(&self, #[body] table: &Table<'_>) -> Sent;

    /// Describes a table.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.DescribeTable"), content_type = "application/x-amz-json-1.0")]
    fn describe_table(&self, #[member("TableName")] table: &str) -> Sent;

    /// Reads an item.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.GetItem"), content_type = "application/x-amz-json-1.0")]
    fn get_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Key")] key: &Item,
        #[member("ConsistentRead")] is_consistent: Option<bool>,
    ) -> Sent;

    /// Writes an item.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.PutItem"), content_type = "application/x-amz-json-1.0")]
    fn put_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Item")] item: &Item,
        #[member("ConditionExpression")] condition: Option<&str>,
    ) -> Sent;

    /// Changes an item.
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
        #[member("Key")] key: &Item,
        #[member("UpdateExpression")] expression: &str,
        #[member("ExpressionAttributeNames")] names: &BTreeMap<&str, &str>,
        #[member("ExpressionAttributeValues")] values: &Item,
    ) -> Sent;

    /// Deletes an item.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.DeleteItem"), content_type = "application/x-amz-json-1.0")]
    fn delete_item(&self, #[member("TableName")] table: &str, #[member("Key")] key: &Item) -> Sent;

    /// Reads the items of a partition.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.Query"), content_type = "application/x-amz-json-1.0")]
    fn query(
        &self,
        #[member("TableName")] table: &str,
        #[member("KeyConditionExpression")] condition: &str,
        #[member("ExpressionAttributeValues")] values: &Item,
        #[member("ExclusiveStartKey")] start: Option<&Item>,
        #[member("Limit")] limit: Option<u32>,
    ) -> Sent;

    /// Reads many items.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.BatchGetItem"), content_type = "application/x-amz-json-1.0")]
    fn batch_get_item(&self, #[member("RequestItems")] reads: &BTreeMap<&str, Keys>) -> Sent;

    /// Writes many items.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.BatchWriteItem"), content_type = "application/x-amz-json-1.0")]
    fn batch_write_item(&self, #[member("RequestItems")] writes: &BTreeMap<&str, Vec<Write>>) -> Sent;

    /// Writes many items or none.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.TransactWriteItems"), content_type = "application/x-amz-json-1.0")]
    fn transact_write_items(
        &self,
        #[member("TransactItems")] writes: &[Transact<'_>],
        #[member("ClientRequestToken")] token: &IdempotencyToken,
    ) -> Sent;
}

impl DynamoDb for Client {}

type Item = BTreeMap<String, Attribute>;

#[derive(Clone, Serialize)]
#[serde(rename_all = "UPPERCASE")]
enum Attribute {
    S(String),
    N(String),
    B(Blob),
    Bool(bool),
    Null(bool),
    Ss(Vec<String>),
    Bs(Vec<Blob>),
    L(Vec<Attribute>),
    M(Item),
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
#[allow(clippy::struct_field_names, reason = "they are the names of the service")]
struct Table<'a> {
    table_name: &'a str,
    attribute_definitions: Vec<Definition<'a>>,
    key_schema: Vec<Key<'a>>,
    billing_mode: &'a str,
    tags: Vec<Tag<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Definition<'a> {
    attribute_name: &'a str,
    attribute_type: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Key<'a> {
    attribute_name: &'a str,
    key_type: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Tag<'a> {
    key: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Keys {
    keys: Vec<Item>,
}

#[derive(Serialize)]
enum Write {
    #[serde(rename_all = "PascalCase")]
    PutRequest { item: Item },
    #[serde(rename_all = "PascalCase")]
    DeleteRequest { key: Item },
}

#[derive(Serialize)]
enum Transact<'a> {
    #[serde(rename_all = "PascalCase")]
    Delete {
        table_name: &'a str,
        key: Item,
        condition_expression: &'a str,
    },
}

const SERVICE: Service = Service {
    name: "dynamodb",
    region: "us-east-1",
    endpoint: "https://dynamodb.us-east-1.amazonaws.com",
    path_style: false,
    config: || json!({}),
};

/// The calls, each with a name for what goes wrong.
pub(crate) fn calls() -> Vec<(String, Call)> {
    let of_value = |(name, text): (&'static str, String)| {
        let calls = of_tables(&text)
            .into_iter()
            .chain(of_items(&text))
            .chain(of_batches(&text));
        calls.map(move |call| (format!("{} with {name} values", call.operation), call))
    };
    values().into_iter().flat_map(of_value).collect()
}

fn of_tables(text: &str) -> Vec<Call> {
    let table = json!({
        "TableName": text,
        "AttributeDefinitions": [{"AttributeName": text, "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": text, "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
        "Tags": [{"Key": text, "Value": ""}],
    });
    vec![
        Call::new(&SERVICE, "list_tables", text, json!({}), |client, _| {
            client.list_tables()
        }),
        Call::new(&SERVICE, "create_table", text, table, |client, text| {
            client.create_table(&Table {
                table_name: text,
                attribute_definitions: vec![Definition {
                    attribute_name: text,
                    attribute_type: "S",
                }],
                key_schema: vec![Key {
                    attribute_name: text,
                    key_type: "HASH",
                }],
                billing_mode: "PAY_PER_REQUEST",
                tags: vec![Tag { key: text, value: "" }],
            })
        }),
        Call::new(
            &SERVICE,
            "describe_table",
            text,
            json!({"TableName": text}),
            DynamoDb::describe_table,
        ),
    ]
}

fn of_items(text: &str) -> Vec<Call> {
    let key = json!({text: {"S": text}});
    let item = json!({
        text: {"S": text},
        "n": {"N": "-1.5e3"},
        "b": {"B": text},
        "t": {"BOOL": true},
        "u": {"NULL": true},
        "ss": {"SS": [text, ""]},
        "bs": {"BS": [text]},
        "l": {"L": [{"S": text}, {"M": {text: {"L": []}}}]},
    });
    vec![
        Call::new(
            &SERVICE,
            "get_item",
            text,
            json!({"TableName": text, "Key": key}),
            |client, text| client.get_item(text, &key_of(text), None),
        ),
        Call::new(
            &SERVICE,
            "get_item",
            text,
            json!({"TableName": text, "Key": key, "ConsistentRead": true}),
            |client, text| client.get_item(text, &key_of(text), Some(true)),
        ),
        Call::new(
            &SERVICE,
            "put_item",
            text,
            json!({"TableName": text, "Item": item, "ConditionExpression": text}),
            |client, text| client.put_item(text, &item_of(text), Some(text)),
        ),
        Call::new(
            &SERVICE,
            "update_item",
            text,
            json!({
                "TableName": text,
                "Key": key,
                "UpdateExpression": "ADD #n :n",
                "ExpressionAttributeNames": {"#n": text},
                "ExpressionAttributeValues": {":n": {"N": "1"}},
            }),
            |client, text| {
                let values = Item::from([(":n".to_owned(), Attribute::N("1".to_owned()))]);
                client.update_item(text, &key_of(text), "ADD #n :n", &[("#n", text)].into(), &values)
            },
        ),
        Call::new(
            &SERVICE,
            "delete_item",
            text,
            json!({"TableName": text, "Key": key}),
            |client, text| client.delete_item(text, &key_of(text)),
        ),
        Call::new(
            &SERVICE,
            "query",
            text,
            json!({
                "TableName": text,
                "KeyConditionExpression": text,
                "ExpressionAttributeValues": key,
                "ExclusiveStartKey": key,
                "Limit": 10,
            }),
            |client, text| client.query(text, text, &key_of(text), Some(&key_of(text)), Some(10)),
        ),
    ]
}

fn of_batches(text: &str) -> Vec<Call> {
    let key = json!({text: {"S": text}});
    let writes = json!([{"PutRequest": {"Item": key}}, {"DeleteRequest": {"Key": key}}]);
    let transaction = json!([{"Delete": {"TableName": text, "Key": key, "ConditionExpression": text}}]);
    vec![
        Call::new(
            &SERVICE,
            "batch_get_item",
            text,
            json!({"RequestItems": {text: {"Keys": [key, key]}}}),
            |client, text| {
                let keys = vec![key_of(text), key_of(text)];
                client.batch_get_item(&[(text, Keys { keys })].into())
            },
        ),
        Call::new(
            &SERVICE,
            "batch_write_item",
            text,
            json!({"RequestItems": {text: writes}}),
            |client, text| {
                let writes = vec![
                    Write::PutRequest { item: key_of(text) },
                    Write::DeleteRequest { key: key_of(text) },
                ];
                client.batch_write_item(&[(text, writes)].into())
            },
        ),
        Call::new(
            &SERVICE,
            "transact_write_items",
            text,
            json!({"TransactItems": transaction, "ClientRequestToken": "token"}),
            |client, text| {
                let write = Transact::Delete {
                    table_name: text,
                    key: key_of(text),
                    condition_expression: text,
                };
                client.transact_write_items(&[write], &"token".into())
            },
        ),
    ]
}

fn key_of(text: &str) -> Item {
    [(text.to_owned(), Attribute::S(text.to_owned()))].into()
}

fn item_of(text: &str) -> Item {
    let blob = || Blob::from(text.as_bytes().to_vec());
    let nested = [(text.to_owned(), Attribute::L(Vec::new()))].into();
    let more = [
        ("n", Attribute::N("-1.5e3".to_owned())),
        ("b", Attribute::B(blob())),
        ("t", Attribute::Bool(true)),
        ("u", Attribute::Null(true)),
        ("ss", Attribute::Ss(vec![text.to_owned(), String::new()])),
        ("bs", Attribute::Bs(vec![blob()])),
        (
            "l",
            Attribute::L(vec![Attribute::S(text.to_owned()), Attribute::M(nested)]),
        ),
    ];
    let mut item = key_of(text);
    item.extend(more.map(|(name, value)| (name.to_owned(), value)));
    item
}
