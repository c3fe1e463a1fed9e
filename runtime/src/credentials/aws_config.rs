//! The credentials chain of the AWS SDK, for sources that this crate does not support.

use std::sync::Arc;

use aws_config::Region;
use aws_config::default_provider::credentials::{Builder, DefaultCredentialsChain};
use aws_credential_types::provider::{ProvideCredentials, Result};
use tokio::sync::OnceCell;

use crate::aws::Settings;

/// The chain, built on first use.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    profile: Option<String>,
    region: Option<Region>,
    made: Arc<OnceCell<DefaultCredentialsChain>>,
}

impl Chain {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            profile: settings.selected_profile().map(str::to_owned),
            // Without a region, the chain determines one itself.
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
