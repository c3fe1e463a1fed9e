//! Random bits that need not be secret: pauses and idempotency tokens.

use std::hash::{BuildHasher, RandomState};
use std::process;
use std::time::SystemTime;

/// 64 bits: a hash under keys that the operating system seeded and every call changes.
pub(crate) fn bits() -> u64 {
    bits_under(&RandomState::new())
}

/// Of process and time, since a forked process and a machine resumed from a snapshot have the keys of another.
fn bits_under(keys: &RandomState) -> u64 {
    keys.hash_one((process::id(), SystemTime::now()))
}

/// A number in `0.0..1.0`.
pub(crate) fn unit() -> f64 {
    // 32 bits are exact in a double, and enough for a pause.
    f64::from((bits() >> 32) as u32) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_differ_where_the_keys_do_not() {
        let keys = RandomState::new();
        let bits = bits_under(&keys);
        std::thread::sleep(std::time::Duration::from_millis(1));
        assert_ne!(bits_under(&keys), bits);
    }

    #[test]
    fn numbers_spread_over_the_interval() {
        let numbers: Vec<f64> = (0..1000).map(|_| unit()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        assert!(numbers.iter().any(|number| *number < 0.1) && numbers.iter().any(|number| *number > 0.9));
    }
}
