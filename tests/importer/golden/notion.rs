//! Notion API.
//!
//! From `notion.com.json.gz`, version `1.0.0`, SHA-256 `0fab58578bb0914cc24d6bcc996996c624e176c5e96308422ccfb17b3b215d83`:
//! `rest-op-import notion.com.json.gz --op retrieveAPage --op queryADatabase --op retrieveBlockChildren --op updatePageProperties`
//!
//! `Client::builder("https://api.notion.com").build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, rest_op, serde_json::Value};
use serde::{Deserialize, Serialize};

/// The operations of Notion API.
pub trait Notion: Api {
    /// Retrieve a Page.
    #[rest_op(GET, "/v1/pages/<id>")]
    fn retrieve_a_page(
        &self,
        id: &str,
        #[header("notion-version")] notion_version: Option<&str>,
    ) -> Call<RetrieveAPageResponse>;

    /// Query a database.
    #[rest_op(POST, "/v1/databases/<id>/query")]
    fn query_a_database(
        &self,
        id: &str,
        #[header("notion-version")] notion_version: Option<&str>,
        #[body] body: Option<&QueryADatabaseRequest>,
    ) -> Call<QueryADatabaseResponse>;

    /// Retrieve block children.
    #[rest_op(GET, "/v1/blocks/<id>/children")]
    fn retrieve_block_children(
        &self,
        id: &str,
        #[query] page_size: Option<&str>,
        #[header("notion-version")] notion_version: Option<&str>,
    ) -> Call<RetrieveBlockChildrenResponse>;

    /// Update Page properties.
    #[rest_op(PATCH, "/v1/pages/<id>")]
    fn update_page_properties(
        &self,
        id: &str,
        #[header("notion-version")] notion_version: Option<&str>,
        #[body] body: Option<&UpdatePagePropertiesRequest>,
    ) -> Call<UpdatePagePropertiesResponse>;
}

impl Notion for Client {}

/// The result of [`retrieve_a_page`](Notion::retrieve_a_page).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct RetrieveAPageResponse {
    /// The member `archived`.
    pub archived: Option<bool>,
    /// The member `cover`.
    pub cover: Option<Value>,
    /// The member `created_by`.
    pub created_by: Option<RetrieveAPageResponseCreatedBy>,
    /// The member `created_time`.
    pub created_time: Option<String>,
    /// The member `icon`.
    pub icon: Option<RetrieveAPageResponseIcon>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `last_edited_by`.
    pub last_edited_by: Option<RetrieveAPageResponseLastEditedBy>,
    /// The member `last_edited_time`.
    pub last_edited_time: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
    /// The member `parent`.
    pub parent: Option<RetrieveAPageResponseParent>,
    /// The member `properties`.
    pub properties: Option<RetrieveAPageResponseProperties>,
    /// The member `url`.
    pub url: Option<String>,
}

/// The `created_by` of [`RetrieveAPageResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponseCreatedBy {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
}

/// The `icon` of [`RetrieveAPageResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponseIcon {
    /// The member `emoji`.
    pub emoji: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `last_edited_by` of [`RetrieveAPageResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponseLastEditedBy {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
}

/// The `parent` of [`RetrieveAPageResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponseParent {
    /// The member `page_id`.
    pub page_id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `properties` of [`RetrieveAPageResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponseProperties {
    /// The member `title`.
    pub title: Option<RetrieveAPageResponsePropertiesTitle>,
}

/// The `title` of [`RetrieveAPageResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponsePropertiesTitle {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `title`.
    pub title: Option<Vec<RetrieveAPageResponsePropertiesTitleTitleItem>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// An item of the `title` of [`RetrieveAPageResponsePropertiesTitle`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponsePropertiesTitleTitleItem {
    /// The member `annotations`.
    pub annotations: Option<RetrieveAPageResponsePropertiesTitleTitleItemAnnotations>,
    /// The member `href`.
    pub href: Option<Value>,
    /// The member `plain_text`.
    pub plain_text: Option<String>,
    /// The member `text`.
    pub text: Option<RetrieveAPageResponsePropertiesTitleTitleItemText>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `annotations` of [`RetrieveAPageResponsePropertiesTitleTitleItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponsePropertiesTitleTitleItemAnnotations {
    /// The member `bold`.
    pub bold: Option<bool>,
    /// The member `code`.
    pub code: Option<bool>,
    /// The member `color`.
    pub color: Option<String>,
    /// The member `italic`.
    pub italic: Option<bool>,
    /// The member `strikethrough`.
    pub strikethrough: Option<bool>,
    /// The member `underline`.
    pub underline: Option<bool>,
}

/// The `text` of [`RetrieveAPageResponsePropertiesTitleTitleItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveAPageResponsePropertiesTitleTitleItemText {
    /// The member `content`.
    pub content: Option<String>,
    /// The member `link`.
    pub link: Option<Value>,
}

/// The body of [`query_a_database`](Notion::query_a_database).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct QueryADatabaseRequest {
    /// The member `filter`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<QueryADatabaseRequestFilter>,
}

/// The `filter` of [`QueryADatabaseRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct QueryADatabaseRequestFilter {
    /// The member `property`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property: Option<String>,
    /// The member `select`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<QueryADatabaseRequestFilterSelect>,
}

/// The `select` of [`QueryADatabaseRequestFilter`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct QueryADatabaseRequestFilterSelect {
    /// The member `equals`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equals: Option<String>,
}

/// The result of [`query_a_database`](Notion::query_a_database).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct QueryADatabaseResponse {
    /// The member `has_more`.
    pub has_more: Option<bool>,
    /// The member `next_cursor`.
    pub next_cursor: Option<Value>,
    /// The member `object`.
    pub object: Option<String>,
    /// The member `results`.
    pub results: Option<Vec<QueryADatabaseResponseResult>>,
}

/// An item of the `results` of [`QueryADatabaseResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResult {
    /// The member `archived`.
    pub archived: Option<bool>,
    /// The member `cover`.
    pub cover: Option<Value>,
    /// The member `created_by`.
    pub created_by: Option<QueryADatabaseResponseResultCreatedBy>,
    /// The member `created_time`.
    pub created_time: Option<String>,
    /// The member `icon`.
    pub icon: Option<Value>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `last_edited_by`.
    pub last_edited_by: Option<QueryADatabaseResponseResultLastEditedBy>,
    /// The member `last_edited_time`.
    pub last_edited_time: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
    /// The member `parent`.
    pub parent: Option<QueryADatabaseResponseResultParent>,
    /// The member `properties`.
    pub properties: Option<QueryADatabaseResponseResultProperties>,
    /// The member `url`.
    pub url: Option<String>,
}

/// The `created_by` of [`QueryADatabaseResponseResult`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultCreatedBy {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
}

/// The `last_edited_by` of [`QueryADatabaseResponseResult`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultLastEditedBy {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
}

/// The `parent` of [`QueryADatabaseResponseResult`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultParent {
    /// The member `database_id`.
    pub database_id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `properties` of [`QueryADatabaseResponseResult`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct QueryADatabaseResponseResultProperties {
    /// The member `Author`.
    pub author: Option<QueryADatabaseResponseResultPropertiesAuthor>,
    /// The member `Link`.
    pub link: Option<QueryADatabaseResponseResultPropertiesLink>,
    /// The member `Name`.
    pub name: Option<QueryADatabaseResponseResultPropertiesName>,
    /// The member `Publisher`.
    pub publisher: Option<QueryADatabaseResponseResultPropertiesPublisher>,
    /// The member `Publishing/Release Date`.
    #[serde(rename = "Publishing/Release Date")]
    pub publishing_release_date: Option<QueryADatabaseResponseResultPropertiesPublishingReleaseDate>,
    /// The member `Read`.
    pub read: Option<QueryADatabaseResponseResultPropertiesRead>,
    /// The member `Score /5`.
    #[serde(rename = "Score /5")]
    pub score_5: Option<QueryADatabaseResponseResultPropertiesScore5>,
    /// The member `Status`.
    pub status: Option<QueryADatabaseResponseResultPropertiesStatus>,
    /// The member `Summary`.
    pub summary: Option<QueryADatabaseResponseResultPropertiesSummary>,
    /// The member `Type`.
    pub r#type: Option<QueryADatabaseResponseResultPropertiesType>,
}

/// The `Author` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesAuthor {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `multi_select`.
    pub multi_select: Option<Vec<QueryADatabaseResponseResultPropertiesAuthorMultiSelectItem>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// An item of the `multi_select` of [`QueryADatabaseResponseResultPropertiesAuthor`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesAuthorMultiSelectItem {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Link` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesLink {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `url`.
    pub url: Option<String>,
}

/// The `Name` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesName {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `title`.
    pub title: Option<Vec<QueryADatabaseResponseResultPropertiesNameTitleItem>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// An item of the `title` of [`QueryADatabaseResponseResultPropertiesName`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesNameTitleItem {
    /// The member `annotations`.
    pub annotations: Option<QueryADatabaseResponseResultPropertiesNameTitleItemAnnotations>,
    /// The member `href`.
    pub href: Option<Value>,
    /// The member `plain_text`.
    pub plain_text: Option<String>,
    /// The member `text`.
    pub text: Option<QueryADatabaseResponseResultPropertiesNameTitleItemText>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `annotations` of [`QueryADatabaseResponseResultPropertiesNameTitleItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesNameTitleItemAnnotations {
    /// The member `bold`.
    pub bold: Option<bool>,
    /// The member `code`.
    pub code: Option<bool>,
    /// The member `color`.
    pub color: Option<String>,
    /// The member `italic`.
    pub italic: Option<bool>,
    /// The member `strikethrough`.
    pub strikethrough: Option<bool>,
    /// The member `underline`.
    pub underline: Option<bool>,
}

/// The `text` of [`QueryADatabaseResponseResultPropertiesNameTitleItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesNameTitleItemText {
    /// The member `content`.
    pub content: Option<String>,
    /// The member `link`.
    pub link: Option<Value>,
}

/// The `Publisher` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesPublisher {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<QueryADatabaseResponseResultPropertiesPublisherSelect>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`QueryADatabaseResponseResultPropertiesPublisher`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesPublisherSelect {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Publishing/Release Date` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesPublishingReleaseDate {
    /// The member `date`.
    pub date: Option<QueryADatabaseResponseResultPropertiesPublishingReleaseDateDate>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `date` of [`QueryADatabaseResponseResultPropertiesPublishingReleaseDate`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesPublishingReleaseDateDate {
    /// The member `end`.
    pub end: Option<Value>,
    /// The member `start`.
    pub start: Option<String>,
    /// The member `time_zone`.
    pub time_zone: Option<Value>,
}

/// The `Read` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesRead {
    /// The member `checkbox`.
    pub checkbox: Option<bool>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `Score /5` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesScore5 {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<QueryADatabaseResponseResultPropertiesScore5Select>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`QueryADatabaseResponseResultPropertiesScore5`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesScore5Select {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Status` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesStatus {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<QueryADatabaseResponseResultPropertiesStatusSelect>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`QueryADatabaseResponseResultPropertiesStatus`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesStatusSelect {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Summary` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesSummary {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `rich_text`.
    pub rich_text: Option<Vec<Value>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `Type` of [`QueryADatabaseResponseResultProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesType {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<QueryADatabaseResponseResultPropertiesTypeSelect>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`QueryADatabaseResponseResultPropertiesType`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct QueryADatabaseResponseResultPropertiesTypeSelect {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The result of [`retrieve_block_children`](Notion::retrieve_block_children).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct RetrieveBlockChildrenResponse {
    /// The member `has_more`.
    pub has_more: Option<bool>,
    /// The member `next_cursor`.
    pub next_cursor: Option<Value>,
    /// The member `object`.
    pub object: Option<String>,
    /// The member `results`.
    pub results: Option<Vec<RetrieveBlockChildrenResponseResult>>,
}

/// An item of the `results` of [`RetrieveBlockChildrenResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveBlockChildrenResponseResult {
    /// The member `created_time`.
    pub created_time: Option<String>,
    /// The member `has_children`.
    pub has_children: Option<bool>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `last_edited_time`.
    pub last_edited_time: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
    /// The member `paragraph`.
    pub paragraph: Option<RetrieveBlockChildrenResponseResultParagraph>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `unsupported`.
    pub unsupported: Option<BTreeMap<String, Value>>,
}

/// The `paragraph` of [`RetrieveBlockChildrenResponseResult`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveBlockChildrenResponseResultParagraph {
    /// The member `text`.
    pub text: Option<Vec<RetrieveBlockChildrenResponseResultParagraphTextItem>>,
}

/// An item of the `text` of [`RetrieveBlockChildrenResponseResultParagraph`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveBlockChildrenResponseResultParagraphTextItem {
    /// The member `annotations`.
    pub annotations: Option<RetrieveBlockChildrenResponseResultParagraphTextItemAnnotations>,
    /// The member `href`.
    pub href: Option<Value>,
    /// The member `plain_text`.
    pub plain_text: Option<String>,
    /// The member `text`.
    pub text: Option<RetrieveBlockChildrenResponseResultParagraphTextItemText>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `annotations` of [`RetrieveBlockChildrenResponseResultParagraphTextItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveBlockChildrenResponseResultParagraphTextItemAnnotations {
    /// The member `bold`.
    pub bold: Option<bool>,
    /// The member `code`.
    pub code: Option<bool>,
    /// The member `color`.
    pub color: Option<String>,
    /// The member `italic`.
    pub italic: Option<bool>,
    /// The member `strikethrough`.
    pub strikethrough: Option<bool>,
    /// The member `underline`.
    pub underline: Option<bool>,
}

/// The `text` of [`RetrieveBlockChildrenResponseResultParagraphTextItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct RetrieveBlockChildrenResponseResultParagraphTextItemText {
    /// The member `content`.
    pub content: Option<String>,
    /// The member `link`.
    pub link: Option<Value>,
}

/// The body of [`update_page_properties`](Notion::update_page_properties).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UpdatePagePropertiesRequest {
    /// The member `properties`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<UpdatePagePropertiesRequestProperties>,
}

/// The `properties` of [`UpdatePagePropertiesRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdatePagePropertiesRequestProperties {
    /// The member `Status`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<UpdatePagePropertiesRequestPropertiesStatus>,
}

/// The `Status` of [`UpdatePagePropertiesRequestProperties`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UpdatePagePropertiesRequestPropertiesStatus {
    /// The member `select`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<UpdatePagePropertiesRequestPropertiesStatusSelect>,
}

/// The `select` of [`UpdatePagePropertiesRequestPropertiesStatus`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UpdatePagePropertiesRequestPropertiesStatusSelect {
    /// The member `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The result of [`update_page_properties`](Notion::update_page_properties).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct UpdatePagePropertiesResponse {
    /// The member `archived`.
    pub archived: Option<bool>,
    /// The member `created_time`.
    pub created_time: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `last_edited_time`.
    pub last_edited_time: Option<String>,
    /// The member `object`.
    pub object: Option<String>,
    /// The member `parent`.
    pub parent: Option<UpdatePagePropertiesResponseParent>,
    /// The member `properties`.
    pub properties: Option<UpdatePagePropertiesResponseProperties>,
}

/// The `parent` of [`UpdatePagePropertiesResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponseParent {
    /// The member `database_id`.
    pub database_id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `properties` of [`UpdatePagePropertiesResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdatePagePropertiesResponseProperties {
    /// The member `Author`.
    pub author: Option<UpdatePagePropertiesResponsePropertiesAuthor>,
    /// The member `Link`.
    pub link: Option<UpdatePagePropertiesResponsePropertiesLink>,
    /// The member `Name`.
    pub name: Option<UpdatePagePropertiesResponsePropertiesName>,
    /// The member `Publisher`.
    pub publisher: Option<UpdatePagePropertiesResponsePropertiesPublisher>,
    /// The member `Publishing/Release Date`.
    #[serde(rename = "Publishing/Release Date")]
    pub publishing_release_date: Option<UpdatePagePropertiesResponsePropertiesPublishingReleaseDate>,
    /// The member `Read`.
    pub read: Option<UpdatePagePropertiesResponsePropertiesRead>,
    /// The member `Score /5`.
    #[serde(rename = "Score /5")]
    pub score_5: Option<UpdatePagePropertiesResponsePropertiesScore5>,
    /// The member `Status`.
    pub status: Option<UpdatePagePropertiesResponsePropertiesStatus>,
    /// The member `Summary`.
    pub summary: Option<UpdatePagePropertiesResponsePropertiesSummary>,
    /// The member `Type`.
    pub r#type: Option<UpdatePagePropertiesResponsePropertiesType>,
}

/// The `Author` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesAuthor {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `multi_select`.
    pub multi_select: Option<Vec<UpdatePagePropertiesResponsePropertiesAuthorMultiSelectItem>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// An item of the `multi_select` of [`UpdatePagePropertiesResponsePropertiesAuthor`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesAuthorMultiSelectItem {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Link` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesLink {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `url`.
    pub url: Option<String>,
}

/// The `Name` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesName {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `title`.
    pub title: Option<Vec<UpdatePagePropertiesResponsePropertiesNameTitleItem>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// An item of the `title` of [`UpdatePagePropertiesResponsePropertiesName`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesNameTitleItem {
    /// The member `annotations`.
    pub annotations: Option<UpdatePagePropertiesResponsePropertiesNameTitleItemAnnotations>,
    /// The member `href`.
    pub href: Option<Value>,
    /// The member `plain_text`.
    pub plain_text: Option<String>,
    /// The member `text`.
    pub text: Option<UpdatePagePropertiesResponsePropertiesNameTitleItemText>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `annotations` of [`UpdatePagePropertiesResponsePropertiesNameTitleItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesNameTitleItemAnnotations {
    /// The member `bold`.
    pub bold: Option<bool>,
    /// The member `code`.
    pub code: Option<bool>,
    /// The member `color`.
    pub color: Option<String>,
    /// The member `italic`.
    pub italic: Option<bool>,
    /// The member `strikethrough`.
    pub strikethrough: Option<bool>,
    /// The member `underline`.
    pub underline: Option<bool>,
}

/// The `text` of [`UpdatePagePropertiesResponsePropertiesNameTitleItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesNameTitleItemText {
    /// The member `content`.
    pub content: Option<String>,
    /// The member `link`.
    pub link: Option<Value>,
}

/// The `Publisher` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesPublisher {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<UpdatePagePropertiesResponsePropertiesPublisherSelect>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`UpdatePagePropertiesResponsePropertiesPublisher`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesPublisherSelect {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Publishing/Release Date` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesPublishingReleaseDate {
    /// The member `date`.
    pub date: Option<UpdatePagePropertiesResponsePropertiesPublishingReleaseDateDate>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `date` of [`UpdatePagePropertiesResponsePropertiesPublishingReleaseDate`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesPublishingReleaseDateDate {
    /// The member `end`.
    pub end: Option<Value>,
    /// The member `start`.
    pub start: Option<String>,
}

/// The `Read` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesRead {
    /// The member `checkbox`.
    pub checkbox: Option<bool>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `Score /5` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesScore5 {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<UpdatePagePropertiesResponsePropertiesScore5Select>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`UpdatePagePropertiesResponsePropertiesScore5`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesScore5Select {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Status` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesStatus {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<UpdatePagePropertiesResponsePropertiesStatusSelect>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`UpdatePagePropertiesResponsePropertiesStatus`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesStatusSelect {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}

/// The `Summary` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesSummary {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `rich_text`.
    pub rich_text: Option<Vec<UpdatePagePropertiesResponsePropertiesSummaryRichTextItem>>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// An item of the `rich_text` of [`UpdatePagePropertiesResponsePropertiesSummary`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesSummaryRichTextItem {
    /// The member `annotations`.
    pub annotations: Option<UpdatePagePropertiesResponsePropertiesSummaryRichTextItemAnnotations>,
    /// The member `href`.
    pub href: Option<Value>,
    /// The member `plain_text`.
    pub plain_text: Option<String>,
    /// The member `text`.
    pub text: Option<UpdatePagePropertiesResponsePropertiesSummaryRichTextItemText>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `annotations` of [`UpdatePagePropertiesResponsePropertiesSummaryRichTextItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesSummaryRichTextItemAnnotations {
    /// The member `bold`.
    pub bold: Option<bool>,
    /// The member `code`.
    pub code: Option<bool>,
    /// The member `color`.
    pub color: Option<String>,
    /// The member `italic`.
    pub italic: Option<bool>,
    /// The member `strikethrough`.
    pub strikethrough: Option<bool>,
    /// The member `underline`.
    pub underline: Option<bool>,
}

/// The `text` of [`UpdatePagePropertiesResponsePropertiesSummaryRichTextItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesSummaryRichTextItemText {
    /// The member `content`.
    pub content: Option<String>,
    /// The member `link`.
    pub link: Option<Value>,
}

/// The `Type` of [`UpdatePagePropertiesResponseProperties`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesType {
    /// The member `id`.
    pub id: Option<String>,
    /// The member `select`.
    pub select: Option<UpdatePagePropertiesResponsePropertiesTypeSelect>,
    /// The member `type`.
    pub r#type: Option<String>,
}

/// The `select` of [`UpdatePagePropertiesResponsePropertiesType`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UpdatePagePropertiesResponsePropertiesTypeSelect {
    /// The member `color`.
    pub color: Option<String>,
    /// The member `id`.
    pub id: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
}
