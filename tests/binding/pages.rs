//! Pages and items as streams.

use chime_rooms::{ChimeRooms, ListRooms};
use rest_op_tests::fixture::{ACCOUNT, signed_at_sample_time};
use rest_op_tests::recorder::Recorder;

fn page(rooms: &[&str], next_token: &str) -> String {
    let rooms: Vec<String> = rooms.iter().map(|id| format!(r#"{{"RoomId":"{id}"}}"#)).collect();
    format!(r#"{{"Rooms":[{}],"NextToken":{next_token}}}"#, rooms.join(","))
}

fn client(recorder: &Recorder) -> rest_op::Client {
    signed_at_sample_time("https://chime.example")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

fn two_at_a_time() -> ListRooms {
    ListRooms {
        max_results: Some(2),
        ..ListRooms::default()
    }
}

#[tokio::test]
async fn pages_are_requested_one_by_one_with_the_token_of_the_last() {
    let recorder = Recorder::default()
        .answer(200, &[], page(&["a", "b"], "\"t/1\""))
        .answer(200, &[], page(&[], "\"t/2\""))
        .answer(200, &[], page(&["c"], "\"\""));
    let mut pages = client(&recorder).list_rooms(ACCOUNT, &two_at_a_time()).pages();
    assert!(recorder.requests().is_empty(), "streams are lazy");
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().rooms.len());
        assert_eq!(
            recorder.requests().len(),
            sizes.len(),
            "no page is asked for before its time"
        );
    }
    assert_eq!(sizes, [2, 0, 1]);
    assert_eq!(
        recorder.lines(),
        [
            format!("GET /accounts/{ACCOUNT}/rooms?max-results=2"),
            format!("GET /accounts/{ACCOUNT}/rooms?max-results=2&next-token=t%2F1"),
            format!("GET /accounts/{ACCOUNT}/rooms?max-results=2&next-token=t%2F2"),
        ]
    );
}

#[tokio::test]
async fn items_continue_across_pages() {
    let recorder = Recorder::default()
        .answer(200, &[], page(&["a", "b"], "\"1\""))
        .answer(200, &[], page(&[], "\"2\""))
        .answer(200, &[], page(&["c"], "null"));
    let items = client(&recorder)
        .list_rooms(ACCOUNT, &two_at_a_time())
        .items()
        .try_collect()
        .await
        .unwrap();
    let ids: Vec<_> = items.into_iter().map(|room| room.room_id.unwrap()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[tokio::test]
async fn repeated_token_ends_the_stream_with_an_error() {
    let recorder = Recorder::default()
        .answer(200, &[], page(&["a"], "\"1\""))
        .answer(200, &[], page(&["b"], "\"1\""));
    let mut items = client(&recorder).list_rooms(ACCOUNT, &two_at_a_time()).items();
    assert_eq!(items.next().await.unwrap().unwrap().room_id.as_deref(), Some("a"));
    assert_eq!(items.next().await.unwrap().unwrap().room_id.as_deref(), Some("b"));
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "list_rooms: the service returned the same page token twice; the stream ends here"
    );
    assert!(items.next().await.is_none());
    assert_eq!(recorder.requests().len(), 2);
}

#[tokio::test]
async fn first_error_ends_the_stream() {
    let recorder = Recorder::default()
        .answer(200, &[], page(&["a"], "\"1\""))
        .answer(404, &[], "");
    let mut pages = client(&recorder).list_rooms(ACCOUNT, &two_at_a_time()).pages();
    assert!(pages.next().await.unwrap().is_ok());
    assert!(pages.next().await.unwrap().is_err());
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn initial_token_is_replaced() {
    let recorder = Recorder::default()
        .answer(200, &[], page(&["a"], "\"2\""))
        .answer(200, &[], page(&["b"], "null"));
    let options = ListRooms {
        next_token: Some("1".to_owned()),
        ..two_at_a_time()
    };
    client(&recorder)
        .list_rooms(ACCOUNT, &options)
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(
        recorder.lines(),
        [
            format!("GET /accounts/{ACCOUNT}/rooms?max-results=2&next-token=1"),
            format!("GET /accounts/{ACCOUNT}/rooms?max-results=2&next-token=2"),
        ]
    );
}
