//! Each operation of the imported file, called with the members of the model.

use rest_op::{Client, IdempotencyToken};
use serde_json::{Map, Value};

use super::input::Input;
use super::operations::{Made, made};
use crate::imported::chime::{
    BatchCreateRoomMembership, Chime, CreateRoom, CreateRoomMembership, ListRooms, MembershipItem, RoomMembershipRole,
    UpdateRoom, UpdateRoomMembership,
};

fn role(input: &Input) -> Option<RoomMembershipRole> {
    input.optional::<String>("Role").map(|role| match role.as_str() {
        "Administrator" => RoomMembershipRole::Administrator,
        "Member" => RoomMembershipRole::Member,
        _ => RoomMembershipRole::Other(role),
    })
}

fn item(members: Map<String, Value>) -> MembershipItem {
    let input = Input::new(members);
    MembershipItem {
        member_id: input.optional("MemberId"),
        role: role(&input),
    }
}

/// Calls an operation.
pub(crate) fn call(client: &Client, operation: &str, input: &Input) -> Made {
    let text = |name| input.required::<String>(name);
    let (account, room) = (|| text("AccountId"), || text("RoomId"));
    match operation {
        "list_rooms" => made(client.list_rooms(
            &account(),
            &ListRooms {
                member_id: input.optional("MemberId"),
                max_results: input.optional("MaxResults"),
                next_token: input.optional("NextToken"),
            },
        )),
        "get_room" => made(client.get_room(&account(), &room())),
        "create_room" => {
            let token = input.optional::<String>("ClientRequestToken");
            let new = CreateRoom {
                name: text("Name"),
                client_request_token: token.map_or_else(IdempotencyToken::default, Into::into),
            };
            made(client.create_room(&account(), &new))
        }
        "update_room" => {
            let name = input.optional("Name");
            made(client.update_room(&account(), &room(), &UpdateRoom { name }))
        }
        "delete_room" => made(client.delete_room(&account(), &room())),
        "list_room_memberships" => {
            let token = input.optional::<String>("NextToken");
            let max_results = input.optional("MaxResults");
            made(client.list_room_memberships(&account(), &room(), max_results, token.as_deref()))
        }
        "create_room_membership" => {
            let new = CreateRoomMembership {
                member_id: text("MemberId"),
                role: role(input),
            };
            made(client.create_room_membership(&account(), &room(), &new))
        }
        "batch_create_room_membership" => {
            let items: Vec<Map<String, Value>> = input.required("MembershipItemList");
            let new = BatchCreateRoomMembership {
                membership_item_list: items.into_iter().map(item).collect(),
            };
            made(client.batch_create_room_membership(&account(), &room(), &new))
        }
        "update_room_membership" => {
            let change = UpdateRoomMembership { role: role(input) };
            made(client.update_room_membership(&account(), &room(), &text("MemberId"), &change))
        }
        "delete_room_membership" => made(client.delete_room_membership(&account(), &room(), &text("MemberId"))),
        "redact_room_message" => made(client.redact_room_message(&account(), &room(), &text("MessageId"))),
        other => panic!("{other} is not declared"),
    }
}
