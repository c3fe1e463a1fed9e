//! GitLab: forms, and slashes in a label.

use rest_op::ApiKey;
use rest_op::timestamp::DateTime;

use super::{client, serve};
use crate::imported::gitlab::{
    GetV3ProjectsIdIssues, GetV3ProjectsIdIssuesState, Gitlab, PostV3ProjectsIdIssuesRequest,
};
use crate::prism::violations;

const PATHS: &[&str] = &[
    "/v3/projects/{id}/issues",
    "/v3/projects/{id}/issues/{issue_id}",
    "/v3/dockerfiles/{name}",
];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let Some(prism) = serve("gitlab.com", PATHS, |_| {}) else {
        return;
    };
    let key = ApiKey::header("private_header", "s3cret");
    let gitlab = client(&prism).auth(key).build().unwrap();
    let project = "group/sub group/project";

    let mut options = GetV3ProjectsIdIssues {
        state: Some(GetV3ProjectsIdIssuesState::Opened),
        labels: Some("bug,To Do".to_owned()),
        per_page: Some(2),
        ..GetV3ProjectsIdIssues::default()
    };
    let issue = gitlab.get_v3_projects_id_issues(project, &options).await.unwrap();
    assert_eq!(issue.iid.as_deref(), Some("string"));
    let new = PostV3ProjectsIdIssuesRequest {
        title: "It breaks & burns".to_owned(),
        created_at: Some(DateTime(time::OffsetDateTime::UNIX_EPOCH)),
        assignee_id: Some(3),
        confidential: Some(true),
        ..PostV3ProjectsIdIssuesRequest::default()
    };
    gitlab.post_v3_projects_id_issues(project, &new).await.unwrap();
    gitlab.delete_v3_projects_id_issues_issue_id(project, 7).await.unwrap();
    gitlab.get_v3_dockerfiles_name("Rust + Node").await.unwrap();

    options.state = Some(GetV3ProjectsIdIssuesState::Other("ajar".to_owned()));
    assert_eq!(
        violations(gitlab.get_v3_projects_id_issues(project, &options).await),
        ["query.state enum"]
    );
}
