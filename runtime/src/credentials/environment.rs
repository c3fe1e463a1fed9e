//! Credentials from the environment variables of AWS tools.

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

use crate::aws::Settings;
use crate::aws::variables::Variables;

/// Reads `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, if set, `AWS_SESSION_TOKEN` of this process.
#[derive(Clone, Copy, Debug, Default)]
pub struct Environment;

impl ProvideCredentials for Environment {
    #[inline]
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(read(Settings::from_env().variables()))
    }
}

/// Returns "not loaded" if neither key is set. One key without the other is an error.
#[inline]
pub(super) fn read(variables: &Variables) -> Result {
    const NAMES: [&str; 2] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
    match NAMES.map(|name| variables.get(name)) {
        [Some(id), Some(secret)] => {
            let token = variables.get("AWS_SESSION_TOKEN");
            Ok(Credentials::new(id, secret, token, None, "environment"))
        }
        [None, None] => {
            let [id, secret] = NAMES;
            Err(CredentialsError::not_loaded(format!("{id} and {secret} are not set")))
        }
        [id, _] => {
            let [id_name, secret_name] = NAMES;
            let (set, unset) = if id.is_some() {
                (id_name, secret_name)
            } else {
                (secret_name, id_name)
            };
            Err(CredentialsError::invalid_configuration(format!(
                "{set} is set, but {unset} is not set"
            )))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result {
        let variables: Vec<_> = variables
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect();
        let settings = Settings::from_variables(move |name| {
            variables
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.clone())
        });
        read(settings.variables())
    }

    #[test]
    fn variables_are_read_and_the_missing_one_is_named() {
        let full = [
            ("AWS_ACCESS_KEY_ID", "AKID"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_SESSION_TOKEN", "token"),
        ];
        let credentials = with(&full).unwrap();
        assert_eq!(
            (
                credentials.access_key_id(),
                credentials.secret_access_key(),
                credentials.session_token()
            ),
            ("AKID", "secret", Some("token"))
        );
        assert_eq!(with(&full[..2]).unwrap().session_token(), None);
        let message = |variables: &[_]| crate::text::excerpt::chain(&with(variables).unwrap_err());
        assert!(message(&full[..1]).ends_with("AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not set"));
        assert!(message(&[("AWS_ACCESS_KEY_ID", " "), full[1]]).ends_with("AWS_ACCESS_KEY_ID is not set"));
        assert!(message(&[]).ends_with("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set"));
    }
}
