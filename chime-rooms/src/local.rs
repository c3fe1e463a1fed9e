//! A local Chime rooms service, for the tests of apps: in memory, on loopback, speaking HTTP/1.1.
//!
//! It has all eleven operations with their constraints, documented errors, paging and idempotency, and verifies the
//! signature of each request. Nothing in it is shared with the client: what both agree on is the wire.
//!
//! ```
//! use chime_rooms::local::{LocalChime, Member, Role, Room};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let chime = LocalChime::builder().account("12a3456b").credentials("AKIDEXAMPLE", "secret").start().await?;
//! chime.add_member("12a3456b", Member::user("alejandro").full_name("Alejandro Rosalez"));
//! chime.add_room("12a3456b", "Standup");
//! chime.add_room("12a3456b", Room::new("Release").member("alejandro", Role::Administrator));
//!
//! // Any client will do, with these credentials and this endpoint: `http://127.0.0.1:` and a free port.
//! assert!(chime.endpoint().starts_with("http://127.0.0.1:"));
//!
//! // What came over the wire is there to be looked at.
//! assert_eq!(chime.requests(), []);
//! # Ok(())
//! # }
//! ```
//!
//! Failures are injected, to see how an app takes them:
//!
//! ```
//! # use chime_rooms::local::LocalChime;
//! use chime_rooms::local::Failure;
//!
//! # fn inject(chime: &LocalChime) {
//! chime.fail_next(Failure::throttled().header("retry-after", "1").times(2));
//! chime.fail_next(Failure::error(503, "ServiceUnavailableException"));
//! chime.fail_next(Failure::lost_answer());
//! # }
//! ```
//!
//! Where the documentation of the API is silent, the service decides so:
//!
//! - Rooms and members are listed in the order in which they came; a page has 50 of them unless told otherwise. A token
//!   serves the list that it came from, with the same filter, and no other.
//! - `ListRooms` by a member whom nobody knows is an empty list, not an error.
//! - `CreateRoom` with a `ClientRequestToken` of before gives the room as it was created then, and for another `Name` a
//!   `BadRequestException`.
//! - A constraint that is not met, a body that is no JSON object and one that is not `application/json` are a
//!   `BadRequestException`.
//! - An item of `BatchCreateRoomMembership` without a `MemberId` is one of the `Errors`; an unknown `Role` fails the whole request.
//! - A message can be redacted again. None can be made over the wire: rooms are seeded with them.
//! - The same steps give the same room and request IDs.

// Requests flow: server → service → route, sigv4 → operations → state; and back as answers.
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
pub use self::seed::{Member, Role, Room};
