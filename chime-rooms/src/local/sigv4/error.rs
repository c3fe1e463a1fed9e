//! Why a signature is rejected, with the error names and messages of AWS.

use std::fmt;

use time::{Duration, OffsetDateTime};

use crate::local::timestamp::basic;

/// The reason why a signature is rejected. `Display` writes the `message` of the response, which contains no secret.
#[derive(Debug)]
pub(in crate::local) enum SignatureError {
    MissingAuthentication,
    UnsupportedAlgorithm,
    MissingHeaderParameter(&'static str),
    MissingQueryParameter(&'static str),
    MalformedCredential,
    MalformedTime(String),
    InvalidExpires,
    UnknownCaller,
    ScopeDate {
        scope: String,
        time: String,
    },
    ScopeRegion {
        found: String,
    },
    ScopeService {
        expected: &'static str,
    },
    ScopeTerminator {
        found: String,
    },
    Expired {
        signed: OffsetDateTime,
        now: OffsetDateTime,
        lifetime: Duration,
    },
    NotYetCurrent {
        signed: OffsetDateTime,
        now: OffsetDateTime,
        skew: Duration,
    },
    HeaderNotSigned(String),
    SignedHeaderMissing(String),
    SignatureMismatch,
}

impl SignatureError {
    /// Returns the name of the error, which is sent as `x-amzn-ErrorType`. The status is always 403.
    pub(in crate::local) fn name(&self) -> &'static str {
        match self {
            Self::MissingAuthentication => "MissingAuthenticationTokenException",
            Self::UnknownCaller => "UnrecognizedClientException",
            Self::UnsupportedAlgorithm
            | Self::MissingHeaderParameter(_)
            | Self::MissingQueryParameter(_)
            | Self::MalformedCredential
            | Self::MalformedTime(_)
            | Self::InvalidExpires => "IncompleteSignatureException",
            _ => "InvalidSignatureException",
        }
    }
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingAuthentication => f.write_str("Missing Authentication Token"),
            Self::UnsupportedAlgorithm => f.write_str("Unsupported algorithm: expected AWS4-HMAC-SHA256."),
            Self::MissingHeaderParameter("X-Amz-Date") => {
                f.write_str("Authorization header requires existence of a 'X-Amz-Date' header.")
            }
            Self::MissingHeaderParameter(name) => write!(f, "Authorization header requires '{name}' parameter."),
            Self::MissingQueryParameter(name) => write!(f, "AWS query-string parameters must include '{name}'."),
            Self::MalformedCredential => {
                f.write_str("Credential must have exactly 5 slash-delimited elements: keyid/date/region/service/term.")
            }
            Self::MalformedTime(time) => write!(f, "Date must be in ISO-8601 'basic format'. Got '{time}'."),
            Self::InvalidExpires => f.write_str("X-Amz-Expires must be a number from 1 to 604800."),
            Self::UnknownCaller => f.write_str("The security token included in the request is invalid."),
            Self::ScopeDate { scope, time } => {
                write!(
                    f,
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope}', from '{time}'."
                )
            }
            Self::ScopeRegion { found } => write!(f, "Credential should be scoped to a valid Region, not '{found}'."),
            Self::ScopeService { expected } => {
                write!(f, "Credential should be scoped to correct service: '{expected}'.")
            }
            Self::ScopeTerminator { found } => {
                write!(
                    f,
                    "Credential should be scoped with a valid terminator: 'aws4_request', not '{found}'."
                )
            }
            Self::Expired { signed, now, lifetime } => {
                let earliest = basic(now.saturating_sub(*lifetime));
                write!(
                    f,
                    "Signature expired: {} is now earlier than {earliest} ({} - {}.)",
                    basic(*signed),
                    basic(*now),
                    HumanDuration(*lifetime)
                )
            }
            Self::NotYetCurrent { signed, now, skew } => {
                let latest = basic(now.saturating_add(*skew));
                write!(
                    f,
                    "Signature not yet current: {} is still later than {latest} ({} + {}.)",
                    basic(*signed),
                    basic(*now),
                    HumanDuration(*skew)
                )
            }
            Self::HeaderNotSigned(name) => write!(f, "'{name}' must be a 'SignedHeader' in the AWS Authorization."),
            Self::SignedHeaderMissing(name) => write!(
                f,
                "'{name}' is a 'SignedHeader' in the AWS Authorization, but the request has no such header."
            ),
            Self::SignatureMismatch => f.write_str(
                "The request signature we calculated does not match the signature you provided. \
                 Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
            ),
        }
    }
}

/// Writes whole minutes as `5 min`, other durations as `90 sec`.
struct HumanDuration(Duration);

impl fmt::Display for HumanDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.whole_seconds() {
            seconds if seconds % 60 == 0 => write!(f, "{} min", seconds / 60),
            seconds => write!(f, "{seconds} sec"),
        }
    }
}
