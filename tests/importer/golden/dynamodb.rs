//! Amazon `DynamoDB`.
//!
//! From `service-2.json.gz`, version `2012-08-10`, SHA-256 `ab33898ffbfb9d8b1ecb7ad3d4d0d9dffbf693ffffacac7ef06a06486929f28f`:
//! `rest-op-import service-2.json.gz --op CreateTable --op GetItem --op PutItem --op Query --op BatchWriteItem --opaque TableDescription`
//!
//! `Client::builder("https://dynamodb.{region}.amazonaws.com").auth(SigV4::new("dynamodb", region, credentials)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{
    Api, ApiError, Blob, Call, Client, ErrorResponse, FromResponse, Page, check, rest_op, serde_json::Value,
};
use serde::{Deserialize, Serialize};

/// The operations of Amazon `DynamoDB`.
pub trait DynamoDb: Api {
    /// The `CreateTable` operation adds a new table to your account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/CreateTable)
    #[rest_op(
        POST,
        "/",
        header("x-amz-target" = "DynamoDB_20120810.CreateTable"),
        content_type = "application/x-amz-json-1.0"
    )]
    fn create_table(
        &self,
        #[body]
        #[check(CreateTable::check)]
        input: &CreateTable,
    ) -> Call<CreateTableOutput, DynamoDbError>;

    /// The `GetItem` operation returns a set of attributes for the item with the given primary key.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/GetItem)
    #[rest_op(
        POST,
        "/",
        header("x-amz-target" = "DynamoDB_20120810.GetItem"),
        content_type = "application/x-amz-json-1.0"
    )]
    fn get_item(
        &self,
        #[body]
        #[check(GetItem::check)]
        input: &GetItem,
    ) -> Call<GetItemOutput, DynamoDbError>;

    /// Creates a new item, or replaces an old item with a new item.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/PutItem)
    #[rest_op(
        POST,
        "/",
        header("x-amz-target" = "DynamoDB_20120810.PutItem"),
        content_type = "application/x-amz-json-1.0"
    )]
    fn put_item(
        &self,
        #[body]
        #[check(PutItem::check)]
        input: &PutItem,
    ) -> Call<PutItemOutput, DynamoDbError>;

    /// You must provide the name of the partition key attribute and a single value for that
    /// attribute.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/Query)
    #[rest_op(
        POST,
        "/",
        header("x-amz-target" = "DynamoDB_20120810.Query"),
        content_type = "application/x-amz-json-1.0"
    )]
    fn query(
        &self,
        #[body]
        #[check(Query::check)]
        input: &Query,
    ) -> Call<QueryOutput, DynamoDbError>;

    /// The `BatchWriteItem` operation puts or deletes multiple items in one or more tables.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/dynamodb-2012-08-10/BatchWriteItem)
    #[rest_op(
        POST,
        "/",
        header("x-amz-target" = "DynamoDB_20120810.BatchWriteItem"),
        content_type = "application/x-amz-json-1.0"
    )]
    fn batch_write_item(
        &self,
        #[body]
        #[check(BatchWriteItem::check)]
        input: &BatchWriteItem,
    ) -> Call<BatchWriteItemOutput, DynamoDbError>;
}

impl DynamoDb for Client {}

/// Represents the input of a `CreateTable` operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateTable {
    /// An array of attributes that describe the key schema for the table and indexes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    /// The name of the table to create.
    pub table_name: String,
    /// Specifies the attributes that make up the primary key for a table or an index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    /// One or more local secondary indexes (the maximum is 5) to be created on the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndex>>,
    /// One or more global secondary indexes (the maximum is 20) to be created on the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndex>>,
    /// Controls how you are charged for read and write throughput and how you manage capacity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing_mode: Option<BillingMode>,
    /// Represents the provisioned throughput settings for a specified table or index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    /// The settings for `DynamoDB` Streams on the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream_specification: Option<StreamSpecification>,
    /// Represents the settings used to enable server-side encryption.
    #[serde(rename = "SSESpecification", skip_serializing_if = "Option::is_none")]
    pub sse_specification: Option<SseSpecification>,
    /// A list of key-value pairs to label the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    /// The table class of the new table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table_class: Option<TableClass>,
    /// Indicates whether deletion protection is to be enabled (true) or disabled (false) on the
    /// table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
    /// Represents the warm throughput (in read units per second and write units per second) for
    /// creating a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughput>,
    /// An Amazon Web Services resource-based policy document in JSON format that will be attached
    /// to the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_policy: Option<String>,
    /// Sets the maximum number of read and write units for the specified table in on-demand
    /// capacity mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    /// The Amazon Resource Name (ARN) of the source table used for the creation of a multi-account
    /// global table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_table_source_arn: Option<String>,
    /// Controls the settings synchronization mode for the global table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub global_table_settings_replication_mode: Option<GlobalTableSettingsReplicationMode>,
}

impl CreateTable {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("table_name", Some(&self.table_name), check::length(1..=1024))
            .member("key_schema", self.key_schema.as_ref(), check::length(1..))
            .member(
                "global_table_source_arn",
                self.global_table_source_arn.as_ref(),
                check::length(1..=1024),
            )
            .finish()
    }
}

/// Represents an attribute for describing the schema for the table and indexes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AttributeDefinition {
    /// A name for the attribute.
    pub attribute_name: String,
    /// The data type for the attribute, where.
    pub attribute_type: ScalarAttributeType,
}

/// A scalar attribute type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum ScalarAttributeType {
    /// `S`
    S,
    /// `N`
    N,
    /// `B`
    B,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents a single element of a key schema.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct KeySchemaElement {
    /// The name of a key attribute.
    pub attribute_name: String,
    /// The role that this key attribute will assume.
    pub key_type: KeyType,
}

/// A key type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum KeyType {
    /// `HASH`
    Hash,
    /// `RANGE`
    Range,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the properties of a local secondary index.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LocalSecondaryIndex {
    /// The name of the local secondary index.
    pub index_name: String,
    /// The complete key schema for the local secondary index, consisting of one or more pairs of
    /// attribute names and key types.
    pub key_schema: Vec<KeySchemaElement>,
    /// Represents attributes that are copied (projected) from the table into the local secondary
    /// index.
    pub projection: Projection,
}

/// Represents attributes that are copied (projected) from the table into an index.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Projection {
    /// The set of attributes that are projected into the index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projection_type: Option<ProjectionType>,
    /// Represents the non-key attribute names which will be projected into the index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub non_key_attributes: Option<Vec<String>>,
}

/// A projection type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ProjectionType {
    /// `ALL`
    All,
    /// `KEYS_ONLY`
    KeysOnly,
    /// `INCLUDE`
    Include,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the properties of a global secondary index.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GlobalSecondaryIndex {
    /// The name of the global secondary index.
    pub index_name: String,
    /// The complete key schema for a global secondary index, which consists of one or more pairs of
    /// attribute names and key types.
    pub key_schema: Vec<KeySchemaElement>,
    /// Represents attributes that are copied (projected) from the table into the global secondary
    /// index.
    pub projection: Projection,
    /// Represents the provisioned throughput settings for the specified global secondary index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    /// The maximum number of read and write units for the specified global secondary index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    /// Represents the warm throughput value (in read units per second and write units per second)
    /// for the specified secondary index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughput>,
}

/// Represents the provisioned throughput settings for the specified global secondary index.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ProvisionedThroughput {
    /// The maximum number of strongly consistent reads consumed per second before `DynamoDB`
    /// returns a `ThrottlingException`.
    pub read_capacity_units: i64,
    /// The maximum number of writes consumed per second before `DynamoDB` returns a
    /// `ThrottlingException`.
    pub write_capacity_units: i64,
}

/// Sets the maximum number of read and write units for the specified on-demand table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct OnDemandThroughput {
    /// Maximum number of read request units for the specified table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_read_request_units: Option<i64>,
    /// Maximum number of write request units for the specified table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_write_request_units: Option<i64>,
}

/// Provides visibility into the number of read and write operations your table or secondary index
/// can instantaneously support.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct WarmThroughput {
    /// Represents the number of read operations your base table can instantaneously support.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_units_per_second: Option<i64>,
    /// Represents the number of write operations your base table can instantaneously support.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub write_units_per_second: Option<i64>,
}

/// A billing mode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BillingMode {
    /// `PROVISIONED`
    Provisioned,
    /// `PAY_PER_REQUEST`
    PayPerRequest,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the `DynamoDB` Streams configuration for a table in `DynamoDB`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StreamSpecification {
    /// Indicates whether `DynamoDB` Streams is enabled (true) or disabled (false) on the table.
    pub stream_enabled: bool,
    /// When an item in the table is modified, `StreamViewType` determines what information is
    /// written to the stream for this table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream_view_type: Option<StreamViewType>,
}

/// A stream view type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StreamViewType {
    /// `NEW_IMAGE`
    NewImage,
    /// `OLD_IMAGE`
    OldImage,
    /// `NEW_AND_OLD_IMAGES`
    NewAndOldImages,
    /// `KEYS_ONLY`
    KeysOnly,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the settings used to enable server-side encryption.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SseSpecification {
    /// Indicates whether server-side encryption is done using an Amazon Web Services managed key or
    /// an Amazon Web Services owned key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Server-side encryption type.
    #[serde(rename = "SSEType", skip_serializing_if = "Option::is_none")]
    pub sse_type: Option<SseType>,
    /// The KMS key that should be used for the KMS encryption.
    #[serde(rename = "KMSMasterKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_master_key_id: Option<String>,
}

/// A sse type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SseType {
    /// `AES256`
    Aes256,
    /// `KMS`
    Kms,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Describes a tag.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Tag {
    /// The key of the tag.
    pub key: String,
    /// The value of the tag.
    pub value: String,
}

/// A table class.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TableClass {
    /// `STANDARD`
    Standard,
    /// `STANDARD_INFREQUENT_ACCESS`
    StandardInfrequentAccess,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The type `GlobalTableSettingsReplicationMode`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum GlobalTableSettingsReplicationMode {
    /// `ENABLED`
    Enabled,
    /// `DISABLED`
    Disabled,
    /// `ENABLED_WITH_OVERRIDES`
    EnabledWithOverrides,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the output of a `CreateTable` operation.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct CreateTableOutput {
    /// Represents the properties of the table.
    pub table_description: Option<Value>,
}

/// Represents the input of a `GetItem` operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct GetItem {
    /// The name of the table containing the requested item.
    pub table_name: String,
    /// A map of attribute names to `AttributeValue` objects, representing the primary key of the
    /// item to retrieve.
    pub key: BTreeMap<String, AttributeValue>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<String>>,
    /// Determines the read consistency model: If set to `true`, then the operation uses strongly
    /// consistent reads; otherwise, the operation uses eventually consistent reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consistent_read: Option<bool>,
    /// Determines the level of detail about either provisioned or on-demand throughput consumption
    /// that is returned in the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    /// A string that identifies one or more attributes to retrieve from the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    /// One or more substitution tokens for attribute names in an expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

impl GetItem {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("table_name", Some(&self.table_name), check::length(1..=1024))
            .member("attributes_to_get", self.attributes_to_get.as_ref(), check::length(1..))
            .finish()
    }
}

/// Represents the data for an attribute.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct AttributeValue {
    /// An attribute of type String.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s: Option<String>,
    /// An attribute of type Number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<String>,
    /// An attribute of type Binary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<Blob>,
    /// An attribute of type String Set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ss: Option<Vec<String>>,
    /// An attribute of type Number Set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ns: Option<Vec<String>>,
    /// An attribute of type Binary Set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bs: Option<Vec<Blob>>,
    /// An attribute of type Map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub m: Option<BTreeMap<String, AttributeValue>>,
    /// An attribute of type List.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub l: Option<Vec<AttributeValue>>,
    /// An attribute of type Null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub null: Option<bool>,
    /// An attribute of type Boolean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bool: Option<bool>,
}

/// Determines the level of detail about either provisioned or on-demand throughput consumption that
/// is returned in the response.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReturnConsumedCapacity {
    /// `INDEXES`
    Indexes,
    /// `TOTAL`
    Total,
    /// `NONE`
    None,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the output of a `GetItem` operation.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct GetItemOutput {
    /// A map of attribute names to `AttributeValue` objects, as specified by
    /// `ProjectionExpression`.
    pub item: Option<BTreeMap<String, AttributeValue>>,
    /// The capacity units consumed by the `GetItem` operation.
    pub consumed_capacity: Option<ConsumedCapacity>,
}

/// The capacity units consumed by an operation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ConsumedCapacity {
    /// The name of the table that was affected by the operation.
    pub table_name: Option<String>,
    /// The total number of capacity units consumed by the operation.
    pub capacity_units: Option<f64>,
    /// The total number of read capacity units consumed by the operation.
    pub read_capacity_units: Option<f64>,
    /// The total number of write capacity units consumed by the operation.
    pub write_capacity_units: Option<f64>,
    /// The amount of throughput consumed on the table affected by the operation.
    pub table: Option<Capacity>,
    /// The amount of throughput consumed on each local index affected by the operation.
    pub local_secondary_indexes: Option<BTreeMap<String, Capacity>>,
    /// The amount of throughput consumed on each global index affected by the operation.
    pub global_secondary_indexes: Option<BTreeMap<String, Capacity>>,
}

/// Represents the amount of provisioned throughput capacity consumed on a table or an index.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Capacity {
    /// The total number of read capacity units consumed on a table or an index.
    pub read_capacity_units: Option<f64>,
    /// The total number of write capacity units consumed on a table or an index.
    pub write_capacity_units: Option<f64>,
    /// The total number of capacity units consumed on a table or an index.
    pub capacity_units: Option<f64>,
}

/// Represents the input of a `PutItem` operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutItem {
    /// The name of the table to contain the item.
    pub table_name: String,
    /// A map of attribute name/value pairs, one for each attribute.
    pub item: BTreeMap<String, AttributeValue>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    /// Use `ReturnValues` if you want to get the item attributes as they appeared before they were
    /// updated with the `PutItem` request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_values: Option<ReturnValue>,
    /// Determines the level of detail about either provisioned or on-demand throughput consumption
    /// that is returned in the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    /// Determines whether item collection metrics are returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<ConditionalOperator>,
    /// A condition that must be satisfied in order for a conditional `PutItem` operation to
    /// succeed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    /// One or more substitution tokens for attribute names in an expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    /// One or more values that can be substituted in an expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    /// An optional parameter that returns the item attributes for a `PutItem` operation that failed
    /// a condition check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<ReturnValuesOnConditionCheckFailure>,
}

impl PutItem {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("table_name", Some(&self.table_name), check::length(1..=1024))
            .finish()
    }
}

/// Represents a condition to be compared with an attribute value.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ExpectedAttributeValue {
    /// Represents the data for the expected attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<AttributeValue>,
    /// Causes `DynamoDB` to evaluate the value before attempting a conditional operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exists: Option<bool>,
    /// A comparator for evaluating attributes in the `AttributeValueList`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<ComparisonOperator>,
    /// One or more values to evaluate against the supplied attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute_value_list: Option<Vec<AttributeValue>>,
}

/// A comparison operator.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ComparisonOperator {
    /// `EQ`
    Eq,
    /// `NE`
    Ne,
    /// `IN`
    In,
    /// `LE`
    Le,
    /// `LT`
    Lt,
    /// `GE`
    Ge,
    /// `GT`
    Gt,
    /// `BETWEEN`
    Between,
    /// `NOT_NULL`
    NotNull,
    /// `NULL`
    Null,
    /// `CONTAINS`
    Contains,
    /// `NOT_CONTAINS`
    NotContains,
    /// `BEGINS_WITH`
    BeginsWith,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A return value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReturnValue {
    /// `NONE`
    None,
    /// `ALL_OLD`
    AllOld,
    /// `UPDATED_OLD`
    UpdatedOld,
    /// `ALL_NEW`
    AllNew,
    /// `UPDATED_NEW`
    UpdatedNew,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The return item collection metrics.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReturnItemCollectionMetrics {
    /// `SIZE`
    Size,
    /// `NONE`
    None,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A conditional operator.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ConditionalOperator {
    /// `AND`
    And,
    /// `OR`
    Or,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The type `ReturnValuesOnConditionCheckFailure`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReturnValuesOnConditionCheckFailure {
    /// `ALL_OLD`
    AllOld,
    /// `NONE`
    None,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the output of a `PutItem` operation.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct PutItemOutput {
    /// The attribute values as they appeared before the `PutItem` operation, but only if
    /// `ReturnValues` is specified as `ALL_OLD` in the request.
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    /// The capacity units consumed by the `PutItem` operation.
    pub consumed_capacity: Option<ConsumedCapacity>,
    /// Information about item collections, if any, that were affected by the `PutItem` operation.
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

/// Information about item collections, if any, that were affected by the operation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ItemCollectionMetrics {
    /// The partition key value of the item collection.
    pub item_collection_key: Option<BTreeMap<String, AttributeValue>>,
    /// An estimate of item collection size, in gigabytes.
    #[serde(rename = "SizeEstimateRangeGB")]
    pub size_estimate_range_gb: Option<Vec<f64>>,
}

/// Represents the input of a `Query` operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Query {
    /// The name of the table containing the requested items.
    pub table_name: String,
    /// The name of an index to query.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    /// The attributes to be returned in the result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<Select>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<String>>,
    /// The maximum number of items to evaluate (not necessarily the number of matching items).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    /// Determines the read consistency model: If set to `true`, then the operation uses strongly
    /// consistent reads; otherwise, the operation uses eventually consistent reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consistent_read: Option<bool>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_conditions: Option<BTreeMap<String, Condition>>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query_filter: Option<BTreeMap<String, Condition>>,
    /// This is a legacy parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<ConditionalOperator>,
    /// Specifies the order for index traversal: If `true` (default), the traversal is performed in
    /// ascending order; if `false`, the traversal is performed in descending order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scan_index_forward: Option<bool>,
    /// The primary key of the first item that this operation will evaluate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive_start_key: Option<BTreeMap<String, AttributeValue>>,
    /// Determines the level of detail about either provisioned or on-demand throughput consumption
    /// that is returned in the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    /// A string that identifies one or more attributes to retrieve from the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    /// A string that contains conditions that `DynamoDB` applies after the `Query` operation, but
    /// before the data is returned to you.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    /// The condition that specifies the key values for items to be retrieved by the `Query` action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_condition_expression: Option<String>,
    /// One or more substitution tokens for attribute names in an expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    /// One or more values that can be substituted in an expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
}

impl Query {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("table_name", Some(&self.table_name), check::length(1..=1024))
            .member("index_name", self.index_name.as_ref(), check::length(3..=255))
            .member("attributes_to_get", self.attributes_to_get.as_ref(), check::length(1..))
            .member("limit", self.limit.as_ref(), check::range(1..))
            .finish()
    }
}

/// A select.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Select {
    /// `ALL_ATTRIBUTES`
    AllAttributes,
    /// `ALL_PROJECTED_ATTRIBUTES`
    AllProjectedAttributes,
    /// `SPECIFIC_ATTRIBUTES`
    SpecificAttributes,
    /// `COUNT`
    Count,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Represents the selection criteria for a `Query` or `Scan` operation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Condition {
    /// One or more values to evaluate against the supplied attribute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute_value_list: Option<Vec<AttributeValue>>,
    /// A comparator for evaluating attributes.
    pub comparison_operator: ComparisonOperator,
}

/// Represents the output of a `Query` operation.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct QueryOutput {
    /// An array of item attributes that match the query criteria.
    #[serde(default)]
    #[page(items)]
    pub items: Vec<BTreeMap<String, AttributeValue>>,
    /// The number of items in the response.
    pub count: Option<i32>,
    /// The number of items evaluated, before any `QueryFilter` is applied.
    pub scanned_count: Option<i32>,
    /// The primary key of the item where the operation stopped, inclusive of the previous result
    /// set.
    #[page(next = body("ExclusiveStartKey"))]
    pub last_evaluated_key: Option<BTreeMap<String, AttributeValue>>,
    /// The capacity units consumed by the `Query` operation.
    pub consumed_capacity: Option<ConsumedCapacity>,
}

/// Represents the input of a `BatchWriteItem` operation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchWriteItem {
    /// A map of one or more table names or table ARNs and, for each table, a list of operations to
    /// be performed (`DeleteRequest` or `PutRequest`).
    pub request_items: BTreeMap<String, Vec<WriteRequest>>,
    /// Determines the level of detail about either provisioned or on-demand throughput consumption
    /// that is returned in the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
    /// Determines whether item collection metrics are returned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<ReturnItemCollectionMetrics>,
}

impl BatchWriteItem {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("request_items", Some(&self.request_items), check::length(1..=25))
            .finish()
    }
}

/// Represents an operation to perform - either `DeleteItem` or `PutItem`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct WriteRequest {
    /// A request to perform a `PutItem` operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub put_request: Option<PutRequest>,
    /// A request to perform a `DeleteItem` operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delete_request: Option<DeleteRequest>,
}

/// Represents a request to perform a `PutItem` operation on an item.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct PutRequest {
    /// A map of attribute name to attribute values, representing the primary key of an item to be
    /// processed by `PutItem`.
    pub item: BTreeMap<String, AttributeValue>,
}

/// Represents a request to perform a `DeleteItem` operation on an item.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DeleteRequest {
    /// A map of attribute name to attribute values, representing the primary key of the item to
    /// delete.
    pub key: BTreeMap<String, AttributeValue>,
}

/// Represents the output of a `BatchWriteItem` operation.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct BatchWriteItemOutput {
    /// A map of tables and requests against those tables that were not processed.
    pub unprocessed_items: Option<BTreeMap<String, Vec<WriteRequest>>>,
    /// A list of tables that were processed by `BatchWriteItem` and, for each table, information
    /// about any item collections that were affected by individual `DeleteItem` or `PutItem`
    /// operations.
    pub item_collection_metrics: Option<BTreeMap<String, Vec<ItemCollectionMetrics>>>,
    /// The capacity units consumed by the entire `BatchWriteItem` operation.
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum DynamoDbError {
    /// The operation conflicts with the resource's availability.
    #[api_error(code = "ResourceInUseException")]
    ResourceInUse(ErrorResponse),
    /// There is no limit to the number of daily on-demand backups that can be taken.
    #[api_error(code = "LimitExceededException")]
    LimitExceeded(ErrorResponse),
    /// The request was denied due to request throttling.
    #[api_error(code = "ProvisionedThroughputExceededException")]
    ProvisionedThroughputExceeded(ErrorResponse),
    /// The operation tried to access a nonexistent table or index.
    #[api_error(code = "ResourceNotFoundException")]
    ResourceNotFound(ErrorResponse),
    /// Throughput exceeds the current throughput quota for your account.
    #[api_error(code = "RequestLimitExceeded")]
    RequestLimitExceeded(ErrorResponse),
    /// The request was denied due to request throttling.
    #[api_error(code = "ThrottlingException")]
    Throttling(ErrorResponse),
    /// A condition specified in the operation failed to be evaluated.
    #[api_error(code = "ConditionalCheckFailedException")]
    ConditionalCheckFailed(ErrorResponse),
    /// An item collection is too large.
    #[api_error(code = "ItemCollectionSizeLimitExceededException")]
    ItemCollectionSizeLimitExceeded(ErrorResponse),
    /// Operation was rejected because there is an ongoing transaction for the item.
    #[api_error(code = "TransactionConflictException")]
    TransactionConflict(ErrorResponse),
    /// The request was rejected because one or more items in the request are being modified by a
    /// request in another Region.
    #[api_error(code = "ReplicatedWriteConflictException")]
    ReplicatedWriteConflict(ErrorResponse),
    /// An error occurred on the server side.
    #[api_error(code = "InternalServerError")]
    InternalServerError(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
