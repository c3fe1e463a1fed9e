//! Files that the command line names.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::bytes::{MAX_BYTES, bounded};
use crate::error::ImportError;
use crate::suggest::did_you_mean;

/// The path that stands for the standard input.
const STANDARD_INPUT: &str = "-";

/// The file with the paginators of an AWS service model, in the folder of the model.
const PAGINATORS: &str = "paginators-1.json";

/// Returns the name of a file, without its folder.
pub(super) fn name(path: &str) -> String {
    if path == STANDARD_INPUT {
        return "standard input".to_owned();
    }
    Path::new(path)
        .file_name()
        .map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Reads a file, or the standard input.
pub(super) fn read(path: &str) -> Result<Vec<u8>, ImportError> {
    let content = if path == STANDARD_INPUT {
        bounded(io::stdin().lock(), MAX_BYTES)
    } else if Path::new(path).is_dir() {
        return Err(ImportError::new(format_args!(
            "{path} is a folder; name a file in it{}",
            example(path)
        )));
    } else {
        File::open(path).and_then(|file| bounded(file, MAX_BYTES))
    };
    content.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => missing(path),
        io::ErrorKind::FileTooLarge => ImportError::new(format_args!("{} {error}", name(path))),
        _ => ImportError::new(format_args!("cannot read {}: {error}", name(path))),
    })
}

/// Returns the paginators beside a service model, if they are there.
pub(super) fn paginators_beside(model: &str) -> Option<String> {
    let beside = [PAGINATORS.to_owned(), format!("{PAGINATORS}.gz")].map(|name| Path::new(model).with_file_name(name));
    let found = beside.iter().find(|path| model != STANDARD_INPUT && path.is_file())?;
    found.to_str().map(str::to_owned)
}

/// Returns the error for a file that does not exist.
fn missing(path: &str) -> ImportError {
    if path.starts_with("https://") || path.starts_with("http://") {
        return ImportError::new(format_args!(
            "{path} is a URL; download it first, with `curl -LO {path}`"
        ));
    }
    // The first part of the path that does not exist, and what is beside it.
    let path = Path::new(path);
    let gone = path
        .ancestors()
        .take_while(|part| !part.exists() && !part.as_os_str().is_empty())
        .last()
        .unwrap_or(path);
    let folder = gone.parent().filter(|folder| !folder.as_os_str().is_empty());
    let kind = if gone == path { "file" } else { "folder" };
    let place = folder.map_or_else(String::new, |folder| format!(" in {}", folder.display()));
    let siblings = names(folder.unwrap_or(Path::new(".")));
    let name = gone.file_name().unwrap_or_default().to_string_lossy();
    let remedy = did_you_mean(&name, siblings.iter().map(String::as_str));
    ImportError::new(format_args!("there is no {kind} {name}{place}{remedy}"))
}

/// Returns the end of an error about a folder: one of its files that may be meant.
fn example(folder: &str) -> String {
    let mut names = names(Path::new(folder));
    names.sort_unstable();
    let is_description = |name: &&String| {
        let extension = Path::new(name.trim_end_matches(".gz")).extension().unwrap_or_default();
        ["json", "yaml", "yml"].iter().any(|known| extension == *known)
    };
    let example = names
        .iter()
        .find(is_description)
        .map(|name| Path::new(folder).join(name));
    example.map_or_else(String::new, |example| format!(", such as {}", example.display()))
}

/// Returns the names of the files and folders in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect()
}
