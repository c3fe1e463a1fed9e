//! Where AWS credentials come from. Any [`ProvideCredentials`] will do; those of this module need no further crate.

pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::ProvideCredentials;

pub use self::environment::Environment;

pub(crate) mod cache;
mod environment;
