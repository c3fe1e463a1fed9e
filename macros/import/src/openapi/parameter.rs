//! Parameters: those of the path item and of the operation, merged.

use serde_json::Value;

use super::constant::only_value;
use super::media_type::{Family, MediaType};
use crate::document::Node;
use crate::model::{Doc, Left};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// A parameter of an operation.
pub(super) struct Parameter<'d> {
    pub(super) node: Node<'d>,
    pub(super) name: &'d str,
    pub(super) place: Place,
    pub(super) required: bool,
    /// The schema of its value, or of the only media type of its `content`.
    pub(super) schema: Option<Node<'d>>,
    /// The value is JSON text.
    pub(super) is_json: bool,
}

impl<'d> Parameter<'d> {
    /// Reads a parameter. `None` for an optional one without a name, which nobody can send.
    fn read(node: Node<'d>) -> Result<Option<Self>, Left> {
        let node = node.resolved()?;
        let name = match node.text("name").filter(|name| !name.trim().is_empty()) {
            Some(name) => name,
            None if node.flag("required") => return Err(node.left("the parameter has no name")),
            None => return Ok(None),
        };
        let place = match node.text("in") {
            Some("path") => Place::Path,
            Some("query") => Place::Query,
            Some("header") => Place::Header,
            Some("cookie") => Place::Cookie,
            _ => return Err(node.left(format!("the place of the parameter `{name}` is not one of OpenAPI 3"))),
        };
        let content = node.get_raw("content").and_then(|content| content.members().next());
        let is_json = content
            .as_ref()
            .is_some_and(|(media_type, _)| MediaType(media_type).family() == Family::Json);
        Ok(Some(Self {
            name,
            place,
            required: node.flag("required") || place == Place::Path,
            schema: match content {
                Some((_, content)) => content.get_raw("schema"),
                None => node.get_raw("schema"),
            },
            is_json,
            node,
        }))
    }

    /// Whether two parameters are the same one.
    fn is(&self, other: &Self) -> bool {
        self.place == other.place
            && match self.place {
                Place::Header => self.name.eq_ignore_ascii_case(other.name),
                _ => self.name == other.name,
            }
    }

    /// The only value of the parameter, which every request has.
    pub(super) fn constant(&self) -> Option<String> {
        let schema = self.schema.as_ref().filter(|_| self.required && !self.is_json)?;
        only_value(schema)
    }

    pub(super) fn style(&self) -> Option<&'d str> {
        self.node.text("style")
    }

    /// Whether lists and objects are written as several parameters.
    pub(super) fn explode(&self) -> bool {
        let default = matches!(self.style(), None | Some("form")) && matches!(self.place, Place::Query | Place::Cookie);
        self.node
            .value()
            .get("explode")
            .and_then(Value::as_bool)
            .unwrap_or(default)
    }

    /// The documentation of the parameter, without that of its schema.
    pub(super) fn doc(&self) -> Doc {
        Doc {
            text: self.node.text("description").unwrap_or_default().trim().to_owned(),
            deprecated: self.node.flag("deprecated"),
            ..Doc::default()
        }
    }
}

/// Returns the parameters of an operation. Those of its path item yield to them.
pub(super) fn merged<'d>(item: Option<&Node<'d>>, operation: &Node<'d>) -> Result<Vec<Parameter<'d>>, Left> {
    let mut merged: Vec<Parameter<'d>> = Vec::new();
    for owner in item.into_iter().chain([operation]) {
        let Some(parameters) = owner.get("parameters")? else {
            continue;
        };
        for node in parameters.items().filter(|node| node.object().is_some()) {
            let Some(parameter) = Parameter::read(node)? else {
                continue;
            };
            match merged.iter_mut().find(|known| known.is(&parameter)) {
                Some(known) => *known = parameter,
                None => merged.push(parameter),
            }
        }
    }
    Ok(merged)
}
