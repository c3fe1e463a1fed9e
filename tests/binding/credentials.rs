//! Credentials: from the shared files, a program and the default chain.

use std::time::{Duration, SystemTime};

use chime_rooms::{ChimeRooms, ListRooms};
use rest_op::credentials::{DefaultChain, Profile, ProvideCredentials};
use rest_op::testing::Recorder;
use rest_op::{Client, SigV4};
use rest_op_tests::fixture::ACCOUNT;
use rest_op_tests::prerequisites::lacks;
use rest_op_tests::shared_files::Home;
use time::macros::datetime;

fn home(test: &str) -> Home {
    Home::new(env!("CARGO_TARGET_TMPDIR"), &format!("credentials_{test}"))
}

/// The keys and the token, or the error with all its sources.
type Keys = Result<(String, String, Option<String>), String>;

async fn keys(provider: impl ProvideCredentials) -> Keys {
    match provider.provide_credentials().await {
        Ok(credentials) => Ok((
            credentials.access_key_id().to_owned(),
            credentials.secret_access_key().to_owned(),
            credentials.session_token().map(str::to_owned),
        )),
        Err(error) => {
            let error: &dyn std::error::Error = &error;
            let sources = std::iter::successors(Some(error), |error| error.source());
            Err(sources.map(ToString::to_string).collect::<Vec<_>>().join(": "))
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "what `keys` is compared with")]
fn found(id: &str, secret: &str, token: Option<&str>) -> Keys {
    Ok((id.to_owned(), secret.to_owned(), token.map(str::to_owned)))
}

const CREDENTIALS: &str = "\
[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key = default/secret+=

[work]
aws_access_key_id = AKIDWORK
aws_secret_access_key = work
aws_session_token = token

[half]
aws_access_key_id = AKIDHALF
";

const CONFIG: &str = "\
[profile work]
aws_access_key_id = AKIDOFCONFIG
aws_secret_access_key = of config

[profile config]
aws_access_key_id = AKIDOFCONFIG
aws_secret_access_key = of config

[profile role]
role_arn = arn:aws:iam::111122223333:role/reader
source_profile = default
aws_access_key_id = AKIDROLE
aws_secret_access_key = role

[profile empty]
region = us-east-1
";

#[tokio::test]
async fn profile_has_keys_in_either_file() {
    let home = home("profile")
        .file(".aws/credentials", CREDENTIALS)
        .file(".aws/config", CONFIG);
    let of = |name: &str| keys(Profile::new(home.settings().with_profile(name)));
    assert_eq!(
        keys(Profile::new(home.settings())).await,
        found("AKIDDEFAULT", "default/secret+=", None)
    );
    assert_eq!(of("work").await, found("AKIDWORK", "work", Some("token")));
    assert_eq!(of("config").await, found("AKIDOFCONFIG", "of config", None));
    let (config, credentials) = (home.path(".aws/config"), home.path(".aws/credentials"));
    for (name, message) in [
        ("half", "`aws_secret_access_key` is not set in profile `half` of "),
        (
            "empty",
            "neither `aws_access_key_id` nor `credential_process` is set in profile `empty` of ",
        ),
        ("nobody", "the selected profile does not exist: profile `nobody` of "),
    ] {
        let error = of(name).await.unwrap_err();
        assert!(
            error.ends_with(&format!(": {message}{config} and {credentials}")),
            "{error}"
        );
    }
    let error = of("role").await.unwrap_err();
    assert!(error.contains("`role_arn` is set in profile `role`"), "{error}");
    assert!(error.ends_with("which requires the feature `aws-config`"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn credential_process_is_run_and_its_secrets_are_in_no_error() {
    const DOCUMENT: &str = r#"{"Version":1,"AccessKeyId":"AKIDPROCESS","SecretAccessKey":"process","SessionToken":"token","Expiration":"2999-12-02T23:00:00Z"}"#;
    if lacks("credential processes", &["sh", "cat", "yes"]) {
        return;
    }
    let config = r#"
[profile good]
credential_process = cat "$HOME_OF_TEST/a document.json"
[profile failing]
credential_process = echo '{"SecretAccessKey": "sesame"}'; exit 3
[profile older]
credential_process = echo '{"Version": 0, "AccessKeyId": "AKID", "SecretAccessKey": "sesame"}'
[profile chatty]
credential_process = echo 'sesame'
[profile expired]
credential_process = echo '{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "sesame", "Expiration": "2019-12-02T23:00:00Z"}'
[profile undated]
credential_process = echo '{"Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "sesame", "Expiration": "sesame"}'
[profile endless]
credential_process = exec yes sesame
[profile absent]
credential_process = no-such-program 2> /dev/null
"#;
    let home = home("process").file("a document.json", DOCUMENT);
    let config = config.replace("$HOME_OF_TEST", &home.path(""));
    let home = home.file(".aws/config", &config);
    let profile = |name: &str| Profile::new(home.settings().with_profile(name));
    assert_eq!(
        keys(profile("good")).await,
        found("AKIDPROCESS", "process", Some("token"))
    );
    let expiry = profile("good").provide_credentials().await.unwrap().expiry().unwrap();
    assert_eq!(expiry, SystemTime::from(datetime!(2999-12-02 23:00 UTC)));
    for (name, message) in [
        ("failing", "failed: exit status: 3"),
        ("absent", "failed: exit status: 127"),
        ("expired", "wrote credentials that have already expired"),
        (
            "undated",
            "wrote an `Expiration` that is not a date and time with its offset from UTC",
        ),
        ("endless", "failed: signal: 13 (SIGPIPE)"),
        (
            "older",
            "did not write a JSON object of `Version` 1 with `AccessKeyId` and `SecretAccessKey`",
        ),
        (
            "chatty",
            "did not write a JSON object of `Version` 1 with `AccessKeyId` and `SecretAccessKey`",
        ),
    ] {
        let error = keys(profile(name)).await.unwrap_err();
        assert!(
            error.ends_with(message) && error.contains(&format!("`credential_process` of profile `{name}`")),
            "{error}"
        );
        assert!(!error.contains("sesame"), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn abandoned_credential_process_is_killed_and_does_not_delay_shutdown() {
    if lacks("credential process that hangs", &["sh", "sleep"]) {
        return;
    }
    let home = home("hung_process");
    let command = format!("echo $$ > '{}'; sleep 30 2> /dev/null; :", home.path("pid"));
    let home = home
        .file("pid", "")
        .file(".aws/config", &format!("[default]\ncredential_process = {command}\n"));
    let pid = || std::fs::read_to_string(home.path("pid")).unwrap();
    let start = std::time::Instant::now();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let started = async {
            while !pid().ends_with('\n') {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            found = keys(Profile::new(home.settings())) => panic!("{found:?}"),
            () = started => {}
        }
    });
    drop(runtime);
    let is_running = std::process::Command::new("sh")
        .args(["-c", &format!("kill -0 {}", pid().trim())])
        .stderr(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(!is_running.success());
    // A process that the shell started is still running.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[tokio::test]
async fn chain_reads_the_environment_then_the_profile() {
    let home = home("chain").file(".aws/credentials", CREDENTIALS);
    assert_eq!(
        keys(DefaultChain::new(home.settings())).await,
        found("AKIDDEFAULT", "default/secret+=", None)
    );
    let home = home.variable("AWS_PROFILE", "work");
    assert_eq!(
        keys(DefaultChain::new(home.settings())).await,
        found("AKIDWORK", "work", Some("token"))
    );
    let home = home
        .variable("AWS_ACCESS_KEY_ID", "AKIDENV")
        .variable("AWS_SECRET_ACCESS_KEY", "env");
    assert_eq!(
        keys(DefaultChain::new(home.settings())).await,
        found("AKIDENV", "env", None)
    );
    let chosen = home.settings().with_profile("default");
    assert_eq!(
        keys(DefaultChain::new(chosen)).await,
        found("AKIDDEFAULT", "default/secret+=", None)
    );
    let home = home.variable("AWS_SECRET_ACCESS_KEY", "");
    let error = keys(DefaultChain::new(home.settings())).await.unwrap_err();
    assert!(
        error.ends_with("AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not set"),
        "{error}"
    );
}

/// Without the feature `aws-config`: with it, the chain would continue with a metadata service.
#[tokio::test]
async fn call_without_credentials_names_the_searched_sources() {
    let home = home("none");
    let recorder = Recorder::new();
    let client = Client::builder("https://chime.example")
        .auth(SigV4::new("chime", "us-east-1", DefaultChain::new(home.settings())))
        .transport(recorder.clone())
        .build()
        .unwrap();
    let error = client.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap_err();
    let (config, credentials) = (home.path(".aws/config"), home.path(".aws/credentials"));
    assert_eq!(
        error.to_string(),
        format!(
            "list_rooms: no credentials: the credential provider was not enabled: AWS_ACCESS_KEY_ID and \
             AWS_SECRET_ACCESS_KEY are not set; neither `aws_access_key_id` nor `credential_process` is set in profile \
             `default` of {config} (no such file) and {credentials} (no such file) (nothing was sent)"
        )
    );
    assert!(!error.may_have_been_sent());
    assert_eq!(recorder.lines(), Vec::<String>::new());
}
