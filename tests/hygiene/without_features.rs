//! A program that does not enable the features `xml` and `checksum` compiles nothing for them, and is pointed to them by one
//! error. The features of this workspace include them, so that cargo is asked about the crate alone.

use std::env;
use std::path::Path;
use std::process::Command;

/// Runs cargo for the crate without a network.
fn cargo(arguments: &[&str]) -> String {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).args(["--offline", "--package", "rest-op"]);
    let output = command.output().expect("cargo runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).expect("cargo prints text")
}

#[test]
fn crate_without_the_features_does_not_depend_on_their_libraries() {
    let depends = |library: &str, features: &str| {
        let tree = cargo(&[
            "tree",
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--features",
            features,
        ]);
        assert!(tree.starts_with("rest-op "), "{tree}");
        tree.lines().any(|line| line.split(' ').next() == Some(library))
    };
    for (library, feature) in [("quick-xml", "xml"), ("crc", "checksum"), ("md-5", "checksum")] {
        assert!(!depends(library, "default"));
        assert!(!depends(library, "compression,http2,tower"));
        assert!(depends(library, feature));
    }
}

/// Declarations that need a feature, with its name and the beginning of the error.
const DECLARATIONS: [(&str, &str, &str); 4] = [
    (
        "xml",
        "XML requires",
        "pub trait Rooms: rest_op::Api {
            #[rest_op::rest_op(POST, \"/\")]
            fn add(&self, #[body(xml)] room: &String) -> rest_op::Call<()>;
        }
        impl Rooms for rest_op::Client {}",
    ),
    (
        "xml",
        "XML requires",
        "#[derive(rest_op::FromResponse)]
        #[from_response(xml)]
        pub struct Room { pub name: String }",
    ),
    (
        "xml",
        "XML requires",
        "#[derive(rest_op::FromResponse)]
        #[from_response(xml, member = \"Room\")]
        pub struct Room { pub name: String }",
    ),
    (
        "checksum",
        "checksums require",
        "pub trait Rooms: rest_op::Api {
            #[rest_op::rest_op(POST, \"/\", checksum = \"content-md5\")]
            fn add(&self, #[body] room: &String) -> rest_op::Call<()>;
        }
        impl Rooms for rest_op::Client {}",
    ),
];

#[test]
fn declaration_without_its_feature_is_one_error_that_names_the_remedy() {
    // The features of a lint in `.ci/run`, so that dependencies are compiled once.
    let messages = cargo(&["check", "--no-default-features", "--message-format", "json"]);
    let artifact = |name: &str| {
        let messages = messages
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
        let mut artifacts = messages.filter(|message| message["target"]["name"] == name);
        let artifact = artifacts.next().expect("the crate is compiled");
        artifact["filenames"][0]
            .as_str()
            .expect("the crate is a file")
            .to_owned()
    };
    let library = artifact("rest_op");
    let folder = Path::new(&library).parent().expect("the file is in a folder");
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without_features.rs");
    for (feature, requires, declaration) in DECLARATIONS {
        std::fs::write(&source, declaration).expect("the file can be written");
        let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        command.args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
            "--out-dir",
        ]);
        command
            .arg(env!("CARGO_TARGET_TMPDIR"))
            .arg("--extern")
            .arg(format!("rest_op={library}"));
        command
            .arg("-L")
            .arg(format!("dependency={}", folder.display()))
            .arg(&source);
        let output = command.output().expect("rustc runs");
        let errors = String::from_utf8_lossy(&output.stderr);
        let (first, others) = errors.split_once('\n').expect("there is an error");
        let fault = format!("{requires} the feature `{feature}` of `rest-op`");
        assert!(first.ends_with(&fault), "{errors}");
        let remedy = format!("= note: enable it: `cargo add rest-op --features {feature}`");
        assert!(others.contains(&remedy), "{errors}");
        assert_eq!(others.matches("\nerror").count(), 1, "only the summary: {errors}");
        assert!(others.contains("error: aborting due to 1 previous error"), "{errors}");
    }
}
