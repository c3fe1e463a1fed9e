//! Credentials from a program: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>.

// Inlined, so that only programs that use it compile it.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use serde::Deserialize;
use time::OffsetDateTime;
use tokio::sync::oneshot;
use tokio::time::sleep;
use zeroize::Zeroizing;

/// How much the program may write. Room for all of it is made at once, so that no copy stays behind.
const LONGEST: usize = 64 * 1024;

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
///
/// Dropped meanwhile, it kills the shell; what the shell has started beside itself comes to its own end.
#[inline]
pub(super) async fn run(command: &str) -> Result<Credentials, String> {
    let (status, output) = output(command)
        .await
        .map_err(|error| format!("cannot be run: {error}"))?;
    if !status.success() {
        return Err(format!("failed: {status}"));
    }
    let read = crate::body::decode_json::<Output>(&output);
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

/// A program that does not outlive this.
struct Running(Child);

impl Drop for Running {
    #[inline]
    fn drop(&mut self) {
        // Both do nothing to one that has ended; else the second leaves no zombie.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    /// Its end, which is near when it has closed its output. The standard library can either wait or kill.
    #[inline]
    async fn end(&mut self) -> io::Result<ExitStatus> {
        const PAUSE: Duration = Duration::from_millis(5);
        loop {
            if let Some(status) = self.0.try_wait()? {
                return Ok(status);
            }
            sleep(PAUSE).await;
        }
    }
}

#[inline]
async fn output(command: &str) -> io::Result<(ExitStatus, Zeroizing<Vec<u8>>)> {
    let (shell, flag) = if cfg!(windows) { ("cmd.exe", "/C") } else { ("sh", "-c") };
    let mut process = Command::new(shell);
    process
        .args([flag, command])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    let mut running = Running(process.spawn()?);
    let stdout = running.0.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let (sender, receiver) = oneshot::channel();
    // A thread of its own: the end of a runtime waits for its blocking threads, and this one may read for long.
    thread::Builder::new().spawn(move || sender.send(read(stdout)))?;
    let output = receiver.await.map_err(io::Error::other)??;
    Ok((running.end().await?, output))
}

fn read(stdout: impl Read) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut output = Zeroizing::new(Vec::with_capacity(LONGEST));
    stdout.take(LONGEST as u64).read_to_end(&mut output)?;
    Ok(output)
}
