//! Operations of S3 that were imported from the model of botocore and not edited, called on the server of moto.

use std::collections::BTreeMap;

use rest_op::{ByteStream, Client, Credentials, Error, SigV4};

use super::server::Server;
use crate::imported::s3::{
    AccessControlPolicy, BucketLocationConstraint, CompleteMultipartUploadHeaders, CompletedMultipartUpload,
    CompletedPart, CopyObjectHeaders, CreateBucketConfiguration, CreateBucketHeaders, CreateMultipartUploadHeaders,
    Delete, DeleteObjectHeaders, GetObject, GetObjectHeaders, Grant, Grantee, Grants, HeadObject, HeadObjectHeaders,
    ListBuckets, ListObjectsV2, ListParts, ListPartsHeaders, ObjectIdentifier, Owner, Permission, PutBucketAclHeaders,
    PutObjectHeaders, S3, S3Error, Tag, TagSet, Tagging, Type, UploadPartHeaders,
};

/// Returns a client that has a bucket.
async fn with_bucket(server: &Server, bucket: &str) -> Result<Client, Error<S3Error>> {
    let credentials = Credentials::new("testing", "testing", None, None, "fixed");
    let client = Client::builder(server.endpoint())
        .path_style()
        .auth(SigV4::new("s3", "eu-west-1", credentials))
        .build()
        .unwrap();
    let configuration = CreateBucketConfiguration {
        location_constraint: Some(BucketLocationConstraint::EuWest1),
        ..CreateBucketConfiguration::default()
    };
    let headers = CreateBucketHeaders::default();
    let created = client.create_bucket(bucket, &headers, Some(&configuration)).await?;
    assert_eq!(created.location, Some(format!("/{bucket}")));
    Ok(client)
}

async fn text(client: &Client, bucket: &str, key: &str) -> Result<String, Error<S3Error>> {
    let (options, headers) = (GetObject::default(), GetObjectHeaders::default());
    let object = client.get_object(bucket, key, &options, &headers).await?;
    Ok(read(object.body).await)
}

async fn read(mut stream: ByteStream) -> String {
    let mut text = Vec::new();
    while let Some(piece) = stream.next().await {
        text.extend(piece.unwrap());
    }
    String::from_utf8(text).unwrap()
}

#[tokio::test]
async fn objects_are_written_read_copied_listed_and_deleted() -> Result<(), Error<S3Error>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let bucket = "imported-objects";
    let client = with_bucket(&server, bucket).await?;
    let location = client.get_bucket_location(bucket, None).await?;
    assert_eq!(location.location_constraint, Some(BucketLocationConstraint::EuWest1));
    let buckets = client
        .list_buckets(&ListBuckets::default())
        .items()
        .try_collect()
        .await?;
    assert!(buckets.iter().any(|each| each.name.as_deref() == Some(bucket)));

    let headers = PutObjectHeaders {
        content_type: Some("text/plain".to_owned()),
        cache_control: Some("no-store".to_owned()),
        ..PutObjectHeaders::default()
    };
    let metadata = BTreeMap::from([("team".to_owned(), "a & b".to_owned())]);
    let none = BTreeMap::new();
    let key = "größe/a b+c=1&2.txt";
    let put = client.put_object(bucket, key, &headers, &metadata, Some("first".into()));
    let etag = put.await?.e_tag;
    let (options, get) = (GetObject::default(), GetObjectHeaders::default());
    let object = client.get_object(bucket, key, &options, &get).await?;
    assert_eq!(
        (
            object.content_type,
            object.cache_control,
            object.content_length,
            &object.e_tag
        ),
        (headers.content_type, headers.cache_control, Some(5), &etag)
    );
    assert_eq!(object.metadata, metadata);
    assert_eq!(read(object.body).await, "first");
    let range = GetObjectHeaders {
        range: Some("bytes=1-2".to_owned()),
        ..GetObjectHeaders::default()
    };
    let part = client.get_object(bucket, key, &options, &range).await?;
    assert_eq!(part.content_range.as_deref(), Some("bytes 1-2/5"));
    assert_eq!(read(part.body).await, "ir");

    let source = "imported-objects/gr%C3%B6%C3%9Fe/a%20b%2Bc%3D1%262.txt";
    let copy = client.copy_object(bucket, "copy", source, &CopyObjectHeaders::default(), &none);
    let copied = copy.await?.copy_object_result.unwrap();
    assert_eq!(copied.e_tag, etag);
    assert_eq!(text(&client, bucket, "copy").await?, "first");
    for name in ["list/1", "list/2", "list/3", "list/sub/4"] {
        let put = client.put_object(bucket, name, &PutObjectHeaders::default(), &none, Some("x".into()));
        put.await?;
    }
    let by_two = ListObjectsV2 {
        prefix: Some("list/".to_owned()),
        delimiter: Some("/".to_owned()),
        max_keys: Some(2),
        ..ListObjectsV2::default()
    };
    let objects = client.list_objects_v2(bucket, &by_two, None, None, None);
    let objects = objects.items().try_collect().await?;
    let keys: Vec<_> = objects.iter().filter_map(|object| object.key.as_deref()).collect();
    assert_eq!(keys, ["list/1", "list/2", "list/3"]);
    assert!(
        objects
            .iter()
            .all(|object| object.size == Some(1) && object.last_modified.is_some())
    );
    let whole = ListObjectsV2 {
        max_keys: None,
        ..by_two
    };
    let page = client.list_objects_v2(bucket, &whole, None, None, None).await?;
    let prefixes = page.common_prefixes.unwrap();
    assert_eq!(prefixes[0].prefix.as_deref(), Some("list/sub/"));

    let identifier = |key: &str| ObjectIdentifier {
        key: key.to_owned(),
        ..ObjectIdentifier::default()
    };
    let delete = Delete {
        objects: vec![identifier("list/1"), identifier("list/2"), identifier("a<b>&c")],
        ..Delete::default()
    };
    let deleted = client.delete_objects(bucket, None, None, None, None, &delete).await?;
    assert_eq!(deleted.deleted.unwrap().len(), 3);
    assert_eq!(deleted.errors, None);
    let headers = DeleteObjectHeaders::default();
    client.delete_object(bucket, "copy", None, &headers).await?;
    let gone = text(&client, bucket, "copy").await.unwrap_err();
    assert!(matches!(gone.service(), Some(S3Error::NoSuchKey(_))), "{gone}");
    let head = client.head_object(bucket, "copy", &HeadObject::default(), &HeadObjectHeaders::default());
    let gone = head.await.unwrap_err();
    assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    Ok(())
}

#[test]
fn a_bucket_is_a_label_of_the_host() {
    let client = Client::builder("https://s3.eu-west-1.amazonaws.com").build().unwrap();
    let (options, headers) = (GetObject::default(), GetObjectHeaders::default());
    let request = client
        .get_object("photos", "a b/c+d", &options, &headers)
        .request()
        .unwrap();
    assert_eq!(request.uri(), "https://photos.s3.eu-west-1.amazonaws.com/a%20b/c%2Bd");
}

#[tokio::test]
async fn an_object_is_uploaded_in_parts() -> Result<(), Error<S3Error>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let bucket = "imported-parts";
    let client = with_bucket(&server, bucket).await?;
    let headers = CreateMultipartUploadHeaders::default();
    let created = client
        .create_multipart_upload(bucket, "large", &headers, &BTreeMap::new())
        .await?;
    let upload = created.upload_id.unwrap();
    let large = "x".repeat(5 << 20);
    let mut parts = Vec::new();
    for (number, part) in [(1, large.clone()), (2, "end".to_owned())] {
        let (headers, body) = (UploadPartHeaders::default(), Some(ByteStream::from(part)));
        let uploaded = client
            .upload_part(bucket, "large", number, &upload, &headers, body)
            .await?;
        parts.push(CompletedPart {
            e_tag: uploaded.e_tag,
            part_number: Some(number),
            ..CompletedPart::default()
        });
    }
    let options = ListParts {
        upload_id: upload.clone(),
        ..ListParts::default()
    };
    let listed = client.list_parts(bucket, "large", &options, &ListPartsHeaders::default());
    let sizes: Vec<_> = listed
        .items()
        .try_collect()
        .await?
        .iter()
        .map(|part| part.size)
        .collect();
    assert_eq!(sizes, [Some(5 << 20), Some(3)]);

    let complete = async |parts: &[CompletedPart]| {
        let upload_of = CompletedMultipartUpload {
            parts: Some(parts.to_vec()),
        };
        let headers = CompleteMultipartUploadHeaders::default();
        client
            .complete_multipart_upload(bucket, "large", &upload, &headers, Some(&upload_of))
            .await
    };
    let wrong = CompletedPart {
        e_tag: Some("\"0\"".to_owned()),
        ..parts[0].clone()
    };
    let error = complete(&[wrong]).await.unwrap_err();
    assert_eq!(error.code(), Some("InvalidPart"));
    let completed = complete(&parts).await?;
    assert_eq!(
        (completed.bucket.as_deref(), completed.key.as_deref()),
        (Some(bucket), Some("large"))
    );
    assert_eq!(text(&client, bucket, "large").await?, large + "end");
    Ok(())
}

#[tokio::test]
async fn tags_and_grants_are_written_with_their_names_and_read() -> Result<(), Error<S3Error>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let bucket = "imported-tags";
    let client = with_bucket(&server, bucket).await?;
    let tag = |key: &str, value: &str| Tag {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let tagging = Tagging {
        tag_set: TagSet {
            items: vec![tag("team", "a & b"), tag("größe", "<1>")],
        },
    };
    client.put_bucket_tagging(bucket, None, &tagging).await?;
    let mut read = client.get_bucket_tagging(bucket, None).await?.tag_set;
    read.items.sort_by(|one, other| other.key.cmp(&one.key));
    assert_eq!(read, tagging.tag_set);

    let grantee = Grantee {
        r#type: Type::Group,
        uri: Some("http://acs.amazonaws.com/groups/global/AllUsers".to_owned()),
        display_name: None,
        email_address: None,
        id: None,
    };
    let grants = Grants {
        items: vec![Grant {
            grantee: Some(grantee),
            permission: Some(Permission::Read),
        }],
    };
    let policy = AccessControlPolicy {
        grants: Some(grants.clone()),
        owner: Some(Owner {
            id: Some("0".repeat(64)),
            ..Owner::default()
        }),
    };
    client
        .put_bucket_acl(bucket, &PutBucketAclHeaders::default(), Some(&policy))
        .await?;
    assert_eq!(client.get_bucket_acl(bucket, None).await?.grants, Some(grants));
    Ok(())
}
