//! Presigned URLs of every operation, requested by a plain HTTP client and verified by the local service.

use std::time::Duration;

use chime_rooms::local::{LocalChime, LocalMember, LocalRoom};
use chime_rooms::{
    BatchCreateRoomMembership, ChimeError, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships,
    ListRooms, MembershipItem, Role, UpdateRoom, UpdateRoomMembership,
};
use rest_op::transport::Reqwest;
use rest_op::{Call, Client, Clock, FromResponse, Presigned, SigV4};
use rest_op_tests::fixture::{
    ACCESS_KEY_ID, ACCOUNT, SECRET_ACCESS_KEY, credentials, sample_time, signed_at_sample_time,
};

const HOUR: Duration = Duration::from_hours(1);
const ROOM: &str = "r/é ~";

async fn chime() -> (LocalChime, Client) {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .clock(sample_time)
        .start()
        .await
        .unwrap();
    chime.add_member(ACCOUNT, LocalMember::user("user"));
    chime.add_member(ACCOUNT, LocalMember::bot("bot"));
    chime.add_room(ACCOUNT, LocalRoom::new("Lounge").room_id(ROOM).message("m 1"));
    let client = signed_at_sample_time(chime.endpoint()).build().unwrap();
    (chime, client)
}

async fn presigned<T: FromResponse + Send + 'static>(call: Call<T, ChimeError>) -> Presigned {
    call.presign(HOUR).await.unwrap()
}

fn plain_client() -> reqwest::Client {
    // Without the proxies of the environment.
    Reqwest::builder().unwrap().no_proxy().build().unwrap()
}

/// Sends it as its receiver would, and returns status and body of the response.
async fn follow(presigned: &Presigned) -> (u16, String) {
    let answer = plain_client()
        .request(presigned.method().clone(), presigned.url())
        .headers(presigned.headers().clone())
        .body(presigned.body().clone())
        .send()
        .await
        .unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[tokio::test]
async fn every_operation_can_be_presigned_and_followed_without_credentials() {
    let (chime, api) = chime().await;
    let member = |member_id: &str| CreateRoomMembership {
        member_id: member_id.to_owned(),
        role: Some(Role::Member),
    };
    let batch = BatchCreateRoomMembership {
        membership_item_list: vec![MembershipItem {
            member_id: Some("bot".to_owned()),
            role: None,
        }],
    };
    let promoted = UpdateRoomMembership {
        role: Some(Role::Administrator),
    };
    let renamed = UpdateRoom {
        name: Some("Salon".to_owned()),
    };
    let options = ListRooms {
        max_results: Some(9),
        ..ListRooms::default()
    };
    for (presigned, method, status, contains) in [
        (
            presigned(api.create_room(ACCOUNT, &CreateRoom::new("Standup"))).await,
            "POST",
            201,
            "Standup",
        ),
        (
            presigned(api.list_rooms(ACCOUNT, &options)).await,
            "GET",
            200,
            "Standup",
        ),
        (presigned(api.get_room(ACCOUNT, ROOM)).await, "GET", 200, "Lounge"),
        (
            presigned(api.update_room(ACCOUNT, ROOM, &renamed)).await,
            "POST",
            200,
            "Salon",
        ),
        (
            presigned(api.create_room_membership(ACCOUNT, ROOM, &member("user"))).await,
            "POST",
            201,
            "user",
        ),
        (
            presigned(api.batch_create_room_membership(ACCOUNT, ROOM, &batch)).await,
            "POST",
            201,
            "\"Errors\":[]",
        ),
        (
            presigned(api.update_room_membership(ACCOUNT, ROOM, "user", &promoted)).await,
            "POST",
            200,
            "Administrator",
        ),
        (
            presigned(api.list_room_memberships(ACCOUNT, ROOM, &ListRoomMemberships::default())).await,
            "GET",
            200,
            "bot",
        ),
        (
            presigned(api.delete_room_membership(ACCOUNT, ROOM, "user")).await,
            "DELETE",
            204,
            "",
        ),
        (
            presigned(api.redact_room_message(ACCOUNT, ROOM, "m 1")).await,
            "POST",
            200,
            "{}",
        ),
        (presigned(api.delete_room(ACCOUNT, ROOM)).await, "DELETE", 204, ""),
    ] {
        assert_eq!(presigned.method(), method);
        assert!(!presigned.headers().contains_key("authorization"));
        let (found, body) = follow(&presigned).await;
        assert_eq!(found, status, "{method} {presigned}: {body}");
        assert!(body.contains(contains), "{method} {presigned}: {body}");
    }
    assert_eq!(chime.requests().len(), 11);
}

#[tokio::test]
async fn session_token_is_part_of_the_url() {
    let chime =
        LocalChime::builder()
            .account(ACCOUNT)
            .session_credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY, "the/token+==");
    let chime = chime.clock(sample_time).start().await.unwrap();
    chime.add_room(ACCOUNT, LocalRoom::new("Lounge").room_id(ROOM));
    let auth = SigV4::new("chime", "us-east-1", credentials(Some("the/token+==")));
    let client = Client::builder(chime.endpoint())
        .auth(auth)
        .clock(Clock::fixed(sample_time()))
        .build()
        .unwrap();
    let get = presigned(client.get_room(ACCOUNT, ROOM)).await;
    assert!(
        get.url().contains("&X-Amz-Security-Token=the%2Ftoken%2B%3D%3D"),
        "{get}"
    );
    assert_eq!(follow(&get).await.0, 200);
}

#[tokio::test]
async fn changed_url_method_or_body_is_rejected() {
    let (_chime, api) = chime().await;
    let get = presigned(api.get_room(ACCOUNT, ROOM)).await;
    assert_eq!(follow(&get).await.0, 200);
    let client = plain_client();
    let longer = get.url().replace("X-Amz-Expires=3600", "X-Amz-Expires=3601");
    assert_ne!(longer, get.url());
    assert_eq!(client.get(longer).send().await.unwrap().status().as_u16(), 403);
    assert_eq!(client.delete(get.url()).send().await.unwrap().status().as_u16(), 403);
    let update = presigned(api.update_room(ACCOUNT, ROOM, &UpdateRoom::default())).await;
    let other = client
        .post(update.url())
        .headers(update.headers().clone())
        .body(r#"{"Name":"Other"}"#);
    assert_eq!(other.send().await.unwrap().status().as_u16(), 403);
}

#[tokio::test]
async fn debug_hides_a_presigned_url_and_calls_that_cannot_be_presigned_name_the_reason() {
    let (_chime, api) = chime().await;
    let url = presigned(api.get_room(ACCOUNT, "r")).await;
    assert!(!format!("{url:?}").contains("X-Amz"), "{url:?}");
    assert!(url.to_string().contains("&X-Amz-Signature="), "{url}");
    for (expires, message) in [
        (
            Duration::ZERO,
            "a presigned URL must be valid for 1 second to 7 days, not for 0ns",
        ),
        (
            HOUR * 24 * 8,
            "a presigned URL must be valid for 1 second to 7 days, not for 691200s",
        ),
    ] {
        let error = api.get_room(ACCOUNT, "r").presign(expires).await.unwrap_err();
        assert_eq!(error.to_string(), format!("get_room: {message} (nothing was sent)"));
    }
    let error = api.get_room(ACCOUNT, " ").presign(HOUR).await.unwrap_err();
    assert!(error.to_string().contains("`room_id` is blank"), "{error}");
    let unsigned = Client::builder("https://chime.example").build().unwrap();
    let error = unsigned.get_room(ACCOUNT, "r").presign(HOUR).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "get_room: presigning requires a client with credentials (nothing was sent)"
    );
    let bearer = unsigned.with_auth(rest_op::Bearer::new("token")).unwrap();
    let error = bearer.get_room(ACCOUNT, "r").presign(HOUR).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "get_room: this kind of authentication cannot presign URLs (nothing was sent)"
    );
}
