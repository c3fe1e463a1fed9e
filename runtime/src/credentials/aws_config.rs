//! The chain of the AWS SDK: what only it can make credentials of.

use std::sync::Arc;

use aws_config::Region;
use aws_config::default_provider::credentials::{Builder, DefaultCredentialsChain};
use aws_credential_types::provider::{ProvideCredentials, Result};
use tokio::sync::OnceCell;

use crate::aws::Settings;

/// The chain, made when it is asked for the first time.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    profile: Option<String>,
    region: Option<Region>,
    made: Arc<OnceCell<DefaultCredentialsChain>>,
}

impl Chain {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            profile: settings.chosen_profile().map(str::to_owned),
            // Without one the chain looks for itself.
            region: settings.region().ok().map(Region::new),
            made: Arc::default(),
        }
    }

    pub(super) async fn credentials(&self) -> Result {
        let make = || async {
            let mut builder: Builder = DefaultCredentialsChain::builder();
            builder.set_region(self.region.clone());
            if let Some(profile) = &self.profile {
                builder = builder.profile_name(profile);
            }
            builder.build().await
        };
        self.made.get_or_init(make).await.provide_credentials().await
    }
}
