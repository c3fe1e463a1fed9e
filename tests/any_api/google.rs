//! Google: a verb after the name in the path, and the first request of a resumable upload.

use rest_op::{Api, ApiKey, Call, Client, FromResponse, rest_op};
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait Gemini: Api {
    /// Generates content.
    #[rest_op(
        POST,
        "/v1beta/models/<model>:generateContent",
        timeout = "10m",
        attempt_timeout = "5m"
    )]
    fn generate_content(&self, model: &str, #[member] contents: &[Content<'_>]) -> Call<Generated>;

    /// Counts tokens.
    #[rest_op(POST, "/v1beta/models/<model>:countTokens", idempotent)]
    fn count_tokens(&self, model: &str, #[member] contents: &[Content<'_>]) -> Call<Generated>;

    /// Begins the upload of a file; the response header `x-goog-upload-url` contains its URL.
    #[rest_op(
        POST,
        "/upload/v1beta/files",
        header("x-goog-upload-protocol" = "resumable"),
        header("x-goog-upload-command" = "start")
    )]
    fn begin_upload(
        &self,
        #[header("x-goog-upload-header-content-length")] length: u64,
        #[header("x-goog-upload-header-content-type")] media_type: &str,
        #[member] file: &File<'_>,
    ) -> Call<UploadUrl>;
}

impl Gemini for Client {}

#[derive(Serialize)]
struct Content<'a> {
    role: Option<&'a str>,
    parts: &'a [Text<'a>],
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    display_name: &'a str,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Generated {
    #[serde(default, rename = "candidates")]
    _candidates: Vec<serde_json::Value>,
}

#[derive(Debug, FromResponse)]
struct UploadUrl {
    #[from_response(header = "x-goog-upload-url")]
    _url: String,
}

fn client() -> Client {
    Client::builder("https://generativelanguage.googleapis.com")
        .auth(ApiKey::header("x-goog-api-key", "key"))
        .build()
        .unwrap()
}

#[test]
fn custom_verb_follows_the_name() {
    let contents = [Content {
        role: None,
        parts: &[Text {
            text: "Why is the sky blue?",
        }],
    }];
    assert_eq!(
        wire::text(
            &client()
                .generate_content("gemini-2.0-flash", &contents)
                .request()
                .unwrap()
        ),
        "POST https://generativelanguage.googleapis.com/v1beta/models/gemini-2.0-flash:generateContent\n\
         accept: application/json\n\
         content-type: application/json\n\
         \n\
         {\"contents\":[{\"role\":null,\"parts\":[{\"text\":\"Why is the sky blue?\"}]}]}"
    );
    let request = client().count_tokens("a:b", &contents).request().unwrap();
    assert_eq!(request.uri().path(), "/v1beta/models/a%3Ab:countTokens");
}

#[test]
fn upload_begins_with_headers_that_describe_it() {
    let call = client().begin_upload(1024, "video/mp4", &File { display_name: "Talk" });
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "POST https://generativelanguage.googleapis.com/upload/v1beta/files\n\
         content-type: application/json\n\
         x-goog-upload-command: start\n\
         x-goog-upload-header-content-length: 1024\n\
         x-goog-upload-header-content-type: video/mp4\n\
         x-goog-upload-protocol: resumable\n\
         \n\
         {\"file\":{\"display_name\":\"Talk\"}}"
    );
}
