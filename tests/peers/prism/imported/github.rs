//! GitHub: pages by links, unions of texts and objects, values such as `+1`.

use rest_op::timestamp::DateTime;

use super::{client, serve};
use crate::imported::github::{
    Content, GitHub, GitHubError, IssuesCreateRequest, IssuesCreateRequestLabel, IssuesCreateRequestLabelObject,
    IssuesCreateRequestMilestone, IssuesCreateRequestTitle, IssuesListForRepo, IssuesListForRepoState,
    IssuesUpdateRequest, IssuesUpdateRequestStateReason, ReactionsCreateForIssueRequest, State,
};
use crate::prism::violations;

const PATHS: &[&str] = &[
    "/repos/{owner}/{repo}/issues",
    "/repos/{owner}/{repo}/issues/{issue_number}",
    "/repos/{owner}/{repo}/issues/{issue_number}/reactions",
];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let Some(prism) = serve("github.com-api.github.com", PATHS, |_| {}) else {
        return;
    };
    let github = client(&prism).build().unwrap();
    let (owner, repo) = ("octocat", "Hello-World");

    let mut options = IssuesListForRepo {
        state: Some(IssuesListForRepoState::All),
        labels: Some("bug,ui,@high".to_owned()),
        since: Some(DateTime(time::OffsetDateTime::UNIX_EPOCH)),
        per_page: Some(2),
        ..IssuesListForRepo::default()
    };
    let issues = github.issues_list_for_repo(owner, repo, &options).await.unwrap();
    assert_eq!(issues.items[0].number, 1347);
    assert_eq!(
        issues.links.target("next"),
        Some("https://api.github.com/resource?page=2")
    );

    let label = IssuesCreateRequestLabelObject {
        name: Some("bug".to_owned()),
        ..IssuesCreateRequestLabelObject::default()
    };
    let new = IssuesCreateRequest {
        title: IssuesCreateRequestTitle::String("Found a bug".to_owned()),
        body: Some("I'm having a problem with this.".to_owned()),
        assignee: None,
        assignees: Some(vec!["octocat".to_owned()]),
        milestone: Some(IssuesCreateRequestMilestone::Number(1)),
        labels: Some(vec![
            IssuesCreateRequestLabel::String("ui".to_owned()),
            IssuesCreateRequestLabel::Object(label),
        ]),
    };
    assert_eq!(github.issues_create(owner, repo, &new).await.unwrap().number, 1347);
    let change = IssuesUpdateRequest {
        state: Some(State::Closed),
        state_reason: Some(IssuesUpdateRequestStateReason::NotPlanned),
        ..IssuesUpdateRequest::default()
    };
    let changed = github.issues_update(owner, repo, 1347, Some(&change)).await.unwrap();
    assert_eq!(changed.title, "Found a bug");
    let reaction = ReactionsCreateForIssueRequest {
        content: Content::Plus1,
    };
    let reaction = github.reactions_create_for_issue(owner, repo, 1, &reaction).await;
    assert_eq!(reaction.unwrap().content, Content::Heart);

    let gone = github
        .issues_create(owner, repo, &new)
        .header("prefer", "code=410")
        .await;
    let gone = gone.unwrap_err();
    assert!(matches!(gone.service(), Some(GitHubError::Gone(_))), "{gone}");

    options.state = Some(IssuesListForRepoState::Other("ajar".to_owned()));
    assert_eq!(
        violations(github.issues_list_for_repo(owner, repo, &options).await),
        ["query.state enum"]
    );
    let other = ReactionsCreateForIssueRequest {
        content: Content::Other("+2".to_owned()),
    };
    assert_eq!(
        violations(github.reactions_create_for_issue(owner, repo, 1, &other).await),
        ["body.content enum"]
    );
}
