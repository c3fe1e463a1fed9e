//! A local Chime rooms service for tests of apps. It keeps its state in memory and listens on loopback.
//!
//! It implements all eleven operations with their constraints, documented errors, pages and idempotency, and verifies
//! the signature of each request. It shares no code with the client.
//!
//! ```
//! use chime_rooms::local::{LocalChime, LocalMember, LocalRole, LocalRoom};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let chime = LocalChime::builder().account("12a3456b").credentials("AKIDEXAMPLE", "secret").start().await?;
//! chime.add_member("12a3456b", LocalMember::user("alejandro").full_name("Alejandro Rosalez"));
//! chime.add_room("12a3456b", "Standup");
//! chime.add_room("12a3456b", LocalRoom::new("Release").member("alejandro", LocalRole::Administrator));
//!
//! // Any client can use it, with these credentials and this endpoint.
//! assert!(chime.endpoint().starts_with("http://127.0.0.1:"));
//!
//! // The requests are recorded.
//! assert_eq!(chime.requests(), []);
//! # Ok(())
//! # }
//! ```
//!
//! Failures can be injected to test how an app handles them:
//!
//! ```
//! # use chime_rooms::local::LocalChime;
//! use chime_rooms::local::Failure;
//!
//! # fn inject(chime: &LocalChime) {
//! chime.fail_next(Failure::throttled().header("retry-after", "1").times(2));
//! chime.fail_next(Failure::error(503, "ServiceUnavailableException"));
//! chime.fail_next(Failure::lost_answer());
//! chime.fail_next(Failure::silence()); // until the time limit of the call
//! # }
//! ```
//!
//! Where the documentation of the API leaves the behavior open, the service behaves as follows:
//!
//! - Rooms and members are listed in order of creation. The default page size is 50; `page_size` of the builder changes
//!   it. A token is valid only for the list that returned it, with the same filter.
//! - `ListRooms` returns an empty list for an unknown member.
//! - `CreateRoom` with a repeated `ClientRequestToken` returns the room as it was created, or a `BadRequestException` if
//!   the `Name` differs.
//! - A violated constraint, a body that is not a JSON object, and a content type other than `application/json` are
//!   rejected with a `BadRequestException`.
//! - An item of `BatchCreateRoomMembership` without a `MemberId` is reported in `Errors`. An unknown `Role` fails the whole
//!   request.
//! - A message may be redacted again. No request can create a message: tests [add them](LocalRoom::message) to rooms.
//! - The same steps yield the same room and request IDs.

// A request passes through server → service → route, sigv4 → operations → state.
mod builder;
mod error;
mod failure;
mod local_chime;
mod operations;
mod request;
mod response;
mod route;
mod seed;
mod server;
mod service;
mod sigv4;
mod state;
mod target;
mod timestamp;
mod uuid;

pub use self::builder::Builder;
pub use self::failure::Failure;
pub use self::local_chime::LocalChime;
pub use self::request::RecordedRequest;
pub use self::seed::{LocalMember, LocalRole, LocalRoom};
