//! Random bits that need not be secret: pauses and idempotency tokens.

use std::hash::{BuildHasher, RandomState};

/// 64 bits: the hash of nothing under keys that the operating system seeded and every call changes.
pub(crate) fn bits() -> u64 {
    RandomState::new().hash_one(())
}

/// A number in `0.0..1.0`.
pub(crate) fn unit() -> f64 {
    // 32 bits are exact in a double, and enough for a pause.
    f64::from((bits() >> 32) as u32) / (f64::from(u32::MAX) + 1.0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_spread_over_the_interval() {
        let numbers: Vec<f64> = (0..1000).map(|_| super::unit()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        assert!(numbers.iter().any(|number| *number < 0.1) && numbers.iter().any(|number| *number > 0.9));
    }
}
