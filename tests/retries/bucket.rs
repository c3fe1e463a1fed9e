//! The token bucket: shared by all clones of a client, emptied by failures, filled by success.

use std::time::Duration;

use rest_op::{Client, Retry, TransportError};
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};

fn client(script: &Scripted) -> Client {
    Client::builder("https://things.example")
        .transport(script.clone())
        .retry(Retry::standard().base(Duration::from_millis(1)))
        .build()
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn clones_share_five_hundred_tokens_and_a_retry_takes_five() {
    let script = Scripted::new([Step::answer(503, &[], "")]);
    let client = client(&script);
    for _ in 0..50 {
        assert_eq!(client.clone().get_thing("a").await.unwrap_err().attempts(), 3);
    }
    for _ in 0..10 {
        assert_eq!(client.clone().get_thing("a").await.unwrap_err().attempts(), 1);
    }
    assert_eq!(script.count(), 50 * 3 + 10);
}

#[tokio::test(start_paused = true)]
async fn retry_after_a_time_out_takes_ten() {
    for step in [Step::Silence, Step::Fail(|| TransportError::connect_timeout("slow"))] {
        let script = Scripted::new([step]);
        let client = client(&script);
        for _ in 0..25 {
            assert_eq!(client.get_thing("a").await.unwrap_err().attempts(), 3);
        }
        assert_eq!(client.get_thing("a").await.unwrap_err().attempts(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn success_returns_tokens() {
    let fine = || Step::answer(200, &[], Thing::new("a").json());
    let failing = || Step::answer(503, &[], "");
    let mut steps: Vec<Step> = (0..150).map(|_| failing()).collect();
    // The bucket is empty. Five calls without a retry refill it for one retry, whose tokens are then returned.
    steps.push(failing());
    steps.extend((0..5).map(|_| fine()));
    steps.extend([failing(), fine(), failing(), fine(), failing(), failing()]);
    let client = client(&Scripted::new(steps));
    for _ in 0..50 {
        client.get_thing("a").await.unwrap_err();
    }
    assert_eq!(client.get_thing("a").await.unwrap_err().attempts(), 1);
    for _ in 0..5 {
        client.get_thing("a").await.unwrap();
    }
    for _ in 0..2 {
        client.get_thing("a").await.unwrap();
    }
    assert_eq!(client.get_thing("a").await.unwrap_err().attempts(), 2);
}
