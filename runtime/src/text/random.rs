//! Random numbers for backoff and idempotency tokens. They are not suitable as secrets.

use std::hash::{BuildHasher, RandomState};
use std::process;
use std::time::SystemTime;

/// Returns 64 random bits: a hash with keys that the operating system seeds and that differ for every call.
pub(crate) fn bits() -> u64 {
    // Process and time are hashed since a forked process, or a machine resumed from a snapshot, has copies of the keys.
    bits_of(&RandomState::new(), process::id(), SystemTime::now())
}

fn bits_of(keys: &RandomState, process: u32, time: SystemTime) -> u64 {
    keys.hash_one((process, time))
}

/// Returns a random number in `0.0..1.0`.
pub(crate) fn unit() -> f64 {
    // 32 bits are exact in an `f64`, and enough for backoff.
    f64::from((bits() >> 32) as u32) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_differ_although_the_keys_are_equal() {
        let (keys, time) = (RandomState::new(), SystemTime::now());
        let bits = bits_of(&keys, 7, time);
        assert_ne!(bits_of(&keys, 8, time), bits);
        assert_ne!(bits_of(&keys, 7, time + std::time::Duration::from_nanos(100)), bits);
    }

    #[test]
    fn numbers_spread_over_the_interval() {
        let numbers: Vec<f64> = (0..1000).map(|_| unit()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        assert!(numbers.iter().any(|number| *number < 0.1) && numbers.iter().any(|number| *number > 0.9));
    }
}
