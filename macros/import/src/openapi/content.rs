//! `content`: the media types of a body, of which one is chosen.

use serde_json::{Map, Value};

use super::media_type::{Family, MediaType};
use crate::document::Node;
use crate::model::Left;

/// A media type, and what is said about bodies of it.
pub(super) struct Content<'d> {
    pub(super) media_type: MediaType<'d>,
    pub(super) node: Node<'d>,
    pub(super) schema: Option<Node<'d>>,
}

/// The kind of a schema, before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sketch {
    /// The schema is absent or empty.
    Nothing,
    Text,
    Binary,
    Other,
}

impl<'d> Content<'d> {
    /// Returns what `content` has, the preferred first: by family, and by how plain the media type is.
    pub(super) fn all(body: &Node<'d>, families: &[Family]) -> Vec<Self> {
        let mut all: Vec<Self> = body
            .get_raw("content")
            .iter()
            .flat_map(Node::members)
            .map(|(media_type, node)| Self {
                media_type: MediaType(media_type),
                schema: node.get_raw("schema"),
                node,
            })
            .collect();
        all.sort_by_key(|content| {
            let family = content.media_type.family();
            let order = families.iter().position(|known| *known == family);
            (order.unwrap_or(families.len()), content.media_type.rank())
        });
        all
    }

    /// Whether the only body is an object without members.
    pub(super) fn is_empty_object(&self) -> bool {
        self.schema.as_ref().is_some_and(|schema| {
            let has_none = |keyword: &str| {
                schema
                    .value()
                    .get(keyword)
                    .is_none_or(|members| members == &Value::Object(Map::new()))
            };
            schema.text("type") == Some("object")
                && has_none("properties")
                && schema.value().get("additionalProperties") == Some(&Value::Bool(false))
                && ["$ref", "allOf", "anyOf", "oneOf", "patternProperties"]
                    .iter()
                    .all(|keyword| has_none(keyword))
        })
    }

    pub(super) fn sketch(&self) -> Result<Sketch, Left> {
        let Some(schema) = self.schema.clone().map(Node::resolved).transpose()? else {
            return Ok(Sketch::Nothing);
        };
        let format = schema.text("format").unwrap_or_default();
        let is_encoded = schema.text("contentMediaType").is_some() && schema.text("contentEncoding").is_none();
        Ok(match schema.value().get("type").and_then(Value::as_str) {
            Some("string") if format == "binary" || is_encoded => Sketch::Binary,
            Some("file") => Sketch::Binary,
            _ if format == "binary" || format == "file" => Sketch::Binary,
            Some("string") => Sketch::Text,
            None if is_encoded
                || schema
                    .object()
                    .is_none_or(|members| members.keys().all(|key| is_remark(key))) =>
            {
                Sketch::Nothing
            }
            _ => Sketch::Other,
        })
    }
}

/// Whether a keyword says nothing about values.
fn is_remark(keyword: &str) -> bool {
    [
        "title",
        "description",
        "example",
        "examples",
        "deprecated",
        "contentMediaType",
    ]
    .contains(&keyword)
        || keyword.starts_with("x-")
}
