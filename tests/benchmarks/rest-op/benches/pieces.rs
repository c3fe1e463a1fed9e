//! The pieces of a call, each beside the same piece by hand: time, and allocations.
//!
//!     cargo bench -p peer-rest-op

use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::SystemTime;

use bytes::Bytes;
use chime_rooms::{ChimeRooms, ListRooms, RoomPage};
use divan::{AllocProfiler, Bencher};
use harness::by_hand::{self, Signer};
use harness::{ACCESS_KEY_ID, ACCOUNT_ID, NEXT_TOKEN, REGION, SECRET_ACCESS_KEY, SERVICE, page};
use http::{HeaderMap, StatusCode};
use rest_op::{Client, Credentials, FromResponse, Reply, Request, SigV4};

const ENDPOINT: &str = "http://127.0.0.1:1";
/// Rooms of a page.
const ROOMS: [u32; 2] = [1, 50];

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The result of a future that never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("nothing here waits"),
    }
}

fn url() -> String {
    by_hand::url(ENDPOINT, ACCOUNT_ID, 50, Some(NEXT_TOKEN))
}

mod build {
    use super::*;

    #[divan::bench]
    fn rest_op(bencher: Bencher) {
        let client = Client::builder(ENDPOINT).build().unwrap();
        let options = ListRooms {
            max_results: Some(50),
            next_token: Some(NEXT_TOKEN.to_owned()),
            ..ListRooms::default()
        };
        bencher.bench_local(|| client.list_rooms(black_box(ACCOUNT_ID), black_box(&options)));
    }

    #[divan::bench]
    fn by_hand() -> String {
        url()
    }
}

mod sign {
    use super::*;

    #[divan::bench]
    fn rest_op(bencher: Bencher) {
        let credentials = Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed");
        let auth = SigV4::new(SERVICE, REGION, credentials);
        bencher
            .with_inputs(|| Request::try_from(http::Request::get(url()).body(Bytes::new()).unwrap()).unwrap())
            .bench_local_values(|mut request| {
                now(rest_op::Auth::authorize(&auth, &mut request, SystemTime::now())).unwrap();
                request
            });
    }

    #[divan::bench]
    fn by_hand(bencher: Bencher) {
        let (signer, url) = (Signer::default(), url());
        bencher.bench_local(|| {
            let mut headers = HeaderMap::new();
            signer.sign(black_box(&url), &mut headers).unwrap();
            headers
        });
    }
}

mod decode {
    use super::*;

    #[divan::bench(args = ROOMS)]
    fn rest_op(bencher: Bencher, rooms: u32) {
        let body = Bytes::from(page(rooms));
        bencher
            .with_inputs(|| Reply::new(StatusCode::OK, HeaderMap::new(), body.clone()))
            .bench_local_values(|reply| RoomPage::from_response(reply).unwrap());
    }

    #[divan::bench(args = ROOMS)]
    fn by_hand(bencher: Bencher, rooms: u32) {
        let body = page(rooms);
        bencher.bench_local(|| serde_json::from_slice::<by_hand::RoomPage>(black_box(&body)).unwrap());
    }
}
