//! The default chain of credentials providers of AWS tools.

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use super::{environment, profile};
use crate::aws::Settings;

/// Reads credentials from the environment, then from the profile, as AWS tools do.
///
/// With the feature `aws-config`, it continues with the chain of that crate: roles, SSO, web identity, containers, instance
/// metadata. That chain always uses the environment of this process, not the variables of the settings. A profile that the
/// program has selected takes precedence over the environment.
#[derive(Clone, Debug)]
pub struct DefaultChain {
    settings: Settings,
    #[cfg(feature = "aws-config")]
    rest: super::aws_config::Chain,
}

impl DefaultChain {
    /// Creates a chain with the given settings.
    #[inline]
    pub fn new(settings: Settings) -> Self {
        Self {
            #[cfg(feature = "aws-config")]
            rest: super::aws_config::Chain::new(&settings),
            settings,
        }
    }

    #[inline]
    async fn first(&self) -> Result {
        let mut reasons = Vec::new();
        if self.settings.selected_profile().is_none()
            && let Some(found) = found(environment::read(self.settings.variables()), &mut reasons)
        {
            return found;
        }
        if let Some(found) = found(profile::read(&self.settings).await, &mut reasons) {
            return found;
        }
        #[cfg(feature = "aws-config")]
        if let Some(found) = found(self.rest.credentials().await, &mut reasons) {
            return found;
        }
        Err(CredentialsError::not_loaded(reasons.join("; ")))
    }
}

/// Returns the result of a provider, or records the reason if it has no credentials.
#[inline]
fn found(result: Result, reasons: &mut Vec<String>) -> Option<Result> {
    match result {
        Err(CredentialsError::CredentialsNotLoaded(_)) => {
            reasons.extend(result.err().map(|error| reason(&error)));
            None
        }
        result => Some(result),
    }
}

/// Returns the message of an error without the name of its kind.
#[inline]
fn reason(error: &CredentialsError) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), crate::text::excerpt::chain)
}

impl ProvideCredentials for DefaultChain {
    #[inline]
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.first())
    }
}
