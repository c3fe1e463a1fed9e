//! The code that the benchmarked programs share, so that they differ only in their client: one call, its loops, its figures.

mod allocations;
#[cfg(feature = "by-hand")]
pub mod by_hand;
mod canned;
pub mod dynamodb;
mod load;
mod process;
pub mod s3;

use std::sync::Arc;
use std::time::Instant;

pub use crate::canned::{ACCOUNT_ID, NEXT_TOKEN, page};

pub const REGION: &str = "us-east-1";
pub const SERVICE: &str = "chime";
pub const ACCESS_KEY_ID: &str = "AKIDEXAMPLE";
pub const SECRET_ACCESS_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// A client that lists rooms.
pub trait Peer: Sized + Send + Sync + 'static {
    /// A client of the service at `endpoint`. With `canned`, every request is built and signed, then answered with that
    /// body instead of being sent.
    fn new(endpoint: &str, canned: Option<&'static [u8]>) -> Self;

    /// Lists at most `max_results` rooms, and returns their number.
    fn list_rooms(
        &self,
        account_id: &str,
        max_results: u32,
        next_token: Option<&str>,
    ) -> impl Future<Output = Result<usize, BoxError>> + Send;
}

const USAGE: &str = "\
usage: offline CALLS ROOMS                          build, sign and decode, without a network
       loopback ENDPOINT CALLS CONCURRENCY ROOMS    a closed loop against the server
       check ENDPOINT                               one call each that succeeds and that fails, what came of them
       idle CLIENTS                                 clients that are made and dropped";

/// Runs the command in the arguments, and prints each figure on a line, as name and value.
pub fn main<P: Peer>() {
    on_one_thread(async |arguments| match arguments {
        ["offline", calls, rooms] => offline::<P>(number(calls), number(rooms)).await,
        ["loopback", endpoint, calls, concurrency, rooms] => {
            let (peer, rooms) = (Arc::new(P::new(endpoint, None)), number(rooms));
            let call = move || {
                let peer = peer.clone();
                async move {
                    let listed = peer.list_rooms(ACCOUNT_ID, rooms, Some(NEXT_TOKEN)).await;
                    assert_eq!(listed.expect("an answer"), rooms as usize);
                }
            };
            load::run(number(calls), number(concurrency), call).await;
        }
        ["check", endpoint] => check::<P>(endpoint).await,
        ["idle", clients] => idle::<P>(number(clients)).await,
        _ => panic!("{USAGE}"),
    });
}

/// Runs a command with the arguments of this program, on a runtime of one thread.
fn on_one_thread(command: impl AsyncFnOnce(&[&str])) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(command(&arguments));
}

fn number<N: std::str::FromStr>(text: &str) -> N {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is not a number"))
}

async fn offline<P: Peer>(calls: u32, rooms: u32) {
    let peer = P::new("http://127.0.0.1:1", Some(page(rooms).leak()));
    let call = async || {
        let listed = peer.list_rooms(ACCOUNT_ID, rooms, Some(NEXT_TOKEN)).await;
        assert_eq!(listed.expect("a canned answer"), rooms as usize);
    };
    for _ in 0..100 {
        call().await;
    }
    let (before, cpu_ns) = (allocations::count(), process::cpu_ns());
    for _ in 0..calls {
        call().await;
    }
    println!("cpu_ns {}", (process::cpu_ns() - cpu_ns) / u64::from(calls));
    allocations::print(&before, calls);
}

async fn check<P: Peer>(endpoint: &str) {
    let peer = P::new(endpoint, None);
    for (account_id, next_token) in [
        (ACCOUNT_ID, None),
        ("a b/c\u{e9}", None),
        (ACCOUNT_ID, Some(NEXT_TOKEN)),
    ] {
        match peer.list_rooms(account_id, 3, next_token).await {
            Ok(rooms) => println!("{account_id}: {rooms} rooms"),
            Err(error) => println!("{account_id}: {error}"),
        }
    }
}

async fn idle<P: Peer>(clients: u32) {
    let begun = Instant::now();
    for _ in 0..clients {
        std::hint::black_box(P::new("http://127.0.0.1:1", None));
    }
    println!("ns {}", begun.elapsed().as_nanos() / u128::from(clients));
}
