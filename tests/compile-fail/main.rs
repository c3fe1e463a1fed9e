//! Mistakes in declarations: `<stage>/<rule>.rs` contains one, and `<stage>/<rule>.stderr` the output of the compiler
//! of `rust-toolchain.toml`. Each fixture also uses its declaration, which must cause no further error.

#[path = "../../macros/src/rules.rs"]
mod rules;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::rules::CATALOGUE;

/// Stages beyond the catalogue: mistakes that only the compiler finds, and several mistakes at once.
const OTHER_STAGES: [&str; 2] = ["several", "types"];

/// The stage of incomplete items, which only editors pass to the macros; the compiler reports them itself.
const EDITORS: &str = "syntax";

#[test]
fn compiler_output_equals_the_recorded_one() {
    trybuild::TestCases::new().compile_fail("*/*.rs");
}

#[test]
fn each_fixture_shows_one_error_unless_it_states_another_number() {
    for fixture in fixtures() {
        let source = fs::read_to_string(&fixture).expect("a fixture can be read");
        let expected = match source.strip_prefix("// errors: ").and_then(|rest| rest.lines().next()) {
            Some(number) => number.parse().expect("`// errors:` is followed by a number"),
            None => 1,
        };
        let shown = fs::read_to_string(fixture.with_extension("stderr")).expect("a fixture has its output");
        let errors = shown.lines().filter(|line| line.starts_with("error")).count();
        let others = shown.lines().filter(|line| line.starts_with("warning")).count();
        assert_eq!((errors, others), (expected, 0), "{}", fixture.display());
    }
}

#[test]
fn every_rule_has_its_fixture_and_every_fixture_its_rule() {
    let rules = CATALOGUE.iter().filter(|(stage, _, _)| *stage != EDITORS);
    let rules: BTreeSet<String> = rules
        .map(|(stage, rule, _)| format!("{stage}/{}", snake_case(&format!("{rule:?}"))))
        .collect();
    let name = |fixture: &Path| {
        let name = fixture
            .strip_prefix(root())
            .expect("a fixture is below the root")
            .with_extension("");
        name.display().to_string()
    };
    let names = fixtures().into_iter().map(|fixture| name(&fixture));
    let others = |name: &String| OTHER_STAGES.iter().any(|stage| name.starts_with(stage));
    assert_eq!(names.filter(|name| !others(name)).collect::<BTreeSet<String>>(), rules);
}

#[test]
fn the_reference_lists_every_rule_in_order() {
    for (page, stages) in [
        (
            "rest_op",
            &[
                "attribute",
                "template",
                "host_prefix",
                "argument",
                "signature",
                "operation",
            ][..],
        ),
        ("from_response", &["from_response"]),
        ("api_error", &["api_error"]),
        ("page", &["page"]),
    ] {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../runtime/src/reference/{page}.md"));
        let page = fs::read_to_string(page).expect("the reference can be read");
        let (_, listed) = page
            .split_once("\n# Rules\n")
            .expect("the reference has a list of rules");
        let listed: Vec<&str> = listed.lines().filter_map(|line| line.strip_prefix("- ")).collect();
        let rules = CATALOGUE.iter().filter(|(stage, _, _)| stages.contains(stage));
        assert_eq!(listed, rules.map(|(_, _, says)| *says).collect::<Vec<_>>());
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The fixtures of all stages.
fn fixtures() -> Vec<PathBuf> {
    let entries = |directory: PathBuf| fs::read_dir(directory).expect("a directory can be read").flatten();
    let stages = entries(root()).map(|entry| entry.path()).filter(|path| path.is_dir());
    let files = stages.flat_map(|stage| entries(stage).map(|entry| entry.path()));
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}
