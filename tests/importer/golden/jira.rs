//! The Jira Cloud platform REST API.
//!
//! From `atlassian.com-jira.json.gz`, version `1001.0.0-SNAPSHOT`, SHA-256 `c81824511573723c2dd838d79654d8f48f7850514c4e485a75d1351c482240ca`:
//! `rest-op-import atlassian.com-jira.json.gz --op createIssue --op addAttachment --op searchForIssuesUsingJql --op addComment`
//!
//! `Client::builder("https://your-domain.atlassian.net").auth(Basic::new(user, password)).build()?`
//! or `.auth(Bearer::new(token))`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{
    Api, ApiError, Call, Client, ErrorResponse, FromResponse, Part, rest_op, serde_json::Value, timestamp::DateTime,
};
use serde::{Deserialize, Serialize};

/// The operations of The Jira Cloud platform REST API.
pub trait JiraCloudPlatform: Api {
    /// Create issue.
    #[rest_op(POST, "/rest/api/3/issue")]
    fn create_issue(
        &self,
        #[query("updateHistory")] update_history: Option<bool>,
        #[body] body: &IssueUpdateDetails,
    ) -> Call<CreatedIssue, JiraCloudPlatformError>;

    /// Add attachment.
    #[rest_op(POST, "/rest/api/3/issue/<issue_id_or_key>/attachments")]
    fn add_attachment(
        &self,
        issue_id_or_key: &str,
        #[part] file: Part,
    ) -> Call<Vec<Attachment>, JiraCloudPlatformError>;

    /// Search for issues using JQL (GET).
    #[rest_op(GET, "/rest/api/3/search")]
    fn search_for_issues_using_jql(
        &self,
        #[query(flatten)] options: &SearchForIssuesUsingJql,
    ) -> Call<SearchResults, JiraCloudPlatformError>;

    /// Add comment.
    #[rest_op(POST, "/rest/api/3/issue/<issue_id_or_key>/comment")]
    fn add_comment(
        &self,
        issue_id_or_key: &str,
        #[query] expand: Option<&str>,
        #[body] body: &Comment,
    ) -> Call<Comment, JiraCloudPlatformError>;
}

impl JiraCloudPlatform for Client {}

/// Details of an issue update request.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueUpdateDetails {
    /// List of issue screen fields to update, specifying the sub-field to update and its value for
    /// each field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<BTreeMap<String, Value>>,
    /// Additional issue history details.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history_metadata: Option<HistoryMetadata>,
    /// Details of issue properties to be add or update.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Vec<EntityProperty>>,
    /// Details of a transition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transition: Option<IssueTransition>,
    /// A Map containing the field field name and a list of operations to perform on the issue
    /// screen field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<BTreeMap<String, Vec<FieldUpdateOperation>>>,
}

/// Details of issue history metadata.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryMetadata {
    /// The activity described in the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity_description: Option<String>,
    /// The key of the activity described in the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity_description_key: Option<String>,
    /// Details of the user whose action created the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<HistoryMetadataParticipant>,
    /// Details of the cause that triggered the creation the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<HistoryMetadataParticipant>,
    /// The description of the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The description key of the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_key: Option<String>,
    /// The description of the email address associated the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_description: Option<String>,
    /// The description key of the email address associated the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_description_key: Option<String>,
    /// Additional arbitrary information about the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_data: Option<BTreeMap<String, String>>,
    /// Details of the system that generated the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generator: Option<HistoryMetadataParticipant>,
    /// The type of the history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// Details of user or system associated with a issue history metadata item.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryMetadataParticipant {
    /// The URL to an avatar for the user or system associated with a history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    /// The display name of the user or system associated with a history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The key of the display name of the user or system associated with a history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name_key: Option<String>,
    /// The ID of the user or system associated with a history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The type of the user or system associated with a history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The URL of the user or system associated with a history record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An entity property, for more information see Entity properties.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct EntityProperty {
    /// The key of the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The value of the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// Details of an issue transition.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueTransition {
    /// Expand options that include additional transition details in the response.
    #[serde(skip_serializing)]
    pub expand: Option<String>,
    /// Details of the fields associated with the issue transition screen.
    #[serde(skip_serializing)]
    pub fields: Option<BTreeMap<String, FieldMetadata>>,
    /// Whether there is a screen associated with the issue transition.
    #[serde(skip_serializing)]
    pub has_screen: Option<bool>,
    /// The ID of the issue transition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Whether the transition is available to be performed.
    #[serde(skip_serializing)]
    pub is_available: Option<bool>,
    /// Whether the issue has to meet criteria before the issue transition is applied.
    #[serde(skip_serializing)]
    pub is_conditional: Option<bool>,
    /// Whether the issue transition is global, that is, the transition is applied to issues
    /// regardless of their status.
    #[serde(skip_serializing)]
    pub is_global: Option<bool>,
    /// Whether this is the initial issue transition for the workflow.
    #[serde(skip_serializing)]
    pub is_initial: Option<bool>,
    /// The member `looped`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub looped: Option<bool>,
    /// The name of the issue transition.
    #[serde(skip_serializing)]
    pub name: Option<String>,
    /// Details of the issue status after the transition.
    #[serde(skip_serializing)]
    pub to: Option<StatusDetails>,
}

/// The metadata describing an issue field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldMetadata {
    /// The list of values allowed in the field.
    pub allowed_values: Option<Vec<Value>>,
    /// The URL that can be used to automatically complete the field.
    pub auto_complete_url: Option<String>,
    /// The configuration properties.
    pub configuration: Option<BTreeMap<String, Value>>,
    /// The default value of the field.
    pub default_value: Option<Value>,
    /// Whether the field has a default value.
    pub has_default_value: Option<bool>,
    /// The key of the field.
    pub key: String,
    /// The name of the field.
    pub name: String,
    /// The list of operations that can be performed on the field.
    pub operations: Vec<String>,
    /// Whether the field is required.
    pub required: bool,
    /// The data type of the field.
    pub schema: JsonTypeBean,
}

/// The schema of a field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JsonTypeBean {
    /// If the field is a custom field, the configuration of the field.
    pub configuration: Option<BTreeMap<String, Value>>,
    /// If the field is a custom field, the URI of the field.
    pub custom: Option<String>,
    /// If the field is a custom field, the custom ID of the field.
    pub custom_id: Option<i64>,
    /// When the data type is an array, the name of the field items within the array.
    pub items: Option<String>,
    /// If the field is a system field, the name of the field.
    pub system: Option<String>,
    /// The data type of the field.
    pub r#type: String,
}

/// A status.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusDetails {
    /// The description of the status.
    pub description: Option<String>,
    /// The URL of the icon used to represent the status.
    pub icon_url: Option<String>,
    /// The ID of the status.
    pub id: Option<String>,
    /// The name of the status.
    pub name: Option<String>,
    /// The URL of the status.
    #[serde(rename = "self")]
    pub self_value: Option<String>,
    /// The category assigned to the status.
    pub status_category: Option<StatusCategory>,
}

/// A status category.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusCategory {
    /// The name of the color used to represent the status category.
    pub color_name: Option<String>,
    /// The ID of the status category.
    pub id: Option<i64>,
    /// The key of the status category.
    pub key: Option<String>,
    /// The name of the status category.
    pub name: Option<String>,
    /// The URL of the status category.
    #[serde(rename = "self")]
    pub self_value: Option<String>,
}

/// Details of an operation to perform on a field.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FieldUpdateOperation {
    /// The value to add to the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub add: Option<Value>,
    /// The field value to copy from another issue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<Value>,
    /// The value to edit in the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<Value>,
    /// The value to removed from the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remove: Option<Value>,
    /// The value to set in the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<Value>,
}

/// Details about a created issue or subtask.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct CreatedIssue {
    /// The ID of the created issue or subtask.
    pub id: Option<String>,
    /// The key of the created issue or subtask.
    pub key: Option<String>,
    /// The URL of the created issue or subtask.
    #[serde(rename = "self")]
    pub self_value: Option<String>,
    /// The response code and messages related to any requested transition.
    pub transition: Option<NestedResponse>,
    /// The response code and messages related to any requested watchers.
    pub watchers: Option<NestedResponse>,
}

/// A nested response.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NestedResponse {
    /// The member `errorCollection`.
    pub error_collection: Option<ErrorCollection>,
    /// The member `status`.
    pub status: Option<i32>,
    /// The member `warningCollection`.
    pub warning_collection: Option<WarningCollection>,
}

/// Error messages from an operation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorCollection {
    /// The list of error messages produced by this operation.
    pub error_messages: Option<Vec<String>>,
    /// The list of errors by parameter returned by the operation.
    pub errors: Option<BTreeMap<String, String>>,
    /// The member `status`.
    pub status: Option<i32>,
}

/// A warning collection.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct WarningCollection {
    /// The member `warnings`.
    pub warnings: Option<Vec<String>>,
}

/// Details about an attachment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Details of the user who added the attachment.
    pub author: Option<UserDetails>,
    /// The content of the attachment.
    pub content: Option<String>,
    /// The datetime the attachment was created.
    pub created: Option<DateTime>,
    /// The file name of the attachment.
    pub filename: Option<String>,
    /// The ID of the attachment.
    pub id: Option<String>,
    /// The MIME type of the attachment.
    pub mime_type: Option<String>,
    /// The URL of the attachment details response.
    #[serde(rename = "self")]
    pub self_value: Option<String>,
    /// The size of the attachment.
    pub size: Option<i64>,
    /// The URL of a thumbnail representing the attachment.
    pub thumbnail: Option<String>,
}

/// User details permitted by the user's Atlassian Account privacy settings.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserDetails {
    /// The account ID of the user, which uniquely identifies the user across all Atlassian
    /// products.
    pub account_id: Option<String>,
    /// The type of account represented by this user.
    pub account_type: Option<String>,
    /// Whether the user is active.
    pub active: Option<bool>,
    /// The avatars of the user.
    pub avatar_urls: Option<AvatarUrlsBean>,
    /// The display name of the user.
    pub display_name: Option<String>,
    /// The email address of the user.
    pub email_address: Option<String>,
    /// This property is no longer available and will be removed from the documentation soon.
    pub key: Option<String>,
    /// This property is no longer available and will be removed from the documentation soon.
    pub name: Option<String>,
    /// The URL of the user.
    #[serde(rename = "self")]
    pub self_value: Option<String>,
    /// The time zone specified in the user's profile.
    pub time_zone: Option<String>,
}

/// An avatar urls bean.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct AvatarUrlsBean {
    /// The URL of the item's 16x16 pixel avatar.
    #[serde(rename = "16x16")]
    pub n16x16: Option<String>,
    /// The URL of the item's 24x24 pixel avatar.
    #[serde(rename = "24x24")]
    pub n24x24: Option<String>,
    /// The URL of the item's 32x32 pixel avatar.
    #[serde(rename = "32x32")]
    pub n32x32: Option<String>,
    /// The URL of the item's 48x48 pixel avatar.
    #[serde(rename = "48x48")]
    pub n48x48: Option<String>,
}

/// The optional parameters of
/// [`search_for_issues_using_jql`](JiraCloudPlatform::search_for_issues_using_jql).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SearchForIssuesUsingJql {
    /// The JQL that defines the search.
    pub jql: Option<String>,
    /// The index of the first item to return in a page of results (page offset).
    pub start_at: Option<i32>,
    /// The maximum number of items to return per page.
    pub max_results: Option<i32>,
    /// Determines how to validate the JQL query and treat the validation results.
    pub validate_query: Option<SearchForIssuesUsingJqlValidateQuery>,
    /// A list of fields to return for each issue, use it to retrieve a subset of fields.
    pub fields: Vec<String>,
    /// Use expand to include additional information about issues in the response.
    pub expand: Option<String>,
    /// A list of issue property keys for issue properties to include in the results.
    pub properties: Vec<String>,
    /// Reference fields by their key (rather than ID).
    pub fields_by_keys: Option<bool>,
}

/// The `validateQuery` of [`SearchForIssuesUsingJql`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchForIssuesUsingJqlValidateQuery {
    /// `strict`
    Strict,
    /// `warn`
    Warn,
    /// `none`
    None,
    /// `true`
    True,
    /// `false`
    False,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of a JQL search.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "camelCase")]
pub struct SearchResults {
    /// Expand options that include additional search result details in the response.
    pub expand: Option<String>,
    /// The list of issues found by the search.
    pub issues: Option<Vec<IssueBean>>,
    /// The maximum number of results that could be on the page.
    pub max_results: Option<i32>,
    /// The ID and name of each field in the search results.
    pub names: Option<BTreeMap<String, String>>,
    /// The schema describing the field types in the search results.
    pub schema: Option<BTreeMap<String, JsonTypeBean>>,
    /// The index of the first item returned on the page.
    pub start_at: Option<i32>,
    /// The number of results on the page.
    pub total: Option<i32>,
    /// Any warnings related to the JQL query.
    pub warning_messages: Option<Vec<String>>,
}

/// Details about an issue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssueBean {
    /// Details of changelogs associated with the issue.
    pub changelog: Option<PageOfChangelogs>,
    /// The metadata for the fields on the issue that can be amended.
    pub editmeta: Option<IssueUpdateMetadata>,
    /// Expand options that include additional issue details in the response.
    pub expand: Option<String>,
    /// The member `fields`.
    pub fields: Option<BTreeMap<String, Value>>,
    /// The member `fieldsToInclude`.
    pub fields_to_include: Option<IncludedFields>,
    /// The ID of the issue.
    pub id: Option<String>,
    /// The key of the issue.
    pub key: Option<String>,
    /// The ID and name of each field present on the issue.
    pub names: Option<BTreeMap<String, String>>,
    /// The operations that can be performed on the issue.
    pub operations: Option<Operations>,
    /// Details of the issue properties identified in the request.
    pub properties: Option<BTreeMap<String, Value>>,
    /// The rendered value of each field present on the issue.
    pub rendered_fields: Option<BTreeMap<String, Value>>,
    /// The schema describing each field present on the issue.
    pub schema: Option<BTreeMap<String, JsonTypeBean>>,
    /// The URL of the issue details.
    #[serde(rename = "self")]
    pub self_value: Option<String>,
    /// The transitions that can be performed on the issue.
    pub transitions: Option<Vec<IssueTransition>>,
    /// The versions of each field on the issue.
    pub versioned_representations: Option<BTreeMap<String, BTreeMap<String, Value>>>,
}

/// A page of changelogs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageOfChangelogs {
    /// The list of changelogs.
    pub histories: Option<Vec<Changelog>>,
    /// The maximum number of results that could be on the page.
    pub max_results: Option<i32>,
    /// The index of the first item returned on the page.
    pub start_at: Option<i32>,
    /// The number of results on the page.
    pub total: Option<i32>,
}

/// A log of changes made to issue fields.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Changelog {
    /// The user who made the change.
    pub author: Option<UserDetails>,
    /// The date on which the change took place.
    pub created: Option<DateTime>,
    /// The history metadata associated with the changed.
    pub history_metadata: Option<HistoryMetadata>,
    /// The ID of the changelog.
    pub id: Option<String>,
    /// The list of items changed.
    pub items: Option<Vec<ChangeDetails>>,
}

/// A change item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeDetails {
    /// The name of the field changed.
    pub field: Option<String>,
    /// The ID of the field changed.
    pub field_id: Option<String>,
    /// The type of the field changed.
    pub fieldtype: Option<String>,
    /// The details of the original value.
    pub from: Option<String>,
    /// The details of the original value as a string.
    pub from_string: Option<String>,
    /// The details of the new value.
    pub to: Option<String>,
}

/// A list of editable field details.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct IssueUpdateMetadata {
    /// The member `fields`.
    pub fields: Option<BTreeMap<String, FieldMetadata>>,
}

/// The included fields.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IncludedFields {
    /// The member `actuallyIncluded`.
    pub actually_included: Option<Vec<String>>,
    /// The member `excluded`.
    pub excluded: Option<Vec<String>>,
    /// The member `included`.
    pub included: Option<Vec<String>>,
}

/// Details of the operations that can be performed on the issue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Operations {
    /// Details of the link groups defining issue operations.
    pub link_groups: Option<Vec<LinkGroup>>,
}

/// Details a link group, which defines issue operations.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkGroup {
    /// The member `groups`.
    pub groups: Option<Vec<LinkGroup>>,
    /// The member `header`.
    pub header: Option<SimpleLink>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `links`.
    pub links: Option<Vec<SimpleLink>>,
    /// The member `styleClass`.
    pub style_class: Option<String>,
    /// The member `weight`.
    pub weight: Option<i32>,
}

/// Details about the operations available in this version.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SimpleLink {
    /// The member `href`.
    pub href: Option<String>,
    /// The member `iconClass`.
    pub icon_class: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `label`.
    pub label: Option<String>,
    /// The member `styleClass`.
    pub style_class: Option<String>,
    /// The member `title`.
    pub title: Option<String>,
    /// The member `weight`.
    pub weight: Option<i32>,
}

/// A comment.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, FromResponse)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// The ID of the user who created the comment.
    #[serde(skip_serializing)]
    pub author: Option<UserDetails>,
    /// The comment text in Atlassian Document Format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    /// The date and time at which the comment was created.
    #[serde(skip_serializing)]
    pub created: Option<DateTime>,
    /// The ID of the comment.
    #[serde(skip_serializing)]
    pub id: Option<String>,
    /// Whether the comment was added from an email sent by a person who is not part of the issue.
    #[serde(skip_serializing)]
    pub jsd_author_can_see_request: Option<bool>,
    /// Whether the comment is visible in Jira Service Desk.
    #[serde(skip_serializing)]
    pub jsd_public: Option<bool>,
    /// A list of comment properties.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Vec<EntityProperty>>,
    /// The rendered version of the comment.
    #[serde(skip_serializing)]
    pub rendered_body: Option<String>,
    /// The URL of the comment.
    #[serde(rename = "self", skip_serializing)]
    pub self_value: Option<String>,
    /// The ID of the user who updated the comment last.
    #[serde(skip_serializing)]
    pub update_author: Option<UserDetails>,
    /// The date and time at which the comment was updated last.
    #[serde(skip_serializing)]
    pub updated: Option<DateTime>,
    /// The group or role to which this comment is visible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
}

/// The group or role to which this item is visible.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Visibility {
    /// The ID of the group or the name of the role that visibility of this item is restricted to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// Whether visibility of this item is restricted to a group or role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<VisibilityType>,
    /// The name of the group or role that visibility of this item is restricted to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Whether visibility of this item is restricted to a group or role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisibilityType {
    /// `group`
    Group,
    /// `role`
    Role,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum JiraCloudPlatformError {
    /// Status 400.
    #[api_error(status = 400)]
    BadRequest(ErrorResponse),
    /// Status 401.
    #[api_error(status = 401)]
    Unauthorized(ErrorResponse),
    /// Returned if the user does not have the necessary permission.
    #[api_error(status = 403)]
    Forbidden(ErrorResponse),
    /// Status 404.
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    /// The attachments exceed the maximum attachment size for issues.
    #[api_error(status = 413)]
    ContentTooLarge(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
