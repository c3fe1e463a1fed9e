//! The guarantees of this crate about failures and secrets, and their limits.
//!
#![doc = include_str!("../docs/safety.md")]
