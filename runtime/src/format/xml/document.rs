//! Parses XML as a tree of elements.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};
use quick_xml::{Reader, XmlVersion};

use super::MAX_DEPTH;
use super::name::{is_qualified_name, local};
use crate::format::error::ReadError as Error;

/// A document: its elements in the order in which they begin, and their attributes. It borrows from the text, and has two
/// allocations for most documents, so that many small elements do not take much more memory than the text.
#[derive(Default)]
pub(super) struct Document<'t> {
    elements: Vec<Element<'t>>,
    attributes: Vec<(&'t str, Cow<'t, str>)>,
}

/// An element. Names have their prefixes; declarations of namespaces are not attributes.
pub(super) struct Element<'t> {
    name: &'t str,
    /// Beside elements, text that is only white space is not kept.
    text: Cow<'t, str>,
    attributes: Range<usize>,
    /// All elements within.
    contents: Range<usize>,
}

impl<'t> Document<'t> {
    /// Parses a text that is one element and safe to read: it defines no entities, and elements are not too deep.
    #[inline]
    pub(super) fn parse(text: &'t str) -> Result<Self, Error> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let (mut document, mut open) = (Self::default(), Vec::new());
        loop {
            let position = reader.buffer_position();
            let malformed = || Error::new(format!("is not well-formed XML, at byte {position}"));
            match reader.read_event().map_err(|_| malformed())? {
                Event::Start(_) if open.is_empty() && !document.elements.is_empty() => {
                    return Err(Error::new("has more than one root element"));
                }
                Event::Start(_) if open.len() == MAX_DEPTH => {
                    return Err(Error::new(format!(
                        "has more than {MAX_DEPTH} elements that contain each other"
                    )));
                }
                Event::Start(tag) => {
                    open.push(document.elements.len());
                    let content = borrowed(text, &tag).ok_or_else(malformed)?;
                    document.push(content, tag.name().0.len()).ok_or_else(malformed)?;
                }
                Event::End(_) => {
                    let end = document.elements.len();
                    let element = open.pop().and_then(|index| document.elements.get_mut(index));
                    let element = element.ok_or_else(malformed)?;
                    element.contents.end = end;
                    if !element.contents.is_empty() && element.text.trim_ascii().is_empty() {
                        element.text = Cow::default();
                    }
                }
                Event::Text(text) => document.append(&open, text.xml10_content())?,
                Event::CData(text) => document.append(&open, text.xml10_content())?,
                Event::GeneralRef(reference) => {
                    let character = character(&reference).ok_or_else(malformed)?;
                    document.append(&open, Cow::Owned(character.into()))?;
                }
                Event::DocType(_) => return Err(Error::new("has a document type, which is not accepted")),
                Event::Decl(declaration) => {
                    let encoding = declaration.encoding().and_then(Result::ok);
                    if encoding.is_some_and(|encoding| !is_utf8(&encoding)) {
                        return Err(Error::new("is not in UTF-8"));
                    }
                }
                Event::Eof if !open.is_empty() => return Err(Error::new("ends within an element")),
                Event::Eof if document.elements.is_empty() => return Err(Error::new("has no root element")),
                Event::Eof => return Ok(document),
                Event::Empty(_) | Event::Comment(_) | Event::PI(_) => {}
            }
        }
    }

    /// Adds an element by the content of its tag.
    fn push(&mut self, content: &'t str, name_len: usize) -> Option<()> {
        let first = self.attributes.len();
        for attribute in Attributes::new(content, name_len) {
            let attribute = attribute.ok()?;
            if !is_qualified_name(attribute.key.0) {
                return None;
            }
            if attribute.key.as_namespace_binding().is_none() {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
                self.attributes.push((attribute.key.0, value));
            }
        }
        let contents = self.elements.len() + 1;
        self.elements.push(Element {
            name: content.get(..name_len).filter(|name| is_qualified_name(name))?,
            text: Cow::default(),
            attributes: first..self.attributes.len(),
            contents: contents..contents,
        });
        Some(())
    }

    /// Adds to the text of the innermost element.
    fn append(&mut self, open: &[usize], text: Cow<'t, str>) -> Result<(), Error> {
        let is_before = self.elements.is_empty();
        match open.last().and_then(|index| self.elements.get_mut(*index)) {
            Some(element) if element.text.is_empty() => element.text = text,
            Some(element) => element.text.to_mut().push_str(&text),
            None if text.trim_ascii().is_empty() => {}
            None if is_before => return Err(Error::new("has no root element")),
            None => return Err(Error::new("has text after the root element")),
        }
        Ok(())
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        self.elements.get(index).map(|element| Node {
            document: self,
            element,
        })
    }

    /// Returns the first element at a path of names below the root.
    pub(super) fn find(&self, path: &str) -> Option<Node<'_>> {
        path.split('.').try_fold(self.root()?, |node, name| {
            node.children().find(|child| child.name() == name)
        })
    }

    pub(super) fn root(&self) -> Option<Node<'_>> {
        self.node(0)
    }
}

/// Returns a part of a text with the lifetime of the text.
fn borrowed<'t>(text: &'t str, part: &str) -> Option<&'t str> {
    let start = part.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    text.get(start..start + part.len())
}

/// Whether text in an encoding of this name is text in UTF-8.
fn is_utf8(encoding: &str) -> bool {
    ["utf-8", "utf8", "us-ascii"]
        .iter()
        .any(|name| encoding.eq_ignore_ascii_case(name))
}

/// Returns the character of a reference. Other entities than those of XML itself are not defined.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    match &*reference.xml10_content() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => reference.resolve_char_ref().ok()?,
    }
}

/// An element of a document.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    document: &'a Document<'a>,
    element: &'a Element<'a>,
}

impl<'a> Node<'a> {
    /// Returns the name without its prefix.
    pub(super) fn name(self) -> &'a str {
        local(self.element.name)
    }

    pub(super) fn qualified_name(self) -> &'a str {
        self.element.name
    }

    pub(super) fn text(self) -> &'a str {
        &self.element.text
    }

    pub(super) fn attributes(self) -> &'a [(&'a str, Cow<'a, str>)] {
        let attributes = self.document.attributes.get(self.element.attributes.clone());
        attributes.unwrap_or_default()
    }

    pub(super) fn has_children(self) -> bool {
        !self.element.contents.is_empty()
    }

    pub(super) fn children(self) -> impl Iterator<Item = Self> + use<'a> {
        let Range { mut start, end } = self.element.contents;
        iter::from_fn(move || {
            let child = self.document.node(start).filter(|_| start < end)?;
            start = child.element.contents.end;
            Some(child)
        })
    }

    /// Whether the element says `xsi:nil="true"`, with any prefix.
    pub(super) fn is_nil(self) -> bool {
        let mut attributes = self.attributes().iter();
        attributes.any(|(name, value)| name.ends_with(":nil") && matches!(value.trim_ascii(), "true" | "1"))
    }
}
