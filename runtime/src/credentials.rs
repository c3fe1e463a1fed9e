//! Where AWS credentials come from. Any [`ProvideCredentials`] will do; those of this module need no further crate.
//!
//! | provider | where it looks |
//! |---|---|
//! | [`Credentials`] | nowhere: they are given |
//! | [`Environment`] | `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` |
//! | [`Profile`] | the shared files, among them `credential_process` |
//! | [`DefaultChain`] | the environment, then the profile; with the feature `aws-config` wherever that crate looks |
//!
//! [`SigV4`](crate::SigV4) keeps what a provider gives until shortly before it expires.

pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::error::CredentialsError;
pub use aws_credential_types::provider::{ProvideCredentials, future};

pub use self::default_chain::DefaultChain;
pub use self::environment::Environment;
pub use self::profile::Profile;

#[cfg(feature = "aws-config")]
mod aws_config;
mod default_chain;
mod environment;
mod process;
mod profile;
