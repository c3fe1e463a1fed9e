//! Credentials from a profile of the shared files.

// Inlined, so that only programs that use it compile it.

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use super::process;
use crate::aws::profile::Keys;
use crate::aws::{self, Settings};

/// What only the whole chain of `aws-config` can make credentials of: before all else, before programs, and last.
const ELSEWHERE: [&[&str]; 3] = [
    &["role_arn", "web_identity_token_file", "sso_account_id", "sso_role_name"],
    &["login_session"],
    &["sso_session", "sso_start_url", "credential_source"],
];

/// Reads the profile that [`Settings`] name, as botocore does: `aws_access_key_id`, `aws_secret_access_key` and, where it
/// is set, `aws_session_token` of the credentials file; else the output of its `credential_process`; else the keys of the
/// config file.
///
/// A `credential_process` is run by the shell, which botocore does without; a `#` in it begins no comment. Credentials that
/// have expired already are an error.
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
    /// The credentials of the settings' profile.
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

/// Not loaded where there is nothing to be read, or nothing that this crate knows how to use.
#[inline]
pub(super) async fn read(settings: &Settings) -> Result {
    let profile = settings.profile().map_err(CredentialsError::invalid_configuration)?;
    let [first, before_programs, last] = ELSEWHERE.map(|keys| keys.iter().find(|key| profile.has(key)));
    // A role goes before keys, which may be those that it is assumed with.
    if let Some(key) = first {
        return Err(elsewhere(key, &profile));
    }
    if let Some(keys) = profile.keys_of_credentials() {
        return complete(&keys, &profile);
    }
    if let Some(key) = before_programs {
        return Err(elsewhere(key, &profile));
    }
    if profile.has("credential_process") {
        let command = profile.get("credential_process").unwrap_or_default();
        return process::run(command).await.map_err(|fault| {
            CredentialsError::provider_error(format!("the `credential_process` of {profile} {fault}"))
        });
    }
    if let Some(keys) = profile.keys_of_config() {
        return complete(&keys, &profile);
    }
    Err(last.map_or_else(
        || {
            CredentialsError::not_loaded(format!(
                "there is neither `aws_access_key_id` nor `credential_process` in {profile}"
            ))
        },
        |key| elsewhere(key, &profile),
    ))
}

/// The credentials of keys that are both there.
#[inline]
fn complete(keys: &Keys<'_>, profile: &aws::profile::Profile) -> Result {
    let (Some(id), Some(secret)) = (keys.id, keys.secret) else {
        let missing = keys.id.map_or("aws_access_key_id", |_| "aws_secret_access_key");
        return Err(CredentialsError::invalid_configuration(format!(
            "there is no `{missing}` in {profile}"
        )));
    };
    let token = keys.token.map(str::to_owned);
    Ok(Credentials::new(id, secret, token, None, "profile"))
}

#[inline]
fn elsewhere(key: &str, profile: &aws::profile::Profile) -> CredentialsError {
    CredentialsError::not_loaded(format!(
        "there is `{key}` in {profile}, which takes the feature `aws-config`"
    ))
}
