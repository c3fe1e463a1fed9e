//! Credentials from a profile of the shared files.

// Inlined, so that only programs that use it compile it.

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use super::process;
use crate::aws::{self, Settings};

/// What only the whole chain of `aws-config` can make credentials of.
const ELSEWHERE: [&str; 6] = [
    "role_arn",
    "web_identity_token_file",
    "sso_session",
    "sso_start_url",
    "credential_source",
    "login_session",
];

/// Reads the profile that [`Settings`] name: its `aws_access_key_id`, `aws_secret_access_key` and, where it is set,
/// `aws_session_token`; or the output of its `credential_process`.
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
    // A role goes before keys, which may be what it is assumed with.
    if profile.get("role_arn").is_some() {
        return Err(elsewhere("role_arn", &profile));
    }
    let keys = ["aws_access_key_id", "aws_secret_access_key"];
    match keys.map(|key| profile.get(key)) {
        [Some(id), Some(secret)] => {
            let token = profile.get("aws_session_token").map(str::to_owned);
            return Ok(Credentials::new(id, secret, token, None, "profile"));
        }
        [None, None] => {}
        [id, _] => {
            let [id_key, secret_key] = keys;
            let missing = if id.is_some() { secret_key } else { id_key };
            return Err(CredentialsError::invalid_configuration(format!(
                "there is no `{missing}` in {profile}"
            )));
        }
    }
    if let Some(command) = profile.get("credential_process") {
        return process::run(command).await.map_err(|fault| {
            CredentialsError::provider_error(format!("the `credential_process` of {profile} {fault}"))
        });
    }
    match ELSEWHERE.into_iter().find(|key| profile.get(key).is_some()) {
        Some(key) => Err(elsewhere(key, &profile)),
        None => Err(CredentialsError::not_loaded(format!(
            "there is neither `aws_access_key_id` nor `credential_process` in {profile}"
        ))),
    }
}

#[inline]
fn elsewhere(key: &str, profile: &aws::profile::Profile) -> CredentialsError {
    CredentialsError::not_loaded(format!(
        "there is `{key}` in {profile}, which takes the feature `aws-config`"
    ))
}
