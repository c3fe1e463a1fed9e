//! Caches the credentials of a provider until shortly before they expire.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;

use crate::auth::renewal::{Expiring, Renewal, Schedule};

/// Credentials without an expiry are renewed from time to time, since their provider may have other ones.
const SCHEDULE: Schedule = Schedule {
    early: Duration::from_mins(5),
    without_expiry: Some(Duration::from_mins(15)),
};

/// The reason why there are no credentials, shared by all calls that waited for them.
pub(crate) type NoCredentials = Arc<CredentialsError>;

/// A provider and its cached credentials.
pub(crate) struct Cache {
    provider: Arc<dyn ProvideCredentials>,
    renewal: Renewal<Credentials, NoCredentials>,
}

impl Cache {
    pub(crate) fn new(provider: impl ProvideCredentials + 'static) -> Self {
        Self {
            provider: Arc::new(provider),
            renewal: Renewal::new(SCHEDULE),
        }
    }

    /// Returns the credentials for a request that is signed at `now`.
    pub(crate) async fn credentials(&self, now: SystemTime) -> Result<Credentials, NoCredentials> {
        self.renewal.get(now, || provide(Arc::clone(&self.provider))).await
    }
}

async fn provide(provider: Arc<dyn ProvideCredentials>) -> Result<Expiring<Credentials>, NoCredentials> {
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
