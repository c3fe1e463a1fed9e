//! The credentials in use: asked for when they are needed, kept until shortly before they expire.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;

use crate::auth::renewal::{Expiring, Renewal, Schedule};

/// Credentials without an end are used for a while before their provider is asked whether there are others.
const SCHEDULE: Schedule = Schedule {
    early: Duration::from_mins(5),
    endless: Some(Duration::from_mins(15)),
};

/// Why there are no credentials; all calls that waited for them share it.
pub(crate) type Unavailable = Arc<CredentialsError>;

/// A provider, and what it gave.
pub(crate) struct Cache {
    provider: Arc<dyn ProvideCredentials>,
    renewal: Renewal<Credentials, Unavailable>,
}

impl Cache {
    pub(crate) fn new(provider: impl ProvideCredentials + 'static) -> Self {
        Self {
            provider: Arc::new(provider),
            renewal: Renewal::new(SCHEDULE),
        }
    }

    /// The credentials for a request that is signed at `now`.
    pub(crate) async fn credentials(&self, now: SystemTime) -> Result<Credentials, Unavailable> {
        self.renewal.get(now, || provide(Arc::clone(&self.provider))).await
    }
}

async fn provide(provider: Arc<dyn ProvideCredentials>) -> Result<Expiring<Credentials>, Unavailable> {
    match provider.provide_credentials().await {
        Ok(credentials) => Ok(Expiring {
            expiry: credentials.expiry(),
            value: credentials,
        }),
        Err(failure) => {
            tracing::debug!(error = crate::text::excerpt::chain(&failure), "no new credentials");
            Err(Arc::new(failure))
        }
    }
}
