//! Slack Web API.
//!
//! From `slack.com.json.gz`, version `1.7.0`, SHA-256 `4f7bf0f493f640993d56b1350edae12a70f121fd3fb97957c00d2e74a0462116`:
//! `rest-op-import slack.com.json.gz --op chat_postMessage --op conversations_list --op conversations_info --op conversations_history --op files_upload --lenient`
//!
//! `Client::builder("https://slack.com/api").auth(Bearer::new(token)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, Page, rest_op, serde_json::Value};
use serde::{Deserialize, Serialize};

/// The operations of Slack Web API.
pub trait Slack: Api {
    /// Sends a message to a channel.
    ///
    /// [Reference](https://api.slack.com/methods/chat.postMessage)
    #[rest_op(POST, "/chat.postMessage")]
    fn chat_post_message(
        &self,
        #[header("token")] token: &str,
        #[body(form)] body: Option<&ChatPostMessageRequest>,
    ) -> Call<ChatPostMessageResponse>;

    /// Lists all channels in a Slack team.
    ///
    /// [Reference](https://api.slack.com/methods/conversations.list)
    #[rest_op(GET, "/conversations.list")]
    fn conversations_list(&self, #[query(flatten)] options: &ConversationsList) -> Call<ConversationsListResponse>;

    /// Retrieve information about a conversation.
    ///
    /// [Reference](https://api.slack.com/methods/conversations.info)
    #[rest_op(GET, "/conversations.info")]
    fn conversations_info(&self, #[query(flatten)] options: &ConversationsInfo) -> Call<ConversationsInfoResponse>;

    /// Fetches a conversation's history of messages and events.
    ///
    /// [Reference](https://api.slack.com/methods/conversations.history)
    #[rest_op(GET, "/conversations.history")]
    fn conversations_history(
        &self,
        #[query(flatten)] options: &ConversationsHistory,
    ) -> Call<ConversationsHistoryResponse>;

    /// Uploads or creates a file.
    ///
    /// [Reference](https://api.slack.com/methods/files.upload)
    #[rest_op(POST, "/files.upload")]
    fn files_upload(&self, #[body(form)] body: Option<&FilesUploadRequest>) -> Call<FilesUploadResponse>;
}

impl Slack for Client {}

/// The body of [`chat_post_message`](Slack::chat_post_message).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ChatPostMessageRequest {
    /// Pass true to post the message as the authed user, instead of as a bot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_user: Option<String>,
    /// A JSON-based array of structured attachments, presented as a URL-encoded string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<String>,
    /// A JSON-based array of structured blocks, presented as a URL-encoded string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocks: Option<String>,
    /// Channel, private group, or IM channel to send message to.
    pub channel: String,
    /// Emoji to use as the icon for this message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon_emoji: Option<String>,
    /// URL to an image to use as the icon for this message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon_url: Option<String>,
    /// Find and link channel names and usernames.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_names: Option<bool>,
    /// Disable Slack markup parsing by setting to `false`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mrkdwn: Option<bool>,
    /// Change how messages are treated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parse: Option<String>,
    /// Used in conjunction with `thread_ts` and indicates whether reply should be made visible to
    /// everyone in the channel or conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_broadcast: Option<bool>,
    /// How this field works and whether it is required depends on other fields you use in your API
    /// call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Provide another message's `ts` value to make this message a reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread_ts: Option<String>,
    /// Pass true to enable unfurling of primarily text-based content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfurl_links: Option<bool>,
    /// Pass false to disable unfurling of media content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfurl_media: Option<bool>,
    /// Set your bot's user name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
}

/// Schema for successful response of chat.postMessage method.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ChatPostMessageResponse {
    /// Channel-like conversation ID.
    pub channel: Option<String>,
    /// The member `message`.
    pub message: Option<ObjsMessage>,
    /// Default success response.
    pub ok: Option<bool>,
    /// Timestamp in format 0123456789.012345.
    pub ts: Option<String>,
}

/// Message object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsMessage {
    /// The member `attachments`.
    pub attachments: Option<Vec<ObjsMessageAttachment>>,
    /// This is a very loose definition, in the future, we'll populate this with deeper schema in
    /// this definition namespace.
    pub blocks: Option<Vec<Block>>,
    /// The member `bot_id`.
    pub bot_id: Option<Value>,
    /// The member `bot_profile`.
    pub bot_profile: Option<ObjsBotProfile>,
    /// The member `client_msg_id`.
    pub client_msg_id: Option<String>,
    /// The member `comment`.
    pub comment: Option<ObjsComment>,
    /// The member `display_as_bot`.
    pub display_as_bot: Option<bool>,
    /// The member `file`.
    pub file: Option<ObjsFile>,
    /// The member `files`.
    pub files: Option<Vec<ObjsFile>>,
    /// The member `icons`.
    pub icons: Option<ObjsMessageIcons>,
    /// User ID.
    pub inviter: Option<String>,
    /// The member `is_delayed_message`.
    pub is_delayed_message: Option<bool>,
    /// The member `is_intro`.
    pub is_intro: Option<bool>,
    /// The member `is_starred`.
    pub is_starred: Option<bool>,
    /// Timestamp in format 0123456789.012345.
    pub last_read: Option<String>,
    /// Timestamp in format 0123456789.012345.
    pub latest_reply: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `old_name`.
    pub old_name: Option<String>,
    /// User ID.
    pub parent_user_id: Option<String>,
    /// The member `permalink`.
    pub permalink: Option<String>,
    /// The member `pinned_to`.
    pub pinned_to: Option<Vec<String>>,
    /// The member `purpose`.
    pub purpose: Option<String>,
    /// The member `reactions`.
    pub reactions: Option<Vec<ObjsReaction>>,
    /// The member `reply_count`.
    pub reply_count: Option<i64>,
    /// The member `reply_users`.
    pub reply_users: Option<Vec<String>>,
    /// The member `reply_users_count`.
    pub reply_users_count: Option<i64>,
    /// Team or Enterprise ID.
    pub source_team: Option<String>,
    /// The member `subscribed`.
    pub subscribed: Option<bool>,
    /// The member `subtype`.
    pub subtype: Option<String>,
    /// Team or Enterprise ID.
    pub team: Option<String>,
    /// The member `text`.
    pub text: Option<String>,
    /// Timestamp in format 0123456789.012345.
    pub thread_ts: Option<String>,
    /// The member `topic`.
    pub topic: Option<String>,
    /// Timestamp in format 0123456789.012345.
    pub ts: Option<String>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `unread_count`.
    pub unread_count: Option<i64>,
    /// The member `upload`.
    pub upload: Option<bool>,
    /// User ID.
    pub user: Option<String>,
    /// The member `user_profile`.
    pub user_profile: Option<ObjsUserProfileShort>,
    /// Team or Enterprise ID.
    pub user_team: Option<String>,
    /// The member `username`.
    pub username: Option<String>,
}

/// An item of the `attachments` of [`ObjsMessage`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsMessageAttachment {
    /// The member `fallback`.
    pub fallback: Option<String>,
    /// The member `id`.
    pub id: i64,
    /// The member `image_bytes`.
    pub image_bytes: Option<i64>,
    /// The member `image_height`.
    pub image_height: Option<i64>,
    /// The member `image_url`.
    pub image_url: Option<String>,
    /// The member `image_width`.
    pub image_width: Option<i64>,
}

/// An item of the `blocks` of [`ObjsMessage`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Block {
    /// The member `type`.
    pub r#type: Option<String>,
}

/// Bot Profile Object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsBotProfile {
    /// App ID.
    pub app_id: String,
    /// The member `deleted`.
    pub deleted: Option<bool>,
    /// The member `icons`.
    pub icons: Option<ObjsBotProfileIcons>,
    /// Bot User ID.
    pub id: String,
    /// The member `name`.
    pub name: Option<String>,
    /// Team ID.
    pub team_id: String,
    /// The member `updated`.
    pub updated: Option<i64>,
}

/// The `icons` of [`ObjsBotProfile`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsBotProfileIcons {
    /// The member `image_36`.
    pub image_36: Option<String>,
    /// The member `image_48`.
    pub image_48: Option<String>,
    /// The member `image_72`.
    pub image_72: Option<String>,
}

/// File Comment Object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsComment {
    /// The member `comment`.
    pub comment: Option<String>,
    /// The member `created`.
    pub created: Option<i64>,
    /// File Comment ID.
    pub id: String,
    /// The member `is_intro`.
    pub is_intro: Option<bool>,
    /// The member `is_starred`.
    pub is_starred: Option<bool>,
    /// The member `num_stars`.
    pub num_stars: Option<i64>,
    /// Info for a pinned item.
    pub pinned_info: Option<BTreeMap<String, Value>>,
    /// The member `pinned_to`.
    pub pinned_to: Option<Vec<String>>,
    /// The member `reactions`.
    pub reactions: Option<Vec<ObjsReaction>>,
    /// The member `timestamp`.
    pub timestamp: Option<i64>,
    /// User ID.
    pub user: Option<String>,
}

/// Reaction object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsReaction {
    /// The member `count`.
    pub count: Option<i64>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `users`.
    pub users: Option<Vec<String>>,
}

/// File object.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsFile {
    /// The member `channels`.
    pub channels: Option<Vec<String>>,
    /// The member `comments_count`.
    pub comments_count: Option<i64>,
    /// The member `created`.
    pub created: Option<i64>,
    /// The member `date_delete`.
    pub date_delete: Option<i64>,
    /// The member `display_as_bot`.
    pub display_as_bot: Option<bool>,
    /// The member `editable`.
    pub editable: Option<bool>,
    /// User ID.
    pub editor: Option<String>,
    /// The member `external_id`.
    pub external_id: Option<String>,
    /// The member `external_type`.
    pub external_type: Option<String>,
    /// The member `external_url`.
    pub external_url: Option<String>,
    /// The member `filetype`.
    pub filetype: Option<String>,
    /// The member `groups`.
    pub groups: Option<Vec<String>>,
    /// The member `has_rich_preview`.
    pub has_rich_preview: Option<bool>,
    /// File ID.
    pub id: Option<String>,
    /// The member `image_exif_rotation`.
    pub image_exif_rotation: Option<i64>,
    /// The member `ims`.
    pub ims: Option<Vec<String>>,
    /// The member `is_external`.
    pub is_external: Option<bool>,
    /// The member `is_public`.
    pub is_public: Option<bool>,
    /// The member `is_starred`.
    pub is_starred: Option<bool>,
    /// The member `is_tombstoned`.
    pub is_tombstoned: Option<bool>,
    /// User ID.
    pub last_editor: Option<String>,
    /// The member `mimetype`.
    pub mimetype: Option<String>,
    /// The member `mode`.
    pub mode: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `non_owner_editable`.
    pub non_owner_editable: Option<bool>,
    /// The member `num_stars`.
    pub num_stars: Option<i64>,
    /// The member `original_h`.
    pub original_h: Option<i64>,
    /// The member `original_w`.
    pub original_w: Option<i64>,
    /// The member `permalink`.
    pub permalink: Option<String>,
    /// The member `permalink_public`.
    pub permalink_public: Option<String>,
    /// Info for a pinned item.
    pub pinned_info: Option<BTreeMap<String, Value>>,
    /// The member `pinned_to`.
    pub pinned_to: Option<Vec<String>>,
    /// The member `pretty_type`.
    pub pretty_type: Option<String>,
    /// The member `preview`.
    pub preview: Option<String>,
    /// The member `public_url_shared`.
    pub public_url_shared: Option<bool>,
    /// The member `reactions`.
    pub reactions: Option<Vec<ObjsReaction>>,
    /// The member `shares`.
    pub shares: Option<ObjsFileShares>,
    /// The member `size`.
    pub size: Option<i64>,
    /// Team ID.
    pub source_team: Option<String>,
    /// The member `state`.
    pub state: Option<String>,
    /// The member `thumb_1024`.
    pub thumb_1024: Option<String>,
    /// The member `thumb_1024_h`.
    pub thumb_1024_h: Option<i64>,
    /// The member `thumb_1024_w`.
    pub thumb_1024_w: Option<i64>,
    /// The member `thumb_160`.
    pub thumb_160: Option<String>,
    /// The member `thumb_360`.
    pub thumb_360: Option<String>,
    /// The member `thumb_360_h`.
    pub thumb_360_h: Option<i64>,
    /// The member `thumb_360_w`.
    pub thumb_360_w: Option<i64>,
    /// The member `thumb_480`.
    pub thumb_480: Option<String>,
    /// The member `thumb_480_h`.
    pub thumb_480_h: Option<i64>,
    /// The member `thumb_480_w`.
    pub thumb_480_w: Option<i64>,
    /// The member `thumb_64`.
    pub thumb_64: Option<String>,
    /// The member `thumb_720`.
    pub thumb_720: Option<String>,
    /// The member `thumb_720_h`.
    pub thumb_720_h: Option<i64>,
    /// The member `thumb_720_w`.
    pub thumb_720_w: Option<i64>,
    /// The member `thumb_80`.
    pub thumb_80: Option<String>,
    /// The member `thumb_800`.
    pub thumb_800: Option<String>,
    /// The member `thumb_800_h`.
    pub thumb_800_h: Option<i64>,
    /// The member `thumb_800_w`.
    pub thumb_800_w: Option<i64>,
    /// The member `thumb_960`.
    pub thumb_960: Option<String>,
    /// The member `thumb_960_h`.
    pub thumb_960_h: Option<i64>,
    /// The member `thumb_960_w`.
    pub thumb_960_w: Option<i64>,
    /// The member `thumb_tiny`.
    pub thumb_tiny: Option<String>,
    /// The member `timestamp`.
    pub timestamp: Option<i64>,
    /// The member `title`.
    pub title: Option<String>,
    /// The member `updated`.
    pub updated: Option<i64>,
    /// The member `url_private`.
    pub url_private: Option<String>,
    /// The member `url_private_download`.
    pub url_private_download: Option<String>,
    /// The member `user`.
    pub user: Option<String>,
    /// Team ID.
    pub user_team: Option<String>,
    /// The member `username`.
    pub username: Option<String>,
}

/// The `shares` of [`ObjsFile`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsFileShares {
    /// The member `private`.
    pub private: Option<Value>,
    /// The member `public`.
    pub public: Option<Value>,
}

/// The `icons` of [`ObjsMessage`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsMessageIcons {
    /// The member `emoji`.
    pub emoji: Option<String>,
    /// The member `image_64`.
    pub image_64: Option<String>,
}

/// An objs user profile short.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ObjsUserProfileShort {
    /// The member `avatar_hash`.
    pub avatar_hash: Option<String>,
    /// The member `display_name`.
    pub display_name: Option<String>,
    /// The member `display_name_normalized`.
    pub display_name_normalized: Option<String>,
    /// The member `first_name`.
    pub first_name: Option<String>,
    /// The member `image_72`.
    pub image_72: Option<String>,
    /// The member `is_restricted`.
    pub is_restricted: Option<bool>,
    /// The member `is_ultra_restricted`.
    pub is_ultra_restricted: Option<bool>,
    /// The member `name`.
    pub name: Option<String>,
    /// The member `real_name`.
    pub real_name: Option<String>,
    /// The member `real_name_normalized`.
    pub real_name_normalized: Option<String>,
    /// Team or Enterprise ID.
    pub team: Option<String>,
}

/// The optional parameters of [`conversations_list`](Slack::conversations_list).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ConversationsList {
    /// Authentication token.
    pub token: Option<String>,
    /// Set to `true` to exclude archived channels from the list.
    pub exclude_archived: Option<bool>,
    /// Mix and match channel types by providing a comma-separated list of any combination of
    /// `public_channel`, `private_channel`, `mpim`, `im`.
    pub types: Option<String>,
    /// The maximum number of items to return.
    pub limit: Option<i64>,
    /// Paginate through collections of data by setting the `cursor` parameter to a `next_cursor`
    /// attribute returned by a previous request's `response_metadata`.
    pub cursor: Option<String>,
}

/// Schema for successful response from conversations.list method.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
// The names of the members suggest these pages; the description does not mention them.
#[page(next = query("cursor"), at = "response_metadata.next_cursor")]
pub struct ConversationsListResponse {
    /// The member `channels`.
    #[serde(default)]
    #[page(items)]
    pub channels: Vec<Value>,
    /// Default success response.
    pub ok: Option<bool>,
    /// The member `response_metadata`.
    pub response_metadata: Option<ConversationsListResponseResponseMetadata>,
}

/// The `response_metadata` of [`ConversationsListResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ConversationsListResponseResponseMetadata {
    /// The member `next_cursor`.
    pub next_cursor: Option<String>,
}

/// The optional parameters of [`conversations_info`](Slack::conversations_info).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ConversationsInfo {
    /// Authentication token.
    pub token: Option<String>,
    /// Conversation ID to learn more about.
    pub channel: Option<String>,
    /// Set this to `true` to receive the locale for this conversation.
    pub include_locale: Option<bool>,
    /// Set to `true` to include the member count for the specified conversation.
    pub include_num_members: Option<bool>,
}

/// Schema for successful response conversations.info.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ConversationsInfoResponse {
    /// The member `channel`.
    pub channel: Option<Value>,
    /// Default success response.
    pub ok: Option<bool>,
}

/// The optional parameters of [`conversations_history`](Slack::conversations_history).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ConversationsHistory {
    /// Authentication token.
    pub token: Option<String>,
    /// Conversation ID to fetch history for.
    pub channel: Option<String>,
    /// End of time range of messages to include in results.
    pub latest: Option<f64>,
    /// Start of time range of messages to include in results.
    pub oldest: Option<f64>,
    /// Include messages with latest or oldest timestamp in results only when either timestamp is
    /// specified.
    pub inclusive: Option<bool>,
    /// The maximum number of items to return.
    pub limit: Option<i64>,
    /// Paginate through collections of data by setting the `cursor` parameter to a `next_cursor`
    /// attribute returned by a previous request's `response_metadata`.
    pub cursor: Option<String>,
}

/// Schema for successful response from conversations.history method.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ConversationsHistoryResponse {
    /// The member `channel_actions_count`.
    pub channel_actions_count: Option<i64>,
    /// The member `channel_actions_ts`.
    pub channel_actions_ts: Option<Value>,
    /// The member `has_more`.
    pub has_more: Option<bool>,
    /// The member `messages`.
    pub messages: Option<Vec<ObjsMessage>>,
    /// Default success response.
    pub ok: Option<bool>,
    /// The member `pin_count`.
    pub pin_count: Option<i64>,
}

/// The body of [`files_upload`](Slack::files_upload).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FilesUploadRequest {
    /// Comma-separated list of channel names or IDs where the file will be shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels: Option<String>,
    /// File contents via a POST variable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// File contents via `multipart/form-data`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Filename of file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filename: Option<String>,
    /// A file type identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filetype: Option<String>,
    /// The message text introducing the file in specified `channels`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initial_comment: Option<String>,
    /// Provide another message's `ts` value to upload this file as a reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread_ts: Option<f64>,
    /// Title of file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Authentication token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// Schema for successful response files.upload method.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct FilesUploadResponse {
    /// The member `file`.
    pub file: Option<ObjsFile>,
    /// Default success response.
    pub ok: Option<bool>,
}
