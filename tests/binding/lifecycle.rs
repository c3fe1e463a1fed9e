//! The whole life of a room on the local service, with this client: the same calls that boto3 makes in the tests of the
//! service.

use chime_rooms::local::{LocalChime, LocalMember, LocalRoom};
use chime_rooms::{
    BatchCreateRoomMembership, ChimeError, ChimeRooms, CreateRoom, CreateRoomMembership, ErrorCode,
    ListRoomMemberships, ListRooms, MemberType, MembershipItem, Role, RoomMembership, UpdateRoom, UpdateRoomMembership,
};
use rest_op::{Client, Error};
use rest_op_tests::fixture::{ACCESS_KEY_ID, ACCOUNT, SECRET_ACCESS_KEY, signed};

const SEEDED: &str = "seeded/é ~";

async fn chime() -> (LocalChime, Client) {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    let chime = chime.start().await.unwrap();
    chime.add_member(
        ACCOUNT,
        LocalMember::user("user").email("user@example.com").full_name("A User"),
    );
    chime.add_member(ACCOUNT, LocalMember::bot("bot"));
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("Seeded / 漢").room_id(SEEDED).message("message 1"),
    );
    let client = signed(chime.endpoint()).build().unwrap();
    (chime, client)
}

fn item(member_id: &str) -> MembershipItem {
    MembershipItem {
        member_id: Some(member_id.to_owned()),
        role: Some(Role::Member),
    }
}

/// Name of the variant and message.
fn service<T: std::fmt::Debug>(result: Result<T, Error<ChimeError>>) -> String {
    let error = result.unwrap_err();
    let debug = format!("{:?}", error.service().unwrap());
    debug.split('(').next().unwrap().to_owned()
}

/// The id, kind and role of each member.
fn members(memberships: &[RoomMembership]) -> Vec<(&str, &MemberType, &Role)> {
    memberships
        .iter()
        .map(|membership| member(membership).unwrap())
        .collect()
}

fn member(membership: &RoomMembership) -> Option<(&str, &MemberType, &Role)> {
    let member = membership.member.as_ref()?;
    Some((
        member.member_id.as_deref()?,
        member.member_type.as_ref()?,
        membership.role.as_ref()?,
    ))
}

#[tokio::test]
async fn room_is_created_filled_changed_emptied_and_deleted() {
    let (_chime, client) = chime().await;
    let created = client
        .create_room(ACCOUNT, &CreateRoom::new("Standup"))
        .await
        .unwrap()
        .room
        .unwrap();
    let room = created.room_id.clone().unwrap();
    assert_eq!(
        (created.name.as_deref(), created.account_id.as_deref()),
        (Some("Standup"), Some(ACCOUNT))
    );
    assert!(created.created_timestamp.is_some() && created.created_timestamp == created.updated_timestamp);
    assert_eq!(client.get_room(ACCOUNT, &room).await.unwrap().room.unwrap(), created);

    let user = CreateRoomMembership {
        member_id: "user".to_owned(),
        role: None,
    };
    let membership = client
        .create_room_membership(ACCOUNT, &room, &user)
        .await
        .unwrap()
        .room_membership
        .unwrap();
    assert_eq!(
        members(std::slice::from_ref(&membership)),
        [("user", &MemberType::User, &Role::Member)]
    );
    assert_eq!(membership.member.unwrap().email.as_deref(), Some("user@example.com"));
    assert_eq!(
        service(client.create_room_membership(ACCOUNT, &room, &user).await),
        "Conflict"
    );
    let batch = BatchCreateRoomMembership {
        membership_item_list: vec![item("bot"), item("stranger")],
    };
    let errors = client
        .batch_create_room_membership(ACCOUNT, &room, &batch)
        .await
        .unwrap()
        .errors;
    let errors: Vec<_> = errors
        .iter()
        .map(|error| (error.member_id.as_deref(), error.error_code.as_ref()))
        .collect();
    assert_eq!(errors, [(Some("stranger"), Some(&ErrorCode::NotFound))]);

    let promoted = UpdateRoomMembership {
        role: Some(Role::Administrator),
    };
    client
        .update_room_membership(ACCOUNT, &room, "user", &promoted)
        .await
        .unwrap();
    assert_eq!(
        service(client.update_room_membership(ACCOUNT, &room, "bot", &promoted).await),
        "BadRequest"
    );
    let renamed = UpdateRoom {
        name: Some("Retro".to_owned()),
    };
    client.update_room(ACCOUNT, &room, &renamed).await.unwrap();
    let unchanged = client
        .update_room(ACCOUNT, &room, &UpdateRoom::default())
        .await
        .unwrap()
        .room
        .unwrap();
    assert_eq!(unchanged.name.as_deref(), Some("Retro"));

    let one_a_page = ListRoomMemberships {
        max_results: Some(1),
        ..ListRoomMemberships::default()
    };
    let all = client
        .list_room_memberships(ACCOUNT, &room, &one_a_page)
        .items()
        .try_collect()
        .await
        .unwrap();
    let expected = [
        ("user", &MemberType::User, &Role::Administrator),
        ("bot", &MemberType::Bot, &Role::Member),
    ];
    assert_eq!(members(&all), expected);
    let of_bot = ListRooms {
        member_id: Some("bot".to_owned()),
        ..ListRooms::default()
    };
    let rooms = client.list_rooms(ACCOUNT, &of_bot).await.unwrap().rooms;
    assert_eq!(
        rooms.into_iter().map(|room| room.name.unwrap()).collect::<Vec<_>>(),
        ["Retro"]
    );

    client.delete_room_membership(ACCOUNT, &room, "bot").await.unwrap();
    assert_eq!(
        service(client.delete_room_membership(ACCOUNT, &room, "bot").await),
        "NotFound"
    );
    client.delete_room(ACCOUNT, &room).await.unwrap();
    assert_eq!(service(client.get_room(ACCOUNT, &room).await), "NotFound");
}

#[tokio::test]
async fn names_and_ids_of_any_characters_are_returned_and_messages_are_redacted() {
    let (chime, client) = chime().await;
    let seeded = client.get_room(ACCOUNT, SEEDED).await.unwrap().room.unwrap();
    assert_eq!(seeded.name.as_deref(), Some("Seeded / 漢"));
    client.redact_room_message(ACCOUNT, SEEDED, "message 1").await.unwrap();
    assert!(chime.is_redacted(ACCOUNT, SEEDED, "message 1"));
}

#[tokio::test]
async fn memberships_are_paged_until_the_first_error() {
    let (chime, client) = chime().await;
    let batch = BatchCreateRoomMembership {
        membership_item_list: vec![item("user"), item("bot")],
    };
    client
        .batch_create_room_membership(ACCOUNT, SEEDED, &batch)
        .await
        .unwrap();
    let options = ListRoomMemberships {
        max_results: Some(1),
        ..ListRoomMemberships::default()
    };
    let mut pages = client.list_room_memberships(ACCOUNT, SEEDED, &options).pages();
    let first = pages.next().await.unwrap().unwrap();
    assert_eq!(
        members(&first.room_memberships),
        [("user", &MemberType::User, &Role::Member)]
    );
    client.delete_room(ACCOUNT, SEEDED).await.unwrap();
    assert_eq!(service(pages.next().await.unwrap()), "NotFound");
    assert!(pages.next().await.is_none());
    let listed = chime
        .requests()
        .iter()
        .filter(|request| request.method == "GET")
        .count();
    assert_eq!(listed, 2);
}

#[tokio::test]
async fn limits_of_the_service_are_typed_errors() {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .room_limit(1);
    let chime = chime.start().await.unwrap();
    let client = signed(chime.endpoint()).build().unwrap();
    client.create_room(ACCOUNT, &CreateRoom::new("one")).await.unwrap();
    assert_eq!(
        service(client.create_room(ACCOUNT, &CreateRoom::new("two")).await),
        "ResourceLimitExceeded"
    );
}
