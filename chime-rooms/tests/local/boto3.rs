//! Runs boto3 against the service, through all operations of a room. The assertions are in `lifecycle.py`.

use std::io::Write as _;
use std::process::{Command, Output};

use chime_rooms::local::{Failure, LocalChime, LocalMember, LocalRoom};

use crate::wire::{ACCESS_KEY_ID, ACCOUNT, SECRET_ACCESS_KEY};

fn python(arguments: Vec<String>) -> Option<Output> {
    let mut command = Command::new("python3");
    // Neither settings of the user who runs the tests, nor a proxy for loopback.
    for name in [
        "AWS_PROFILE",
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_SESSION_TOKEN",
        "AWS_ENDPOINT_URL",
    ] {
        command.env_remove(name);
    }
    command
        .env("NO_PROXY", "127.0.0.1")
        .env("AWS_EC2_METADATA_DISABLED", "true");
    command
        .env("AWS_ACCESS_KEY_ID", ACCESS_KEY_ID)
        .env("AWS_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY);
    command.args(arguments).output().ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn boto3_runs_every_operation() {
    let boto3 = python(vec!["-c".to_owned(), "import boto3".to_owned()]).filter(|output| output.status.success());
    if boto3.is_none() {
        // `eprintln!` would be captured by the test runner.
        let _ = std::io::stderr().write_all(b"boto3: LEFT OUT: python3 with boto3 was not found\n");
        return;
    }
    // With the system clock, which boto3 uses too.
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .start()
        .await
        .unwrap();
    for member in [
        LocalMember::user("user").email("user@example.com").full_name("A User"),
        LocalMember::bot("bot"),
    ] {
        chime.add_member(ACCOUNT, member);
    }
    chime.add_room(
        ACCOUNT,
        LocalRoom::new("Seeded / 漢").room_id("seeded/é ~").message("message 1"),
    );
    chime.fail_next(Failure::throttled());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/local/lifecycle.py");
    let arguments = vec![script.to_owned(), chime.endpoint().to_owned(), ACCOUNT.to_owned()];
    let output = tokio::task::spawn_blocking(|| python(arguments))
        .await
        .unwrap()
        .unwrap();
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{stdout}{stderr}");
    print!("{stdout}");
    assert!(chime.is_redacted(ACCOUNT, "seeded/é ~", "message 1"));
}
