//! Why a request cannot be made.

use crate::check::Violation;

/// Why a request cannot be made.
#[derive(Clone, Debug)]
pub(crate) enum RequestError {
    /// Arguments that are not allowed.
    Invalid(Vec<Violation>),
    /// It cannot be sent as it is: why, and what to do.
    Unsendable(String),
}

impl RequestError {
    pub(crate) fn unsendable(why: impl Into<String>) -> Self {
        Self::Unsendable(why.into())
    }
}
