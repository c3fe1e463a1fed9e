//! Limits and retries that a declaration sets for one operation: they override the client's, and the call's override
//! them.

use std::time::Duration;

use rest_op::{Api, Call, Client, Error, Retry, Timeout, rest_op};
use rest_op_tests::scripted::{Scripted, Step};
use tokio::time::Instant;

trait Jobs: Api {
    #[rest_op(GET, "/jobs")]
    fn list(&self) -> Call<()>;

    #[rest_op(GET, "/jobs/report", timeout = "20m", attempt_timeout = "15m")]
    fn report(&self) -> Call<()>;

    #[rest_op(GET, "/jobs/slow", attempt_timeout = "10m")]
    fn slow(&self) -> Call<()>;

    #[rest_op(PUT, "/jobs/run", retry = none)]
    fn run(&self) -> Call<()>;
}

impl Jobs for Client {}

fn client(steps: impl IntoIterator<Item = Step>) -> Client {
    Client::builder("https://jobs.example")
        .transport(Scripted::new(steps))
        .retry(Retry::standard().attempts(2))
        .build()
        .unwrap()
}

/// How long a call waits for a service that never answers, and which limit ends it.
async fn waited(call: Call<()>) -> (Duration, Option<Timeout>) {
    let begun = Instant::now();
    let error: Error = call.await.unwrap_err();
    (begun.elapsed(), error.timeout())
}

#[tokio::test(start_paused = true)]
async fn limits_of_a_declaration_take_precedence_over_those_of_the_client() {
    let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
    let silent = || [Step::Silence];
    let once = Retry::none();
    for (call, limit, which) in [
        (
            client(silent()).list().retry(once),
            Duration::from_secs(30),
            Timeout::Attempt,
        ),
        (client(silent()).report().retry(once), minutes(15), Timeout::Attempt),
        (
            client(silent()).report().attempt_timeout(minutes(30)),
            minutes(20),
            Timeout::Operation,
        ),
        // A limit of the attempt that exceeds that of the operation raises the latter.
        (client(silent()).slow().retry(once), minutes(10), Timeout::Attempt),
        (
            client(silent()).slow().timeout(minutes(1)),
            minutes(1),
            Timeout::Operation,
        ),
    ] {
        assert_eq!(waited(call).await, (limit, Some(which)));
    }
}

#[tokio::test(start_paused = true)]
async fn operation_without_retries_is_sent_once_unless_the_call_sets_retries() {
    let steps = || [Step::answer(503, &[], ""), Step::answer(200, &[], "")];
    assert_eq!(client(steps()).run().await.unwrap_err().attempts(), 1);
    client(steps()).run().retry(Retry::standard()).await.unwrap();
    client(steps()).list().await.unwrap();
}
