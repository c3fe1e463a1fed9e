//! GitHub v3 REST API.
//!
//! From `github.com-api.github.com.json.gz`, version `1.1.4`, SHA-256 `770006b4b901eac0fad9d69c8a371b8f7c972954c3c97a78905f5a824ccfb76c`:
//! `rest-op-import github.com-api.github.com.json.gz --op issues/list-for-repo --op issues/create --op issues/update --op reactions/create-for-issue --opaque repository`
//!
//! `Client::builder("https://api.github.com").build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{
    Api, ApiError, Call, Client, ErrorResponse, FromResponse, Linked, rest_op, serde_json::Value, timestamp::DateTime,
};
use serde::{Deserialize, Serialize};

/// The operations of GitHub v3 REST API.
pub trait GitHub: Api {
    /// List repository issues.
    ///
    /// [Reference](https://docs.github.com/rest/reference/issues#list-repository-issues)
    #[rest_op(GET, "/repos/<owner>/<repo>/issues")]
    fn issues_list_for_repo(
        &self,
        owner: &str,
        repo: &str,
        #[query(flatten)] options: &IssuesListForRepo,
    ) -> Call<Linked<Issue>, GitHubError>;

    /// Create an issue.
    ///
    /// [Reference](https://docs.github.com/rest/reference/issues#create-an-issue)
    #[rest_op(POST, "/repos/<owner>/<repo>/issues")]
    fn issues_create(&self, owner: &str, repo: &str, #[body] body: &IssuesCreateRequest) -> Call<Issue, GitHubError>;

    /// Update an issue.
    ///
    /// [Reference](https://docs.github.com/rest/reference/issues#update-an-issue)
    #[rest_op(PATCH, "/repos/<owner>/<repo>/issues/<issue_number>")]
    fn issues_update(
        &self,
        owner: &str,
        repo: &str,
        issue_number: i64,
        #[body] body: Option<&IssuesUpdateRequest>,
    ) -> Call<Issue, GitHubError>;

    /// Create reaction for an issue.
    ///
    /// [Reference](https://docs.github.com/rest/reference/reactions#create-reaction-for-an-issue)
    #[rest_op(POST, "/repos/<owner>/<repo>/issues/<issue_number>/reactions")]
    fn reactions_create_for_issue(
        &self,
        owner: &str,
        repo: &str,
        issue_number: i64,
        #[body] body: &ReactionsCreateForIssueRequest,
    ) -> Call<Reaction, GitHubError>;
}

impl GitHub for Client {}

/// The optional parameters of [`issues_list_for_repo`](GitHub::issues_list_for_repo).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IssuesListForRepo {
    /// If an `integer` is passed, it should refer to a milestone by its `number` field.
    pub milestone: Option<String>,
    /// Indicates the state of the issues to return.
    pub state: Option<IssuesListForRepoState>,
    /// Can be the name of a user.
    pub assignee: Option<String>,
    /// The user that created the issue.
    pub creator: Option<String>,
    /// A user that's mentioned in the issue.
    pub mentioned: Option<String>,
    /// A list of comma separated label names.
    pub labels: Option<String>,
    /// What to sort results by.
    pub sort: Option<IssuesListForRepoSort>,
    /// The direction to sort the results by.
    pub direction: Option<Direction>,
    /// Only show notifications updated after the given time.
    pub since: Option<DateTime>,
    /// The number of results per page (max 100).
    pub per_page: Option<i64>,
    /// Page number of the results to fetch.
    pub page: Option<i64>,
}

/// The `state` of [`IssuesListForRepo`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuesListForRepoState {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// `all`
    All,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `sort` of [`IssuesListForRepo`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuesListForRepoSort {
    /// `created`
    Created,
    /// `updated`
    Updated,
    /// `comments`
    Comments,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `direction` of [`IssuesListForRepo`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Issues are a great way to keep track of tasks, enhancements, and bugs for your projects.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct Issue {
    /// The member `active_lock_reason`.
    pub active_lock_reason: Option<String>,
    /// The member `assignee`.
    pub assignee: Option<NullableSimpleUser>,
    /// The member `assignees`.
    pub assignees: Option<Vec<SimpleUser>>,
    /// The member `author_association`.
    pub author_association: AuthorAssociation,
    /// Contents of the issue.
    pub body: Option<String>,
    /// The member `body_html`.
    pub body_html: Option<String>,
    /// The member `body_text`.
    pub body_text: Option<String>,
    /// The member `closed_at`.
    pub closed_at: Option<DateTime>,
    /// The member `closed_by`.
    pub closed_by: Option<NullableSimpleUser>,
    /// The member `comments`.
    pub comments: i64,
    /// The member `comments_url`.
    pub comments_url: String,
    /// The member `created_at`.
    pub created_at: DateTime,
    /// The member `draft`.
    pub draft: Option<bool>,
    /// The member `events_url`.
    pub events_url: String,
    /// The member `html_url`.
    pub html_url: String,
    /// The member `id`.
    pub id: i64,
    /// Labels to associate with this issue; pass one or more label names to replace the set of
    /// labels on this issue; send an empty array to clear all labels from the issue; note that the
    /// labels are silently…
    pub labels: Vec<IssueLabel>,
    /// The member `labels_url`.
    pub labels_url: String,
    /// The member `locked`.
    pub locked: bool,
    /// The member `milestone`.
    pub milestone: Option<NullableMilestone>,
    /// The member `node_id`.
    pub node_id: String,
    /// Number uniquely identifying the issue within its repository.
    pub number: i64,
    /// The member `performed_via_github_app`.
    pub performed_via_github_app: Option<NullableIntegration>,
    /// The member `pull_request`.
    pub pull_request: Option<IssuePullRequest>,
    /// The member `reactions`.
    pub reactions: Option<ReactionRollup>,
    /// A repository on GitHub.
    pub repository: Option<Value>,
    /// The member `repository_url`.
    pub repository_url: String,
    /// State of the issue; either 'open' or 'closed'.
    pub state: String,
    /// The reason for the current state.
    pub state_reason: Option<IssueStateReason>,
    /// The member `timeline_url`.
    pub timeline_url: Option<String>,
    /// Title of the issue.
    pub title: String,
    /// The member `updated_at`.
    pub updated_at: DateTime,
    /// URL for the issue.
    pub url: String,
    /// The member `user`.
    pub user: Option<NullableSimpleUser>,
}

/// A GitHub user.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NullableSimpleUser {
    /// The member `avatar_url`.
    pub avatar_url: String,
    /// The member `email`.
    pub email: Option<String>,
    /// The member `events_url`.
    pub events_url: String,
    /// The member `followers_url`.
    pub followers_url: String,
    /// The member `following_url`.
    pub following_url: String,
    /// The member `gists_url`.
    pub gists_url: String,
    /// The member `gravatar_id`.
    pub gravatar_id: Option<String>,
    /// The member `html_url`.
    pub html_url: String,
    /// The member `id`.
    pub id: i64,
    /// The member `login`.
    pub login: String,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `node_id`.
    pub node_id: String,
    /// The member `organizations_url`.
    pub organizations_url: String,
    /// The member `received_events_url`.
    pub received_events_url: String,
    /// The member `repos_url`.
    pub repos_url: String,
    /// The member `site_admin`.
    pub site_admin: bool,
    /// The member `starred_at`.
    pub starred_at: Option<String>,
    /// The member `starred_url`.
    pub starred_url: String,
    /// The member `subscriptions_url`.
    pub subscriptions_url: String,
    /// The member `type`.
    pub r#type: String,
    /// The member `url`.
    pub url: String,
}

/// A GitHub user.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SimpleUser {
    /// The member `avatar_url`.
    pub avatar_url: String,
    /// The member `email`.
    pub email: Option<String>,
    /// The member `events_url`.
    pub events_url: String,
    /// The member `followers_url`.
    pub followers_url: String,
    /// The member `following_url`.
    pub following_url: String,
    /// The member `gists_url`.
    pub gists_url: String,
    /// The member `gravatar_id`.
    pub gravatar_id: Option<String>,
    /// The member `html_url`.
    pub html_url: String,
    /// The member `id`.
    pub id: i64,
    /// The member `login`.
    pub login: String,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `node_id`.
    pub node_id: String,
    /// The member `organizations_url`.
    pub organizations_url: String,
    /// The member `received_events_url`.
    pub received_events_url: String,
    /// The member `repos_url`.
    pub repos_url: String,
    /// The member `site_admin`.
    pub site_admin: bool,
    /// The member `starred_at`.
    pub starred_at: Option<String>,
    /// The member `starred_url`.
    pub starred_url: String,
    /// The member `subscriptions_url`.
    pub subscriptions_url: String,
    /// The member `type`.
    pub r#type: String,
    /// The member `url`.
    pub url: String,
}

/// How the author is associated with the repository.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum AuthorAssociation {
    /// `COLLABORATOR`
    Collaborator,
    /// `CONTRIBUTOR`
    Contributor,
    /// `FIRST_TIMER`
    FirstTimer,
    /// `FIRST_TIME_CONTRIBUTOR`
    FirstTimeContributor,
    /// `MANNEQUIN`
    Mannequin,
    /// `MEMBER`
    Member,
    /// `NONE`
    None,
    /// `OWNER`
    Owner,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An item of the `labels` of [`Issue`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum IssueLabel {
    /// A string.
    String(String),
    /// An object.
    Object(IssueLabelObject),
    /// A variant that this version does not know.
    Other(Value),
}

/// An issue label object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct IssueLabelObject {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `default`.
    pub default: Option<bool>,
    /// The member `description`.
    pub description: Option<String>,
    /// The member `id`.
    pub id: Option<i64>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `node_id`.
    pub node_id: Option<String>,
    /// The member `url`.
    pub url: Option<String>,
}

/// A collection of related issues and pull requests.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NullableMilestone {
    /// The member `closed_at`.
    pub closed_at: Option<DateTime>,
    /// The member `closed_issues`.
    pub closed_issues: i64,
    /// The member `created_at`.
    pub created_at: DateTime,
    /// The member `creator`.
    pub creator: Option<NullableSimpleUser>,
    /// The member `description`.
    pub description: Option<String>,
    /// The member `due_on`.
    pub due_on: Option<DateTime>,
    /// The member `html_url`.
    pub html_url: String,
    /// The member `id`.
    pub id: i64,
    /// The member `labels_url`.
    pub labels_url: String,
    /// The member `node_id`.
    pub node_id: String,
    /// The number of the milestone.
    pub number: i64,
    /// The member `open_issues`.
    pub open_issues: i64,
    /// The state of the milestone.
    pub state: State,
    /// The title of the milestone.
    pub title: String,
    /// The member `updated_at`.
    pub updated_at: DateTime,
    /// The member `url`.
    pub url: String,
}

/// The state of the milestone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// `open`
    Open,
    /// `closed`
    Closed,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// GitHub apps are a new way to extend GitHub.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NullableIntegration {
    /// The member `client_id`.
    pub client_id: Option<String>,
    /// The member `client_secret`.
    pub client_secret: Option<String>,
    /// The member `created_at`.
    pub created_at: DateTime,
    /// The member `description`.
    pub description: Option<String>,
    /// The list of events for the GitHub app.
    pub events: Vec<String>,
    /// The member `external_url`.
    pub external_url: String,
    /// The member `html_url`.
    pub html_url: String,
    /// Unique identifier of the GitHub app.
    pub id: i64,
    /// The number of installations associated with the GitHub app.
    pub installations_count: Option<i64>,
    /// The name of the GitHub app.
    pub name: String,
    /// The member `node_id`.
    pub node_id: String,
    /// The member `owner`.
    pub owner: Option<NullableSimpleUser>,
    /// The member `pem`.
    pub pem: Option<String>,
    /// The set of permissions for the GitHub app.
    pub permissions: NullableIntegrationPermissions,
    /// The slug name of the GitHub app.
    pub slug: Option<String>,
    /// The member `updated_at`.
    pub updated_at: DateTime,
    /// The member `webhook_secret`.
    pub webhook_secret: Option<String>,
}

/// The set of permissions for the GitHub app.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NullableIntegrationPermissions {
    /// The member `checks`.
    pub checks: Option<String>,
    /// The member `contents`.
    pub contents: Option<String>,
    /// The member `deployments`.
    pub deployments: Option<String>,
    /// The member `issues`.
    pub issues: Option<String>,
    /// The member `metadata`.
    pub metadata: Option<String>,
    /// The other members.
    #[serde(flatten)]
    pub rest: BTreeMap<String, String>,
}

/// The `pull_request` of [`Issue`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct IssuePullRequest {
    /// The member `diff_url`.
    pub diff_url: Option<String>,
    /// The member `html_url`.
    pub html_url: Option<String>,
    /// The member `merged_at`.
    pub merged_at: Option<DateTime>,
    /// The member `patch_url`.
    pub patch_url: Option<String>,
    /// The member `url`.
    pub url: Option<String>,
}

/// Reaction Rollup.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ReactionRollup {
    /// The member `+1`.
    #[serde(rename = "+1")]
    pub plus_1: i64,
    /// The member `-1`.
    #[serde(rename = "-1")]
    pub minus_1: i64,
    /// The member `confused`.
    pub confused: i64,
    /// The member `eyes`.
    pub eyes: i64,
    /// The member `heart`.
    pub heart: i64,
    /// The member `hooray`.
    pub hooray: i64,
    /// The member `laugh`.
    pub laugh: i64,
    /// The member `rocket`.
    pub rocket: i64,
    /// The member `total_count`.
    pub total_count: i64,
    /// The member `url`.
    pub url: String,
}

/// The reason for the current state.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueStateReason {
    /// `completed`
    Completed,
    /// `reopened`
    Reopened,
    /// `not_planned`
    NotPlanned,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The body of [`issues_create`](GitHub::issues_create).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IssuesCreateRequest {
    /// Login for the user that this issue should be assigned to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Logins for Users to assign to this issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<String>>,
    /// The contents of the issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Labels to associate with this issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<IssuesCreateRequestLabel>>,
    /// The member `milestone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milestone: Option<IssuesCreateRequestMilestone>,
    /// The title of the issue.
    pub title: IssuesCreateRequestTitle,
}

/// An item of the `labels` of [`IssuesCreateRequest`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum IssuesCreateRequestLabel {
    /// A string.
    String(String),
    /// An object.
    Object(IssuesCreateRequestLabelObject),
}

/// The type `IssuesCreateRequestLabelObject`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IssuesCreateRequestLabelObject {
    /// The member `color`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// The member `description`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The member `id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The member `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The `milestone` of [`IssuesCreateRequest`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum IssuesCreateRequestMilestone {
    /// A string.
    String(String),
    /// A whole number.
    Number(i64),
}

/// The title of the issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum IssuesCreateRequestTitle {
    /// A string.
    String(String),
    /// A whole number.
    Number(i64),
}

/// The body of [`issues_update`](GitHub::issues_update).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IssuesUpdateRequest {
    /// Username to assign to this issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Usernames to assign to this issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<String>>,
    /// The contents of the issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Labels to associate with this issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<IssuesUpdateRequestLabel>>,
    /// The member `milestone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milestone: Option<IssuesUpdateRequestMilestone>,
    /// The open or closed state of the issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// The reason for the state change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_reason: Option<IssuesUpdateRequestStateReason>,
    /// The title of the issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<IssuesUpdateRequestTitle>,
}

/// An item of the `labels` of [`IssuesUpdateRequest`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum IssuesUpdateRequestLabel {
    /// A string.
    String(String),
    /// An object.
    Object(IssuesUpdateRequestLabelObject),
}

/// The type `IssuesUpdateRequestLabelObject`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IssuesUpdateRequestLabelObject {
    /// The member `color`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// The member `description`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The member `id`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The member `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The `milestone` of [`IssuesUpdateRequest`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum IssuesUpdateRequestMilestone {
    /// A string.
    String(String),
    /// A whole number.
    Number(i64),
}

/// The reason for the state change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuesUpdateRequestStateReason {
    /// `completed`
    Completed,
    /// `not_planned`
    NotPlanned,
    /// `reopened`
    Reopened,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The title of the issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum IssuesUpdateRequestTitle {
    /// A string.
    String(String),
    /// A whole number.
    Number(i64),
}

/// The body of [`reactions_create_for_issue`](GitHub::reactions_create_for_issue).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReactionsCreateForIssueRequest {
    /// The reaction type to add to the issue.
    pub content: Content,
}

/// The reaction type to add to the issue.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// `+1`
    #[serde(rename = "+1")]
    Plus1,
    /// `-1`
    #[serde(rename = "-1")]
    Minus1,
    /// `laugh`
    Laugh,
    /// `confused`
    Confused,
    /// `heart`
    Heart,
    /// `hooray`
    Hooray,
    /// `rocket`
    Rocket,
    /// `eyes`
    Eyes,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Reactions to conversations provide a way to help people express their feelings more simply and
/// effectively.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct Reaction {
    /// The reaction to use.
    pub content: Content,
    /// The member `created_at`.
    pub created_at: DateTime,
    /// The member `id`.
    pub id: i64,
    /// The member `node_id`.
    pub node_id: String,
    /// The member `user`.
    pub user: Option<NullableSimpleUser>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum GitHubError {
    /// Forbidden.
    #[api_error(status = 403)]
    Forbidden(ErrorResponse),
    /// Resource not found.
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    /// Gone.
    #[api_error(status = 410)]
    Gone(ErrorResponse),
    /// Validation failed, or the endpoint has been spammed.
    #[api_error(status = 422)]
    UnprocessableContent(ErrorResponse),
    /// Service unavailable.
    #[api_error(status = 503)]
    ServiceUnavailable(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
