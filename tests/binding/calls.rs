//! Calls are values: stored, spawned, raced, dropped, configured, repeated.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use chime_rooms::local::{Failure, LocalChime};
use chime_rooms::{ChimeError, ChimeRooms, CreateRoom, ListRooms, RoomOutput};
use rest_op::testing::Recorder;
use rest_op::{Call, Client, Retry};
use rest_op_tests::fixture::{ACCESS_KEY_ID, ACCOUNT, SECRET_ACCESS_KEY, signed, signed_at_sample_time};

fn client(recorder: &Recorder) -> Client {
    signed_at_sample_time("https://chime.example")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

async fn chime() -> (LocalChime, Client) {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    let chime = chime.start().await.unwrap();
    let retry = Retry::standard().base(Duration::from_millis(1));
    let client = signed(chime.endpoint()).retry(retry).build().unwrap();
    (chime, client)
}

#[tokio::test]
async fn stored_calls_send_nothing_until_they_are_awaited_in_any_order() {
    let recorder = Recorder::new().answer(200, &[], "{}").answer(200, &[], "{}");
    let client = client(&recorder);
    let mut stored: Vec<Call<RoomOutput, ChimeError>> =
        ["a", "b", "c"].map(|room| client.get_room(ACCOUNT, room)).into();
    drop(client);
    assert_eq!(recorder.lines(), Vec::<String>::new());
    stored.pop().unwrap().await.unwrap();
    stored.remove(0).await.unwrap();
    drop(stored);
    assert_eq!(
        recorder.lines(),
        ["c", "a"].map(|room| format!("GET /accounts/{ACCOUNT}/rooms/{room}"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn spawned_calls_run_concurrently() {
    let (chime, client) = chime().await;
    let tasks: Vec<_> = (0..20)
        .map(|number| {
            let room = CreateRoom::new(format!("room {number}"));
            tokio::spawn(client.create_room(ACCOUNT, &room).into_future())
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let mut names: Vec<String> = client
        .list_rooms(ACCOUNT, &ListRooms::default())
        .items()
        .try_collect()
        .await
        .unwrap()
        .into_iter()
        .map(|room| room.name.unwrap())
        .collect();
    names.sort_by_key(|name| name.trim_start_matches("room ").parse::<u32>().unwrap());
    assert_eq!(
        names,
        (0..20).map(|number| format!("room {number}")).collect::<Vec<_>>()
    );
    assert_eq!(chime.requests().len(), 21);
}

#[tokio::test]
async fn faster_of_two_calls_wins_the_race_and_the_other_is_cancelled() {
    let (chime, client) = chime().await;
    chime.fail_next(Failure::silence());
    let mut slow = pin!(client.list_rooms(ACCOUNT, &ListRooms::default()).into_future());
    // Polls the slow call until its request is received, so that it remains the one without a response.
    poll_fn(|context| match slow.as_mut().poll(context) {
        Poll::Ready(result) => panic!("answered: {result:?}"),
        Poll::Pending if chime.requests().len() == 1 => Poll::Ready(()),
        Poll::Pending => {
            context.waker().wake_by_ref();
            Poll::Pending
        }
    })
    .await;
    let fast = client.list_rooms(ACCOUNT, &ListRooms::default());
    let winner = tokio::select! {
        biased;
        _ = &mut slow => "slow",
        page = fast.into_future() => { page.unwrap(); "fast" }
    };
    assert_eq!(winner, "fast");
}

#[tokio::test]
async fn settings_of_a_call_do_not_affect_others() {
    let recorder = Recorder::new()
        .answer(503, &[], "")
        .answer(200, &[], r#"{"Room":{"Name":"0123456789"}}"#)
        .answer(200, &[], "{}")
        .answer(200, &[], "{}");
    let client = client(&recorder);
    let call = || client.get_room(ACCOUNT, "r");
    assert_eq!(call().retry(Retry::none()).await.unwrap_err().attempts(), 1);
    let error = call().max_response_bytes(10).await.unwrap_err();
    assert!(error.to_string().contains("longer than 10 bytes"), "{error}");
    call().header("x-app", "a").header("user-agent", "app/1").await.unwrap();
    call().await.unwrap();
    let [_, _, changed, plain] = &recorder.requests()[..] else {
        panic!("four requests: {:?}", recorder.lines())
    };
    assert_eq!(
        (&changed.headers()["x-app"], &changed.headers()["user-agent"]),
        (&"a".parse().unwrap(), &"app/1".parse().unwrap())
    );
    let authorization = changed.headers()["authorization"].to_str().unwrap();
    assert!(
        authorization.contains("SignedHeaders=host;x-amz-date;x-app,"),
        "{authorization}"
    );
    assert!(!plain.headers().contains_key("x-app"));
    let error = call().header("authorization", "mine").await.unwrap_err();
    assert!(error.to_string().contains("set by the client itself"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn time_limits_of_a_call_do_not_affect_others() {
    let client = signed_at_sample_time("https://chime.example")
        .transport(Silent)
        .build()
        .unwrap();
    let call = || client.get_room(ACCOUNT, "r").retry(Retry::none());
    let error = call().timeout(Duration::from_secs(2)).await.unwrap_err();
    assert_eq!(error.timeout(), Some(rest_op::Timeout::Operation));
    let error = call().attempt_timeout(Duration::from_secs(1)).await.unwrap_err();
    assert_eq!(error.timeout(), Some(rest_op::Timeout::Attempt));
}

/// A network that never answers.
struct Silent;

impl rest_op::Transport for Silent {
    fn send(&self, _: http::Request<rest_op::Bytes>) -> rest_op::TransportFuture<'_> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn response_has_status_headers_and_request_id_beside_the_result() {
    let headers = [("x-amzn-requestid", "8f2"), ("x-app", "a")];
    let recorder = Recorder::new().answer(200, &headers, "{}");
    let response = client(&recorder).get_room(ACCOUNT, "r").response().await.unwrap();
    assert_eq!((response.status().as_u16(), response.request_id()), (200, Some("8f2")));
    assert_eq!(response.headers()["x-app"], "a");
    assert_eq!(response.into_value(), RoomOutput::default());
}

#[tokio::test]
async fn idempotency_token_is_the_same_in_retries_and_differs_between_rooms() {
    let (chime, client) = chime().await;
    // The room is created, but the response is lost: the second attempt must not create another.
    chime.fail_next(Failure::lost_answer());
    client.create_room(ACCOUNT, &CreateRoom::new("Lounge")).await.unwrap();
    client.create_room(ACCOUNT, &CreateRoom::new("Lounge")).await.unwrap();
    let tokens: Vec<String> = chime
        .requests()
        .iter()
        .map(|request| {
            let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
            body["ClientRequestToken"].as_str().unwrap().to_owned()
        })
        .collect();
    let [first, again, second] = &tokens[..] else {
        panic!("three requests: {tokens:?}")
    };
    assert_eq!(first, again);
    assert_ne!(first, second);
    let rooms = client.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap().rooms;
    assert_eq!(rooms.len(), 2);
}

#[tokio::test]
async fn call_that_is_dropped_before_it_is_polled_sends_nothing() {
    let recorder = Recorder::new();
    let mut future = client(&recorder).get_room(ACCOUNT, "r").into_future();
    drop(client(&recorder).get_room(ACCOUNT, "r").into_future());
    assert_eq!(recorder.lines().len(), 0);
    assert!(
        Pin::new(&mut future)
            .poll(&mut Context::from_waker(Waker::noop()))
            .is_ready()
    );
    assert_eq!(recorder.lines().len(), 1);
}
