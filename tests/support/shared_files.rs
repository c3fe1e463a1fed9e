//! A home directory for one test, with shared AWS files, and environment variables.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rest_op::aws::Settings;

/// A directory that only this test uses, and variables that no other process sees.
pub struct Home {
    directory: PathBuf,
    variables: BTreeMap<String, String>,
}

impl Home {
    /// Creates an empty home directory under `directory`, named after the test.
    pub fn new(directory: &str, test: &str) -> Self {
        let directory = Path::new(directory).join(test);
        // It may be left from an earlier run.
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

    /// Returns the variables, including `HOME`.
    pub fn variables(&self) -> &BTreeMap<String, String> {
        &self.variables
    }

    /// Returns the path of a file.
    pub fn path(&self, name: &str) -> String {
        self.directory.join(name).display().to_string()
    }

    /// Returns the settings of this home.
    pub fn settings(&self) -> Settings {
        let variables = self.variables.clone();
        Settings::from_variables(move |name| variables.get(name).cloned())
    }
}
