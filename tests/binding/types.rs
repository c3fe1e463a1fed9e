//! The types of the binding as values: results are exported, enums are read from text, errors contain their response.

use chime_rooms::rest_op::time::macros::datetime;
use chime_rooms::{ChimeError, ChimeRooms, Config, ErrorCode, ListRooms, MemberType, Role, Room, RoomPage, rest_op};
use rest_op::testing::{Recorder, error};
use rest_op::{Credentials, ErrorKind};
use rest_op_tests::fixture::ACCOUNT;
use serde_json::json;

#[test]
fn results_are_exported_and_read_back() {
    let page = RoomPage {
        rooms: vec![Room {
            room_id: Some("abcd1e2d".to_owned()),
            created_timestamp: Some(datetime!(2019-12-02 22:29:31.100 UTC)),
            ..Room::default()
        }],
        next_token: None,
    };
    let exported = serde_json::to_value(&page).unwrap();
    assert_eq!(
        exported,
        json!({
            "Rooms": [{
                "RoomId": "abcd1e2d",
                "Name": null,
                "AccountId": null,
                "CreatedBy": null,
                "CreatedTimestamp": "2019-12-02T22:29:31.1Z",
                "UpdatedTimestamp": null,
            }],
            "NextToken": null,
        })
    );
    assert_eq!(serde_json::from_value::<RoomPage>(exported).unwrap(), page);
}

#[test]
fn enums_are_read_from_text() {
    assert_eq!(Role::from("Member"), Role::Member);
    assert_eq!(Role::from("Owner".to_owned()), Role::Unknown("Owner".to_owned()));
    assert_eq!("Bot".parse(), Ok(MemberType::Bot));
    assert_eq!("AccessDenied".parse(), Ok(ErrorCode::AccessDenied));
    for text in ["Administrator", "Member", "", "administrator"] {
        assert_eq!(Role::from(text).as_str(), text);
        assert_eq!(serde_json::to_value(Role::from(text)).unwrap(), text);
    }
}

#[test]
fn error_of_the_service_contains_its_response() {
    let error: chime_rooms::Error = error(404, "NotFoundException", "no such room");
    let service: &ChimeError = error.service().unwrap();
    assert_eq!(service.response().code(), Some("NotFoundException"));
    assert_eq!(service.response().status(), 404);
}

#[tokio::test]
async fn new_configuration_reads_nothing_from_the_machine() {
    let config = || Config::new().region("eu-central-1");
    assert_eq!(
        config().endpoint().unwrap().url(),
        "https://chime.us-east-1.amazonaws.com"
    );
    assert!(
        Config::new()
            .endpoint()
            .unwrap_err()
            .to_string()
            .starts_with("no region: ")
    );
    let recorder = Recorder::new().answer(200, &[], "{}");
    let chime = config()
        .client_builder()
        .unwrap()
        .transport(recorder.clone())
        .build()
        .unwrap();
    let error = chime.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(
        error.to_string().contains("set them with `Config::credentials`"),
        "{error}"
    );
    let keys = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    let chime = config()
        .credentials(keys)
        .client_builder()
        .unwrap()
        .transport(recorder.clone())
        .build()
        .unwrap();
    assert_eq!(
        chime.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap(),
        RoomPage::default()
    );
}
