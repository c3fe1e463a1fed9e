//! The chain of providers that AWS tools go through when they are told nothing.

// Inlined, so that only programs that use it compile it.

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use super::{environment, profile};
use crate::aws::Settings;

/// Looks for credentials where AWS tools do: in the environment, then in the profile.
///
/// With the feature `aws-config` it goes on with that crate's chain: roles, SSO, web identity, containers, instance
/// metadata; of the environment of this process, whatever the settings are made of. A profile that the program has chosen
/// goes before the environment.
#[derive(Clone, Debug)]
pub struct DefaultChain {
    settings: Settings,
    #[cfg(feature = "aws-config")]
    rest: super::aws_config::Chain,
}

impl DefaultChain {
    /// The chain by these settings.
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
        let mut looked = Vec::new();
        if self.settings.chosen_profile().is_none()
            && let Some(found) = found(environment::read(self.settings.variables()), &mut looked)
        {
            return found;
        }
        if let Some(found) = found(profile::read(&self.settings).await, &mut looked) {
            return found;
        }
        #[cfg(feature = "aws-config")]
        if let Some(found) = found(self.rest.credentials().await, &mut looked) {
            return found;
        }
        Err(CredentialsError::not_loaded(looked.join("; ")))
    }
}

/// The end of the chain, unless there is nothing to be loaded: then what was looked for is noted.
#[inline]
fn found(result: Result, looked: &mut Vec<String>) -> Option<Result> {
    match result {
        Err(CredentialsError::CredentialsNotLoaded(_)) => {
            looked.extend(result.err().map(|error| reason(&error)));
            None
        }
        result => Some(result),
    }
}

/// What an error is about, without the kind of error that it is.
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
