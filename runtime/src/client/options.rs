//! The settings that a client has for all its calls, and that each call can override.

use std::time::Duration;

use crate::client::retry::Retry;
use crate::operation::Operation;

/// The settings of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) attempt_timeout: Duration,
    pub(crate) operation_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) retry: Retry,
}

impl Options {
    /// Returns these settings, overridden by those of the operation's declaration.
    pub(crate) fn declared_by(mut self, operation: &Operation) -> Self {
        if let Some(limit) = operation.timeout_ms {
            self.operation_timeout = Duration::from_millis(limit);
        }
        if let Some(limit) = operation.attempt_timeout_ms {
            self.attempt_timeout = Duration::from_millis(limit);
            self.operation_timeout = self.operation_timeout.max(self.attempt_timeout);
        }
        if !operation.retries {
            self.retry = Retry::none();
        }
        self
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            attempt_timeout: Duration::from_secs(30),
            operation_timeout: Duration::from_secs(90),
            max_response_bytes: 16 << 20,
            retry: Retry::standard(),
        }
    }
}
