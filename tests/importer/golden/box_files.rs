//! Box Platform API.
//!
//! From `box.com.json.gz`, version `2.0.0`, SHA-256 `db53aae1ebcd85fb440e579acb865cd8e75ccf3a29760cb8d26bd0b5b0ce784d`:
//! `rest-op-import box.com.json.gz --op post_files_content --op get_files_id_content --op put_files_upload_sessions_id --op get_files_id_comments`
//!
//! `Client::builder("https://api.box.com/2.0").auth(Bearer::new(token)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{
    Api, ApiError, Bytes, Call, Client, ErrorResponse, FromResponse, Page, Part, check, rest_op, timestamp::DateTime,
};
use serde::{Deserialize, Serialize};

/// The operations of Box Platform API.
pub trait BoxPlatform: Api {
    /// Upload file.
    ///
    /// Served by <https://upload.box.com/api/2.0>; see [`Client::with_endpoint`].
    ///
    /// The part `attributes` is a `Part::json` of [`PostFilesContentRequestAttributes`].
    #[rest_op(POST, "/files/content")]
    fn post_files_content(
        &self,
        #[query(comma)] fields: &[&str],
        #[header("content-md5")] content_md5: Option<&str>,
        #[part] attributes: Part,
        #[part] file: Part,
    ) -> Call<Files, BoxPlatformError>;

    /// Download file.
    #[rest_op(GET, "/files/<file_id>/content")]
    fn get_files_id_content(
        &self,
        file_id: &str,
        #[query] version: Option<&str>,
        #[query] access_token: Option<&str>,
        #[header("range")] range: Option<&str>,
        #[header("boxapi")] boxapi: Option<&str>,
    ) -> Call<(), BoxPlatformError>;

    /// Upload part of file.
    ///
    /// Served by <https://upload.box.com/api/2.0>; see [`Client::with_endpoint`].
    #[rest_op(PUT, "/files/upload_sessions/<upload_session_id>")]
    fn put_files_upload_sessions_id(
        &self,
        upload_session_id: &str,
        #[header("digest")] digest: &str,
        #[header("content-range")] content_range: &str,
        #[body(bytes)] body: Option<Bytes>,
    ) -> Call<UploadedPart, BoxPlatformError>;

    /// List file comments.
    #[rest_op(GET, "/files/<file_id>/comments")]
    fn get_files_id_comments(
        &self,
        file_id: &str,
        #[query(comma)] fields: &[&str],
        #[query]
        #[check(check::range(..=1000))]
        limit: Option<i64>,
        #[query] offset: Option<i64>,
    ) -> Call<Comments, BoxPlatformError>;
}

impl BoxPlatform for Client {}

/// The additional attributes of the file being uploaded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PostFilesContentRequestAttributes {
    /// Defines the time the file was originally created at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_created_at: Option<DateTime>,
    /// Defines the time the file was last modified at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_modified_at: Option<DateTime>,
    /// The name of the file.
    pub name: String,
    /// The parent folder to upload the file to.
    pub parent: PostFilesContentRequestAttributesParent,
}

/// The parent folder to upload the file to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PostFilesContentRequestAttributesParent {
    /// The id of the parent folder.
    pub id: String,
}

/// A list of files.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct Files {
    /// A list of files.
    pub entries: Option<Vec<File>>,
    /// The number of files.
    pub total_count: Option<i64>,
}

/// A standard representation of a file, as returned from any file API endpoints by default.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct File {
    /// The HTTP `etag` of this file.
    pub etag: Option<String>,
    /// The unique identifier that represent a file.
    pub id: String,
    /// `file`.
    pub r#type: FileBaseType,
    /// The information about the current version of the file.
    pub file_version: Option<FileVersionMini>,
    /// The name of the file.
    pub name: Option<String>,
    /// A numeric identifier that represents the most recent user event that has been applied to
    /// this item.
    pub sequence_id: String,
    /// The SHA1 hash of the file.
    pub sha1: String,
    /// The date and time at which this file was originally created, which might be before it was
    /// uploaded to Box.
    pub content_created_at: Option<DateTime>,
    /// The date and time at which this file was last updated, which might be before it was uploaded
    /// to Box.
    pub content_modified_at: Option<DateTime>,
    /// The date and time when the file was created on Box.
    pub created_at: DateTime,
    /// The user who created this file.
    pub created_by: Option<UserMini>,
    /// The optional description of this file.
    pub description: String,
    /// Defines if this item has been deleted or not.
    pub item_status: FileItemStatus,
    /// The date and time when the file was last updated on Box.
    pub modified_at: DateTime,
    /// The user who last modified this file.
    pub modified_by: UserMini,
    /// The user who owns this file.
    pub owned_by: UserMini,
    /// The folder that this file is located within.
    pub parent: Option<FolderMini>,
    /// The tree of folders that this file is contained in, starting at the root.
    pub path_collection: FilePathCollection,
    /// The time at which this file is expected to be purged from the trash.
    pub purged_at: Option<DateTime>,
    /// The shared link for this file.
    pub shared_link: Option<FileSharedLink>,
    /// The file size in bytes.
    pub size: i64,
    /// The time at which this file was put in the trash.
    pub trashed_at: Option<DateTime>,
}

/// `file`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileBaseType {
    /// `file`
    File,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A mini representation of a file version, used when nested within another resource.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FileVersionMini {
    /// The unique identifier that represent a file version.
    pub id: String,
    /// `file_version`.
    pub r#type: FileVersionBaseType,
    /// The SHA1 hash of this version of the file.
    pub sha1: Option<String>,
}

/// `file_version`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileVersionBaseType {
    /// `file_version`
    FileVersion,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A mini representation of a user, as can be returned when nested within other resources.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UserMini {
    /// The unique identifier for this user.
    pub id: Option<String>,
    /// `user`.
    pub r#type: UserBaseType,
    /// The primary email address of this user.
    pub login: String,
    /// The display name of this user.
    pub name: String,
}

/// `user`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UserBaseType {
    /// `user`
    User,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Defines if this item has been deleted or not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileItemStatus {
    /// `active`
    Active,
    /// `trashed`
    Trashed,
    /// `deleted`
    Deleted,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A mini representation of a file version, used when nested under another resource.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FolderMini {
    /// The HTTP `etag` of this folder.
    pub etag: Option<String>,
    /// The unique identifier that represent a folder.
    pub id: String,
    /// `folder`.
    pub r#type: FolderBaseType,
    /// The name of the folder.
    pub name: Option<String>,
    /// A numeric identifier that represents the most recent user event that has been applied to
    /// this item.
    pub sequence_id: Option<String>,
}

/// `folder`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FolderBaseType {
    /// `folder`
    Folder,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `path_collection` of [`File`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FilePathCollection {
    /// The parent folders for this item.
    pub entries: Vec<FolderMini>,
    /// The number of folders in this list.
    pub total_count: i64,
}

/// The `shared_link` of [`File`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FileSharedLink {
    /// The access level for this shared link.
    pub access: Option<FileSharedLinkAccess>,
    /// The number of times this item has been downloaded.
    pub download_count: i64,
    /// A URL that can be used to download the file.
    pub download_url: Option<String>,
    /// The effective access level for the shared link.
    pub effective_access: FileSharedLinkEffectiveAccess,
    /// The effective permissions for this shared link.
    pub effective_permission: FileSharedLinkEffectivePermission,
    /// Defines if the shared link requires a password to access the item.
    pub is_password_enabled: bool,
    /// Defines if this link allows a user to preview, edit, and download an item.
    pub permissions: Option<FileSharedLinkPermissions>,
    /// The number of times this item has been previewed.
    pub preview_count: i64,
    /// The date and time when this link will be unshared.
    pub unshared_at: Option<DateTime>,
    /// The URL that can be used to access the item on Box.
    pub url: String,
    /// The custom name of a shared link, as used in the `vanity_url` field.
    pub vanity_name: Option<String>,
    /// The "Custom URL" that can also be used to preview the item on Box.
    pub vanity_url: Option<String>,
}

/// The access level for this shared link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileSharedLinkAccess {
    /// `open`
    Open,
    /// `company`
    Company,
    /// `collaborators`
    Collaborators,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The effective access level for the shared link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileSharedLinkEffectiveAccess {
    /// `open`
    Open,
    /// `company`
    Company,
    /// `collaborators`
    Collaborators,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The effective permissions for this shared link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileSharedLinkEffectivePermission {
    /// `can_edit`
    CanEdit,
    /// `can_download`
    CanDownload,
    /// `can_preview`
    CanPreview,
    /// `no_access`
    NoAccess,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Defines if this link allows a user to preview, edit, and download an item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FileSharedLinkPermissions {
    /// Defines if the shared link allows for the item to be downloaded.
    pub can_download: bool,
    /// Defines if the shared link allows for the item to be edited.
    pub can_edit: bool,
    /// Defines if the shared link allows for the item to be previewed.
    pub can_preview: bool,
}

/// A chunk of a file uploaded as part of an upload session, as returned by some endpoints.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct UploadedPart {
    /// The member `part`.
    pub part: Option<UploadPart>,
}

/// The representation of an upload session chunk.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct UploadPart {
    /// The offset of the chunk within the file in bytes.
    pub offset: Option<i64>,
    /// The unique ID of the chunk.
    pub part_id: Option<String>,
    /// The size of the chunk in bytes.
    pub size: Option<i64>,
    /// The SHA1 hash of the chunk.
    pub sha1: Option<String>,
}

/// A list of comments.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
// The names of the members suggest these pages; the description does not mention them.
#[page(next = offset("offset"))]
pub struct Comments {
    /// The limit that was used for these entries.
    pub limit: Option<i64>,
    /// The 0-based offset of the first entry in this set.
    pub offset: Option<i64>,
    /// The order by which items are returned.
    pub order: Option<Vec<CommentsOrderItem>>,
    /// One greater than the offset of the last entry in the entire collection.
    pub total_count: Option<i64>,
    /// The member `entries`.
    #[serde(default)]
    #[page(items)]
    pub entries: Vec<Comment>,
}

/// The order in which a pagination is ordered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CommentsOrderItem {
    /// The field to order by.
    pub by: Option<String>,
    /// The direction to order by, either ascending or descending.
    pub direction: Option<CommentsOrderItemDirection>,
}

/// The direction to order by, either ascending or descending.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum CommentsOrderItemDirection {
    /// `ASC`
    Asc,
    /// `DESC`
    Desc,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Standard representation of a comment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Comment {
    /// The unique identifier for this comment.
    pub id: Option<String>,
    /// `comment`.
    pub r#type: Option<CommentBaseType>,
    /// The time this comment was created.
    pub created_at: Option<DateTime>,
    /// A mini user object representing the author of the comment.
    pub created_by: Option<UserMini>,
    /// Whether or not this comment is a reply to another comment.
    pub is_reply_comment: Option<bool>,
    /// The file this comment was placed on.
    pub item: Option<CommentItem>,
    /// The text of the comment, as provided by the user.
    pub message: Option<String>,
    /// The time this comment was last modified.
    pub modified_at: Option<DateTime>,
}

/// `comment`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommentBaseType {
    /// `comment`
    Comment,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `item` of [`Comment`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CommentItem {
    /// The unique identifier for this object.
    pub id: Option<String>,
    /// The type for this object.
    pub r#type: Option<String>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum BoxPlatformError {
    /// Returns an error if some of the parameters are missing or not valid.
    #[api_error(status = 400)]
    BadRequest(ErrorResponse),
    /// Status 409.
    #[api_error(status = 409)]
    Conflict(ErrorResponse),
    /// Returns an error if a precondition was not met.
    #[api_error(status = 412)]
    PreconditionFailed(ErrorResponse),
    /// Returns an error if the content range does not match a specified range for the session.
    #[api_error(status = 416)]
    RangeNotSatisfiable(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
