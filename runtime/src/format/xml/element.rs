//! The text of elements: tags, attributes, and characters that are escaped.

use super::name::{is_name, is_qualified_name};
use crate::format::error::ValueError;

/// The attributes and the content of an element so far.
#[derive(Default)]
pub(crate) struct Element {
    attributes: String,
    pub(super) content: String,
}

impl Element {
    pub(crate) fn into_content(self) -> String {
        self.content
    }

    /// Adds an attribute whose value is escaped as text.
    pub(super) fn push_attribute(&mut self, name: &str, value: &str) -> Result<(), ValueError> {
        check_name(name)?;
        self.attributes.extend([" ", name, "=\"", &quote(value), "\""]);
        Ok(())
    }

    /// Adds an element to the content.
    pub(super) fn push(&mut self, name: &str, element: &Self) -> Result<(), ValueError> {
        let (namespace, name) = match name.strip_prefix('{').and_then(|name| name.split_once('}')) {
            Some((namespace, name)) => (Some(namespace), name),
            None => (None, name),
        };
        check_name(name)?;
        self.content.extend(["<", name]);
        if let Some(namespace) = namespace {
            let (prefix, namespace) = match namespace.split_once('=') {
                Some((prefix, namespace)) if is_name(prefix) => (prefix, namespace),
                _ => ("", namespace),
            };
            let colon = if prefix.is_empty() { "" } else { ":" };
            let mut value = String::new();
            escape(namespace, &mut value)?;
            self.content
                .extend([" xmlns", colon, prefix, "=\"", &quote(&value), "\""]);
        }
        self.content.push_str(&element.attributes);
        if element.content.is_empty() {
            self.content.push_str("/>");
        } else {
            self.content.extend([">", &element.content, "</", name, ">"]);
        }
        Ok(())
    }
}

/// Checks the name of an element or an attribute.
fn check_name(name: &str) -> Result<(), ValueError> {
    if is_qualified_name(name) {
        Ok(())
    } else {
        // It may be the key of a map, which must not be logged.
        Err(ValueError::new("has a name that XML does not allow"))
    }
}

/// Escapes the quotation marks of escaped text, so that it can be the value of an attribute.
fn quote(text: &str) -> String {
    text.replace('"', "&quot;")
}

/// Adds a text, in which characters are references that XML 1.0 or 1.1 would not keep, or that Amazon S3 requires to be escaped.
pub(super) fn escape(text: &str, out: &mut String) -> Result<(), ValueError> {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' => out.push_str("&#x9;"),
            '\n' => out.push_str("&#xA;"),
            '\r' => out.push_str("&#xD;"),
            '\u{85}' => out.push_str("&#x85;"),
            '\u{2028}' => out.push_str("&#x2028;"),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {
                return Err(ValueError::new("has a control character, which XML cannot contain"));
            }
            _ => out.push(character),
        }
    }
    Ok(())
}
