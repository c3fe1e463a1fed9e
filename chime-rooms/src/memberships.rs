//! Memberships: what the operations on the members of a room take and give.

use std::fmt;

use rest_op::check::{self, Members};
use rest_op::{FromResponse, Next, Page, timestamp};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::error::ErrorCode;
use crate::open_enum::open_enum;
use crate::sensitive::hidden;

/// The options of [`list_room_memberships`](crate::ChimeRooms::list_room_memberships).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListRoomMemberships {
    /// The longest page to be given, 1 to 99 memberships.
    pub max_results: Option<u32>,
    /// The token of the page before.
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
    /// The user or bot to be added.
    pub member_id: String,
    /// Its role; [`Role::Member`] if absent.
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
    /// The members to be added, 50 at most.
    pub membership_item_list: Vec<MembershipItem>,
}

impl BatchCreateRoomMembership {
    pub(crate) fn check(&self) -> Result<(), check::Message> {
        let blank = |item: &MembershipItem| item.member_id.as_deref().is_some_and(|id| id.trim().is_empty());
        let named = |items: &Vec<MembershipItem>| match items.iter().position(blank) {
            Some(index) => Err(format!("has a blank `member_id` in item {index}")),
            None => Ok(()),
        };
        let list = Some(&self.membership_item_list);
        Members::new()
            .member("membership_item_list", list, check::length(..=50))
            .member("membership_item_list", list, named)
            .finish()
    }
}

/// A member to be added to a room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MembershipItem {
    /// The user or bot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_id: Option<String>,
    /// Its role; [`Role::Member`] if absent.
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembershipPage {
    /// The memberships.
    #[serde(default)]
    pub room_memberships: Vec<RoomMembership>,
    /// The token of the next page; absent on the last one.
    pub next_token: Option<String>,
}

impl Page for RoomMembershipPage {
    type Item = RoomMembership;

    fn next(&self) -> Option<Next> {
        self.next_token.as_deref().map(|token| Next::query("next-token", token))
    }

    fn into_items(self) -> Vec<RoomMembership> {
        self.room_memberships
    }
}

/// A membership, as `create_room_membership` and `update_room_membership` give it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembershipOutput {
    /// The membership.
    pub room_membership: Option<RoomMembership>,
}

/// What `batch_create_room_membership` gives: the members that could not be added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct BatchCreateRoomMembershipOutput {
    /// One entry for each member that was not added; empty if all were.
    #[serde(default)]
    pub errors: Vec<MemberError>,
}

/// Why a member was not added to a room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MemberError {
    /// The member.
    pub member_id: Option<String>,
    /// The kind of error.
    pub error_code: Option<ErrorCode>,
    /// The error, for people.
    pub error_message: Option<String>,
}

/// The membership of a user, bot or webhook in a room. The service may leave out any of its members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RoomMembership {
    /// The id of the room.
    pub room_id: Option<String>,
    /// Who is a member.
    pub member: Option<Member>,
    /// The role of the member.
    pub role: Option<Role>,
    /// Who invited the member.
    pub invited_by: Option<String>,
    /// When the membership was changed last.
    #[serde(default, with = "timestamp::date_time::option")]
    pub updated_timestamp: Option<OffsetDateTime>,
}

/// A member of a room. The service may leave out any of its members.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Member {
    /// The id of the user, bot or webhook.
    pub member_id: Option<String>,
    /// What it is.
    pub member_type: Option<MemberType>,
    /// The e-mail address; sensitive.
    pub email: Option<String>,
    /// The full name; sensitive.
    pub full_name: Option<String>,
    /// The account of the member.
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
        /// May manage the room.
        Administrator,
        /// May take part in it.
        Member,
    }
}

open_enum! {
    /// What a member of a room is.
    pub enum MemberType {
        /// A person.
        User,
        /// A program that takes part in the room.
        Bot,
        /// A program that posts into the room.
        Webhook,
    }
}
