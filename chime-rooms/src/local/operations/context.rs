//! The context of an operation.

use time::OffsetDateTime;

use crate::local::request::RecordedRequest;
use crate::local::state::State;
use crate::local::target::Target;

/// Limits on sizes.
#[derive(Clone, Copy, Debug)]
pub(in crate::local) struct Limits {
    /// Items in a page, for requests without `max-results`.
    pub(in crate::local) page: usize,
    /// Rooms in an account.
    pub(in crate::local) rooms: usize,
    /// Members in a room.
    pub(in crate::local) memberships: usize,
}

/// The request, the state and the limits that an operation works with.
pub(in crate::local) struct Context<'a> {
    pub(in crate::local) state: &'a mut State,
    pub(in crate::local) request: &'a RecordedRequest,
    pub(in crate::local) target: &'a Target<'a>,
    pub(in crate::local) limits: Limits,
    pub(in crate::local) now: OffsetDateTime,
}
