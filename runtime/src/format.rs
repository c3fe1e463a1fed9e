//! Formats of values: scalars, entries, forms, JSON and XML.

pub(crate) mod entries;
pub(crate) mod error;
pub(crate) mod form;
pub(crate) mod json;
pub(crate) mod nested;
pub(crate) mod scalar;
#[cfg(feature = "xml")]
pub(crate) mod xml;
