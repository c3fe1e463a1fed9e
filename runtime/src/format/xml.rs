//! XML. `quick-xml` finds the elements. Values are written and read by serializers of our own, because those of `quick-xml` write
//! `None` as an empty element, and read neither enums with data nor values whose type is open.

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use self::document::Document;
use self::element::Element;
use self::reader::Source;
use self::writer::Writer;
use crate::format::error::{ReadError, ValueError};

mod document;
mod element;
mod name;
mod reader;
#[cfg(test)]
mod tests;
mod writer;

/// The most elements that contain each other. A reader calls itself for each.
const MAX_DEPTH: usize = 128;

/// The name of the newtype struct by which a type reads the elements in an element one by one, whatever their names.
pub(crate) const CHILDREN: &str = "$rest_op::xml::children";

/// Writes a value, or returns `None` if the value is absent.
#[inline]
pub(crate) fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Option<Bytes>, ValueError> {
    let mut document = Element::default();
    value.serialize(Writer::root(&mut document))?;
    Ok(Some(document.into_content())
        .filter(|text| !text.is_empty())
        .map(Bytes::from))
}

/// Reads a body. An empty body reads as an element without content.
#[inline]
pub(crate) fn decode_body<T: DeserializeOwned>(body: &[u8]) -> Result<T, ReadError> {
    let document = Document::parse(text(body)?)?;
    let root = document.root().ok_or_else(|| ReadError::new("has no root element"))?;
    T::deserialize(Source::element(root))
}

/// Reads the element at a path of local names below the root, such as `Error` or `Result.Items`.
#[inline]
pub(crate) fn decode_member<T: DeserializeOwned>(body: &[u8], path: &str) -> Result<T, ReadError> {
    let document = Document::parse(text(body)?)?;
    let element = document
        .find(path)
        .ok_or_else(|| ReadError::at(path, "missing element"))?;
    T::deserialize(Source::element(element)).map_err(|error| error.below(path))
}

/// Returns the body as text; an element if it is empty.
#[inline]
fn text(body: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(body).map_err(|_| ReadError::new("is not UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.trim_ascii().is_empty() { "<empty/>" } else { text })
}
