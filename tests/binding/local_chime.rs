//! Calls on the local Chime service, which verifies signatures with an implementation of its own.

use chime_rooms::local::{Failure, LocalChime, LocalMember, LocalRole, LocalRoom};
use chime_rooms::{ChimeError, ChimeRooms, ListRooms};
use rest_op_tests::fixture::{ACCESS_KEY_ID, ACCOUNT, MEMBER, SECRET_ACCESS_KEY, credentials, signed};

async fn chime() -> LocalChime {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .start()
        .await
        .unwrap();
    chime.add_member(ACCOUNT, LocalMember::user(MEMBER));
    for number in 0..7 {
        let room = LocalRoom::new(format!("room {number}"));
        chime.add_room(
            ACCOUNT,
            if number == 3 {
                room.member(MEMBER, LocalRole::Member)
            } else {
                room
            },
        );
    }
    chime
}

#[tokio::test]
async fn rooms_are_listed_over_pages() {
    let chime = chime().await;
    let client = signed(chime.endpoint()).build().unwrap();
    let options = ListRooms {
        max_results: Some(3),
        ..ListRooms::default()
    };
    let mut pages = client.list_rooms(ACCOUNT, &options).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().rooms.len());
    }
    assert_eq!(sizes, [3, 3, 1]);
}

#[tokio::test]
async fn rooms_are_filtered_by_member() {
    let chime = chime().await;
    let client = signed(chime.endpoint()).build().unwrap();
    let options = ListRooms {
        member_id: Some(MEMBER.to_owned()),
        ..ListRooms::default()
    };
    let page = client.list_rooms(ACCOUNT, &options).await.unwrap();
    let names: Vec<_> = page.rooms.iter().map(|room| room.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["room 3"]);
}

#[tokio::test]
async fn hostile_account_ids_are_signed_as_they_are_sent() {
    for account in ["a/b", "é漢 ~*'\"()", "100%", "a+b", "%2F", "...", "a//b"] {
        let chime = LocalChime::builder()
            .account(account)
            .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
            .start()
            .await
            .unwrap();
        chime.add_room(account, "the one");
        let client = signed(chime.endpoint()).build().unwrap();
        let options = ListRooms {
            member_id: None,
            max_results: Some(1),
            next_token: None,
        };
        let page = client
            .list_rooms(account, &options)
            .await
            .unwrap_or_else(|error| panic!("{account}: {error}"));
        assert_eq!(page.rooms.len(), 1, "{account}");
    }
}

#[tokio::test]
async fn session_token_is_sent_and_signed() {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .session_credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY, "the/session+token==")
        .start()
        .await
        .unwrap();
    let with_token = rest_op::SigV4::new("chime", "us-east-1", credentials(Some("the/session+token==")));
    let client = rest_op::Client::builder(chime.endpoint())
        .auth(with_token)
        .build()
        .unwrap();
    client.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap();
    let without = signed(chime.endpoint()).build().unwrap();
    let error = without.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 403);
}

#[tokio::test]
async fn unknown_account_and_bad_signature_are_typed_errors() {
    let chime = chime().await;
    let client = signed(chime.endpoint()).build().unwrap();
    let unknown = client.list_rooms("nobody", &ListRooms::default()).await.unwrap_err();
    assert!(matches!(unknown.service(), Some(ChimeError::NotFound(_))), "{unknown}");

    let forged = rest_op::Credentials::new(ACCESS_KEY_ID, "another secret", None, None, "forged");
    let auth = rest_op::SigV4::new("chime", "us-east-1", forged);
    let client = rest_op::Client::builder(chime.endpoint()).auth(auth).build().unwrap();
    let refused = client.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap_err();
    assert_eq!(
        (refused.status().unwrap().as_u16(), refused.code()),
        (403, Some("InvalidSignatureException"))
    );
}

#[tokio::test]
async fn throttled_call_is_retried_and_signed_anew() {
    let chime = chime().await;
    chime.fail_next(Failure::throttled());
    let retry = rest_op::Retry::standard().base(std::time::Duration::from_millis(1));
    let client = signed(chime.endpoint()).retry(retry).build().unwrap();
    assert_eq!(
        client
            .list_rooms(ACCOUNT, &ListRooms::default())
            .await
            .unwrap()
            .rooms
            .len(),
        7
    );
    assert_eq!(chime.requests().len(), 2);
}
