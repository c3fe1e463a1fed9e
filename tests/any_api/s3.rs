//! Amazon S3, as the example declares it: errors in responses that begin with status 200, payloads that are signed or not, and
//! the addresses of objects.

use std::collections::BTreeMap;
use std::time::Duration;

use rest_op::testing::Recorder;
use rest_op::{ByteStream, Bytes, Client, ClientBuilder, Retry, SigV4};
use rest_op_tests::fixture::credentials;

use self::declared::{CompletedUpload, CopySource, Delete, GetObject, ListObjects, ObjectKey, PutObject, S3, S3Error};

#[allow(dead_code, unreachable_pub, reason = "the file is written for libraries")]
#[path = "../../runtime/examples/declared/s3.rs"]
mod declared;

fn builder(recorder: &Recorder) -> ClientBuilder {
    Client::builder("https://s3.us-east-1.amazonaws.com")
        .auth(SigV4::new("s3", "us-east-1", credentials(None)))
        .transport(recorder.clone())
        .retry(Retry::standard().base(Duration::ZERO))
}

fn client(recorder: &Recorder) -> Client {
    builder(recorder).build().unwrap()
}

/// As it is sent, beginning with the white space that keeps the connection alive.
const INTERNAL_ERROR: &str = "\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code>\
    <Message>We encountered an internal error. Please try again.</Message></Error>";
const TOO_SMALL: &str = "<Error xmlns=\"x\"><Code>EntityTooSmall</Code><Message>Too small</Message></Error>";
const COMPLETED: &str =
    "<CompleteMultipartUploadResult><Key>Error</Key><ETag>\"7\"</ETag></CompleteMultipartUploadResult>";
const NO_PARTS: CompletedUpload = CompletedUpload { parts: Vec::new() };
const SOURCE: CopySource<'_> = CopySource {
    bucket: "b",
    key: "größe + 1/c",
};

#[tokio::test]
async fn error_with_status_200_is_retried_by_its_code() {
    let recorder = Recorder::new()
        .answer(200, &[], INTERNAL_ERROR)
        .answer(200, &[], COMPLETED);
    let completed = client(&recorder)
        .complete_multipart_upload("b", "a", "7", &NO_PARTS)
        .await
        .unwrap();
    assert_eq!(completed.etag.as_deref(), Some("\"7\""));
    assert_eq!(recorder.lines(), ["POST /a?uploadId=7"; 2]);

    let recorder = Recorder::new()
        .answer(200, &[], INTERNAL_ERROR)
        .answer(200, &[], INTERNAL_ERROR)
        .answer(200, &[], INTERNAL_ERROR);
    let error = client(&recorder).copy_object("b", "a", &SOURCE).await.unwrap_err();
    assert!(error.is_retryable());
    assert!(matches!(error.service(), Some(S3Error::Other(response)) if response.code() == Some("InternalError")));
    assert_eq!(
        error.to_string(),
        "copy_object (3 attempts): 200 InternalError: We encountered an internal error. Please try again."
    );
    assert_eq!(error.attempts(), 3);
}

#[tokio::test]
async fn final_error_with_status_200_is_typed() {
    let recorder = Recorder::new().answer(200, &[], TOO_SMALL).answer(
        200,
        &[],
        "<CopyObjectResult><ETag>\"7\"</ETag><LastModified>2026-01-01T00:00:00.000Z</LastModified></CopyObjectResult>",
    );
    let client = client(&recorder);
    let error = client
        .complete_multipart_upload("b", "a", "7", &NO_PARTS)
        .await
        .unwrap_err();
    assert!(matches!(error.service(), Some(S3Error::PartTooSmall(_))), "{error:?}");
    let copied = client.copy_object("b", "a", &SOURCE).await.unwrap();
    assert_eq!(copied.last_modified.unwrap().to_string(), "2026-01-01T00:00:00Z");
    assert_eq!(
        recorder.requests()[1].headers()["x-amz-copy-source"],
        "b/gr%C3%B6%C3%9Fe%20%2B%201/c"
    );
}

#[tokio::test]
async fn object_that_contains_an_xml_error_is_a_result() {
    let recorder = Recorder::new().answer(200, &[], TOO_SMALL);
    let object = client(&recorder)
        .get_object("b", "a", &GetObject::default())
        .await
        .unwrap();
    let mut content = object.modified().unwrap().into_value().content;
    assert_eq!(content.next().await.unwrap().unwrap(), TOO_SMALL);
}

#[tokio::test]
async fn content_in_memory_is_signed_and_a_stream_is_not() {
    let recorder = Recorder::new().answer(200, &[], "").answer(200, &[], "");
    let (client, none) = (client(&recorder), BTreeMap::new());
    let call = client.put_object("b", "a", &PutObject::default(), &none, Bytes::from("abc"));
    call.await.unwrap();
    let content = ByteStream::from("abc");
    let call = client.upload_object("b", "a", &PutObject::default(), &none, None, content);
    call.await.unwrap();
    let requests = recorder.requests();
    assert_eq!(
        requests[0].headers()["x-amz-content-sha256"],
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(requests[0].headers()["x-amz-checksum-crc32"], "NSRBwg==");
    assert_eq!(requests[1].headers()["x-amz-content-sha256"], "UNSIGNED-PAYLOAD");
    assert_eq!(requests[1].headers().get("x-amz-checksum-crc32"), None);
}

#[tokio::test]
async fn bucket_is_in_the_host_or_in_the_path_and_the_key_is_sent_as_it_is() {
    let recorder = Recorder::new();
    let in_host = client(&recorder);
    let in_path = builder(&recorder).path_style().build().unwrap();
    for (key, path) in [
        ("a/b.txt", "/a/b.txt"),
        ("/leading", "//leading"),
        ("//", "///"),
        ("a//b", "/a//b"),
        ("a+b c", "/a%2Bb%20c"),
        ("a%2Fb", "/a%252Fb"),
        ("größe", "/gr%C3%B6%C3%9Fe"),
        ("~'()*!", "/~%27%28%29%2A%21"),
    ] {
        let uri = |client: &Client| client.head_object("bucket", key).request().unwrap().uri().to_string();
        assert_eq!(
            uri(&in_host),
            format!("https://bucket.s3.us-east-1.amazonaws.com{path}")
        );
        assert_eq!(
            uri(&in_path),
            format!("https://s3.us-east-1.amazonaws.com/bucket{path}")
        );
    }
    for key in [".", "..", "a/../b", "./a", "a/.", ""] {
        in_host.head_object("bucket", key).request().unwrap_err();
        in_path.head_object("bucket", key).request().unwrap_err();
    }
    let dotted = in_host.head_object("my.bucket", "a").request().unwrap_err();
    assert!(dotted.to_string().contains("path_style()"), "{dotted}");
    in_path.head_object("my.bucket", "a").request().unwrap();
}

#[tokio::test]
async fn keys_of_a_listing_are_decoded() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[],
            "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><EncodingType>url</EncodingType>\
             <Contents><Key>a%2Bb+c/%01</Key><Size>1</Size></Contents>\
             <NextContinuationToken>1/+=</NextContinuationToken></ListBucketResult>",
        )
        .answer(
            200,
            &[],
            "<ListBucketResult><Contents><Key>gr%C3%B6%C3%9Fe</Key><Size>0</Size></Contents></ListBucketResult>",
        );
    let objects = client(&recorder).list_objects("b", &ListObjects::default()).items();
    let keys: Vec<String> = objects
        .try_collect()
        .await
        .unwrap()
        .into_iter()
        .map(|object| object.key.0)
        .collect();
    assert_eq!(keys, ["a+b c/\u{1}", "größe"]);
    assert_eq!(
        recorder.lines(),
        [
            "GET /?list-type=2&encoding-type=url",
            "GET /?list-type=2&encoding-type=url&continuation-token=1%2F%2B%3D"
        ]
    );
}

#[tokio::test]
async fn deletion_reports_the_objects_that_are_left() {
    let recorder = Recorder::new().answer(
        200,
        &[],
        "<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code><Message>No</Message>\
         </Error></DeleteResult>",
    );
    let objects = ["a", "<b>"].map(|key| ObjectKey { key: key.to_owned() }).into();
    let deleted = client(&recorder)
        .delete_objects("b", &Delete { objects, quiet: None })
        .await
        .unwrap();
    assert_eq!(
        (deleted.deleted.len(), deleted.errors[0].code.as_deref()),
        (1, Some("AccessDenied"))
    );
    let requests = recorder.requests();
    assert_eq!(
        requests[0].body(),
        "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>a</Key></Object>\
         <Object><Key>&lt;b&gt;</Key></Object></Delete>"
    );
    assert!(requests[0].headers().contains_key("x-amz-checksum-crc32"));
}
