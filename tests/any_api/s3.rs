//! Amazon S3: operations that take long begin their response with status 200, and may end it with an error.

use std::time::Duration;

use rest_op::{Api, ApiError, ByteStream, Call, Client, ErrorResponse, FromResponse, Retry, rest_op};
use rest_op_tests::recorder::Recorder;

trait Objects: Api {
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html>
    #[rest_op(POST, "/<key..>", idempotent)]
    fn complete_upload(&self, key: &str, #[query("uploadId")] id: &str, #[body(text)] parts: &str)
    -> Call<(), S3Error>;

    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html>
    #[rest_op(PUT, "/<key..>")]
    fn copy(&self, key: &str, #[header("x-amz-copy-source")] source: &str) -> Call<Copied, S3Error>;

    #[rest_op(GET, "/<key..>")]
    fn get(&self, key: &str) -> Call<ByteStream, S3Error>;
}

impl Objects for Client {}

#[derive(Debug, PartialEq, FromResponse)]
struct Copied {
    #[from_response(header = "x-amz-version-id")]
    version: Option<String>,
}

#[derive(Debug, ApiError)]
#[api_error(when(xml_root = "Error"))]
enum S3Error {
    #[api_error(code = "EntityTooSmall")]
    PartTooSmall,
    #[api_error(other)]
    Other(ErrorResponse),
}

fn client(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://bucket.s3.amazonaws.com").transport(recorder.clone());
    builder.retry(Retry::standard().base(Duration::ZERO)).build().unwrap()
}

/// As it is sent, beginning with the white space that keeps the connection alive.
const INTERNAL_ERROR: &str = "\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code>\
    <Message>We encountered an internal error. Please try again.</Message></Error>";
const TOO_SMALL: &str = "<Error xmlns=\"x\"><Code>EntityTooSmall</Code><Message>Too small</Message></Error>";
const COMPLETED: &str = "<CompleteMultipartUploadResult><Key>Error</Key></CompleteMultipartUploadResult>";

#[tokio::test]
async fn error_with_status_200_is_retried_by_its_code() {
    let recorder = Recorder::new()
        .answer(200, &[], INTERNAL_ERROR)
        .answer(200, &[], COMPLETED);
    client(&recorder).complete_upload("a", "7", "<x/>").await.unwrap();
    assert_eq!(recorder.lines(), ["POST /a?uploadId=7"; 2]);

    let recorder = Recorder::new()
        .answer(200, &[], INTERNAL_ERROR)
        .answer(200, &[], INTERNAL_ERROR)
        .answer(200, &[], INTERNAL_ERROR);
    let error = client(&recorder).copy("a", "/b/c").await.unwrap_err();
    assert!(error.is_retryable());
    assert!(matches!(error.service(), Some(S3Error::Other(response)) if response.code() == Some("InternalError")));
    assert_eq!(
        error.to_string(),
        "copy (3 attempts): 200 InternalError: We encountered an internal error. Please try again."
    );
    assert_eq!(error.attempts(), 3);
}

#[tokio::test]
async fn final_error_with_status_200_is_typed() {
    let recorder =
        Recorder::new()
            .answer(200, &[], TOO_SMALL)
            .answer(200, &[("x-amz-version-id", "v")], "<CopyObjectResult/>");
    let client = client(&recorder);
    let error = client.complete_upload("a", "7", "<x/>").await.unwrap_err();
    assert!(matches!(error.service(), Some(S3Error::PartTooSmall)), "{error:?}");
    assert_eq!(
        client.copy("a", "/b/c").await.unwrap(),
        Copied {
            version: Some("v".to_owned())
        }
    );
}

#[tokio::test]
async fn object_that_contains_an_xml_error_is_a_result() {
    let recorder = Recorder::new().answer(200, &[], TOO_SMALL);
    let mut stream = client(&recorder).get("a").await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), TOO_SMALL);
}
