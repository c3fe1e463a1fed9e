//! The settings that a client has for all its calls, and that each call can override.

use std::time::Duration;

use crate::client::retry::Retry;

/// The settings of a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    pub(crate) attempt_timeout: Duration,
    pub(crate) operation_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) retry: Retry,
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
