//! The operations on rooms.

use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::local::error::ServiceError;
use crate::local::operations::context::Context;
use crate::local::operations::input;
use crate::local::operations::page::Cursor;
use crate::local::response::{self, Response};
use crate::local::state::StoredRoom;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RoomResponse<'a> {
    room: &'a StoredRoom,
}

/// `GET /accounts/{accountId}/rooms`. The list is empty for an unknown member.
pub(super) fn list_rooms(context: &mut Context<'_>, account_id: &str) -> Result<Response, ServiceError> {
    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct Rooms<'a> {
        next_token: Option<String>,
        rooms: Vec<&'a StoredRoom>,
    }

    let member_id = input::query(context.target, "member-id")?;
    let cursor = Cursor::read(
        context.target,
        format!("rooms {account_id:?} {member_id:?}"),
        context.limits.page,
    )?;
    let account = context.state.account(account_id)?;
    let rooms = account
        .rooms
        .iter()
        .filter(|room| member_id.as_ref().is_none_or(|member_id| room.has_member(member_id)));
    let (rooms, next_token) = cursor.page(rooms, |room| room.position);
    Ok(response::json(StatusCode::OK, &Rooms { next_token, rooms }))
}

/// `POST /accounts/{accountId}/rooms`. A repeated token returns the room that was created with it, and creates none.
pub(super) fn create_room(context: &mut Context<'_>, account_id: &str) -> Result<Response, ServiceError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Input {
        name: Option<String>,
        client_request_token: Option<String>,
    }

    let Input {
        name,
        client_request_token,
    } = input::body(context.request)?;
    let name = input::required("Name", name)?;
    client_request_token
        .as_deref()
        .map_or(Ok(()), input::client_request_token)?;
    let account = context.state.account(account_id)?;
    if let Some(room) = client_request_token
        .as_ref()
        .and_then(|token| account.client_request_tokens.get(token))
    {
        if room.name != name {
            return Err(ServiceError::bad_request(
                "ClientRequestToken was used for another room.",
            ));
        }
        return Ok(response::json(StatusCode::CREATED, &RoomResponse { room }));
    }
    if account.rooms.len() >= context.limits.rooms {
        return Err(ServiceError::resource_limit_exceeded(
            "The account has reached its limit of rooms.",
        ));
    }
    let room = context.state.new_room(account_id, name, context.now);
    let response = response::json(StatusCode::CREATED, &RoomResponse { room: &room });
    let account = context.state.account(account_id)?;
    if let Some(token) = client_request_token {
        account.client_request_tokens.insert(token, room.clone());
    }
    account.rooms.push(room);
    Ok(response)
}

/// `GET /accounts/{accountId}/rooms/{roomId}`.
pub(super) fn get_room(context: &mut Context<'_>, account_id: &str, room_id: &str) -> Result<Response, ServiceError> {
    let room = context.state.account(account_id)?.room(room_id)?;
    Ok(response::json(StatusCode::OK, &RoomResponse { room }))
}

/// `POST /accounts/{accountId}/rooms/{roomId}`.
pub(super) fn update_room(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
) -> Result<Response, ServiceError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Input {
        name: Option<String>,
    }

    let Input { name } = input::body(context.request)?;
    let room = context.state.account(account_id)?.room_mut(room_id)?;
    if let Some(name) = name {
        room.name = name;
        room.updated_timestamp = context.now;
    }
    Ok(response::json(StatusCode::OK, &RoomResponse { room }))
}

/// `DELETE /accounts/{accountId}/rooms/{roomId}`.
pub(super) fn delete_room(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
) -> Result<Response, ServiceError> {
    let account = context.state.account(account_id)?;
    let position = account.room(room_id)?.position;
    account.rooms.retain(|room| room.position != position);
    Ok(response::no_content())
}
