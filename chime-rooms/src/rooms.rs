//! Rooms: what the operations on them take and give.

use std::fmt;

use rest_op::check::{self, Members};
use rest_op::{FromResponse, IdempotencyToken, Next, Page, timestamp};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::sensitive::{Hidden, hidden};

/// The options of [`list_rooms`](crate::ChimeRooms::list_rooms).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListRooms {
    /// Only the rooms of which this user or bot is a member.
    pub member_id: Option<String>,
    /// The longest page to be given, 1 to 99 rooms.
    pub max_results: Option<u32>,
    /// The token of the page before.
    pub next_token: Option<String>,
}

impl ListRooms {
    pub(crate) fn check(&self) -> Result<(), check::Message> {
        Members::new()
            .member("max_results", self.max_results.as_ref(), check::range(1..=99))
            .finish()
    }
}

/// The body of [`create_room`](crate::ChimeRooms::create_room).
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateRoom {
    /// The name of the room; sensitive.
    pub name: String,
    /// By this the service knows a repeated request; 2 to 64 characters of `-`, `_`, letters and digits. Fresh by default.
    pub client_request_token: IdempotencyToken,
}

impl CreateRoom {
    /// A room of this name, with a fresh token.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    pub(crate) fn check(&self) -> Result<(), check::Message> {
        let token = |token: &IdempotencyToken| {
            let text = token.as_str();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            if (2..=64).contains(&text.len()) && text.bytes().all(plain) {
                Ok(())
            } else {
                Err("is not 2 to 64 characters of `-`, `_`, letters and digits")
            }
        };
        Members::new()
            .member("client_request_token", Some(&self.client_request_token), token)
            .finish()
    }
}

impl fmt::Debug for CreateRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateRoom")
            .field("name", &Hidden)
            .field("client_request_token", &self.client_request_token)
            .finish()
    }
}

/// The body of [`update_room`](crate::ChimeRooms::update_room).
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateRoom {
    /// The new name of the room; sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl fmt::Debug for UpdateRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateRoom")
            .field("name", &hidden(self.name.as_ref()))
            .finish()
    }
}

/// A page of rooms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct RoomPage {
    /// The rooms.
    #[serde(default)]
    pub rooms: Vec<Room>,
    /// The token of the next page; absent on the last one.
    pub next_token: Option<String>,
}

impl Page for RoomPage {
    type Item = Room;

    fn next(&self) -> Option<Next> {
        self.next_token.as_deref().map(|token| Next::query("next-token", token))
    }

    fn into_items(self) -> Vec<Room> {
        self.rooms
    }
}

/// A room, as `get_room`, `create_room` and `update_room` give it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct RoomOutput {
    /// The room.
    pub room: Option<Room>,
}

/// A chat room. The service may leave out any of its members.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Room {
    /// The id of the room.
    pub room_id: Option<String>,
    /// The name of the room; sensitive.
    pub name: Option<String>,
    /// The account that the room belongs to.
    pub account_id: Option<String>,
    /// Who created the room.
    pub created_by: Option<String>,
    /// When the room was created.
    #[serde(default, with = "timestamp::date_time::option")]
    pub created_timestamp: Option<OffsetDateTime>,
    /// When the room was changed last.
    #[serde(default, with = "timestamp::date_time::option")]
    pub updated_timestamp: Option<OffsetDateTime>,
}

impl fmt::Debug for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Room")
            .field("room_id", &self.room_id)
            .field("name", &hidden(self.name.as_ref()))
            .field("account_id", &self.account_id)
            .field("created_by", &self.created_by)
            .field("created_timestamp", &self.created_timestamp)
            .field("updated_timestamp", &self.updated_timestamp)
            .finish()
    }
}
