//! The hosts to which credentials may be sent.

use rest_op::{Api, Call, Client, SigV4, rest_op};
use rest_op_tests::fixture::credentials;
use rest_op_tests::scripted::{Scripted, Step};
use rest_op_tests::things::{Thing, Things};

fn auth() -> SigV4 {
    SigV4::new("things", "us-east-1", credentials(None))
}

#[test]
fn plain_http_with_credentials_is_rejected_except_to_loopback() {
    for endpoint in [
        "http://things.example",
        "http://10.0.0.1",
        "http://localhost.example",
        "http://[::ffff:a00:1]",
    ] {
        let error = Client::builder(endpoint).auth(auth()).build().unwrap_err().to_string();
        assert!(
            error.contains("over plain HTTP") && error.contains("allow_credentials_over_plain_http"),
            "{error}"
        );
        Client::builder(endpoint).build().expect("without credentials");
        let allowed = Client::builder(endpoint)
            .auth(auth())
            .allow_credentials_over_plain_http();
        allowed.build().expect("allowed by name");
    }
    for endpoint in [
        "http://localhost:1",
        "http://127.0.0.1",
        "http://[::1]:8",
        "https://things.example",
    ] {
        Client::builder(endpoint).auth(auth()).build().expect(endpoint);
    }
}

#[tokio::test]
async fn public_operation_is_sent_without_credentials() {
    let script = Scripted::new([Step::answer(200, &[], Thing::new("a").json())]);
    let client = Client::builder("https://things.example")
        .auth(auth())
        .transport(script.clone())
        .build()
        .unwrap();
    client.get_public_thing("a").await.unwrap();
    client.get_thing("a").await.unwrap();
    let signed: Vec<bool> = script
        .requests()
        .iter()
        .map(|request| request.headers().contains_key("authorization"))
        .collect();
    assert_eq!(signed, [false, true]);
}

#[tokio::test]
async fn redirect_is_an_error_that_shows_its_location_without_secrets() {
    for status in [301, 302, 303, 307, 308] {
        let location = "https://user:password@elsewhere.example/path?X-Amz-Signature=abc#fragment";
        let script = Scripted::new([Step::answer(status, &[("location", location)], "")]);
        let client = Client::builder("https://things.example")
            .auth(auth())
            .transport(script.clone())
            .build()
            .unwrap();
        let error = client.get_thing("a").await.unwrap_err();
        assert_eq!(error.location(), Some("https://elsewhere.example/path"));
        assert_eq!(
            error.to_string(),
            format!("get_thing: {status} redirect to https://elsewhere.example/path, which is not followed")
        );
        assert_eq!((script.count(), error.status().unwrap().as_u16()), (1, status));
    }
}

trait Prefixed: Api {
    #[rest_op(GET, "/a", host_prefix = "data-")]
    fn dashed(&self) -> Call<()>;

    #[rest_op(GET, "/a", host_prefix = "data.")]
    fn dotted(&self) -> Call<()>;
}

impl Prefixed for Client {}

#[tokio::test]
async fn host_prefix_does_not_send_credentials_to_another_machine() {
    let client = |endpoint: &str| {
        let scripted = Scripted::new([Step::answer(200, &[], "")]);
        Client::builder(endpoint)
            .auth(auth())
            .transport(scripted)
            .build()
            .unwrap()
    };
    client("http://localhost:4566").dotted().await.unwrap();
    client("https://localhost:4566").dashed().await.unwrap();
    let error = client("http://localhost:4566").dashed().await.unwrap_err().to_string();
    assert!(
        error.contains("would be sent to another machine over plain HTTP (nothing was sent)"),
        "{error}"
    );
}
