//! XML. The serde support of `quick-xml` reads it. A serializer of our own writes it, because that of `quick-xml` writes `None`
//! as an empty element, and floats that are not finite in another way than XML Schema.

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
        Some(element) => decode(element),
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
    let mut reader = reader(text);
    let (mut depth, mut has_root) = (0_usize, false);
    loop {
        let position = reader.buffer_position();
        let event = reader.read_event();
        let event = event.map_err(|_| ReadError::new(format!("is not well-formed XML, at byte {position}")))?;
        match event {
            Event::Start(_) if depth == 0 && has_root => return Err(ReadError::new("has more than one root element")),
            Event::Start(_) if depth == MAX_DEPTH => {
                return Err(ReadError::new(format!(
                    "has more than {MAX_DEPTH} elements that contain each other"
                )));
            }
            Event::Start(_) => (depth, has_root) = (depth + 1, true),
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
            _ => {}
        }
    }
}

/// Returns the text of the first element at a path of local names below the root.
#[inline]
fn element<'t>(text: &'t str, path: &str) -> Result<Option<&'t str>, ReadError> {
    check(text)?;
    let mut reader = reader(text);
    let mut path = path.split('.').peekable();
    // The element that is looked for is a child of the element that is open at this depth.
    let (mut depth, mut parent) = (0_usize, 1);
    while let Some(name) = path.peek() {
        let start = position(&reader);
        match reader.read_event() {
            Ok(Event::Start(tag)) if depth == parent && tag.local_name().as_ref() == *name => {
                path.next();
                if path.peek().is_none() {
                    let end = reader.read_to_end(tag.name()).map(|_| position(&reader));
                    return Ok(end.ok().and_then(|end| text.get(start..end)));
                }
                (depth, parent) = (depth + 1, parent + 1);
            }
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) if depth > parent || depth == 1 => depth -= 1,
            // The first element of this name has no child of the next one.
            Ok(Event::End(_) | Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    Ok(None)
}

/// An empty element is read as a start and an end.
#[inline]
fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    reader
}

#[inline]
fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}
