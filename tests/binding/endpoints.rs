//! The endpoint of Chime: the endpoint rules, and the settings that override them.

use chime_rooms::{ChimeRooms, Config, ConfigError, Endpoint, ListRooms};
use rest_op::aws::Settings;
use rest_op::testing::Recorder;
use rest_op_tests::fixture::{ACCOUNT, SAMPLE_BODY, credentials};
use rest_op_tests::shared_files::Home;

#[test]
fn rules_resolve_to_the_documented_endpoints() {
    for (region, fips, dual_stack, host, signing_region) in [
        ("us-west-2", false, false, "chime.us-east-1.amazonaws.com", "us-east-1"),
        ("us-east-1", false, false, "chime.us-east-1.amazonaws.com", "us-east-1"),
        ("aws-global", false, false, "chime.us-east-1.amazonaws.com", "us-east-1"),
        (
            "us-west-2",
            true,
            false,
            "chime-fips.us-west-2.amazonaws.com",
            "us-west-2",
        ),
        ("us-east-1", false, true, "chime.us-east-1.api.aws", "us-east-1"),
        ("us-east-1", true, true, "chime-fips.us-east-1.api.aws", "us-east-1"),
        (
            "cn-north-1",
            false,
            false,
            "chime.cn-north-1.amazonaws.com.cn",
            "cn-north-1",
        ),
        (
            "us-gov-east-1",
            true,
            true,
            "chime-fips.us-gov-east-1.api.aws",
            "us-gov-east-1",
        ),
        (
            "us-isob-east-1",
            false,
            true,
            "chime.us-isob-east-1.api.aws.scloud",
            "us-isob-east-1",
        ),
    ] {
        let endpoint = Endpoint::resolve(region, fips, dual_stack).unwrap();
        assert_eq!(
            (endpoint.url(), endpoint.signing_region()),
            (format!("https://{host}").as_str(), signing_region),
            "{region}, FIPS {fips}, dual stack {dual_stack}"
        );
    }
}

#[test]
fn region_cannot_lead_to_another_host() {
    for region in ["", "us-east-1/", "evil.example/", "a.b", "-a", "us east", "é"] {
        let error = Endpoint::resolve(region, true, false).unwrap_err();
        assert_eq!(error, ConfigError::Region(region.to_owned()));
        assert!(error.to_string().contains("is not a valid host label"), "{error}");
    }
}

fn settings(variables: &'static [(&str, &str)]) -> Settings {
    Settings::from_variables(move |name| {
        variables
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| (*value).to_owned())
    })
}

#[test]
fn explicit_endpoint_precedes_the_variables_and_these_precede_the_rules() {
    let of = |config: Config| {
        let endpoint = config.endpoint().unwrap();
        (endpoint.url().to_owned(), endpoint.signing_region().to_owned())
    };
    let all = settings(&[
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL", "http://localhost:1"),
        ("AWS_ENDPOINT_URL_CHIME", "http://localhost:2/base"),
    ]);
    let given = Config::from_settings(all.clone())
        .endpoint_url("http://localhost:3")
        .region("eu-west-3");
    assert_eq!(of(given), ("http://localhost:3".to_owned(), "eu-west-3".to_owned()));
    assert_eq!(
        of(Config::from_settings(all)),
        ("http://localhost:2/base".to_owned(), "eu-west-1".to_owned())
    );
    let one = settings(&[
        ("AWS_DEFAULT_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL", "http://localhost:1"),
    ]);
    assert_eq!(
        of(Config::from_settings(one)),
        ("http://localhost:1".to_owned(), "eu-west-1".to_owned())
    );
    let none = settings(&[("AWS_REGION", "eu-west-1")]);
    assert_eq!(
        of(Config::from_settings(none)),
        (
            "https://chime.us-east-1.amazonaws.com".to_owned(),
            "us-east-1".to_owned()
        )
    );
    let switched = settings(&[("AWS_REGION", "eu-west-1"), ("AWS_USE_FIPS_ENDPOINT", "true")]);
    assert_eq!(
        of(Config::from_settings(switched).use_dual_stack(true)),
        (
            "https://chime-fips.eu-west-1.api.aws".to_owned(),
            "eu-west-1".to_owned()
        )
    );
}

#[test]
fn conflicting_and_missing_settings_are_reported() {
    let both = settings(&[
        ("AWS_REGION", "eu-west-1"),
        ("AWS_USE_FIPS_ENDPOINT", "true"),
        ("AWS_ENDPOINT_URL", "http://[::1]"),
    ]);
    assert_eq!(
        Config::from_settings(both).client().unwrap_err().to_string(),
        "the endpoint http://[::1] cannot be combined with FIPS or dual stack; remove one of the two"
    );
    let error = Config::from_settings(settings(&[])).client().unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("no region: neither AWS_REGION nor AWS_DEFAULT_REGION is set"),
        "{error}"
    );
    let plain = settings(&[
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL", "http://chime.example"),
    ]);
    let error = Config::from_settings(plain).client().unwrap_err();
    assert!(
        matches!(error, ConfigError::Build(_)) && error.to_string().contains("plain HTTP"),
        "{error}"
    );
}

#[test]
fn password_in_an_explicit_endpoint_is_never_shown() {
    for (given, shown) in [
        ("http://user:pw@host/path", "http://***@host/path"),
        ("https://user:p/w@host", "https://***@host"),
        ("user:pw@host", "***@host"),
    ] {
        let config = Config::from_settings(settings(&[]))
            .region("us-east-1")
            .endpoint_url(given);
        let plain = config.clone().use_fips(false).use_dual_stack(false);
        assert_eq!(plain.endpoint().unwrap().url(), given);
        assert_eq!(
            format!("{:?}", plain.endpoint().unwrap()),
            format!("Endpoint {{ url: {shown:?}, signing_region: \"us-east-1\" }}")
        );
        let error = config.clone().use_fips(true).endpoint().unwrap_err();
        assert_eq!(error, ConfigError::Exclusive { url: shown.to_owned() });
        for text in [
            format!("{config:?}"),
            error.to_string(),
            format!("{:?}", plain.client().unwrap_err()),
        ] {
            assert!(!text.contains("pw") && !text.contains("p/w"), "{text}");
        }
    }
}

#[tokio::test]
async fn configured_client_signs_for_the_region_of_the_endpoint_with_the_keys_of_the_profile() {
    let home = Home::new(env!("CARGO_TARGET_TMPDIR"), "configured_client")
        .file(".aws/config", "[profile work]\nregion = us-west-2\n")
        .file(
            ".aws/credentials",
            "[work]\naws_access_key_id = AKIDWORK\naws_secret_access_key = work\n",
        );
    let recorder = Recorder::new()
        .answer(200, &[], SAMPLE_BODY)
        .answer(200, &[], SAMPLE_BODY);
    for config in [
        Config::from_settings(home.settings()).profile("work"),
        Config::from_settings(home.settings())
            .region("us-west-2")
            .credentials(credentials(None)),
    ] {
        let chime = config
            .client_builder()
            .unwrap()
            .transport(recorder.clone())
            .build()
            .unwrap();
        chime.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap();
    }
    for (request, access_key_id) in recorder.requests().iter().zip(["AKIDWORK", "AKIDEXAMPLE"]) {
        assert_eq!(request.uri().host(), Some("chime.us-east-1.amazonaws.com"));
        let authorization = request.headers()["authorization"].to_str().unwrap();
        let credential = format!("AWS4-HMAC-SHA256 Credential={access_key_id}/");
        assert!(authorization.starts_with(&credential), "{authorization}");
        assert!(
            authorization.contains("/us-east-1/chime/aws4_request, "),
            "{authorization}"
        );
    }
}
