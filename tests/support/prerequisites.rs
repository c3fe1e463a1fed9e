//! Programs and folders of others, which a machine may not have: a test that needs one says that it leaves something out.

use std::env;
use std::ffi::OsStr;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// Says what a test cannot know by passing, past the test runner, which holds prints back.
pub fn say(text: &str) {
    // In one piece, or what others say comes in between.
    let _ = std::io::stderr().write_all(format!("{text}\n").as_bytes());
}

/// Says that a part of a test is left out, and why. `.ci/run` looks for these words.
pub fn left_out(part: &str, why: &str) {
    say(&format!("{part}: LEFT OUT: {why}"));
}

/// Says that a suite of cases is not there, which is a failure where it must not happen.
pub fn no_case_was_run(suite: &str, why: &str) {
    left_out(suite, &format!("no case was run, {why}"));
    assert_ne!(env::var("CI").as_deref(), Ok("true"), "CI runs all cases of {suite}");
}

/// Whether one of these programs is not installed; if so, that the part is left out has been said.
pub fn lacks(part: &str, programs: &[&str]) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    let is_there = |program: &str| {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path).any(|folder| folder.join(&file).is_file())
    };
    let missing = programs.iter().find(|program| !is_there(program));
    if let Some(missing) = missing {
        left_out(part, &format!("there is no {missing}"));
    }
    missing.is_some()
}

/// Python without the AWS settings and the proxies of whoever runs the tests, where it has a module; else that the part is
/// left out has been said.
pub fn python(part: &str, module: &str) -> Option<Command> {
    if !has_module("python3", module) {
        left_out(part, &format!("there is no python3 with {module}"));
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

/// Whether there is such a Python, which is more than a stub that asks to be installed, and has a module.
pub fn has_module(python: impl AsRef<OsStr>, module: &str) -> bool {
    let mut import = Command::new(python);
    let import = import.args(["-c", &format!("import {module}")]);
    let import = import.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    import.status().is_ok_and(|status| status.success())
}
