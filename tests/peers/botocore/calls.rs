//! The calls of Chime: each of the eleven operations with the same values, for botocore as parameters and for us as arguments.

use chime_rooms::{
    BatchCreateRoomMembership, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships, ListRooms,
    MembershipItem, Role, UpdateRoom, UpdateRoomMembership,
};
use serde_json::json;

use super::call::{Call, Service, with};
use crate::service_model::imported;
use crate::service_model::input::Input;

const CHIME: Service = Service {
    name: "chime",
    region: "us-east-1",
    endpoint: "https://chime.us-east-1.amazonaws.com",
    path_style: false,
    config: || json!({}),
};

/// An idempotency token, which both would otherwise generate.
const TOKEN: &str = "0123_token-of-ours";

/// Typical values.
pub(crate) fn values() -> Vec<(&'static str, String)> {
    vec![
        ("ordinary", "12a3456b-7c89-012d-3456-78901e23fg45".to_owned()),
        ("space", "a b  c ".to_owned()),
        ("unicode", "größe – 会議室 🦀 e\u{301}".to_owned()),
        ("reserved", "/ % + ~ * ' \" ( ) , : ; = & ?".to_owned()),
        ("other punctuation", "#[]@!$<>\\^`{|}".to_owned()),
        ("encoded already", "a%2Fb%252F%zz+%20".to_owned()),
        ("dots within", "a/../b/./c".to_owned()),
        ("slashes", "//a//".to_owned()),
        ("control characters", "\u{0}\u{1}\t\n\r\u{1b}\u{7f}\u{85}".to_owned()),
        ("unreserved", "-._~aZ9".to_owned()),
        ("one character", "x".to_owned()),
        ("very long", "long/é ".repeat(500)),
    ]
}

/// Returns the same call by the imported file.
pub(crate) fn imported(call: &Call) -> Call {
    let operation = call.operation;
    let members = call.params.as_object().cloned().unwrap_or_default();
    call.by(move |client| {
        let made = imported::call(client, operation, &Input::new(members.clone()));
        Box::pin(async { made.result.await.map(drop).map_err(|failed| failed.message) })
    })
}

/// Returns the calls of all operations, with this text in all text members.
pub(crate) fn calls(text: &str) -> Vec<Call> {
    rooms(text).into_iter().chain(memberships(text)).collect()
}

fn rooms(text: &str) -> Vec<Call> {
    let account = json!({"AccountId": text});
    let room = json!({"AccountId": text, "RoomId": text});
    let message = json!({"AccountId": text, "RoomId": text, "MessageId": text});
    vec![
        Call::new(&CHIME, "list_rooms", text, account.clone(), |client, text| {
            client.list_rooms(text, &ListRooms::default())
        }),
        Call::new(
            &CHIME,
            "list_rooms",
            text,
            with(&account, json!({"MemberId": text, "MaxResults": 99, "NextToken": text})),
            |client, text| {
                let options = ListRooms {
                    member_id: Some(text.to_owned()),
                    max_results: Some(99),
                    next_token: Some(text.to_owned()),
                };
                client.list_rooms(text, &options)
            },
        ),
        Call::new(&CHIME, "get_room", text, room.clone(), |client, text| {
            client.get_room(text, text)
        }),
        Call::new(
            &CHIME,
            "create_room",
            text,
            with(&account, json!({"Name": text, "ClientRequestToken": TOKEN})),
            |client, text| {
                let room = CreateRoom {
                    name: text.to_owned(),
                    client_request_token: TOKEN.into(),
                };
                client.create_room(text, &room)
            },
        ),
        Call::new(
            &CHIME,
            "update_room",
            text,
            with(&room, json!({"Name": text})),
            |client, text| {
                client.update_room(
                    text,
                    text,
                    &UpdateRoom {
                        name: Some(text.to_owned()),
                    },
                )
            },
        ),
        Call::new(&CHIME, "update_room", text, room.clone(), |client, text| {
            client.update_room(text, text, &UpdateRoom::default())
        }),
        Call::new(&CHIME, "delete_room", text, room, |client, text| {
            client.delete_room(text, text)
        }),
        Call::new(&CHIME, "redact_room_message", text, message, |client, text| {
            client.redact_room_message(text, text, text)
        }),
    ]
}

fn memberships(text: &str) -> Vec<Call> {
    let room = json!({"AccountId": text, "RoomId": text});
    let member = with(&room, json!({"MemberId": text}));
    let items = json!([{"MemberId": text, "Role": "Member"}, {"MemberId": text}, {}]);
    vec![
        Call::new(
            &CHIME,
            "list_room_memberships",
            text,
            with(&room, json!({"MaxResults": 1, "NextToken": text})),
            |client, text| {
                let options = ListRoomMemberships {
                    max_results: Some(1),
                    next_token: Some(text.to_owned()),
                };
                client.list_room_memberships(text, text, &options)
            },
        ),
        Call::new(
            &CHIME,
            "create_room_membership",
            text,
            with(&member, json!({"Role": "Administrator"})),
            |client, text| {
                let membership = CreateRoomMembership {
                    member_id: text.to_owned(),
                    role: Some(Role::Administrator),
                };
                client.create_room_membership(text, text, &membership)
            },
        ),
        Call::new(
            &CHIME,
            "batch_create_room_membership",
            text,
            with(&room, json!({"MembershipItemList": items})),
            |client, text| {
                let item = |member_id: Option<&str>, role| MembershipItem {
                    member_id: member_id.map(str::to_owned),
                    role,
                };
                let membership_item_list = vec![
                    item(Some(text), Some(Role::Member)),
                    item(Some(text), None),
                    item(None, None),
                ];
                client.batch_create_room_membership(text, text, &BatchCreateRoomMembership { membership_item_list })
            },
        ),
        Call::new(
            &CHIME,
            "update_room_membership",
            text,
            with(&member, json!({"Role": "Member"})),
            |client, text| {
                client.update_room_membership(
                    text,
                    text,
                    text,
                    &UpdateRoomMembership {
                        role: Some(Role::Member),
                    },
                )
            },
        ),
        Call::new(
            &CHIME,
            "update_room_membership",
            text,
            member.clone(),
            |client, text| client.update_room_membership(text, text, text, &UpdateRoomMembership::default()),
        ),
        Call::new(&CHIME, "delete_room_membership", text, member, |client, text| {
            client.delete_room_membership(text, text, text)
        }),
    ]
}

/// Calls with empty members, which are not the same as absent ones.
pub(crate) fn with_empty_members() -> Vec<Call> {
    let room = json!({"AccountId": "a", "RoomId": "a"});
    vec![
        Call::new(
            &CHIME,
            "list_rooms",
            "a",
            json!({"AccountId": "a", "MemberId": "", "NextToken": ""}),
            |client, text| {
                let options = ListRooms {
                    member_id: Some(String::new()),
                    next_token: Some(String::new()),
                    ..ListRooms::default()
                };
                client.list_rooms(text, &options)
            },
        ),
        Call::new(
            &CHIME,
            "update_room",
            "a",
            with(&room, json!({"Name": ""})),
            |client, text| {
                client.update_room(
                    text,
                    text,
                    &UpdateRoom {
                        name: Some(String::new()),
                    },
                )
            },
        ),
        Call::new(
            &CHIME,
            "batch_create_room_membership",
            "a",
            with(&room, json!({"MembershipItemList": []})),
            |client, text| client.batch_create_room_membership(text, text, &BatchCreateRoomMembership::default()),
        ),
    ]
}
