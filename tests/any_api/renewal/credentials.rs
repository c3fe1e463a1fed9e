//! Credentials of SigV4, with a fixed clock and a provider that waits for permits.

use std::collections::VecDeque;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::Result as Provided;
use aws_credential_types::provider::error::CredentialsError;
use rest_op::credentials::{ProvideCredentials, future};
use rest_op::{Api, Bytes, Call, Client, Clock, Credentials, Request, SigV4, rest_op};
use rest_op_tests::recorder::Recorder;
use tokio::sync::Semaphore;
use tokio::time::timeout;

trait Service: Api {
    #[rest_op(GET, "/me")]
    fn me(&self) -> Call<()>;
}

impl Service for Client {}

const NOW: SystemTime = SystemTime::UNIX_EPOCH;

fn at(minutes: u64) -> SystemTime {
    NOW + Duration::from_mins(minutes)
}

/// Returns results from a list, one for each permit.
#[derive(Debug)]
struct Gate {
    permits: Semaphore,
    calls: AtomicUsize,
    answers: Mutex<VecDeque<Provided>>,
}

#[derive(Clone, Debug)]
struct Provider(Arc<Gate>);

impl Provider {
    fn new(answers: impl IntoIterator<Item = Provided>) -> Self {
        Self(Arc::new(Gate {
            permits: Semaphore::new(0),
            calls: AtomicUsize::new(0),
            answers: Mutex::new(answers.into_iter().collect()),
        }))
    }

    /// Creates a provider that does not wait.
    fn open(answers: impl IntoIterator<Item = Provided>) -> Self {
        let provider = Self::new(answers);
        provider.0.permits.add_permits(99);
        provider
    }

    fn calls(&self) -> usize {
        self.0.calls.load(Ordering::SeqCst)
    }
}

impl ProvideCredentials for Provider {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            self.0.calls.fetch_add(1, Ordering::SeqCst);
            self.0.permits.acquire().await.unwrap().forget();
            self.0.answers.lock().unwrap().pop_front().unwrap()
        })
    }
}

#[expect(clippy::unnecessary_wraps, reason = "an answer, beside `failure`")]
fn credentials(id: &str, expiry: Option<SystemTime>) -> Provided {
    Ok(Credentials::new(id, "secret", None, expiry, "tests"))
}

fn failure() -> Provided {
    Err(CredentialsError::not_loaded("the tap is dry"))
}

fn signer(provider: &Provider) -> SigV4 {
    SigV4::new("service", "us-east-1", provider.clone())
}

/// Returns the id of the key that a request is signed with at `now`, or the error with its sources.
async fn signed(auth: &SigV4, now: SystemTime) -> Result<String, String> {
    let request = http::Request::get("https://service.example/").body(Bytes::new());
    let mut request = Request::try_from(request.unwrap()).unwrap();
    match auth.sign(&mut request, now).await {
        Ok(_) => Ok(key_id(request.headers())),
        Err(error) => {
            let sources = std::iter::successors(Some(&*error as &dyn std::error::Error), |error| error.source());
            Err(sources.map(ToString::to_string).collect::<Vec<_>>().join(": "))
        }
    }
}

fn key_id(headers: &http::HeaderMap) -> String {
    let authorization = headers["authorization"].to_str().unwrap();
    let (_, credential) = authorization.split_once("Credential=").unwrap();
    credential.split('/').next().unwrap().to_owned()
}

async fn id(auth: &SigV4, now: SystemTime) -> String {
    signed(auth, now).await.unwrap()
}

#[tokio::test]
async fn credentials_are_requested_once_and_renewed_shortly_before_they_expire() {
    let provider = Provider::open([credentials("a", Some(at(60))), credentials("b", Some(at(120)))]);
    let recorder = (0..5).fold(Recorder::new(), |recorder, _| recorder.answer(200, &[], ""));
    let minutes = Arc::new(AtomicU64::new(0));
    let client = Client::builder("https://service.example")
        .auth(signer(&provider))
        .transport(recorder.clone())
        .clock(Clock::new({
            let minutes = Arc::clone(&minutes);
            move || at(minutes.load(Ordering::SeqCst))
        }))
        .build()
        .unwrap();
    assert_eq!(provider.calls(), 0);
    for (minute, calls) in [(0, 1), (1, 1), (54, 1), (55, 2), (114, 2)] {
        minutes.store(minute, Ordering::SeqCst);
        client.me().await.unwrap();
        assert_eq!(provider.calls(), calls);
    }
    let requests = recorder.requests();
    let by: Vec<_> = requests.iter().map(|request| key_id(request.headers())).collect();
    assert_eq!(by, ["a", "a", "a", "b", "b"]);
}

#[tokio::test]
async fn short_lived_credentials_are_used_for_half_their_lifetime() {
    let provider = Provider::open([credentials("a", Some(at(4))), credentials("b", Some(at(6)))]);
    let auth = signer(&provider);
    assert_eq!(id(&auth, at(0)).await, "a");
    assert_eq!(id(&auth, at(1)).await, "a");
    assert_eq!(id(&auth, at(2)).await, "b");
}

#[tokio::test]
async fn credentials_without_expiry_are_renewed_periodically() {
    let provider = Provider::open([credentials("a", None), credentials("b", None), failure()]);
    let auth = signer(&provider);
    assert_eq!(id(&auth, at(0)).await, "a");
    assert_eq!(id(&auth, at(14)).await, "a");
    assert_eq!(id(&auth, at(15)).await, "b");
    assert_eq!(
        id(&auth, at(30)).await,
        "b",
        "the old ones are used as long as there are no new ones"
    );
    assert_eq!(provider.calls(), 3);
}

#[tokio::test]
async fn many_waiting_calls_share_one_request() {
    let provider = Provider::new([credentials("a", Some(at(60)))]);
    let auth = signer(&provider);
    let mut calls: Vec<_> = (0..50).map(|_| Box::pin(id(&auth, NOW))).collect();
    let mut context = Context::from_waker(Waker::noop());
    for call in &mut calls {
        assert!(call.as_mut().poll(&mut context).is_pending());
    }
    provider.0.permits.add_permits(50);
    for call in calls {
        assert_eq!(call.await, "a");
    }
    assert_eq!(provider.calls(), 1);
}

#[tokio::test]
async fn many_waiting_calls_share_a_failure_and_the_next_call_tries_again() {
    let provider = Provider::new([failure(), credentials("a", None)]);
    let auth = signer(&provider);
    let mut calls: Vec<_> = (0..50).map(|_| Box::pin(signed(&auth, NOW))).collect();
    let mut context = Context::from_waker(Waker::noop());
    for call in &mut calls {
        assert!(call.as_mut().poll(&mut context).is_pending());
    }
    provider.0.permits.add_permits(50);
    for call in calls {
        assert!(call.await.unwrap_err().contains("the tap is dry"));
    }
    assert_eq!(provider.calls(), 1);
    assert_eq!(id(&auth, NOW).await, "a");
}

#[tokio::test]
async fn next_call_renews_after_the_renewing_call_was_dropped() {
    let provider = Provider::new([credentials("a", None)]);
    let auth = signer(&provider);
    let mut context = Context::from_waker(Waker::noop());
    let (mut first, mut second) = (Box::pin(id(&auth, NOW)), Box::pin(id(&auth, NOW)));
    assert!(first.as_mut().poll(&mut context).is_pending());
    assert!(second.as_mut().poll(&mut context).is_pending());
    drop(first);
    provider.0.permits.add_permits(1);
    assert_eq!(second.await, "a");
    assert_eq!(provider.calls(), 1, "the renewal continues");
}

#[tokio::test]
async fn dropping_all_waiting_calls_leaves_the_cache_unchanged() {
    let provider = Provider::new([credentials("a", None)]);
    let auth = signer(&provider);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..2 {
        let (mut first, mut second) = (Box::pin(id(&auth, NOW)), Box::pin(id(&auth, NOW)));
        assert!(first.as_mut().poll(&mut context).is_pending());
        assert!(second.as_mut().poll(&mut context).is_pending());
    }
    assert_eq!((provider.calls(), Arc::strong_count(&provider.0)), (2, 2));
    provider.0.permits.add_permits(1);
    assert_eq!(id(&auth, NOW).await, "a");
    assert_eq!(provider.calls(), 3);
}

/// Polls a call once and asserts that it waits.
fn assert_waits(call: Pin<&mut impl Future>) {
    assert!(call.poll(&mut Context::from_waker(Waker::noop())).is_pending());
}

/// This happens in the body of a loop over calls, or in another arm of a `select!`.
#[tokio::test(start_paused = true)]
async fn renewing_call_that_is_not_polled_does_not_delay_others() {
    let provider = Provider::new([credentials("a", None)]);
    let auth = signer(&provider);
    let mut first = pin!(id(&auth, NOW));
    assert_waits(first.as_mut());
    provider.0.permits.add_permits(1);
    let second = timeout(Duration::from_secs(90), id(&auth, NOW)).await;
    assert_eq!(second.as_deref(), Ok("a"));
    assert_eq!(first.await, "a");
    assert_eq!(provider.calls(), 1);
}

#[tokio::test(start_paused = true)]
async fn renewal_of_a_call_that_is_not_polled_is_continued_halfway_to_the_expiry_and_at_the_expiry() {
    for minutes in [58, 60] {
        let provider = Provider::new([credentials("a", Some(at(60))), credentials("b", Some(at(120)))]);
        provider.0.permits.add_permits(1);
        let auth = signer(&provider);
        assert_eq!(id(&auth, at(0)).await, "a");
        let mut refreshing = pin!(id(&auth, at(56)));
        assert_waits(refreshing.as_mut());
        assert_eq!(id(&auth, at(57)).await, "a");
        provider.0.permits.add_permits(1);
        let second = timeout(Duration::from_secs(90), id(&auth, at(minutes))).await;
        assert_eq!(second.as_deref(), Ok("b"));
        assert_eq!(refreshing.await, "b");
        assert_eq!(provider.calls(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn unreceived_failure_of_a_waiting_call_is_not_returned_to_the_next_call() {
    let provider = Provider::new([failure(), credentials("a", None)]);
    let auth = signer(&provider);
    let mut first = pin!(id(&auth, NOW));
    assert_waits(first.as_mut());
    provider.0.permits.add_permits(2);
    let second = timeout(Duration::from_secs(90), signed(&auth, NOW)).await;
    assert!(second.unwrap().is_err());
    assert_eq!(id(&auth, NOW).await, "a");
    assert_eq!(first.await, "a", "a failure holds only if there is nothing else");
    assert_eq!(provider.calls(), 2);
}

#[tokio::test]
async fn other_calls_proceed_while_one_renews() {
    let provider = Provider::new([credentials("a", Some(at(60))), credentials("b", Some(at(120)))]);
    provider.0.permits.add_permits(1);
    let auth = signer(&provider);
    assert_eq!(id(&auth, at(0)).await, "a");
    let mut refreshing = Box::pin(id(&auth, at(56)));
    let mut context = Context::from_waker(Waker::noop());
    assert!(refreshing.as_mut().poll(&mut context).is_pending());
    assert_eq!(
        Box::pin(id(&auth, at(57))).as_mut().poll(&mut context),
        Poll::Ready("a".to_owned())
    );
    provider.0.permits.add_permits(1);
    assert_eq!(refreshing.await, "b");
    assert_eq!(id(&auth, at(57)).await, "b");
    assert_eq!(provider.calls(), 2);
}

#[tokio::test]
async fn old_credentials_are_used_after_a_failed_renewal_until_they_expire() {
    let provider = Provider::open([
        credentials("a", Some(at(60))),
        failure(),
        failure(),
        failure(),
        failure(),
    ]);
    let auth = signer(&provider);
    assert_eq!(id(&auth, at(0)).await, "a");
    assert_eq!(id(&auth, at(56)).await, "a");
    assert_eq!(
        id(&auth, at(57)).await,
        "a",
        "the provider is not called again by every call"
    );
    assert_eq!(provider.calls(), 2);
    assert_eq!(id(&auth, at(58)).await, "a");
    assert_eq!(provider.calls(), 3);
    assert!(signed(&auth, at(60)).await.is_err());
    assert!(signed(&auth, at(61)).await.is_err());
    assert_eq!(provider.calls(), 5);
}

#[tokio::test(start_paused = true)]
async fn silent_provider_does_not_delay_calls_with_valid_credentials() {
    let provider = Provider::new([credentials("a", Some(at(60))), credentials("b", Some(at(120)))]);
    provider.0.permits.add_permits(1);
    let auth = signer(&provider);
    assert_eq!(id(&auth, at(0)).await, "a");
    assert_eq!(id(&auth, at(56)).await, "a");
    assert_eq!(
        id(&auth, at(57)).await,
        "a",
        "the provider is not called again by every call"
    );
    assert_eq!(provider.calls(), 2);
    provider.0.permits.add_permits(1);
    assert_eq!(id(&auth, at(58)).await, "b");
}
