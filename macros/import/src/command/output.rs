//! Files that are written whole or not at all, and the standard output.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process;

/// Returns an error if a file exists, or its folder does not.
pub(super) fn is_free(path: &Path) -> Result<(), String> {
    if path.is_dir() {
        Err(format!("{} is a folder; name a file in it", path.display()))
    } else if fs::symlink_metadata(path).is_ok() {
        Err(format!("{} exists; `--force` overwrites it", path.display()))
    } else {
        Ok(())
    }
}

/// Writes a file. It is written beside its place and then moved there, so that it is never there in part.
pub(super) fn write(path: &Path, text: &str) -> Result<(), String> {
    // The file behind a symbolic link is replaced, not the link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if path.is_dir() {
        return Err(format!("{} is a folder; name a file in it", path.display()));
    }
    // A device or a pipe, such as `/dev/null`, is written to, and never replaced by a file.
    if fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}", process::id()));
    let written = File::create_new(&beside)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| fs::rename(&beside, &path));
    written.map_err(|error| {
        _ = fs::remove_file(&beside);
        match path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        {
            Some(folder) => format!(
                "cannot write {}: there is no folder {}",
                path.display(),
                folder.display()
            ),
            None => format!("cannot write {}: {error}", path.display()),
        }
    })
}

/// Prints a text. A reader that stops early, such as `head`, is not an error.
pub(super) fn print(text: &str) -> Result<(), String> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write the standard output: {error}"))
        }
        _ => Ok(()),
    }
}
