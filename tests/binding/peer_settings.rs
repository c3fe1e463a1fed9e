//! Settings from variables and shared files, compared with those that botocore finds in the same ones.
//!
//! FIPS and dual stack are compared outside of partition `aws`: there botocore uses an older endpoint table, with
//! `chime-fips.aws-global.amazonaws.com`, which the endpoint rules do not contain.

use std::io::Write as _;
use std::process::Stdio;

use chime_rooms::Config;
use rest_op::credentials::{DefaultChain, ProvideCredentials};
use rest_op_tests::prerequisites;
use rest_op_tests::shared_files::Home;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const CONFIG: &str = "\
# Shared by all cases.
[default]
region=us-west-2
output = json
[profile work]
Region =   ap-south-1
services = local
aws_access_key_id = AKIDOFCONFIG
aws_secret_access_key = of/config+=
[profile \t spaced]
region = eu-west-1
; Another comment
s3 =
    max_concurrent_requests = 20
endpoint_url = http://localhost:2/base
[profile fips]
region = us-gov-east-1
use_fips_endpoint = true
[profile dual]
region = cn-north-1
use_dualstack_endpoint = true
[profile process]
region = us-gov-west-1
credential_process = echo '{\"Version\": 1, \"AccessKeyId\": \"AKIDPROCESS\", \"SecretAccessKey\": \"process\"}'
[services local]
chime =
  endpoint_url = http://localhost:3
s3 =
  endpoint_url = http://localhost:4
";

const CREDENTIALS: &str = "\
[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key = default
aws_session_token = token==
[spaced]
AWS_ACCESS_KEY_ID=AKIDSPACED
aws_secret_access_key=spaced
";

const CASES: &[&[(&str, &str)]] = &[
    &[],
    &[("AWS_PROFILE", "work")],
    &[("AWS_PROFILE", "work"), ("AWS_ENDPOINT_URL", "http://localhost:5")],
    &[
        ("AWS_PROFILE", "work"),
        ("AWS_ENDPOINT_URL_CHIME", "http://localhost:6"),
        ("AWS_ENDPOINT_URL", "http://localhost:5"),
    ],
    &[("AWS_PROFILE", "work"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")],
    &[("AWS_PROFILE", "spaced")],
    &[("AWS_PROFILE", "spaced"), ("AWS_DEFAULT_REGION", "sa-east-1")],
    &[("AWS_PROFILE", "fips")],
    &[("AWS_PROFILE", "fips"), ("AWS_USE_DUALSTACK_ENDPOINT", "true")],
    &[("AWS_PROFILE", "fips"), ("AWS_USE_FIPS_ENDPOINT", "false")],
    &[("AWS_PROFILE", "dual")],
    &[("AWS_PROFILE", "process")],
    &[("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "env")],
    &[
        ("AWS_ACCESS_KEY_ID", "AKIDENV"),
        ("AWS_SECRET_ACCESS_KEY", "env"),
        ("AWS_SESSION_TOKEN", "t"),
        ("AWS_PROFILE", "work"),
    ],
    &[("AWS_SHARED_CREDENTIALS_FILE", "~/nowhere")],
];

#[derive(Debug, PartialEq, Deserialize)]
struct Found {
    region: Option<String>,
    endpoint_url: String,
    keys: Option<(String, String, Option<String>)>,
}

/// Returns what a Python program finds in each of these. Without botocore, prints that this is left out.
pub(crate) fn results_of_botocore<T: DeserializeOwned>(program: &str, homes: &[Home]) -> Option<Vec<T>> {
    let mut python = prerequisites::python(program, "botocore")?
        .arg(format!("{}/binding/{program}", env!("CARGO_MANIFEST_DIR")))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let variables: Vec<_> = homes.iter().map(Home::variables).collect();
    let variables = serde_json::to_vec(&variables).unwrap();
    python.stdin.take().unwrap().write_all(&variables).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

async fn results_of_client(home: &Home) -> Found {
    let endpoint = Config::from_settings(home.settings()).endpoint().unwrap();
    let credentials = DefaultChain::new(home.settings()).provide_credentials().await.ok();
    Found {
        region: home.settings().region().ok(),
        endpoint_url: endpoint.url().to_owned(),
        keys: credentials.map(|credentials| {
            let token = credentials.session_token().map(str::to_owned);
            (
                credentials.access_key_id().to_owned(),
                credentials.secret_access_key().to_owned(),
                token,
            )
        }),
    }
}

#[cfg(unix)]
#[tokio::test]
async fn settings_equal_those_of_botocore() {
    let home = |(number, variables): (usize, &&[(&str, &str)])| {
        let home = Home::new(env!("CARGO_TARGET_TMPDIR"), &format!("peer_{number}"));
        let home = home.file(".aws/config", CONFIG).file(".aws/credentials", CREDENTIALS);
        variables
            .iter()
            .fold(home, |home, (name, value)| home.variable(name, value))
    };
    let homes: Vec<Home> = CASES.iter().enumerate().map(home).collect();
    let Some(theirs) = results_of_botocore::<Found>("botocore_settings.py", &homes) else {
        return;
    };
    assert_eq!(theirs.len(), CASES.len());
    for ((home, theirs), variables) in homes.iter().zip(theirs).zip(CASES) {
        assert_eq!(results_of_client(home).await, theirs, "{variables:?}");
    }
}
