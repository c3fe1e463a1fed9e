//! Operations of Amazon S3, declared by hand: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html>.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rest_op::{Api, Bytes, Client, rest_op};
use serde::Serialize;
use serde_json::{Value, json};

use super::call::{Call, Service, with};
use super::peer::Question;

type Sent = rest_op::Call<()>;

/// Buckets and their objects.
pub(crate) trait S3: Api {
    /// Lists buckets.
    #[rest_op(GET, "/")]
    fn list_buckets(&self) -> Sent;

    /// Creates a bucket.
    #[rest_op(PUT, "/", host_prefix = "<bucket>.")]
    fn create_bucket(&self, bucket: &str, #[body(xml)] configuration: Option<&BucketConfiguration>) -> Sent;

    /// Finds out whether a bucket exists.
    #[rest_op(HEAD, "/", host_prefix = "<bucket>.")]
    fn head_bucket(&self, bucket: &str) -> Sent;

    /// Returns the region of a bucket.
    #[rest_op(GET, "/?location", host_prefix = "<bucket>.")]
    fn get_bucket_location(&self, bucket: &str) -> Sent;

    /// Lists objects.
    #[rest_op(GET, "/?list-type=2&encoding-type=url", host_prefix = "<bucket>.")]
    fn list_objects(&self, bucket: &str, #[query(flatten)] options: &ListObjects<'_>) -> Sent;

    /// Writes an object.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn put_object(
        &self,
        bucket: &str,
        key: &str,
        #[header("content-type")] media_type: Option<&str>,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<&str, &str>,
        #[header("x-amz-sdk-checksum-algorithm")] algorithm: Option<&str>,
        #[body(bytes)] body: Bytes,
    ) -> Sent;

    /// Reads an object.
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.", header("x-amz-checksum-mode" = "ENABLED"))]
    fn get_object(
        &self,
        bucket: &str,
        key: &str,
        #[header("range")] range: Option<&str>,
        #[header("if-match")] if_match: Option<&str>,
        #[header("if-none-match")] if_none_match: Option<&str>,
        #[query("response-content-type")] media_type: Option<&str>,
    ) -> Sent;

    /// Reads an object by a URL.
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    fn download(
        &self,
        bucket: &str,
        key: &str,
        #[query("response-content-disposition")] disposition: Option<&str>,
    ) -> Sent;

    /// Reads the headers of an object.
    #[rest_op(HEAD, "/<key..>", host_prefix = "<bucket>.", header("x-amz-checksum-mode" = "ENABLED"))]
    fn head_object(&self, bucket: &str, key: &str, #[query("versionId")] version: Option<&str>) -> Sent;

    /// Deletes an object.
    #[rest_op(DELETE, "/<key..>", host_prefix = "<bucket>.")]
    fn delete_object(&self, bucket: &str, key: &str, #[query("versionId")] version: Option<&str>) -> Sent;

    /// Deletes many objects.
    #[rest_op(
        POST,
        "/?delete",
        host_prefix = "<bucket>.",
        header("x-amz-sdk-checksum-algorithm" = "CRC32"),
        checksum = "x-amz-checksum-crc32"
    )]
    fn delete_objects(&self, bucket: &str, #[body(xml)] objects: &Delete<'_>) -> Sent;

    /// Copies an object.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.")]
    fn copy_object(&self, bucket: &str, key: &str, #[header("x-amz-copy-source")] source: &str) -> Sent;

    /// Begins an upload in parts.
    #[rest_op(POST, "/<key..>?uploads", host_prefix = "<bucket>.")]
    fn create_multipart_upload(
        &self,
        bucket: &str,
        key: &str,
        #[header("content-type")] media_type: Option<&str>,
        #[header("x-amz-checksum-algorithm")] algorithm: Option<&str>,
    ) -> Sent;

    /// Uploads a part.
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn upload_part(
        &self,
        bucket: &str,
        key: &str,
        #[query("partNumber")] number: u32,
        #[query("uploadId")] upload: &str,
        #[header("x-amz-sdk-checksum-algorithm")] algorithm: Option<&str>,
        #[body(bytes)] body: Bytes,
    ) -> Sent;

    /// Makes an object of the parts.
    #[rest_op(POST, "/<key..>", host_prefix = "<bucket>.")]
    fn complete_multipart_upload(
        &self,
        bucket: &str,
        key: &str,
        #[query("uploadId")] upload: &str,
        #[body(xml)] parts: &Parts<'_>,
    ) -> Sent;

    /// Ends an upload without an object.
    #[rest_op(DELETE, "/<key..>", host_prefix = "<bucket>.")]
    fn abort_multipart_upload(&self, bucket: &str, key: &str, #[query("uploadId")] upload: &str) -> Sent;

    /// Lists the parts of an upload.
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    fn list_parts(
        &self,
        bucket: &str,
        key: &str,
        #[query("uploadId")] upload: &str,
        #[query("max-parts")] limit: Option<u32>,
        #[query("part-number-marker")] after: Option<u32>,
    ) -> Sent;

    /// Replaces the tags of an object.
    #[rest_op(
        PUT,
        "/<key..>?tagging",
        host_prefix = "<bucket>.",
        header("x-amz-sdk-checksum-algorithm" = "CRC32"),
        checksum = "x-amz-checksum-crc32"
    )]
    fn put_object_tagging(&self, bucket: &str, key: &str, #[body(xml)] tagging: &Tagging<'_>) -> Sent;
}

impl S3 for Client {}

#[derive(Serialize)]
#[serde(rename = "{http://s3.amazonaws.com/doc/2006-03-01/}CreateBucketConfiguration")]
pub(crate) struct BucketConfiguration {
    #[serde(rename = "LocationConstraint")]
    region: &'static str,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct ListObjects<'a> {
    prefix: Option<&'a str>,
    delimiter: Option<&'a str>,
    continuation_token: Option<&'a str>,
    start_after: Option<&'a str>,
    max_keys: Option<u32>,
}

#[derive(Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}Delete",
    rename_all = "PascalCase"
)]
pub(crate) struct Delete<'a> {
    #[serde(rename = "Object")]
    objects: Vec<Object<'a>>,
    quiet: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Object<'a> {
    key: &'a str,
    version_id: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename = "{http://s3.amazonaws.com/doc/2006-03-01/}CompleteMultipartUpload")]
pub(crate) struct Parts<'a> {
    #[serde(rename = "Part")]
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    #[serde(rename = "ETag")]
    etag: &'a str,
    #[serde(rename = "PartNumber")]
    number: u32,
}

#[derive(Serialize)]
#[serde(rename = "{http://s3.amazonaws.com/doc/2006-03-01/}Tagging")]
pub(crate) struct Tagging<'a> {
    #[serde(rename = "TagSet")]
    set: TagSet<'a>,
}

#[derive(Serialize)]
struct TagSet<'a> {
    #[serde(rename = "Tag")]
    tags: Vec<Tag<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Tag<'a> {
    key: &'a str,
    value: &'a str,
}

pub(crate) const BUCKET: &str = "my-bucket";

/// The bucket is in the host.
pub(crate) const VIRTUAL: Service = Service {
    name: "s3",
    region: "eu-central-1",
    endpoint: "https://s3.eu-central-1.amazonaws.com",
    path_style: false,
    config: || json!({"signature_version": "s3v4", "s3": {"addressing_style": "virtual", "payload_signing_enabled": true}}),
};

/// The bucket is in the path, as for stores whose host is an address.
pub(crate) const PATH: Service = Service {
    path_style: true,
    config: || json!({"signature_version": "s3v4", "s3": {"addressing_style": "path", "payload_signing_enabled": true}}),
    ..VIRTUAL
};

/// Over plain HTTP, botocore sends the checksum of any body in a header.
const LOCAL: Service = Service {
    endpoint: "http://127.0.0.1:9000",
    ..PATH
};

/// The body of objects, and its CRC32.
const BODY: (&str, &str) = ("hello", "NhCmhg==");

/// Keys of objects, each with a name for what goes wrong.
pub(crate) fn keys() -> Vec<(&'static str, String)> {
    vec![
        ("ordinary", "photos/2024/a.jpg".to_owned()),
        ("leading slash", "/a".to_owned()),
        ("empty segments", "//a//b/".to_owned()),
        ("plus and space", "a+b c ".to_owned()),
        ("encoded already", "a%2Fb%252F%zz%20".to_owned()),
        ("non-ASCII", "größe – 会議室 🦀 e\u{301}".to_owned()),
        ("unreserved", "-._~aZ9".to_owned()),
        ("reserved", "?#[]@!$&'()*,;=:\"<>\\^`{|}".to_owned()),
        ("dots within", ".a/...b/c..".to_owned()),
        ("control characters", "\u{1}\t\n\r\u{1b}\u{7f}\u{85}".to_owned()),
        ("very long", "long/é+".repeat(128)),
    ]
}

/// The calls, each with a name for what goes wrong.
pub(crate) fn calls() -> Vec<(String, Call)> {
    let mut calls = Vec::new();
    for service in [&VIRTUAL, &PATH, &LOCAL] {
        let style = if service.path_style { "path" } else { "host" };
        for (name, key) in keys() {
            let all = of_buckets(service, &key)
                .into_iter()
                .chain(of_objects(service, &key))
                .chain(of_documents(service, &key))
                .chain(of_uploads(service, &key));
            calls.extend(all.map(|call| {
                let name = format!("{} with {name} values, the bucket in the {style}", call.operation);
                (name, call)
            }));
        }
    }
    calls
}

fn of_buckets(service: &'static Service, text: &str) -> Vec<Call> {
    let bucket = json!({"Bucket": BUCKET});
    let options =
        json!({"Prefix": text, "Delimiter": "/", "ContinuationToken": text, "StartAfter": text, "MaxKeys": 7});
    let mut calls = vec![
        Call::new(service, "list_buckets", text, json!({}), |client, _| {
            client.list_buckets()
        }),
        Call::new(service, "create_bucket", text, bucket.clone(), |client, _| {
            client.create_bucket(BUCKET, None)
        }),
        Call::new(
            service,
            "create_bucket",
            text,
            with(
                &bucket,
                json!({"CreateBucketConfiguration": {"LocationConstraint": "eu-central-1"}}),
            ),
            |client, _| {
                let configuration = BucketConfiguration { region: "eu-central-1" };
                client.create_bucket(BUCKET, Some(&configuration))
            },
        ),
        Call::new(service, "head_bucket", text, bucket.clone(), |client, _| {
            client.head_bucket(BUCKET)
        }),
        Call::new(service, "list_objects_v2", text, bucket.clone(), |client, _| {
            client.list_objects(BUCKET, &ListObjects::default())
        }),
        Call::new(
            service,
            "list_objects_v2",
            text,
            with(&bucket, options),
            |client, text| {
                let options = ListObjects {
                    prefix: Some(text),
                    delimiter: Some("/"),
                    continuation_token: Some(text),
                    start_after: Some(text),
                    max_keys: Some(7),
                };
                client.list_objects(BUCKET, &options)
            },
        ),
    ];
    // botocore sends it to the host of the region always.
    if service.path_style {
        calls.push(Call::new(service, "get_bucket_location", text, bucket, |client, _| {
            client.get_bucket_location(BUCKET)
        }));
    }
    calls
}

/// The parameters that name an object.
fn object(key: &str) -> Value {
    json!({"Bucket": BUCKET, "Key": key})
}

/// The parameters of a body. Over TLS, botocore sends a checksum that it computes itself in a trailer, and one that it is
/// given in a header.
fn body(service: &Service) -> Value {
    if is_tls(service) {
        json!({"Body": BODY.0, "ChecksumCRC32": BODY.1})
    } else {
        json!({"Body": BODY.0})
    }
}

/// The algorithm, which botocore names where it computes the checksum.
fn algorithm(service: &Service) -> Option<&'static str> {
    (!is_tls(service)).then_some("CRC32")
}

fn is_tls(service: &Service) -> bool {
    service.endpoint.starts_with("https:")
}

fn of_objects(service: &'static Service, key: &str) -> Vec<Call> {
    let object = object(key);
    let conditions =
        json!({"Range": "bytes=0-9", "IfMatch": "\"a,b\"", "IfNoneMatch": "*", "ResponseContentType": key});
    let written =
        json!({"ContentType": "text/plain; charset=utf-8", "Metadata": {"a": "b  c", "Team-Name": "x, \"y\""}});
    vec![
        Call::new(
            service,
            "put_object",
            key,
            with(&with(&object, body(service)), written),
            |client, key| {
                let metadata = [("a", "b  c"), ("team-name", "x, \"y\"")].into();
                let media_type = Some("text/plain; charset=utf-8");
                client.put_object(
                    BUCKET,
                    key,
                    media_type,
                    &metadata,
                    algorithm(service),
                    Bytes::from(BODY.0),
                )
            },
        ),
        read_from(service, key),
        Call::new(service, "get_object", key, with(&object, conditions), |client, key| {
            client.get_object(BUCKET, key, Some("bytes=0-9"), Some("\"a,b\""), Some("*"), Some(key))
        }),
        Call::new(
            service,
            "head_object",
            key,
            with(&object, json!({"VersionId": key, "ChecksumMode": "ENABLED"})),
            |client, key| client.head_object(BUCKET, key, Some(key)),
        ),
        Call::new(service, "delete_object", key, object.clone(), |client, key| {
            client.delete_object(BUCKET, key, None)
        }),
        Call::new(
            service,
            "copy_object",
            key,
            with(&object, json!({"CopySource": {"Bucket": "other", "Key": key}})),
            |client, key| client.copy_object(BUCKET, key, &copy_source("other", key)),
        ),
    ]
}

/// Reads the object of a key.
pub(crate) fn read(key: &str) -> Call {
    read_from(&VIRTUAL, key)
}

fn read_from(service: &'static Service, key: &str) -> Call {
    Call::new(service, "get_object", key, object(key), |client, key| {
        client.get_object(BUCKET, key, None, None, None, None)
    })
}

/// Asks for a request with a body for which botocore chooses the checksum.
pub(crate) fn write_without_checksum() -> Question {
    let params = with(&object("a"), json!({"Body": BODY.0}));
    let ours = |client: &Client, key: &str| client.download(BUCKET, key, None);
    Question::new(&Call::new(&VIRTUAL, "put_object", "a", params, ours), None, None)
}

/// All but unreserved characters and `/` is encoded in a header.
fn copy_source(bucket: &str, key: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~')
        .remove(b'/');
    format!("{bucket}/{}", utf8_percent_encode(key, ENCODED))
}

/// Operations with XML, which cannot contain most control characters.
fn of_documents(service: &'static Service, key: &str) -> Vec<Call> {
    if key.contains('\u{1}') {
        return Vec::new();
    }
    let objects = json!({"Objects": [{"Key": key, "VersionId": key}, {"Key": " a "}], "Quiet": true});
    let tags = json!({"TagSet": [{"Key": key, "Value": ""}, {"Key": "a", "Value": key}]});
    vec![
        Call::new(
            service,
            "delete_objects",
            key,
            json!({"Bucket": BUCKET, "Delete": objects}),
            |client, key| {
                let object = |key, version_id| Object { key, version_id };
                let delete = Delete {
                    objects: vec![object(key, Some(key)), object(" a ", None)],
                    quiet: Some(true),
                };
                client.delete_objects(BUCKET, &delete)
            },
        ),
        Call::new(
            service,
            "put_object_tagging",
            key,
            with(&object(key), json!({"Tagging": tags})),
            |client, key| {
                let tag = |key, value| Tag { key, value };
                let tags = vec![tag(key, ""), tag("a", key)];
                client.put_object_tagging(BUCKET, key, &Tagging { set: TagSet { tags } })
            },
        ),
    ]
}

fn of_uploads(service: &'static Service, key: &str) -> Vec<Call> {
    let object = object(key);
    let upload = with(&object, json!({"UploadId": key}));
    let parts = json!([{"ETag": "\"e1\"", "PartNumber": 1}, {"ETag": "\"e2\"", "PartNumber": 10000}]);
    vec![
        Call::new(
            service,
            "create_multipart_upload",
            key,
            with(
                &object,
                json!({"ContentType": "image/png", "ChecksumAlgorithm": "CRC32"}),
            ),
            |client, key| client.create_multipart_upload(BUCKET, key, Some("image/png"), Some("CRC32")),
        ),
        Call::new(
            service,
            "upload_part",
            key,
            with(&with(&upload, body(service)), json!({"PartNumber": 10000})),
            |client, key| client.upload_part(BUCKET, key, 10000, key, algorithm(service), Bytes::from(BODY.0)),
        ),
        Call::new(
            service,
            "complete_multipart_upload",
            key,
            with(&upload, json!({"MultipartUpload": {"Parts": parts}})),
            |client, key| {
                let part = |etag, number| Part { etag, number };
                let parts = vec![part("\"e1\"", 1), part("\"e2\"", 10000)];
                client.complete_multipart_upload(BUCKET, key, key, &Parts { parts })
            },
        ),
        Call::new(service, "abort_multipart_upload", key, upload.clone(), |client, key| {
            client.abort_multipart_upload(BUCKET, key, key)
        }),
        Call::new(
            service,
            "list_parts",
            key,
            with(&upload, json!({"MaxParts": 2, "PartNumberMarker": 3})),
            |client, key| client.list_parts(BUCKET, key, key, Some(2), Some(3)),
        ),
    ]
}
