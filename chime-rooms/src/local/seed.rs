//! The members and rooms that a test adds to the service.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// The role of a member in a room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LocalRole {
    /// Can manage the room.
    Administrator,
    /// Can take part in the room.
    #[default]
    Member,
}

/// The kind of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) enum MemberType {
    User,
    Bot,
    Webhook,
}

/// A member of an account, for [`LocalChime::add_member`](super::LocalChime::add_member).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LocalMember {
    pub(super) account_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) full_name: Option<String>,
    pub(super) member_id: String,
    pub(super) member_type: MemberType,
}

impl LocalMember {
    /// Creates a user.
    pub fn user(member_id: impl Into<String>) -> Self {
        Self::new(MemberType::User, member_id.into())
    }

    /// Creates a bot. Its role in a room cannot be changed.
    pub fn bot(member_id: impl Into<String>) -> Self {
        Self::new(MemberType::Bot, member_id.into())
    }

    /// Creates a webhook. Responses may contain it, but a request cannot add it to a room.
    pub fn webhook(member_id: impl Into<String>) -> Self {
        Self::new(MemberType::Webhook, member_id.into())
    }

    /// Sets the e-mail address.
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

    fn new(member_type: MemberType, member_id: String) -> Self {
        Self {
            account_id: String::new(),
            email: None,
            full_name: None,
            member_id,
            member_type,
        }
    }
}

/// A room, for [`LocalChime::add_room`](super::LocalChime::add_room). A string converts into a room of that name.
#[derive(Clone, Debug)]
pub struct LocalRoom {
    pub(super) name: String,
    pub(super) room_id: Option<String>,
    pub(super) created_by: Option<String>,
    pub(super) created_timestamp: Option<OffsetDateTime>,
    pub(super) updated_timestamp: Option<OffsetDateTime>,
    pub(super) members: Vec<(String, LocalRole)>,
    pub(super) messages: Vec<String>,
}

impl LocalRoom {
    /// Creates a room with this name. By default the service generates the ID, names a fixed creator, and uses its clock.
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

    /// Sets the ARN of the creator.
    pub fn created_by(mut self, arn: impl Into<String>) -> Self {
        self.created_by = Some(arn.into());
        self
    }

    /// Sets the time of creation. Responses contain it with milliseconds.
    pub fn created_timestamp(mut self, time: impl Into<OffsetDateTime>) -> Self {
        self.created_timestamp = Some(time.into());
        self
    }

    /// Sets the time of the last update. The default is the time of creation.
    pub fn updated_timestamp(mut self, time: impl Into<OffsetDateTime>) -> Self {
        self.updated_timestamp = Some(time.into());
        self
    }

    /// Adds a member to the room. If the account has no such member, a user with this ID is added to it.
    pub fn member(mut self, member_id: impl Into<String>, role: LocalRole) -> Self {
        self.members.push((member_id.into(), role));
        self
    }

    /// Adds a message to the room, which can then be redacted.
    pub fn message(mut self, message_id: impl Into<String>) -> Self {
        self.messages.push(message_id.into());
        self
    }
}

impl From<&str> for LocalRoom {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for LocalRoom {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}
