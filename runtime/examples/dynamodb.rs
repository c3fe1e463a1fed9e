//! Writes, reads and queries items of Amazon `DynamoDB`, whose protocol is awsJson: the operation is a header, and the body has
//! the members of the input.
//!
//!     cargo run -p rest-op --example dynamodb                # a local stand-in
//!     cargo run -p rest-op --example dynamodb -- live TABLE  # the AWS_* variables; the key of the table is `Song` and `Artist`

use std::collections::BTreeMap;
use std::env;

use rest_op::credentials::{Credentials, Environment};
use rest_op::{Api, ApiError, Blob, BoxError, Call, Client, ErrorResponse, FromResponse, Page, SigV4, rest_op};
use serde::{Deserialize, Serialize};

#[path = "stand_in/dynamodb.rs"]
mod stand_in;

/// The operations of <https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/> that this program uses.
trait DynamoDb: Api {
    /// Reads the item of a key.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.GetItem"), content_type = "application/x-amz-json-1.0")]
    fn get_item(&self, #[member("TableName")] table: &str, #[member("Key")] key: &Item) -> Call<Got, DynamoDbError>;

    /// Writes an item, if the condition holds.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.PutItem"), content_type = "application/x-amz-json-1.0")]
    fn put_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Item")] item: &Item,
        #[member("ConditionExpression")] condition: Option<&str>,
    ) -> Call<(), DynamoDbError>;

    /// Reads the items of a partition, page by page.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.Query"), content_type = "application/x-amz-json-1.0")]
    fn query(
        &self,
        #[member("TableName")] table: &str,
        #[member("KeyConditionExpression")] condition: &str,
        #[member("ExpressionAttributeValues")] values: &Item,
        #[member("Limit")] page_size: u32,
    ) -> Call<Items, DynamoDbError>;

    /// Writes up to 25 items, as many as the table can take now.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.BatchWriteItem"), content_type = "application/x-amz-json-1.0")]
    fn batch_write_item(&self, #[member("RequestItems")] writes: &Writes) -> Call<Written, DynamoDbError>;
}

impl DynamoDb for Client {}

/// The attributes of an item, by name.
type Item = BTreeMap<String, Value>;

/// The value of an attribute. It is an object with one member, whose name is the type.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
enum Value {
    S(String),
    /// A number, as text.
    N(String),
    B(Blob),
    Bool(bool),
    Null(bool),
    Ss(Vec<String>),
    L(Vec<Value>),
    M(Item),
}

/// The writes of a batch, by table.
type Writes = BTreeMap<String, Vec<Write>>;

#[derive(Clone, Debug, Deserialize, Serialize)]
enum Write {
    PutRequest {
        #[serde(rename = "Item")]
        item: Item,
    },
    DeleteRequest {
        #[serde(rename = "Key")]
        key: Item,
    },
}

#[derive(Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
struct Got {
    item: Option<Item>,
}

#[derive(Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
struct Items {
    #[page(items)]
    items: Vec<Item>,
    /// The key at which the next page starts: a token that is an object.
    #[page(next = body("ExclusiveStartKey"))]
    last_evaluated_key: Option<Item>,
}

#[derive(Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
struct Written {
    #[serde(default)]
    unprocessed_items: Writes,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum DynamoDbError {
    #[api_error(code = "ConditionalCheckFailedException")]
    ConditionFailed(ErrorResponse),
    #[api_error(code = "ResourceNotFoundException")]
    NoSuchTable(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

fn text(text: &str) -> Value {
    Value::S(text.to_owned())
}

fn song(artist: &str, song: &str) -> Item {
    Item::from([("Artist".to_owned(), text(artist)), ("Song".to_owned(), text(song))])
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (client, table) = match arguments.as_slice() {
        [live, table] if live == "live" => {
            let region = env::var("AWS_REGION").unwrap_or("us-east-1".to_owned());
            let endpoint = format!("https://dynamodb.{region}.amazonaws.com");
            let auth = SigV4::new("dynamodb", region, Environment);
            (Client::builder(endpoint).auth(auth), table.as_str())
        }
        _ => {
            let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "example");
            let auth = SigV4::new("dynamodb", "us-east-1", credentials);
            (Client::builder(stand_in::start().await?).auth(auth), "Music")
        }
    };
    let dynamodb = client.build()?;

    // A batch. The service may leave writes unprocessed, which are sent again.
    let songs = ["Armida", "Berenice", "Calypso", "Deidamia", "Ezio"];
    let puts = songs.map(|name| Write::PutRequest {
        item: song("Handel", name),
    });
    let gone = Write::DeleteRequest {
        key: song("Handel", "Xerxes"),
    };
    let mut writes = Writes::from([(table.to_owned(), puts.into_iter().chain([gone]).collect())]);
    for attempt in 1.. {
        let count: usize = writes.values().map(Vec::len).sum();
        writes = dynamodb.batch_write_item(&writes).await?.unprocessed_items;
        let left: usize = writes.values().map(Vec::len).sum();
        println!("batch {attempt}: {} of {count} writes are processed", count - left);
        if writes.is_empty() {
            break;
        }
    }

    // A condition that fails is an error with a variant of its own.
    let condition = Some("attribute_not_exists(Artist)");
    let mut item = song("Handel", "Giulio Cesare");
    item.insert("Acts".to_owned(), Value::N("3".to_owned()));
    item.insert("Sung".to_owned(), Value::Bool(true));
    for attempt in 1..=2 {
        match dynamodb.put_item(table, &item, condition).await {
            Ok(()) => println!("put {attempt}: written"),
            Err(error) => match error.service() {
                Some(DynamoDbError::ConditionFailed(_)) => println!("put {attempt}: there already"),
                _ => return Err(error.into()),
            },
        }
    }

    let got = dynamodb.get_item(table, &song("Handel", "Giulio Cesare")).await?.item;
    println!("got {:?}", got.and_then(|item| item.get("Acts").cloned()));
    let got = dynamodb.get_item(table, &song("Handel", "Xerxes")).await?.item;
    println!("got {got:?}");

    let artist = Item::from([(":artist".to_owned(), text("Handel"))]);
    let mut found = dynamodb.query(table, "Artist = :artist", &artist, 2).items();
    while let Some(item) = found.next().await {
        println!("found {:?}", item?.get("Song"));
    }

    if let Err(error) = dynamodb.get_item("NoSuchTable", &song("Handel", "Ezio")).await {
        println!(
            "{error} (typed: {})",
            matches!(error.service(), Some(DynamoDbError::NoSuchTable(_)))
        );
    }
    Ok(())
}
