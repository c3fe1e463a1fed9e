//! Bearer tokens from a provider, also after a 401.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode};
use rest_op::{Api, Auth, Bearer, Bytes, Call, Client, Clock, Reply, Retry, Token, TransportError, rest_op};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::scripted::{Scripted, Step};
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

trait Service: Api {
    #[rest_op(GET, "/me")]
    fn me(&self) -> Call<()>;
}

impl Service for Client {}

trait Orders: Api {
    #[rest_op(POST, "/orders")]
    fn order(&self) -> Call<()>;
}

impl Orders for Client {}

/// A provider of the tokens `token-1`, `token-2`, …, each valid for `life`, and the number of its calls.
fn counting(life: Duration) -> (Bearer, Arc<AtomicUsize>) {
    let call_count = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&call_count);
    let bearer = Bearer::from_provider(move || {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move { Ok(Token::new(format!("token-{number}")).expires_in(life)) }
    });
    (bearer, call_count)
}

/// A clock that a test sets, in seconds.
#[derive(Clone, Default)]
struct Seconds(Arc<AtomicU64>);

impl Seconds {
    fn clock(&self) -> Clock {
        let seconds = self.clone();
        Clock::new(move || SystemTime::UNIX_EPOCH + Duration::from_secs(seconds.0.load(Ordering::SeqCst)))
    }

    fn set(&self, seconds: u64) {
        self.0.store(seconds, Ordering::SeqCst);
    }
}

fn tokens(recorder: &Recorder) -> Vec<String> {
    let token = |request: &http::Request<_>| {
        let value = request.headers()["authorization"].to_str().unwrap();
        value.strip_prefix("Bearer ").unwrap().to_owned()
    };
    recorder.requests().iter().map(token).collect()
}

fn answering(statuses: &[u16]) -> Recorder {
    statuses
        .iter()
        .fold(Recorder::new(), |recorder, status| recorder.answer(*status, &[], ""))
}

fn client(bearer: Bearer, recorder: &Recorder) -> Client {
    let client = Client::builder("https://api.example.com")
        .auth(bearer)
        .retry(Retry::none());
    client.transport(recorder.clone()).build().unwrap()
}

/// A token has no date that a service could reject, whatever the response says.
#[tokio::test]
async fn token_expires_by_the_clock_of_the_client_only() {
    let (bearer, _) = counting(Duration::from_mins(1));
    let seconds = Seconds::default();
    let recorder = Recorder::new()
        .answer(
            403,
            &[("date", "Fri, 31 Dec 9999 23:59:59 GMT")],
            r#"{"code":"RequestExpired"}"#,
        )
        .answer(200, &[], "")
        .answer(200, &[], "");
    let client = Client::builder("https://api.example.com")
        .auth(bearer)
        .clock(seconds.clock());
    let client = client.transport(recorder.clone()).build().unwrap();
    client.me().await.unwrap_err();
    for time in [29, 31] {
        seconds.set(time);
        client.me().await.unwrap();
    }
    assert_eq!(tokens(&recorder), ["token-1", "token-1", "token-2"]);
}

#[tokio::test]
async fn token_is_kept_until_shortly_before_it_expires() {
    let (bearer, call_count) = counting(Duration::from_hours(1));
    let (seconds, recorder) = (Seconds::default(), answering(&[200; 4]));
    let client = Client::builder("https://api.example.com")
        .auth(bearer)
        .clock(seconds.clock());
    let client = client.transport(recorder.clone()).build().unwrap();
    for time in [0, 3569, 3570, 3571] {
        seconds.set(time);
        client.me().await.unwrap();
    }
    assert_eq!(tokens(&recorder), ["token-1", "token-1", "token-2", "token-2"]);
    assert_eq!(call_count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn short_lived_token_is_kept_for_half_its_lifetime() {
    let (bearer, _) = counting(Duration::from_secs(10));
    let (seconds, recorder) = (Seconds::default(), answering(&[200; 3]));
    let client = Client::builder("https://api.example.com")
        .auth(bearer)
        .clock(seconds.clock());
    let client = client.transport(recorder.clone()).build().unwrap();
    for time in [0, 4, 5] {
        seconds.set(time);
        client.me().await.unwrap();
    }
    assert_eq!(tokens(&recorder), ["token-1", "token-1", "token-2"]);
}

#[tokio::test]
async fn many_waiting_calls_share_one_token() {
    let (gate, call_count) = (Arc::new(Semaphore::new(0)), Arc::new(AtomicUsize::new(0)));
    let (opened, count) = (Arc::clone(&gate), Arc::clone(&call_count));
    let bearer = Bearer::from_provider(move || {
        count.fetch_add(1, Ordering::SeqCst);
        let opened = Arc::clone(&opened);
        async move {
            opened.acquire().await?.forget();
            Ok(Token::new("the one"))
        }
    });
    let recorder = answering(&[200; 20]);
    let client = client(bearer, &recorder);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(client.me().into_future())).collect();
    tokio::task::yield_now().await;
    // Enough permits for a request by each call.
    gate.add_permits(20);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(call_count.load(Ordering::SeqCst), 1);
    assert_eq!(tokens(&recorder), ["the one"; 20]);
}

#[tokio::test]
async fn many_waiting_calls_share_one_failure() {
    let (gate, call_count) = (Arc::new(Semaphore::new(0)), Arc::new(AtomicUsize::new(0)));
    let (opened, count) = (Arc::clone(&gate), Arc::clone(&call_count));
    let bearer = Bearer::from_provider(move || {
        let number = count.fetch_add(1, Ordering::SeqCst);
        let opened = Arc::clone(&opened);
        async move {
            opened.acquire().await?.forget();
            if number == 0 {
                return Err("the token service is down".into());
            }
            Ok(Token::new("up again"))
        }
    });
    let recorder = answering(&[200]);
    let client = client(bearer, &recorder);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(client.me().into_future())).collect();
    tokio::task::yield_now().await;
    gate.add_permits(21);
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(
            error.to_string(),
            "me: no credentials: the token service is down (nothing was sent)"
        );
    }
    assert_eq!(call_count.load(Ordering::SeqCst), 1);
    // The next call requests a token again.
    client.me().await.unwrap();
    assert_eq!(tokens(&recorder), ["up again"]);
}

/// The first call requests a token; while another arm of the `select!` runs, it is kept but not polled.
#[tokio::test(start_paused = true)]
async fn renewing_call_that_is_not_polled_does_not_delay_others() {
    let call_count = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&call_count);
    let bearer = Bearer::from_provider(move || {
        count.fetch_add(1, Ordering::SeqCst);
        async {
            sleep(Duration::from_millis(100)).await;
            Ok(Token::new("the one"))
        }
    });
    let recorder = answering(&[200; 2]);
    let client = client(bearer, &recorder);
    let start = Instant::now();
    let mut first = pin!(client.me().into_future());
    tokio::select! {
        _ = &mut first => panic!("the token takes longer"),
        () = sleep(Duration::from_millis(10)) => client.me().await.unwrap(),
    }
    assert!(start.elapsed() < Duration::from_millis(110), "{:?}", start.elapsed());
    first.await.unwrap();
    assert_eq!(tokens(&recorder), ["the one"; 2]);
    assert_eq!(call_count.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn panic_of_the_provider_fails_only_one_waiting_call() {
    let call_count = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&call_count);
    let bearer = Bearer::from_provider(move || {
        let number = count.fetch_add(1, Ordering::SeqCst);
        async move {
            sleep(Duration::from_millis(100)).await;
            assert!(number > 0, "a bug of the provider");
            Ok(Token::new("the one"))
        }
    });
    let recorder = answering(&[200; 20]);
    let client = client(bearer, &recorder);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(client.me().into_future())).collect();
    let mut panics = Vec::new();
    for call in calls {
        match call.await {
            Ok(answer) => answer.unwrap(),
            Err(error) => panics.push(*error.into_panic().downcast::<&str>().unwrap()),
        }
    }
    assert_eq!(panics, ["a bug of the provider"]);
    assert_eq!(tokens(&recorder), ["the one"; 19]);
    assert_eq!(call_count.load(Ordering::SeqCst), 2);
    client.me().await.unwrap();
}

/// The service did not act on a rejected request, so it may be sent again, whatever the operation.
#[tokio::test]
async fn rejected_post_is_sent_again_with_a_new_token() {
    let (bearer, _) = counting(Duration::from_hours(1));
    let recorder = answering(&[401, 200]);
    client(bearer, &recorder).order().await.unwrap();
    assert_eq!(tokens(&recorder), ["token-1", "token-2"]);
}

#[tokio::test]
async fn refused_post_is_sent_again_until_it_connects() {
    let (bearer, _) = counting(Duration::from_hours(1));
    let script = Scripted::new([
        Step::answer(401, &[], ""),
        Step::Fail(|| TransportError::connect("refused")),
        Step::answer(200, &[], ""),
    ]);
    let client = Client::builder("https://api.example.com").auth(bearer);
    let retry = Retry::standard().base(Duration::ZERO);
    let client = client.transport(script.clone()).retry(retry).build().unwrap();
    client.order().await.unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test]
async fn provider_is_called_once_more_after_a_401() {
    let (bearer, call_count) = counting(Duration::from_hours(1));
    let recorder = answering(&[200, 401, 200, 200]);
    let client = client(bearer, &recorder);
    for _ in 0..3 {
        client.me().await.unwrap();
    }
    assert_eq!(tokens(&recorder), ["token-1", "token-1", "token-2", "token-2"]);
    assert_eq!(call_count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn second_401_is_final() {
    let (bearer, _) = counting(Duration::from_hours(1));
    let recorder = answering(&[401, 401, 200]);
    let client = client(bearer, &recorder);
    let error = client.me().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (401, 2));
    assert_eq!(tokens(&recorder), ["token-1", "token-2"]);
    client.me().await.unwrap();
}

#[tokio::test]
async fn rejected_fixed_token_is_not_sent_again() {
    let recorder = answering(&[401]);
    let error = client(Bearer::new("fixed"), &recorder).me().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (401, 1));
}

fn unauthorized() -> Reply {
    Reply::new(StatusCode::UNAUTHORIZED, HeaderMap::new(), Bytes::new())
}

/// Two calls are sent with the same token, and both are rejected: the second rejection must not discard the token that
/// was requested after the first.
#[tokio::test]
async fn late_rejection_of_an_old_token_keeps_the_new_one() {
    let (bearer, call_count) = counting(Duration::from_hours(1));
    let old = http::HeaderValue::from_static("Bearer token-1");
    let bearer = Arc::new(bearer);
    let recorder = answering(&[200, 200, 200]);
    let client = Client::builder("https://api.example.com")
        .auth(Arc::clone(&bearer))
        .transport(recorder.clone());
    let client = client.build().unwrap();
    client.me().await.unwrap();
    assert!(bearer.refuse(Some(&old), &unauthorized()));
    client.me().await.unwrap();
    assert!(bearer.refuse(Some(&old), &unauthorized()));
    client.me().await.unwrap();
    assert_eq!(tokens(&recorder), ["token-1", "token-2", "token-2"]);
    assert_eq!(call_count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn failed_early_renewal_keeps_the_token_until_it_expires() {
    let call_count = AtomicUsize::new(0);
    let bearer = Bearer::from_provider(move || {
        let first = call_count.fetch_add(1, Ordering::SeqCst) == 0;
        async move {
            if first {
                Ok(Token::new("good").expires_at(SystemTime::UNIX_EPOCH + Duration::from_secs(100)))
            } else {
                Err("the token service is down".into())
            }
        }
    });
    let (seconds, recorder) = (Seconds::default(), answering(&[200; 2]));
    let client = Client::builder("https://api.example.com")
        .auth(bearer)
        .clock(seconds.clock());
    let client = client.transport(recorder.clone()).build().unwrap();
    client.me().await.unwrap();
    seconds.set(99);
    client.me().await.unwrap();
    seconds.set(100);
    let error = client.me().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "me: no credentials: the token service is down (nothing was sent)"
    );
    assert_eq!(tokens(&recorder), ["good", "good"]);
}

/// A client at `seconds` whose first token expires at 100, and whose provider returns no other before `gate` has a
/// permit, and then fails.
fn failing_behind(gate: &Arc<Semaphore>, seconds: &Seconds, recorder: &Recorder) -> (Client, Arc<Bearer>) {
    let (call_count, gate) = (AtomicUsize::new(0), Arc::clone(gate));
    let bearer = Arc::new(Bearer::from_provider(move || {
        let first = call_count.fetch_add(1, Ordering::SeqCst) == 0;
        let gate = Arc::clone(&gate);
        async move {
            if first {
                return Ok(Token::new("first").expires_at(SystemTime::UNIX_EPOCH + Duration::from_secs(100)));
            }
            gate.acquire().await?.forget();
            Err("the token service is down".into())
        }
    }));
    let client = Client::builder("https://api.example.com")
        .auth(Arc::clone(&bearer))
        .clock(seconds.clock())
        .transport(recorder.clone());
    (client.build().unwrap(), bearer)
}

#[tokio::test]
async fn calls_during_a_failed_renewal_use_the_valid_token() {
    let (gate, seconds, recorder) = (Arc::new(Semaphore::new(0)), Seconds::default(), answering(&[200; 6]));
    let (client, _) = failing_behind(&gate, &seconds, &recorder);
    client.me().await.unwrap();
    seconds.set(80);
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(client.me().into_future())).collect();
    tokio::task::yield_now().await;
    gate.add_permits(1);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(tokens(&recorder), ["first"; 6]);
}

#[tokio::test]
async fn token_rejected_during_a_renewal_is_discarded() {
    let (gate, seconds, recorder) = (Arc::new(Semaphore::new(0)), Seconds::default(), answering(&[200; 2]));
    let (client, bearer) = failing_behind(&gate, &seconds, &recorder);
    client.me().await.unwrap();
    seconds.set(80);
    let asking = tokio::spawn(client.me().into_future());
    tokio::task::yield_now().await;
    assert!(bearer.refuse(Some(&http::HeaderValue::from_static("Bearer first")), &unauthorized()));
    gate.add_permits(1);
    let error = asking.await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "me: no credentials: the token service is down (nothing was sent)"
    );
    assert_eq!(tokens(&recorder), ["first"]);
}

#[tokio::test(start_paused = true)]
async fn silent_provider_does_not_delay_calls_with_a_valid_token() {
    let (gate, seconds, recorder) = (Arc::new(Semaphore::new(0)), Seconds::default(), answering(&[200; 3]));
    let (client, _) = failing_behind(&gate, &seconds, &recorder);
    let start = Instant::now();
    for time in [0, 80, 81] {
        seconds.set(time);
        client.me().await.unwrap();
    }
    assert_eq!(tokens(&recorder), ["first"; 3]);
    assert_eq!(start.elapsed().as_secs(), 5, "of the one call that asks");
}
