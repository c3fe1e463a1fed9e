//! The last steps: a check that the text is Rust, and rustfmt.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::error::ImportError;

/// Checks that a text is Rust.
pub(super) fn check(text: &str) -> Result<(), ImportError> {
    let Err(error) = syn::parse_file(text) else {
        return Ok(());
    };
    let number = error.span().start().line;
    let line = text.lines().nth(number.saturating_sub(1)).unwrap_or_default();
    Err(ImportError::new(format_args!(
        "the written file is not Rust: {error} in line {number}, `{}`; this is a fault of rest-op-import, please report it with the description and the command line",
        line.trim()
    )))
}

/// Formats a text by rustfmt. Returns `None` if it is not installed or fails.
pub(super) fn rustfmt(text: &str) -> Option<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // rustfmt writes nothing before it has read all, so neither waits for the other.
    let is_written = rustfmt
        .stdin
        .take()
        .is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    let output = rustfmt.wait_with_output().ok()?;
    let formatted = String::from_utf8(output.stdout).ok()?;
    (is_written && output.status.success() && !formatted.is_empty()).then_some(formatted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_not_rust_is_reported_with_its_line() {
        let error = check("struct A;\n  struct 1;\n").unwrap_err().to_string();
        assert!(error.contains("in line 2, `struct 1;`"), "{error}");
        assert!(error.contains("please report it"), "{error}");
    }
}
