//! Generates Rust from the vectors as a developer would write it by hand, and the cases as calls of it. The build
//! script runs this; so does the test that compares the declaration in its documentation with the generated one.
//!
//! The flow: [`vectors`] are read, a [`model`] names the types of one suite, [`types`] and [`operation`] declare them,
//! [`value`] writes the values of the calls, and [`suite`] combines everything.

use std::{fmt::Write as _, path::Path};

mod argument;
mod field;
mod input;
mod model;
mod names;
mod operation;
mod suite;
mod types;
mod value;
pub(crate) mod vectors;
mod xml;

use names::{Taken, identifier, shortened, snake};
use vectors::{Suite, Vectors};

/// The modules of the generated code, one for each file.
#[derive(Default)]
pub(crate) struct Modules {
    taken: Taken,
    files: Vec<(String, String)>,
}

impl Modules {
    /// Names the module of a file.
    pub(crate) fn add(&mut self, file: &Path) -> String {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let module = self.taken.take(&format!("file_{}", snake(&stem)));
        self.files.push((module.clone(), file.display().to_string()));
        module
    }

    /// Writes the file that contains the modules and lists them.
    pub(crate) fn source(&self) -> String {
        let mut source = String::new();
        for (module, _) in &self.files {
            let _ = writeln!(
                source,
                "mod {module} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{module}.rs\")); }}"
            );
        }
        source.push_str("/// The files of the folder, with their text and their cases.\npub(super) fn files() -> Vec<File> {\n    vec![\n");
        for (module, file) in &self.files {
            let _ = writeln!(
                source,
                "        File::new({file:?}, include_str!({file:?}), {module}::cases()),"
            );
        }
        source.push_str("    ]\n}\n");
        source
    }
}

/// Writes the module of one file: a module for each suite, and the list of all cases.
pub(crate) fn file(vectors: &Vectors) -> String {
    let mut taken = Taken::default();
    let mut source = String::new();
    let mut lists = Vec::new();
    for (name, suite) in vectors.suites.iter() {
        let module = taken.take(&identifier(&snake(&shortened(name))));
        let suite = suite::Generated::new(vectors, name, suite);
        let _ = writeln!(
            source,
            "/// {name}\npub mod {module} {{\n{}}}\n",
            indented(&format!("{}\n{}", suite.declaration(), suite.cases()))
        );
        lists.push(module);
    }
    source.push_str(
        "pub fn cases() -> Vec<crate::case::Case> {\n    let lists: Vec<fn() -> Vec<crate::case::Case>> = vec![\n",
    );
    for module in lists {
        let _ = writeln!(source, "        {module}::cases,");
    }
    source.push_str("    ];\n    lists.into_iter().flat_map(|cases| cases()).collect()\n}\n");
    source
}

/// Writes only the declaration of one suite.
pub(crate) fn declaration(vectors: &Vectors, name: &str, suite: &Suite) -> String {
    suite::Generated::new(vectors, name, suite).declaration()
}

/// Indents all lines that are not empty.
fn indented(text: &str) -> String {
    text.lines()
        .map(|line| {
            if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("    {line}\n")
            }
        })
        .collect()
}
