//! The calls: each of the eleven operations with the same values, for botocore as parameters and for us as arguments.

use chime_rooms::{
    BatchCreateRoomMembership, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships, ListRooms, MembershipItem, Role, UpdateRoom,
    UpdateRoomMembership,
};
use rest_op::Client;
use serde_json::{Value, json};

use crate::recorder::Outcome;

/// An idempotency token, which both would otherwise make up.
const TOKEN: &str = "0123_token-of-ours";

/// Values as people and programs give them.
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
    /// Makes the call, and tells what was sent.
    pub(crate) ours: Box<dyn Fn(&Client) -> Outcome>,
}

fn call<T: 'static, E: std::fmt::Debug + 'static>(
    operation: &'static str,
    params: Value,
    ours: impl Fn(&Client) -> rest_op::Call<T, E> + 'static,
) -> Call
where
    rest_op::Call<T, E>: IntoFuture<Output = Result<T, rest_op::Error<E>>>,
{
    Call { operation, params, ours: Box::new(move |client| Outcome::of(ours(client))) }
}

/// The calls of all operations with one value wherever a text goes.
pub(crate) fn calls(value: &str) -> Vec<Call> {
    let v = || value.to_owned();
    let (a, b, c, d, e, f, g, h, i, j, k, l, m, n) = (v(), v(), v(), v(), v(), v(), v(), v(), v(), v(), v(), v(), v(), v());
    vec![
        call("list_rooms", json!({"AccountId": value, "MemberId": value, "MaxResults": 99, "NextToken": value}), move |client| {
            client.list_rooms(&a, &ListRooms { member_id: Some(a.clone()), max_results: Some(99), next_token: Some(a.clone()) })
        }),
        call("list_rooms", json!({"AccountId": value}), move |client| client.list_rooms(&b, &ListRooms::default())),
        call("get_room", json!({"AccountId": value, "RoomId": value}), move |client| client.get_room(&c, &c)),
        call("create_room", json!({"AccountId": value, "Name": value, "ClientRequestToken": TOKEN}), move |client| {
            client.create_room(&d, &CreateRoom { name: d.clone(), client_request_token: TOKEN.into() })
        }),
        call("update_room", json!({"AccountId": value, "RoomId": value, "Name": value}), move |client| {
            client.update_room(&e, &e, &UpdateRoom { name: Some(e.clone()) })
        }),
        call("update_room", json!({"AccountId": value, "RoomId": value}), move |client| client.update_room(&f, &f, &UpdateRoom::default())),
        call("delete_room", json!({"AccountId": value, "RoomId": value}), move |client| client.delete_room(&g, &g)),
        call("list_room_memberships", json!({"AccountId": value, "RoomId": value, "MaxResults": 1, "NextToken": value}), move |client| {
            client.list_room_memberships(&h, &h, &ListRoomMemberships { max_results: Some(1), next_token: Some(h.clone()) })
        }),
        call("create_room_membership", json!({"AccountId": value, "RoomId": value, "MemberId": value, "Role": "Administrator"}), move |client| {
            client.create_room_membership(&i, &i, &CreateRoomMembership { member_id: i.clone(), role: Some(Role::Administrator) })
        }),
        call(
            "batch_create_room_membership",
            json!({"AccountId": value, "RoomId": value, "MembershipItemList": [{"MemberId": value, "Role": "Member"}, {"MemberId": value}, {}]}),
            move |client| {
                let item = |member_id, role| MembershipItem { member_id, role };
                let membership_item_list = vec![item(Some(j.clone()), Some(Role::Member)), item(Some(j.clone()), None), item(None, None)];
                client.batch_create_room_membership(&j, &j, &BatchCreateRoomMembership { membership_item_list })
            },
        ),
        call("update_room_membership", json!({"AccountId": value, "RoomId": value, "MemberId": value, "Role": "Member"}), move |client| {
            client.update_room_membership(&k, &k, &k, &UpdateRoomMembership { role: Some(Role::Member) })
        }),
        call("update_room_membership", json!({"AccountId": value, "RoomId": value, "MemberId": value}), move |client| {
            client.update_room_membership(&l, &l, &l, &UpdateRoomMembership::default())
        }),
        call("delete_room_membership", json!({"AccountId": value, "RoomId": value, "MemberId": value}), move |client| {
            client.delete_room_membership(&m, &m, &m)
        }),
        call("redact_room_message", json!({"AccountId": value, "RoomId": value, "MessageId": value}), move |client| {
            client.redact_room_message(&n, &n, &n)
        }),
    ]
}

/// Calls whose parameters are empty or few, where an absent one and an empty one are told apart.
pub(crate) fn edges() -> Vec<Call> {
    vec![
        call("list_rooms", json!({"AccountId": "a", "MemberId": "", "NextToken": ""}), |client| {
            client.list_rooms("a", &ListRooms { member_id: Some(String::new()), next_token: Some(String::new()), ..ListRooms::default() })
        }),
        call("update_room", json!({"AccountId": "a", "RoomId": "b", "Name": ""}), |client| {
            client.update_room("a", "b", &UpdateRoom { name: Some(String::new()) })
        }),
        call("batch_create_room_membership", json!({"AccountId": "a", "RoomId": "b", "MembershipItemList": []}), |client| {
            client.batch_create_room_membership("a", "b", &BatchCreateRoomMembership::default())
        }),
    ]
}
