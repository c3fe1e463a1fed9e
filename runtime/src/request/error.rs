//! The reason why a request cannot be made.

use crate::check::Violation;

/// The reason why a request cannot be made.
#[derive(Clone, Debug)]
pub(crate) enum RequestError {
    /// Arguments are invalid.
    Invalid(Vec<Violation>),
    /// The request cannot be sent, for this reason and with this remedy.
    Unsendable(String),
}

impl RequestError {
    pub(crate) fn unsendable(why: impl Into<String>) -> Self {
        Self::Unsendable(why.into())
    }
}
