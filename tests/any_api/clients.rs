//! Clients of an API that is served at several hosts, or with parameters that every operation has.

use rest_op::{
    Api, Bearer, Call, Client, ClientBuilder, FromResponse, Linked, Next, Page, Retry, SigV4, Transport, rest_op,
};
use rest_op_tests::fixture::credentials;
use rest_op_tests::recorder::Recorder;
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};
use serde::{Deserialize, Serialize};

/// A client whose user agent does not depend on the version.
fn client(endpoint: &str, transport: impl Transport) -> ClientBuilder {
    Client::builder(endpoint).user_agent("app").transport(transport)
}

/// The requests as they were sent: request line, header fields by name, body.
fn sent(recorder: &Recorder) -> Vec<String> {
    let requests = recorder.requests();
    let texts = requests.iter().map(|request| {
        let mut fields: Vec<String> = request
            .headers()
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
            .collect();
        fields.sort_unstable();
        let body = std::str::from_utf8(request.body()).unwrap();
        format!(
            "{} {}\n{}\n\n{body}",
            request.method(),
            request.uri(),
            fields.join("\n")
        )
    });
    texts.collect()
}

/// Slack's files: the content is sent to a URL that Slack returns.
trait Slack: Api {
    #[rest_op(GET, "/files.getUploadURLExternal")]
    fn upload_url(&self, #[query] filename: &str, #[query] length: usize) -> Call<UploadUrl>;

    #[rest_op(POST, "/")]
    fn upload(&self, #[body(bytes)] content: &[u8]) -> Call<String>;

    #[rest_op(POST, "/files.completeUploadExternal")]
    fn complete_upload(&self, #[body(form)] files: &Files<'_>) -> Call<()>;
}

impl Slack for Client {}

#[derive(Deserialize, FromResponse)]
struct UploadUrl {
    upload_url: String,
    file_id: String,
}

#[derive(Serialize)]
struct Files<'a> {
    files: &'a str,
}

#[tokio::test]
async fn upload_step_of_slack_goes_to_another_host_without_credentials() {
    let recorder = Recorder::new()
        .answer(
            200,
            &[],
            r#"{"ok":true,"upload_url":"https://files.slack.com/upload/v1/CwAB?sig=a%2Bb&e=1","file_id":"F1"}"#,
        )
        .answer(200, &[], "OK - 5")
        .answer(200, &[], "{}");
    let slack = client("https://slack.com/api", recorder.clone()).auth(Bearer::new("xoxb-1"));
    let slack = slack.build().unwrap();

    let place = slack.upload_url("a.txt", 5).await.unwrap();
    let files = slack.with_endpoint(&place.upload_url).unwrap();
    assert_eq!(files.upload(b"hello").at(&place.upload_url).await.unwrap(), "OK - 5");
    let list = format!(r#"[{{"id":"{}"}}]"#, place.file_id);
    slack.complete_upload(&Files { files: &list }).await.unwrap();

    assert_eq!(
        sent(&recorder),
        [
            "GET https://slack.com/api/files.getUploadURLExternal?filename=a.txt&length=5\n\
             accept: application/json\nauthorization: Bearer xoxb-1\nhost: slack.com\nuser-agent: app\n\n",
            "POST https://files.slack.com/upload/v1/CwAB?sig=a%2Bb&e=1\n\
             accept: */*\ncontent-length: 5\ncontent-type: application/octet-stream\nhost: files.slack.com\n\
             user-agent: app\n\nhello",
            "POST https://slack.com/api/files.completeUploadExternal\n\
             accept: */*\nauthorization: Bearer xoxb-1\ncontent-length: 37\n\
             content-type: application/x-www-form-urlencoded\nhost: slack.com\nuser-agent: app\n\n\
             files=%5B%7B%22id%22%3A%22F1%22%7D%5D",
        ]
    );
}

/// GitHub's release assets are uploaded to a separate host, with the same credentials.
trait Assets: Api {
    #[rest_op(POST, "/repos/<owner>/<repo>/releases/<id>/assets")]
    fn upload_asset(
        &self,
        owner: &str,
        repo: &str,
        id: u64,
        #[query] name: &str,
        #[body(bytes)] content: &[u8],
    ) -> Call<()>;
}

impl Assets for Client {}

#[tokio::test]
async fn uploads_host_of_github_receives_credentials_only_if_they_are_set_again() {
    let recorder = Recorder::new().answer(201, &[], "").answer(201, &[], "");
    let github = client("https://api.github.com", recorder.clone()).auth(Bearer::new("ghp_1"));
    let github = github.header("x-github-api-version", "2022-11-28").build().unwrap();
    let uploads = github.with_endpoint("https://uploads.github.com").unwrap();
    uploads.upload_asset("o", "r", 1, "a.zip", b"PK").await.unwrap();
    let uploads = uploads.with_auth(Bearer::new("ghp_1")).unwrap();
    uploads.upload_asset("o", "r", 1, "a.zip", b"PK").await.unwrap();
    let request = |authorization: &str| {
        format!(
            "POST https://uploads.github.com/repos/o/r/releases/1/assets?name=a.zip\n\
             accept: */*\n{authorization}content-length: 2\ncontent-type: application/octet-stream\n\
             host: uploads.github.com\nuser-agent: app\nx-github-api-version: 2022-11-28\n\nPK"
        )
    };
    assert_eq!(sent(&recorder), [request(""), request("authorization: Bearer ghp_1\n")]);
}

/// Microsoft Graph's large uploads: pieces are sent to a URL that needs no other credentials.
trait UploadSession: Api {
    #[rest_op(PUT, "/")]
    fn put_piece(&self, #[header("content-range")] range: &str, #[body(bytes)] piece: &[u8]) -> Call<()>;
}

impl UploadSession for Client {}

#[tokio::test]
async fn query_of_a_presigned_url_is_sent_unchanged_and_without_parameters_of_the_client() {
    let recorder = Recorder::new().answer(202, &[], "");
    let graph = client("https://graph.microsoft.com/v1.0", recorder.clone()).auth(Bearer::new("token"));
    let graph = graph.query("api-version", "1").build().unwrap();
    // As OneDrive returns them: a path that is not a base path, encoded in more than one way.
    let url = "https://sn3302.up.1drv.com:443/up/fe6987415ace7X4e1eF866337?tempauth=a%2fb+c~d==&x=%C3%A9&&flag";
    let session = graph.with_endpoint(url).unwrap();
    session.put_piece("bytes 0-1/5", b"he").at(url).await.unwrap();
    assert_eq!(
        sent(&recorder),
        [
            "PUT https://sn3302.up.1drv.com/up/fe6987415ace7X4e1eF866337?tempauth=a%2fb+c~d==&x=%C3%A9&&flag\n\
             accept: */*\ncontent-length: 2\ncontent-range: bytes 0-1/5\ncontent-type: application/octet-stream\n\
             host: sn3302.up.1drv.com\nuser-agent: app\n\nhe"
        ]
    );
}

#[test]
fn endpoint_of_another_host_is_validated_and_its_error_contains_no_query() {
    let api = Client::builder("https://api.example.com").build().unwrap();
    for (url, message) in [
        ("files.example.com", "has no scheme"),
        ("https://user:s3cret@files.example.com/a?sig=s3cret", "user name"),
        ("https://127.1/a?sig=s3cret", "URL parsers"),
    ] {
        let error = api.with_endpoint(url).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
        assert!(!error.contains("s3cret"), "{error}");
    }
    let elsewhere = api.with_endpoint("http://files.example.com").unwrap();
    let error = elsewhere.with_auth(Bearer::new("s3cret")).unwrap_err();
    assert!(error.to_string().contains("over plain HTTP"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn other_host_shares_retry_tokens_and_settings() {
    let script = Scripted::new([Step::answer(503, &[], "")]);
    let api = Client::builder("https://api.example.com").transport(script.clone());
    let api = api.retry(Retry::standard().attempts(2)).build().unwrap();
    let files = api.with_endpoint("https://files.example.com").unwrap();
    // 500 tokens, of which a retry takes 5.
    for _ in 0..50 {
        assert_eq!(api.get_thing("a").await.unwrap_err().attempts(), 2);
        assert_eq!(files.get_thing("a").await.unwrap_err().attempts(), 2);
    }
    assert_eq!(files.get_thing("a").await.unwrap_err().attempts(), 1);
    assert_eq!(api.get_thing("a").await.unwrap_err().attempts(), 1);
    assert_eq!(script.count(), 202);
}

/// The resources of an Azure subscription.
trait Azure: Api {
    #[rest_op(GET, "/subscriptions")]
    fn subscriptions(&self) -> Call<Resources>;

    #[rest_op(GET, "/resources")]
    fn resources(
        &self,
        #[query("$filter")] filter: Option<&str>,
        #[query("api-version")] version: Option<&str>,
    ) -> Call<Resources>;

    #[rest_op(GET, "/usages?api-version=2020-01-01&x")]
    fn usages(&self) -> Call<Resources>;

    #[rest_op(GET, "/tags")]
    fn tags(&self, #[query(flatten)] parameters: &[(&str, &str)]) -> Call<Resources>;

    #[rest_op(GET, "/links")]
    fn links(&self) -> Call<Linked<u8>>;

    #[rest_op(POST, "/jobs")]
    fn job(&self, #[query] id: u8) -> Call<()>;
}

impl Azure for Client {}

#[derive(Deserialize, FromResponse)]
#[serde(rename_all = "camelCase")]
struct Resources {
    value: Vec<u8>,
    next_link: Option<String>,
}

impl Page for Resources {
    type Item = u8;

    fn next(&self) -> Option<Next> {
        self.next_link.as_deref().map(Next::url)
    }

    fn into_items(self) -> Vec<u8> {
        self.value
    }
}

fn azure(recorder: &Recorder) -> Client {
    let client = client("https://management.azure.com", recorder.clone()).query("api-version", "2019-01-01");
    // The later one applies.
    client
        .query("api-version", "2024-01-01")
        .query("a b", "c&d")
        .build()
        .unwrap()
}

#[tokio::test]
async fn query_of_the_client_is_sent_unless_the_operation_sets_the_key() {
    let empty = || Recorder::new().answer(200, &[], r#"{"value":[]}"#);
    let target = async |call: fn(&Client) -> Call<Resources>| {
        let recorder = empty();
        let call = call(&azure(&recorder));
        let line = call.curl().unwrap();
        call.await.unwrap();
        let sent = recorder.requests()[0].uri().to_string();
        assert!(line.contains(&format!("'{sent}'")), "{line}");
        sent.strip_prefix("https://management.azure.com").unwrap().to_owned()
    };
    assert_eq!(
        target(Azure::subscriptions).await,
        "/subscriptions?api-version=2024-01-01&a%20b=c%26d"
    );
    assert_eq!(
        target(|azure| azure.resources(Some("x eq 1"), None)).await,
        "/resources?%24filter=x%20eq%201&api-version=2024-01-01&a%20b=c%26d"
    );
    assert_eq!(
        target(|azure| azure.resources(None, Some("2025-01-01"))).await,
        "/resources?api-version=2025-01-01&a%20b=c%26d"
    );
    assert_eq!(
        target(Azure::usages).await,
        "/usages?api-version=2020-01-01&x&a%20b=c%26d"
    );
    assert_eq!(
        target(|azure| azure.tags(&[("a b", ""), ("api-versions", "1")])).await,
        "/tags?a%20b=&api-versions=1&api-version=2024-01-01"
    );
}

#[tokio::test]
async fn query_of_the_client_is_not_added_to_urls_from_the_service() {
    let next = r#"{"value":[1],"nextLink":"https://management.azure.com/subscriptions?$skiptoken=a%2b"}"#;
    let link = ("link", r#"</links?page=2>; rel="next""#);
    let recorder = Recorder::new()
        .answer(200, &[], next)
        .answer(200, &[], r#"{"value":[2]}"#)
        .answer(200, &[link], "[1]")
        .answer(200, &[], "[2]")
        .answer(202, &[], "");
    let azure = azure(&recorder);
    assert_eq!(azure.subscriptions().items().try_collect().await.unwrap(), [1, 2]);
    assert_eq!(azure.links().items().try_collect().await.unwrap(), [1, 2]);
    azure.job(7).at("/operations/1?t=x").await.unwrap();
    assert_eq!(
        recorder.lines(),
        [
            "GET /subscriptions?api-version=2024-01-01&a%20b=c%26d",
            "GET /subscriptions?$skiptoken=a%2b",
            "GET /links?api-version=2024-01-01&a%20b=c%26d",
            "GET /links?page=2",
            // Arguments belong to the call, and are sent.
            "POST /operations/1?t=x&id=7",
        ]
    );
}

/// An object store: the bucket precedes the host.
trait Objects: Api {
    #[rest_op(GET, "/<key..>", host_prefix = "<bucket>.")]
    fn object(&self, bucket: &str, key: &str) -> Call<()>;

    #[rest_op(GET, "/?list-type=2", host_prefix = "data.<bucket>-<zone>.")]
    fn list(&self, bucket: &str, zone: &str) -> Call<()>;
}

impl Objects for Client {}

#[tokio::test]
async fn labels_of_the_host_prefix_become_the_first_path_segments() {
    let recorder = Recorder::new().answer(200, &[], "").answer(200, &[], "");
    let store = client("http://127.0.0.1:9000/base", recorder.clone()).path_style();
    let store = store
        .auth(SigV4::new("s3", "us-east-1", credentials(None)))
        .build()
        .unwrap();
    store.object("My.bucket", "a/b c").await.unwrap();
    store.list("b/1", "é").await.unwrap();
    let requests = recorder.requests();
    let urls: Vec<_> = requests.iter().map(|request| request.uri().to_string()).collect();
    assert_eq!(
        urls,
        [
            "http://127.0.0.1:9000/base/My.bucket/a/b%20c",
            "http://127.0.0.1:9000/base/b%2F1/%C3%A9/?list-type=2"
        ]
    );
    assert!(
        requests
            .iter()
            .all(|request| request.headers()["host"] == "127.0.0.1:9000")
    );
}

#[test]
fn invalid_host_label_is_rejected_with_path_style_as_the_remedy() {
    let virtual_hosts = Client::builder("https://s3.example").build().unwrap();
    assert_eq!(
        virtual_hosts
            .object("my.bucket", "a")
            .request()
            .unwrap_err()
            .to_string(),
        "object: `bucket` is not a host label; must have 1 to 63 letters, digits or inner hyphens, or build the client \
         with `path_style()` (nothing was sent)"
    );
    let paths = Client::builder("https://s3.example").path_style().build().unwrap();
    for (bucket, key, message) in [
        (
            "",
            "a",
            "`bucket` is empty; a path parameter must have at least one character",
        ),
        (
            "..",
            "a",
            "`bucket` makes a path segment `.` or `..`, which URL parsers remove; use another value",
        ),
    ] {
        let error = paths.object(bucket, key).request().unwrap_err();
        assert_eq!(error.to_string(), format!("object: {message} (nothing was sent)"));
    }
    // Another host is addressed in the same way.
    let other = paths.with_endpoint("http://192.0.2.1").unwrap();
    assert_eq!(
        other.object("my.bucket", "a").request().unwrap().uri(),
        "http://192.0.2.1/my.bucket/a"
    );
}

#[tokio::test]
async fn client_of_another_host_has_the_same_response_limit() {
    let recorder = Recorder::new().answer(200, &[], Thing::new("a").json());
    let api = client("https://api.example.com", recorder.clone()).max_response_bytes(5);
    let files = api
        .build()
        .unwrap()
        .with_endpoint("https://files.example.com/v2/")
        .unwrap();
    let error = files.get_thing("a").await.unwrap_err();
    assert!(error.to_string().contains("longer than 5 bytes"), "{error}");
    assert_eq!(recorder.requests()[0].uri(), "https://files.example.com/v2/things/a");
}
