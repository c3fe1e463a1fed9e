//! Providers of AWS credentials. Any [`ProvideCredentials`] can be used; those of this module require no other crate.
//!
//! | provider | source |
//! |---|---|
//! | [`Credentials`] | fixed credentials |
//! | [`Environment`] | `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN` |
//! | [`Profile`] | the shared files, among them `credential_process` |
//! | [`DefaultChain`] | the environment, then the profile; with the feature `aws-config`, then the chain of that crate |
//!
//! [`SigV4`](crate::SigV4) caches credentials until shortly before they expire.

#[doc(inline)]
pub use aws_credential_types::Credentials;
#[doc(inline)]
pub use aws_credential_types::provider::error::CredentialsError;
#[doc(inline)]
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
