//! The operations on rooms, and pages.

use std::time::{Duration, SystemTime};

use chime_rooms::local::{LocalChime, LocalRole, LocalRoom};
use serde_json::{Value, json};

use crate::wire::{ACCOUNT, Request, Response, builder, encode, start};

fn at(milliseconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(milliseconds)
}

async fn with_rooms(count: usize) -> LocalChime {
    let chime = start().await;
    for number in 1..=count {
        chime.add_room(ACCOUNT, format!("room {number}"));
    }
    chime
}

fn names(response: &Response) -> Vec<String> {
    let rooms = response.json()["Rooms"].as_array().unwrap().clone();
    rooms
        .iter()
        .map(|room| room["Name"].as_str().unwrap().to_owned())
        .collect()
}

fn token(response: &Response) -> Option<String> {
    response.json()["NextToken"].as_str().map(encode)
}

#[tokio::test]
async fn documented_sample_response_is_returned_byte_for_byte() {
    let chime = start().await;
    let member_id = "1ab2345c-67de-8901-f23g-45h678901j2k";
    let room = LocalRoom::new("chatRoom")
        .room_id("abcd1e2d-3e45-6789-01f2-3g45h67i890j")
        .created_by("arn:aws:iam::111122223333:user/alejandro")
        .created_timestamp(at(1_575_325_771_549))
        .updated_timestamp(at(1_575_325_999_310))
        .member(member_id, LocalRole::Member);
    chime.add_room(ACCOUNT, "a room without the member");
    chime.add_room(ACCOUNT, room);
    let response = Request::to("GET", &format!("/rooms?member-id={member_id}"))
        .ask(&chime)
        .await;
    let body = r#"{"NextToken":null,"Rooms":[{"AccountId":"12a3456b-7c89-012d-3456-78901e23fg45","CreatedBy":"arn:aws:iam::111122223333:user/alejandro","CreatedTimestamp":"2019-12-02T22:29:31.549Z","Name":"chatRoom","RoomId":"abcd1e2d-3e45-6789-01f2-3g45h67i890j","UpdatedTimestamp":"2019-12-02T22:33:19.310Z"}]}"#;
    let headers = [
        ("content-length", body.len().to_string()),
        ("content-type", "application/json".to_owned()),
        ("date", "Mon, 02 Dec 2019 22:38:37 GMT".to_owned()),
        (
            "x-amzn-requestid",
            response.header("x-amzn-requestid").unwrap().to_owned(),
        ),
    ];
    let headers = headers
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    assert_eq!(
        response,
        Response {
            status: 200,
            headers,
            body: body.to_owned()
        }
    );
}

#[tokio::test]
async fn every_response_has_a_unique_request_id() {
    let chime = start().await;
    let mut ids = Vec::new();
    for target in ["/rooms", "/rooms/unknown", "/elsewhere"] {
        let response = Request::to("GET", target).ask(&chime).await;
        ids.push(response.header("x-amzn-requestid").unwrap().to_owned());
    }
    assert!(
        ids.iter().all(|id| id.split('-').map(str::len).eq([8, 4, 4, 4, 12])),
        "{ids:?}"
    );
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

#[tokio::test]
async fn last_page_of_rooms_has_no_token() {
    let chime = with_rooms(5).await;
    let first = Request::to("GET", "/rooms?max-results=2").ask(&chime).await;
    let second = Request::to(
        "GET",
        &format!("/rooms?max-results=2&next-token={}", token(&first).unwrap()),
    )
    .ask(&chime)
    .await;
    let third = Request::to(
        "GET",
        &format!("/rooms?max-results=2&next-token={}", token(&second).unwrap()),
    )
    .ask(&chime)
    .await;
    assert_eq!(
        [names(&first), names(&second), names(&third)],
        [vec!["room 1", "room 2"], vec!["room 3", "room 4"], vec!["room 5"]]
    );
    assert_eq!(token(&third), None);
    let whole = Request::to("GET", "/rooms?max-results=5").ask(&chime).await;
    assert_eq!((names(&whole).len(), token(&whole)), (5, None));
}

#[tokio::test]
async fn next_page_is_correct_after_rooms_were_deleted() {
    let chime = with_rooms(4).await;
    let first = Request::to("GET", "/rooms?max-results=2").ask(&chime).await;
    for room in first.json()["Rooms"].as_array().unwrap() {
        let target = format!("/rooms/{}", room["RoomId"].as_str().unwrap());
        assert_eq!(Request::to("DELETE", &target).ask(&chime).await.status, 204);
    }
    let second = Request::to("GET", &format!("/rooms?next-token={}", token(&first).unwrap()))
        .ask(&chime)
        .await;
    assert_eq!(names(&second), ["room 3", "room 4"]);
}

#[tokio::test]
async fn default_page_size_is_that_of_the_builder() {
    let chime = builder().page_size(3).start().await.unwrap();
    for number in 1..=4 {
        chime.add_room(ACCOUNT, format!("room {number}"));
    }
    let first = Request::to("GET", "/rooms").ask(&chime).await;
    assert_eq!(names(&first), ["room 1", "room 2", "room 3"]);
    assert!(token(&first).is_some());
}

#[tokio::test]
async fn forged_token_or_token_of_another_list_is_a_bad_request() {
    let chime = with_rooms(3).await;
    let first = Request::to("GET", "/rooms?max-results=1").ask(&chime).await;
    let token = token(&first).unwrap();
    let rejected = (
        400,
        "BadRequestException",
        r#"{"Code":"BadRequest","Message":"next-token is not valid."}"#,
    );
    for target in [
        "/rooms?next-token=".to_owned(),
        "/rooms?next-token=nonsense".to_owned(),
        format!("/rooms?next-token={}", token.replace("%3D", "")),
        format!("/rooms?next-token={token}&member-id=somebody"),
    ] {
        assert_eq!(
            Request::to("GET", &target).ask(&chime).await.error(),
            rejected,
            "{target}"
        );
    }
    let tampered = token.replacen('A', "B", 1);
    assert_ne!(tampered, token);
    assert_eq!(
        Request::to("GET", &format!("/rooms?next-token={tampered}"))
            .ask(&chime)
            .await
            .error(),
        rejected
    );
}

#[tokio::test]
async fn max_results_must_be_in_1_to_99() {
    let chime = start().await;
    for value in ["1", "99"] {
        assert_eq!(
            Request::to("GET", &format!("/rooms?max-results={value}"))
                .ask(&chime)
                .await
                .status,
            200
        );
    }
    let rejected = (
        400,
        "BadRequestException",
        r#"{"Code":"BadRequest","Message":"max-results must be a number from 1 to 99."}"#,
    );
    for value in ["0", "100", "-1", "1.5", "", "ten", "18446744073709551617"] {
        let response = Request::to("GET", &format!("/rooms?max-results={value}"))
            .ask(&chime)
            .await;
        assert_eq!(response.error(), rejected, "{value}");
    }
    let twice = Request::to("GET", "/rooms?max-results=1&max-results=2")
        .ask(&chime)
        .await;
    assert_eq!(twice.status_and_name(), (400, "BadRequestException"));
}

#[tokio::test]
async fn rooms_are_filtered_by_member() {
    let chime = start().await;
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("both")
            .member("one", LocalRole::Member)
            .member("two", LocalRole::Administrator),
    );
    chime.add_room(ACCOUNT, LocalRoom::new("one").member("one", LocalRole::Member));
    chime.add_room(ACCOUNT, "nobody");
    for (member, expected) in [
        ("one", vec!["both", "one"]),
        ("two", vec!["both"]),
        ("nobody", vec![]),
        ("", vec![]),
    ] {
        let response = Request::to("GET", &format!("/rooms?member-id={member}"))
            .ask(&chime)
            .await;
        assert_eq!(names(&response), expected, "{member}");
    }
}

#[tokio::test]
async fn unknown_account_or_room_is_not_found() {
    let chime = start().await;
    let account = Request::new("GET", "/accounts/unknown/rooms").ask(&chime).await;
    let body = r#"{"Code":"NotFound","Message":"Account unknown was not found."}"#;
    assert_eq!(account.error(), (404, "NotFoundException", body));
    for (method, target) in [
        ("GET", "/rooms/unknown"),
        ("POST", "/rooms/unknown"),
        ("DELETE", "/rooms/unknown"),
    ] {
        let body = r#"{"Code":"NotFound","Message":"Room unknown was not found."}"#;
        assert_eq!(
            Request::to(method, target).ask(&chime).await.error(),
            (404, "NotFoundException", body),
            "{method}"
        );
    }
}

#[tokio::test]
async fn room_is_created_read_renamed_and_deleted() {
    let chime = start().await;
    let created = Request::to("POST", "/rooms")
        .json(&json!({ "Name": "a" }))
        .ask(&chime)
        .await;
    let room_id = created.json()["Room"]["RoomId"].as_str().unwrap().to_owned();
    let room = |name: &str| {
        json!({ "Room": {
            "AccountId": ACCOUNT,
            "CreatedBy": "arn:aws:iam::111122223333:user/alejandro",
            "CreatedTimestamp": "2019-12-02T22:38:37.549Z",
            "Name": name,
            "RoomId": room_id,
            "UpdatedTimestamp": "2019-12-02T22:38:37.549Z",
        } })
    };
    let target = format!("/rooms/{room_id}");
    assert_eq!((created.status, created.json()), (201, room("a")));
    let got = Request::to("GET", &target).ask(&chime).await;
    assert_eq!((got.status, got.json()), (200, room("a")));
    let renamed = Request::to("POST", &target)
        .json(&json!({ "Name": "b" }))
        .ask(&chime)
        .await;
    assert_eq!((renamed.status, renamed.json()), (200, room("b")));
    let unchanged = Request::to("POST", &target).json(&json!({})).ask(&chime).await;
    assert_eq!((unchanged.status, unchanged.json()), (200, room("b")));
    let deleted = Request::to("DELETE", &target).ask(&chime).await;
    assert_eq!(
        (deleted.status, deleted.body.as_str(), deleted.header("content-type")),
        (204, "", None)
    );
    assert_eq!(
        Request::to("GET", &target).ask(&chime).await.status_and_name(),
        (404, "NotFoundException")
    );
    assert_eq!(
        Request::to("GET", "/rooms").ask(&chime).await.json(),
        json!({ "NextToken": null, "Rooms": [] })
    );
}

#[tokio::test]
async fn update_changes_only_the_updated_timestamp() {
    let chime = start().await;
    chime.add_room(ACCOUNT, LocalRoom::new("a").room_id("r").created_timestamp(at(0)));
    let renamed = Request::to("POST", "/rooms/r")
        .json(&json!({ "Name": "b" }))
        .ask(&chime)
        .await
        .json();
    assert_eq!(renamed["Room"]["CreatedTimestamp"], "1970-01-01T00:00:00.000Z");
    assert_eq!(renamed["Room"]["UpdatedTimestamp"], "2019-12-02T22:38:37.549Z");
}

#[tokio::test]
async fn repeated_client_request_token_creates_one_room() {
    let chime = start().await;
    let create =
        |name: &str| Request::to("POST", "/rooms").json(&json!({ "Name": name, "ClientRequestToken": "token-1" }));
    let first = create("a").ask(&chime).await;
    let again = create("a").ask(&chime).await;
    assert_eq!((again.status, again.json()), (first.status, first.json()));
    let other = create("b").ask(&chime).await;
    assert_eq!(other.status_and_name(), (400, "BadRequestException"));
    assert_eq!(names(&Request::to("GET", "/rooms").ask(&chime).await), ["a"]);
    let without_token = Request::to("POST", "/rooms").json(&json!({ "Name": "a" }));
    without_token.clone().ask(&chime).await;
    without_token.ask(&chime).await;
    assert_eq!(names(&Request::to("GET", "/rooms").ask(&chime).await), ["a", "a", "a"]);
}

#[tokio::test]
async fn invalid_create_room_input_is_a_bad_request() {
    let chime = start().await;
    let longest = "x".repeat(64);
    for legal in [
        json!({ "Name": "" }),
        json!({ "Name": "é漢" }),
        json!({ "Name": "a", "ClientRequestToken": longest }),
    ] {
        assert_eq!(
            Request::to("POST", "/rooms").json(&legal).ask(&chime).await.status,
            201,
            "{legal}"
        );
    }
    let too_long = "x".repeat(65);
    let illegal = [
        json!({}),
        json!({ "Name": null }),
        json!({ "Name": 5 }),
        json!(["a"]),
        json!("a"),
        json!({ "Name": "a", "ClientRequestToken": "x" }),
        json!({ "Name": "a", "ClientRequestToken": "" }),
        json!({ "Name": "a", "ClientRequestToken": too_long }),
        json!({ "Name": "a", "ClientRequestToken": "with space" }),
    ];
    for illegal in illegal {
        let response = Request::to("POST", "/rooms").json(&illegal).ask(&chime).await;
        assert_eq!(response.status_and_name(), (400, "BadRequestException"), "{illegal}");
    }
    let requests = [
        Request::to("POST", "/rooms"),
        Request::to("POST", "/rooms").json(&"{\"Name\": "),
        Request {
            body: "{\"Name\":\"a\"}".to_owned(),
            ..Request::to("POST", "/rooms")
        },
        Request {
            body: "{\"Name\":\"a\"}".to_owned(),
            ..Request::to("POST", "/rooms")
        }
        .header("content-type", "text/plain"),
    ];
    for request in requests {
        let response = request.clone().ask(&chime).await;
        assert_eq!(response.status_and_name(), (400, "BadRequestException"), "{request:?}");
    }
    let with_charset = Request {
        body: "{\"Name\":\"a\"}".to_owned(),
        ..Request::to("POST", "/rooms")
    };
    let with_charset = with_charset
        .header("content-type", "application/json; charset=utf-8")
        .ask(&chime)
        .await;
    assert_eq!(with_charset.status, 201);
}

#[tokio::test]
async fn room_beyond_the_limit_is_rejected() {
    let chime = builder().room_limit(1).start().await.unwrap();
    let create = || Request::to("POST", "/rooms").json(&json!({ "Name": "a", "ClientRequestToken": "token-1" }));
    assert_eq!(create().ask(&chime).await.status, 201);
    assert_eq!(
        create().ask(&chime).await.status,
        201,
        "a repeated token creates no other room"
    );
    let beyond = Request::to("POST", "/rooms")
        .json(&json!({ "Name": "b" }))
        .ask(&chime)
        .await;
    assert_eq!(beyond.status_and_name(), (400, "ResourceLimitExceededException"));
    assert_eq!(beyond.json()["Code"], Value::from("ResourceLimitExceeded"));
}

#[tokio::test]
async fn labels_are_decoded_and_must_not_be_blank() {
    let chime = builder().account("a/b %é").start().await.unwrap();
    chime.add_room("a/b %é", LocalRoom::new("there").room_id("r/1"));
    let response = Request::new("GET", "/accounts/a%2Fb%20%25%C3%A9/rooms/r%2F1")
        .ask(&chime)
        .await;
    assert_eq!(
        (response.status, response.json()["Room"]["Name"].as_str()),
        (200, Some("there"))
    );
    for target in [
        "/accounts/%20/rooms",
        "/accounts/%FF/rooms",
        "/accounts/%E3%80%80/rooms",
    ] {
        let response = Request::new("GET", target).ask(&chime).await;
        assert_eq!(response.status_and_name(), (400, "BadRequestException"), "{target}");
    }
}
