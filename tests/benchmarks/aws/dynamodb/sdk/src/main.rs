//! DynamoDB by aws-sdk-dynamodb.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Config, Credentials, Region};
use aws_sdk_dynamodb::types::AttributeValue;
use harness::dynamodb::{self, CONDITION, DynamoDb, TABLE};
use harness::{ACCESS_KEY_ID, BoxError, REGION, SECRET_ACCESS_KEY};

struct Peer(Client);

impl DynamoDb for Peer {
    fn new(endpoint: &str) -> Self {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(REGION))
            .credentials_provider(Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed"))
            .endpoint_url(endpoint);
        Self(Client::from_conf(config.build()))
    }

    async fn get_item(&self, artist: &str, song: &str) -> Result<usize, BoxError> {
        let got = self
            .0
            .get_item()
            .table_name(TABLE)
            .key("Artist", AttributeValue::S(artist.to_owned()))
            .key("Song", AttributeValue::S(song.to_owned()))
            .send()
            .await?;
        let item = got.item.ok_or("no item")?;
        assert!(matches!(item.get("Sung"), Some(AttributeValue::Bool(true))));
        Ok(item.len())
    }

    async fn put_item(&self, artist: &str, song: &str) -> Result<bool, BoxError> {
        let put = self
            .0
            .put_item()
            .table_name(TABLE)
            .item("Artist", AttributeValue::S(artist.to_owned()))
            .item("Song", AttributeValue::S(song.to_owned()))
            .condition_expression(CONDITION);
        match put.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(service) if service.is_conditional_check_failed_exception() => Ok(false),
                _ => Err(error.into()),
            },
        }
    }

    async fn songs(&self, artist: &str) -> Result<usize, BoxError> {
        let query = self
            .0
            .query()
            .table_name(TABLE)
            .key_condition_expression("Artist = :artist")
            .expression_attribute_values(":artist", AttributeValue::S(artist.to_owned()));
        let mut items = query.into_paginator().items().send();
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
