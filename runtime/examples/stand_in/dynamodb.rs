//! A local replacement for Amazon `DynamoDB` with one table, `Music`, whose key is `Artist` and `Song`. It accepts any signature
//! for the service, and processes at most four writes of a batch.

#![expect(clippy::indexing_slicing, reason = "a missing member of a `Value` is `null`")]
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use http::{Request, StatusCode};
use rest_op::Bytes;
use serde_json::{Value, json};

use self::server::{ServerResponse, response};

#[path = "server.rs"]
mod server;

/// The most writes of a batch that are processed at once.
const MAX_WRITES: usize = 4;

/// The items by their keys.
type Table = BTreeMap<(String, String), Value>;

pub(crate) async fn start() -> std::io::Result<String> {
    let table = Arc::new(Mutex::new(Table::new()));
    server::start(move |request| handle(request, &mut table.lock().unwrap_or_else(PoisonError::into_inner))).await
}

fn handle(request: &Request<Bytes>, table: &mut Table) -> ServerResponse {
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    if !header("authorization").contains("/us-east-1/dynamodb/aws4_request, SignedHeaders=") {
        return refuse("MissingAuthenticationTokenException", "Sign for dynamodb in us-east-1.");
    }
    if header("content-type") != "application/x-amz-json-1.0" {
        return refuse("SerializationException", "The body is not JSON of version 1.0.");
    }
    let Ok(input) = serde_json::from_slice::<Value>(request.body()) else {
        return refuse("SerializationException", "The body is not JSON.");
    };
    if input.get("TableName").is_some_and(|name| name != "Music") {
        return refuse("ResourceNotFoundException", "Requested resource not found");
    }
    match header("x-amz-target").strip_prefix("DynamoDB_20120810.") {
        Some("GetItem") => match key(&input["Key"]).and_then(|key| table.get(&key)) {
            Some(item) => answer(&json!({ "Item": item })),
            None => answer(&json!({})),
        },
        Some("PutItem") => {
            let Some(key) = key(&input["Item"]) else {
                return refuse("ValidationException", "The key is missing.");
            };
            if input.get("ConditionExpression").is_some() && table.contains_key(&key) {
                return refuse("ConditionalCheckFailedException", "The conditional request failed");
            }
            table.insert(key, input["Item"].clone());
            answer(&json!({}))
        }
        Some("Query") => query(&input, table),
        Some("BatchWriteItem") => write(&input["RequestItems"]["Music"], table),
        _ => refuse("UnknownOperationException", "There is no such operation."),
    }
}

fn query(input: &Value, table: &Table) -> ServerResponse {
    let artist = input["ExpressionAttributeValues"][":artist"]["S"]
        .as_str()
        .unwrap_or_default();
    let limit = input["Limit"]
        .as_u64()
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(100);
    let start = key(&input["ExclusiveStartKey"]);
    let after = table
        .iter()
        .filter(|(key, _)| key.0 == artist && start.as_ref().is_none_or(|start| *key > start));
    let page: Vec<_> = after.take(limit).collect();
    let items: Vec<&Value> = page.iter().map(|(_, item)| *item).collect();
    let mut output = json!({ "Items": items });
    if let Some(((artist, song), _)) = page.last().filter(|_| page.len() == limit) {
        output["LastEvaluatedKey"] = json!({ "Artist": { "S": artist }, "Song": { "S": song } });
    }
    answer(&output)
}

fn write(writes: &Value, table: &mut Table) -> ServerResponse {
    let writes = writes.as_array().map(Vec::as_slice).unwrap_or_default();
    let (now, later) = writes.split_at(writes.len().min(MAX_WRITES));
    for write in now {
        if let Some(key) = key(&write["PutRequest"]["Item"]) {
            table.insert(key, write["PutRequest"]["Item"].clone());
        } else if let Some(key) = key(&write["DeleteRequest"]["Key"]) {
            table.remove(&key);
        }
    }
    if later.is_empty() {
        return answer(&json!({ "UnprocessedItems": {} }));
    }
    answer(&json!({ "UnprocessedItems": { "Music": later } }))
}

fn key(item: &Value) -> Option<(String, String)> {
    let part = |name: &str| item[name]["S"].as_str().map(str::to_owned);
    Some((part("Artist")?, part("Song")?))
}

fn answer(output: &Value) -> ServerResponse {
    response(StatusCode::OK, &[], output.to_string())
}

fn refuse(code: &str, message: &str) -> ServerResponse {
    let body = json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{code}"), "message": message });
    response(StatusCode::BAD_REQUEST, &[], body.to_string())
}
