//! What an operation works on and with.

use time::OffsetDateTime;

use crate::local::request::RecordedRequest;
use crate::local::state::State;
use crate::local::target::Target;

/// How much the service holds and answers with at once.
#[derive(Clone, Copy, Debug)]
pub(in crate::local) struct Limits {
    /// Items of a page where the request does not say.
    pub(in crate::local) page: usize,
    /// Rooms of an account.
    pub(in crate::local) rooms: usize,
    /// Members of a room.
    pub(in crate::local) memberships: usize,
}

/// What an operation works on and with.
pub(in crate::local) struct Context<'a> {
    pub(in crate::local) state: &'a mut State,
    pub(in crate::local) request: &'a RecordedRequest,
    pub(in crate::local) target: &'a Target<'a>,
    pub(in crate::local) limits: Limits,
    pub(in crate::local) now: OffsetDateTime,
}
