//! Selects the operation of a request by its method, its path and the query parameter `operation`.

use http::Method;

use crate::local::target::Target;

/// An operation with the labels of its path, which are still encoded and not yet checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation<'a> {
    ListRooms {
        account_id: &'a str,
    },
    CreateRoom {
        account_id: &'a str,
    },
    GetRoom {
        account_id: &'a str,
        room_id: &'a str,
    },
    UpdateRoom {
        account_id: &'a str,
        room_id: &'a str,
    },
    DeleteRoom {
        account_id: &'a str,
        room_id: &'a str,
    },
    ListRoomMemberships {
        account_id: &'a str,
        room_id: &'a str,
    },
    CreateRoomMembership {
        account_id: &'a str,
        room_id: &'a str,
    },
    BatchCreateRoomMembership {
        account_id: &'a str,
        room_id: &'a str,
    },
    UpdateRoomMembership {
        account_id: &'a str,
        room_id: &'a str,
        member_id: &'a str,
    },
    DeleteRoomMembership {
        account_id: &'a str,
        room_id: &'a str,
        member_id: &'a str,
    },
    RedactRoomMessage {
        account_id: &'a str,
        room_id: &'a str,
        message_id: &'a str,
    },
}

/// Returns the operation of a request, or `None` if the API has none.
pub(super) fn route<'a>(method: &Method, target: &Target<'a>) -> Option<Operation<'a>> {
    let segments: Vec<_> = target.path.strip_prefix('/')?.split('/').collect();
    let ["accounts", account_id, "rooms", ref rest @ ..] = *segments else {
        return None;
    };
    let variant = target.values("operation").next().unwrap_or_default();
    Some(match (method.as_str(), rest, variant) {
        ("GET", [], b"") => Operation::ListRooms { account_id },
        ("POST", [], b"") => Operation::CreateRoom { account_id },
        ("GET", [room_id], b"") => Operation::GetRoom { account_id, room_id },
        ("POST", [room_id], b"") => Operation::UpdateRoom { account_id, room_id },
        ("DELETE", [room_id], b"") => Operation::DeleteRoom { account_id, room_id },
        ("GET", [room_id, "memberships"], b"") => Operation::ListRoomMemberships { account_id, room_id },
        ("POST", [room_id, "memberships"], b"") => Operation::CreateRoomMembership { account_id, room_id },
        ("POST", [room_id, "memberships"], b"batch-create") => {
            Operation::BatchCreateRoomMembership { account_id, room_id }
        }
        ("POST", [room_id, "memberships", member_id], b"") => Operation::UpdateRoomMembership {
            account_id,
            room_id,
            member_id,
        },
        ("DELETE", [room_id, "memberships", member_id], b"") => Operation::DeleteRoomMembership {
            account_id,
            room_id,
            member_id,
        },
        ("POST", [room_id, "messages", message_id], b"redact") => Operation::RedactRoomMessage {
            account_id,
            room_id,
            message_id,
        },
        _ => return None,
    })
}
