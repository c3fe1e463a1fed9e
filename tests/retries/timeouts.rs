//! Time limits: which one was exceeded, and whether the request may have reached the service.

use std::time::Duration;

use rest_op::{Api, Call, Client, ClientBuilder, Events, Retry, Timeout, TransportError, rest_op};
use rest_op_tests::fixture::{credentials, signed};
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};
use tokio::time::{Instant, sleep};

fn builder(script: &Scripted) -> ClientBuilder {
    Client::builder("https://things.example").transport(script.clone())
}

fn seconds(begun: Instant) -> u64 {
    begun.elapsed().as_secs()
}

#[tokio::test(start_paused = true)]
async fn attempt_and_call_are_limited_by_default() {
    let script = Scripted::new([Step::Silence]);
    let client = builder(&script).build().unwrap();

    let begun = Instant::now();
    let error = client.get_thing("a").retry(Retry::none()).await.unwrap_err();
    assert_eq!((error.timeout(), seconds(begun)), (Some(Timeout::Attempt), 30));
    assert!(error.is_timeout() && error.may_have_been_sent());
    assert_eq!(
        error.to_string(),
        "get_thing: an attempt took longer than 30s (the request may have been sent)"
    );

    let begun = Instant::now();
    let error = client
        .get_thing("a")
        .retry(Retry::standard().attempts(9))
        .await
        .unwrap_err();
    assert_eq!((error.timeout(), seconds(begun)), (Some(Timeout::Operation), 90));
    assert!(error.is_timeout() && error.may_have_been_sent());
    assert_eq!(
        error.to_string(),
        "get_thing (3 attempts): the call took longer than 90s (the request may have been sent)"
    );
    assert_eq!(error.attempts(), 3);
}

#[tokio::test(start_paused = true)]
async fn limits_are_set_on_the_client_and_on_the_call() {
    let script = Scripted::new([Step::Silence]);
    let limit = Duration::from_secs(5);
    let client = builder(&script)
        .attempt_timeout(limit)
        .retry(Retry::none())
        .build()
        .unwrap();
    let begun = Instant::now();
    assert_eq!(
        client.get_thing("a").await.unwrap_err().timeout(),
        Some(Timeout::Attempt)
    );
    assert_eq!(seconds(begun), 5);

    let begun = Instant::now();
    let call = client.get_thing("a").attempt_timeout(Duration::from_secs(2));
    assert_eq!(call.await.unwrap_err().timeout(), Some(Timeout::Attempt));
    assert_eq!(seconds(begun), 2);

    let begun = Instant::now();
    let call = client.get_thing("a").timeout(Duration::from_secs(1));
    assert_eq!(call.await.unwrap_err().timeout(), Some(Timeout::Operation));
    assert_eq!(seconds(begun), 1);

    let client = builder(&script).timeout(limit).build().unwrap();
    let begun = Instant::now();
    assert_eq!(
        client.get_thing("a").await.unwrap_err().timeout(),
        Some(Timeout::Operation)
    );
    assert_eq!(seconds(begun), 5);
}

#[tokio::test(start_paused = true)]
async fn limits_of_any_length_are_accepted() {
    let script = Scripted::new([Step::answer(200, &[], Thing::new("a").json()).after(Duration::from_secs(1))]);
    let client = builder(&script)
        .timeout(Duration::MAX)
        .attempt_timeout(Duration::MAX)
        .build()
        .unwrap();
    client.get_thing("a").await.unwrap();
    let error = client.get_thing("a").timeout(Duration::ZERO).await.unwrap_err();
    assert_eq!(error.timeout(), Some(Timeout::Operation));
}

#[tokio::test(start_paused = true)]
async fn connect_timeout_reports_that_nothing_was_sent() {
    let script = Scripted::new([Step::Fail(|| TransportError::connect_timeout("3.1s"))]);
    let error = builder(&script)
        .build()
        .unwrap()
        .add_thing(&Thing::new("a"))
        .await
        .unwrap_err();
    assert_eq!(error.timeout(), Some(Timeout::Connect));
    assert!(error.is_timeout() && !error.may_have_been_sent());
    assert_eq!(
        error.to_string(),
        "add_thing (3 attempts): no connection to things.example in time: 3.1s (nothing was sent)"
    );
}

#[tokio::test(start_paused = true)]
async fn timeout_before_sending_reports_that_nothing_was_sent() {
    #[derive(Debug)]
    struct Slow;
    impl rest_op::credentials::ProvideCredentials for Slow {
        fn provide_credentials<'a>(&'a self) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            aws_credential_types::provider::future::ProvideCredentials::new(async {
                sleep(Duration::from_hours(1)).await;
                Ok(credentials(None))
            })
        }
    }
    let script = Scripted::new([Step::Silence]);
    let auth = rest_op::SigV4::new("things", "us-east-1", Slow);
    let client = builder(&script).auth(auth).retry(Retry::none()).build().unwrap();
    let error = client.add_thing(&Thing::new("a")).await.unwrap_err();
    assert_eq!((script.count(), error.timeout()), (0, Some(Timeout::Attempt)));
    assert!(!error.may_have_been_sent(), "{error}");
    let error = client.get_thing("a").presign(Duration::from_mins(1)).await.unwrap_err();
    assert_eq!(error.timeout(), Some(Timeout::Operation));
    assert!(!error.may_have_been_sent(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn timeout_in_a_pause_reports_whether_the_request_was_sent() {
    let hours = || {
        Retry::standard()
            .base(Duration::from_secs(80))
            .cap(Duration::from_secs(80))
    };
    for (step, sent) in [
        (Step::Fail(|| TransportError::connect("refused")), false),
        (Step::Fail(|| TransportError::interrupted("reset")), true),
    ] {
        let script = Scripted::new([step]);
        let client = signed("https://things.example")
            .transport(script.clone())
            .retry(hours().attempts(100))
            .build()
            .unwrap();
        let begun = Instant::now();
        let error = client.add_thing(&Thing::new("a")).await.unwrap_err();
        assert_eq!(error.may_have_been_sent(), sent, "{error}");
        assert!(seconds(begun) <= 90);
    }
}

#[tokio::test(start_paused = true)]
async fn stalled_body_is_limited_by_the_attempt() {
    let head = http::Response::new("{".into());
    let script = Scripted::new([Step::EndlessBody(head)]);
    let client = builder(&script).retry(Retry::none()).build().unwrap();
    let begun = Instant::now();
    let error = client.get_thing("a").await.unwrap_err();
    assert_eq!((error.timeout(), seconds(begun)), (Some(Timeout::Attempt), 30));
}

#[tokio::test(start_paused = true)]
async fn stream_may_be_long_but_not_silent() {
    let head = http::Response::new("first".into());
    let script = Scripted::new([Step::EndlessBody(head)]);
    let client = builder(&script)
        .attempt_timeout(Duration::from_secs(7))
        .build()
        .unwrap();
    let mut content = client.read_content("a").await.unwrap();
    assert_eq!(content.next().await.unwrap().unwrap(), "first");
    // The time in which nobody reads does not count.
    sleep(Duration::from_hours(1)).await;
    let begun = Instant::now();
    let error = content.next().await.unwrap().unwrap_err();
    let error = error.downcast::<std::io::Error>().unwrap();
    assert_eq!((error.kind(), seconds(begun)), (std::io::ErrorKind::TimedOut, 7));
    assert_eq!(
        error.to_string(),
        "no byte of the response of things.example arrived for 7s"
    );
    assert!(content.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn status_of_an_error_is_reported_if_its_body_never_arrives() {
    let forbidden = || match Step::answer(403, &[], "") {
        Step::Answer(response) => Step::EndlessBody(response),
        _ => unreachable!(),
    };
    for (step, limit) in [
        (forbidden(), Duration::from_secs(4)),
        (forbidden().after(Duration::from_secs(26)), Duration::from_secs(90)),
    ] {
        let script = Scripted::new([step]);
        let client = builder(&script).timeout(limit).build().unwrap();
        let error = client.get_thing("a").await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(403), "{error}");
        assert_eq!(script.count(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn events_may_last_long_but_not_be_silent() {
    trait Feed: Api {
        #[rest_op(GET, "/feed")]
        fn feed(&self) -> Call<Events>;
    }
    impl Feed for Client {}
    let head = http::Response::new("data: first\n\ndata: half".into());
    let client = builder(&Scripted::new([Step::EndlessBody(head)])).build().unwrap();
    let mut events = client.feed().attempt_timeout(Duration::from_secs(7)).await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data(), "first");
    let begun = Instant::now();
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.to_string().as_str(), seconds(begun)),
        ("no byte of the response of things.example arrived for 7s", 7)
    );
    assert!(events.next().await.is_none());
}
