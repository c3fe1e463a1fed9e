//! The operations: input from the request, checked and then carried out on the state.

mod memberships;
mod messages;
mod rooms;

use time::OffsetDateTime;

use super::answer::Answer;
use super::error::ServiceError;
use super::input::label;
use super::request::RecordedRequest;
use super::route::Operation;
use super::state::State;
use super::target::Target;

/// How much the service holds and answers with at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Items of a page where the request does not say.
    pub(super) page: usize,
    /// Rooms of an account.
    pub(super) rooms: usize,
    /// Members of a room.
    pub(super) memberships: usize,
}

/// What an operation works on and with.
pub(super) struct Context<'a> {
    pub(super) state: &'a mut State,
    pub(super) request: &'a RecordedRequest,
    pub(super) target: &'a Target<'a>,
    pub(super) limits: Limits,
    pub(super) now: OffsetDateTime,
}

/// Carries out an operation for a caller who is known.
pub(super) fn perform(operation: Operation<'_>, context: &mut Context<'_>) -> Result<Answer, ServiceError> {
    match operation {
        Operation::ListRooms { account_id } => rooms::list(context, &account(account_id)?),
        Operation::CreateRoom { account_id } => rooms::create(context, &account(account_id)?),
        Operation::GetRoom { account_id, room_id } => rooms::get(context, &account(account_id)?, &room(room_id)?),
        Operation::UpdateRoom { account_id, room_id } => rooms::update(context, &account(account_id)?, &room(room_id)?),
        Operation::DeleteRoom { account_id, room_id } => rooms::delete(context, &account(account_id)?, &room(room_id)?),
        Operation::ListRoomMemberships { account_id, room_id } => {
            memberships::list(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::CreateRoomMembership { account_id, room_id } => {
            memberships::create(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::BatchCreateRoomMembership { account_id, room_id } => {
            memberships::batch_create(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::UpdateRoomMembership {
            account_id,
            room_id,
            member_id,
        } => memberships::update(
            context,
            &account(account_id)?,
            &room(room_id)?,
            &label("memberId", member_id)?,
        ),
        Operation::DeleteRoomMembership {
            account_id,
            room_id,
            member_id,
        } => memberships::delete(
            context,
            &account(account_id)?,
            &room(room_id)?,
            &label("memberId", member_id)?,
        ),
        Operation::RedactRoomMessage {
            account_id,
            room_id,
            message_id,
        } => messages::redact(
            context,
            &account(account_id)?,
            &room(room_id)?,
            &label("messageId", message_id)?,
        ),
    }
}

fn account(segment: &str) -> Result<String, ServiceError> {
    label("accountId", segment)
}

fn room(segment: &str) -> Result<String, ServiceError> {
    label("roomId", segment)
}
