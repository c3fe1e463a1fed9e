//! Why a client cannot be configured.

use std::error::Error;
use std::fmt;

use rest_op::BuildError;
use rest_op::aws::SettingsError;

/// Why a client cannot be configured, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// A setting is missing or cannot be read.
    Settings(SettingsError),
    /// The region could not be part of a host name.
    Region(String),
    /// An endpoint was given, and a kind of endpoint asked for.
    Exclusive {
        /// The endpoint, with `***` for user name and password.
        url: String,
    },
    /// The client cannot be made of it.
    Build(BuildError),
}

impl fmt::Display for ConfigError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(error) => error.fmt(f),
            Self::Region(region) => write!(
                f,
                "the region is {region:?}, which is no host label; give one such as `us-east-1`"
            ),
            Self::Exclusive { url } => write!(
                f,
                "the endpoint {url} is used as it is; leave it out, or FIPS and dual stack"
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
