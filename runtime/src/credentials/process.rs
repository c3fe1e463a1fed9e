//! Credentials from a program: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>.

use std::process::{Command, Stdio};
use std::time::SystemTime;

use aws_credential_types::Credentials;
use serde::Deserialize;
use time::OffsetDateTime;

/// What the program writes.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Output {
    version: u32,
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    #[serde(default, with = "crate::timestamp::date_time::option")]
    expiration: Option<OffsetDateTime>,
}

/// Runs a command line by the shell, as the AWS tools do. An error says what is wrong with the program, and never what
/// it wrote: that may be a secret. Its standard error is ours, so that it can tell its user more.
pub(super) async fn run(command: &str) -> Result<Credentials, String> {
    let (shell, flag) = if cfg!(windows) { ("cmd.exe", "/C") } else { ("sh", "-c") };
    let mut process = Command::new(shell);
    process
        .args([flag, command])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    let output = tokio::task::spawn_blocking(move || process.output())
        .await
        .map_err(|_| "was not waited for".to_owned())?
        .map_err(|error| format!("cannot be run: {error}"))?;
    if !output.status.success() {
        return Err(format!("failed: {}", output.status));
    }
    let read = crate::body::decode_json::<Output>(&output.stdout);
    let Ok(output @ Output { version: 1, .. }) = read else {
        return Err("did not write a JSON object of `Version` 1 with `AccessKeyId` and `SecretAccessKey`".to_owned());
    };
    Ok(Credentials::new(
        output.access_key_id,
        output.secret_access_key,
        output.session_token,
        output.expiration.map(SystemTime::from),
        "credential_process",
    ))
}
