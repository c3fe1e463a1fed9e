//! All eleven operations: the whole request, and the whole result of the response.

use chime_rooms::{
    BatchCreateRoomMembership, BatchCreateRoomMembershipOutput, ChimeError, ChimeRooms, CreateRoom,
    CreateRoomMembership, ErrorCode, ListRoomMemberships, ListRooms, Member, MemberError, MemberType, MembershipItem,
    Role, Room, RoomMembership, RoomMembershipOutput, RoomMembershipPage, RoomOutput, RoomPage, UpdateRoom,
    UpdateRoomMembership,
};
use rest_op::testing::Recorder;
use rest_op::{Bytes, Call, Client, FromResponse};
use rest_op_tests::fixture::signed_at_sample_time;
use time::macros::datetime;

const ROOM: &str = r#"{"Room":{"AccountId":"a","CreatedBy":"arn:b","CreatedTimestamp":"2019-12-02T22:29:31.549Z","Name":"Lounge","RoomId":"r","UpdatedTimestamp":"2019-12-03T00:33:19+02:00"}}"#;

fn room() -> Room {
    Room {
        room_id: Some("r".to_owned()),
        name: Some("Lounge".to_owned()),
        account_id: Some("a".to_owned()),
        created_by: Some("arn:b".to_owned()),
        created_timestamp: Some(datetime!(2019-12-02 22:29:31.549 UTC)),
        updated_timestamp: Some(datetime!(2019-12-03 00:33:19 +2)),
    }
}

const MEMBERSHIP: &str = r#"{"InvitedBy":"arn:b","Member":{"AccountId":"a","Email":"m@example.com","FullName":"Em","MemberId":"m","MemberType":"User"},"Role":"Administrator","RoomId":"r","UpdatedTimestamp":"2019-12-02T22:33:19.31Z"}"#;

fn membership() -> RoomMembership {
    RoomMembership {
        room_id: Some("r".to_owned()),
        member: Some(Member {
            member_id: Some("m".to_owned()),
            member_type: Some(MemberType::User),
            email: Some("m@example.com".to_owned()),
            full_name: Some("Em".to_owned()),
            account_id: Some("a".to_owned()),
        }),
        role: Some(Role::Administrator),
        invited_by: Some("arn:b".to_owned()),
        updated_timestamp: Some(datetime!(2019-12-02 22:33:19.31 UTC)),
    }
}

/// Returns request line, content type and body. Asserts that the other headers are those of every request.
fn shown(request: &http::Request<Bytes>) -> String {
    let mut names: Vec<&str> = request.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(request.uri().scheme_str(), Some("https"));
    assert_eq!(request.uri().authority().unwrap(), "chime.us-east-1.amazonaws.com");
    let line = format!("{} {}", request.method(), request.uri().path_and_query().unwrap());
    assert_eq!(request.headers()["host"], "chime.us-east-1.amazonaws.com");
    // Every POST has the length of its body.
    let length = request
        .headers()
        .get("content-length")
        .map(|length| length.to_str().unwrap());
    let expected = (request.method() == "POST").then(|| request.body().len().to_string());
    assert_eq!(length, expected.as_deref());
    names.retain(|name| *name != "content-length");
    match request.headers().get("content-type") {
        None => {
            assert_eq!(names, ["accept", "authorization", "host", "user-agent", "x-amz-date"]);
            assert!(request.body().is_empty());
            line
        }
        Some(media_type) => {
            assert_eq!(
                names,
                [
                    "accept",
                    "authorization",
                    "content-type",
                    "host",
                    "user-agent",
                    "x-amz-date"
                ]
            );
            format!(
                "{line}\n{}\n{}",
                media_type.to_str().unwrap(),
                String::from_utf8_lossy(request.body())
            )
        }
    }
}

/// Makes a call with this response, and returns the request and the result.
async fn exchange<T: FromResponse + Send + 'static>(
    status: u16,
    body: &str,
    call: impl FnOnce(&Client) -> Call<T, ChimeError>,
) -> (String, T) {
    let recorder = Recorder::new().answer(status, &[("content-type", "application/json")], body.to_owned());
    let client = signed_at_sample_time("https://chime.us-east-1.amazonaws.com").transport(recorder.clone());
    let result = call(&client.build().unwrap()).await.unwrap();
    let [request] = &recorder.requests()[..] else {
        panic!("one request: {:?}", recorder.lines())
    };
    (shown(request), result)
}

#[tokio::test]
async fn list_rooms_sends_its_options_in_the_query() {
    let options = ListRooms {
        member_id: Some("m/1".to_owned()),
        max_results: Some(50),
        next_token: Some("t=".to_owned()),
    };
    let body = ROOM
        .replace(r#"{"Room":"#, r#"{"NextToken":"u","Rooms":["#)
        .replace("}}", "}]}");
    let page = RoomPage {
        rooms: vec![room()],
        next_token: Some("u".to_owned()),
    };
    assert_eq!(
        exchange(200, &body, |chime| chime.list_rooms("a", &options)).await,
        (
            "GET /accounts/a/rooms?member-id=m%2F1&max-results=50&next-token=t%3D".to_owned(),
            page
        )
    );
    let none = exchange(200, r#"{"Rooms":[]}"#, |chime| {
        chime.list_rooms("a", &ListRooms::default())
    })
    .await;
    assert_eq!(none, ("GET /accounts/a/rooms".to_owned(), RoomPage::default()));
}

#[tokio::test]
async fn get_room_sends_no_body() {
    let room = RoomOutput { room: Some(room()) };
    assert_eq!(
        exchange(200, ROOM, |chime| chime.get_room("a", "r")).await,
        ("GET /accounts/a/rooms/r".to_owned(), room)
    );
}

#[tokio::test]
async fn create_room_sends_name_and_token() {
    let new = CreateRoom {
        name: "Löunge \"1\"".to_owned(),
        client_request_token: "token-1".into(),
    };
    let request =
        "POST /accounts/a/rooms\napplication/json\n{\"Name\":\"Löunge \\\"1\\\"\",\"ClientRequestToken\":\"token-1\"}";
    let room = RoomOutput { room: Some(room()) };
    assert_eq!(
        exchange(201, ROOM, |chime| chime.create_room("a", &new)).await,
        (request.to_owned(), room)
    );
}

#[tokio::test]
async fn update_room_sends_the_name_or_an_empty_object() {
    let renamed = UpdateRoom {
        name: Some("Lounge".to_owned()),
    };
    let room = RoomOutput { room: Some(room()) };
    let request = "POST /accounts/a/rooms/r\napplication/json\n{\"Name\":\"Lounge\"}".to_owned();
    assert_eq!(
        exchange(200, ROOM, |chime| chime.update_room("a", "r", &renamed)).await,
        (request, room.clone())
    );
    let request = "POST /accounts/a/rooms/r\napplication/json\n{}".to_owned();
    assert_eq!(
        exchange(200, ROOM, |chime| chime.update_room("a", "r", &UpdateRoom::default())).await,
        (request, room)
    );
}

#[tokio::test]
async fn delete_room_returns_nothing() {
    let sent = exchange(204, "", |chime| chime.delete_room("a", "r")).await;
    assert_eq!(sent, ("DELETE /accounts/a/rooms/r".to_owned(), ()));
}

#[tokio::test]
async fn list_room_memberships_sends_its_options_in_the_query() {
    let options = ListRoomMemberships {
        max_results: Some(1),
        next_token: Some(String::new()),
    };
    let page = RoomMembershipPage {
        room_memberships: vec![membership()],
        next_token: None,
    };
    let body = format!(r#"{{"RoomMemberships":[{MEMBERSHIP}],"NextToken":null}}"#);
    assert_eq!(
        exchange(200, &body, |chime| chime.list_room_memberships("a", "r", &options)).await,
        (
            "GET /accounts/a/rooms/r/memberships?max-results=1&next-token=".to_owned(),
            page
        )
    );
}

#[tokio::test]
async fn create_room_membership_sends_the_member_in_the_body() {
    let new = CreateRoomMembership {
        member_id: "m".to_owned(),
        role: Some(Role::Administrator),
    };
    let body = format!(r#"{{"RoomMembership":{MEMBERSHIP}}}"#);
    let output = RoomMembershipOutput {
        room_membership: Some(membership()),
    };
    let request =
        "POST /accounts/a/rooms/r/memberships\napplication/json\n{\"MemberId\":\"m\",\"Role\":\"Administrator\"}";
    assert_eq!(
        exchange(201, &body, |chime| chime.create_room_membership("a", "r", &new)).await,
        (request.to_owned(), output)
    );
}

#[tokio::test]
async fn batch_create_room_membership_lists_the_members_that_were_not_added() {
    let batch = BatchCreateRoomMembership {
        membership_item_list: vec![
            MembershipItem {
                member_id: Some("m".to_owned()),
                role: Some(Role::Member),
            },
            MembershipItem::default(),
        ],
    };
    let body = r#"{"Errors":[{"MemberId":"m","ErrorCode":"NotFound","ErrorMessage":"no such member"},{"ErrorCode":"Teapot"},{}]}"#;
    let output = BatchCreateRoomMembershipOutput {
        errors: vec![
            MemberError {
                member_id: Some("m".to_owned()),
                error_code: Some(ErrorCode::NotFound),
                error_message: Some("no such member".to_owned()),
            },
            MemberError {
                error_code: Some(ErrorCode::Unknown("Teapot".to_owned())),
                ..MemberError::default()
            },
            MemberError::default(),
        ],
    };
    let request = "POST /accounts/a/rooms/r/memberships?operation=batch-create\napplication/json\n\
                   {\"MembershipItemList\":[{\"MemberId\":\"m\",\"Role\":\"Member\"},{}]}";
    assert_eq!(
        exchange(201, body, |chime| chime.batch_create_room_membership("a", "r", &batch)).await,
        (request.to_owned(), output)
    );
    let all = exchange(201, "{}", |chime| chime.batch_create_room_membership("a", "r", &batch)).await;
    assert_eq!(all.1, BatchCreateRoomMembershipOutput::default());
}

#[tokio::test]
async fn update_room_membership_sends_the_role_or_an_empty_object() {
    let promoted = UpdateRoomMembership {
        role: Some(Role::Administrator),
    };
    let body = format!(r#"{{"RoomMembership":{MEMBERSHIP}}}"#);
    let output = RoomMembershipOutput {
        room_membership: Some(membership()),
    };
    for (update, json) in [
        (promoted, r#"{"Role":"Administrator"}"#),
        (UpdateRoomMembership::default(), "{}"),
    ] {
        assert_eq!(
            exchange(200, &body, |chime| chime.update_room_membership("a", "r", "m", &update)).await,
            (
                format!("POST /accounts/a/rooms/r/memberships/m\napplication/json\n{json}"),
                output.clone()
            )
        );
    }
}

#[tokio::test]
async fn delete_room_membership_returns_nothing() {
    let sent = exchange(204, "", |chime| chime.delete_room_membership("a", "r", "m")).await;
    assert_eq!(sent, ("DELETE /accounts/a/rooms/r/memberships/m".to_owned(), ()));
}

#[tokio::test]
async fn redact_room_message_is_a_post_without_a_body() {
    for answer in ["{}", ""] {
        let sent = exchange(200, answer, |chime| chime.redact_room_message("a", "r", "m")).await;
        assert_eq!(
            sent,
            ("POST /accounts/a/rooms/r/messages/m?operation=redact".to_owned(), ())
        );
    }
}

#[tokio::test]
async fn unknown_values_are_kept() {
    let body = r#"{"RoomMembership":{"Role":"Moderator","Member":{"MemberType":"Robot"},"Since":1}}"#;
    let (_, output) = exchange(200, body, |chime| {
        let role = Some(Role::Unknown("Moderator".to_owned()));
        chime.update_room_membership("a", "r", "m", &UpdateRoomMembership { role })
    })
    .await;
    let membership = output.room_membership.unwrap();
    assert_eq!(membership.role, Some(Role::Unknown("Moderator".to_owned())));
    assert_eq!(
        (
            Role::Administrator.as_str(),
            membership.role.unwrap().to_string().as_str()
        ),
        ("Administrator", "Moderator")
    );
    assert_eq!(
        membership.member.unwrap().member_type,
        Some(MemberType::Unknown("Robot".to_owned()))
    );
}

#[tokio::test]
async fn debug_hides_sensitive_members_of_inputs_and_outputs() {
    let sensitive = "sesame";
    let member = Member {
        email: Some(sensitive.to_owned()),
        full_name: Some(sensitive.to_owned()),
        ..Member::default()
    };
    let membership = RoomMembership {
        member: Some(member),
        ..membership()
    };
    let new = CreateRoom {
        name: sensitive.to_owned(),
        client_request_token: sensitive.into(),
    };
    let update = UpdateRoom {
        name: Some(sensitive.to_owned()),
    };
    let room = Room {
        name: Some(sensitive.to_owned()),
        ..room()
    };
    let client = signed_at_sample_time("https://chime.example").build().unwrap();
    for shown in [
        format!("{membership:?}"),
        format!("{new:?}"),
        format!("{update:?}"),
        format!("{room:?}"),
        format!("{:?}", client.create_room("a", &new)),
        format!("{:?}", client.update_room("a", "r", &update)),
    ] {
        assert!(!shown.contains(sensitive), "{shown}");
    }
}
