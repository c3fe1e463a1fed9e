//! What is promised when things go wrong, and what is not.
//!
#![doc = include_str!("../docs/safety.md")]
