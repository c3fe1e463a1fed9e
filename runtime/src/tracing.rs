//! The spans and events of calls, and how to read them.
//!
#![doc = include_str!("../docs/tracing.md")]
