//! The annotations of schemas beside their type: documentation, `null`, and the direction.

use serde_json::Value;

use super::Typed;
use crate::document::Node;
use crate::model::Doc;

/// Keywords that make a schema more than an annotation of another one.
const STRUCTURE: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "enum",
    "items",
    "oneOf",
    "patternProperties",
    "prefixItems",
    "properties",
    "required",
    "type",
];

/// Returns the documentation of a schema.
pub(super) fn doc(schema: &Node<'_>) -> Doc {
    let texts = ["description", "title"]
        .into_iter()
        .filter_map(|name| schema.text(name));
    let text = texts.map(str::trim).find(|text| !text.is_empty());
    let url = schema.get_raw("externalDocs").and_then(|docs| docs.text("url"));
    Doc {
        text: text.unwrap_or_default().to_owned(),
        url: url.map(str::to_owned),
        deprecated: schema.flag("deprecated"),
        notes: Vec::new(),
    }
}

/// Adds what a schema, or what stands beside a reference, says about a type.
pub(super) fn apply(schema: &Node<'_>, typed: &mut Typed) {
    let doc = doc(schema);
    if !doc.text.is_empty() {
        typed.doc.text = doc.text;
    }
    if doc.url.is_some() {
        typed.doc.url = doc.url;
    }
    typed.doc.deprecated |= doc.deprecated;
    typed.nullable |= is_nullable(schema);
    typed.is_read_only |= schema.flag("readOnly");
    typed.is_write_only |= schema.flag("writeOnly");
}

/// Whether a schema says itself that `null` is a value.
pub(super) fn is_nullable(schema: &Node<'_>) -> bool {
    let has_null_type = match schema.value().get("type") {
        Some(Value::Array(types)) => types.iter().any(|ty| ty == "null" || ty.is_null()),
        Some(ty) => ty == "null",
        None => false,
    };
    let has_null_value = || {
        let values = schema.value().get("enum").and_then(Value::as_array);
        values.is_some_and(|values| values.contains(&Value::Null))
    };
    let has_null_variant = || {
        let variants = ["oneOf", "anyOf"]
            .into_iter()
            .filter_map(|keyword| schema.get_raw(keyword));
        variants
            .flat_map(|variants| variants.items().collect::<Vec<_>>())
            .any(|variant| is_null(&variant))
    };
    schema.flag("nullable") || schema.flag("x-nullable") || has_null_type || has_null_value() || has_null_variant()
}

/// Whether `null` is the only value of an alternative, or all that it adds.
pub(super) fn is_null(schema: &Node<'_>) -> bool {
    let value = schema.value();
    let is_null_type = match value.get("type") {
        Some(Value::Array(types)) => !types.is_empty() && types.iter().all(|ty| ty == "null" || ty.is_null()),
        Some(ty) => ty == "null",
        None => false,
    };
    let only_null = |values: &Value| matches!(values, Value::Array(values) if !values.is_empty() && values.iter().all(Value::is_null));
    is_null_type
        || value.get("enum").is_some_and(only_null)
        || value.get("const").is_some_and(Value::is_null)
        || schema.flag("nullable") && is_annotation(schema)
}

/// Whether a schema only annotates another one.
pub(super) fn is_annotation(schema: &Node<'_>) -> bool {
    let members = schema.object().into_iter().flatten();
    members
        .filter(|(name, _)| STRUCTURE.contains(&name.as_str()))
        .all(|(name, value)| match name.as_str() {
            "type" => value == "object",
            "properties" | "patternProperties" | "additionalProperties" => {
                value.as_object().is_none_or(serde_json::Map::is_empty)
            }
            "required" | "allOf" | "anyOf" | "oneOf" | "enum" => value.as_array().is_none_or(Vec::is_empty),
            _ => false,
        })
}

/// Whether a schema says no more than which members are required.
pub(super) fn only_requires(schema: &Node<'_>) -> bool {
    let members = schema.object().into_iter().flatten();
    let mut structure = members.filter(|(name, _)| STRUCTURE.contains(&name.as_str()) && *name != "required");
    schema.object().is_some_and(|members| !members.is_empty())
        && structure.all(|(name, value)| name == "type" && value == "object")
}

/// Whether a schema has one of the keywords, and it is not empty.
pub(super) fn has_any(schema: &Node<'_>, keywords: &[&str]) -> bool {
    keywords
        .iter()
        .filter_map(|keyword| schema.value().get(keyword))
        .any(|value| match value {
            Value::Object(members) => !members.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        })
}
