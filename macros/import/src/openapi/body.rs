//! Request bodies: the media type that is sent, and the arguments that it consists of.

use serde_json::Value;

use super::content::{Content, Sketch};
use super::media_type::{Family, MediaType};
use super::operation::Context;
use super::part;
use super::schema::Way;
use super::style::{has_nested_members, text_map};
use crate::document::Node;
use crate::model::Left;
use crate::model::operation::{Argument, BodyFormat, Role};
use crate::model::types::{Item, Kind, Type};

/// The media types that are sent, the preferred first.
const PREFERRED: &[Family] = &[
    Family::Json,
    Family::Form,
    Family::Multipart,
    Family::JsonLines,
    Family::Text,
    Family::Other,
    Family::Any,
    Family::Events,
    Family::Xml,
];

/// The most media types that the documentation names.
const MAX_NAMED: usize = 5;

/// The arguments of a body.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) arguments: Vec<Argument>,
    /// The media type, if it is not that of the format.
    pub(super) content_type: Option<String>,
}

/// Reads the body of an operation.
pub(super) fn read(operation: &mut Context<'_, '_, '_>) -> Result<Body, Left> {
    let Some(body) = operation.node.get("requestBody")? else {
        return Ok(Body::default());
    };
    let all = Content::all(&body, PREFERRED);
    if operation.method == "HEAD" && !all.is_empty() {
        if body.flag("required") {
            return Err(body.left("a HEAD request has no body"));
        }
        operation
            .notes
            .push("The optional body is not declared: a HEAD request has none.".to_owned());
        return Ok(Body::default());
    }
    // An optional body that can only be empty says nothing.
    if !body.flag("required") && all.iter().all(Content::is_empty_object) {
        return Ok(Body::default());
    }
    let mut first = None;
    for content in &all {
        let reading = Reading {
            body: &body,
            content,
            all: &all,
        };
        match reading.read(operation) {
            Ok(read) => return Ok(read),
            Err(left) => _ = first.get_or_insert(left),
        }
    }
    first.map_or_else(|| Ok(Body::default()), Err)
}

/// A media type of a body.
struct Reading<'r, 'd> {
    body: &'r Node<'d>,
    content: &'r Content<'d>,
    all: &'r [Content<'d>],
}

impl Reading<'_, '_> {
    fn read(&self, operation: &mut Context<'_, '_, '_>) -> Result<Body, Left> {
        let sketch = self.content.sketch()?;
        if !self.body.flag("required") && self.is_empty() {
            return Ok(Body::default());
        }
        match (self.content.media_type.family(), sketch) {
            (Family::Json, _) | (Family::Any, Sketch::Other) => self.json(operation),
            (Family::Form, _) => self.form(operation),
            (Family::Multipart, _) => Ok(Body {
                arguments: part::read(operation, self.body, self.content)?,
                content_type: None,
            }),
            (Family::JsonLines, _) => self.json_lines(operation),
            (Family::Other | Family::Any, Sketch::Nothing | Sketch::Other) | (_, Sketch::Binary) => {
                Ok(self.bytes(operation))
            }
            (Family::Xml, Sketch::Other) => self.xml(operation),
            _ => Ok(self.text()),
        }
    }

    fn text(&self) -> Body {
        Body {
            arguments: vec![self.argument(BodyFormat::Text, Type::String)],
            content_type: self.content_type(self.content.media_type.is_default()),
        }
    }

    /// XML, or text if the schema does not name its elements.
    fn xml(&self, operation: &mut Context<'_, '_, '_>) -> Result<Body, Left> {
        let Some(schema) = &self.content.schema else {
            return Ok(self.text());
        };
        let name = operation.name(self.body, "request");
        let Some(id) = operation.schemas.document(schema, &name, Way::Request)? else {
            return Ok(self.text());
        };
        Ok(Body {
            arguments: vec![self.argument(BodyFormat::Xml, Type::Named(id))],
            content_type: self.content_type(self.content.media_type.is_plain_xml()),
        })
    }

    /// Whether the body is an object without members, as generators write for operations that have no body.
    fn is_empty(&self) -> bool {
        let schema = self.content.schema.clone().and_then(|schema| schema.resolved().ok());
        schema.is_some_and(|schema| {
            let members = schema.get_raw("properties");
            let has_members = members.is_none_or(|members| members.members().next().is_some());
            let others = ["additionalProperties", "allOf", "anyOf", "oneOf", "patternProperties"];
            let is_open = |keyword: &str| {
                schema
                    .value()
                    .get(keyword)
                    .is_some_and(|value| *value != Value::Bool(false))
            };
            !has_members && !others.into_iter().any(is_open)
        })
    }

    fn argument(&self, format: BodyFormat, ty: Type) -> Argument {
        let mut argument = Argument::new("body", Role::Body(format), ty);
        argument.required = self.body.flag("required");
        let text = self.body.text("description").unwrap_or_default();
        text.trim().clone_into(&mut argument.doc.text);
        argument
    }

    /// The media type, unless it goes without saying.
    fn content_type(&self, is_implied: bool) -> Option<String> {
        self.content.media_type.header_value().filter(|_| !is_implied)
    }

    fn json(&self, operation: &mut Context<'_, '_, '_>) -> Result<Body, Left> {
        let mut argument = self.argument(BodyFormat::Json, Type::Json);
        if let Some(schema) = &self.content.schema {
            let typed = operation.schemas.read(schema, &operation.name(self.body, "request"))?;
            if typed.ty == Type::Bytes {
                return Ok(self.bytes(operation));
            }
            argument.ty = typed.ty;
            argument.limits = typed.limits;
            if argument.doc.text.is_empty() {
                argument.doc.text = typed.doc.text;
            }
            argument.doc.notes = typed.doc.notes;
        }
        Ok(Body {
            arguments: vec![argument],
            content_type: self.content_type(self.content.media_type.is_plain_json()),
        })
    }

    fn json_lines(&self, operation: &mut Context<'_, '_, '_>) -> Result<Body, Left> {
        let any = Item {
            ty: Type::Json,
            nullable: false,
        };
        let item = match &self.content.schema {
            None => any,
            Some(schema) => {
                let typed = operation.schemas.read(schema, &operation.name(self.body, "line"))?;
                match typed.ty {
                    Type::List(item) => *item,
                    Type::String | Type::Bytes => any,
                    ty => Item {
                        ty,
                        nullable: typed.nullable,
                    },
                }
            }
        };
        Ok(Body {
            arguments: vec![self.argument(BodyFormat::JsonLines, Type::List(Box::new(item)))],
            content_type: self.content_type(self.content.media_type.0 == "application/x-ndjson"),
        })
    }

    fn form(&self, operation: &mut Context<'_, '_, '_>) -> Result<Body, Left> {
        let ty = match &self.content.schema {
            Some(schema) => {
                operation
                    .schemas
                    .read(schema, &operation.name(self.body, "request"))?
                    .ty
            }
            None => Type::Json,
        };
        let types = operation.schemas.types();
        let is_object = match &ty {
            Type::Map(_) | Type::Json => true,
            Type::Named(id) => !matches!(types[*id].kind, Kind::Enum(_)),
            _ => false,
        };
        if !is_object {
            return Err(self.content.node.left("the form is not an object"));
        }
        let has_deep_members = self.content.node.get_raw("encoding").is_some_and(|encoding| {
            let mut styles = encoding
                .members()
                .map(|(_, member)| member.text("style") == Some("deepObject"));
            styles.any(|is_deep| is_deep)
        });
        let ty = if ty == Type::Json { text_map() } else { ty };
        let format = if has_deep_members || has_nested_members(types, &ty) {
            BodyFormat::FormBrackets
        } else {
            BodyFormat::Form
        };
        Ok(Body {
            arguments: vec![self.argument(format, ty)],
            content_type: None,
        })
    }

    /// Bytes. If there is a choice of media types, it is an argument.
    fn bytes(&self, operation: &mut Context<'_, '_, '_>) -> Body {
        let media_type = self.content.media_type;
        let others = self.all.iter().map(|content| content.media_type);
        let choice: Vec<MediaType<'_>> = others.filter(|other| other.family() == Family::Other).collect();
        let is_choice = media_type.family() == Family::Other
            && (choice.len() > 1 || media_type.is_wildcard() || media_type.0.starts_with("multipart/"));
        let mut arguments = vec![self.argument(BodyFormat::Bytes, Type::Bytes)];
        if is_choice {
            let mut argument = Argument::new("content-type", Role::Header, Type::String);
            argument.required = self.body.flag("required");
            let mut named: Vec<String> = choice.iter().map(|choice| format!("`{}`", choice.0)).collect();
            if named.len() > MAX_NAMED {
                named.truncate(MAX_NAMED);
                named.push("another".to_owned());
            }
            let note = format!("The media type of the body is {}.", named.join(" or "));
            operation.notes.push(note);
            arguments.insert(0, argument);
        }
        Body {
            arguments,
            content_type: self.content_type(is_choice || media_type.is_default()),
        }
    }
}
