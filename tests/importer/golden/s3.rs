//! Amazon Simple Storage Service.
//!
//! From `service-2.json.gz`, version `2006-03-01`, SHA-256 `d778113af8a12b601858cb75a4772d1c64bf1fa7697bae8a5cd64b498f3cad6b`:
//! `rest-op-import service-2.json.gz --op CreateBucket --op ListBuckets --op GetBucketLocation --op PutBucketTagging --op GetBucketTagging --op PutBucketAcl --op GetBucketAcl --op PutObject --op GetObject --op HeadObject --op CopyObject --op ListObjectsV2 --op DeleteObject --op DeleteObjects --op CreateMultipartUpload --op UploadPart --op ListParts --op CompleteMultipartUpload`
//!
//! `Client::builder("https://s3.{region}.amazonaws.com").auth(SigV4::new("s3", region, credentials)).build()?`
//!
//! The features `checksum` and `xml` of rest-op are required: `cargo add rest-op --features checksum,xml`.
//!
//! A bucket is a label of the host. For a bucket whose name has a dot, and for a server on an IP address, add `.path_style()` to the builder.

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{
    Api, ApiError, ByteStream, Call, Client, ErrorResponse, FromResponse, Page, check, rest_op,
    timestamp::{DateTime, HttpDate},
    xml,
};
use serde::{Deserialize, Serialize};

/// The operations of Amazon Simple Storage Service.
pub trait S3: Api {
    /// Creates a new S3 bucket.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/CreateBucket)
    #[rest_op(PUT, "/", host_prefix = "<bucket>.")]
    fn create_bucket(
        &self,
        bucket: &str,
        #[header(prefix = "")] headers: &CreateBucketHeaders,
        #[body(xml)] create_bucket_configuration: Option<&CreateBucketConfiguration>,
    ) -> Call<CreateBucketOutput, S3Error>;

    /// Returns a list of all buckets owned by the authenticated sender of the request.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/ListBuckets)
    #[rest_op(GET, "/")]
    fn list_buckets(
        &self,
        #[query(flatten)]
        #[check(ListBuckets::check)]
        options: &ListBuckets,
    ) -> Call<ListBucketsOutput, S3Error>;

    /// Returns the Region the bucket resides in.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/GetBucketLocation)
    #[rest_op(GET, "/?location", host_prefix = "<bucket>.")]
    fn get_bucket_location(
        &self,
        bucket: &str,
        #[header("x-amz-expected-bucket-owner")] expected_bucket_owner: Option<&str>,
    ) -> Call<GetBucketLocationOutput, S3Error>;

    /// Sets the tags for a general purpose bucket if attribute based access control (ABAC) is not
    /// enabled for the bucket.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/PutBucketTagging)
    #[rest_op(PUT, "/?tagging", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn put_bucket_tagging(
        &self,
        bucket: &str,
        #[header("x-amz-expected-bucket-owner")] expected_bucket_owner: Option<&str>,
        #[body(xml)] tagging: &Tagging,
    ) -> Call<(), S3Error>;

    /// Returns the tag set associated with the general purpose bucket.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/GetBucketTagging)
    #[rest_op(GET, "/?tagging", host_prefix = "<bucket>.")]
    fn get_bucket_tagging(
        &self,
        bucket: &str,
        #[header("x-amz-expected-bucket-owner")] expected_bucket_owner: Option<&str>,
    ) -> Call<GetBucketTaggingOutput, S3Error>;

    /// Sets the permissions on an existing bucket using access control lists (ACL).
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/PutBucketAcl)
    #[rest_op(PUT, "/?acl", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn put_bucket_acl(
        &self,
        bucket: &str,
        #[header(prefix = "")] headers: &PutBucketAclHeaders,
        #[body(xml)] access_control_policy: Option<&AccessControlPolicy>,
    ) -> Call<(), S3Error>;

    /// This implementation of the `GET` action uses the `acl` subresource to return the access
    /// control list (ACL) of a bucket.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/GetBucketAcl)
    #[rest_op(GET, "/?acl", host_prefix = "<bucket>.")]
    fn get_bucket_acl(
        &self,
        bucket: &str,
        #[header("x-amz-expected-bucket-owner")] expected_bucket_owner: Option<&str>,
    ) -> Call<GetBucketAclOutput, S3Error>;

    /// Adds an object to a bucket.
    ///
    /// The client sets the header `content-length`.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/PutObject)
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.")]
    fn put_object(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[header(prefix = "")] headers: &PutObjectHeaders,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<String, String>,
        #[body(stream)] body: Option<ByteStream>,
    ) -> Call<PutObjectOutput, S3Error>;

    /// Retrieves an object from Amazon S3.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/GetObject)
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    fn get_object(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[query(flatten)] options: &GetObject,
        #[header(prefix = "")] headers: &GetObjectHeaders,
    ) -> Call<GetObjectOutput, S3Error>;

    /// The `HEAD` operation retrieves metadata from an object without returning the object itself.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/HeadObject)
    #[rest_op(HEAD, "/<key..>", host_prefix = "<bucket>.")]
    fn head_object(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[query(flatten)] options: &HeadObject,
        #[header(prefix = "")] headers: &HeadObjectHeaders,
    ) -> Call<HeadObjectOutput, S3Error>;

    /// Creates a copy of an object that is already stored in Amazon S3.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/CopyObject)
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.")]
    fn copy_object(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[header("x-amz-copy-source")] copy_source: &str,
        #[header(prefix = "")] headers: &CopyObjectHeaders,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<String, String>,
    ) -> Call<CopyObjectOutput, S3Error>;

    /// Returns some or all (up to 1,000) of the objects in a bucket with each request.
    ///
    /// Its items are the `Contents`; its pages have the `CommonPrefixes`, too.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/ListObjectsV2)
    #[rest_op(GET, "/?list-type=2", host_prefix = "<bucket>.")]
    fn list_objects_v2(
        &self,
        bucket: &str,
        #[query(flatten)] options: &ListObjectsV2,
        #[header("x-amz-request-payer")] request_payer: Option<&RequestPayer>,
        #[header("x-amz-expected-bucket-owner")] expected_bucket_owner: Option<&str>,
        #[header("x-amz-optional-object-attributes")] optional_object_attributes: Option<&[OptionalObjectAttributes]>,
    ) -> Call<ListObjectsV2Output, S3Error>;

    /// Removes an object from a bucket.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/DeleteObject)
    #[rest_op(DELETE, "/<key..>", host_prefix = "<bucket>.")]
    fn delete_object(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[query("versionId")] version_id: Option<&str>,
        #[header(prefix = "")] headers: &DeleteObjectHeaders,
    ) -> Call<DeleteObjectOutput, S3Error>;

    /// This operation enables you to delete multiple objects from a bucket using a single HTTP
    /// request.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/DeleteObjects)
    #[rest_op(POST, "/?delete", host_prefix = "<bucket>.", checksum = "x-amz-checksum-crc32")]
    fn delete_objects(
        &self,
        bucket: &str,
        #[header("x-amz-mfa")] mfa: Option<&str>,
        #[header("x-amz-request-payer")] request_payer: Option<&RequestPayer>,
        #[header("x-amz-bypass-governance-retention")] bypass_governance_retention: Option<bool>,
        #[header("x-amz-expected-bucket-owner")] expected_bucket_owner: Option<&str>,
        #[body(xml)] delete: &Delete,
    ) -> Call<DeleteObjectsOutput, S3Error>;

    /// This action initiates a multipart upload and returns an upload ID.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/CreateMultipartUpload)
    #[rest_op(POST, "/<key..>?uploads", host_prefix = "<bucket>.")]
    fn create_multipart_upload(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[header(prefix = "")] headers: &CreateMultipartUploadHeaders,
        #[header(prefix = "x-amz-meta-")] metadata: &BTreeMap<String, String>,
    ) -> Call<CreateMultipartUploadOutput, S3Error>;

    /// Uploads a part in a multipart upload.
    ///
    /// The client sets the header `content-length`.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/UploadPart)
    #[rest_op(PUT, "/<key..>", host_prefix = "<bucket>.")]
    fn upload_part(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[query("partNumber")] part_number: i32,
        #[query("uploadId")] upload_id: &str,
        #[header(prefix = "")] headers: &UploadPartHeaders,
        #[body(stream)] body: Option<ByteStream>,
    ) -> Call<UploadPartOutput, S3Error>;

    /// Lists the parts that have been uploaded for a specific multipart upload.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/ListParts)
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    fn list_parts(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[query(flatten)] options: &ListParts,
        #[header(prefix = "")] headers: &ListPartsHeaders,
    ) -> Call<ListPartsOutput, S3Error>;

    /// Completes a multipart upload by assembling previously uploaded parts.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/s3-2006-03-01/CompleteMultipartUpload)
    #[rest_op(POST, "/<key..>", host_prefix = "<bucket>.")]
    fn complete_multipart_upload(
        &self,
        bucket: &str,
        #[check(check::length(1..))] key: &str,
        #[query("uploadId")] upload_id: &str,
        #[header(prefix = "")] headers: &CompleteMultipartUploadHeaders,
        #[body(xml)] multipart_upload: Option<&CompletedMultipartUpload>,
    ) -> Call<CompleteMultipartUploadOutput, S3Error>;
}

impl S3 for Client {}

/// The optional headers of [`create_bucket`](S3::create_bucket).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreateBucketHeaders {
    /// The canned ACL to apply to the bucket.
    #[serde(rename = "x-amz-acl")]
    pub acl: Option<BucketCannedAcl>,
    /// Allows grantee the read, write, read ACP, and write ACP permissions on the bucket.
    #[serde(rename = "x-amz-grant-full-control")]
    pub grant_full_control: Option<String>,
    /// Allows grantee to list the objects in the bucket.
    #[serde(rename = "x-amz-grant-read")]
    pub grant_read: Option<String>,
    /// Allows grantee to read the bucket ACL.
    #[serde(rename = "x-amz-grant-read-acp")]
    pub grant_read_acp: Option<String>,
    /// Allows grantee to create new objects in the bucket.
    #[serde(rename = "x-amz-grant-write")]
    pub grant_write: Option<String>,
    /// Allows grantee to write the ACL for the applicable bucket.
    #[serde(rename = "x-amz-grant-write-acp")]
    pub grant_write_acp: Option<String>,
    /// Specifies whether you want S3 Object Lock to be enabled for the new bucket.
    #[serde(rename = "x-amz-bucket-object-lock-enabled")]
    pub object_lock_enabled_for_bucket: Option<bool>,
    /// The container element for object ownership for a bucket's ownership controls.
    #[serde(rename = "x-amz-object-ownership")]
    pub object_ownership: Option<ObjectOwnership>,
    /// Specifies the namespace where you want to create your general purpose bucket.
    #[serde(rename = "x-amz-bucket-namespace")]
    pub bucket_namespace: Option<BucketNamespace>,
}

/// A bucket canned acl.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BucketCannedAcl {
    /// `private`
    Private,
    /// `public-read`
    PublicRead,
    /// `public-read-write`
    PublicReadWrite,
    /// `authenticated-read`
    AuthenticatedRead,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The container element for object ownership for a bucket's ownership controls.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum ObjectOwnership {
    /// `BucketOwnerPreferred`
    BucketOwnerPreferred,
    /// `ObjectWriter`
    ObjectWriter,
    /// `BucketOwnerEnforced`
    BucketOwnerEnforced,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A bucket namespace.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BucketNamespace {
    /// `account-regional`
    AccountRegional,
    /// `global`
    Global,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The configuration information for the bucket.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}CreateBucketConfiguration",
    rename_all = "PascalCase"
)]
pub struct CreateBucketConfiguration {
    /// Specifies the Region where the bucket will be created.
    pub location_constraint: Option<BucketLocationConstraint>,
    /// Specifies the location where the bucket will be created.
    pub location: Option<LocationInfo>,
    /// Specifies the information about the bucket that will be created.
    pub bucket: Option<BucketInfo>,
    /// An array of tags that you can apply to the bucket that you're creating.
    pub tags: Option<TagSet>,
}

/// A bucket location constraint.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum BucketLocationConstraint {
    /// `af-south-1`
    #[serde(rename = "af-south-1")]
    AfSouth1,
    /// `ap-east-1`
    #[serde(rename = "ap-east-1")]
    ApEast1,
    /// `ap-east-2`
    #[serde(rename = "ap-east-2")]
    ApEast2,
    /// `ap-northeast-1`
    #[serde(rename = "ap-northeast-1")]
    ApNortheast1,
    /// `ap-northeast-2`
    #[serde(rename = "ap-northeast-2")]
    ApNortheast2,
    /// `ap-northeast-3`
    #[serde(rename = "ap-northeast-3")]
    ApNortheast3,
    /// `ap-south-1`
    #[serde(rename = "ap-south-1")]
    ApSouth1,
    /// `ap-south-2`
    #[serde(rename = "ap-south-2")]
    ApSouth2,
    /// `ap-southeast-1`
    #[serde(rename = "ap-southeast-1")]
    ApSoutheast1,
    /// `ap-southeast-2`
    #[serde(rename = "ap-southeast-2")]
    ApSoutheast2,
    /// `ap-southeast-3`
    #[serde(rename = "ap-southeast-3")]
    ApSoutheast3,
    /// `ap-southeast-4`
    #[serde(rename = "ap-southeast-4")]
    ApSoutheast4,
    /// `ap-southeast-5`
    #[serde(rename = "ap-southeast-5")]
    ApSoutheast5,
    /// `ap-southeast-6`
    #[serde(rename = "ap-southeast-6")]
    ApSoutheast6,
    /// `ap-southeast-7`
    #[serde(rename = "ap-southeast-7")]
    ApSoutheast7,
    /// `ca-central-1`
    #[serde(rename = "ca-central-1")]
    CaCentral1,
    /// `ca-west-1`
    #[serde(rename = "ca-west-1")]
    CaWest1,
    /// `cn-north-1`
    #[serde(rename = "cn-north-1")]
    CnNorth1,
    /// `cn-northwest-1`
    #[serde(rename = "cn-northwest-1")]
    CnNorthwest1,
    /// `EU`
    Eu,
    /// `eu-central-1`
    #[serde(rename = "eu-central-1")]
    EuCentral1,
    /// `eu-central-2`
    #[serde(rename = "eu-central-2")]
    EuCentral2,
    /// `eu-north-1`
    #[serde(rename = "eu-north-1")]
    EuNorth1,
    /// `eu-south-1`
    #[serde(rename = "eu-south-1")]
    EuSouth1,
    /// `eu-south-2`
    #[serde(rename = "eu-south-2")]
    EuSouth2,
    /// `eu-west-1`
    #[serde(rename = "eu-west-1")]
    EuWest1,
    /// `eu-west-2`
    #[serde(rename = "eu-west-2")]
    EuWest2,
    /// `eu-west-3`
    #[serde(rename = "eu-west-3")]
    EuWest3,
    /// `il-central-1`
    #[serde(rename = "il-central-1")]
    IlCentral1,
    /// `me-central-1`
    #[serde(rename = "me-central-1")]
    MeCentral1,
    /// `me-south-1`
    #[serde(rename = "me-south-1")]
    MeSouth1,
    /// `mx-central-1`
    #[serde(rename = "mx-central-1")]
    MxCentral1,
    /// `sa-east-1`
    #[serde(rename = "sa-east-1")]
    SaEast1,
    /// `us-east-2`
    #[serde(rename = "us-east-2")]
    UsEast2,
    /// `us-gov-east-1`
    #[serde(rename = "us-gov-east-1")]
    UsGovEast1,
    /// `us-gov-west-1`
    #[serde(rename = "us-gov-west-1")]
    UsGovWest1,
    /// `us-west-1`
    #[serde(rename = "us-west-1")]
    UsWest1,
    /// `us-west-2`
    #[serde(rename = "us-west-2")]
    UsWest2,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Specifies the location where the bucket will be created.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LocationInfo {
    /// The type of location where the bucket will be created.
    pub r#type: Option<LocationType>,
    /// The name of the location where the bucket will be created.
    pub name: Option<String>,
}

/// A location type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum LocationType {
    /// `AvailabilityZone`
    AvailabilityZone,
    /// `LocalZone`
    LocalZone,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Specifies the information about the bucket that will be created.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BucketInfo {
    /// The number of Zone (Availability Zone or Local Zone) that's used for redundancy for the
    /// bucket.
    pub data_redundancy: Option<DataRedundancy>,
    /// The type of bucket.
    pub r#type: Option<BucketType>,
}

/// A data redundancy.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum DataRedundancy {
    /// `SingleAvailabilityZone`
    SingleAvailabilityZone,
    /// `SingleLocalZone`
    SingleLocalZone,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A bucket type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum BucketType {
    /// `Directory`
    Directory,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A tag set.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct TagSet {
    /// The member `Tag`.
    #[serde(rename = "Tag", default)]
    pub items: Vec<Tag>,
}

/// A container of a key value name pair.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Tag {
    /// Name of the object key.
    pub key: String,
    /// Value of the tag.
    pub value: String,
}

/// The result of `create_bucket`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct CreateBucketOutput {
    /// A forward slash followed by the name of the bucket.
    #[from_response(header = "location")]
    pub location: Option<String>,
    /// The Amazon Resource Name (ARN) of the S3 bucket.
    #[from_response(header = "x-amz-bucket-arn")]
    pub bucket_arn: Option<String>,
}

/// The optional parameters of [`list_buckets`](S3::list_buckets).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListBuckets {
    /// Maximum number of buckets to be returned in response.
    pub max_buckets: Option<i32>,
    /// `ContinuationToken` indicates to Amazon S3 that the list is being continued on this bucket
    /// with a token.
    pub continuation_token: Option<String>,
    /// Limits the response to bucket names that begin with the specified bucket name prefix.
    pub prefix: Option<String>,
    /// Limits the response to buckets that are located in the specified Amazon Web Services Region.
    pub bucket_region: Option<String>,
}

impl ListBuckets {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("max_buckets", self.max_buckets.as_ref(), check::range(1..=10000))
            .finish()
    }
}

/// The result of `list_buckets`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct ListBucketsOutput {
    /// The list of buckets owned by the requester.
    #[serde(default)]
    #[page(items)]
    pub buckets: xml::List<Bucket>,
    /// The owner of the buckets listed.
    pub owner: Option<Owner>,
    /// `ContinuationToken` is included in the response when there are more buckets that can be
    /// listed with pagination.
    #[page(next = query("continuation-token"))]
    pub continuation_token: Option<String>,
    /// If `Prefix` was sent with the request, it is included in the response.
    pub prefix: Option<String>,
}

/// In terms of implementation, a Bucket is a resource.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Bucket {
    /// The name of the bucket.
    pub name: Option<String>,
    /// Date the bucket was created.
    pub creation_date: Option<DateTime>,
    /// `BucketRegion` indicates the Amazon Web Services region where the bucket is located.
    pub bucket_region: Option<String>,
    /// The Amazon Resource Name (ARN) of the S3 bucket.
    pub bucket_arn: Option<String>,
}

/// Container for the owner's display name and ID.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Owner {
    /// The member `DisplayName`.
    pub display_name: Option<String>,
    /// Container for the ID of the owner.
    #[serde(rename = "ID")]
    pub id: Option<String>,
}

/// The result of `get_bucket_location`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[from_response(xml)]
pub struct GetBucketLocationOutput {
    /// Specifies the Region where the bucket resides.
    #[serde(rename = "$text")]
    pub location_constraint: Option<BucketLocationConstraint>,
}

/// Container for `TagSet` elements.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}Tagging",
    rename_all = "PascalCase"
)]
pub struct Tagging {
    /// A collection for a set of tags.
    pub tag_set: TagSet,
}

/// The result of `get_bucket_tagging`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketTaggingOutput {
    /// Contains the tag set.
    pub tag_set: TagSet,
}

/// The optional headers of [`put_bucket_acl`](S3::put_bucket_acl).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PutBucketAclHeaders {
    /// The canned ACL to apply to the bucket.
    #[serde(rename = "x-amz-acl")]
    pub acl: Option<BucketCannedAcl>,
    /// Allows grantee the read, write, read ACP, and write ACP permissions on the bucket.
    #[serde(rename = "x-amz-grant-full-control")]
    pub grant_full_control: Option<String>,
    /// Allows grantee to list the objects in the bucket.
    #[serde(rename = "x-amz-grant-read")]
    pub grant_read: Option<String>,
    /// Allows grantee to read the bucket ACL.
    #[serde(rename = "x-amz-grant-read-acp")]
    pub grant_read_acp: Option<String>,
    /// Allows grantee to create new objects in the bucket.
    #[serde(rename = "x-amz-grant-write")]
    pub grant_write: Option<String>,
    /// Allows grantee to write the ACL for the applicable bucket.
    #[serde(rename = "x-amz-grant-write-acp")]
    pub grant_write_acp: Option<String>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
}

/// Contains the elements that set the ACL permissions for an object per grantee.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}AccessControlPolicy",
    rename_all = "PascalCase"
)]
pub struct AccessControlPolicy {
    /// A list of grants.
    #[serde(rename = "AccessControlList")]
    pub grants: Option<Grants>,
    /// Container for the bucket owner's display name and ID.
    pub owner: Option<Owner>,
}

/// The grants.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Grants {
    /// The member `Grant`.
    #[serde(rename = "Grant", default)]
    pub items: Vec<Grant>,
}

/// Container for grant information.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Grant {
    /// The person being granted permissions.
    #[serde(rename(
        serialize = "{xsi=http://www.w3.org/2001/XMLSchema-instance}Grantee",
        deserialize = "Grantee"
    ))]
    pub grantee: Option<Grantee>,
    /// Specifies the permission given to the grantee.
    pub permission: Option<Permission>,
}

/// Container for the person being granted permissions.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Grantee {
    /// The member `DisplayName`.
    pub display_name: Option<String>,
    /// The member `EmailAddress`.
    pub email_address: Option<String>,
    /// The canonical user ID of the grantee.
    #[serde(rename = "ID")]
    pub id: Option<String>,
    /// Type of grantee.
    #[serde(rename(serialize = "@xsi:type", deserialize = "@type"))]
    pub r#type: Type,
    /// URI of the grantee group.
    #[serde(rename = "URI")]
    pub uri: Option<String>,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Type {
    /// `CanonicalUser`
    CanonicalUser,
    /// `AmazonCustomerByEmail`
    AmazonCustomerByEmail,
    /// `Group`
    Group,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A permission.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Permission {
    /// `FULL_CONTROL`
    FullControl,
    /// `WRITE`
    Write,
    /// `WRITE_ACP`
    WriteAcp,
    /// `READ`
    Read,
    /// `READ_ACP`
    ReadAcp,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of `get_bucket_acl`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct GetBucketAclOutput {
    /// Container for the bucket owner's ID.
    pub owner: Option<Owner>,
    /// A list of grants.
    #[serde(rename = "AccessControlList")]
    pub grants: Option<Grants>,
}

/// The optional headers of [`put_object`](S3::put_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PutObjectHeaders {
    /// The canned ACL to apply to the object.
    #[serde(rename = "x-amz-acl")]
    pub acl: Option<ObjectCannedAcl>,
    /// Can be used to specify caching behavior along the request/reply chain.
    pub cache_control: Option<String>,
    /// Specifies presentational information for the object.
    pub content_disposition: Option<String>,
    /// Specifies what content encodings have been applied to the object and thus what decoding
    /// mechanisms must be applied to obtain the media-type referenced by the Content-Type header
    /// field.
    pub content_encoding: Option<String>,
    /// The language the content is in.
    pub content_language: Option<String>,
    /// The Base64 encoded 128-bit `MD5` digest of the message (without the headers) according to
    /// RFC 1864.
    pub content_md5: Option<String>,
    /// A standard MIME type describing the format of the contents.
    pub content_type: Option<String>,
    /// Indicates the algorithm used to create the checksum for the object when you use the SDK.
    #[serde(rename = "x-amz-sdk-checksum-algorithm")]
    pub checksum_algorithm: Option<ChecksumAlgorithm>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// The date and time at which the object is no longer cacheable.
    pub expires: Option<String>,
    /// Uploads the object only if the `ETag` (entity tag) value provided during the WRITE operation
    /// matches the `ETag` of the object in S3.
    pub if_match: Option<String>,
    /// Uploads the object only if the object key name does not already exist in the bucket
    /// specified.
    pub if_none_match: Option<String>,
    /// Gives the grantee READ, `READ_ACP`, and `WRITE_ACP` permissions on the object.
    #[serde(rename = "x-amz-grant-full-control")]
    pub grant_full_control: Option<String>,
    /// Allows grantee to read the object data and its metadata.
    #[serde(rename = "x-amz-grant-read")]
    pub grant_read: Option<String>,
    /// Allows grantee to read the object ACL.
    #[serde(rename = "x-amz-grant-read-acp")]
    pub grant_read_acp: Option<String>,
    /// Allows grantee to write the ACL for the applicable object.
    #[serde(rename = "x-amz-grant-write-acp")]
    pub grant_write_acp: Option<String>,
    /// Specifies the offset for appending data to existing objects in bytes.
    #[serde(rename = "x-amz-write-offset-bytes")]
    pub write_offset_bytes: Option<i64>,
    /// The server-side encryption algorithm that was used when you store this object in Amazon S3
    /// or Amazon `FSx`.
    #[serde(rename = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// By default, Amazon S3 uses the STANDARD Storage Class to store newly created objects.
    #[serde(rename = "x-amz-storage-class")]
    pub storage_class: Option<StorageClass>,
    /// If the bucket is configured as a website, redirects requests for this object to another
    /// object in the same bucket or to an external URL.
    #[serde(rename = "x-amz-website-redirect-location")]
    pub website_redirect_location: Option<String>,
    /// Specifies the algorithm to use when encrypting the object (for example, `AES256`).
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key for Amazon S3 to use in encrypting data.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the encryption key according to RFC 1321.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// Specifies the KMS key ID (Key ID, Key ARN, or Key Alias) to use for object encryption.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Specifies the Amazon Web Services KMS Encryption Context as an additional encryption context
    /// to use for object encryption.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-context")]
    pub ssekms_encryption_context: Option<String>,
    /// Specifies whether Amazon S3 should use an S3 Bucket Key for object encryption with
    /// server-side encryption using Key Management Service (KMS) keys (SSE-KMS).
    #[serde(rename = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The tag-set for the object.
    #[serde(rename = "x-amz-tagging")]
    pub tagging: Option<String>,
    /// The Object Lock mode that you want to apply to this object.
    #[serde(rename = "x-amz-object-lock-mode")]
    pub object_lock_mode: Option<ObjectLockMode>,
    /// The date and time when you want this object's Object Lock to expire.
    #[serde(rename = "x-amz-object-lock-retain-until-date")]
    pub object_lock_retain_until_date: Option<DateTime>,
    /// Specifies whether a legal hold will be applied to this object.
    #[serde(rename = "x-amz-object-lock-legal-hold")]
    pub object_lock_legal_hold_status: Option<ObjectLockLegalHoldStatus>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
}

/// An object canned acl.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectCannedAcl {
    /// `private`
    Private,
    /// `public-read`
    PublicRead,
    /// `public-read-write`
    PublicReadWrite,
    /// `authenticated-read`
    AuthenticatedRead,
    /// `aws-exec-read`
    AwsExecRead,
    /// `bucket-owner-read`
    BucketOwnerRead,
    /// `bucket-owner-full-control`
    BucketOwnerFullControl,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A checksum algorithm.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ChecksumAlgorithm {
    /// `CRC32`
    Crc32,
    /// `CRC32C`
    Crc32c,
    /// `SHA1`
    Sha1,
    /// `SHA256`
    Sha256,
    /// `CRC64NVME`
    Crc64nvme,
    /// `SHA512`
    Sha512,
    /// `MD5`
    Md5,
    /// `XXHASH64`
    Xxhash64,
    /// `XXHASH3`
    Xxhash3,
    /// `XXHASH128`
    Xxhash128,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A server side encryption.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ServerSideEncryption {
    /// `AES256`
    Aes256,
    /// `aws:fsx`
    #[serde(rename = "aws:fsx")]
    AwsFsx,
    /// `aws:kms`
    #[serde(rename = "aws:kms")]
    AwsKms,
    /// `aws:kms:dsse`
    #[serde(rename = "aws:kms:dsse")]
    AwsKmsDsse,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A storage class.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum StorageClass {
    /// `STANDARD`
    Standard,
    /// `REDUCED_REDUNDANCY`
    ReducedRedundancy,
    /// `STANDARD_IA`
    StandardIa,
    /// `ONEZONE_IA`
    OnezoneIa,
    /// `INTELLIGENT_TIERING`
    IntelligentTiering,
    /// `GLACIER`
    Glacier,
    /// `DEEP_ARCHIVE`
    DeepArchive,
    /// `OUTPOSTS`
    Outposts,
    /// `GLACIER_IR`
    GlacierIr,
    /// `SNOW`
    Snow,
    /// `EXPRESS_ONEZONE`
    ExpressOnezone,
    /// `FSX_OPENZFS`
    FsxOpenzfs,
    /// `FSX_ONTAP`
    FsxOntap,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Confirms that the requester knows that they will be charged for the request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestPayer {
    /// `requester`
    Requester,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An object lock mode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ObjectLockMode {
    /// `GOVERNANCE`
    Governance,
    /// `COMPLIANCE`
    Compliance,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The type `ObjectLockLegalHoldStatus`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ObjectLockLegalHoldStatus {
    /// `ON`
    On,
    /// `OFF`
    Off,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of `put_object`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct PutObjectOutput {
    /// If the expiration is configured for the object (see `PutBucketLifecycleConfiguration`) in
    /// the Amazon S3 User Guide, the response includes this header.
    #[from_response(header = "x-amz-expiration")]
    pub expiration: Option<String>,
    /// Entity tag for the uploaded object.
    #[from_response(header = "etag")]
    pub e_tag: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32 checksum` of the object.
    #[from_response(header = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` digest of the object.
    #[from_response(header = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` digest of the object.
    #[from_response(header = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the object.
    #[from_response(header = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the object.
    #[from_response(header = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// This header specifies the checksum type of the object, which determines how part-level
    /// checksums are combined to create an object-level checksum for multipart objects.
    #[from_response(header = "x-amz-checksum-type")]
    pub checksum_type: Option<ChecksumType>,
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// Version ID of the object.
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to confirm the encryption algorithm that's used.
    #[from_response(header = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to provide the round-trip message integrity verification
    /// of the customer-provided…
    #[from_response(header = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// If present, indicates the Amazon Web Services KMS Encryption Context to use for object
    /// encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-context")]
    pub ssekms_encryption_context: Option<String>,
    /// Indicates whether the uploaded object uses an S3 Bucket Key for server-side encryption with
    /// Key Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// The size of the object in bytes.
    #[from_response(header = "x-amz-object-size")]
    pub size: Option<i64>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
}

/// A checksum type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ChecksumType {
    /// `COMPOSITE`
    Composite,
    /// `FULL_OBJECT`
    FullObject,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// If present, indicates that the requester was successfully charged for the request.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestCharged {
    /// `requester`
    Requester,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The optional parameters of [`get_object`](S3::get_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GetObject {
    /// Sets the `Cache-Control` header of the response.
    pub response_cache_control: Option<String>,
    /// Sets the `Content-Disposition` header of the response.
    pub response_content_disposition: Option<String>,
    /// Sets the `Content-Encoding` header of the response.
    pub response_content_encoding: Option<String>,
    /// Sets the `Content-Language` header of the response.
    pub response_content_language: Option<String>,
    /// Sets the `Content-Type` header of the response.
    pub response_content_type: Option<String>,
    /// Sets the `Expires` header of the response.
    pub response_expires: Option<HttpDate>,
    /// Version ID used to reference a specific version of the object.
    #[serde(rename = "versionId")]
    pub version_id: Option<String>,
    /// Part number of the object being read.
    #[serde(rename = "partNumber")]
    pub part_number: Option<i32>,
}

/// The optional headers of [`get_object`](S3::get_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct GetObjectHeaders {
    /// Return the object only if its entity tag (`ETag`) is the same as the one specified in this
    /// header; otherwise, return a `412 Precondition Failed` error.
    pub if_match: Option<String>,
    /// Return the object only if it has been modified since the specified time; otherwise, return a
    /// `304 Not Modified` error.
    pub if_modified_since: Option<HttpDate>,
    /// Return the object only if its entity tag (`ETag`) is different from the one specified in
    /// this header; otherwise, return a `304 Not Modified` error.
    pub if_none_match: Option<String>,
    /// Return the object only if it has not been modified since the specified time; otherwise,
    /// return a `412 Precondition Failed` error.
    pub if_unmodified_since: Option<HttpDate>,
    /// Downloads the specified byte range of an object.
    pub range: Option<String>,
    /// Specifies the algorithm to use when decrypting the object (for example, `AES256`).
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key that you originally provided for Amazon S3 to
    /// encrypt the data before storing it.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the customer-provided encryption key according to RFC 1321.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// To retrieve the checksum, this mode must be enabled.
    #[serde(rename = "x-amz-checksum-mode")]
    pub checksum_mode: Option<ChecksumMode>,
}

/// A checksum mode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ChecksumMode {
    /// `ENABLED`
    Enabled,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of `get_object`.
#[derive(Debug, FromResponse)]
pub struct GetObjectOutput {
    /// Object data.
    #[from_response(body)]
    pub body: ByteStream,
    /// Indicates whether the object retrieved was (true) or was not (false) a Delete Marker.
    #[from_response(header = "x-amz-delete-marker")]
    pub delete_marker: Option<bool>,
    /// Indicates that a range of bytes was specified in the request.
    #[from_response(header = "accept-ranges")]
    pub accept_ranges: Option<String>,
    /// If the object expiration is configured (see `PutBucketLifecycleConfiguration` ), the
    /// response includes this header.
    #[from_response(header = "x-amz-expiration")]
    pub expiration: Option<String>,
    /// Provides information about object restoration action and expiration time of the restored
    /// object copy.
    #[from_response(header = "x-amz-restore")]
    pub restore: Option<String>,
    /// Date and time when the object was last modified.
    #[from_response(header = "last-modified")]
    pub last_modified: Option<HttpDate>,
    /// Size of the body in bytes.
    #[from_response(header = "content-length")]
    pub content_length: Option<i64>,
    /// An entity tag (`ETag`) is an opaque identifier assigned by a web server to a specific
    /// version of a resource found at a URL.
    #[from_response(header = "etag")]
    pub e_tag: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` digest of the object.
    #[from_response(header = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` digest of the object.
    #[from_response(header = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the object.
    #[from_response(header = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the object.
    #[from_response(header = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// The checksum type, which determines how part-level checksums are combined to create an
    /// object-level checksum for multipart objects.
    #[from_response(header = "x-amz-checksum-type")]
    pub checksum_type: Option<ChecksumType>,
    /// This is set to the number of metadata entries not returned in the headers that are prefixed
    /// with `x-amz-meta-`.
    #[from_response(header = "x-amz-missing-meta")]
    pub missing_meta: Option<i32>,
    /// Version ID of the object.
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
    /// Specifies caching behavior along the request/reply chain.
    #[from_response(header = "cache-control")]
    pub cache_control: Option<String>,
    /// Specifies presentational information for the object.
    #[from_response(header = "content-disposition")]
    pub content_disposition: Option<String>,
    /// Indicates what content encodings have been applied to the object and thus what decoding
    /// mechanisms must be applied to obtain the media-type referenced by the Content-Type header
    /// field.
    #[from_response(header = "content-encoding")]
    pub content_encoding: Option<String>,
    /// The language the content is in.
    #[from_response(header = "content-language")]
    pub content_language: Option<String>,
    /// The portion of the object returned in the response.
    #[from_response(header = "content-range")]
    pub content_range: Option<String>,
    /// A standard MIME type describing the format of the object data.
    #[from_response(header = "content-type")]
    pub content_type: Option<String>,
    /// The date and time at which the object is no longer cacheable.
    #[from_response(header = "expires")]
    pub expires: Option<String>,
    /// If the bucket is configured as a website, redirects requests for this object to another
    /// object in the same bucket or to an external URL.
    #[from_response(header = "x-amz-website-redirect-location")]
    pub website_redirect_location: Option<String>,
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// A map of metadata to store with the object in S3.
    #[from_response(header_prefix = "x-amz-meta-")]
    pub metadata: BTreeMap<String, String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to confirm the encryption algorithm that's used.
    #[from_response(header = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to provide the round-trip message integrity verification
    /// of the customer-provided…
    #[from_response(header = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Indicates whether the object uses an S3 Bucket Key for server-side encryption with Key
    /// Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// Provides storage class information of the object.
    #[from_response(header = "x-amz-storage-class")]
    pub storage_class: Option<StorageClass>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
    /// Amazon S3 can return this if your request involves a bucket that is either a source or
    /// destination in a replication rule.
    #[from_response(header = "x-amz-replication-status")]
    pub replication_status: Option<ReplicationStatus>,
    /// The count of parts this object has.
    #[from_response(header = "x-amz-mp-parts-count")]
    pub parts_count: Option<i32>,
    /// The number of tags, if any, on the object, when you have the relevant permission to read
    /// object tags.
    #[from_response(header = "x-amz-tagging-count")]
    pub tag_count: Option<i32>,
    /// The Object Lock mode that's currently in place for this object.
    #[from_response(header = "x-amz-object-lock-mode")]
    pub object_lock_mode: Option<ObjectLockMode>,
    /// The date and time when this object's Object Lock will expire.
    #[from_response(header = "x-amz-object-lock-retain-until-date")]
    pub object_lock_retain_until_date: Option<DateTime>,
    /// Indicates whether this object has an active legal hold.
    #[from_response(header = "x-amz-object-lock-legal-hold")]
    pub object_lock_legal_hold_status: Option<ObjectLockLegalHoldStatus>,
}

/// A replication status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReplicationStatus {
    /// `COMPLETE`
    Complete,
    /// `PENDING`
    Pending,
    /// `FAILED`
    Failed,
    /// `REPLICA`
    Replica,
    /// `COMPLETED`
    Completed,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The optional parameters of [`head_object`](S3::head_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeadObject {
    /// Sets the `Cache-Control` header of the response.
    pub response_cache_control: Option<String>,
    /// Sets the `Content-Disposition` header of the response.
    pub response_content_disposition: Option<String>,
    /// Sets the `Content-Encoding` header of the response.
    pub response_content_encoding: Option<String>,
    /// Sets the `Content-Language` header of the response.
    pub response_content_language: Option<String>,
    /// Sets the `Content-Type` header of the response.
    pub response_content_type: Option<String>,
    /// Sets the `Expires` header of the response.
    pub response_expires: Option<HttpDate>,
    /// Version ID used to reference a specific version of the object.
    #[serde(rename = "versionId")]
    pub version_id: Option<String>,
    /// Part number of the object being read.
    #[serde(rename = "partNumber")]
    pub part_number: Option<i32>,
}

/// The optional headers of [`head_object`](S3::head_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeadObjectHeaders {
    /// Return the object only if its entity tag (`ETag`) is the same as the one specified;
    /// otherwise, return a 412 (precondition failed) error.
    pub if_match: Option<String>,
    /// Return the object only if it has been modified since the specified time; otherwise, return a
    /// 304 (not modified) error.
    pub if_modified_since: Option<HttpDate>,
    /// Return the object only if its entity tag (`ETag`) is different from the one specified;
    /// otherwise, return a 304 (not modified) error.
    pub if_none_match: Option<String>,
    /// Return the object only if it has not been modified since the specified time; otherwise,
    /// return a 412 (precondition failed) error.
    pub if_unmodified_since: Option<HttpDate>,
    /// `HeadObject` returns only the metadata for an object.
    pub range: Option<String>,
    /// Specifies the algorithm to use when encrypting the object (for example, AES256).
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key for Amazon S3 to use in encrypting data.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the encryption key according to RFC 1321.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// To retrieve the checksum, this parameter must be enabled.
    #[serde(rename = "x-amz-checksum-mode")]
    pub checksum_mode: Option<ChecksumMode>,
}

/// The result of `head_object`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct HeadObjectOutput {
    /// Specifies whether the object retrieved was (true) or was not (false) a Delete Marker.
    #[from_response(header = "x-amz-delete-marker")]
    pub delete_marker: Option<bool>,
    /// Indicates that a range of bytes was specified.
    #[from_response(header = "accept-ranges")]
    pub accept_ranges: Option<String>,
    /// If the object expiration is configured (see `PutBucketLifecycleConfiguration` ), the
    /// response includes this header.
    #[from_response(header = "x-amz-expiration")]
    pub expiration: Option<String>,
    /// If the object is an archived object (an object whose storage class is GLACIER), the response
    /// includes this header if either the archive restoration is in progress (see `RestoreObject`
    /// or an archive copy…
    #[from_response(header = "x-amz-restore")]
    pub restore: Option<String>,
    /// The archive state of the head object.
    #[from_response(header = "x-amz-archive-status")]
    pub archive_status: Option<ArchiveStatus>,
    /// Date and time when the object was last modified.
    #[from_response(header = "last-modified")]
    pub last_modified: Option<HttpDate>,
    /// Size of the body in bytes.
    #[from_response(header = "content-length")]
    pub content_length: Option<i64>,
    /// The Base64 encoded, 32-bit `CRC32 checksum` of the object.
    #[from_response(header = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the object.
    #[from_response(header = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` digest of the object.
    #[from_response(header = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` digest of the object.
    #[from_response(header = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the object.
    #[from_response(header = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the object.
    #[from_response(header = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the object.
    #[from_response(header = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// The checksum type, which determines how part-level checksums are combined to create an
    /// object-level checksum for multipart objects.
    #[from_response(header = "x-amz-checksum-type")]
    pub checksum_type: Option<ChecksumType>,
    /// An entity tag (`ETag`) is an opaque identifier assigned by a web server to a specific
    /// version of a resource found at a URL.
    #[from_response(header = "etag")]
    pub e_tag: Option<String>,
    /// This is set to the number of metadata entries not returned in `x-amz-meta` headers.
    #[from_response(header = "x-amz-missing-meta")]
    pub missing_meta: Option<i32>,
    /// Version ID of the object.
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
    /// Specifies caching behavior along the request/reply chain.
    #[from_response(header = "cache-control")]
    pub cache_control: Option<String>,
    /// Specifies presentational information for the object.
    #[from_response(header = "content-disposition")]
    pub content_disposition: Option<String>,
    /// Indicates what content encodings have been applied to the object and thus what decoding
    /// mechanisms must be applied to obtain the media-type referenced by the Content-Type header
    /// field.
    #[from_response(header = "content-encoding")]
    pub content_encoding: Option<String>,
    /// The language the content is in.
    #[from_response(header = "content-language")]
    pub content_language: Option<String>,
    /// A standard MIME type describing the format of the object data.
    #[from_response(header = "content-type")]
    pub content_type: Option<String>,
    /// The portion of the object returned in the response for a `GET` request.
    #[from_response(header = "content-range")]
    pub content_range: Option<String>,
    /// The date and time at which the object is no longer cacheable.
    #[from_response(header = "expires")]
    pub expires: Option<String>,
    /// If the bucket is configured as a website, redirects requests for this object to another
    /// object in the same bucket or to an external URL.
    #[from_response(header = "x-amz-website-redirect-location")]
    pub website_redirect_location: Option<String>,
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// A map of metadata to store with the object in S3.
    #[from_response(header_prefix = "x-amz-meta-")]
    pub metadata: BTreeMap<String, String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to confirm the encryption algorithm that's used.
    #[from_response(header = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to provide the round-trip message integrity verification
    /// of the customer-provided…
    #[from_response(header = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Indicates whether the object uses an S3 Bucket Key for server-side encryption with Key
    /// Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// Provides storage class information of the object.
    #[from_response(header = "x-amz-storage-class")]
    pub storage_class: Option<StorageClass>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
    /// Amazon S3 can return this header if your request involves a bucket that is either a source
    /// or a destination in a replication rule.
    #[from_response(header = "x-amz-replication-status")]
    pub replication_status: Option<ReplicationStatus>,
    /// The count of parts this object has.
    #[from_response(header = "x-amz-mp-parts-count")]
    pub parts_count: Option<i32>,
    /// The number of tags, if any, on the object, when you have the relevant permission to read
    /// object tags.
    #[from_response(header = "x-amz-tagging-count")]
    pub tag_count: Option<i32>,
    /// The Object Lock mode, if any, that's in effect for this object.
    #[from_response(header = "x-amz-object-lock-mode")]
    pub object_lock_mode: Option<ObjectLockMode>,
    /// The date and time when the Object Lock retention period expires.
    #[from_response(header = "x-amz-object-lock-retain-until-date")]
    pub object_lock_retain_until_date: Option<DateTime>,
    /// Specifies whether a legal hold is in effect for this object.
    #[from_response(header = "x-amz-object-lock-legal-hold")]
    pub object_lock_legal_hold_status: Option<ObjectLockLegalHoldStatus>,
}

/// An archive status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ArchiveStatus {
    /// `ARCHIVE_ACCESS`
    ArchiveAccess,
    /// `DEEP_ARCHIVE_ACCESS`
    DeepArchiveAccess,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The optional headers of [`copy_object`](S3::copy_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CopyObjectHeaders {
    /// The canned access control list (ACL) to apply to the object.
    #[serde(rename = "x-amz-acl")]
    pub acl: Option<ObjectCannedAcl>,
    /// Specifies the caching behavior along the request/reply chain.
    pub cache_control: Option<String>,
    /// Indicates the algorithm that you want Amazon S3 to use to create the checksum for the
    /// object.
    #[serde(rename = "x-amz-checksum-algorithm")]
    pub checksum_algorithm: Option<ChecksumAlgorithm>,
    /// Specifies presentational information for the object.
    pub content_disposition: Option<String>,
    /// Specifies what content encodings have been applied to the object and thus what decoding
    /// mechanisms must be applied to obtain the media-type referenced by the Content-Type header
    /// field.
    pub content_encoding: Option<String>,
    /// The language the content is in.
    pub content_language: Option<String>,
    /// A standard MIME type that describes the format of the object data.
    pub content_type: Option<String>,
    /// Copies the object if its entity tag (`ETag`) matches the specified tag.
    #[serde(rename = "x-amz-copy-source-if-match")]
    pub copy_source_if_match: Option<String>,
    /// Copies the object if it has been modified since the specified time.
    #[serde(rename = "x-amz-copy-source-if-modified-since")]
    pub copy_source_if_modified_since: Option<HttpDate>,
    /// Copies the object if its entity tag (`ETag`) is different than the specified `ETag`.
    #[serde(rename = "x-amz-copy-source-if-none-match")]
    pub copy_source_if_none_match: Option<String>,
    /// Copies the object if it hasn't been modified since the specified time.
    #[serde(rename = "x-amz-copy-source-if-unmodified-since")]
    pub copy_source_if_unmodified_since: Option<HttpDate>,
    /// The date and time at which the object is no longer cacheable.
    pub expires: Option<String>,
    /// Gives the grantee READ, `READ_ACP`, and `WRITE_ACP` permissions on the object.
    #[serde(rename = "x-amz-grant-full-control")]
    pub grant_full_control: Option<String>,
    /// Allows grantee to read the object data and its metadata.
    #[serde(rename = "x-amz-grant-read")]
    pub grant_read: Option<String>,
    /// Allows grantee to read the object ACL.
    #[serde(rename = "x-amz-grant-read-acp")]
    pub grant_read_acp: Option<String>,
    /// Allows grantee to write the ACL for the applicable object.
    #[serde(rename = "x-amz-grant-write-acp")]
    pub grant_write_acp: Option<String>,
    /// Copies the object if the entity tag (`ETag`) of the destination object matches the specified
    /// tag.
    pub if_match: Option<String>,
    /// Copies the object only if the object key name at the destination does not already exist in
    /// the bucket specified.
    pub if_none_match: Option<String>,
    /// Specifies whether the metadata is copied from the source object or replaced with metadata
    /// that's provided in the request.
    #[serde(rename = "x-amz-metadata-directive")]
    pub metadata_directive: Option<MetadataDirective>,
    /// Specifies whether the object tag-set is copied from the source object or replaced with the
    /// tag-set that's provided in the request.
    #[serde(rename = "x-amz-tagging-directive")]
    pub tagging_directive: Option<TaggingDirective>,
    /// The server-side encryption algorithm used when storing this object in Amazon S3.
    #[serde(rename = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// If the `x-amz-storage-class` header is not used, the copied object will be stored in the
    /// `STANDARD` Storage Class by default.
    #[serde(rename = "x-amz-storage-class")]
    pub storage_class: Option<StorageClass>,
    /// If the destination bucket is configured as a website, redirects requests for this object
    /// copy to another object in the same bucket or to an external URL.
    #[serde(rename = "x-amz-website-redirect-location")]
    pub website_redirect_location: Option<String>,
    /// Specifies the algorithm to use when encrypting the object (for example, `AES256`).
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key for Amazon S3 to use in encrypting data.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the encryption key according to RFC 1321.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// Specifies the KMS key ID (Key ID, Key ARN, or Key Alias) to use for object encryption.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Specifies the Amazon Web Services KMS Encryption Context as an additional encryption context
    /// to use for the destination object encryption.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-context")]
    pub ssekms_encryption_context: Option<String>,
    /// Specifies whether Amazon S3 should use an S3 Bucket Key for object encryption with
    /// server-side encryption using Key Management Service (KMS) keys (SSE-KMS).
    #[serde(rename = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// Specifies the algorithm to use when decrypting the source object (for example, `AES256`).
    #[serde(rename = "x-amz-copy-source-server-side-encryption-customer-algorithm")]
    pub copy_source_sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key for Amazon S3 to use to decrypt the source
    /// object.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-copy-source-server-side-encryption-customer-key")]
    pub copy_source_sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the encryption key according to RFC 1321.
    #[serde(rename = "x-amz-copy-source-server-side-encryption-customer-key-md5")]
    pub copy_source_sse_customer_key_md5: Option<String>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The tag-set for the object copy in the destination bucket.
    #[serde(rename = "x-amz-tagging")]
    pub tagging: Option<String>,
    /// The Object Lock mode that you want to apply to the object copy.
    #[serde(rename = "x-amz-object-lock-mode")]
    pub object_lock_mode: Option<ObjectLockMode>,
    /// The date and time when you want the Object Lock of the object copy to expire.
    #[serde(rename = "x-amz-object-lock-retain-until-date")]
    pub object_lock_retain_until_date: Option<DateTime>,
    /// Specifies whether you want to apply a legal hold to the object copy.
    #[serde(rename = "x-amz-object-lock-legal-hold")]
    pub object_lock_legal_hold_status: Option<ObjectLockLegalHoldStatus>,
    /// The account ID of the expected destination bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// The account ID of the expected source bucket owner.
    #[serde(rename = "x-amz-source-expected-bucket-owner")]
    pub expected_source_bucket_owner: Option<String>,
}

/// A metadata directive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MetadataDirective {
    /// `COPY`
    Copy,
    /// `REPLACE`
    Replace,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A tagging directive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TaggingDirective {
    /// `COPY`
    Copy,
    /// `REPLACE`
    Replace,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of `copy_object`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct CopyObjectOutput {
    /// Container for all response elements.
    #[from_response(body)]
    pub copy_object_result: Option<CopyObjectResult>,
    /// If the object expiration is configured, the response includes this header.
    #[from_response(header = "x-amz-expiration")]
    pub expiration: Option<String>,
    /// Version ID of the source object that was copied.
    #[from_response(header = "x-amz-copy-source-version-id")]
    pub copy_source_version_id: Option<String>,
    /// Version ID of the newly created copy.
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to confirm the encryption algorithm that's used.
    #[from_response(header = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to provide the round-trip message integrity verification
    /// of the customer-provided…
    #[from_response(header = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// If present, indicates the Amazon Web Services KMS Encryption Context to use for object
    /// encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-context")]
    pub ssekms_encryption_context: Option<String>,
    /// Indicates whether the copied object uses an S3 Bucket Key for server-side encryption with
    /// Key Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
}

/// Container for all response elements.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct CopyObjectResult {
    /// Returns the `ETag` of the new object.
    pub e_tag: Option<String>,
    /// Creation date of the object.
    pub last_modified: Option<DateTime>,
    /// The checksum type that is used to calculate the object’s checksum value.
    pub checksum_type: Option<ChecksumType>,
    /// The Base64 encoded, 32-bit `CRC32` checksum of the object.
    #[serde(rename = "ChecksumCRC32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the object.
    #[serde(rename = "ChecksumCRC32C")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the object.
    #[serde(rename = "ChecksumCRC64NVME")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` digest of the object.
    #[serde(rename = "ChecksumSHA1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` digest of the object.
    #[serde(rename = "ChecksumSHA256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the object.
    #[serde(rename = "ChecksumSHA512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the object.
    #[serde(rename = "ChecksumMD5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the object.
    #[serde(rename = "ChecksumXXHASH64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the object.
    #[serde(rename = "ChecksumXXHASH3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the object.
    #[serde(rename = "ChecksumXXHASH128")]
    pub checksum_xxhash128: Option<String>,
}

/// The optional parameters of [`list_objects_v2`](S3::list_objects_v2).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListObjectsV2 {
    /// A delimiter is a character that you use to group keys.
    pub delimiter: Option<String>,
    /// Encoding type used by Amazon S3 to encode the object keys in the response.
    pub encoding_type: Option<EncodingType>,
    /// Sets the maximum number of keys returned in the response.
    pub max_keys: Option<i32>,
    /// Limits the response to keys that begin with the specified prefix.
    pub prefix: Option<String>,
    /// `ContinuationToken` indicates to Amazon S3 that the list is being continued on this bucket
    /// with a token.
    pub continuation_token: Option<String>,
    /// The owner field is not present in `ListObjectsV2` by default.
    pub fetch_owner: Option<bool>,
    /// `StartAfter` is where you want Amazon S3 to start listing from.
    pub start_after: Option<String>,
}

/// Encoding type used by Amazon S3 to encode the object keys in the response.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EncodingType {
    /// `url`
    Url,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The optional object attributes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum OptionalObjectAttributes {
    /// `RestoreStatus`
    RestoreStatus,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of `list_objects_v2`.
#[derive(Clone, Debug, PartialEq, FromResponse, Page)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
#[page(more = "is_truncated")]
pub struct ListObjectsV2Output {
    /// Set to `false` if all of the results were returned.
    pub is_truncated: Option<bool>,
    /// Metadata about each object returned.
    #[serde(default)]
    #[page(items)]
    pub contents: Vec<Object>,
    /// The bucket name.
    pub name: Option<String>,
    /// Keys that begin with the indicated prefix.
    pub prefix: Option<String>,
    /// Causes keys that contain the same string between the `prefix` and the first occurrence of
    /// the delimiter to be rolled up into a single result element in the `CommonPrefixes`
    /// collection.
    pub delimiter: Option<String>,
    /// Sets the maximum number of keys returned in the response.
    pub max_keys: Option<i32>,
    /// All of the keys (up to 1,000) that share the same prefix are grouped together.
    pub common_prefixes: Option<Vec<CommonPrefix>>,
    /// Encoding type used by Amazon S3 to encode object key names in the XML response.
    pub encoding_type: Option<EncodingType>,
    /// `KeyCount` is the number of keys returned with this request.
    pub key_count: Option<i32>,
    /// If `ContinuationToken` was sent with the request, it is included in the response.
    pub continuation_token: Option<String>,
    /// `NextContinuationToken` is sent when `isTruncated` is true, which means there are more keys
    /// in the bucket that can be listed.
    #[page(next = query("continuation-token"))]
    pub next_continuation_token: Option<String>,
    /// If `StartAfter` was sent with the request, it is included in the response.
    pub start_after: Option<String>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
}

/// An object consists of data and its descriptive metadata.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Object {
    /// The name that you assign to an object.
    pub key: Option<String>,
    /// Creation date of the object.
    pub last_modified: Option<DateTime>,
    /// The entity tag is a hash of the object.
    pub e_tag: Option<String>,
    /// The algorithm that was used to create a checksum of the object.
    pub checksum_algorithm: Option<Vec<ChecksumAlgorithm>>,
    /// The checksum type that is used to calculate the object’s checksum value.
    pub checksum_type: Option<ChecksumType>,
    /// Size in bytes of the object.
    pub size: Option<i64>,
    /// The class of storage used to store the object.
    pub storage_class: Option<ObjectStorageClass>,
    /// The owner of the object.
    pub owner: Option<Owner>,
    /// Specifies the restoration status of an object.
    pub restore_status: Option<RestoreStatus>,
}

/// An object storage class.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ObjectStorageClass {
    /// `STANDARD`
    Standard,
    /// `REDUCED_REDUNDANCY`
    ReducedRedundancy,
    /// `GLACIER`
    Glacier,
    /// `STANDARD_IA`
    StandardIa,
    /// `ONEZONE_IA`
    OnezoneIa,
    /// `INTELLIGENT_TIERING`
    IntelligentTiering,
    /// `DEEP_ARCHIVE`
    DeepArchive,
    /// `OUTPOSTS`
    Outposts,
    /// `GLACIER_IR`
    GlacierIr,
    /// `SNOW`
    Snow,
    /// `EXPRESS_ONEZONE`
    ExpressOnezone,
    /// `FSX_OPENZFS`
    FsxOpenzfs,
    /// `FSX_ONTAP`
    FsxOntap,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Specifies the restoration status of an object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RestoreStatus {
    /// Specifies whether the object is currently being restored.
    pub is_restore_in_progress: Option<bool>,
    /// Indicates when the restored copy will expire.
    pub restore_expiry_date: Option<DateTime>,
}

/// Container for all (if there are any) keys between Prefix and the next occurrence of the string
/// specified by a delimiter.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CommonPrefix {
    /// Container for the specified common prefix.
    pub prefix: Option<String>,
}

/// The optional headers of [`delete_object`](S3::delete_object).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct DeleteObjectHeaders {
    /// The concatenation of the authentication device's serial number, a space, and the value that
    /// is displayed on your authentication device.
    #[serde(rename = "x-amz-mfa")]
    pub mfa: Option<String>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// Indicates whether S3 Object Lock should bypass Governance-mode restrictions to process this
    /// operation.
    #[serde(rename = "x-amz-bypass-governance-retention")]
    pub bypass_governance_retention: Option<bool>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// Deletes the object if the `ETag` (entity tag) value provided during the delete operation
    /// matches the `ETag` of the object in S3.
    pub if_match: Option<String>,
    /// If present, the object is deleted only if its modification times matches the provided
    /// `Timestamp`.
    #[serde(rename = "x-amz-if-match-last-modified-time")]
    pub if_match_last_modified_time: Option<HttpDate>,
    /// If present, the object is deleted only if its size matches the provided size in bytes.
    #[serde(rename = "x-amz-if-match-size")]
    pub if_match_size: Option<i64>,
}

/// The result of `delete_object`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct DeleteObjectOutput {
    /// Indicates whether the specified object version that was permanently deleted was (true) or
    /// was not (false) a delete marker before deletion.
    #[from_response(header = "x-amz-delete-marker")]
    pub delete_marker: Option<bool>,
    /// Returns the version ID of the delete marker created as a result of the DELETE operation.
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
}

/// Container for the objects to delete.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(
    rename = "{http://s3.amazonaws.com/doc/2006-03-01/}Delete",
    rename_all = "PascalCase"
)]
pub struct Delete {
    /// The object to delete.
    #[serde(rename = "Object")]
    pub objects: Vec<ObjectIdentifier>,
    /// Element to enable quiet mode for the request.
    pub quiet: Option<bool>,
}

/// Object Identifier is unique value to identify objects.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ObjectIdentifier {
    /// Key name of the object.
    pub key: String,
    /// Version ID for the specific version of the object to delete.
    pub version_id: Option<String>,
    /// An entity tag (`ETag`) is an identifier assigned by a web server to a specific version of a
    /// resource found at a URL.
    pub e_tag: Option<String>,
    /// If present, the objects are deleted only if its modification times matches the provided
    /// `Timestamp`.
    pub last_modified_time: Option<HttpDate>,
    /// If present, the objects are deleted only if its size matches the provided size in bytes.
    pub size: Option<i64>,
}

/// The result of `delete_objects`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct DeleteObjectsOutput {
    /// Container element for a successful delete.
    pub deleted: Option<Vec<DeletedObject>>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
    /// Container for a failed delete action that describes the object that Amazon S3 attempted to
    /// delete and the error it encountered.
    #[serde(rename = "Error")]
    pub errors: Option<Vec<Error>>,
}

/// Information about the deleted object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct DeletedObject {
    /// The name of the deleted object.
    pub key: Option<String>,
    /// The version ID of the deleted object.
    pub version_id: Option<String>,
    /// Indicates whether the specified object version that was permanently deleted was (true) or
    /// was not (false) a delete marker before deletion.
    pub delete_marker: Option<bool>,
    /// The version ID of the delete marker created as a result of the DELETE operation.
    pub delete_marker_version_id: Option<String>,
}

/// Container for all error elements.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Error {
    /// The error key.
    pub key: Option<String>,
    /// The version ID of the error.
    pub version_id: Option<String>,
    /// The error code is a string that uniquely identifies an error condition.
    pub code: Option<String>,
    /// The error message contains a generic description of the error condition in English.
    pub message: Option<String>,
}

/// The optional headers of [`create_multipart_upload`](S3::create_multipart_upload).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CreateMultipartUploadHeaders {
    /// The canned ACL to apply to the object.
    #[serde(rename = "x-amz-acl")]
    pub acl: Option<ObjectCannedAcl>,
    /// Specifies caching behavior along the request/reply chain.
    pub cache_control: Option<String>,
    /// Specifies presentational information for the object.
    pub content_disposition: Option<String>,
    /// Specifies what content encodings have been applied to the object and thus what decoding
    /// mechanisms must be applied to obtain the media-type referenced by the Content-Type header
    /// field.
    pub content_encoding: Option<String>,
    /// The language that the content is in.
    pub content_language: Option<String>,
    /// A standard MIME type describing the format of the object data.
    pub content_type: Option<String>,
    /// The date and time at which the object is no longer cacheable.
    pub expires: Option<String>,
    /// Specify access permissions explicitly to give the grantee READ, `READ_ACP`, and `WRITE_ACP`
    /// permissions on the object.
    #[serde(rename = "x-amz-grant-full-control")]
    pub grant_full_control: Option<String>,
    /// Specify access permissions explicitly to allow grantee to read the object data and its
    /// metadata.
    #[serde(rename = "x-amz-grant-read")]
    pub grant_read: Option<String>,
    /// Specify access permissions explicitly to allows grantee to read the object ACL.
    #[serde(rename = "x-amz-grant-read-acp")]
    pub grant_read_acp: Option<String>,
    /// Specify access permissions explicitly to allows grantee to allow grantee to write the ACL
    /// for the applicable object.
    #[serde(rename = "x-amz-grant-write-acp")]
    pub grant_write_acp: Option<String>,
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[serde(rename = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// By default, Amazon S3 uses the STANDARD Storage Class to store newly created objects.
    #[serde(rename = "x-amz-storage-class")]
    pub storage_class: Option<StorageClass>,
    /// If the bucket is configured as a website, redirects requests for this object to another
    /// object in the same bucket or to an external URL.
    #[serde(rename = "x-amz-website-redirect-location")]
    pub website_redirect_location: Option<String>,
    /// Specifies the algorithm to use when encrypting the object (for example, AES256).
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key for Amazon S3 to use in encrypting data.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the customer-provided encryption key according to RFC 1321.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// Specifies the KMS key ID (Key ID, Key ARN, or Key Alias) to use for object encryption.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Specifies the Amazon Web Services KMS Encryption Context to use for object encryption.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-context")]
    pub ssekms_encryption_context: Option<String>,
    /// Specifies whether Amazon S3 should use an S3 Bucket Key for object encryption with
    /// server-side encryption using Key Management Service (KMS) keys (SSE-KMS).
    #[serde(rename = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The tag-set for the object.
    #[serde(rename = "x-amz-tagging")]
    pub tagging: Option<String>,
    /// Specifies the Object Lock mode that you want to apply to the uploaded object.
    #[serde(rename = "x-amz-object-lock-mode")]
    pub object_lock_mode: Option<ObjectLockMode>,
    /// Specifies the date and time when you want the Object Lock to expire.
    #[serde(rename = "x-amz-object-lock-retain-until-date")]
    pub object_lock_retain_until_date: Option<DateTime>,
    /// Specifies whether you want to apply a legal hold to the uploaded object.
    #[serde(rename = "x-amz-object-lock-legal-hold")]
    pub object_lock_legal_hold_status: Option<ObjectLockLegalHoldStatus>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// Indicates the algorithm that you want Amazon S3 to use to create the checksum for the
    /// object.
    #[serde(rename = "x-amz-checksum-algorithm")]
    pub checksum_algorithm: Option<ChecksumAlgorithm>,
    /// Indicates the checksum type that you want Amazon S3 to use to calculate the object’s
    /// checksum value.
    #[serde(rename = "x-amz-checksum-type")]
    pub checksum_type: Option<ChecksumType>,
}

/// The result of `create_multipart_upload`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct CreateMultipartUploadOutput {
    /// If the bucket has a lifecycle rule configured with an action to abort incomplete multipart
    /// uploads and the prefix in the lifecycle rule matches the object name in the request, the
    /// response includes…
    #[from_response(header = "x-amz-abort-date")]
    pub abort_date: Option<HttpDate>,
    /// This header is returned along with the `x-amz-abort-date` header.
    #[from_response(header = "x-amz-abort-rule-id")]
    pub abort_rule_id: Option<String>,
    /// The name of the bucket to which the multipart upload was initiated.
    pub bucket: Option<String>,
    /// Object key for which the multipart upload was initiated.
    pub key: Option<String>,
    /// ID for the initiated multipart upload.
    pub upload_id: Option<String>,
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to confirm the encryption algorithm that's used.
    #[from_response(header = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to provide the round-trip message integrity verification
    /// of the customer-provided…
    #[from_response(header = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// If present, indicates the Amazon Web Services KMS Encryption Context to use for object
    /// encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-context")]
    pub ssekms_encryption_context: Option<String>,
    /// Indicates whether the multipart upload uses an S3 Bucket Key for server-side encryption with
    /// Key Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
    /// The algorithm that was used to create a checksum of the object.
    #[from_response(header = "x-amz-checksum-algorithm")]
    pub checksum_algorithm: Option<ChecksumAlgorithm>,
    /// Indicates the checksum type that you want Amazon S3 to use to calculate the object’s
    /// checksum value.
    #[from_response(header = "x-amz-checksum-type")]
    pub checksum_type: Option<ChecksumType>,
}

/// The optional headers of [`upload_part`](S3::upload_part).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct UploadPartHeaders {
    /// The Base64 encoded 128-bit MD5 digest of the part data.
    pub content_md5: Option<String>,
    /// Indicates the algorithm used to create the checksum for the object when you use the SDK.
    #[serde(rename = "x-amz-sdk-checksum-algorithm")]
    pub checksum_algorithm: Option<ChecksumAlgorithm>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// Specifies the algorithm to use when encrypting the object (for example, AES256).
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// Specifies the customer-provided encryption key for Amazon S3 to use in encrypting data.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// Specifies the 128-bit MD5 digest of the encryption key according to RFC 1321.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
}

/// The result of `upload_part`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct UploadPartOutput {
    /// The server-side encryption algorithm used when you store this object in Amazon S3 or Amazon
    /// `FSx`.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// Entity tag for the uploaded object.
    #[from_response(header = "etag")]
    pub e_tag: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32` checksum of the part.
    #[from_response(header = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the part.
    #[from_response(header = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the part.
    #[from_response(header = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` checksum of the part.
    #[from_response(header = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` checksum of the part.
    #[from_response(header = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` checksum of the part.
    #[from_response(header = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` checksum of the part.
    #[from_response(header = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the part.
    #[from_response(header = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the part.
    #[from_response(header = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the part.
    #[from_response(header = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to confirm the encryption algorithm that's used.
    #[from_response(header = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// If server-side encryption with a customer-provided encryption key was requested, the
    /// response will include this header to provide the round-trip message integrity verification
    /// of the customer-provided…
    #[from_response(header = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Indicates whether the multipart upload uses an S3 Bucket Key for server-side encryption with
    /// Key Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
}

/// The query parameters of [`list_parts`](S3::list_parts).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListParts {
    /// Sets the maximum number of parts to return.
    pub max_parts: Option<i32>,
    /// Specifies the part after which listing should begin.
    pub part_number_marker: Option<i32>,
    /// Upload ID identifying the multipart upload whose parts are being listed.
    #[serde(rename = "uploadId")]
    pub upload_id: String,
}

/// The optional headers of [`list_parts`](S3::list_parts).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListPartsHeaders {
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// The server-side encryption (SSE) algorithm used to encrypt the object.
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// The server-side encryption (SSE) customer managed key.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// The MD5 server-side encryption (SSE) customer managed key.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
}

/// The result of `list_parts`.
#[derive(Clone, Debug, PartialEq, FromResponse, Page)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
#[page(more = "is_truncated")]
pub struct ListPartsOutput {
    /// If the bucket has a lifecycle rule configured with an action to abort incomplete multipart
    /// uploads and the prefix in the lifecycle rule matches the object name in the request, then
    /// the response…
    #[from_response(header = "x-amz-abort-date")]
    pub abort_date: Option<HttpDate>,
    /// This header is returned along with the `x-amz-abort-date` header.
    #[from_response(header = "x-amz-abort-rule-id")]
    pub abort_rule_id: Option<String>,
    /// The name of the bucket to which the multipart upload was initiated.
    pub bucket: Option<String>,
    /// Object key for which the multipart upload was initiated.
    pub key: Option<String>,
    /// Upload ID identifying the multipart upload whose parts are being listed.
    pub upload_id: Option<String>,
    /// Specifies the part after which listing should begin.
    pub part_number_marker: Option<i32>,
    /// When a list is truncated, this element specifies the last part in the list, as well as the
    /// value to use for the `part-number-marker` request parameter in a subsequent request.
    #[page(next = query("part-number-marker"))]
    pub next_part_number_marker: Option<i32>,
    /// Maximum number of parts that were allowed in the response.
    pub max_parts: Option<i32>,
    /// Indicates whether the returned list of parts is truncated.
    pub is_truncated: Option<bool>,
    /// Container for elements related to a particular part.
    #[serde(rename = "Part", default)]
    #[page(items)]
    pub parts: Vec<S3Part>,
    /// Container element that identifies who initiated the multipart upload.
    pub initiator: Option<Initiator>,
    /// Container element that identifies the object owner, after the object is created.
    pub owner: Option<Owner>,
    /// The class of storage used to store the uploaded object.
    pub storage_class: Option<StorageClass>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
    /// The algorithm that was used to create a checksum of the object.
    pub checksum_algorithm: Option<ChecksumAlgorithm>,
    /// The checksum type, which determines how part-level checksums are combined to create an
    /// object-level checksum for multipart objects.
    pub checksum_type: Option<ChecksumType>,
}

/// Container for elements related to a part.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct S3Part {
    /// Part number identifying the part.
    pub part_number: Option<i32>,
    /// Date and time at which the part was uploaded.
    pub last_modified: Option<DateTime>,
    /// Entity tag returned when the part was uploaded.
    pub e_tag: Option<String>,
    /// Size in bytes of the uploaded part data.
    pub size: Option<i64>,
    /// The Base64 encoded, 32-bit `CRC32` checksum of the part.
    #[serde(rename = "ChecksumCRC32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the part.
    #[serde(rename = "ChecksumCRC32C")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the part.
    #[serde(rename = "ChecksumCRC64NVME")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` checksum of the part.
    #[serde(rename = "ChecksumSHA1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` checksum of the part.
    #[serde(rename = "ChecksumSHA256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the part.
    #[serde(rename = "ChecksumSHA512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the part.
    #[serde(rename = "ChecksumMD5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the part.
    #[serde(rename = "ChecksumXXHASH64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the part.
    #[serde(rename = "ChecksumXXHASH3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the part.
    #[serde(rename = "ChecksumXXHASH128")]
    pub checksum_xxhash128: Option<String>,
}

/// Container element that identifies who initiated the multipart upload.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Initiator {
    /// If the principal is an Amazon Web Services account, it provides the Canonical User ID.
    #[serde(rename = "ID")]
    pub id: Option<String>,
    /// The member `DisplayName`.
    pub display_name: Option<String>,
}

/// The optional headers of [`complete_multipart_upload`](S3::complete_multipart_upload).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CompleteMultipartUploadHeaders {
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc32")]
    pub checksum_crc32: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc32c")]
    pub checksum_crc32c: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-crc64nvme")]
    pub checksum_crc64nvme: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha1")]
    pub checksum_sha1: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha256")]
    pub checksum_sha256: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-sha512")]
    pub checksum_sha512: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-md5")]
    pub checksum_md5: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash64")]
    pub checksum_xxhash64: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash3")]
    pub checksum_xxhash3: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "x-amz-checksum-xxhash128")]
    pub checksum_xxhash128: Option<String>,
    /// This header specifies the checksum type of the object, which determines how part-level
    /// checksums are combined to create an object-level checksum for multipart objects.
    #[serde(rename = "x-amz-checksum-type")]
    pub checksum_type: Option<ChecksumType>,
    /// The expected total object size of the multipart upload request.
    #[serde(rename = "x-amz-mp-object-size")]
    pub mpu_object_size: Option<i64>,
    /// Confirms that the requester knows that they will be charged for the request.
    #[serde(rename = "x-amz-request-payer")]
    pub request_payer: Option<RequestPayer>,
    /// The account ID of the expected bucket owner.
    #[serde(rename = "x-amz-expected-bucket-owner")]
    pub expected_bucket_owner: Option<String>,
    /// Uploads the object only if the `ETag` (entity tag) value provided during the WRITE operation
    /// matches the `ETag` of the object in S3.
    pub if_match: Option<String>,
    /// Uploads the object only if the object key name does not already exist in the bucket
    /// specified.
    pub if_none_match: Option<String>,
    /// The server-side encryption (SSE) algorithm used to encrypt the object.
    #[serde(rename = "x-amz-server-side-encryption-customer-algorithm")]
    pub sse_customer_algorithm: Option<String>,
    /// The server-side encryption (SSE) customer managed key.
    ///
    /// Sensitive.
    #[serde(rename = "x-amz-server-side-encryption-customer-key")]
    pub sse_customer_key: Option<String>,
    /// The MD5 server-side encryption (SSE) customer managed key.
    #[serde(rename = "x-amz-server-side-encryption-customer-key-md5")]
    pub sse_customer_key_md5: Option<String>,
}

/// The container for the completed multipart upload details.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename = "{http://s3.amazonaws.com/doc/2006-03-01/}CompleteMultipartUpload")]
pub struct CompletedMultipartUpload {
    /// Array of `CompletedPart` data types.
    #[serde(rename = "Part")]
    pub parts: Option<Vec<CompletedPart>>,
}

/// Details of the parts that were uploaded.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CompletedPart {
    /// Entity tag returned when the part was uploaded.
    pub e_tag: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32` checksum of the part.
    #[serde(rename = "ChecksumCRC32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the part.
    #[serde(rename = "ChecksumCRC32C")]
    pub checksum_crc32c: Option<String>,
    /// The Base64 encoded, 64-bit `CRC64NVME` checksum of the part.
    #[serde(rename = "ChecksumCRC64NVME")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` checksum of the part.
    #[serde(rename = "ChecksumSHA1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` checksum of the part.
    #[serde(rename = "ChecksumSHA256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the part.
    #[serde(rename = "ChecksumSHA512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the part.
    #[serde(rename = "ChecksumMD5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the part.
    #[serde(rename = "ChecksumXXHASH64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the part.
    #[serde(rename = "ChecksumXXHASH3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the part.
    #[serde(rename = "ChecksumXXHASH128")]
    pub checksum_xxhash128: Option<String>,
    /// Part number that identifies the part.
    pub part_number: Option<i32>,
}

/// The result of `complete_multipart_upload`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
#[from_response(xml)]
#[serde(rename_all = "PascalCase")]
pub struct CompleteMultipartUploadOutput {
    /// The URI that identifies the newly created object.
    pub location: Option<String>,
    /// The name of the bucket that contains the newly created object.
    pub bucket: Option<String>,
    /// The object key of the newly created object.
    pub key: Option<String>,
    /// If the object expiration is configured, this will contain the expiration date
    /// (`expiry-date`) and rule ID (`rule-id`).
    #[from_response(header = "x-amz-expiration")]
    pub expiration: Option<String>,
    /// Entity tag that identifies the newly created object's data.
    pub e_tag: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32 checksum` of the object.
    #[serde(rename = "ChecksumCRC32")]
    pub checksum_crc32: Option<String>,
    /// The Base64 encoded, 32-bit `CRC32C` checksum of the object.
    #[serde(rename = "ChecksumCRC32C")]
    pub checksum_crc32c: Option<String>,
    /// This header can be used as a data integrity check to verify that the data received is the
    /// same data that was originally sent.
    #[serde(rename = "ChecksumCRC64NVME")]
    pub checksum_crc64nvme: Option<String>,
    /// The Base64 encoded, 160-bit `SHA1` digest of the object.
    #[serde(rename = "ChecksumSHA1")]
    pub checksum_sha1: Option<String>,
    /// The Base64 encoded, 256-bit `SHA256` digest of the object.
    #[serde(rename = "ChecksumSHA256")]
    pub checksum_sha256: Option<String>,
    /// The Base64 encoded, 512-bit `SHA512` digest of the object.
    #[serde(rename = "ChecksumSHA512")]
    pub checksum_sha512: Option<String>,
    /// The Base64 encoded, 128-bit `MD5` digest of the object.
    #[serde(rename = "ChecksumMD5")]
    pub checksum_md5: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH64` checksum of the object.
    #[serde(rename = "ChecksumXXHASH64")]
    pub checksum_xxhash64: Option<String>,
    /// The Base64 encoded, 64-bit `XXHASH3` checksum of the object.
    #[serde(rename = "ChecksumXXHASH3")]
    pub checksum_xxhash3: Option<String>,
    /// The Base64 encoded, 128-bit `XXHASH128` checksum of the object.
    #[serde(rename = "ChecksumXXHASH128")]
    pub checksum_xxhash128: Option<String>,
    /// The checksum type, which determines how part-level checksums are combined to create an
    /// object-level checksum for multipart objects.
    pub checksum_type: Option<ChecksumType>,
    /// The server-side encryption algorithm used when storing this object in Amazon S3.
    #[from_response(header = "x-amz-server-side-encryption")]
    pub server_side_encryption: Option<ServerSideEncryption>,
    /// Version ID of the newly created object, in case the bucket has versioning turned on.
    #[from_response(header = "x-amz-version-id")]
    pub version_id: Option<String>,
    /// If present, indicates the ID of the KMS key that was used for object encryption.
    ///
    /// Sensitive.
    #[from_response(header = "x-amz-server-side-encryption-aws-kms-key-id")]
    pub ssekms_key_id: Option<String>,
    /// Indicates whether the multipart upload uses an S3 Bucket Key for server-side encryption with
    /// Key Management Service (KMS) keys (SSE-KMS).
    #[from_response(header = "x-amz-server-side-encryption-bucket-key-enabled")]
    pub bucket_key_enabled: Option<bool>,
    /// If present, indicates that the requester was successfully charged for the request.
    #[from_response(header = "x-amz-request-charged")]
    pub request_charged: Option<RequestCharged>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
#[api_error(when(xml_root = "Error"))]
pub enum S3Error {
    /// A parameter or header in your request isn't valid.
    #[api_error(code = "InvalidRequest")]
    InvalidRequest(ErrorResponse),
    /// The write offset value that you specified does not match the current object size.
    #[api_error(code = "InvalidWriteOffset")]
    InvalidWriteOffset(ErrorResponse),
    /// You have attempted to add more parts than the maximum of 10000 that are allowed for this
    /// object.
    #[api_error(code = "TooManyParts")]
    TooManyParts(ErrorResponse),
    /// The existing object was created with a different encryption type.
    #[api_error(code = "EncryptionTypeMismatch")]
    EncryptionTypeMismatch(ErrorResponse),
    /// Object is archived and inaccessible until restored.
    #[api_error(code = "InvalidObjectState")]
    InvalidObjectState(ErrorResponse),
    /// The source object of the COPY action is not in the active tier and is only stored in Amazon
    /// S3 Glacier.
    #[api_error(code = "ObjectNotInActiveTierError")]
    ObjectNotInActiveTierError(ErrorResponse),
    /// The specified key does not exist.
    #[api_error(code = "NoSuchKey")]
    NoSuchKey(ErrorResponse),
    /// The specified bucket does not exist.
    #[api_error(code = "NoSuchBucket")]
    NoSuchBucket(ErrorResponse),
    /// The requested bucket name is not available.
    #[api_error(code = "BucketAlreadyExists")]
    BucketAlreadyExists(ErrorResponse),
    /// The bucket you tried to create already exists, and you own it.
    #[api_error(code = "BucketAlreadyOwnedByYou")]
    BucketAlreadyOwnedByYou(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
