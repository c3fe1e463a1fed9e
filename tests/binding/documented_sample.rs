//! The sample of the API reference, byte for byte, over real HTTP.

use chime_rooms::{ChimeRooms, ListRooms};
use rest_op_tests::fixture::{ACCOUNT, MEMBER, SAMPLE_BODY, signed_at_sample_time};
use rest_op_tests::recorder::Recorder;
use time::macros::datetime;

fn of_member() -> ListRooms {
    ListRooms {
        member_id: Some(MEMBER.to_owned()),
        ..ListRooms::default()
    }
}

#[tokio::test]
async fn sample_request_is_sent_and_sample_response_is_read() {
    let mut server = mockito::Server::new_async().await;
    let target = format!("/accounts/{ACCOUNT}/rooms?member-id={MEMBER}");
    let mock = server
        .mock("GET", target.as_str())
        .match_header("x-amz-date", "20191202T223837Z")
        .match_header("authorization", mockito::Matcher::Regex("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20191202/us-east-1/chime/aws4_request, SignedHeaders=host;x-amz-date, Signature=[0-9a-f]{64}$".into()))
        .match_header("content-type", mockito::Matcher::Missing)
        .match_body("")
        .with_header("x-amzn-RequestId", "eb4b1f38-a2fa-4313-99f9-28cdf100c851")
        .with_header("content-type", "application/json")
        .with_body(SAMPLE_BODY)
        .expect(1)
        .create_async()
        .await;

    let client = signed_at_sample_time(&server.url()).build().unwrap();
    let response = client.list_rooms(ACCOUNT, &of_member()).response().await.unwrap();

    mock.assert_async().await;
    assert_eq!(response.request_id(), Some("eb4b1f38-a2fa-4313-99f9-28cdf100c851"));
    assert_eq!(response.status(), 200);
    let page = response.into_value();
    assert_eq!(page.next_token, None);
    let [room] = page.rooms.as_slice() else {
        panic!("one room: {page:?}")
    };
    assert_eq!(room.account_id.as_deref(), Some(ACCOUNT));
    assert_eq!(
        room.created_by.as_deref(),
        Some("arn:aws:iam::111122223333:user/alejandro")
    );
    assert_eq!(room.created_timestamp, Some(datetime!(2019-12-02 22:29:31.549 UTC)));
    assert_eq!(room.name.as_deref(), Some("chatRoom"));
    assert_eq!(room.room_id.as_deref(), Some("abcd1e2d-3e45-6789-01f2-3g45h67i890j"));
    assert_eq!(room.updated_timestamp, Some(datetime!(2019-12-02 22:33:19.31 UTC)));
}

#[tokio::test]
async fn request_is_exactly_as_documented() {
    let recorder = Recorder::default().answer(200, &[], SAMPLE_BODY);
    let client = signed_at_sample_time("https://chime.us-east-1.amazonaws.com").transport(recorder.clone());
    client.build().unwrap().list_rooms(ACCOUNT, &of_member()).await.unwrap();
    let request = recorder.requests().remove(0);
    assert_eq!(request.method(), "GET");
    assert_eq!(
        request.uri().to_string(),
        format!("https://chime.us-east-1.amazonaws.com/accounts/{ACCOUNT}/rooms?member-id={MEMBER}")
    );
    let mut names: Vec<&str> = request.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "authorization", "host", "user-agent", "x-amz-date"]);
    assert!(request.body().is_empty());
}

#[test]
fn call_builds_its_request_before_anything_is_sent() {
    let client = signed_at_sample_time("https://chime.us-east-1.amazonaws.com")
        .build()
        .unwrap();
    let options = ListRooms {
        member_id: Some(String::new()),
        max_results: Some(99),
        next_token: Some("a b+c/d==".to_owned()),
    };
    let request = client.list_rooms(ACCOUNT, &options).request().unwrap();
    assert_eq!(
        request.uri().path_and_query().unwrap().as_str(),
        format!("/accounts/{ACCOUNT}/rooms?member-id=&max-results=99&next-token=a%20b%2Bc%2Fd%3D%3D")
    );
    assert!(!request.headers().contains_key("authorization"));
}

#[test]
fn debug_hides_sensitive_members() {
    let page: chime_rooms::RoomPage = serde_json::from_str(&SAMPLE_BODY.replace("null", "\"token\"")).unwrap();
    let shown = format!("{page:?}");
    assert!(shown.contains("abcd1e2d") && !shown.contains("chatRoom"), "{shown}");
    let member: chime_rooms::Member =
        serde_json::from_str(r#"{"MemberId":"m-1","Email":"a@example.com","FullName":"Alejandro"}"#).unwrap();
    let shown = format!("{member:?}");
    assert!(
        shown.contains("m-1") && !shown.contains("example.com") && !shown.contains("Alejandro"),
        "{shown}"
    );
    let create = chime_rooms::CreateRoom {
        name: "chatRoom".into(),
        client_request_token: "token-1".into(),
    };
    let shown = format!("{create:?}");
    assert!(!shown.contains("chatRoom") && !shown.contains("token-1"), "{shown}");
}
