//! GitHub v3 REST API.
//!
//! From `github.com-api.github.com.json.gz`, version `1.1.4`, SHA-256 `770006b4b901eac0fad9d69c8a371b8f7c972954c3c97a78905f5a824ccfb76c`:
//! `rest-op-import github.com-api.github.com.json.gz --op issues/create-comment --op issues/list-comments --op issues/list-labels-for-repo --opaque nullable-integration`
//!
//! `Client::builder("https://api.github.com").build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{
    Api, ApiError, Call, Client, ErrorResponse, FromResponse, Linked, rest_op, serde_json::Value, timestamp::DateTime,
};
use serde::{Deserialize, Serialize};

/// The operations of GitHub v3 REST API.
pub trait GitHub: Api {
    /// Create an issue comment.
    ///
    /// [Reference](https://docs.github.com/rest/reference/issues#create-an-issue-comment)
    #[rest_op(POST, "/repos/<owner>/<repo>/issues/<issue_number>/comments")]
    fn issues_create_comment(
        &self,
        owner: &str,
        repo: &str,
        issue_number: i64,
        #[body] body: &IssuesCreateCommentRequest,
    ) -> Call<IssueComment, GitHubError>;

    /// List issue comments.
    ///
    /// [Reference](https://docs.github.com/rest/reference/issues#list-issue-comments)
    #[rest_op(GET, "/repos/<owner>/<repo>/issues/<issue_number>/comments")]
    fn issues_list_comments(
        &self,
        owner: &str,
        repo: &str,
        issue_number: i64,
        #[query(flatten)] options: &IssuesListComments,
    ) -> Call<Linked<IssueComment>, GitHubError>;

    /// List labels for a repository.
    ///
    /// [Reference](https://docs.github.com/rest/reference/issues#list-labels-for-a-repository)
    #[rest_op(GET, "/repos/<owner>/<repo>/labels")]
    fn issues_list_labels_for_repo(
        &self,
        owner: &str,
        repo: &str,
        #[query] per_page: Option<i64>,
        #[query] page: Option<i64>,
    ) -> Call<Linked<Label>, GitHubError>;
}

impl GitHub for Client {}

/// The body of [`issues_create_comment`](GitHub::issues_create_comment).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IssuesCreateCommentRequest {
    /// The contents of the comment.
    pub body: String,
}

/// Comments provide a way for people to collaborate on an issue.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct IssueComment {
    /// The member `author_association`.
    pub author_association: AuthorAssociation,
    /// Contents of the issue comment.
    pub body: Option<String>,
    /// The member `body_html`.
    pub body_html: Option<String>,
    /// The member `body_text`.
    pub body_text: Option<String>,
    /// The member `created_at`.
    pub created_at: DateTime,
    /// The member `html_url`.
    pub html_url: String,
    /// Unique identifier of the issue comment.
    pub id: i64,
    /// The member `issue_url`.
    pub issue_url: String,
    /// The member `node_id`.
    pub node_id: String,
    /// GitHub apps are a new way to extend GitHub.
    pub performed_via_github_app: Option<Value>,
    /// The member `reactions`.
    pub reactions: Option<ReactionRollup>,
    /// The member `updated_at`.
    pub updated_at: DateTime,
    /// URL for the issue comment.
    pub url: String,
    /// The member `user`.
    pub user: Option<NullableSimpleUser>,
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

/// The optional parameters of [`issues_list_comments`](GitHub::issues_list_comments).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct IssuesListComments {
    /// Only show notifications updated after the given time.
    pub since: Option<DateTime>,
    /// The number of results per page (max 100).
    pub per_page: Option<i64>,
    /// Page number of the results to fetch.
    pub page: Option<i64>,
}

/// Color-coded labels help you categorize and filter your issues (just like labels in Gmail).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Label {
    /// 6-character hex code, without the leading #, identifying the color.
    pub color: String,
    /// The member `default`.
    pub default: bool,
    /// The member `description`.
    pub description: Option<String>,
    /// The member `id`.
    pub id: i64,
    /// The name of the label.
    pub name: String,
    /// The member `node_id`.
    pub node_id: String,
    /// URL for the label.
    pub url: String,
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
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
