//! Calls are futures: they are spawned, joined, raced, and inspected while they are sent; tasks share APIs.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use rest_op::{Api, Call, Client, Error, FromResponse, Next, Page, rest_op};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::scripted::{Scripted, Step};
use serde::Deserialize;
use tokio::task::JoinSet;

trait Rooms: Api {
    #[rest_op(GET, "/rooms/<id>")]
    fn name(&self, id: &str) -> Call<String>;

    #[rest_op(GET, "/numbers")]
    fn numbers(&self) -> Call<Numbers>;
}

impl Rooms for Client {}

#[derive(Deserialize, FromResponse)]
struct Numbers {
    numbers: Vec<u8>,
    next: Option<String>,
}

impl Page for Numbers {
    type Item = u8;

    fn next(&self) -> Option<Next> {
        Some(Next::query("token", self.next.as_deref()?))
    }

    fn into_items(self) -> Vec<u8> {
        self.numbers
    }
}

fn client(recorder: &Recorder) -> Client {
    let client = Client::builder("https://rooms.example").transport(recorder.clone());
    client.build().unwrap()
}

/// A client that answers `a`, `b` and `c` in this order.
fn three() -> Client {
    let answer = |recorder: Recorder, name: &'static str| recorder.answer(200, &[], name);
    client(&["a", "b", "c"].into_iter().fold(Recorder::new(), answer))
}

fn poll<F: Future + Unpin>(future: &mut F) -> Poll<F::Output> {
    Pin::new(future).poll(&mut Context::from_waker(Waker::noop()))
}

#[tokio::test]
async fn shared_api_is_called_in_tasks() {
    async fn first(rooms: &dyn Rooms) -> Result<String, Error> {
        rooms.name("first").await
    }
    let shared: Arc<dyn Rooms> = Arc::new(three());
    let in_task = Arc::clone(&shared);
    assert_eq!(
        tokio::spawn(async move { first(&*in_task).await })
            .await
            .unwrap()
            .unwrap(),
        "a"
    );
    let in_task = Arc::clone(&shared);
    assert_eq!(
        tokio::spawn(async move { in_task.name("second").await })
            .await
            .unwrap()
            .unwrap(),
        "b"
    );
    assert_eq!(first(&shared.client().clone()).await.unwrap(), "c");
}

#[tokio::test]
async fn calls_are_spawned_without_a_wrapper() {
    let client = three();
    assert_eq!(tokio::spawn(client.name("a")).await.unwrap().unwrap(), "a");
    let mut tasks = JoinSet::new();
    tasks.spawn(client.name("b"));
    tasks.spawn(client.name("c"));
    let names = tasks.join_all().await.into_iter().collect::<Result<Vec<_>, _>>();
    let mut names = names.unwrap();
    names.sort();
    assert_eq!(names, ["b", "c"]);
}

#[tokio::test]
async fn calls_are_joined_and_buffered_like_other_futures() {
    let names = join_all(["1", "2", "3"].map(|id| three().name(id))).await;
    assert_eq!(
        names.into_iter().collect::<Result<Vec<_>, _>>().unwrap(),
        ["a", "a", "a"]
    );
    let client = three();
    let names = stream::iter(["1", "2", "3"]).map(|id| client.name(id)).buffered(2);
    assert_eq!(names.map(Result::unwrap).collect::<Vec<_>>().await, ["a", "b", "c"]);
    let client = three();
    let (first, second) = tokio::try_join!(client.name("1"), client.name("2")).unwrap();
    assert_eq!((&*first, &*second), ("a", "b"));
}

#[tokio::test]
async fn call_is_sent_once_when_it_is_polled() {
    let recorder = Recorder::new().answer(200, &[], "a");
    let mut call = client(&recorder).name("1");
    assert_eq!(recorder.lines(), [""; 0]);
    assert!(matches!(poll(&mut call), Poll::Ready(Ok(name)) if name == "a"));
    assert!(poll(&mut call).is_pending());
    assert_eq!(format!("{call:?}"), "Call(ended)");
    let error = call.response().await.unwrap_err();
    assert_eq!(error.to_string(), "the call was already sent (nothing was sent)");
    assert_eq!(recorder.lines(), ["GET /rooms/1"]);
}

#[tokio::test(start_paused = true)]
async fn polled_call_can_return_its_response_or_be_cancelled() {
    let delayed = || Step::answer(200, &[("etag", "7")], "a").after(std::time::Duration::from_secs(1));
    let script = Scripted::new([delayed()]);
    let client = Client::builder("https://rooms.example")
        .transport(script.clone())
        .build()
        .unwrap();
    let mut call = client.name("1");
    assert!(poll(&mut call).is_pending());
    assert_eq!(format!("{call:?}"), "Call(sending)");
    let error = call.request().unwrap_err();
    assert_eq!(error.to_string(), "the call was already sent (nothing was sent)");
    let response = call.response().await.unwrap();
    assert_eq!(response.headers()["etag"], "7");
    assert_eq!(script.count(), 1);
    let first = tokio::select! {
        biased;
        name = client.name("2") => name.unwrap(),
        () = std::future::ready(()) => "dropped".to_owned(),
    };
    assert_eq!((first.as_str(), script.count()), ("dropped", 2));
}

#[tokio::test]
async fn listing_of_a_call_that_was_already_sent_ends_with_an_error_instead_of_a_second_page() {
    let delayed = Step::answer(200, &[], r#"{"numbers":[1],"next":"t"}"#).after(std::time::Duration::ZERO);
    let client = Client::builder("https://rooms.example")
        .transport(Scripted::new([delayed]))
        .build()
        .unwrap();
    let mut call = client.numbers();
    assert!(poll(&mut call).is_pending());
    let mut items = call.items();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(
        items.next().await.unwrap().unwrap_err().to_string(),
        "the next page cannot be requested: the call was sent before `pages` was called (nothing was sent)"
    );
    assert!(items.next().await.is_none());
}

/// A double whose listing is `pages`.
fn listing(pages: &[(u8, Option<&str>)]) -> Call<Numbers> {
    Call::ready_pages(pages.iter().map(|(number, next)| {
        Ok(Numbers {
            numbers: vec![*number],
            next: next.map(str::to_owned),
        })
    }))
}

const LOST: &str =
    "the page of this ready call announces a next one; pass both to `Call::ready_pages` (nothing was sent)";

#[tokio::test]
async fn double_returns_prepared_pages() {
    let all = [(1, Some("t")), (2, Some("u")), (3, None)];
    assert_eq!(listing(&all).items().try_collect().await.unwrap(), [1, 2, 3]);
    let mut pages = listing(&all).pages();
    let mut count = 0;
    while let Some(page) = pages.next().await {
        page.unwrap();
        count += 1;
    }
    assert_eq!(count, 3);
    assert_eq!(listing(&all).await.unwrap().numbers, [1]);
    assert_eq!(
        listing(&[]).await.map(|_| ()).unwrap_err().to_string(),
        "a ready call without a page (nothing was sent)"
    );
}

#[tokio::test]
async fn double_of_a_listing_can_fail_on_the_second_page() {
    let first = Numbers {
        numbers: vec![1],
        next: Some("t".to_owned()),
    };
    let fault = rest_op::testing::error(503, "Unavailable", "later");
    let mut items = Call::<Numbers>::ready_pages([Ok(first), Err(fault)]).items();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(
        items.next().await.unwrap().unwrap_err().to_string(),
        "503 Unavailable: later"
    );
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn double_that_would_lose_pages_ends_with_an_error() {
    let page = |next: &str| Numbers {
        numbers: vec![1],
        next: Some(next.to_owned()),
    };
    for (call, lost) in [
        (Call::ready(Ok(page("t"))), true),
        (listing(&[(1, Some("t")), (2, Some("u"))]), true),
        (Call::ready(Ok(page(""))), false),
        (listing(&[(1, Some("t")), (2, Some(""))]), false),
    ] {
        let result = call.items().try_collect().await;
        let error = result.err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), lost.then_some(LOST));
    }
}
