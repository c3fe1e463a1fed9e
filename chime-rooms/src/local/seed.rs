//! The shapes of the API: what is seeded, kept as state and written in answers.
#![expect(clippy::struct_field_names, reason = "the names are the model's")]

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// What a member of a room may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Manages the room.
    Administrator,
    /// Takes part in the room.
    #[default]
    Member,
}

/// What a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum MemberType {
    User,
    Bot,
    Webhook,
}

/// A member of an account, for [`LocalChime::add_member`](super::LocalChime::add_member).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Member {
    pub(super) account_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) full_name: Option<String>,
    pub(super) member_id: String,
    pub(super) member_type: MemberType,
}

impl Member {
    /// A user, by member ID.
    pub fn user(member_id: impl Into<String>) -> Self {
        Self::of(MemberType::User, member_id.into())
    }

    /// A bot, by member ID. Its role in a room cannot be changed.
    pub fn bot(member_id: impl Into<String>) -> Self {
        Self::of(MemberType::Bot, member_id.into())
    }

    /// A webhook, by member ID. It stands in results, and cannot be added to a room over the wire.
    pub fn webhook(member_id: impl Into<String>) -> Self {
        Self::of(MemberType::Webhook, member_id.into())
    }

    /// Sets the email address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets the full name.
    pub fn full_name(mut self, full_name: impl Into<String>) -> Self {
        self.full_name = Some(full_name.into());
        self
    }

    pub(super) fn of_account(mut self, account_id: &str) -> Self {
        account_id.clone_into(&mut self.account_id);
        self
    }

    fn of(member_type: MemberType, member_id: String) -> Self {
        Self {
            account_id: String::new(),
            email: None,
            full_name: None,
            member_id,
            member_type,
        }
    }
}

/// A room to begin with, for [`LocalChime::add_room`](super::LocalChime::add_room). A `&str` is a room of that name.
#[derive(Clone, Debug)]
pub struct Room {
    pub(super) name: String,
    pub(super) room_id: Option<String>,
    pub(super) created_by: Option<String>,
    pub(super) created_timestamp: Option<OffsetDateTime>,
    pub(super) updated_timestamp: Option<OffsetDateTime>,
    pub(super) members: Vec<(String, Role)>,
    pub(super) messages: Vec<String>,
}

impl Room {
    /// A room of that name. All else is filled in: an ID, the service's caller as its creator, the time of the clock.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            room_id: None,
            created_by: None,
            created_timestamp: None,
            updated_timestamp: None,
            members: Vec::new(),
            messages: Vec::new(),
        }
    }

    /// Sets the room ID.
    pub fn room_id(mut self, room_id: impl Into<String>) -> Self {
        self.room_id = Some(room_id.into());
        self
    }

    /// Sets who created the room, an ARN.
    pub fn created_by(mut self, arn: impl Into<String>) -> Self {
        self.created_by = Some(arn.into());
        self
    }

    /// Sets when the room was created. On the wire it has milliseconds.
    pub fn created_timestamp(mut self, time: impl Into<OffsetDateTime>) -> Self {
        self.created_timestamp = Some(time.into());
        self
    }

    /// Sets when the room was last updated; without it, when it was created.
    pub fn updated_timestamp(mut self, time: impl Into<OffsetDateTime>) -> Self {
        self.updated_timestamp = Some(time.into());
        self
    }

    /// Puts a member into the room. One whom the account lacks is added to it, as a user.
    pub fn member(mut self, member_id: impl Into<String>, role: Role) -> Self {
        self.members.push((member_id.into(), role));
        self
    }

    /// Puts a message into the room, to be redacted.
    pub fn message(mut self, message_id: impl Into<String>) -> Self {
        self.messages.push(message_id.into());
        self
    }
}

impl From<&str> for Room {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Room {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}
