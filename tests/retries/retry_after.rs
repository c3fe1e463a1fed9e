//! Pauses that the service asks for.

use std::time::Duration;

use rest_op::{Client, Clock};
use rest_op_tests::fixture::sample_time;
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};

/// The pause before the second attempt, and the number of attempts, if the first receives this response.
async fn second(status: u16, headers: &[(&str, &str)]) -> (Option<Duration>, usize) {
    let script = Scripted::new([
        Step::answer(status, headers, ""),
        Step::answer(200, &[], Thing::new("a").json()),
    ]);
    let client = Client::builder("https://things.example")
        .transport(script.clone())
        .clock(Clock::fixed(sample_time()))
        .build()
        .unwrap();
    let _ = client.get_thing("a").await;
    (script.times().get(1).copied(), script.count())
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_obeyed_in_every_form() {
    for (headers, seconds) in [
        (&[("retry-after", "7")] as &[(&str, &str)], 7.0),
        (&[("retry-after", "5.2")], 5.2),
        (&[("retry-after", "Mon, 02 Dec 2019 22:38:52 GMT")], 15.0),
        (&[("retry-after", "Monday, 02-Dec-19 22:38:52 GMT")], 15.0),
        (&[("retry-after", "Mon Dec  2 22:38:52 2019")], 15.0),
        (&[("x-amz-retry-after", "4000")], 4.0),
        (&[("x-amz-retry-after", "4000"), ("retry-after", "60")], 4.0),
    ] {
        for status in [429, 503] {
            let (pause, count) = second(status, headers).await;
            let pause = pause.expect("a second attempt").as_secs_f64();
            assert!((pause - seconds).abs() < 0.01, "{headers:?}: {pause}");
            assert_eq!(count, 2);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn invalid_retry_after_is_ignored() {
    for value in ["soon", "-1", "+60", "", "Mon, 02 Dec 2019 22:38:30 GMT"] {
        let (pause, _) = second(503, &[("retry-after", value)]).await;
        assert!(pause.expect("a second attempt") <= Duration::from_secs(1), "{value}");
    }
}

#[tokio::test(start_paused = true)]
async fn pause_beyond_the_time_limit_fails_the_call_at_once() {
    for (name, value) in [
        ("retry-after", "90"),
        ("retry-after", "18446744073709551615"),
        ("retry-after", "18446744073709551616"),
        ("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT"),
        ("x-amz-retry-after", "18446744073709551616"),
    ] {
        let (pause, count) = second(503, &[(name, value)]).await;
        assert_eq!((pause, count), (None, 1), "{name}: {value}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_compared_with_the_remaining_time() {
    let slow = Step::answer(503, &[("retry-after", "50")], "").after(Duration::from_secs(1));
    let script = Scripted::new([slow]);
    let client = Client::builder("https://things.example")
        .transport(script.clone())
        .build()
        .unwrap();
    let error = client.get_thing("a").await.unwrap_err();
    // The second failure comes after 52 of 90 seconds, and another pause of 50 would be too long.
    assert_eq!((script.count(), error.attempts()), (2, 2));
    assert_eq!(error.status().unwrap().as_u16(), 503);
}
