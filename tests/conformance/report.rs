//! The final table: file, cases, passed, excluded.

use std::{fmt, path::Path};

use crate::generate::vectors::{Applies, Case};

/// The outcomes of the cases of one file.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) file: String,
    pub(crate) passed: usize,
    pub(crate) left_out: usize,
    pub(crate) failed: usize,
}

impl Row {
    pub(crate) fn new(path: &str) -> Self {
        let name = Path::new(path).file_name().unwrap_or_default();
        Self {
            file: name.to_string_lossy().into_owned(),
            ..Self::default()
        }
    }

    fn cases(&self) -> usize {
        self.passed + self.left_out + self.failed
    }
}

/// All rows, and notes on single cases.
#[derive(Default)]
pub(crate) struct Report {
    pub(crate) rows: Vec<Row>,
    /// Cases left out, with the reason.
    pub(crate) left_out: Vec<String>,
    /// Failures of cases that are not binding: those of one service, and doubtful ones.
    pub(crate) open: Vec<String>,
    /// Failures of all other cases.
    pub(crate) faults: Vec<String>,
}

impl Report {
    /// Counts a case, and keeps its notes.
    pub(crate) fn add(&mut self, row: &mut Row, case: &Case, found: &[String], left_out: Option<&str>) {
        let line = |text: &str| format!("{} ({:?}): {text}", case.id, case.applies);
        match (found, left_out) {
            (_, Some(reason)) if case.applies == Applies::Core => {
                row.failed += 1;
                self.faults.push(line(&format!(
                    "every client should pass it, and it is left out: {reason}"
                )));
            }
            ([], _) => row.passed += 1,
            (_, Some(reason)) => {
                row.left_out += 1;
                self.left_out.push(line(reason));
            }
            (found, None) => {
                row.failed += 1;
                let binds = matches!(case.applies, Applies::Core | Applies::Optional);
                let lines = if binds { &mut self.faults } else { &mut self.open };
                lines.push(line(&found.join("\n      ")));
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (title, lines) in [
            ("left out", &self.left_out),
            ("failed, but binding for nobody", &self.open),
            ("FAILED", &self.faults),
        ] {
            if !lines.is_empty() {
                writeln!(f, "\n{title}:")?;
            }
            for line in lines {
                writeln!(f, "  {line}")?;
            }
        }
        let total = self.rows.iter().fold(Row::new("all"), |all, row| Row {
            passed: all.passed + row.passed,
            left_out: all.left_out + row.left_out,
            failed: all.failed + row.failed,
            ..all
        });
        let width = self.rows.iter().map(|row| row.file.len()).max().unwrap_or(0).max(4);
        writeln!(f, "\n{:width$} | cases | passed | left out | failed", "file")?;
        for row in self.rows.iter().chain([&total]) {
            let Row {
                file,
                passed,
                left_out,
                failed,
            } = row;
            writeln!(
                f,
                "{file:width$} | {:5} | {passed:6} | {left_out:8} | {failed:6}",
                row.cases()
            )?;
        }
        Ok(())
    }
}
