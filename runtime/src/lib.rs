//! Declare a REST API as a trait, one attribute per endpoint, and get a typed client.
//!
//! Calls are built and checked from typed arguments, signed, limited in time, retried where this is safe, and decoded.
//! Mistakes in a declaration are compile errors that name the remedy.
//!
//! - [`guide`]: from a vendor's API page to a tested binding, in ten minutes
//! - [`testing`]: doubles, recorded requests and injected failures for tests of apps
//! - [`safety`]: the guarantees about time, memory, repeated requests and secrets
//! - [`tracing`]: the spans and events of calls
//! - [`#[rest_op]`](macro@rest_op): the grammar of declarations
//!
//! ```
//! use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, rest_op};
//! use serde::{Deserialize, Serialize};
//!
//! /// The rooms of a chat.
//! pub trait Chat: Api {
//!     /// Lists the rooms.
//!     #[rest_op(GET, "/rooms")]
//!     fn list_rooms(&self, #[query(flatten)] options: &ListRooms) -> Call<RoomPage, ChatError>;
//!
//!     /// Gets a room.
//!     #[rest_op(GET, "/rooms/<id>")]
//!     fn get_room(&self, id: &str) -> Call<Room, ChatError>;
//! }
//!
//! impl Chat for Client {}
//!
//! #[derive(Default, Serialize)]
//! #[serde(rename_all = "kebab-case")]
//! pub struct ListRooms {
//!     pub max_results: Option<u32>,
//! }
//!
//! #[derive(Debug, Deserialize, FromResponse)]
//! pub struct RoomPage {
//!     #[serde(default)]
//!     pub rooms: Vec<Room>,
//! }
//!
//! #[derive(Debug, Deserialize, FromResponse)]
//! pub struct Room {
//!     pub name: String,
//! }
//!
//! #[derive(Debug, ApiError)]
//! pub enum ChatError {
//!     #[api_error(code = "NoSuchRoom", status = 404)]
//!     NoSuchRoom(ErrorResponse),
//!     #[api_error(other)]
//!     Other(ErrorResponse),
//! }
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder("https://chat.example.com/v1").build()?;
//! let page = client.list_rooms(&ListRooms { max_results: Some(50) }).await?;
//! match client.get_room("lobby").await {
//!     Ok(room) => println!("{} rooms, one of them {}", page.rooms.len(), room.name),
//!     Err(error) => match error.service() {
//!         Some(ChatError::NoSuchRoom(_)) => println!("{} rooms, no lobby", page.rooms.len()),
//!         _ => return Err(error.into()),
//!     },
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Errors
//!
//! An [`Error`] displays as one complete line. Programs decide by its [kind](ErrorKind):
//!
//! ```
//! use rest_op::{Error, ErrorKind};
//!
//! /// The exit code of a command line tool, as in `sysexits.h`.
//! fn exit_code<E>(error: &Error<E>) -> u8 {
//!     match error.kind() {
//!         ErrorKind::Refused => 64,                           // usage
//!         ErrorKind::Undecodable | ErrorKind::TooLarge => 76, // protocol
//!         ErrorKind::Credentials => 77,                       // permission
//!         ErrorKind::Timeout | ErrorKind::Connection => 69,   // unavailable
//!         ErrorKind::Service if error.is_retryable() => 75,   // temporary failure
//!         _ => 1,
//!     }
//! }
//! ```
//!
//! # Overview
//!
//! - [`#[rest_op(VERB, "TEMPLATE")]`](macro@rest_op) implements a method of a trait. Its page documents the grammar of
//!   declarations.
//! - [`Api`] is the supertrait, which provides the [`Client`]. A client has an endpoint, an [`Auth`] such as
//!   [`Bearer`], [`Basic`], [`ApiKey`] or [`SigV4`], limits of time and size, a [`Retry`], a [`Transport`] and a
//!   [`Clock`].
//! - Methods return a [`Call`], which is awaited for its result. Before that, it can be changed, stored, listed page by
//!   page with [`Call::pages`] and [`Call::items`], or turned into a URL with [`Call::presign`].
//! - Result types implement [`FromResponse`], pages of listings implement [`Page`](trait@Page), and error types implement
//!   [`ApiError`]. All can be derived.
//! - [`Error`] reports why a call failed, in one line and in detail.
//! - [`http`](https://docs.rs/http) and [`time`](https://docs.rs/time) are re-exported, since their types occur here.
//! - [`credentials`] and [`aws`] find credentials, region and endpoints as AWS tools do; the page of `aws` shows how to
//!   declare a service of AWS. [`testing`] supports tests of apps.
//!
//! Calls run on tokio and need its timers: use `#[tokio::main]`, or a runtime that is built with `enable_all`.
//!
//! # Values
//!
//! Arguments implement `serde::Serialize`. In the path, in queries and in headers, they are strings, numbers, booleans,
//! unit variants of enums, or newtypes of these; in queries and headers, also lists of them. `None` is omitted.
//! [`timestamp`] and [`float`] contain modules for serde's `with`, [`Blob`] is bytes in base64, and
//! [`IdempotencyToken`] is a token that is the same in every attempt. [`check`] contains checks of arguments.
//!
//! JSON is read and written by `serde_json`, so its `Value`, `Number` and `RawValue`, and its features, work as usual.
//! There are two differences: a `null` member of a struct whose type does not accept it reads as absent (see [the
//! guide](guide#null-members)), and errors show the path and kind of a fault, but no values.
//!
//! # Features
//!
//! - `sigv4` (default): [`SigV4`], [`credentials`] and [`aws`]. Programs that sign nothing build faster without it.
//! - `tls` (default): HTTPS with rustls, the certificate verifier of the platform, and cryptography by ring.
//! - `tls-aws-lc`: the same with cryptography by AWS-LC, which takes longer to build and supports post-quantum key
//!   exchange.
//! - `http2`: HTTP/2, if the server supports it.
//! - `compression`: responses that are compressed with gzip or deflate. Size limits apply to the decompressed body.
//! - `xml`: bodies and results in XML, see [`xml`].
//! - `checksum`: checksums of bodies, see [`Checksum`] and [`Verified`].
//! - `tower`: any `tower::Service` over `http` types as the transport.
//! - `aws-config`: the credential sources of the AWS SDK, at the end of [`credentials::DefaultChain`].

#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
#[cfg(feature = "sigv4")]
pub mod aws;
mod call;
pub mod check;
mod client;
#[cfg(feature = "sigv4")]
pub mod credentials;
mod error;
mod format;
pub mod guide;
mod operation;
#[doc(hidden)]
pub mod private;
mod request;
mod response;
pub mod safety;
mod stream;
pub mod testing;
mod text;
pub mod tracing;
pub mod transport;
mod values;

/// `serde_json::Value`, for programs that do not depend on `serde_json`.
pub mod serde_json {
    /// Any JSON. An alias: with a re-export, the compiler would write `std::string::String` in its messages.
    pub type Value = ::serde_json::Value;
}

#[doc(inline)]
pub use bytes::Bytes;
#[doc(no_inline)]
pub use http;
#[doc(inline)]
#[doc = include_str!("reference/api_error.md")]
pub use rest_op_macros::ApiError;
#[doc(inline)]
#[doc = include_str!("reference/from_response.md")]
pub use rest_op_macros::FromResponse;
#[doc(inline)]
#[doc = include_str!("reference/page.md")]
pub use rest_op_macros::Page;
#[doc(inline)]
#[doc = include_str!("reference/rest_op.md")]
pub use rest_op_macros::rest_op;
#[doc(no_inline)]
pub use time;

pub use crate::auth::api_key::ApiKey;
pub use crate::auth::basic::Basic;
pub use crate::auth::bearer::{Bearer, Token};
#[cfg(feature = "sigv4")]
pub use crate::auth::sigv4::{Explanation, SigV4};
pub use crate::auth::{Auth, AuthFuture};
pub use crate::call::{Call, Items, Pages, Presigned};
pub use crate::client::builder::{BuildError, ClientBuilder};
pub use crate::client::clock::Clock;
pub use crate::client::retry::{Retry, RetryDecision};
pub use crate::client::{Api, Client};
#[cfg(feature = "sigv4")]
#[doc(inline)]
pub use crate::credentials::Credentials;
pub use crate::error::problem::Problem;
pub use crate::error::response::{ApiError, ErrorResponse};
pub use crate::error::{Error, ErrorKind, Timeout};
pub use crate::operation::Operation;
pub use crate::request::Request;
pub use crate::request::part::Part;
pub use crate::response::conditional::Conditional;
pub use crate::response::events::Events;
pub use crate::response::events::event::Event;
pub use crate::response::from_response::{BodyMode, DecodeError, FromResponse, Json, Response};
pub use crate::response::json_events::JsonEvents;
pub use crate::response::json_lines::JsonLines;
pub use crate::response::linked::Linked;
pub use crate::response::links::Links;
pub use crate::response::next::Next;
pub use crate::response::page::Page;
pub use crate::response::reply::Reply;
pub use crate::response::text_lines::TextLines;
#[cfg(feature = "checksum")]
pub use crate::response::verified::Verified;
pub use crate::stream::{BoxError, ByteStream};
#[doc(inline)]
pub use crate::transport::{Transport, TransportError, TransportFuture};
pub use crate::values::blob::Blob;
#[cfg(feature = "checksum")]
pub use crate::values::checksum::Checksum;
pub use crate::values::idempotency_token::IdempotencyToken;
pub use crate::values::patch::Patch;
pub use crate::values::sensitive::Sensitive;
#[cfg(feature = "xml")]
pub use crate::values::xml;
pub use crate::values::{float, json_text, timestamp};
