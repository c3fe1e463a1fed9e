//! Each declared operation, called with the members of the model.

use std::fmt::Debug;
use std::pin::Pin;

use chime_rooms::{
    BatchCreateRoomMembership, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships, ListRooms,
    MembershipItem, UpdateRoom, UpdateRoomMembership,
};
use rest_op::{ApiError, Bytes, Call, Client, FromResponse, IdempotencyToken};
use serde_json::{Map, Value};

use super::input::Input;

/// The declared operations, in the spelling of boto3, which is that of Rust.
pub(crate) const NAMES: &[&str] = &[
    "list_rooms",
    "get_room",
    "create_room",
    "update_room",
    "delete_room",
    "list_room_memberships",
    "create_room_membership",
    "batch_create_room_membership",
    "update_room_membership",
    "delete_room_membership",
    "redact_room_message",
];

/// A binding: how it calls an operation.
pub(crate) type Binding = fn(&Client, &str, &Input) -> Made;

/// A call: its request, or the reason why it has none, and its result as `Debug` shows it.
pub(crate) struct Made {
    pub(crate) request: Result<http::Request<Bytes>, String>,
    pub(crate) result: Pin<Box<dyn Future<Output = Result<String, Failed>>>>,
}

/// A failed call, and the error of the service as `Debug` shows it.
#[derive(Debug, PartialEq)]
pub(crate) struct Failed {
    pub(crate) message: String,
    pub(crate) service: Option<String>,
}

pub(crate) fn made<T, E>(call: Call<T, E>) -> Made
where
    T: FromResponse + Debug + Send + 'static,
    E: ApiError + Debug + Send + 'static,
{
    Made {
        request: call.request().map_err(|error| error.to_string()),
        result: Box::pin(async move {
            let result = call.await.map(|result| format!("{result:?}"));
            result.map_err(|error| Failed {
                message: error.to_string(),
                service: error.service().map(|error| format!("{error:?}")),
            })
        }),
    }
}

fn item(members: Map<String, Value>) -> MembershipItem {
    let input = Input::new(members);
    MembershipItem {
        member_id: input.optional("MemberId"),
        role: input.optional("Role"),
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
        "create_room" => made(
            client.create_room(
                &account(),
                &CreateRoom {
                    name: text("Name"),
                    client_request_token: input
                        .optional::<String>("ClientRequestToken")
                        .map_or_else(IdempotencyToken::default, Into::into),
                },
            ),
        ),
        "update_room" => made(client.update_room(
            &account(),
            &room(),
            &UpdateRoom {
                name: input.optional("Name"),
            },
        )),
        "delete_room" => made(client.delete_room(&account(), &room())),
        "list_room_memberships" => made(client.list_room_memberships(
            &account(),
            &room(),
            &ListRoomMemberships {
                max_results: input.optional("MaxResults"),
                next_token: input.optional("NextToken"),
            },
        )),
        "create_room_membership" => made(client.create_room_membership(
            &account(),
            &room(),
            &CreateRoomMembership {
                member_id: text("MemberId"),
                role: input.optional("Role"),
            },
        )),
        "batch_create_room_membership" => {
            let items: Vec<Map<String, Value>> = input.required("MembershipItemList");
            made(client.batch_create_room_membership(
                &account(),
                &room(),
                &BatchCreateRoomMembership {
                    membership_item_list: items.into_iter().map(item).collect(),
                },
            ))
        }
        "update_room_membership" => made(client.update_room_membership(
            &account(),
            &room(),
            &text("MemberId"),
            &UpdateRoomMembership {
                role: input.optional("Role"),
            },
        )),
        "delete_room_membership" => made(client.delete_room_membership(&account(), &room(), &text("MemberId"))),
        "redact_room_message" => made(client.redact_room_message(&account(), &room(), &text("MessageId"))),
        other => panic!("{other} is not declared"),
    }
}
