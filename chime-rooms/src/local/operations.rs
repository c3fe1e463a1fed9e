//! The operations: each reads and checks its input, then changes the state.

mod context;
mod input;
mod memberships;
mod messages;
mod page;
mod rooms;

pub(super) use self::context::{Context, Limits};
use self::input::label;
use crate::local::error::ServiceError;
use crate::local::response::Response;
use crate::local::route::Operation;

/// Performs an operation for an authenticated caller.
pub(super) fn perform(operation: Operation<'_>, context: &mut Context<'_>) -> Result<Response, ServiceError> {
    match operation {
        Operation::ListRooms { account_id } => rooms::list_rooms(context, &account(account_id)?),
        Operation::CreateRoom { account_id } => rooms::create_room(context, &account(account_id)?),
        Operation::GetRoom { account_id, room_id } => rooms::get_room(context, &account(account_id)?, &room(room_id)?),
        Operation::UpdateRoom { account_id, room_id } => {
            rooms::update_room(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::DeleteRoom { account_id, room_id } => {
            rooms::delete_room(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::ListRoomMemberships { account_id, room_id } => {
            memberships::list_room_memberships(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::CreateRoomMembership { account_id, room_id } => {
            memberships::create_room_membership(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::BatchCreateRoomMembership { account_id, room_id } => {
            memberships::batch_create_room_membership(context, &account(account_id)?, &room(room_id)?)
        }
        Operation::UpdateRoomMembership {
            account_id,
            room_id,
            member_id,
        } => memberships::update_room_membership(
            context,
            &account(account_id)?,
            &room(room_id)?,
            &label("memberId", member_id)?,
        ),
        Operation::DeleteRoomMembership {
            account_id,
            room_id,
            member_id,
        } => memberships::delete_room_membership(
            context,
            &account(account_id)?,
            &room(room_id)?,
            &label("memberId", member_id)?,
        ),
        Operation::RedactRoomMessage {
            account_id,
            room_id,
            message_id,
        } => messages::redact_room_message(
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
