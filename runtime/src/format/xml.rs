//! XML. The serde support of `quick-xml` reads it. A serializer of our own writes it, because that of `quick-xml` writes `None`
//! as an empty element, and floats that are not finite in another way than XML Schema.

use std::borrow::Cow;

use bytes::Bytes;
use quick_xml::de::Deserializer;
use quick_xml::events::Event;
use quick_xml::{DeError, Reader};
use serde::Serialize;
use serde::de::DeserializeOwned;

use self::writer::{Element, Writer};
use crate::format::error::{ReadError, ValueError};

#[cfg(test)]
mod tests;
mod writer;

/// The most elements that contain each other. A reader calls itself for each.
const MAX_DEPTH: usize = 128;

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
    decode(text(body)?)
}

/// Reads the element at a path of local names below the root, such as `Error` or `Result.Items`.
#[inline]
pub(crate) fn decode_member<T: DeserializeOwned>(body: &[u8], path: &str) -> Result<T, ReadError> {
    match element(text(body)?, path)? {
        Some(element) => decode(&element),
        None => Err(ReadError::at(path, "missing element")),
    }
}

#[inline]
fn decode<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    check(text)?;
    let mut deserializer = Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        match error.into_inner() {
            DeError::Custom(message) => ReadError::at(&path, &message),
            _ => ReadError::at(&path, "is not the XML that the type requires"),
        }
    })
}

/// Returns the body as text; an element if it is empty.
#[inline]
fn text(body: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(body).map_err(|_| ReadError::new("is not UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.trim_ascii().is_empty() { "<empty/>" } else { text })
}

/// Checks that a text is one element, and that it is safe to read: it defines no entities, and elements are not too deep.
#[inline]
fn check(text: &str) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut has_root) = (0_usize, false);
    loop {
        let position = reader.buffer_position();
        let event = reader.read_event();
        let event = event.map_err(|_| ReadError::new(format!("is not well-formed XML, at byte {position}")))?;
        match event {
            Event::Start(_) | Event::Empty(_) if depth == 0 && has_root => {
                return Err(ReadError::new("has more than one root element"));
            }
            Event::Start(_) if depth == MAX_DEPTH => {
                return Err(ReadError::new(format!(
                    "has more than {MAX_DEPTH} elements that contain each other"
                )));
            }
            Event::Start(_) => (depth, has_root) = (depth + 1, true),
            Event::Empty(_) => has_root = true,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(ReadError::new("has a document type, which is not accepted")),
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().and_then(Result::ok);
                if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("utf-8")) {
                    return Err(ReadError::new("is not in UTF-8"));
                }
            }
            Event::Eof if depth > 0 => return Err(ReadError::new("ends within an element")),
            Event::Eof if !has_root => return Err(ReadError::new("has no root element")),
            Event::Eof => return Ok(()),
            Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::GeneralRef(_) => {}
        }
    }
}

/// Returns the text of the first element at a path of local names below the root.
#[inline]
fn element<'t>(text: &'t str, path: &str) -> Result<Option<Cow<'t, str>>, ReadError> {
    check(text)?;
    let path: Vec<&str> = path.split('.').collect();
    let mut reader = Reader::from_str(text);
    // How many elements are open, and how many of these, below the root, are on the path.
    let (mut depth, mut matched) = (0, 0);
    loop {
        let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let Ok(event) = reader.read_event() else {
            return Ok(None);
        };
        match event {
            Event::Start(tag) => {
                let is_next =
                    depth == matched + 1 && path.get(matched).is_some_and(|name| tag.local_name().as_ref() == *name);
                if is_next && matched + 1 == path.len() {
                    let name = tag.to_end().into_owned();
                    if reader.read_to_end(name.name()).is_err() {
                        return Ok(None);
                    }
                    let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    return Ok(text.get(start..end).map(Cow::Borrowed));
                }
                matched += usize::from(is_next);
                depth += 1;
            }
            Event::Empty(tag) if depth == matched + 1 && matched + 1 == path.len() => {
                if path.last().is_some_and(|name| tag.local_name().as_ref() == *name) {
                    let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    return Ok(text.get(start..end).map(Cow::Borrowed));
                }
            }
            Event::End(_) => {
                depth -= 1;
                // A path that ended without its last element begins anew at the next sibling.
                matched = matched.min(depth.max(1) - 1);
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}
