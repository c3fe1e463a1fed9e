//! Bodies that are sent or received in pieces.

pub(crate) mod byte_stream;
#[cfg(feature = "checksum")]
mod exact_checksum;
mod exact_length;
mod idle_timeout;
mod progress;
mod reader;

pub(crate) use self::byte_stream::CollectError;
pub use self::byte_stream::{BoxError, ByteStream};
