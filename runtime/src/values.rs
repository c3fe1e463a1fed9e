//! Types and `with` modules for values that serde does not cover.

pub(crate) mod blob;
#[cfg(feature = "checksum")]
pub(crate) mod checksum;
pub mod float;
pub(crate) mod idempotency_token;
pub mod json_text;
pub(crate) mod patch;
pub(crate) mod sensitive;
pub mod timestamp;
#[cfg(feature = "xml")]
pub mod xml;
