//! Received responses, and the types that they are read as.

pub(crate) mod conditional;
pub(crate) mod error_spec;
pub(crate) mod events;
pub(crate) mod from_response;
pub(crate) mod header;
pub(crate) mod json_events;
pub(crate) mod json_lines;
mod lines;
pub(crate) mod linked;
pub(crate) mod links;
pub(crate) mod next;
pub(crate) mod page;
pub(crate) mod reply;
pub(crate) mod text_lines;
#[cfg(feature = "checksum")]
pub(crate) mod verified;
