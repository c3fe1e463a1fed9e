//! Invalid arguments are reported by name, all at once, before anything is sent.

use chime_rooms::{ChimeRooms, ListRooms};
use rest_op_tests::fixture::{ACCOUNT, signed_at_sample_time};
use rest_op_tests::recorder::Recorder;

#[tokio::test]
async fn page_size_is_checked_before_anything_is_sent() {
    let recorder = Recorder::default();
    let client = signed_at_sample_time("https://chime.example")
        .transport(recorder.clone())
        .build()
        .unwrap();
    for (size, message) in [(0, "0"), (100, "100"), (u32::MAX, "4294967295")] {
        let options = ListRooms {
            max_results: Some(size),
            ..ListRooms::default()
        };
        let error = client.list_rooms(ACCOUNT, &options).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("list_rooms: `options`: `max_results` is {message}; must be in 1..=99 (nothing was sent)")
        );
        assert!(!error.may_have_been_sent());
        assert_eq!(error.attempts(), 0);
    }
    assert!(recorder.requests().is_empty());
}

#[tokio::test]
async fn all_violations_are_reported_at_once() {
    let client = signed_at_sample_time("https://chime.example").build().unwrap();
    let options = ListRooms {
        max_results: Some(0),
        ..ListRooms::default()
    };
    let error = client.list_rooms(" ", &options).await.unwrap_err();
    let arguments: Vec<&str> = error
        .violations()
        .iter()
        .map(rest_op::check::Violation::parameter)
        .collect();
    assert_eq!(arguments, ["account_id", "options"]);
}

#[test]
fn allowed_page_sizes_pass() {
    let client = signed_at_sample_time("https://chime.example").build().unwrap();
    for size in [1, 99] {
        let options = ListRooms {
            max_results: Some(size),
            ..ListRooms::default()
        };
        assert!(client.list_rooms(ACCOUNT, &options).request().is_ok());
    }
}
