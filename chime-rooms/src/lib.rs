//! Under construction.

#[cfg(feature = "local")]
pub mod local;
