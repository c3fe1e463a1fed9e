//! The inputs and outputs of the operations on rooms.

use std::fmt;

use rest_op::check::{self, Members};
use rest_op::{FromResponse, IdempotencyToken, Page, timestamp};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::sensitive::{Hidden, hidden};

/// The options of [`list_rooms`](crate::ChimeRooms::list_rooms).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListRooms {
    /// Lists only the rooms of this user or bot.
    pub member_id: Option<String>,
    /// The maximum number of rooms in a page, in 1..=99.
    pub max_results: Option<u32>,
    /// The token that the previous page returned.
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
    /// The token by which the service recognizes a repeated request: 2 to 64 letters, digits, `-` and `_`. The default is a
    /// new random token.
    pub client_request_token: IdempotencyToken,
}

impl CreateRoom {
    /// Creates the input for a room with this name, and a new random token.
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
                Err("must be 2 to 64 letters, digits, `-` and `_`")
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct RoomPage {
    /// The rooms.
    #[serde(default)]
    #[page(items)]
    pub rooms: Vec<Room>,
    /// The token of the next page. The last page has none.
    #[page(next = query("next-token"))]
    pub next_token: Option<String>,
}

/// The output of `get_room`, `create_room` and `update_room`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct RoomOutput {
    /// The room.
    pub room: Option<Room>,
}

/// A chat room. The service may omit any of the members.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Room {
    /// The ID of the room.
    pub room_id: Option<String>,
    /// The name of the room; sensitive.
    pub name: Option<String>,
    /// The ID of the account that the room belongs to.
    pub account_id: Option<String>,
    /// The ARN of the creator.
    pub created_by: Option<String>,
    /// The time of creation.
    #[serde(default, with = "timestamp::date_time::option")]
    pub created_timestamp: Option<OffsetDateTime>,
    /// The time of the last update.
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
