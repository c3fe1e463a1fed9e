//! The inputs and outputs of the operations on memberships.

use std::fmt;

use rest_op::check::{self, Members};
use rest_op::{FromResponse, Page, timestamp};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::error::ErrorCode;
use crate::open_enum::open_enum;
use crate::sensitive::hidden;

/// The options of [`list_room_memberships`](crate::ChimeRooms::list_room_memberships).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListRoomMemberships {
    /// The maximum number of memberships in a page, in 1..=99.
    pub max_results: Option<u32>,
    /// The token that the previous page returned.
    pub next_token: Option<String>,
}

impl ListRoomMemberships {
    pub(crate) fn check(&self) -> Result<(), check::Message> {
        Members::new()
            .member("max_results", self.max_results.as_ref(), check::range(1..=99))
            .finish()
    }
}

/// The body of [`create_room_membership`](crate::ChimeRooms::create_room_membership).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateRoomMembership {
    /// The ID of the user or bot to add.
    pub member_id: String,
    /// The role. The default is [`Role::Member`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

impl CreateRoomMembership {
    pub(crate) fn check(&self) -> Result<(), check::Message> {
        Members::new()
            .member("member_id", Some(&self.member_id), check::not_blank())
            .finish()
    }
}

/// The body of [`batch_create_room_membership`](crate::ChimeRooms::batch_create_room_membership).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchCreateRoomMembership {
    /// The members to add, at most 50.
    pub membership_item_list: Vec<MembershipItem>,
}

impl BatchCreateRoomMembership {
    pub(crate) fn check(&self) -> Result<(), check::Message> {
        let blank = |item: &MembershipItem| item.member_id.as_deref().is_some_and(|id| id.trim().is_empty());
        let named = |items: &Vec<MembershipItem>| match items.iter().position(blank) {
            Some(index) => Err(format!("has a blank `member_id` at index {index}")),
            None => Ok(()),
        };
        let list = Some(&self.membership_item_list);
        Members::new()
            .member("membership_item_list", list, check::length(..=50))
            .member("membership_item_list", list, named)
            .finish()
    }
}

/// A member to add to a room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MembershipItem {
    /// The ID of the user or bot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_id: Option<String>,
    /// The role. The default is [`Role::Member`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

/// The body of [`update_room_membership`](crate::ChimeRooms::update_room_membership).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateRoomMembership {
    /// The new role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

/// A page of memberships.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembershipPage {
    /// The memberships.
    #[serde(default)]
    #[page(items)]
    pub room_memberships: Vec<RoomMembership>,
    /// The token of the next page. The last page has none.
    #[page(next = query("next-token"))]
    pub next_token: Option<String>,
}

/// The output of `create_room_membership` and `update_room_membership`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembershipOutput {
    /// The membership.
    pub room_membership: Option<RoomMembership>,
}

/// The output of `batch_create_room_membership`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct BatchCreateRoomMembershipOutput {
    /// The members that could not be added. Empty if all were added.
    #[serde(default)]
    pub errors: Vec<MemberError>,
}

/// The reason why a member could not be added to a room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MemberError {
    /// The ID of the member.
    pub member_id: Option<String>,
    /// The code of the error.
    pub error_code: Option<ErrorCode>,
    /// The error message.
    pub error_message: Option<String>,
}

/// The membership of a user, bot or webhook in a room. The service may omit any of the members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembership {
    /// The ID of the room.
    pub room_id: Option<String>,
    /// The member.
    pub member: Option<Member>,
    /// The role of the member.
    pub role: Option<Role>,
    /// The ARN of the user who invited the member.
    pub invited_by: Option<String>,
    /// The time of the last update.
    #[serde(default, with = "timestamp::date_time::option")]
    pub updated_timestamp: Option<OffsetDateTime>,
}

/// A user, bot or webhook. The service may omit any of the members.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Member {
    /// The ID of the user, bot or webhook.
    pub member_id: Option<String>,
    /// Whether it is a user, bot or webhook.
    pub member_type: Option<MemberType>,
    /// The e-mail address; sensitive.
    pub email: Option<String>,
    /// The full name; sensitive.
    pub full_name: Option<String>,
    /// The ID of the account.
    pub account_id: Option<String>,
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Member")
            .field("member_id", &self.member_id)
            .field("member_type", &self.member_type)
            .field("email", &hidden(self.email.as_ref()))
            .field("full_name", &hidden(self.full_name.as_ref()))
            .field("account_id", &self.account_id)
            .finish()
    }
}

open_enum! {
    /// The role of a member in a room.
    pub enum Role {
        /// Can manage the room.
        Administrator,
        /// Can take part in the room.
        Member,
    }
}

open_enum! {
    /// The kind of a member.
    pub enum MemberType {
        /// A person.
        User,
        /// A program that takes part in a room.
        Bot,
        /// A program that posts messages to a room.
        Webhook,
    }
}
