//! Resumable uploads to Google's APIs: 308 is the result of a part, and 200 or 201 that of the whole.

use rest_op::{Api, Bytes, Call, Client, FromResponse, Response, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Uploads: Api {
    /// <https://developers.google.com/workspace/drive/api/guides/manage-uploads#resumable>
    #[rest_op(PUT, "/upload/drive/v3/files?uploadType=resumable")]
    fn upload(
        &self,
        #[query("upload_id")] id: &str,
        #[header("content-range")] range: &str,
        #[body(bytes)] part: &[u8],
    ) -> Call<Upload>;

    #[rest_op(PUT, "/upload/drive/v3/files?uploadType=resumable")]
    fn upload_in_full(&self, #[query("upload_id")] id: &str, #[body(bytes)] part: &[u8]) -> Call<Response<Upload>>;
}

impl Uploads for Client {}

#[derive(Debug, PartialEq, FromResponse)]
enum Upload {
    #[from_response(status = 308)]
    More(Received),
    #[from_response(status = 204, status = 499)]
    Cancelled,
    #[from_response(success)]
    Done(File),
}

#[derive(Debug, PartialEq, FromResponse)]
struct Received {
    #[from_response(header = "range")]
    range: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize, FromResponse)]
struct File {
    id: String,
}

fn client(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://www.googleapis.com").transport(recorder.clone());
    builder.retry(Retry::none()).build().unwrap()
}

#[tokio::test]
async fn status_chooses_the_variant_to_read() {
    let recorder = Recorder::new()
        .answer(308, &[("range", "bytes=0-1")], "not read")
        .answer(308, &[], "")
        .answer(499, &[], "")
        .answer(204, &[], "")
        .answer(200, &[], r#"{"id":"f"}"#)
        .answer(201, &[], r#"{"id":"g"}"#);
    let client = client(&recorder);
    let mut uploads = Vec::new();
    for _ in 0..6 {
        uploads.push(client.upload("7", "bytes 0-1/4", b"ab").await.unwrap());
    }
    let more = |range: Option<&str>| {
        Upload::More(Received {
            range: range.map(str::to_owned),
        })
    };
    let done = |id: &str| Upload::Done(File { id: id.to_owned() });
    assert_eq!(
        uploads,
        [
            more(Some("bytes=0-1")),
            more(None),
            Upload::Cancelled,
            Upload::Cancelled,
            done("f"),
            done("g")
        ]
    );
    let request = &recorder.requests()[0];
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.headers()["content-range"], "bytes 0-1/4");
    assert_eq!(
        recorder.lines()[0],
        "PUT /upload/drive/v3/files?uploadType=resumable&upload_id=7"
    );
}

#[tokio::test]
async fn every_other_status_is_an_error() {
    let recorder = Recorder::new()
        .answer(302, &[("location", "/")], "")
        .answer(404, &[], "");
    let client = client(&recorder);
    let error = client.upload("7", "", b"ab").await.unwrap_err();
    assert_eq!(error.location(), Some("/"));
    let error = client.upload("7", "", b"ab").await.unwrap_err();
    assert_eq!(error.to_string(), "upload: 404 Not Found");
}

#[tokio::test]
async fn response_of_a_result_by_status_has_status_and_headers() {
    let recorder = Recorder::new().answer(308, &[("range", "bytes=0-1")], "");
    let response = client(&recorder).upload_in_full("7", b"ab").await.unwrap();
    assert_eq!(response.status(), 308);
    assert!(matches!(response.value(), Upload::More(_)));
}

/// Variants that are streamed, returned unparsed, or parsed.
#[derive(Debug, FromResponse)]
enum Export<T> {
    #[from_response(status = 202)]
    Pending(T),
    #[from_response(status = 206)]
    Part(Bytes),
    #[from_response(status = 200)]
    Ready(rest_op::ByteStream),
}

trait Exports: Api {
    #[rest_op(GET, "/export")]
    fn export(&self) -> Call<Option<Export<File>>>;
}

impl Exports for Client {}

#[tokio::test]
async fn one_variant_may_be_a_stream_and_another_json() {
    let recorder = Recorder::new()
        .answer(202, &[], r#"{"id":"f"}"#)
        .answer(206, &[], "ab")
        .answer(200, &[], "abcd")
        .answer(204, &[], "");
    let client = client(&recorder);
    assert!(matches!(client.export().await.unwrap(), Some(Export::Pending(file)) if file.id == "f"));
    assert!(matches!(client.export().await.unwrap(), Some(Export::Part(part)) if part == "ab"));
    let Some(Export::Ready(mut stream)) = client.export().await.unwrap() else {
        panic!("another variant");
    };
    assert_eq!(stream.next().await.unwrap().unwrap(), "abcd");
    // Without `success`, no other status is a result.
    let error = client.export().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 204);
    assert!(error.response().is_some());
}
