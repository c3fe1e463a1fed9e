//! Gitlab.
//!
//! From `gitlab.com.json.gz`, version `v3`, SHA-256 `e5a8b6550d673fe1e459ef63736097ead7eed2f932573f260f542ff8e8d8508c`:
//! `rest-op-import gitlab.com.json.gz --op getV3ProjectsIdIssues --op postV3ProjectsIdIssues --op deleteV3ProjectsIdIssuesIssueId --op getV3DockerfilesName`
//!
//! `Client::builder("https://gitlab.com/api").auth(ApiKey::header("PRIVATE_HEADER", key)).build()?`
//! or `.auth(ApiKey::query("private_token", key))`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{Api, Call, Client, FromResponse, rest_op, timestamp::DateTime};
use serde::{Deserialize, Serialize};

/// The operations of Gitlab.
pub trait Gitlab: Api {
    /// Get a list of project issues.
    #[rest_op(GET, "/v3/projects/<id>/issues")]
    fn get_v3_projects_id_issues(&self, id: &str, #[query(flatten)] options: &GetV3ProjectsIdIssues) -> Call<Issue>;

    /// Create a new project issue.
    #[rest_op(POST, "/v3/projects/<id>/issues")]
    fn post_v3_projects_id_issues(&self, id: &str, #[body(form)] body: &PostV3ProjectsIdIssuesRequest) -> Call<Issue>;

    /// Delete a project issue.
    #[rest_op(DELETE, "/v3/projects/<id>/issues/<issue_id>")]
    fn delete_v3_projects_id_issues_issue_id(&self, id: &str, issue_id: i32) -> Call<()>;

    /// Get the text for a specific template present in local filesystem.
    #[rest_op(GET, "/v3/dockerfiles/<name>")]
    fn get_v3_dockerfiles_name(&self, name: &str) -> Call<Template>;
}

impl Gitlab for Client {}

/// The optional parameters of [`get_v3_projects_id_issues`](Gitlab::get_v3_projects_id_issues).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetV3ProjectsIdIssues {
    /// Return opened, closed, or all issues.
    pub state: Option<GetV3ProjectsIdIssuesState>,
    /// Return the issue having the given `iid`.
    pub iid: Option<i32>,
    /// Comma-separated list of label names.
    pub labels: Option<String>,
    /// Return issues for a specific milestone.
    pub milestone: Option<String>,
    /// Return issues ordered by `created_at` or `updated_at` fields.
    pub order_by: Option<GetV3ProjectsIdIssuesOrderBy>,
    /// Return issues sorted in `asc` or `desc` order.
    pub sort: Option<GetV3ProjectsIdIssuesSort>,
    /// Current page number.
    pub page: Option<i32>,
    /// Number of items per page.
    pub per_page: Option<i32>,
}

/// The `state` of [`GetV3ProjectsIdIssues`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetV3ProjectsIdIssuesState {
    /// `opened`
    Opened,
    /// `closed`
    Closed,
    /// `all`
    All,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `order_by` of [`GetV3ProjectsIdIssues`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetV3ProjectsIdIssuesOrderBy {
    /// `created_at`
    CreatedAt,
    /// `updated_at`
    UpdatedAt,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `sort` of [`GetV3ProjectsIdIssues`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetV3ProjectsIdIssuesSort {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Get currently authenticated user's issues.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct Issue {
    /// The member `assignee`.
    pub assignee: Option<UserBasic>,
    /// The member `author`.
    pub author: Option<UserBasic>,
    /// The member `confidential`.
    pub confidential: Option<String>,
    /// The member `created_at`.
    pub created_at: Option<String>,
    /// The member `description`.
    pub description: Option<String>,
    /// The member `downvotes`.
    pub downvotes: Option<String>,
    /// The member `due_date`.
    pub due_date: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `iid`.
    pub iid: Option<String>,
    /// The member `labels`.
    pub labels: Option<String>,
    /// The member `milestone`.
    pub milestone: Option<Milestone>,
    /// The member `project_id`.
    pub project_id: Option<String>,
    /// The member `state`.
    pub state: Option<String>,
    /// The member `subscribed`.
    pub subscribed: Option<String>,
    /// The member `title`.
    pub title: Option<String>,
    /// The member `updated_at`.
    pub updated_at: Option<String>,
    /// The member `upvotes`.
    pub upvotes: Option<String>,
    /// The member `user_notes_count`.
    pub user_notes_count: Option<String>,
    /// The member `web_url`.
    pub web_url: Option<String>,
}

/// Get a single user.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UserBasic {
    /// The member `avatar_url`.
    pub avatar_url: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `state`.
    pub state: Option<String>,
    /// The member `username`.
    pub username: Option<String>,
    /// The member `web_url`.
    pub web_url: Option<String>,
}

/// Update an existing project milestone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Milestone {
    /// The member `created_at`.
    pub created_at: Option<String>,
    /// The member `description`.
    pub description: Option<String>,
    /// The member `due_date`.
    pub due_date: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `iid`.
    pub iid: Option<String>,
    /// The member `project_id`.
    pub project_id: Option<String>,
    /// The member `start_date`.
    pub start_date: Option<String>,
    /// The member `state`.
    pub state: Option<String>,
    /// The member `title`.
    pub title: Option<String>,
    /// The member `updated_at`.
    pub updated_at: Option<String>,
}

/// The body of [`post_v3_projects_id_issues`](Gitlab::post_v3_projects_id_issues).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostV3ProjectsIdIssuesRequest {
    /// The title of an issue.
    pub title: String,
    /// Date time when the issue was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<DateTime>,
    /// The IID of a merge request for which to resolve discussions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merge_request_for_resolving_discussions: Option<i32>,
    /// The description of an issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The ID of a user to assign issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee_id: Option<i32>,
    /// The ID of a milestone to assign issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milestone_id: Option<i32>,
    /// Comma-separated list of label names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<String>,
    /// Date time string in the format YEAR-MONTH-DAY.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_date: Option<String>,
    /// Boolean parameter if the issue should be confidential.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidential: Option<bool>,
}

/// This feature was introduced in GitLab 8.15.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct Template {
    /// The member `content`.
    pub content: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}
