//! The operations on the memberships of rooms.

use std::collections::BTreeMap;

use http::StatusCode;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::local::error::ServiceError;
use crate::local::operations::context::Context;
use crate::local::operations::input;
use crate::local::operations::page::Cursor;
use crate::local::response::{self, Response};
use crate::local::seed::{LocalMember, LocalRole, MemberType};
use crate::local::state::{CALLER, State, StoredMembership};
use crate::local::timestamp;

/// How many members a batch may add.
const MAX_BATCH_ITEMS: usize = 50;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct RoomMembershipResponse<'a> {
    room_membership: RoomMembership<'a>,
}

/// A membership, as responses contain it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct RoomMembership<'a> {
    invited_by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<&'a LocalMember>,
    role: LocalRole,
    room_id: &'a str,
    #[serde(serialize_with = "timestamp::date_time")]
    updated_timestamp: OffsetDateTime,
}

/// A member to add: the body of `CreateRoomMembership`, and an item of a batch.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct MembershipItem {
    member_id: Option<String>,
    role: Option<LocalRole>,
}

/// `GET /accounts/{accountId}/rooms/{roomId}/memberships`.
pub(super) fn list_room_memberships(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
) -> Result<Response, ServiceError> {
    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct RoomMemberships<'a> {
        next_token: Option<String>,
        room_memberships: Vec<RoomMembership<'a>>,
    }

    let cursor = Cursor::read(
        context.target,
        format!("memberships {account_id:?} {room_id:?}"),
        context.limits.page,
    )?;
    let account = context.state.account(account_id)?;
    let room = account.room(room_id)?;
    let (memberships, next_token) = cursor.page(room.memberships.iter(), |membership| membership.position);
    let room_memberships = memberships
        .into_iter()
        .map(|membership| room_membership(&account.members, room_id, membership))
        .collect();
    Ok(response::json(
        StatusCode::OK,
        &RoomMemberships {
            next_token,
            room_memberships,
        },
    ))
}

/// `POST /accounts/{accountId}/rooms/{roomId}/memberships`.
pub(super) fn create_room_membership(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
) -> Result<Response, ServiceError> {
    let MembershipItem { member_id, role } = input::body(context.request)?;
    let member_id = input::required("MemberId", member_id)?;
    input::not_blank("MemberId", &member_id)?;
    add(context, account_id, room_id, &member_id, role)?;
    membership_response(context.state, StatusCode::CREATED, account_id, room_id, &member_id)
}

/// `POST /accounts/{accountId}/rooms/{roomId}/memberships?operation=batch-create`.
///
/// The response lists the members that could not be added; the others are added.
pub(super) fn batch_create_room_membership(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
) -> Result<Response, ServiceError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Input {
        membership_item_list: Option<Vec<input::Object>>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct MemberError {
        error_code: &'static str,
        error_message: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        member_id: Option<String>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct Errors {
        errors: Vec<MemberError>,
    }

    let Input { membership_item_list } = input::body(context.request)?;
    let items = input::required("MembershipItemList", membership_item_list)?;
    if items.len() > MAX_BATCH_ITEMS {
        return Err(ServiceError::bad_request(format!(
            "MembershipItemList must have at most {MAX_BATCH_ITEMS} items."
        )));
    }
    let items: Vec<_> = items.into_iter().map(membership_item).collect::<Result<_, _>>()?;
    context.state.account(account_id)?.room(room_id)?;
    let mut errors = Vec::new();
    for MembershipItem { member_id, role } in items {
        let added = input::required("MemberId", member_id.as_deref())
            .and_then(|member_id| add(context, account_id, room_id, member_id, role));
        if let Err(error) = added {
            errors.push(MemberError {
                error_code: error.code(),
                error_message: error.message,
                member_id,
            });
        }
    }
    Ok(response::json(StatusCode::CREATED, &Errors { errors }))
}

/// `POST /accounts/{accountId}/rooms/{roomId}/memberships/{memberId}`. Only the role of a user can be changed.
pub(super) fn update_room_membership(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
    member_id: &str,
) -> Result<Response, ServiceError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "PascalCase")]
    struct Input {
        role: Option<LocalRole>,
    }

    let Input { role } = input::body(context.request)?;
    let account = context.state.account(account_id)?;
    let is_user = account
        .members
        .get(member_id)
        .is_some_and(|member| member.member_type == MemberType::User);
    let membership = account.room_mut(room_id)?.membership_mut(member_id)?;
    if let Some(role) = role {
        if !is_user {
            return Err(ServiceError::bad_request("Only the role of a user can be changed."));
        }
        membership.role = role;
        membership.updated_timestamp = context.now;
    }
    membership_response(context.state, StatusCode::OK, account_id, room_id, member_id)
}

/// `DELETE /accounts/{accountId}/rooms/{roomId}/memberships/{memberId}`.
pub(super) fn delete_room_membership(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
    member_id: &str,
) -> Result<Response, ServiceError> {
    let room = context.state.account(account_id)?.room_mut(room_id)?;
    let position = room.membership(member_id)?.position;
    room.memberships.retain(|membership| membership.position != position);
    Ok(response::no_content())
}

fn membership_item(object: input::Object) -> Result<MembershipItem, ServiceError> {
    let item: MembershipItem = input::members(object)?;
    item.member_id
        .as_deref()
        .map_or(Ok(()), |member_id| input::not_blank("MemberId", member_id))?;
    Ok(item)
}

/// Adds a user or bot to a room of the same account.
fn add(
    context: &mut Context<'_>,
    account_id: &str,
    room_id: &str,
    member_id: &str,
    role: Option<LocalRole>,
) -> Result<(), ServiceError> {
    let Context { state, limits, now, .. } = context;
    let position = state.next_number();
    let account = state.account(account_id)?;
    let can_join = account
        .members
        .get(member_id)
        .is_some_and(|member| member.member_type != MemberType::Webhook);
    let room = account.room_mut(room_id)?;
    if !can_join {
        return Err(ServiceError::not_found(format!("Member {member_id} was not found.")));
    }
    if room.has_member(member_id) {
        return Err(ServiceError::conflict(format!(
            "Member {member_id} is already in the room."
        )));
    }
    if room.memberships.len() >= limits.memberships {
        return Err(ServiceError::resource_limit_exceeded(
            "The room has reached its limit of members.",
        ));
    }
    room.memberships.push(StoredMembership {
        invited_by: CALLER.to_owned(),
        member_id: member_id.to_owned(),
        role: role.unwrap_or_default(),
        updated_timestamp: *now,
        position,
    });
    Ok(())
}

fn membership_response(
    state: &mut State,
    status: StatusCode,
    account_id: &str,
    room_id: &str,
    member_id: &str,
) -> Result<Response, ServiceError> {
    let account = state.account(account_id)?;
    let membership = account.room(room_id)?.membership(member_id)?;
    let room_membership = room_membership(&account.members, room_id, membership);
    Ok(response::json(status, &RoomMembershipResponse { room_membership }))
}

fn room_membership<'a>(
    members: &'a BTreeMap<String, LocalMember>,
    room_id: &'a str,
    membership: &'a StoredMembership,
) -> RoomMembership<'a> {
    RoomMembership {
        invited_by: &membership.invited_by,
        member: members.get(&membership.member_id),
        role: membership.role,
        room_id,
        updated_timestamp: membership.updated_timestamp,
    }
}
