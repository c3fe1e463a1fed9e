//! GitLab: projects by path, comma lists, forms, files, a key in a header.

use rest_op::timestamp::DateTime;
use rest_op::{Api, ApiKey, ByteStream, Call, Client, FromResponse, Part, Retry, rest_op};
use serde::{Deserialize, Serialize};

use super::{serve, violations};

trait GitLab: Api {
    #[rest_op(GET, "/v3/projects/<project>/issues")]
    fn list_issues(
        &self,
        project: &str,
        #[query] state: &str,
        #[query(comma)] labels: &[&str],
        #[query] per_page: Option<u32>,
    ) -> Call<Issue>;

    #[rest_op(POST, "/v3/projects/<project>/issues")]
    fn create_issue(&self, project: &str, #[body(form)] issue: &NewIssue<'_>) -> Call<Issue>;

    #[rest_op(GET, "/v3/projects/<project>/repository/branches/<branch>")]
    fn get_branch(&self, project: &str, branch: &str) -> Call<Branch>;

    #[rest_op(GET, "/v3/projects/<project>/repository/files")]
    fn get_file(&self, project: &str, #[query] file_path: &str, #[query("ref")] commit: &str) -> Call<()>;

    #[rest_op(DELETE, "/v3/projects/<project>/labels")]
    fn delete_label(&self, project: &str, #[query] name: &str) -> Call<()>;

    #[rest_op(POST, "/v3/projects/<project>/uploads")]
    fn upload(&self, project: &str, #[part] file: Part) -> Call<()>;
}

impl GitLab for Client {}

#[derive(Serialize)]
struct NewIssue<'a> {
    title: Option<&'a str>,
    description: Option<&'a str>,
    assignee_id: Option<u32>,
    confidential: bool,
    created_at: Option<DateTime>,
}

/// The document has every member of it as a string, and one issue where GitLab has a list.
#[derive(Debug, Deserialize, FromResponse)]
struct Issue {
    iid: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Branch {
    name: String,
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("gitlab.com") else { return };
    let anonymous = Client::builder(prism.endpoint()).retry(Retry::none()).build().unwrap();
    let client = anonymous.with_auth(ApiKey::header("private_header", "s3cret")).unwrap();
    let project = "group/sub group/project";

    let issues = client
        .list_issues(project, "opened", &["bug", "To Do"], Some(2))
        .await
        .unwrap();
    assert_eq!(issues.iid, "string");
    let mut issue = NewIssue {
        title: Some("It breaks & burns"),
        description: None,
        assignee_id: Some(3),
        confidential: true,
        created_at: Some(DateTime(time::OffsetDateTime::UNIX_EPOCH)),
    };
    client.create_issue(project, &issue).await.unwrap();
    assert_eq!(client.get_branch(project, "feature/ä").await.unwrap().name, "string");
    client.get_file(project, "src/a b.rs", "main").await.unwrap();
    client.delete_label(project, "To Do").await.unwrap();

    let content = ByteStream::from_reader(&b"\x89PNG\r\n--"[..]).sized(8);
    let picture = Part::stream(content).file_name("a \"b\".png").media_type("image/png");
    client.upload(project, picture).await.unwrap();

    let unauthorized = anonymous.delete_label(project, "To Do").await.unwrap_err();
    assert_eq!(unauthorized.status().unwrap(), 401);
    assert_eq!(
        violations(client.list_issues(project, "ajar", &[], None).await),
        ["query.state enum"]
    );
    issue.title = None;
    assert_eq!(
        violations(client.create_issue(project, &issue).await),
        ["body required"]
    );
}
