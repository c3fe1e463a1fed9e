//! Declare a REST API as a trait, one attribute per endpoint, and get a client.

mod auth;
mod blob;
mod body;
mod call;
pub mod check;
mod client;
mod clock;
pub mod credentials;
mod endpoint;
mod error;
mod error_response;
pub mod float;
mod from_response;
mod header;
mod idempotency;
mod operation;
mod page;
#[doc(hidden)]
pub mod private;
mod random;
mod reply;
mod request;
mod retry;
mod stream;
pub mod timestamp;
mod transport;
mod uri;
mod value;

pub use bytes::Bytes;
pub use rest_op_macros::{ApiError, FromResponse, rest_op};

pub use crate::auth::sigv4::{Explanation, SigV4};
pub use crate::auth::{Auth, AuthFuture};
pub use crate::blob::Blob;
pub use crate::call::{Call, CallFuture, Presigned};
pub use crate::client::builder::{BuildError, ClientBuilder};
pub use crate::client::{Api, Client};
pub use crate::clock::Clock;
pub use crate::credentials::Credentials;
pub use crate::error::{Error, Timeout};
pub use crate::error_response::{ApiError, ErrorResponse};
pub use crate::from_response::{DecodeError, FromResponse, Json, Response};
pub use crate::idempotency::IdempotencyToken;
pub use crate::page::{Items, Next, Page, Pages};
pub use crate::reply::Reply;
pub use crate::request::Request;
pub use crate::retry::Retry;
pub use crate::stream::{BoxError, ByteStream};
pub use crate::transport::{Transport, TransportError, TransportFuture};
