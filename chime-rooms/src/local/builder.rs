//! The builder of a local service.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::SystemTime;

use crate::local::local_chime::LocalChime;
use crate::local::operations::Limits;
use crate::local::server::Server;
use crate::local::service::{Clock, Service};
use crate::local::sigv4::{Credentials, Verifier};
use crate::local::state::State;

// Here and not beside `LocalChime`, so that only the builder depends on the service that it builds.
impl LocalChime {
    /// Returns a builder for a local service.
    pub fn builder() -> Builder {
        Builder {
            accounts: Vec::new(),
            verifier: Verifier {
                region: "us-east-1".to_owned(),
                service: "chime",
                credentials: Vec::new(),
            },
            limits: Limits {
                page: 50,
                rooms: usize::MAX,
                memberships: usize::MAX,
            },
            clock: Arc::new(SystemTime::now),
        }
    }
}

/// Builds a [`LocalChime`]: its accounts, credentials, limits and clock.
#[must_use = "the service does not run before `start`"]
pub struct Builder {
    accounts: Vec<String>,
    verifier: Verifier,
    limits: Limits,
    clock: Clock,
}

impl Builder {
    /// Adds an account, by its ID. Requests for unknown accounts are rejected with a `NotFoundException`.
    pub fn account(mut self, account_id: impl Into<String>) -> Self {
        self.accounts.push(account_id.into());
        self
    }

    /// Adds a caller with long-term credentials. Without any caller every request is rejected.
    pub fn credentials(self, access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        self.caller(access_key_id.into(), secret_access_key.into(), None)
    }

    /// Adds a caller with temporary credentials, whose requests must carry the session token.
    pub fn session_credentials(
        self,
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: impl Into<String>,
    ) -> Self {
        self.caller(
            access_key_id.into(),
            secret_access_key.into(),
            Some(session_token.into()),
        )
    }

    /// Sets the region that requests must be signed for. The default is `us-east-1`.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.verifier.region = region.into();
        self
    }

    /// Sets the clock of timestamps, of the `Date` header and of the age of signatures. The default is the system clock.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Sets the page size for requests without `max-results`. The default is 50, the minimum 1.
    pub fn page_size(mut self, items: usize) -> Self {
        self.limits.page = items.max(1);
        self
    }

    /// Sets the maximum number of rooms in an account. Creating another one fails with a `ResourceLimitExceededException`.
    /// The default is no limit.
    pub fn room_limit(mut self, rooms: usize) -> Self {
        self.limits.rooms = rooms;
        self
    }

    /// Sets the maximum number of members in a room. Adding another one fails with a `ResourceLimitExceededException`. The
    /// default is no limit.
    pub fn membership_limit(mut self, members: usize) -> Self {
        self.limits.memberships = members;
        self
    }

    /// Starts the service on a free port of `127.0.0.1`.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is free.
    ///
    /// # Panics
    ///
    /// Panics if called outside of a tokio runtime with I/O enabled.
    pub async fn start(self) -> io::Result<LocalChime> {
        let mut state = State::default();
        for account_id in &self.accounts {
            state.seed_account(account_id);
        }
        let service = Arc::new(Service::new(self.verifier, self.limits, self.clock, state));
        let server = Server::start(Arc::clone(&service)).await?;
        Ok(LocalChime::new(service, server))
    }

    fn caller(mut self, access_key_id: String, secret_access_key: String, session_token: Option<String>) -> Self {
        self.verifier.credentials.push(Credentials {
            access_key_id,
            secret_access_key,
            session_token,
        });
        self
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("accounts", &self.accounts)
            .field("verifier", &self.verifier)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
