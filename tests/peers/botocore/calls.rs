//! The calls: each of the eleven operations with the same values, for botocore as parameters and for us as arguments.

use std::{pin::Pin, time::SystemTime};

use chime_rooms::{
    BatchCreateRoomMembership, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships, ListRooms,
    MembershipItem, Role, UpdateRoom, UpdateRoomMembership,
};
use http::Request;
use rest_op::{ApiError, Bytes, Client, Clock, FromResponse, SigV4};
use rest_op_tests::{fixture::credentials, recorder::Recorder};
use serde_json::{Value, json};

use crate::service_model::imported;
use crate::service_model::input::Input;

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

/// A call in both forms.
pub(crate) struct Call {
    pub(crate) operation: &'static str,
    pub(crate) params: Value,
    ours: Box<dyn Fn(&Client) -> BoxFuture>,
}

type BoxFuture = Pin<Box<dyn Future<Output = Result<(), String>>>>;

impl Call {
    /// Returns a call with this text in all text members.
    fn new<T, E>(
        operation: &'static str,
        text: &str,
        params: Value,
        ours: impl Fn(&Client, &str) -> rest_op::Call<T, E> + 'static,
    ) -> Self
    where
        T: FromResponse + Send + 'static,
        E: ApiError + Send + 'static,
    {
        let text = text.to_owned();
        let ours = move |client: &Client| -> BoxFuture {
            let call = ours(client, &text);
            Box::pin(async { call.await.map(drop).map_err(|error| error.to_string()) })
        };
        Self {
            operation,
            params,
            ours: Box::new(ours),
        }
    }

    /// Returns the same call by the imported file.
    pub(crate) fn imported(&self) -> Self {
        let operation = self.operation;
        let members = self.params.as_object().cloned().unwrap_or_default();
        let ours = move |client: &Client| -> BoxFuture {
            let made = imported::call(client, operation, &Input::new(members.clone()));
            Box::pin(async { made.result.await.map(drop).map_err(|failed| failed.message) })
        };
        Self {
            operation,
            params: self.params.clone(),
            ours: Box::new(ours),
        }
    }

    /// Sends the call to a recorder, signed at this time, and returns the request, or the reason why there is none.
    pub(crate) async fn sent(&self, time: SystemTime, session_token: Option<&str>) -> Result<Request<Bytes>, String> {
        let recorder = Recorder::default().answer(200, &[], "{}");
        let client = Client::builder("https://chime.us-east-1.amazonaws.com")
            .auth(SigV4::new("chime", "us-east-1", credentials(session_token)))
            .clock(Clock::fixed(time))
            .transport(recorder.clone())
            .build()
            .unwrap();
        let result = (self.ours)(&client).await;
        match (result, recorder.requests().pop()) {
            (Ok(()), Some(request)) => Ok(request),
            (Err(error), None) => Err(error),
            (result, request) => panic!("{}: {result:?} with {request:?}", self.operation),
        }
    }
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
        Call::new("list_rooms", text, account.clone(), |client, text| {
            client.list_rooms(text, &ListRooms::default())
        }),
        Call::new(
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
        Call::new("get_room", text, room.clone(), |client, text| {
            client.get_room(text, text)
        }),
        Call::new(
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
        Call::new("update_room", text, room.clone(), |client, text| {
            client.update_room(text, text, &UpdateRoom::default())
        }),
        Call::new("delete_room", text, room, |client, text| client.delete_room(text, text)),
        Call::new("redact_room_message", text, message, |client, text| {
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
        Call::new("update_room_membership", text, member.clone(), |client, text| {
            client.update_room_membership(text, text, text, &UpdateRoomMembership::default())
        }),
        Call::new("delete_room_membership", text, member, |client, text| {
            client.delete_room_membership(text, text, text)
        }),
    ]
}

/// Calls with empty members, which are not the same as absent ones.
pub(crate) fn with_empty_members() -> Vec<Call> {
    let room = json!({"AccountId": "a", "RoomId": "a"});
    vec![
        Call::new(
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
        Call::new("update_room", "a", with(&room, json!({"Name": ""})), |client, text| {
            client.update_room(
                text,
                text,
                &UpdateRoom {
                    name: Some(String::new()),
                },
            )
        }),
        Call::new(
            "batch_create_room_membership",
            "a",
            with(&room, json!({"MembershipItemList": []})),
            |client, text| client.batch_create_room_membership(text, text, &BatchCreateRoomMembership::default()),
        ),
    ]
}

/// Parameters and more of them.
fn with(params: &Value, more: Value) -> Value {
    let mut params = params.clone();
    if let (Value::Object(params), Value::Object(more)) = (&mut params, more) {
        params.extend(more);
    }
    params
}
