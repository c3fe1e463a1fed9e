//! A view of a description: values with their JSON pointers, and references that are followed.

use std::fmt;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::model::Left;

/// The most references that lead to one value.
const MAX_REFERENCES: usize = 32;

/// A value of a description and its place.
#[derive(Clone)]
pub(crate) struct Node<'d> {
    root: &'d Value,
    value: &'d Value,
    pointer: String,
}

impl<'d> Node<'d> {
    pub(crate) fn root(root: &'d Value) -> Self {
        Self {
            root,
            value: root,
            pointer: String::new(),
        }
    }

    pub(crate) fn value(&self) -> &'d Value {
        self.value
    }

    /// The JSON pointer (RFC 6901) of the value. Of a value behind a reference, it is that of its definition.
    pub(crate) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns a member of an object, references followed.
    pub(crate) fn get(&self, name: &str) -> Result<Option<Self>, Left> {
        self.get_raw(name).map(Self::resolved).transpose()
    }

    /// Returns a member of an object as it stands, perhaps a reference.
    pub(crate) fn get_raw(&self, name: &str) -> Option<Self> {
        self.value.get(name).map(|value| self.child(name, value))
    }

    /// Returns a member that is a string.
    pub(crate) fn text(&self, name: &str) -> Option<&'d str> {
        self.value.get(name)?.as_str()
    }

    /// Returns whether a member is `true`.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.value.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    pub(crate) fn object(&self) -> Option<&'d Map<String, Value>> {
        self.value.as_object()
    }

    /// Returns the members of an object as they stand; none of any other value.
    pub(crate) fn members(&self) -> impl Iterator<Item = (&'d str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        members.map(|(name, value)| (name.as_str(), self.child(name, value)))
    }

    /// Returns the items of a list as they stand; none of any other value.
    pub(crate) fn items(&self) -> impl Iterator<Item = Self> {
        let items = self.value.as_array().into_iter().flatten().enumerate();
        items.map(|(index, value)| self.child(index, value))
    }

    /// Returns the reference that the value is.
    pub(crate) fn reference(&self) -> Option<&'d str> {
        self.text("$ref")
    }

    /// Follows the references that a value consists of.
    pub(crate) fn resolved(self) -> Result<Self, Left> {
        let start = self.pointer.clone();
        let mut node = self;
        for _ in 0..MAX_REFERENCES {
            let Some(reference) = node.reference() else {
                return Ok(node);
            };
            node = node.follow(reference)?;
        }
        Err(Left::new(start, "the reference leads in a circle"))
    }

    /// Follows one reference.
    pub(crate) fn follow(&self, reference: &str) -> Result<Self, Left> {
        let Some(pointer) = reference.strip_prefix('#') else {
            let reason = format!("the reference `{reference}` leads to another file; bundle the description first");
            return Err(Left::new(&self.pointer, reason));
        };
        let pointer = percent_decode_str(pointer).decode_utf8_lossy().into_owned();
        match self.root.pointer(&pointer) {
            Some(value) => Ok(Self {
                value,
                pointer,
                ..self.clone()
            }),
            None => Err(Left::new(
                &self.pointer,
                format!("the reference `{reference}` leads nowhere"),
            )),
        }
    }

    /// Returns a value elsewhere in the same description.
    pub(crate) fn at(&self, pointer: &str) -> Option<Self> {
        let value = self.root.pointer(pointer)?;
        Some(Self {
            root: self.root,
            value,
            pointer: pointer.to_owned(),
        })
    }

    /// Makes the reason why an operation is not declared, at this place.
    pub(crate) fn left(&self, reason: impl Into<String>) -> Left {
        Left::new(&self.pointer, reason)
    }

    fn child(&self, name: impl fmt::Display, value: &'d Value) -> Self {
        let name = name.to_string().replace('~', "~0").replace('/', "~1");
        Self {
            root: self.root,
            value,
            pointer: format!("{}/{name}", self.pointer),
        }
    }
}
