//! The state of the service: accounts with their members and rooms.

use std::collections::BTreeMap;

use serde::Serialize;
use time::OffsetDateTime;

use crate::local::error::ServiceError;
use crate::local::seed::{LocalMember, LocalRole, LocalRoom};
use crate::local::timestamp;
use crate::local::uuid::uuid;

/// The ARN that creates rooms and invites members, unless a seed names another.
pub(super) const CALLER: &str = "arn:aws:iam::111122223333:user/alejandro";

/// The state that operations read and change.
#[derive(Debug, Default)]
pub(super) struct State {
    accounts: BTreeMap<String, Account>,
    /// Only grows, so that neither IDs nor positions in lists are reused.
    counter: u64,
}

/// An account. Its rooms are in order of creation.
#[derive(Debug, Default)]
pub(super) struct Account {
    pub(super) members: BTreeMap<String, LocalMember>,
    pub(super) rooms: Vec<StoredRoom>,
    /// The rooms that were created with a `ClientRequestToken`, as they were at that time.
    pub(super) client_request_tokens: BTreeMap<String, StoredRoom>,
}

/// A room, as it is stored and as responses contain it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct StoredRoom {
    pub(super) account_id: String,
    pub(super) created_by: String,
    #[serde(serialize_with = "timestamp::date_time")]
    pub(super) created_timestamp: OffsetDateTime,
    pub(super) name: String,
    pub(super) room_id: String,
    #[serde(serialize_with = "timestamp::date_time")]
    pub(super) updated_timestamp: OffsetDateTime,
    /// The position in lists, which are in order of creation.
    #[serde(skip)]
    pub(super) position: u64,
    #[serde(skip)]
    pub(super) memberships: Vec<StoredMembership>,
    #[serde(skip)]
    pub(super) messages: Vec<StoredMessage>,
}

/// A membership. The details of the member are stored in the account.
#[derive(Clone, Debug)]
pub(super) struct StoredMembership {
    pub(super) invited_by: String,
    pub(super) member_id: String,
    pub(super) role: LocalRole,
    pub(super) updated_timestamp: OffsetDateTime,
    /// The position in lists.
    pub(super) position: u64,
}

/// A message in a room. The API can redact messages, but not list them.
#[derive(Clone, Debug)]
pub(super) struct StoredMessage {
    pub(super) message_id: String,
    pub(super) redacted: bool,
}

impl State {
    /// Returns an account, which is created if it does not exist. Operations use [`account`](Self::account) instead.
    pub(super) fn seed_account(&mut self, account_id: &str) -> &mut Account {
        self.accounts.entry(account_id.to_owned()).or_default()
    }

    pub(super) fn seed_member(&mut self, account_id: &str, member: LocalMember) {
        let member = member.of_account(account_id);
        self.seed_account(account_id)
            .members
            .insert(member.member_id.clone(), member);
    }

    /// Adds a room with the members and messages of its seed, and returns its ID.
    pub(super) fn seed_room(&mut self, account_id: &str, seed: LocalRoom, now: OffsetDateTime) -> String {
        let mut room = self.new_room(account_id, seed.name, now);
        room.room_id = seed.room_id.unwrap_or(room.room_id);
        room.created_by = seed.created_by.unwrap_or(room.created_by);
        room.created_timestamp = seed.created_timestamp.unwrap_or(now);
        room.updated_timestamp = seed.updated_timestamp.unwrap_or(room.created_timestamp);
        room.messages = seed
            .messages
            .into_iter()
            .map(|message_id| StoredMessage {
                message_id,
                redacted: false,
            })
            .collect();
        for (member_id, role) in seed.members {
            let member = || LocalMember::user(member_id.clone()).of_account(account_id);
            self.seed_account(account_id)
                .members
                .entry(member_id.clone())
                .or_insert_with(member);
            let position = self.next_number();
            room.memberships.push(StoredMembership {
                invited_by: room.created_by.clone(),
                member_id,
                role,
                updated_timestamp: room.updated_timestamp,
                position,
            });
        }
        let room_id = room.room_id.clone();
        self.seed_account(account_id).rooms.push(room);
        room_id
    }

    /// Creates a room without adding it to the account.
    pub(super) fn new_room(&mut self, account_id: &str, name: String, now: OffsetDateTime) -> StoredRoom {
        let position = self.next_number();
        StoredRoom {
            account_id: account_id.to_owned(),
            created_by: CALLER.to_owned(),
            created_timestamp: now,
            name,
            room_id: uuid("room", position),
            updated_timestamp: now,
            position,
            memberships: Vec::new(),
            messages: Vec::new(),
        }
    }

    /// Returns the next number for an ID or a position.
    pub(super) fn next_number(&mut self) -> u64 {
        self.counter += 1;
        self.counter
    }

    pub(super) fn account(&mut self, account_id: &str) -> Result<&mut Account, ServiceError> {
        let account = self.accounts.get_mut(account_id);
        account.ok_or_else(|| ServiceError::not_found(format!("Account {account_id} was not found.")))
    }

    pub(super) fn is_redacted(&self, account_id: &str, room_id: &str, message_id: &str) -> bool {
        let room = self
            .accounts
            .get(account_id)
            .and_then(|account| account.room(room_id).ok());
        room.is_some_and(|room| {
            room.messages
                .iter()
                .any(|message| message.message_id == message_id && message.redacted)
        })
    }
}

impl Account {
    pub(super) fn room(&self, room_id: &str) -> Result<&StoredRoom, ServiceError> {
        self.rooms
            .iter()
            .find(|room| room.room_id == room_id)
            .ok_or_else(|| no_room(room_id))
    }

    pub(super) fn room_mut(&mut self, room_id: &str) -> Result<&mut StoredRoom, ServiceError> {
        self.rooms
            .iter_mut()
            .find(|room| room.room_id == room_id)
            .ok_or_else(|| no_room(room_id))
    }
}

fn no_room(room_id: &str) -> ServiceError {
    ServiceError::not_found(format!("Room {room_id} was not found."))
}

impl StoredRoom {
    pub(super) fn has_member(&self, member_id: &str) -> bool {
        self.memberships
            .iter()
            .any(|membership| membership.member_id == member_id)
    }

    pub(super) fn membership(&self, member_id: &str) -> Result<&StoredMembership, ServiceError> {
        let membership = self
            .memberships
            .iter()
            .find(|membership| membership.member_id == member_id);
        membership.ok_or_else(|| no_membership(member_id))
    }

    pub(super) fn membership_mut(&mut self, member_id: &str) -> Result<&mut StoredMembership, ServiceError> {
        let membership = self
            .memberships
            .iter_mut()
            .find(|membership| membership.member_id == member_id);
        membership.ok_or_else(|| no_membership(member_id))
    }
}

fn no_membership(member_id: &str) -> ServiceError {
    ServiceError::not_found(format!("Member {member_id} was not found in the room."))
}
