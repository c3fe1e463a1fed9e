//! Counts requests received and calls ended, by the number of the call. Its size is fixed.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

use rest_op_tests::fault_server::Received;
use rest_op_tests::things::Thing;

use super::faults;

pub(crate) struct Ledger {
    received: Vec<AtomicU8>,
    ended: Vec<AtomicU8>,
    requests: AtomicUsize,
    faults: AtomicUsize,
}

/// The outcome of all calls.
#[derive(Debug)]
#[expect(dead_code, reason = "printed")]
pub(crate) struct Report {
    pub(crate) requests: usize,
    pub(crate) faults: usize,
    pub(crate) ended_once: usize,
    pub(crate) posts_repeated: usize,
    pub(crate) most_gets: u8,
    /// Calls that never reached the server: the connection was closed before.
    pub(crate) never_received: usize,
}

/// Returns whether the call with this number is a POST.
pub(crate) fn is_post(number: usize) -> bool {
    number % 2 == 1
}

/// Returns the number of the call that a request belongs to.
pub(crate) fn number(request: &Received) -> Option<usize> {
    if request.method == "POST" {
        serde_json::from_slice::<Thing>(&request.body).ok()?.id.parse().ok()
    } else {
        request.target.strip_prefix("/things/")?.parse().ok()
    }
}

impl Ledger {
    pub(crate) fn new(calls: usize) -> Self {
        let counters = || (0..calls).map(|_| AtomicU8::new(0)).collect();
        Self {
            received: counters(),
            ended: counters(),
            requests: AtomicUsize::new(0),
            faults: AtomicUsize::new(0),
        }
    }

    /// Counts a request, and returns how often it was received before.
    pub(crate) fn receive(&self, number: usize) -> u8 {
        let time = self.received[number].fetch_add(1, Ordering::SeqCst);
        self.requests.fetch_add(1, Ordering::SeqCst);
        self.faults
            .fetch_add(faults::is_fault(number, time).into(), Ordering::SeqCst);
        time
    }

    pub(crate) fn end(&self, number: usize) {
        self.ended[number].fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn report(&self) -> Report {
        let received = || {
            self.received
                .iter()
                .map(|count| count.load(Ordering::SeqCst))
                .enumerate()
        };
        Report {
            requests: self.requests.load(Ordering::SeqCst),
            faults: self.faults.load(Ordering::SeqCst),
            ended_once: self
                .ended
                .iter()
                .filter(|count| count.load(Ordering::SeqCst) == 1)
                .count(),
            posts_repeated: received()
                .filter(|(number, count)| is_post(*number) && *count > 1)
                .count(),
            most_gets: received().map(|(_, count)| count).max().unwrap_or(0),
            never_received: received().filter(|(_, count)| *count == 0).count(),
        }
    }
}
