//! Ten operations of each shared document: they compile without a warning, and how many lines they take is recorded.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rest_op_import::{Options, import, operations};
use rest_op_tests::prerequisites::{lacks, print_uncaptured};

use crate::{documents, golden};

/// The lines an operation takes, with its types: the median of the documents, and the 90th percentile.
const LINES: (f64, f64) = (97.0, 273.2);

/// The file of ten operations of a document.
struct Written {
    /// The name of the document as that of a module.
    name: String,
    text: String,
    declared: usize,
}

impl Written {
    fn of(file: &Path) -> Self {
        let source = documents::read(file);
        let ids = operations(&source).unwrap();
        // Spread evenly over the document.
        let mut chosen: Vec<String> = (0..10).map(|tenth| ids[tenth * ids.len() / 10].clone()).collect();
        chosen.dedup();
        let options = Options {
            operations: chosen,
            ..Options::default()
        };
        let imported = import(&source, &options).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = file.file_name().unwrap().to_string_lossy().replace(".json.gz", "");
        Self {
            name: name
                .replace(|character: char| !character.is_ascii_alphanumeric(), "_")
                .to_lowercase(),
            text: imported.text,
            declared: imported.declared,
        }
    }

    fn lines_per_operation(&self) -> f64 {
        let number = |count| f64::from(u32::try_from(count).unwrap());
        number(self.text.lines().count()) / number(self.declared)
    }

    /// All of them.
    fn all(test: &str) -> Vec<Self> {
        documents::shared(test).iter().map(|file| Self::of(file)).collect()
    }
}

#[test]
fn lines_per_operation_are_those_recorded() {
    const TEST: &str = "lines an operation takes";
    if lacks(TEST, &["rustfmt"]) {
        return;
    }
    let mut lines: Vec<f64> = Written::all(TEST).iter().map(Written::lines_per_operation).collect();
    if lines.is_empty() {
        return;
    }
    lines.sort_by(f64::total_cmp);
    let (median, percentile) = (lines[lines.len() / 2], lines[lines.len() * 9 / 10]);
    print_uncaptured(&format!(
        "lines an operation takes: median {median:.1}, 90th percentile {percentile:.1}"
    ));
    assert!(
        median <= LINES.0 * 1.05 && percentile <= LINES.1 * 1.05,
        "the median is {median:.1} and the 90th percentile {percentile:.1}, recorded are {LINES:?}; if the growth is \
         intended, change `LINES` in {}",
        file!()
    );
}

#[test]
fn what_is_written_compiles_without_a_warning() {
    const TEST: &str = "compilation of what is written";
    let written = Written::all(TEST);
    let package = Package::new(&written);
    package.run(&["check"]);
    if !lacks("clippy for what is written", &["cargo-clippy"]) {
        package.run(&["clippy"]);
    }
}

/// A library that consists of written files.
struct Package(PathBuf);

impl Package {
    fn new(written: &[Written]) -> Self {
        let package = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join("imported"));
        let sources = package.0.join("src");
        // Files of other runs are not used.
        fs::create_dir_all(&sources).unwrap();
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let manifest = format!(
            r#"[package]
name = "imported"
edition = "2024"

[dependencies]
rest-op = {{ path = '{}', default-features = false, features = ["checksum", "xml"] }}
serde = {{ version = "1", features = ["derive"] }}

[workspace]
"#,
            workspace.join("runtime").display()
        );
        let mut library = "//! Files that `rest-op-import` wrote.\n\n\
            #![deny(warnings, missing_docs, unreachable_pub, unused_qualifications, clippy::pedantic)]\n\n"
            .to_owned();
        for Written { name, text, .. } in written {
            writeln!(library, "pub mod {name};").unwrap();
            write_changed(&sources.join(format!("{name}.rs")), text);
        }
        for file in golden::files() {
            let name = file.file_stem().unwrap().to_string_lossy();
            writeln!(library, "#[path = r\"{}\"]\npub mod golden_{name};", file.display()).unwrap();
        }
        write_changed(&sources.join("lib.rs"), &library);
        write_changed(&package.0.join("Cargo.toml"), &manifest);
        // The versions that are on this machine.
        fs::copy(workspace.join("Cargo.lock"), package.0.join("Cargo.lock")).unwrap();
        package
    }

    /// Runs a command of cargo, which must not warn.
    fn run(&self, command: &[&str]) {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut cargo = Command::new(cargo);
        let cargo = cargo.args(command).args(["--quiet", "--offline", "--target-dir"]);
        let output = cargo.arg(self.0.join("target")).current_dir(&self.0).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && printed.is_empty(), "{command:?}: {printed}");
    }
}

/// Writes a file unless it has this text, so that nothing is compiled again without need.
fn write_changed(file: &Path, text: &str) {
    if fs::read_to_string(file).ok().as_deref() != Some(text) {
        fs::write(file, text).unwrap();
    }
}
