//! Why a client cannot be configured.

use std::error::Error;
use std::fmt;

use rest_op::BuildError;
use rest_op::aws::SettingsError;

/// An error in the configuration of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// A setting is missing or invalid.
    Settings(SettingsError),
    /// The region is not a valid host label.
    Region(String),
    /// An explicit endpoint was combined with FIPS or dual stack.
    Exclusive {
        /// The endpoint, with `***` in place of a user name and password.
        url: String,
    },
    /// The client cannot be built.
    Build(BuildError),
}

impl fmt::Display for ConfigError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(error) => error.fmt(f),
            Self::Region(region) => write!(
                f,
                "the region {region:?} is not a valid host label; use a region such as `us-east-1`"
            ),
            Self::Exclusive { url } => write!(
                f,
                "the endpoint {url} cannot be combined with FIPS or dual stack; remove one of the two"
            ),
            Self::Build(error) => error.fmt(f),
        }
    }
}

impl Error for ConfigError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Settings(error) => error.source(),
            Self::Build(error) => error.source(),
            Self::Region(_) | Self::Exclusive { .. } => None,
        }
    }
}

impl From<SettingsError> for ConfigError {
    fn from(error: SettingsError) -> Self {
        Self::Settings(error)
    }
}

impl From<BuildError> for ConfigError {
    fn from(error: BuildError) -> Self {
        Self::Build(error)
    }
}
