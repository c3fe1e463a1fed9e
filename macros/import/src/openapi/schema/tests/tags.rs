use serde_json::{Value, json};

use super::super::Schemas;
use super::types;
use crate::document::Node;
use crate::model::types::Type;

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn pets(start: Value) -> Value {
    json!({
        "start": start,
        "Cat": { "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } }, "required": ["kind"] },
        "Dog": { "properties": { "kind": { "type": "string" }, "name": { "type": "string" } }, "required": ["kind"] },
    })
}

#[test]
fn discriminator_tags_by_the_names_of_schemas() {
    let schemas =
        pets(json!({ "oneOf": [reference("Cat"), reference("Dog")], "discriminator": { "propertyName": "kind" } }));
    assert_eq!(
        types(schemas),
        "start by kind = Cat: Cat | Dog: Dog\nCat { lives?: i64 }\nDog { name?: string }"
    );
}

#[test]
fn mapping_tags_by_its_values() {
    let mapping = json!({ "cat": "#/components/schemas/Cat", "kitten": "Cat", "dog": "Dog" });
    let schemas = pets(json!({
        "oneOf": [reference("Cat"), reference("Dog")],
        "discriminator": { "propertyName": "kind", "mapping": mapping },
    }));
    assert_eq!(
        types(schemas),
        "start by kind = cat: Cat | kitten: Cat | dog: Dog\nCat { lives?: i64 }\nDog { name?: string }"
    );
}

#[test]
fn required_property_with_distinct_values_is_a_tag() {
    let schemas = json!({ "start": { "properties": { "events": { "type": "array", "items": { "oneOf": [
        { "properties": { "id": { "type": "string" }, "type": { "const": "opened" }, "by": { "type": "string" } }, "required": ["id", "type"] },
        { "properties": { "id": { "type": "string" }, "type": { "enum": ["closed", "merged"] } }, "required": ["type", "id"] },
        { "properties": { "type": { "type": "string", "enum": ["ping"] } }, "required": ["type"] },
    ] } } } } });
    assert_eq!(
        types(schemas),
        "start { events?: [start event] }\n\
         start event by type = opened: start event opened | closed: start event closed | merged: start event closed | ping\n\
         start event opened { id: string, by?: string }\nstart event closed { id: string }"
    );
}

#[test]
fn property_that_is_optional_is_no_tag() {
    let schemas = json!({ "start": { "oneOf": [
        { "properties": { "type": { "const": "a" } } },
        { "properties": { "type": { "const": "b" } }, "required": ["type"] },
    ] } });
    assert_eq!(types(schemas), "json");
}

#[test]
fn struct_with_another_use_keeps_its_tag() {
    let schemas = pets(json!({ "properties": {
        "pet": { "oneOf": [reference("Cat"), reference("Dog")], "discriminator": { "propertyName": "kind" } },
        "cat": reference("Cat"),
    } }));
    assert_eq!(
        types(schemas),
        "start { pet?: start pet, cat?: Cat }\nstart pet by kind = Cat: Cat variant | Dog: Dog\n\
         Cat { kind: string, lives?: i64 }\nCat variant { lives?: i64 }\nDog { name?: string }"
    );
}

#[test]
fn struct_that_an_operation_uses_keeps_its_tag() {
    let document = json!({ "components": { "schemas": pets(json!({
        "oneOf": [reference("Cat"), reference("Dog")], "discriminator": { "propertyName": "kind" },
    })) } });
    let root = Node::root(&document);
    let mut schemas = Schemas::new(&[]);
    let cat = schemas
        .read(&root.follow("#/components/schemas/Cat").unwrap(), "body")
        .unwrap();
    schemas
        .read(&root.follow("#/components/schemas/start").unwrap(), "body")
        .unwrap();
    let types = schemas.into_types();
    let Type::Named(cat) = cat.ty else { panic!("{cat:?}") };
    let crate::model::types::Kind::Struct(cat) = &types[cat].kind else {
        panic!("{types:?}")
    };
    assert_eq!(super::members(cat, &types), "kind: string, lives?: i64");
}

#[test]
fn alternatives_may_contain_their_union() {
    let schemas = json!({
        "start": { "oneOf": [reference("And"), reference("Is")] },
        "And": { "type": "object", "required": ["type", "all"], "properties": {
            "type": { "enum": ["and"] }, "all": { "type": "array", "items": reference("start") },
        } },
        "Is": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["is"] }, "value": { "type": "string" } } },
    });
    assert_eq!(
        types(schemas),
        "start by type = and: And | is: Is\nAnd { all: [start] }\nIs { value?: string }"
    );
}
