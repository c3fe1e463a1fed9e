//! S3 by aws-sdk-s3.

use std::path::Path;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::{BehaviorVersion, Config, Credentials, Region, RequestChecksumCalculation};
use aws_sdk_s3::primitives::ByteStream;
use harness::s3::{self, S3};
use harness::{ACCESS_KEY_ID, BoxError, REGION, SECRET_ACCESS_KEY};

struct Peer(Client);

impl S3 for Peer {
    fn new(endpoint: &str) -> Self {
        let mut config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(REGION))
            .credentials_provider(Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed"))
            .endpoint_url(endpoint)
            .force_path_style(true);
        // Without aws-config, the SDK does not read this variable itself.
        if std::env::var("AWS_REQUEST_CHECKSUM_CALCULATION").as_deref() == Ok("when_required") {
            config = config.request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
        }
        Self(Client::from_conf(config.build()))
    }

    async fn get_object(&self, bucket: &str, key: &str) -> Result<u64, BoxError> {
        let mut object = self.0.get_object().bucket(bucket).key(key).send().await?;
        assert!(object.e_tag().is_some() && object.last_modified().is_some());
        let mut bytes = 0;
        while let Some(piece) = object.body.next().await {
            bytes += piece?.len() as u64;
        }
        Ok(bytes)
    }

    async fn put_object(&self, bucket: &str, key: &str, file: &Path) -> Result<String, BoxError> {
        let content = ByteStream::from_path(file).await?;
        let written = self.0.put_object().bucket(bucket).key(key).body(content).send().await?;
        Ok(written.e_tag.ok_or("no entity tag")?)
    }

    async fn size(&self, bucket: &str) -> Result<u64, BoxError> {
        let mut pages = self.0.list_objects_v2().bucket(bucket).into_paginator().send();
        let mut size = 0;
        while let Some(page) = pages.next().await {
            for object in page?.contents() {
                assert!(object.key().is_some_and(|key| key.starts_with("photos/")) && object.last_modified().is_some());
                size += u64::try_from(object.size().ok_or("no size")?)?;
            }
        }
        Ok(size)
    }
}

fn main() {
    s3::main::<Peer>();
}
