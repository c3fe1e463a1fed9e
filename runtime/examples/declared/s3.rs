//! Operations of Amazon S3, whose protocol is restXml: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html>.
//!
//! The bucket is a part of the host, or the first segment of the path if the client is built with `path_style()`.

use std::collections::BTreeMap;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rest_op::timestamp::{DateTime, HttpDate};
use rest_op::{
    Api, ApiError, ByteStream, Bytes, Call, Client, Conditional, ErrorResponse, FromResponse, Page, Verified, rest_op,
    xml,
};
use serde::{Deserialize, Serialize, Serializer};

/// A call of S3.
pub type S3Call<T> = Call<T, S3Error>;

/// Buckets and their objects.
pub trait S3: Api {
    /// Lists the buckets of the account.
    #[rest_op(GET, "/")]
    fn list_buckets(&self) -> S3Call<BucketList>;

    /// Creates a bucket, in `us-east-1` unless the configuration names another region.
    #[rest_op(PUT, "/", host_prefix = "<bucket>.")]
    fn create_bucket(&self, bucket: &str, #[body(xml)] configuration: Option<&CreateBucketConfiguration>)
    -> S3Call<()>;

    /// Deletes an empty bucket.
    #[rest_op(DELETE, "/", host_prefix = "<bucket>.")]
    fn delete_bucket(&self, bucket: &str) -> S3Call<()>;

    /// Lists objects, page by page. Keys are encoded on the way, since XML cannot contain all characters that a key can.
    #[rest_op(GET, "/?list-type=2&encoding-type=url", host_prefix = "<bucket>.")]
    fn list_objects(&self, bucket: &str, #[query(flatten)] options: &ListObjects) -> S3Call<ObjectPage>;

    /// Reads an object or a range of it. The content is compared with the checksum that was stored with it.
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.", header("x-amz-checksum-mode" = "ENABLED"))]
    fn get_object(
        &self,
        bucket: &str,
        key: &str,
        #[header(prefix = "")] options: &GetObject,
    ) -> S3Call<Conditional<Verified<Object<ByteStream>>>>;

    /// Reads everything but the content of an object.
    #[rest_op(HEAD, "/<key..>", host_prefix = "<bucket>.")]
    fn head_object(&self, bucket: &str, key: &str) -> S3Call<Object<()>>;

    /// Writes an object from memory. The content is signed, and has a checksum.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn put_object(
        &self,
        bucket: &str,
        key: &str,
        #[header(prefix = "")] options: &PutObject,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<String, String>,
        #[body(bytes)] content: Bytes,
    ) -> S3Call<Written>;

    /// Writes an object from a stream of known length. The content is not signed, so the endpoint should be HTTPS.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.", timeout = "1h", attempt_timeout = "1h")]
    fn upload_object(
        &self,
        bucket: &str,
        key: &str,
        #[header(prefix = "")] options: &PutObject,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<String, String>,
        #[header("x-amz-checksum-crc32")] crc32: Option<&str>,
        #[body(stream)] content: ByteStream,
    ) -> S3Call<Written>;

    /// Copies an object within S3. It may fail after its response has begun with status 200.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.", timeout = "10m", attempt_timeout = "10m")]
    fn copy_object(
        &self,
        bucket: &str,
        key: &str,
        #[header("x-amz-copy-source")] source: &CopySource<'_>,
    ) -> S3Call<CopyObjectResult>;

    /// Deletes an object, if there is one.
    #[rest_op(DELETE, "/<key..>", host_prefix = "<bucket>.")]
    fn delete_object(&self, bucket: &str, key: &str) -> S3Call<()>;

    /// Deletes up to 1,000 objects. The result lists those that could not be deleted.
    #[rest_op(POST, "/?delete", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn delete_objects(&self, bucket: &str, #[body(xml)] delete: &Delete) -> S3Call<DeleteResult>;

    /// Starts an upload in parts.
    #[rest_op(POST, "/<key..>?uploads", host_prefix = "<bucket>.")]
    fn create_multipart_upload(
        &self,
        bucket: &str,
        key: &str,
        #[header("x-amz-checksum-algorithm")] checksum: Option<&str>,
        #[header(prefix = "")] options: &PutObject,
    ) -> S3Call<MultipartUpload>;

    /// Uploads a part, of at least 5 MiB unless it is the last one. Parts may be uploaded in parallel and in any order.
    #[rest_op(
        PUT,
        "/<key..>",
        host_prefix = "<bucket>.",
        checksum = "x-amz-checksum-crc32",
        timeout = "10m",
        attempt_timeout = "5m"
    )]
    fn upload_part(
        &self,
        bucket: &str,
        key: &str,
        #[query("partNumber")] number: u32,
        #[query("uploadId")] upload_id: &str,
        #[body(bytes)] content: Bytes,
    ) -> S3Call<Written>;

    /// Joins the parts to an object. It may fail after its response has begun with status 200.
    #[rest_op(
        POST,
        "/<key..>",
        host_prefix = "<bucket>.",
        timeout = "10m",
        attempt_timeout = "10m"
    )]
    fn complete_multipart_upload(
        &self,
        bucket: &str,
        key: &str,
        #[query("uploadId")] upload_id: &str,
        #[body(xml)] upload: &CompletedUpload,
    ) -> S3Call<CompleteMultipartUploadResult>;

    /// Discards the parts of an upload.
    #[rest_op(DELETE, "/<key..>", host_prefix = "<bucket>.")]
    fn abort_multipart_upload(&self, bucket: &str, key: &str, #[query("uploadId")] upload_id: &str) -> S3Call<()>;
}

impl S3 for Client {}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct BucketList {
    #[serde(default)]
    pub buckets: xml::List<Bucket>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Bucket {
    pub name: String,
    pub creation_date: Option<DateTime>,
}

#[derive(Debug, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}CreateBucketConfiguration",
    rename_all = "PascalCase"
)]
pub struct CreateBucketConfiguration {
    pub location_constraint: String,
}

/// The options of a listing.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListObjects {
    pub prefix: Option<String>,
    /// Keys that contain this text after the prefix are listed as one common prefix.
    pub delimiter: Option<String>,
    pub start_after: Option<String>,
    /// At most this many objects a page; 1,000 by default.
    pub max_keys: Option<u32>,
}

#[derive(Debug, Deserialize, FromResponse, Page)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct ObjectPage {
    #[page(items)]
    #[serde(default)]
    pub contents: Vec<ListedObject>,
    #[serde(default)]
    pub common_prefixes: Vec<CommonPrefix>,
    #[page(next = query("continuation-token"))]
    pub next_continuation_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListedObject {
    pub key: Key,
    pub size: u64,
    #[serde(rename = "ETag")]
    pub etag: Option<String>,
    pub last_modified: Option<DateTime>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CommonPrefix {
    pub prefix: Key,
}

/// The key of an object in a listing with `encoding-type=url`, decoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "String")]
pub struct Key(pub String);

impl From<String> for Key {
    fn from(encoded: String) -> Self {
        let with_spaces = encoded.replace('+', " ");
        Self(percent_decode_str(&with_spaces).decode_utf8_lossy().into_owned())
    }
}

/// Conditions and ranges (RFC 9110, sections 13 and 14).
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GetObject {
    /// `bytes=0-99`
    pub range: Option<String>,
    pub if_match: Option<String>,
    pub if_none_match: Option<String>,
    pub if_modified_since: Option<HttpDate>,
}

/// An object. `C` is its content, or `()`.
#[derive(Debug, FromResponse)]
pub struct Object<C> {
    #[from_response(header = "etag")]
    pub etag: Option<String>,
    #[from_response(header = "content-type")]
    pub content_type: Option<String>,
    #[from_response(header = "content-length")]
    pub content_length: Option<u64>,
    #[from_response(header = "content-range")]
    pub content_range: Option<String>,
    #[from_response(header = "last-modified")]
    pub last_modified: Option<HttpDate>,
    #[from_response(header_prefix = "x-amz-meta-")]
    pub metadata: BTreeMap<String, String>,
    #[from_response(body)]
    pub content: C,
}

/// The properties of a new object.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PutObject {
    pub cache_control: Option<String>,
    pub content_disposition: Option<String>,
    pub content_type: Option<String>,
    /// `*` writes the object only if it does not exist.
    pub if_none_match: Option<String>,
}

#[derive(Debug, FromResponse)]
pub struct Written {
    #[from_response(header = "etag")]
    pub etag: Option<String>,
    #[from_response(header = "x-amz-checksum-crc32")]
    pub crc32: Option<String>,
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
}

/// The object to copy.
#[derive(Clone, Copy, Debug)]
pub struct CopySource<'a> {
    pub bucket: &'a str,
    pub key: &'a str,
}

/// All characters that are encoded in a copy source: those that are neither unreserved (RFC 3986, section 2.3) nor `/`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

impl fmt::Display for CopySource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.bucket, utf8_percent_encode(self.key, ENCODED))
    }
}

impl Serialize for CopySource<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct CopyObjectResult {
    #[serde(rename = "ETag")]
    pub etag: Option<String>,
    pub last_modified: Option<DateTime>,
}

#[derive(Debug, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}Delete",
    rename_all = "PascalCase"
)]
pub struct Delete {
    #[serde(rename = "Object")]
    pub objects: Vec<ObjectKey>,
    /// Whether the result lists only the objects that could not be deleted.
    pub quiet: Option<bool>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ObjectKey {
    pub key: String,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct DeleteResult {
    #[serde(default)]
    pub deleted: Vec<Deleted>,
    #[serde(rename = "Error", default)]
    pub errors: Vec<NotDeleted>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Deleted {
    pub key: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct NotDeleted {
    pub key: Option<String>,
    pub code: Option<String>,
    pub message: Option<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct MultipartUpload {
    pub upload_id: String,
}

#[derive(Debug, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}CompleteMultipartUpload",
    rename_all = "PascalCase"
)]
pub struct CompletedUpload {
    /// In ascending order.
    #[serde(rename = "Part")]
    pub parts: Vec<CompletedPart>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CompletedPart {
    #[serde(rename = "ETag")]
    pub etag: String,
    #[serde(rename = "ChecksumCRC32")]
    pub crc32: Option<String>,
    pub part_number: u32,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct CompleteMultipartUploadResult {
    pub location: Option<String>,
    #[serde(rename = "ETag")]
    pub etag: Option<String>,
}

/// An error of S3, some operations of which report errors with status 200.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api_error(when(xml_root = "Error"))]
pub enum S3Error {
    #[api_error(code = "NoSuchBucket")]
    NoSuchBucket(ErrorResponse),
    /// HEAD has no body, and thus no code.
    #[api_error(code = "NoSuchKey", status = 404)]
    NoSuchKey(ErrorResponse),
    #[api_error(code = "NoSuchUpload")]
    NoSuchUpload(ErrorResponse),
    #[api_error(code = "EntityTooSmall")]
    PartTooSmall(ErrorResponse),
    #[api_error(code = "InvalidPart")]
    InvalidPart(ErrorResponse),
    #[api_error(code = "PreconditionFailed", status = 412)]
    PreconditionFailed(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}
