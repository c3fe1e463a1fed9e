//! Files that were imported from the models of botocore and not edited, called on the server of moto.

use std::collections::BTreeMap;

use rest_op::{Api, Bytes, Call, Client, Error, rest_op};

use super::client;
use super::server::Server;
use crate::imported::appconfig::{
    AppConfig, AppConfigError, CreateApplication, CreateConfigurationProfile, TagResource, UpdateApplication,
};
use crate::imported::dynamodb::{
    AttributeDefinition, AttributeValue, BatchWriteItem, BillingMode, CreateTable, DynamoDb, DynamoDbError, GetItem,
    KeySchemaElement, KeyType, PutItem, PutRequest, Query, ScalarAttributeType, WriteRequest,
};
use crate::imported::lambda::{
    CreateFunction, FunctionCode, Lambda, LambdaError, ListFunctions, Runtime, TagResource as TagFunction,
};

/// The role that a function needs. IAM has a protocol of forms and XML.
trait Iam: Api {
    #[rest_op(POST, "/")]
    fn create_role(&self, #[body(form)] role: &[(&str, &str)]) -> Call<String>;
}

impl Iam for Client {}

fn text(text: &str) -> AttributeValue {
    AttributeValue {
        s: Some(text.to_owned()),
        ..AttributeValue::default()
    }
}

fn number(number: u32) -> AttributeValue {
    AttributeValue {
        n: Some(number.to_string()),
        ..AttributeValue::default()
    }
}

fn named<T, const N: usize>(values: [(&str, T); N]) -> BTreeMap<String, T> {
    values.map(|(name, value)| (name.to_owned(), value)).into()
}

fn song(year: u32) -> BTreeMap<String, AttributeValue> {
    let tags = AttributeValue {
        l: Some(vec![text("a"), number(1)]),
        ..AttributeValue::default()
    };
    let cover = AttributeValue {
        b: Some(b"\x89PNG".to_vec().into()),
        ..AttributeValue::default()
    };
    named([
        ("Artist", text("naïve")),
        ("Year", number(year)),
        ("Tags", tags),
        ("Cover", cover),
    ])
}

#[tokio::test]
async fn items_are_written_read_and_queried_page_by_page() -> Result<(), Error<DynamoDbError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let dynamodb = client(&server, "dynamodb", "us-west-1");
    let table_name = || "Music".to_owned();
    let attribute = |name: &str, attribute_type| AttributeDefinition {
        attribute_name: name.to_owned(),
        attribute_type,
    };
    let key = |name: &str, key_type| KeySchemaElement {
        attribute_name: name.to_owned(),
        key_type,
    };
    let table = CreateTable {
        table_name: table_name(),
        attribute_definitions: Some(vec![
            attribute("Artist", ScalarAttributeType::S),
            attribute("Year", ScalarAttributeType::N),
        ]),
        key_schema: Some(vec![key("Artist", KeyType::Hash), key("Year", KeyType::Range)]),
        billing_mode: Some(BillingMode::PayPerRequest),
        ..CreateTable::default()
    };
    let created = dynamodb.create_table(&table).await?.table_description.unwrap();
    assert_eq!(created["TableName"], "Music");

    let put = PutItem {
        table_name: table_name(),
        item: song(2001),
        condition_expression: Some("attribute_not_exists(Artist)".to_owned()),
        ..PutItem::default()
    };
    dynamodb.put_item(&put).await?;
    let error = dynamodb.put_item(&put).await.unwrap_err();
    assert!(
        matches!(error.service(), Some(DynamoDbError::ConditionalCheckFailed(_))),
        "{error}"
    );
    let requests = (2002..=2005).map(|year| WriteRequest {
        put_request: Some(PutRequest { item: song(year) }),
        ..WriteRequest::default()
    });
    let batch = BatchWriteItem {
        request_items: named([("Music", requests.collect())]),
        ..BatchWriteItem::default()
    };
    let unprocessed = dynamodb.batch_write_item(&batch).await?.unprocessed_items;
    assert!(unprocessed.is_none_or(|items| items.is_empty()));

    let get = GetItem {
        table_name: table_name(),
        key: named([("Artist", text("naïve")), ("Year", number(2003))]),
        ..GetItem::default()
    };
    assert_eq!(dynamodb.get_item(&get).await?.item, Some(song(2003)));
    let query = Query {
        table_name: table_name(),
        key_condition_expression: Some("Artist = :artist".to_owned()),
        expression_attribute_values: Some(named([(":artist", text("naïve"))])),
        limit: Some(2),
        ..Query::default()
    };
    let songs = dynamodb.query(&query).items().try_collect().await?;
    assert_eq!(songs, [2001, 2002, 2003, 2004, 2005].map(song));
    Ok(())
}

#[tokio::test]
async fn functions_are_created_read_listed_tagged_and_deleted() -> Result<(), Error<LambdaError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let role = [
        ("Action", "CreateRole"),
        ("Version", "2010-05-08"),
        ("RoleName", "imported"),
        ("AssumeRolePolicyDocument", "{}"),
    ];
    client(&server, "iam", "us-east-1").create_role(&role).await.unwrap();
    let lambda = client(&server, "lambda", "us-west-1");
    let function = |name: &str| CreateFunction {
        function_name: name.to_owned(),
        runtime: Some(Runtime::Python3_10),
        role: "arn:aws:iam::123456789012:role/imported".to_owned(),
        handler: Some("main.handler".to_owned()),
        code: FunctionCode {
            // An archive without files.
            zip_file: Some([&b"PK\x05\x06"[..], &[0; 18]].concat().into()),
            ..FunctionCode::default()
        },
        timeout: Some(3),
        tags: Some(named([("team", "a & b".to_owned())])),
        ..CreateFunction::default()
    };
    let created = lambda.create_function(&function("one")).await?;
    assert_eq!((created.runtime, created.timeout), (Some(Runtime::Python3_10), Some(3)));
    let arn = created.function_arn.unwrap();
    for name in ["two", "three"] {
        lambda.create_function(&function(name)).await?;
    }
    let conflict = lambda.create_function(&function("one")).await.unwrap_err();
    assert!(
        matches!(conflict.service(), Some(LambdaError::ResourceConflict(_))),
        "{conflict}"
    );

    let found = lambda.get_function("one", None).await?;
    assert_eq!(found.configuration.unwrap().handler.as_deref(), Some("main.handler"));
    let options = ListFunctions::default();
    let listed = lambda.list_functions(&options).items().try_collect().await?;
    assert_eq!(listed.len(), 3);
    let tags = TagFunction {
        tags: named([("stage", "größe".to_owned())]),
    };
    Lambda::tag_resource(&lambda, &arn, &tags).await?;
    let tags = lambda.list_tags(&arn).await?.tags.unwrap();
    assert_eq!(
        tags,
        named([("team", "a & b".to_owned()), ("stage", "größe".to_owned())])
    );

    lambda.delete_function("one", None).await?;
    let gone = lambda.get_function("one", None).await.unwrap_err();
    assert!(
        matches!(gone.service(), Some(LambdaError::ResourceNotFound(_))),
        "{gone}"
    );
    Ok(())
}

#[tokio::test]
async fn configurations_are_created_read_tagged_and_deleted() -> Result<(), Error<AppConfigError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let appconfig = client(&server, "appconfig", "us-west-1");
    let application = CreateApplication {
        name: "shop".to_owned(),
        tags: Some(named([("team", "a".to_owned())])),
        ..CreateApplication::default()
    };
    let application = appconfig.create_application(&application).await?.id.unwrap();
    let change = UpdateApplication {
        description: Some("größe".to_owned()),
        ..UpdateApplication::default()
    };
    let changed = appconfig.update_application(&application, &change).await?;
    assert_eq!(
        (changed.name.as_deref(), changed.description.as_deref()),
        (Some("shop"), Some("größe"))
    );
    let profile = CreateConfigurationProfile {
        name: "flags".to_owned(),
        location_uri: "hosted".to_owned(),
        ..CreateConfigurationProfile::default()
    };
    let profile = appconfig.create_configuration_profile(&application, &profile).await?;
    let profile = profile.id.unwrap();

    let content = Bytes::from_static(b"\x00 is = not JSON");
    let version = appconfig
        .create_hosted_configuration_version(
            &application,
            &profile,
            Some("first"),
            "application/octet-stream",
            None,
            None,
            content.clone(),
        )
        .await?;
    let number = version.version_number.unwrap();
    let read = appconfig
        .get_hosted_configuration_version(&application, &profile, number)
        .await?;
    assert_eq!(read.content, content);
    assert_eq!(read.content_type.as_deref(), Some("application/octet-stream"));

    let arn = format!("arn:aws:appconfig:us-west-1:123456789012:application/{application}");
    let tags = TagResource {
        tags: named([("stage", "test".to_owned())]),
    };
    AppConfig::tag_resource(&appconfig, &arn, &tags).await?;
    appconfig.untag_resource(&arn, &["team"]).await?;
    let tags = appconfig.list_tags_for_resource(&arn).await?.tags;
    assert_eq!(tags, Some(named([("stage", "test".to_owned())])));

    appconfig.delete_application(&application).await?;
    let gone = appconfig.update_application(&application, &change).await.unwrap_err();
    assert!(
        matches!(gone.service(), Some(AppConfigError::ResourceNotFound(_))),
        "{gone}"
    );
    Ok(())
}
