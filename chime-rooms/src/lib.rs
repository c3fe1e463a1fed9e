//! The rooms of Amazon Chime, declared with [`rest_op`].
//!
//! All eleven operations of the API of 2018-05-01 are methods of [`ChimeRooms`], which every [`rest_op::Client`] has.
//! Names are those of the service model, in the spelling of Rust: `ListRooms` is [`list_rooms`](ChimeRooms::list_rooms),
//! its `MaxResults` is [`ListRooms::max_results`].

mod api;
mod config;
mod endpoint;
mod error;
#[cfg(feature = "local")]
pub mod local;
mod memberships;
mod open_enum;
mod rooms;
mod sensitive;

pub use crate::api::ChimeRooms;
pub use crate::config::{Config, ConfigError, client};
pub use crate::endpoint::Endpoint;
pub use crate::error::ChimeError;
pub use crate::memberships::{
    BatchCreateRoomMembership, BatchCreateRoomMembershipOutput, CreateRoomMembership, ErrorCode, ListRoomMemberships,
    Member, MemberError, MemberType, MembershipItem, Role, RoomMembership, RoomMembershipOutput, RoomMembershipPage,
    UpdateRoomMembership,
};
pub use crate::rooms::{CreateRoom, ListRooms, Room, RoomOutput, RoomPage, UpdateRoom};
