//! A home directory of a test's own, with the files that AWS tools share, and variables beside it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rest_op::aws::Settings;

/// A directory that no other test has, and variables that no other process sees.
pub struct Home {
    directory: PathBuf,
    variables: BTreeMap<String, String>,
}

impl Home {
    /// An empty home directory under `directory`, by the name of the test.
    pub fn new(directory: &str, test: &str) -> Self {
        let directory = Path::new(directory).join(test);
        // Of an earlier run, if it is there.
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(directory.join(".aws")).expect("cargo's folder for tests can be written to");
        let variables = BTreeMap::from([("HOME".to_owned(), directory.display().to_string())]);
        Self { directory, variables }
    }

    /// Writes a file, `.aws/config` or another one.
    pub fn file(self, name: &str, content: &str) -> Self {
        fs::write(self.directory.join(name), content).expect("cargo's folder for tests can be written to");
        self
    }

    /// Sets a variable.
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The variables, `HOME` among them.
    pub fn variables(&self) -> &BTreeMap<String, String> {
        &self.variables
    }

    /// Where a file of this name is.
    pub fn path(&self, name: &str) -> String {
        self.directory.join(name).display().to_string()
    }

    /// The settings that are found there.
    pub fn settings(&self) -> Settings {
        let variables = self.variables.clone();
        Settings::from_variables(move |name| variables.get(name).cloned())
    }
}
