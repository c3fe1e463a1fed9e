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
mod answer;
mod builder;
mod error;
mod failure;
mod input;
mod model;
mod operations;
mod page;
mod request;
mod route;
mod server;
mod service;
mod sigv4;
mod state;
mod target;
mod timestamp;

use std::sync::Arc;

pub use self::builder::Builder;
pub use self::failure::Failure;
pub use self::model::{Member, Role, Room};
pub use self::request::RecordedRequest;
use self::server::Server;
use self::service::{Service, lock};

/// A running service. It stops, with all its connections, when it is dropped.
#[derive(Debug)]
pub struct LocalChime {
    endpoint: String,
    service: Arc<Service>,
    _server: Server,
}

impl LocalChime {
    /// Begins with what the service is to know.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Answers where the service is: `http://127.0.0.1:` and its port.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Adds a room to an account, after those that are there, and answers its room ID. The account is added where it is new.
    pub fn add_room(&self, account_id: &str, room: impl Into<Room>) -> String {
        let now = self.service.now();
        lock(&self.service.state).seed_room(account_id, room.into(), now)
    }

    /// Adds a member to an account, or replaces the one of that member ID. The account is added where it is new.
    pub fn add_member(&self, account_id: &str, member: Member) {
        lock(&self.service.state).seed_member(account_id, member);
    }

    /// Answers whether a message was redacted: the API itself does not tell.
    pub fn is_redacted(&self, account_id: &str, room_id: &str, message_id: &str) -> bool {
        lock(&self.service.state).is_redacted(account_id, room_id, message_id)
    }

    /// Has the next request fail, after those failures that are still to come.
    pub fn fail_next(&self, failure: Failure) {
        lock(&self.service.log).failures.push_back(failure);
    }

    /// Answers all requests so far, in the order in which they came: also those that were refused or failed.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        lock(&self.service.log).requests.clone()
    }
}
