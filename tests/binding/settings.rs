//! Region, endpoints and switches, from variables and from the shared files.

use rest_op_tests::shared_files::Home;

const CONFIG: &str = "\
[default]
region = eu-west-1

[profile work]
region = ap-south-1
endpoint_url = http://localhost:1
services = local
use_fips_endpoint = true
use_dualstack_endpoint = maybe

[profile plain]
endpoint_url = http://localhost:2

[services local]
chime =
  endpoint_url = http://localhost:3
chime_sdk_voice =
  endpoint_url = http://localhost:4
";

fn home(test: &str) -> Home {
    Home::new(env!("CARGO_TARGET_TMPDIR"), test)
}

#[test]
fn region_of_the_variables_precedes_that_of_the_profile() {
    let home = home("region").file(".aws/config", CONFIG);
    assert_eq!(home.settings().region().unwrap(), "eu-west-1");
    assert_eq!(home.settings().with_profile("work").region().unwrap(), "ap-south-1");
    let home = home.variable("AWS_PROFILE", "work");
    assert_eq!(home.settings().region().unwrap(), "ap-south-1");
    let home = home.variable("AWS_DEFAULT_REGION", "us-west-1");
    assert_eq!(home.settings().region().unwrap(), "us-west-1");
    let home = home.variable("AWS_REGION", "us-west-2");
    assert_eq!(home.settings().region().unwrap(), "us-west-2");
    let home = home.variable("AWS_REGION", " ");
    assert_eq!(
        home.settings().region().unwrap(),
        "us-west-1",
        "an empty variable is not set"
    );
}

#[test]
fn missing_region_names_the_searched_sources() {
    let home = home("no_region").file(".aws/credentials", "[default]\naws_access_key_id = AKID\n");
    let (config, credentials) = (home.path(".aws/config"), home.path(".aws/credentials"));
    assert_eq!(
        home.settings().region().unwrap_err().to_string(),
        format!(
            "no region: neither AWS_REGION nor AWS_DEFAULT_REGION is set, and `region` is not in profile `default` of \
             {config} (no such file) and {credentials}"
        )
    );
    let homeless = rest_op::aws::Settings::from_variables(|_| None);
    assert_eq!(
        homeless.region().unwrap_err().to_string(),
        "no region: neither AWS_REGION nor AWS_DEFAULT_REGION is set, and `region` is not in profile `default` of the \
         shared files, whose location is unknown: HOME is not set"
    );
}

#[test]
fn files_are_those_that_the_variables_name() {
    let home = home("named_files")
        .file("c", "[profile x]\nregion = sa-east-1\nendpoint_url = http://of-config")
        .file("k", "[x]\nendpoint_url = http://of-credentials");
    let (config, credentials) = (home.path("c"), home.path("k"));
    let home = home
        .variable("AWS_PROFILE", "x")
        .variable("AWS_CONFIG_FILE", &config)
        .variable("AWS_SHARED_CREDENTIALS_FILE", "~/k");
    assert_eq!(home.settings().region().unwrap(), "sa-east-1");
    assert_eq!(
        home.settings().endpoint_url("chime").unwrap().as_deref(),
        Some("http://of-credentials")
    );
    let error = home.variable("AWS_PROFILE", "y").settings().region().unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("the profile that AWS_PROFILE names does not exist: profile `y` of {config} and {credentials}")
    );
}

#[test]
fn paths_of_files_may_contain_variables() {
    let mut home = home("variables_in_paths")
        .file("c", "[default]\nregion = sa-east-1\n")
        .file("$UNSET", "[default]\nregion = eu-west-1\n");
    for (path, region) in [
        ("$HOME/c", "sa-east-1"),
        ("${HOME}/c", "sa-east-1"),
        ("~/${UNSET}c", "-"),
        ("~/$UNSET", "eu-west-1"),
    ] {
        home = home.variable("AWS_CONFIG_FILE", path);
        let found = home.settings().region();
        assert_eq!(found.as_deref().unwrap_or("-"), region, "{path}");
    }
}

#[test]
fn endpoint_of_a_service_precedes_that_of_all_services() {
    let home = home("endpoint").file(".aws/config", CONFIG);
    let endpoint = |home: &Home, profile: &str, service: &str| {
        home.settings().with_profile(profile).endpoint_url(service).unwrap()
    };
    assert_eq!(endpoint(&home, "default", "chime"), None);
    assert_eq!(endpoint(&home, "plain", "chime").unwrap(), "http://localhost:2");
    assert_eq!(endpoint(&home, "work", "chime").unwrap(), "http://localhost:3");
    assert_eq!(
        endpoint(&home, "work", "Chime SDK Voice").unwrap(),
        "http://localhost:4"
    );
    assert_eq!(endpoint(&home, "work", "s3").unwrap(), "http://localhost:1");
    let home = home.variable("AWS_ENDPOINT_URL", "http://localhost:5");
    assert_eq!(endpoint(&home, "work", "chime").unwrap(), "http://localhost:5");
    let home = home.variable("AWS_ENDPOINT_URL_CHIME", "http://localhost:6");
    assert_eq!(endpoint(&home, "work", "chime").unwrap(), "http://localhost:6");
    assert_eq!(endpoint(&home, "work", "s3").unwrap(), "http://localhost:5");
    let home = home.variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "TRUE");
    assert_eq!(endpoint(&home, "work", "chime"), None);
}

#[test]
fn switches_are_true_or_false() {
    let home = home("switches").file(".aws/config", CONFIG);
    assert!(!home.settings().use_fips().unwrap());
    assert!(home.settings().with_profile("work").use_fips().unwrap());
    let (config, credentials) = (home.path(".aws/config"), home.path(".aws/credentials"));
    assert_eq!(
        home.settings()
            .with_profile("work")
            .use_dual_stack()
            .unwrap_err()
            .to_string(),
        format!(
            "`use_dualstack_endpoint` in profile `work` of {config} and {credentials} (no such file) is \"maybe\"; must \
             be `true` or `false`"
        )
    );
    let home = home
        .variable("AWS_USE_FIPS_ENDPOINT", "false")
        .variable("AWS_USE_DUALSTACK_ENDPOINT", "yes");
    assert!(!home.settings().with_profile("work").use_fips().unwrap());
    assert_eq!(
        home.settings().use_dual_stack().unwrap_err().to_string(),
        "AWS_USE_DUALSTACK_ENDPOINT is \"yes\"; must be `true` or `false`"
    );
}

#[test]
fn malformed_file_is_reported_by_line_without_its_content() {
    let home = home("malformed").file(".aws/config", "[default]\nregion = x\nthe secret\n");
    let error = home.settings().region().unwrap_err();
    let config = home.path(".aws/config");
    assert_eq!(
        error.to_string(),
        format!("{config}, line 3: neither a `[section]` nor `key = value`")
    );
    let home = self::home("no_text").variable("AWS_CONFIG_FILE", "~/.aws");
    let error = home.settings().region().unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with(&format!("{} cannot be read: ", home.path(".aws"))),
        "{error}"
    );
}
