//! 50,000 calls, 64 at a time, through random faults: each ends once, with its own result or a typed error; calls that
//! may not be repeated are not; memory stays flat; no task and no connection remains.

mod faults;
mod ledger;
mod memory;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rest_op::{Client, Error, Retry};
use rest_op_tests::fault_server::FaultServer;
use rest_op_tests::prerequisites;
use rest_op_tests::things::{Thing, Things};
use tokio::runtime::Handle;
use tokio::time::sleep;

use self::ledger::Ledger;

const CALLS: usize = 50_000;
const CONCURRENCY: usize = 64;
const WARM_UP: usize = 10_000;
/// The run takes about ten seconds on two cores.
const BOUND: Duration = Duration::from_secs(150);

/// Makes the call with this number. Every other one is a POST, which may not be repeated.
async fn call(client: &Client, number: usize) -> Result<Thing, Error> {
    let id = number.to_string();
    if ledger::is_post(number) {
        client.add_thing(&Thing::new(id)).await
    } else {
        client.get_thing(&id).await
    }
}

/// Describes the result of a call.
fn end(number: usize, result: Result<Thing, Error>) -> String {
    match result {
        Ok(thing) => {
            assert_eq!(thing, Thing::new(number.to_string()), "every call gets its own answer");
            "a result".to_owned()
        }
        Err(error) => {
            let allowed = if ledger::is_post(number) { 1 } else { 3 };
            assert!((1..=allowed).contains(&error.attempts()), "{error}");
            let text = error.to_string();
            match (error.timeout(), error.status()) {
                (Some(limit), _) => format!("{limit:?} time-out"),
                (None, Some(status)) if error.decode_error().is_some() => format!("{status} unreadable"),
                (None, Some(status)) => format!("{status} error"),
                (None, None) => text.split(": ").nth(1).unwrap_or("").to_owned(),
            }
        }
    }
}

/// Makes calls until all are made, and counts their results.
async fn work(client: Client, next: Arc<AtomicUsize>, ledger: Arc<Ledger>) -> BTreeMap<String, usize> {
    let mut ends = BTreeMap::new();
    loop {
        let number = next.fetch_add(1, Ordering::SeqCst);
        if number >= CALLS {
            return ends;
        }
        let result = call(&client, number).await;
        ledger.end(number);
        *ends.entry(end(number, result)).or_insert(0) += 1;
    }
}

async fn task_count_returns_to(tasks: usize) -> bool {
    for _ in 0..400 {
        if Handle::current().metrics().num_alive_tasks() <= tasks {
            return true;
        }
        sleep(Duration::from_millis(5)).await;
    }
    false
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_thousand_calls_through_faults_lose_and_leak_nothing() {
    let _machine = crate::MACHINE.write().await;
    let server = FaultServer::start().await;
    server.forget();
    let ledger = Arc::new(Ledger::new(CALLS));
    let keeper = Arc::clone(&ledger);
    server.choose(move |request| {
        let Some(number) = ledger::number(request) else {
            panic!("not a request of this test: {request:?}");
        };
        faults::choose(number, keeper.receive(number), request)
    });
    let tasks = Handle::current().metrics().num_alive_tasks();
    let client = Client::builder(server.url())
        .retry(Retry::standard().base(Duration::from_millis(1)))
        .attempt_timeout(Duration::from_secs(1))
        .build()
        .unwrap();

    let begun = Instant::now();
    let next = Arc::new(AtomicUsize::new(0));
    let workers: Vec<_> = (0..CONCURRENCY)
        .map(|_| tokio::spawn(work(client.clone(), Arc::clone(&next), Arc::clone(&ledger))))
        .collect();
    while next.load(Ordering::SeqCst) < WARM_UP {
        sleep(Duration::from_millis(5)).await;
    }
    let warm = memory::resident();
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    for worker in workers {
        for (end, count) in worker.await.expect("no call panics") {
            *ends.entry(end).or_insert(0) += count;
        }
    }
    let (time, last) = (begun.elapsed(), memory::resident());
    let report = ledger.report();
    println!(
        "{CALLS} calls, {CONCURRENCY} at a time, in {time:.1?}; {} connections",
        server.accepted()
    );
    println!("{report:?}");
    println!("{ends:#?}");
    println!("memory after {WARM_UP} calls: {warm:?} KiB, at the end: {last:?} KiB");

    assert_eq!(ends.values().sum::<usize>(), CALLS);
    assert_eq!((report.ended_once, report.posts_repeated), (CALLS, 0));
    assert!(report.most_gets <= 3, "a GET is sent three times at most");
    assert!(report.faults > CALLS / 50, "there were faults");
    assert!(ends["a result"] > CALLS * 95 / 100, "most calls come through");
    assert!(time < BOUND);
    if let (Some(warm), Some(last)) = (warm, last) {
        assert!(last < warm + 8 * 1024, "memory grew from {warm} to {last} KiB");
    } else {
        prerequisites::left_out("memory of a soak", "this system does not report it");
    }
    drop(client);
    assert!(server.all_connections_closed().await, "a connection is left");
    assert!(task_count_returns_to(tasks).await, "a task is left");
}
