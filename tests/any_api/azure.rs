//! Azure Storage: the name of an error is in a header, which responses without a body have, too.

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, Retry, rest_op};
use rest_op_tests::recorder::Recorder;

trait Blobs: Api {
    /// <https://learn.microsoft.com/en-us/rest/api/storageservices/get-blob-properties>
    #[rest_op(HEAD, "/<container>/<blob..>")]
    fn blob_exists(&self, container: &str, blob: &str) -> Call<(), BlobError>;

    /// An error type that names another header, and places in the body.
    #[rest_op(HEAD, "/<container>/<blob..>")]
    fn blob_exists_in_stack(&self, container: &str, blob: &str) -> Call<(), StackError>;
}

impl Blobs for Client {}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum BlobError {
    #[api_error(code = "BlobNotFound")]
    NoBlob(ErrorResponse),
    #[api_error(code = "ContainerNotFound")]
    NoContainer(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api_error(code_header = "x-stack-error", code_at = "fault.name", message_at = "fault.text")]
enum StackError {
    #[api_error(code = "BlobNotFound")]
    NoBlob(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

fn client(recorder: Recorder) -> Client {
    let builder = Client::builder("https://account.blob.core.windows.net").transport(recorder);
    builder.retry(Retry::none()).build().unwrap()
}

#[tokio::test]
async fn error_of_head_is_chosen_by_the_header() {
    let client = client(
        Recorder::new()
            .answer(404, &[("x-ms-error-code", "BlobNotFound")], "")
            .answer(404, &[("x-ms-error-code", "ContainerNotFound")], "")
            .answer(404, &[], ""),
    );
    let error = client.blob_exists("a", "b/c").await.unwrap_err();
    assert!(matches!(error.service(), Some(BlobError::NoBlob(_))), "{error:?}");
    assert_eq!(error.to_string(), "blob_exists: 404 BlobNotFound");
    let error = client.blob_exists("a", "b/c").await.unwrap_err();
    assert!(matches!(error.service(), Some(BlobError::NoContainer(_))), "{error:?}");
    let error = client.blob_exists("a", "b/c").await.unwrap_err();
    assert!(matches!(error.service(), Some(BlobError::Other(_))), "{error:?}");
}

#[tokio::test]
async fn code_header_precedes_the_body_and_replaces_the_usual_places() {
    let body = r#"{"code":"Usual","message":"usual","fault":{"name":"BlobNotFound","text":"gone"}}"#;
    let client = client(
        Recorder::new()
            .answer(404, &[("x-stack-error", "BlobNotFound")], "")
            .answer(404, &[("x-stack-error", ""), ("x-ms-error-code", "Usual")], body)
            .answer(
                404,
                &[("x-ms-error-code", "Usual")],
                r#"{"code":"Usual","message":"usual"}"#,
            ),
    );
    let error = client.blob_exists_in_stack("a", "b").await.unwrap_err();
    assert!(matches!(error.service(), Some(StackError::NoBlob(_))), "{error:?}");
    let error = client.blob_exists_in_stack("a", "b").await.unwrap_err();
    assert_eq!(error.to_string(), "blob_exists_in_stack: 404 BlobNotFound: gone");
    let Some(StackError::NoBlob(response)) = error.service() else {
        panic!("{error:?}");
    };
    assert_eq!(response.to_string(), "404 BlobNotFound: gone");
    let error = client.blob_exists_in_stack("a", "b").await.unwrap_err();
    assert_eq!((error.code(), error.message()), (None, None));
    assert!(matches!(error.service(), Some(StackError::Other(_))), "{error:?}");
}
