//! Credentials from the environment variables that every AWS tool reads.

use std::env;

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};

/// Reads `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, where it is set, `AWS_SESSION_TOKEN`, at every attempt.
#[derive(Clone, Copy, Debug, Default)]
pub struct Environment;

impl ProvideCredentials for Environment {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::ready(read(|name| env::var(name).ok()))
    }
}

fn read(variable: impl Fn(&str) -> Option<String>) -> Result {
    let required = |name: &str| {
        let value = variable(name)
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty());
        value.ok_or_else(|| CredentialsError::not_loaded(format!("the environment variable {name} is not set")))
    };
    let token = variable("AWS_SESSION_TOKEN").filter(|token| !token.trim().is_empty());
    Ok(Credentials::new(
        required("AWS_ACCESS_KEY_ID")?,
        required("AWS_SECRET_ACCESS_KEY")?,
        token,
        None,
        "environment",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result {
        read(|name| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
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
        let error = with(&full[..1]).unwrap_err();
        assert!(
            crate::error::chain(&error).contains("AWS_SECRET_ACCESS_KEY is not set"),
            "{error:?}"
        );
        with(&[("AWS_ACCESS_KEY_ID", " "), full[1]]).unwrap_err();
    }
}
