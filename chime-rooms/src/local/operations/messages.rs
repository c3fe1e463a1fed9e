//! The operation on messages of a room.

use http::StatusCode;
use serde_json::json;

use crate::local::error::ServiceError;
use crate::local::operations::context::Context;
use crate::local::response::{self, Response};

/// `POST /accounts/{accountId}/rooms/{roomId}/messages/{messageId}?operation=redact`. A message may be redacted again.
pub(super) fn redact_room_message(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
    message_id: &str,
) -> Result<Response, ServiceError> {
    let room = context.state.account(account_id)?.room_mut(room_id)?;
    let message = room
        .messages
        .iter_mut()
        .find(|message| message.message_id == message_id);
    let message = message.ok_or_else(|| ServiceError::not_found(format!("Message {message_id} was not found.")))?;
    message.redacted = true;
    Ok(response::json(StatusCode::OK, &json!({})))
}
