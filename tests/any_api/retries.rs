//! Custom decisions about retries, as required by the APIs of `OpenAI`, Anthropic and GitHub.

use std::time::{Duration, SystemTime};

use rest_op::{Api, Call, Client, ErrorResponse, Retry, RetryDecision, TransportError, rest_op};
use rest_op_tests::scripted::{Scripted, Step};

trait Service: Api {
    #[rest_op(GET, "/models")]
    fn models(&self) -> Call<()>;

    #[rest_op(POST, "/messages")]
    fn create_message(&self) -> Call<()>;

    #[rest_op(POST, "/messages", idempotent)]
    fn create_message_once(&self) -> Call<()>;
}

impl Service for Client {}

/// The times of the attempts of a call, in milliseconds, if all but the last receive this response.
async fn attempts(retry: Retry, call: fn(&Client) -> Call<()>, answers: &[Answer]) -> Vec<u128> {
    let steps = answers
        .iter()
        .map(|(status, headers, body)| Step::answer(*status, headers, *body));
    let script = Scripted::new(steps.chain([Step::answer(200, &[], "")]));
    // So short that pauses without a decision take no time.
    let retry = retry.base(Duration::from_micros(1));
    let client = Client::builder("https://api.example.com")
        .transport(script.clone())
        .retry(retry);
    let _ = call(&client.build().unwrap()).await;
    script.times().into_iter().map(|time| time.as_millis()).collect()
}

type Answer = (u16, &'static [(&'static str, &'static str)], &'static str);

fn text<'a>(response: &'a ErrorResponse, name: &str) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

/// Decides like the clients of `OpenAI` and Anthropic, which regard a throttled request as unprocessed.
fn model_api(response: &ErrorResponse) -> RetryDecision {
    let milliseconds = text(response, "retry-after-ms").and_then(|text| text.parse().ok());
    let decision = match (text(response, "x-should-retry"), milliseconds) {
        (Some("false"), _) => RetryDecision::stop(),
        (_, Some(milliseconds)) => RetryDecision::after(Duration::from_millis(milliseconds)),
        (Some("true"), None) => RetryDecision::retry(),
        _ => RetryDecision::as_usual(),
    };
    if response.status() == 429 {
        decision.unprocessed()
    } else {
        decision
    }
}

#[tokio::test(start_paused = true)]
async fn headers_of_openai_and_anthropic_are_obeyed() {
    let retry = Retry::standard().decide(model_api);
    for (call, answer, times) in [
        // The pause is exactly what the service asks for, in place of `retry-after`, which has no fraction.
        (
            Service::create_message as fn(&Client) -> Call<()>,
            (429, &[("retry-after-ms", "1250"), ("retry-after", "2")][..], ""),
            &[0, 1250][..],
        ),
        (Service::create_message, (429, &[("retry-after", "2")], ""), &[0, 2000]),
        (Service::create_message, (429, &[("x-should-retry", "false")], ""), &[0]),
        (Service::models, (500, &[("x-should-retry", "false")], ""), &[0]),
        (
            Service::models,
            (409, &[("x-should-retry", "true"), ("retry-after", "1")], ""),
            &[0, 1000],
        ),
        (
            Service::models,
            (529, &[("x-should-retry", "true"), ("retry-after", "3")], ""),
            &[0, 3000],
        ),
        (Service::models, (409, &[], ""), &[0]),
        // It is unknown whether the request was processed.
        (Service::create_message, (500, &[("x-should-retry", "true")], ""), &[0]),
        (Service::create_message, (500, &[("retry-after-ms", "10")], ""), &[0]),
        (
            Service::create_message_once,
            (500, &[("retry-after-ms", "10")], ""),
            &[0, 10],
        ),
    ] {
        assert_eq!(attempts(retry, call, &[answer]).await, times, "{answer:?}");
    }
}

/// As GitHub documents it: the request was not processed, and the time of the next request is in one of two headers.
fn github(response: &ErrorResponse) -> RetryDecision {
    if !matches!(response.status().as_u16(), 403 | 429) {
        return RetryDecision::as_usual();
    }
    if text(response, "retry-after").is_some() {
        return RetryDecision::retry().unprocessed();
    }
    let reset = text(response, "x-ratelimit-reset").filter(|_| text(response, "x-ratelimit-remaining") == Some("0"));
    let Some(seconds) = reset.and_then(|seconds| seconds.parse().ok()) else {
        return RetryDecision::as_usual();
    };
    let reset = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    let pause = reset.duration_since(response.date().unwrap()).unwrap_or_default();
    RetryDecision::after(pause).unprocessed()
}

#[tokio::test(start_paused = true)]
async fn rate_limited_post_to_github_is_retried_after_the_reset() {
    const DATE: (&str, &str) = ("date", "Mon, 02 Dec 2019 22:38:37 GMT");
    const NONE_LEFT: (&str, &str) = ("x-ratelimit-remaining", "0");
    let retry = Retry::standard().decide(github);
    for (answers, times) in [
        // The primary limit: 23 seconds later.
        (
            &[(403, &[DATE, NONE_LEFT, ("x-ratelimit-reset", "1575326340")][..], "")][..],
            &[0, 23_000][..],
        ),
        // Beyond the time limit of the call: final at once.
        (
            &[(403, &[DATE, NONE_LEFT, ("x-ratelimit-reset", "1575329917")], "")],
            &[0],
        ),
        // The secondary limit.
        (
            &[(403, &[("retry-after", "5")], ""), (429, &[("retry-after", "7")], "")],
            &[0, 5000, 12_000],
        ),
        // Not a rate limit.
        (
            &[(
                403,
                &[
                    DATE,
                    ("x-ratelimit-remaining", "59"),
                    ("x-ratelimit-reset", "1575326340"),
                ],
                "",
            )],
            &[0],
        ),
        (&[(502, &[], "")], &[0]),
    ] {
        assert_eq!(
            attempts(retry, Service::create_message, answers).await,
            times,
            "{answers:?}"
        );
    }
}

/// The service acted on neither the first attempt, which it rejected, nor the others, which did not reach it.
#[tokio::test(start_paused = true)]
async fn post_that_was_not_processed_is_repeated_until_it_connects() {
    let refused = || Step::Fail(|| TransportError::connect("refused"));
    let reset = || Step::Fail(|| TransportError::interrupted("reset"));
    let retry = Retry::standard().attempts(4).base(Duration::from_micros(1));
    for (steps, count, sent) in [
        (
            vec![Step::answer(429, &[], ""), refused(), Step::answer(200, &[], "")],
            3,
            None,
        ),
        (vec![Step::answer(429, &[], ""), refused()], 4, Some(true)),
        (vec![refused()], 4, Some(false)),
        (vec![Step::answer(429, &[], ""), reset()], 2, Some(true)),
        (vec![Step::answer(429, &[], ""), refused(), reset()], 3, Some(true)),
    ] {
        let script = Scripted::new(steps);
        let client = Client::builder("https://api.example.com").transport(script.clone());
        let client = client.retry(retry.decide(model_api)).build().unwrap();
        let error = client.create_message().await.err();
        assert_eq!(
            (script.count(), error.map(|error| error.may_have_been_sent())),
            (count, sent)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn decision_changes_neither_the_number_of_attempts_nor_their_tokens() {
    let retry = Retry::standard().decide(|_| RetryDecision::after(Duration::from_secs(1)).unprocessed());
    let gone: Answer = (410, &[], "");
    assert_eq!(
        attempts(retry, Service::create_message, &[gone; 9]).await,
        [0, 1000, 2000]
    );
    assert_eq!(
        attempts(retry.attempts(1), Service::create_message, &[gone; 9]).await,
        [0]
    );

    let script = Scripted::new([Step::answer(410, &[], "")]);
    let client = Client::builder("https://api.example.com").transport(script.clone());
    let client = client
        .retry(retry.attempts(1000))
        .timeout(Duration::from_hours(1))
        .build()
        .unwrap();
    // 500 tokens, of which a retry takes 5.
    assert_eq!(client.models().await.unwrap_err().attempts(), 101);
}

#[tokio::test(start_paused = true)]
async fn decision_may_depend_on_the_body_and_be_set_for_one_call() {
    let quota = |response: &ErrorResponse| match response.code() {
        Some("insufficient_quota") => RetryDecision::stop(),
        _ => RetryDecision::as_usual(),
    };
    let answer: Answer = (429, &[], r#"{"error":{"code":"insufficient_quota"}}"#);
    assert_eq!(
        attempts(Retry::standard().decide(quota), Service::models, &[answer]).await,
        [0]
    );
    let statuses = Retry::standard().also_after(&[409]).decide(quota);
    assert_eq!(
        attempts(statuses, Service::models, &[(409, &[("retry-after", "1")], "")]).await,
        [0, 1000]
    );

    let script = Scripted::new([Step::answer(429, &[], answer.2)]);
    let client = Client::builder("https://api.example.com")
        .transport(script.clone())
        .build()
        .unwrap();
    let call = client.models().retry(Retry::standard().decide(quota));
    assert_eq!(call.await.unwrap_err().attempts(), 1);
    assert_eq!(client.models().await.unwrap_err().attempts(), 3);
}
