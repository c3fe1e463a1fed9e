//! The running service, as tests hold it.

use std::sync::Arc;

use crate::local::failure::Failure;
use crate::local::request::RecordedRequest;
use crate::local::seed::{Member, Room};
use crate::local::server::Server;
use crate::local::service::{Service, lock};

/// A running service. It stops, with all its connections, when it is dropped.
#[derive(Debug)]
pub struct LocalChime {
    endpoint: String,
    service: Arc<Service>,
    _server: Server,
}

impl LocalChime {
    pub(super) fn new(service: Arc<Service>, server: Server) -> Self {
        Self {
            endpoint: format!("http://{}", server.address),
            service,
            _server: server,
        }
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
