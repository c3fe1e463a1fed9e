//! S3 with rest-op.

use std::fs::{self, File};
use std::path::Path;

use harness::s3;
use harness::{ACCESS_KEY_ID, BoxError, REGION, SECRET_ACCESS_KEY};
use rest_op::timestamp::{DateTime, HttpDate};
use rest_op::{
    Api, ApiError, ByteStream, Call, Client, Credentials, ErrorResponse, FromResponse, Page, SigV4, rest_op,
};
use serde::Deserialize;

trait S3: Api {
    /// Reads an object.
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    fn get_object(&self, bucket: &str, key: &str) -> Call<Object, S3Error>;

    /// Writes an object.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.", timeout = "1h", attempt_timeout = "1h")]
    fn put_object(&self, bucket: &str, key: &str, #[body(stream)] content: ByteStream) -> Call<Written, S3Error>;

    /// Lists the objects of a bucket, page by page.
    #[rest_op(GET, "/?list-type=2", host_prefix = "<bucket>.")]
    fn list_objects(&self, bucket: &str) -> Call<Listing, S3Error>;
}

impl S3 for Client {}

#[derive(FromResponse)]
struct Object {
    #[from_response(header = "etag")]
    etag: Option<String>,
    #[from_response(header = "last-modified")]
    last_modified: Option<HttpDate>,
    #[from_response(body)]
    content: ByteStream,
}

#[derive(FromResponse)]
struct Written {
    #[from_response(header = "etag")]
    etag: String,
}

#[derive(Deserialize, FromResponse, Page)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
struct Listing {
    #[serde(default)]
    #[page(items)]
    contents: Vec<Listed>,
    #[page(next = query("continuation-token"))]
    next_continuation_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listed {
    key: String,
    last_modified: DateTime,
    size: u64,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum S3Error {
    #[api_error(code = "NoSuchKey")]
    NoSuchKey(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

struct Peer(Client);

impl s3::S3 for Peer {
    fn new(endpoint: &str) -> Self {
        let credentials = Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed");
        let client = Client::builder(endpoint)
            .path_style()
            .auth(SigV4::new("s3", REGION, credentials));
        Self(client.build().expect("a client"))
    }

    async fn get_object(&self, bucket: &str, key: &str) -> Result<u64, BoxError> {
        let mut object = self.0.get_object(bucket, key).await?;
        assert!(object.etag.is_some() && object.last_modified.is_some());
        let mut bytes = 0;
        while let Some(piece) = object.content.next().await {
            bytes += piece?.len() as u64;
        }
        Ok(bytes)
    }

    async fn put_object(&self, bucket: &str, key: &str, file: &Path) -> Result<String, BoxError> {
        let (path, length) = (file.to_owned(), fs::metadata(file)?.len());
        let content = ByteStream::from_fn(move || {
            let file = tokio::fs::File::from_std(File::open(&path)?);
            Ok(ByteStream::from_reader(file))
        });
        Ok(self.0.put_object(bucket, key, content.sized(length)).await?.etag)
    }

    async fn size(&self, bucket: &str) -> Result<u64, BoxError> {
        let mut objects = self.0.list_objects(bucket).items();
        let mut size = 0;
        while let Some(object) = objects.next().await {
            let object = object?;
            assert!(object.key.starts_with("photos/") && object.last_modified.year() == 2024);
            size += object.size;
        }
        Ok(size)
    }
}

fn main() {
    s3::main::<Peer>();
}
