//! Credentials from a program: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use serde::Deserialize;
use time::OffsetDateTime;
use time::format_description::well_known::Iso8601;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::format::json;
use crate::text::http_date::parse_http_date;

/// How much the program may write. The buffer is allocated at once, so that growing it leaves no copies of secrets.
const MAX_OUTPUT_BYTES: usize = 64 * 1024;

/// The output of the program.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Output {
    version: f64,
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    expiration: Option<String>,
}

/// Runs a command line in the shell, as most AWS tools do. Errors never contain the program's output, which may be secret.
/// The program inherits standard error, so that it can report to its user.
///
/// If the future is dropped before the program has closed its output, the shell is killed. Other processes that the shell
/// has started are not.
#[inline]
pub(super) async fn run(command: &str) -> Result<Credentials, String> {
    let (status, output) = output(command)
        .await
        .map_err(|error| format!("cannot be run: {error}"))?;
    if !status.success() {
        return Err(format!("failed: {status}"));
    }
    let read = json::decode_body::<Output>(&output);
    let Ok(output @ Output { version: 1.0, .. }) = read else {
        return Err("did not write a JSON object of `Version` 1 with `AccessKeyId` and `SecretAccessKey`".to_owned());
    };
    let expiry = output.expiration.map(|text| {
        let time = time(&text).ok_or("wrote an `Expiration` that is not a date and time with its offset from UTC")?;
        if time > SystemTime::now() {
            Ok(time)
        } else {
            Err("wrote credentials that have already expired")
        }
    });
    Ok(Credentials::new(
        output.access_key_id,
        output.secret_access_key,
        output.session_token,
        expiry.transpose()?,
        "credential_process",
    ))
}

/// Parses a time as programs write it: ISO 8601, also with a space before the time or the offset, or an HTTP date.
#[inline]
fn time(text: &str) -> Option<SystemTime> {
    let date_time = text.trim().to_uppercase().replacen(' ', "T", 1);
    let date_time = date_time.replace(' ', "").replace("UTC", "Z").replace("GMT", "Z");
    let time = OffsetDateTime::parse(&date_time, &Iso8601::DEFAULT).ok();
    time.or_else(|| parse_http_date(text)).map(SystemTime::from)
}

/// Kills the program on drop, unless it has been taken out to be waited for: `Child` supports only one at a time.
struct Running(Arc<Mutex<Option<Child>>>);

impl Drop for Running {
    #[inline]
    fn drop(&mut self) {
        if let Some(mut child) = lock(&self.0).take() {
            // Neither affects a program that has exited. Otherwise, `wait` prevents a zombie.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[inline]
async fn output(command: &str) -> io::Result<(ExitStatus, Zeroizing<Vec<u8>>)> {
    let mut process = if cfg!(windows) {
        let mut process = Command::new("cmd.exe");
        process.args(["/C", command]);
        process
    } else {
        let mut process = Command::new("sh");
        process.args(["-c", &without_comments(command)]);
        process
    };
    process
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    let mut child = process.spawn()?;
    let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let child = Arc::new(Mutex::new(Some(child)));
    let _running = Running(Arc::clone(&child));
    let (sender, receiver) = oneshot::channel();
    // Not a blocking task of the runtime, whose shutdown would wait for it.
    thread::Builder::new().spawn(move || sender.send(end(stdout, &child)))?;
    receiver.await.map_err(io::Error::other)?
}

/// Reads the output of the program and waits for its exit.
fn end(stdout: impl Read, child: &Mutex<Option<Child>>) -> io::Result<(ExitStatus, Zeroizing<Vec<u8>>)> {
    let mut output = Zeroizing::new(Vec::with_capacity(MAX_OUTPUT_BYTES));
    stdout.take(MAX_OUTPUT_BYTES as u64).read_to_end(&mut output)?;
    let mut child = lock(child).take().ok_or(io::ErrorKind::Interrupted)?;
    Ok((child.wait()?, output))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Escapes `#` and line breaks of a command for the shell. In the shared files, `#` does not begin a comment, and a line
/// break does not end a command.
#[inline]
fn without_comments(command: &str) -> String {
    let mut line = String::with_capacity(command.len());
    let (mut quote, mut is_escaped, mut begins_word) = (None, false, true);
    for character in command.chars() {
        let is_open = quote.is_none() && !is_escaped;
        match character {
            '#' if is_open && begins_word => line.push_str("\\#"),
            '\n' if is_open => line.push(' '),
            _ => line.push(character),
        }
        begins_word = is_open && (character.is_whitespace() || "|&;()<>".contains(character));
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = quote != Some('\''),
            _ if quote == Some(character) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(character),
            _ => {}
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_does_not_begin_a_comment_and_line_break_does_not_end_a_command() {
        for (command, line) in [
            ("a #b", r"a \#b"),
            ("#a b#c \"d #e\" 'f #g'", r#"\#a b#c "d #e" 'f #g'"#),
            (r#"a "b\" #c" #d"#, r#"a "b\" #c" \#d"#),
            (r"a 'b\' #c", r"a 'b\' \#c"),
            (r"a \#b \ #c", r"a \#b \ #c"),
            ("a\nb 'c\nd'", "a b 'c\nd'"),
        ] {
            assert_eq!(without_comments(command), line);
        }
    }

    #[test]
    fn expirations_are_read_as_programs_write_them() {
        let expected = OffsetDateTime::from_unix_timestamp(32_501_170_800).unwrap();
        for text in [
            "2999-12-02T23:00:00Z",
            "2999-12-02T23:00:00+0000",
            "2999-12-02T23:00:00+00:00",
            "2999-12-02T23:00:00+00",
            "2999-12-02T23:00Z",
            "2999-12-02T23:00:00.000000Z",
            "2999-12-02T23:00:00,0Z",
            " 2999-12-02 23:00:00+00:00 ",
            "2999-12-02 23:00:00 +0000",
            "2999-12-02 23:00:00 UTC",
            "2999-12-02t23:00:00z",
            "2999-12-02T15:30:00-0730",
            "29991202T230000Z",
            "Mon, 02 Dec 2999 23:00:00 GMT",
        ] {
            assert_eq!(time(text), Some(expected.into()), "{text}");
        }
        for text in [
            "",
            "2999-12-02",
            "2999-12-02T23:00:00",
            "32501170800",
            "tomorrow",
            "2999-12-02T24:00:00Z",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
