//! What a local service is started with.

use std::fmt;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use crate::local::local_chime::LocalChime;
use crate::local::operations::Limits;
use crate::local::server::Server;
use crate::local::service::{Clock, Log, Service};
use crate::local::sigv4::{Credentials, Verifier};
use crate::local::state::State;

/// Builds a [`LocalChime`]: which accounts and callers it knows, and what time it has.
#[must_use = "nothing runs before `start`"]
pub struct Builder {
    accounts: Vec<String>,
    verifier: Verifier,
    limits: Limits,
    clock: Clock,
}

impl LocalChime {
    /// Begins with what the service is to know.
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

impl Builder {
    /// Adds an account, by its ID. Every other account is answered with a `NotFoundException`.
    pub fn account(mut self, account_id: impl Into<String>) -> Self {
        self.accounts.push(account_id.into());
        self
    }

    /// Adds a caller with long-term credentials. Without any caller every request is refused.
    pub fn credentials(self, access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        self.caller(access_key_id.into(), secret_access_key.into(), None)
    }

    /// Adds a caller with temporary credentials: each request must carry the session token.
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

    /// Sets the region that requests must be signed for; `us-east-1` without.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.verifier.region = region.into();
        self
    }

    /// Sets the clock: for timestamps, for the `Date` header, and for the age of signatures. The system's without.
    pub fn clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Sets how many items a page has where the request does not say; 50 without.
    pub fn page_size(mut self, items: usize) -> Self {
        self.limits.page = items.max(1);
        self
    }

    /// Sets how many rooms an account may have before creating one is a `ResourceLimitExceededException`; no limit without.
    pub fn room_limit(mut self, rooms: usize) -> Self {
        self.limits.rooms = rooms;
        self
    }

    /// Sets how many members a room may have before adding one is a `ResourceLimitExceededException`; no limit without.
    pub fn membership_limit(mut self, members: usize) -> Self {
        self.limits.memberships = members;
        self
    }

    /// Starts the service on a free port of `127.0.0.1`.
    ///
    /// # Errors
    ///
    /// Answers an error where no port is to be had.
    ///
    /// # Panics
    ///
    /// Panics outside of a tokio runtime with I/O enabled, as tokio does.
    pub async fn start(self) -> io::Result<LocalChime> {
        let mut state = State::default();
        for account_id in &self.accounts {
            state.seed_account(account_id);
        }
        let service = Arc::new(Service {
            verifier: self.verifier,
            limits: self.limits,
            clock: self.clock,
            state: Mutex::new(state),
            log: Mutex::new(Log::default()),
        });
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
