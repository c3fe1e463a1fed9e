//! Types and modules for values that serde has no form for.

pub(crate) mod blob;
pub mod float;
pub(crate) mod idempotency_token;
pub(crate) mod patch;
pub(crate) mod sensitive;
pub mod timestamp;
