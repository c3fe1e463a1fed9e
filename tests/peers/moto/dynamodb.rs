//! Amazon DynamoDB, whose protocol is awsJson 1.0.

use std::collections::BTreeMap;

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, Page, rest_op};
use serde::{Deserialize, Serialize};

/// A key-value store.
pub(crate) trait DynamoDb: Api {
    /// Creates a table.
    #[rest_op(
        POST, "/",
        header("x-amz-target" = "DynamoDB_20120810.CreateTable"), content_type = "application/x-amz-json-1.0"
    )]
    fn create_table(
        &self,
        #[member("TableName")] table: &str,
        #[member("AttributeDefinitions")] attributes: &[Attribute],
        #[member("KeySchema")] keys: &[Key],
        #[member("BillingMode")] billing: &str,
    ) -> Call<(), DynamoDbError>;

    /// Lists the tables.
    #[rest_op(
        POST, "/",
        header("x-amz-target" = "DynamoDB_20120810.ListTables"), content_type = "application/x-amz-json-1.0"
    )]
    fn list_tables(&self) -> Call<Tables, DynamoDbError>;

    /// Reads an item.
    #[rest_op(
        POST, "/",
        header("x-amz-target" = "DynamoDB_20120810.GetItem"), content_type = "application/x-amz-json-1.0"
    )]
    fn get_item(&self, #[member("TableName")] table: &str, #[member("Key")] key: &Item)
    -> Call<GetItem, DynamoDbError>;

    /// Writes an item.
    #[rest_op(
        POST, "/",
        header("x-amz-target" = "DynamoDB_20120810.PutItem"), content_type = "application/x-amz-json-1.0"
    )]
    fn put_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Item")] item: &Item,
        #[member("ConditionExpression")] condition: Option<&str>,
    ) -> Call<(), DynamoDbError>;

    /// Reads the items of a partition, page by page.
    #[rest_op(
        POST, "/",
        header("x-amz-target" = "DynamoDB_20120810.Query"), content_type = "application/x-amz-json-1.0"
    )]
    fn query(
        &self,
        #[member("TableName")] table: &str,
        #[member("KeyConditionExpression")] condition: &str,
        #[member("ExpressionAttributeValues")] values: &Item,
        #[member("Limit")] limit: Option<u32>,
    ) -> Call<QueryPage, DynamoDbError>;

    /// Changes an item; sent once, since it may increment a counter.
    #[rest_op(
        POST, "/",
        header("x-amz-target" = "DynamoDB_20120810.UpdateItem"), content_type = "application/x-amz-json-1.0",
        retry = none
    )]
    fn update_item(
        &self,
        #[member("TableName")] table: &str,
        #[member("Key")] key: &Item,
        #[member("UpdateExpression")] update: &str,
        #[member("ExpressionAttributeValues")] values: &Item,
        #[member("ReturnValues")] returned: &str,
    ) -> Call<UpdateItem, DynamoDbError>;
}

impl DynamoDb for Client {}

/// The attributes of an item.
pub(crate) type Item = BTreeMap<String, Value>;

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Value {
    S(String),
    N(String),
    L(Vec<Value>),
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Attribute {
    pub(crate) attribute_name: &'static str,
    pub(crate) attribute_type: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Key {
    pub(crate) attribute_name: &'static str,
    pub(crate) key_type: &'static str,
}

#[derive(Debug, Deserialize, FromResponse)]
pub(crate) struct Tables {
    #[serde(rename = "TableNames")]
    pub(crate) names: Vec<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
pub(crate) struct GetItem {
    #[serde(rename = "Item")]
    pub(crate) item: Option<Item>,
}

#[derive(Debug, Deserialize, FromResponse)]
pub(crate) struct UpdateItem {
    #[serde(rename = "Attributes")]
    pub(crate) attributes: Item,
}

#[derive(Debug, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct QueryPage {
    #[page(items)]
    items: Vec<Item>,
    #[page(next = body("ExclusiveStartKey"))]
    last_evaluated_key: Option<Item>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
pub(crate) enum DynamoDbError {
    #[api_error(code = "ConditionalCheckFailedException")]
    ConditionFailed(ErrorResponse),
    #[api_error(code = "ResourceNotFoundException")]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}
