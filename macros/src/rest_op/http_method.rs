//! The request methods (RFC 9110, section 9; PATCH: RFC 5789), which the attribute calls verbs.

use crate::header;

/// A request method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HttpMethod(String);

impl HttpMethod {
    /// The methods that are written without quotes.
    pub(crate) const NAMES: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// One of the methods that are written without quotes.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.contains(&name).then(|| Self(name.to_owned()))
    }

    /// Any other method, except `CONNECT` and `TRACE`, which are not used in APIs.
    pub(crate) fn extension(name: &str) -> Option<Self> {
        let is_unsupported = ["CONNECT", "TRACE"].contains(&name.to_ascii_uppercase().as_str());
        (header::is_token(name) && !is_unsupported).then(|| Self(name.to_owned()))
    }

    /// The name as it is sent.
    pub(crate) fn name(&self) -> &str {
        &self.0
    }

    /// The name as it is written in the attribute.
    pub(crate) fn written(&self) -> String {
        if Self::NAMES.contains(&self.name()) {
            self.0.clone()
        } else {
            format!("{:?}", self.0)
        }
    }

    /// Whether a request may be repeated (RFC 9110, section 9.2.2).
    pub(crate) fn is_idempotent(&self) -> bool {
        ["GET", "HEAD", "PUT", "DELETE", "OPTIONS"].contains(&self.name())
    }

    /// Whether the content of a request has a meaning (RFC 9110, sections 9.3.1 and 9.3.2).
    pub(crate) fn takes_body(&self) -> bool {
        !["GET", "HEAD"].contains(&self.name())
    }
}
