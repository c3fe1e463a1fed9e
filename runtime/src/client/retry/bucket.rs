//! The token bucket that limits the retries of all calls of a client.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::transience::RetryClass;

/// A bucket of tokens. Retries take tokens, and successful calls return them.
#[derive(Debug)]
pub(crate) struct TokenBucket(AtomicU32);

impl TokenBucket {
    const FULL: u32 = 500;

    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Takes the price of a retry; `None` if too few tokens are left.
    pub(crate) fn take(&self, class: RetryClass) -> Option<u32> {
        let price = if class == RetryClass::TimedOut { 10 } else { 5 };
        self.change(|available| available.checked_sub(price)).then_some(price)
    }

    /// Returns the tokens of the last retry, or one token after a call without retries.
    pub(crate) fn give_back(&self, tokens: Option<u32>) {
        // A full bucket, the usual case, is not written, so that calls on several processors do not contend for it.
        self.change(|available| {
            (available < Self::FULL).then(|| available.saturating_add(tokens.unwrap_or(1)).min(Self::FULL))
        });
    }

    /// Changes the number of tokens. Returns whether there was a change.
    fn change(&self, change: impl Fn(u32) -> Option<u32>) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, change)
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bucket_empties_and_fills() {
        let bucket = TokenBucket::new();
        assert_eq!(
            (0..60).filter(|_| bucket.take(RetryClass::TimedOut).is_some()).count(),
            50
        );
        bucket.give_back(Some(10));
        assert_eq!(bucket.take(RetryClass::Transient), Some(5));
        assert_eq!(bucket.take(RetryClass::Throttled), Some(5));
        assert_eq!(bucket.take(RetryClass::Throttled), None);
        bucket.give_back(None);
        assert_eq!(bucket.take(RetryClass::Transient), None);
    }

    #[test]
    fn bucket_never_exceeds_its_initial_size() {
        let bucket = TokenBucket::new();
        for _ in 0..1000 {
            bucket.give_back(None);
        }
        assert_eq!(
            (0..200)
                .filter(|_| bucket.take(RetryClass::Transient).is_some())
                .count(),
            100
        );
    }
}
