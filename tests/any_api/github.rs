//! GitHub: its own media types, a version header, release assets on another host.

use rest_op::{Api, Bearer, ByteStream, Call, Client, FromResponse, rest_op};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait GitHub: Api {
    /// Reads a file unchanged.
    #[rest_op(
        GET,
        "/repos/<owner>/<repo>/contents/<path..>",
        header("accept" = "application/vnd.github.raw+json"),
        header("x-github-api-version" = "2022-11-28")
    )]
    fn read_file(&self, owner: &str, repo: &str, path: &str, #[query("ref")] commit: Option<&str>) -> Call<String>;

    /// Opens an issue.
    #[rest_op(POST, "/repos/<owner>/<repo>/issues", header("accept" = "application/vnd.github+json"))]
    fn create_issue(&self, owner: &str, repo: &str, #[member] title: &str, #[member] labels: &[&str]) -> Call<Issue>;

    /// Compares two commits.
    #[rest_op(GET, "/repos/<owner>/<repo>/compare/<base>...<head>")]
    fn compare(&self, owner: &str, repo: &str, base: &str, head: &str) -> Call<serde_json::Value>;
}

trait Uploads: Api {
    /// Uploads an asset of a release.
    #[rest_op(POST, "/repos/<owner>/<repo>/releases/<id>/assets")]
    fn upload_asset(
        &self,
        owner: &str,
        repo: &str,
        id: u64,
        #[query(flatten)] asset: &Asset<'_>,
        #[header("content-type")] media_type: &str,
        #[body(stream)] content: ByteStream,
    ) -> Call<serde_json::Value>;
}

impl GitHub for Client {}
impl Uploads for Client {}

#[derive(Serialize)]
struct Asset<'a> {
    name: &'a str,
    label: Option<&'a str>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Issue {
    #[serde(rename = "number")]
    _number: u64,
}

fn client() -> Client {
    Client::builder("https://api.github.com").build().unwrap()
}

#[test]
fn media_type_and_version_are_constant_headers() {
    let call = client().read_file("rust-lang", "rust", "src/lib c.rs", Some("main"));
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "GET https://api.github.com/repos/rust-lang/rust/contents/src/lib%20c.rs?ref=main\n\
         accept: application/vnd.github.raw+json\n\
         x-github-api-version: 2022-11-28"
    );
    let call = client().create_issue("rust-lang", "rust", "It breaks", &["bug"]);
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "POST https://api.github.com/repos/rust-lang/rust/issues\n\
         accept: application/vnd.github+json\n\
         content-type: application/json\n\
         \n\
         {\"title\":\"It breaks\",\"labels\":[\"bug\"]}"
    );
    let request = client().compare("a", "b", "v1.0", "feature/x").request().unwrap();
    assert_eq!(request.uri().path(), "/repos/a/b/compare/v1.0...feature%2Fx");
}

#[tokio::test]
async fn asset_is_streamed_with_its_length() {
    let recorder = Recorder::new().answer(201, &[], "{}");
    let uploads = Client::builder("https://uploads.github.com")
        .auth(Bearer::new("token"))
        .transport(recorder.clone())
        .build()
        .unwrap();
    let asset = Asset {
        name: "rest-op.tar.gz",
        label: None,
    };
    let content = ByteStream::from("content").sized(7);
    let call = uploads.upload_asset("a", "b", 7, &asset, "application/gzip", content);
    call.await.unwrap();
    let mut request = recorder.requests().remove(0);
    request.headers_mut().remove("authorization");
    assert_eq!(
        wire::text(&request),
        "POST https://uploads.github.com/repos/a/b/releases/7/assets?name=rest-op.tar.gz\n\
         accept: application/json\n\
         content-length: 7\n\
         content-type: application/gzip\n\
         host: uploads.github.com\n\
         \n\
         content"
    );
}
