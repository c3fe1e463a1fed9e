//! A running service, owned by a test.

use std::sync::Arc;

use crate::local::failure::Failure;
use crate::local::request::RecordedRequest;
use crate::local::seed::{LocalMember, LocalRoom};
use crate::local::server::Server;
use crate::local::service::Service;

/// A running local service. Dropping it stops the service and closes its connections.
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

    /// Returns the URL of the service: `http://127.0.0.1:` and its port.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Adds a room at the end of an account's list, and returns its room ID. The account is created if it does not exist.
    pub fn add_room(&self, account_id: &str, room: impl Into<LocalRoom>) -> String {
        let now = self.service.now();
        self.service.state().seed_room(account_id, room.into(), now)
    }

    /// Adds a member to an account, or replaces the member with the same ID. The account is created if it does not exist.
    pub fn add_member(&self, account_id: &str, member: LocalMember) {
        self.service.state().seed_member(account_id, member);
    }

    /// Returns whether a message has been redacted, which the API itself does not report.
    pub fn is_redacted(&self, account_id: &str, room_id: &str, message_id: &str) -> bool {
        self.service.state().is_redacted(account_id, room_id, message_id)
    }

    /// Makes the next request fail. Failures are queued: this one follows those that were added before.
    pub fn fail_next(&self, failure: Failure) {
        self.service.log().failures.push_back(failure);
    }

    /// Removes the failures that have not happened yet.
    pub fn clear_failures(&self) {
        self.service.log().failures.clear();
    }

    /// Returns all requests so far, in order of arrival, including those that were rejected or failed.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.service.log().requests.clone()
    }
}
