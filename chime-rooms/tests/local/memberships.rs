//! The operations on the memberships of rooms.

use chime_rooms::local::{LocalChime, LocalMember, LocalRole, LocalRoom};
use serde_json::{Value, json};

use crate::wire::{ACCOUNT, Request, builder, encode};

const MEMBERSHIPS: &str = "/rooms/room/memberships";
const BATCH: &str = "/rooms/room/memberships?operation=batch-create";

async fn start() -> LocalChime {
    let chime = builder().membership_limit(60).start().await.unwrap();
    chime.add_room(ACCOUNT, LocalRoom::new("Standup").room_id("room"));
    chime.add_member(
        ACCOUNT,
        LocalMember::user("user").email("user@example.com").full_name("A User"),
    );
    chime.add_member(ACCOUNT, LocalMember::bot("bot"));
    chime.add_member(ACCOUNT, LocalMember::webhook("webhook"));
    chime
}

fn user(role: &str) -> Value {
    json!({
        "InvitedBy": "arn:aws:iam::111122223333:user/alejandro",
        "Member": {
            "AccountId": ACCOUNT,
            "Email": "user@example.com",
            "FullName": "A User",
            "MemberId": "user",
            "MemberType": "User",
        },
        "Role": role,
        "RoomId": "room",
        "UpdatedTimestamp": "2019-12-02T22:38:37.549Z",
    })
}

async fn members(chime: &LocalChime) -> Vec<String> {
    let list = Request::to("GET", MEMBERSHIPS).ask(chime).await.json();
    let memberships = list["RoomMemberships"].as_array().unwrap();
    memberships
        .iter()
        .map(|membership| membership["Member"]["MemberId"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn member_is_added_listed_promoted_and_removed() {
    let chime = start().await;
    let added = Request::to("POST", MEMBERSHIPS)
        .json(&json!({ "MemberId": "user" }))
        .ask(&chime)
        .await;
    assert_eq!(
        (added.status, added.json()),
        (201, json!({ "RoomMembership": user("Member") }))
    );
    let list = Request::to("GET", MEMBERSHIPS).ask(&chime).await;
    assert_eq!(
        (list.status, list.json()),
        (200, json!({ "NextToken": null, "RoomMemberships": [user("Member")] }))
    );
    let target = format!("{MEMBERSHIPS}/user");
    let promoted = Request::to("POST", &target)
        .json(&json!({ "Role": "Administrator" }))
        .ask(&chime)
        .await;
    assert_eq!(
        (promoted.status, promoted.json()),
        (200, json!({ "RoomMembership": user("Administrator") }))
    );
    let unchanged = Request::to("POST", &target).json(&json!({})).ask(&chime).await;
    assert_eq!(
        (unchanged.status, unchanged.json()),
        (200, json!({ "RoomMembership": user("Administrator") }))
    );
    let removed = Request::to("DELETE", &target).ask(&chime).await;
    assert_eq!((removed.status, removed.body.as_str()), (204, ""));
    assert_eq!(members(&chime).await, Vec::<String>::new());
    let again = Request::to("DELETE", &target).ask(&chime).await;
    assert_eq!(again.status_and_name(), (404, "NotFoundException"));
}

#[tokio::test]
async fn adding_a_member_twice_is_a_conflict_and_an_unknown_one_is_not_found() {
    let chime = start().await;
    let add = |member_id: &str| {
        Request::to("POST", MEMBERSHIPS).json(&json!({ "MemberId": member_id, "Role": "Administrator" }))
    };
    assert_eq!(
        add("bot").ask(&chime).await.json()["RoomMembership"]["Member"]["MemberType"],
        "Bot"
    );
    let conflict = add("bot").ask(&chime).await;
    let body = r#"{"Code":"Conflict","Message":"Member bot is already in the room."}"#;
    assert_eq!(conflict.error(), (409, "ConflictException", body));
    for stranger in ["stranger", "webhook"] {
        assert_eq!(
            add(stranger).ask(&chime).await.status_and_name(),
            (404, "NotFoundException"),
            "{stranger}"
        );
    }
}

#[tokio::test]
async fn role_of_a_bot_cannot_be_changed() {
    let chime = start().await;
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("Bots").room_id("bots").member("bot", LocalRole::Member),
    );
    let response = Request::to("POST", "/rooms/bots/memberships/bot")
        .json(&json!({ "Role": "Administrator" }))
        .ask(&chime)
        .await;
    assert_eq!(response.status_and_name(), (400, "BadRequestException"));
}

#[tokio::test]
async fn batch_adds_valid_members_and_reports_the_others() {
    let chime = start().await;
    let items = json!({ "MembershipItemList": [
        { "MemberId": "user", "Role": "Administrator" },
        { "MemberId": "stranger" },
        { "MemberId": "bot" },
        { "MemberId": "user" },
        { "Role": "Member" },
    ] });
    let response = Request::to("POST", BATCH).json(&items).ask(&chime).await;
    let errors = json!({ "Errors": [
        { "ErrorCode": "NotFound", "ErrorMessage": "Member stranger was not found.", "MemberId": "stranger" },
        { "ErrorCode": "Conflict", "ErrorMessage": "Member user is already in the room.", "MemberId": "user" },
        { "ErrorCode": "BadRequest", "ErrorMessage": "MemberId is required." },
    ] });
    assert_eq!((response.status, response.json()), (201, errors));
    assert_eq!(members(&chime).await, ["user", "bot"]);
}

#[tokio::test]
async fn batch_has_0_to_50_items() {
    let chime = start().await;
    let batch = |count: usize| {
        let items: Vec<_> = (0..count)
            .map(|number| json!({ "MemberId": number.to_string() }))
            .collect();
        Request::to("POST", BATCH).json(&json!({ "MembershipItemList": items }))
    };
    for number in 0..51 {
        chime.add_member(ACCOUNT, LocalMember::user(number.to_string()));
    }
    assert_eq!(
        batch(51).ask(&chime).await.status_and_name(),
        (400, "BadRequestException")
    );
    assert_eq!(members(&chime).await.len(), 0);
    let most = batch(50).ask(&chime).await;
    assert_eq!((most.status, most.body.as_str()), (201, r#"{"Errors":[]}"#));
    let none = batch(0).ask(&chime).await;
    assert_eq!((none.status, none.body.as_str()), (201, r#"{"Errors":[]}"#));
    let missing = Request::to("POST", BATCH).json(&json!({})).ask(&chime).await;
    assert_eq!(missing.status_and_name(), (400, "BadRequestException"));
}

#[tokio::test]
async fn invalid_membership_input_is_a_bad_request() {
    let chime = start().await;
    for illegal in [
        json!({}),
        json!({ "MemberId": " " }),
        json!({ "MemberId": "user", "Role": "Owner" }),
        json!({ "MemberId": "user", "Role": "member" }),
        json!(["user", "Member"]),
    ] {
        let one = Request::to("POST", MEMBERSHIPS).json(&illegal).ask(&chime).await;
        assert_eq!(one.status_and_name(), (400, "BadRequestException"), "{illegal}");
        if illegal != json!({}) {
            let batch = json!({ "MembershipItemList": [{ "MemberId": "bot" }, illegal] });
            let batch = Request::to("POST", BATCH).json(&batch).ask(&chime).await;
            assert_eq!(batch.status_and_name(), (400, "BadRequestException"), "{illegal}");
        }
    }
    assert_eq!(
        members(&chime).await,
        Vec::<String>::new(),
        "a rejected request adds no members"
    );
}

#[tokio::test]
async fn memberships_are_paged() {
    let chime = start().await;
    chime.add_room(
        ACCOUNT,
        (1..=3).fold(LocalRoom::new("Three").room_id("three"), |room, number| {
            room.member(format!("member {number}"), LocalRole::Member)
        }),
    );
    let first = Request::to("GET", "/rooms/three/memberships?max-results=2")
        .ask(&chime)
        .await
        .json();
    let token = encode(first["NextToken"].as_str().unwrap());
    let second = Request::to(
        "GET",
        &format!("/rooms/three/memberships?max-results=2&next-token={token}"),
    )
    .ask(&chime)
    .await;
    let second = second.json();
    assert_eq!(first["RoomMemberships"].as_array().unwrap().len(), 2);
    assert_eq!(second["RoomMemberships"][0]["Member"]["MemberId"], "member 3");
    assert_eq!(second["NextToken"], Value::Null);
    let of_another_room = Request::to("GET", &format!("{MEMBERSHIPS}?next-token={token}"))
        .ask(&chime)
        .await;
    assert_eq!(of_another_room.status_and_name(), (400, "BadRequestException"));
}

#[tokio::test]
async fn member_beyond_the_limit_is_rejected() {
    let chime = builder().membership_limit(1).start().await.unwrap();
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("Full")
            .room_id("room")
            .member("first", LocalRole::Administrator),
    );
    chime.add_member(ACCOUNT, LocalMember::user("second"));
    let response = Request::to("POST", MEMBERSHIPS)
        .json(&json!({ "MemberId": "second" }))
        .ask(&chime)
        .await;
    assert_eq!(response.status_and_name(), (400, "ResourceLimitExceededException"));
}

#[tokio::test]
async fn details_of_a_member_added_after_the_room_are_returned() {
    let chime = start().await;
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("Early")
            .room_id("early")
            .member("late", LocalRole::Member),
    );
    chime.add_member(ACCOUNT, LocalMember::user("late").full_name("Late"));
    let list = Request::to("GET", "/rooms/early/memberships").ask(&chime).await.json();
    assert_eq!(
        list["RoomMemberships"][0]["Member"],
        json!({ "AccountId": ACCOUNT, "FullName": "Late", "MemberId": "late", "MemberType": "User" })
    );
}
