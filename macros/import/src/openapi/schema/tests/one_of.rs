use serde_json::{Value, json};

use super::{read, ty, types};

fn string() -> Value {
    json!({ "type": "string" })
}

#[test]
fn one_alternative_is_its_type() {
    assert_eq!(ty(json!({ "oneOf": [string()] })), "string");
    assert_eq!(ty(json!({ "anyOf": [string(), string()] })), "string");
    assert_eq!(
        ty(json!({ "oneOf": [{ "properties": { "id": string() } }] })),
        "start { id?: string }"
    );
}

#[test]
fn enum_and_string_is_the_open_enum() {
    assert_eq!(
        ty(json!({ "anyOf": [string(), { "type": "string", "enum": ["gpt-4", "gpt-5"] }] })),
        "start = gpt-4 | gpt-5"
    );
}

#[test]
fn several_enums_are_one() {
    let constants =
        json!({ "oneOf": [{ "const": "a", "description": "The first." }, { "const": "b" }, { "enum": ["a", "c"] }] });
    assert_eq!(ty(constants.clone()), "start = a | b | c");
    let (_, types) = read(&json!({ "start": constants }));
    let docs = types.iter().filter_map(|(_, definition)| match &definition.kind {
        crate::model::types::Kind::Enum(values) if values.len() == 3 => Some(values[0].doc.text.clone()),
        _ => None,
    });
    assert_eq!(docs.collect::<Vec<_>>(), ["The first."]);
}

#[test]
fn kinds_of_json_tell_alternatives_apart() {
    let object = json!({ "properties": { "id": string() } });
    assert_eq!(
        ty(json!({ "oneOf": [string(), object] })),
        "start = string: string | object: start object\nstart object { id?: string }"
    );
    assert_eq!(
        ty(json!({ "oneOf": [string(), { "items": string() }] })),
        "start = string: string | list: [string]"
    );
    assert_eq!(
        ty(json!({ "oneOf": [{ "type": "number" }, string()] })),
        "start = number: f64 | string: string"
    );
    assert_eq!(
        ty(json!({ "type": ["string", "integer", "null"] })),
        "start | null\nstart = string: string | number: i64"
    );
    assert_eq!(
        ty(json!({ "oneOf": [string(), { "type": "string", "format": "date-time" }, { "type": "boolean" }] })),
        "start = string: string | bool: bool"
    );
}

#[test]
fn alternatives_of_one_kind_have_a_common_type() {
    assert_eq!(
        ty(json!({ "oneOf": [string(), { "type": "string", "format": "date-time" }] })),
        "string"
    );
    assert_eq!(
        ty(json!({ "oneOf": [{ "type": "integer" }, { "type": "number" }] })),
        "f64"
    );
    assert_eq!(
        ty(json!({ "oneOf": [{ "type": "integer" }, { "type": "integer", "minimum": 0 }] })),
        "i64"
    );
    assert_eq!(
        ty(json!({ "oneOf": [{ "items": string() }, { "items": string(), "minItems": 1 }] })),
        "[string]"
    );
    assert_eq!(
        ty(json!({ "type": "string", "oneOf": [{ "format": "ipv4" }, { "format": "ipv6" }] })),
        "string"
    );
}

#[test]
fn objects_without_a_tag_are_any_json() {
    let schemas = json!({
        "start": { "oneOf": [{ "$ref": "#/components/schemas/a" }, { "$ref": "#/components/schemas/b" }] },
        "a": { "properties": { "a": string() } },
        "b": { "properties": { "b": string() } },
    });
    let (found, _) = read(&schemas);
    assert_eq!(types(schemas), "json");
    assert_eq!(found.doc.notes, ["One of `a`, `b`."]);
}

#[test]
fn expandable_object_is_its_id() {
    let schema = json!({
        "anyOf": [{ "maxLength": 5000, "type": "string" }, { "properties": { "id": string() } }],
        "nullable": true,
        "x-expansionResources": { "oneOf": [{ "properties": { "id": string() } }] },
    });
    assert_eq!(ty(schema), "string | null");
}

#[test]
fn recursive_alternatives_have_one_type() {
    let schemas = json!({ "start": { "anyOf": [
        string(),
        { "type": "array", "items": { "$ref": "#/components/schemas/start" } },
        { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/start" } },
    ] } });
    assert_eq!(
        types(schemas),
        "start = string: string | list: [start] | object: {start}"
    );
    let schemas = json!({ "start": { "anyOf": [
        { "enum": ["a"] }, { "enum": ["b"] }, { "items": { "$ref": "#/components/schemas/start" } },
    ] } });
    assert_eq!(
        types(schemas),
        "start = string: start string | list: [start]\nstart string = a | b"
    );
    let schemas = json!({ "start": { "anyOf": [{ "type": "null" }, { "type": "array", "items": { "$ref": "#/components/schemas/start" } }] } });
    assert_eq!(types(schemas), "[json | null] | null");
}

#[test]
fn alternatives_of_alternatives_are_flat() {
    let inner = json!({ "oneOf": [string(), { "type": "number" }, { "type": "null" }] });
    assert_eq!(
        ty(json!({ "oneOf": [inner, { "type": "boolean" }, { "type": "array", "items": inner }] })),
        "start | null\nstart = string: string | number: f64 | bool: bool | list: [start item | null]\n\
         start item = string: string | number: f64"
    );
}
