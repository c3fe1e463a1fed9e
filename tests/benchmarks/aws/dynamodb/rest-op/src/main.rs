//! DynamoDB with rest-op.

use std::collections::BTreeMap;

use harness::dynamodb::{self, CONDITION, TABLE};
use harness::{ACCESS_KEY_ID, BoxError, REGION, SECRET_ACCESS_KEY};
use rest_op::{Api, ApiError, Blob, Call, Client, Credentials, ErrorResponse, FromResponse, Page, SigV4, rest_op};
use serde::{Deserialize, Serialize};

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
        #[member("ConditionExpression")] condition: &str,
    ) -> Call<(), DynamoDbError>;

    /// Reads the items of a partition, page by page.
    #[rest_op(POST, "/", header("x-amz-target" = "DynamoDB_20120810.Query"), content_type = "application/x-amz-json-1.0")]
    fn query(
        &self,
        #[member("TableName")] table: &str,
        #[member("KeyConditionExpression")] condition: &str,
        #[member("ExpressionAttributeValues")] values: &Item,
    ) -> Call<Items, DynamoDbError>;
}

impl DynamoDb for Client {}

type Item = BTreeMap<String, Value>;

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
enum Value {
    S(String),
    N(String),
    B(Blob),
    Bool(bool),
    Null(bool),
    Ss(Vec<String>),
    Ns(Vec<String>),
    Bs(Vec<Blob>),
    L(Vec<Value>),
    M(Item),
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
    #[page(next = body("ExclusiveStartKey"))]
    last_evaluated_key: Option<Item>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum DynamoDbError {
    #[api_error(code = "ConditionalCheckFailedException")]
    ConditionFailed(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

fn key(artist: &str, song: &str) -> Item {
    let pair = |name: &str, value: &str| (name.to_owned(), Value::S(value.to_owned()));
    Item::from([pair("Artist", artist), pair("Song", song)])
}

struct Peer(Client);

impl dynamodb::DynamoDb for Peer {
    fn new(endpoint: &str) -> Self {
        let credentials = Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed");
        let client = Client::builder(endpoint).auth(SigV4::new("dynamodb", REGION, credentials));
        Self(client.build().expect("a client"))
    }

    async fn get_item(&self, artist: &str, song: &str) -> Result<usize, BoxError> {
        let item = self.0.get_item(TABLE, &key(artist, song)).await?.item;
        let item = item.ok_or("no item")?;
        assert!(matches!(item.get("Sung"), Some(Value::Bool(true))));
        Ok(item.len())
    }

    async fn put_item(&self, artist: &str, song: &str) -> Result<bool, BoxError> {
        match self.0.put_item(TABLE, &key(artist, song), CONDITION).await {
            Ok(()) => Ok(true),
            Err(error) => match error.service() {
                Some(DynamoDbError::ConditionFailed(_)) => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    async fn songs(&self, artist: &str) -> Result<usize, BoxError> {
        let values = Item::from([(":artist".to_owned(), Value::S(artist.to_owned()))]);
        let mut items = self.0.query(TABLE, "Artist = :artist", &values).items();
        let mut songs = 0;
        while let Some(item) = items.next().await {
            songs += usize::from(item?.contains_key("Song"));
        }
        Ok(songs)
    }
}

fn main() {
    dynamodb::main::<Peer>();
}
