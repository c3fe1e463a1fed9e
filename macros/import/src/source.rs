//! A description as it was read: JSON or YAML, perhaps compressed by gzip.

mod bytes;
mod file;
mod kind;
mod yaml;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::document::Node;
use crate::error::ImportError;
use crate::{aws, swagger};

/// A service description.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    sha256: String,
    value: Value,
    /// It was Swagger 2.0, which is rewritten.
    is_swagger: bool,
}

impl Source {
    /// Reads the description in a file, or in the standard input, which is `-`. If it is an AWS service model, the file
    /// `paginators-1.json` beside it is read, too.
    pub fn open(path: &str) -> Result<Self, ImportError> {
        let source = Self::parse(&file::name(path), &file::read(path)?)?;
        match file::paginators_beside(path) {
            Some(paginators) if source.value.get("shapes").is_some() => source.open_paginators(&paginators),
            _ => Ok(source),
        }
    }

    /// Reads a description. The name is that of its file, and is only shown.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let value = value(name, bytes)?;
        let is_swagger = swagger::is_swagger(&value);
        Ok(Self {
            name: name.to_owned(),
            sha256: hexadecimal(&Sha256::digest(bytes)),
            value: if is_swagger { swagger::rewritten(value) } else { value },
            is_swagger,
        })
    }

    /// Adds the paginators of an AWS service model from a file.
    pub fn open_paginators(self, path: &str) -> Result<Self, ImportError> {
        self.add_paginators(&file::name(path), &file::read(path)?)
    }

    /// Adds the paginators of an AWS service model, its file `paginators-1.json`.
    pub fn with_paginators(self, bytes: &[u8]) -> Result<Self, ImportError> {
        self.add_paginators("the paginators", bytes)
    }

    fn add_paginators(mut self, name: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let mut value = value(name, bytes)?;
        let paginators = value.get_mut("pagination").map(Value::take).filter(Value::is_object);
        let Some(paginators) = paginators else {
            return Err(ImportError::new(format_args!(
                "{name} has no paginators; name the file `paginators-1.json` of the service"
            )));
        };
        let model = self.value.as_object_mut().filter(|model| model.contains_key("shapes"));
        let Some(model) = model else {
            return Err(ImportError::new(format_args!(
                "{} is not an AWS service model; paginators are for these alone",
                self.name
            )));
        };
        // Each under the name of its operation.
        model.insert(aws::PAGINATORS.to_owned(), paginators);
        Ok(self)
    }

    pub(crate) fn root(&self) -> Node<'_> {
        Node::root(&self.value)
    }

    /// Returns the JSON pointer of a place in the description as it was read.
    pub(crate) fn original(&self, pointer: &str) -> String {
        if self.is_swagger {
            swagger::original(pointer)
        } else {
            pointer.to_owned()
        }
    }

    /// The name of the file.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The SHA-256 of the file as it was read, in hexadecimal.
    pub(crate) fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Returns the error for a description of a format that is not known, which says what the file seems to be.
    pub(crate) fn unknown_format(&self) -> ImportError {
        ImportError::new(format_args!("{} {}", self.name, kind::of_value(&self.value)))
    }
}

/// Reads a file that is text.
pub(crate) fn text_of_file(path: &str) -> Result<String, ImportError> {
    let bytes = file::read(path)?;
    bytes::text(&file::name(path), &bytes).map(str::to_owned)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// Reads JSON or YAML.
fn value(name: &str, bytes: &[u8]) -> Result<Value, ImportError> {
    let bytes = bytes::decompressed(name, bytes)?;
    let text = bytes::text(name, &bytes)?;
    if let Some(kind) = kind::of_text(text) {
        return Err(ImportError::new(format_args!("{name} {kind}")));
    }
    if !text.trim_start().starts_with(['{', '[']) {
        return yaml::value(text).map_err(|error| ImportError::new(format_args!("{name}: {error}")));
    }
    // YAML contains JSON, with commas at the end and comments in addition, but its reader takes longer, and explains less.
    let error = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    yaml::value(text).map_err(|_| ImportError::new(format_args!("{name}{}", explained(&error))))
}

/// Returns why JSON cannot be read, as the end of a sentence that begins with the name of the file.
fn explained(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    if error.is_eof() {
        return format!(" ends early, at {place}; download it again");
    }
    let message = error.to_string();
    let reason = message
        .split_once(" at line ")
        .map_or(message.as_str(), |(reason, _)| reason);
    format!(": {place}: {reason}")
}

#[cfg(test)]
mod tests;
