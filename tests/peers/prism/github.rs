//! GitHub: comma lists, members, text, uploads, media types, links, results by status.

use std::collections::BTreeMap;

use rest_op::timestamp::DateTime;
use rest_op::{
    Api, ApiError, Blob, ByteStream, Call, Client, ErrorResponse, FromResponse, Json, Linked, Retry, rest_op,
};
use serde::{Deserialize, Serialize};

use super::{serve, violations};

trait GitHub: Api {
    #[rest_op(GET, "/repos/<owner>/<repo>/issues")]
    fn list_issues(
        &self,
        owner: &str,
        repo: &str,
        #[query(comma)] labels: &[&str],
        #[query(flatten)] filter: &IssueFilter<'_>,
    ) -> Call<Linked<Issue>, GitHubError>;

    #[rest_op(PUT, "/repos/<owner>/<repo>/contents/<path>")]
    fn put_file(
        &self,
        owner: &str,
        repo: &str,
        path: &str,
        #[member] message: Option<&str>,
        #[member] content: &Blob,
        #[member] sha: Option<&str>,
        #[member] committer: Option<&BTreeMap<&str, &str>>,
    ) -> Call<Committed, GitHubError>;

    #[rest_op(GET, "/repos/<owner>/<repo>/contents/<path>")]
    fn list_folder(
        &self,
        owner: &str,
        repo: &str,
        path: &str,
        #[query("ref")] commit: &str,
    ) -> Call<Vec<Entry>, GitHubError>;

    #[rest_op(PUT, "/repos/<owner>/<repo>/topics")]
    fn set_topics(&self, owner: &str, repo: &str, #[member] names: &[&str]) -> Call<Topics, GitHubError>;

    #[rest_op(POST, "/markdown/raw", content_type = "text/x-markdown")]
    fn render(&self, #[body(text)] markdown: &str) -> Call<String, GitHubError>;

    #[rest_op(POST, "/repos/<owner>/<repo>/releases/<release>/assets")]
    fn upload_asset(
        &self,
        owner: &str,
        repo: &str,
        release: u64,
        #[query] name: &str,
        #[body(stream)] content: ByteStream,
    ) -> Call<Asset, GitHubError>;

    #[rest_op(GET, "/repos/<owner>/<repo>/stats/contributors")]
    fn contributors(&self, owner: &str, repo: &str) -> Call<Contributors, GitHubError>;
}

impl GitHub for Client {}

#[derive(Serialize)]
struct IssueFilter<'a> {
    state: &'a str,
    since: Option<DateTime>,
    per_page: Option<u8>,
    page: Option<u32>,
}

#[derive(Debug, Deserialize)]
struct Issue {
    number: u64,
    created_at: DateTime,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Committed {
    content: Entry,
}

#[derive(Debug, Deserialize)]
struct Entry {
    path: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Topics {
    names: Vec<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Asset {
    state: String,
}

#[derive(Debug, FromResponse)]
enum Contributors {
    #[from_response(status = 204)]
    Empty,
    #[from_response(success)]
    Ready(Json<Vec<Contributor>>),
}

#[derive(Debug, Deserialize)]
struct Contributor {
    total: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum GitHubError {
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

const EPOCH: DateTime = DateTime(time::OffsetDateTime::UNIX_EPOCH);

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("github.com-api.github.com") else {
        return;
    };
    let builder = Client::builder(prism.endpoint()).retry(Retry::none());
    let client = builder.build().unwrap();
    let (owner, repo) = ("rust-lang", "rust");

    let mut filter = IssueFilter {
        state: "open",
        since: Some(EPOCH),
        per_page: Some(2),
        page: None,
    };
    let issues = client
        .list_issues(owner, repo, &["bug", "good first issue"], &filter)
        .await
        .unwrap();
    assert_eq!(
        issues.links.target("next"),
        Some("https://api.github.com/resource?page=2")
    );
    assert_eq!(
        (issues.items[0].number, issues.items[0].created_at > EPOCH),
        (1347, true)
    );

    let committer = BTreeMap::from([("name", "Mona"), ("email", "mona@example.com")]);
    let content = Blob::from("naïve");
    let put = |message, committer| client.put_file(owner, repo, "src/a b.rs", message, &content, None, committer);
    assert_eq!(
        put(Some("add"), Some(&committer)).await.unwrap().content.path,
        "notes/hello.txt"
    );
    let entries = client.list_folder(owner, repo, "src/sub folder", "main").await.unwrap();
    assert_eq!(entries[0].path, "lib/octokit.rb");
    assert_eq!(client.set_topics(owner, repo, &["rust"]).await.unwrap().names.len(), 4);

    assert_eq!(
        client.render("# *Hi*").await.unwrap(),
        "<p>Hello <strong>world</strong></p>"
    );
    let content = ByteStream::from_reader(&b"PK\x05\x06\xff"[..]).sized(5);
    assert_eq!(
        client
            .upload_asset(owner, repo, 1, "a b.zip", content)
            .await
            .unwrap()
            .state,
        "uploaded"
    );

    let ready = client.contributors(owner, repo).await.unwrap();
    assert!(
        matches!(&ready, Contributors::Ready(Json(ready)) if ready[0].total == 135),
        "{ready:?}"
    );
    let empty = client
        .contributors(owner, repo)
        .header("prefer", "code=204")
        .await
        .unwrap();
    assert!(matches!(empty, Contributors::Empty), "{empty:?}");
    let missing = client
        .list_issues(owner, repo, &[], &filter)
        .header("prefer", "code=404")
        .await
        .unwrap_err();
    assert!(matches!(missing.service(), Some(GitHubError::NotFound(_))), "{missing}");

    filter.state = "ajar";
    assert_eq!(
        violations(client.list_issues(owner, repo, &[], &filter).await),
        ["query.state enum"]
    );
    assert_eq!(violations(put(None, None).await), ["body required"]);
}
