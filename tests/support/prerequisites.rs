//! Programs and folders that a machine may lack. A test that needs one prints what it leaves out.

use std::env;
use std::ffi::OsStr;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Prints a text past the test runner, which captures the output of passing tests.
pub fn print_uncaptured(text: &str) {
    // In one piece: other tests print at the same time.
    let _ = std::io::stderr().write_all(format!("{text}\n").as_bytes());
}

/// Prints that a part of a test is left out, and why. `.ci/run` searches for these words.
pub fn left_out(part: &str, why: &str) {
    print_uncaptured(&format!("{part}: LEFT OUT: {why}"));
}

/// Prints that a suite of cases is missing, which is a failure in CI.
pub fn cases_missing(suite: &str, why: &str) {
    left_out(suite, &format!("no case was run, {why}"));
    assert_ne!(env::var("CI").as_deref(), Ok("true"), "CI runs all cases of {suite}");
}

/// Returns whether one of these programs is not installed, and if so, prints that the part is left out.
pub fn lacks(part: &str, programs: &[&str]) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let is_installed = |program: &str| {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path).any(|folder| folder.join(&file).is_file())
    };
    let missing = programs.iter().find(|program| !is_installed(program));
    if let Some(missing) = missing {
        left_out(part, &format!("{missing} is not installed"));
    }
    missing.is_some()
}

/// Returns Python with a module, without the AWS settings and proxies of the environment. If it is not installed,
/// prints that the part is left out.
pub fn python(part: &str, module: &str) -> Option<Command> {
    if !has_module("python3", module) {
        left_out(part, &format!("python3 with {module} is not installed"));
        return None;
    }
    let mut python = Command::new("python3");
    for (name, _) in env::vars_os() {
        let lower = name.to_string_lossy().to_ascii_lowercase();
        if lower.starts_with("aws_") || lower.ends_with("_proxy") {
            python.env_remove(name);
        }
    }
    for file in ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"] {
        python.env(file, "no such file");
    }
    Some(python)
}

/// Returns whether this Python runs, and has a module. On some systems `python3` is a stub that asks to be installed.
pub fn has_module(python: impl AsRef<OsStr>, module: &str) -> bool {
    let mut import = Command::new(python);
    let import = import.args(["-c", &format!("import {module}")]);
    let import = import.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    import.status().is_ok_and(|status| status.success())
}
