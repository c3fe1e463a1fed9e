//! Credentials from a profile of the shared files.

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use super::process;
use crate::aws::Settings;
use crate::aws::profile::{Keys, SharedProfile};

/// Properties that only the chain of `aws-config` supports, by precedence: before everything else, before
/// `credential_process`, and last.
const UNSUPPORTED: [&[&str]; 3] = [
    &["role_arn", "web_identity_token_file", "sso_account_id", "sso_role_name"],
    &["login_session"],
    &["sso_session", "sso_start_url", "credential_source"],
];

/// Reads the profile of [`Settings`] as botocore does. Credentials are `aws_access_key_id`, `aws_secret_access_key` and, if
/// set, `aws_session_token` of the credentials file, or else the output of `credential_process`, or else the keys of the
/// config file.
///
/// Unlike botocore, `credential_process` is run in the shell. A `#` in it does not begin a comment. Credentials that have
/// already expired are an error.
///
/// ```
/// use rest_op::aws::Settings;
/// use rest_op::credentials::Profile;
/// use rest_op::{Client, SigV4};
///
/// let credentials = Profile::new(Settings::from_env().with_profile("work"));
/// let client = Client::builder("https://chime.us-east-1.amazonaws.com")
///     .auth(SigV4::new("chime", "us-east-1", credentials))
///     .build()?;
/// # Ok::<(), rest_op::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Profile(Settings);

impl Profile {
    /// Creates a provider for the profile of the settings.
    pub fn new(settings: Settings) -> Self {
        Self(settings)
    }
}

impl ProvideCredentials for Profile {
    #[inline]
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(read(&self.0))
    }
}

/// Returns "not loaded" if the profile contains no credentials, or only properties that this crate does not support.
#[inline]
pub(super) async fn read(settings: &Settings) -> Result {
    let profile = settings.profile().map_err(CredentialsError::invalid_configuration)?;
    let [first, before_programs, last] = UNSUPPORTED.map(|keys| keys.iter().find(|key| profile.has(key)));
    // A role takes precedence over keys, since these may be the keys for assuming it.
    if let Some(key) = first {
        return Err(unsupported(key, &profile));
    }
    if let Some(keys) = profile.keys_of_credentials() {
        return complete(&keys, &profile);
    }
    if let Some(key) = before_programs {
        return Err(unsupported(key, &profile));
    }
    if profile.has("credential_process") {
        let command = profile.get("credential_process").unwrap_or_default();
        return process::run(command).await.map_err(|reason| {
            CredentialsError::provider_error(format!("the `credential_process` of {profile} {reason}"))
        });
    }
    if let Some(keys) = profile.keys_of_config() {
        return complete(&keys, &profile);
    }
    Err(last.map_or_else(
        || {
            CredentialsError::not_loaded(format!(
                "neither `aws_access_key_id` nor `credential_process` is set in {profile}"
            ))
        },
        |key| unsupported(key, &profile),
    ))
}

/// Returns the credentials of a complete pair of keys.
#[inline]
fn complete(keys: &Keys<'_>, profile: &SharedProfile) -> Result {
    let (Some(id), Some(secret)) = (keys.id, keys.secret) else {
        let missing = keys.id.map_or("aws_access_key_id", |_| "aws_secret_access_key");
        return Err(CredentialsError::invalid_configuration(format!(
            "`{missing}` is not set in {profile}"
        )));
    };
    let token = keys.token.map(str::to_owned);
    Ok(Credentials::new(id, secret, token, None, "profile"))
}

#[inline]
fn unsupported(key: &str, profile: &SharedProfile) -> CredentialsError {
    CredentialsError::not_loaded(format!(
        "`{key}` is set in {profile}, which requires the feature `aws-config`"
    ))
}
