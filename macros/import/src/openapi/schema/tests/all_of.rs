use serde_json::{Value, json};

use super::{read, types};
use crate::model::types::{Kind, Type};

fn with_base(start: Value) -> Value {
    json!({
        "start": start,
        "base": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "size": { "type": "string" } } },
        "color": { "type": "string", "enum": ["red"] },
    })
}

#[test]
fn members_are_merged_in_order() {
    let schemas = with_base(json!({ "allOf": [
        { "$ref": "#/components/schemas/base" },
        { "properties": { "name": { "type": "string" }, "size": { "type": "integer" } }, "required": ["size"] },
    ], "properties": { "own": { "type": "boolean" } }, "required": ["name"] }));
    assert_eq!(
        types(schemas),
        "start { id: string, size: i64, name: string, own?: bool }"
    );
}

#[test]
fn inline_types_of_a_base_are_shared() {
    let schemas = json!({
        "start": { "properties": { "a": { "$ref": "#/components/schemas/a" }, "b": { "$ref": "#/components/schemas/b" } } },
        "a": { "allOf": [{ "$ref": "#/components/schemas/base" }, { "properties": { "x": { "type": "string" } } }] },
        "b": { "allOf": [{ "$ref": "#/components/schemas/base" }, { "properties": { "y": { "type": "string" } } }] },
        "base": { "properties": { "meta": { "properties": { "at": { "type": "string" } } } } },
    });
    assert_eq!(
        types(schemas),
        "start { a?: a, b?: b }\na { meta?: base meta, x?: string }\nb { meta?: base meta, y?: string }\nbase meta { at?: string }"
    );
}

#[test]
fn one_reference_with_annotations_is_its_type() {
    let schemas = with_base(json!({ "properties": {
        "base": { "allOf": [{ "$ref": "#/components/schemas/base" }], "description": "The base.", "nullable": true },
        "color": { "allOf": [{ "$ref": "#/components/schemas/color" }, { "description": "A color." }], "type": "string" },
        "object": { "type": "object", "properties": {}, "allOf": [{ "$ref": "#/components/schemas/base" }, { "type": "object" }] },
    } }));
    assert_eq!(
        types(schemas.clone()),
        "start { base?: base | null, color?: color, object?: base }\nbase { id: string, size?: string }\ncolor = red"
    );
    let (found, types) = read(&schemas);
    let Type::Named(id) = found.ty else { panic!("{found:?}") };
    let Kind::Struct(of) = &types[id].kind else {
        panic!("{types:?}")
    };
    let texts: Vec<&str> = of.fields.iter().map(|field| field.doc.text.as_str()).collect();
    assert_eq!(texts, ["The base.", "A color.", ""]);
}

#[test]
fn one_reference_with_required_members_is_a_type_of_its_own() {
    let schemas = with_base(json!({ "allOf": [{ "$ref": "#/components/schemas/base" }, { "required": ["size"] }] }));
    assert_eq!(types(schemas), "start { id: string, size: string }");
    let schemas = with_base(json!({ "allOf": [{ "$ref": "#/components/schemas/base" }], "required": ["size"] }));
    assert_eq!(types(schemas), "start { id: string, size: string }");
}

#[test]
fn annotation_of_a_member_keeps_its_type() {
    let schemas = with_base(json!({ "allOf": [
        { "$ref": "#/components/schemas/base" },
        { "properties": { "id": { "description": "The id.", "readOnly": true, "nullable": true } } },
    ] }));
    assert_eq!(types(schemas), "start { id: string | null, size?: string }");
}

#[test]
fn schemas_that_are_no_objects_must_agree() {
    assert_eq!(
        types(with_base(
            json!({ "allOf": [{ "type": "string" }, { "maxLength": 5 }] })
        )),
        "string"
    );
    assert_eq!(
        types(with_base(
            json!({ "allOf": [{ "type": "string" }, { "$ref": "#/components/schemas/color" }] })
        )),
        "color\ncolor = red".trim_start_matches("color\n")
    );
    assert_eq!(
        types(with_base(
            json!({ "allOf": [{ "type": "string" }, { "type": "integer" }] })
        )),
        "json"
    );
    assert_eq!(
        types(with_base(
            json!({ "allOf": [{ "type": "string" }, { "$ref": "#/components/schemas/base" }] })
        )),
        "json"
    );
    assert_eq!(
        types(with_base(
            json!({ "allOf": [{ "description": "Nothing." }], "type": "integer" })
        )),
        "i64"
    );
    assert_eq!(types(with_base(json!({ "allOf": [{ "type": "object" }] }))), "{json}");
}

#[test]
fn alternatives_beside_members_are_among_the_further_ones() {
    let variants =
        json!([{ "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "string" } } }]);
    let beside = json!({ "properties": { "id": { "type": "string" } }, "oneOf": variants });
    assert_eq!(types(json!({ "start": beside })), "start { id?: string, ..json }");
    let within = json!({ "allOf": [{ "$ref": "#/components/schemas/base" }, { "anyOf": variants }] });
    assert_eq!(types(with_base(within)), "start { id: string, size?: string, ..json }");
}

#[test]
fn alternatives_that_require_members_are_ignored() {
    let schema = json!({
        "properties": { "a": { "type": "string" }, "b": { "type": "string" } },
        "oneOf": [{ "required": ["a"] }, { "required": ["b"], "not": { "required": ["a"] } }],
    });
    assert_eq!(types(json!({ "start": schema })), "start { a?: string, b?: string }");
}

#[test]
fn only_alternative_in_all_of_is_its_type() {
    let schemas =
        with_base(json!({ "allOf": [{ "oneOf": [{ "$ref": "#/components/schemas/base" }, { "type": "null" }] }] }));
    assert_eq!(types(schemas), "base | null\nbase { id: string, size?: string }");
    let schemas = with_base(json!({ "allOf": [{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }] }));
    assert_eq!(types(schemas), "start = string: string | number: i64");
}

#[test]
fn base_with_a_discriminator_has_further_members() {
    let base = json!({ "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } });
    let (found, read) = read(&json!({ "start": base }));
    let Type::Named(id) = found.ty else { panic!("{found:?}") };
    assert_eq!(read[id].doc.notes, ["Further members depend on `kind`."]);
    assert_eq!(types(json!({ "start": base })), "start { kind?: string, ..json }");
    let derived = json!({ "allOf": [{ "$ref": "#/components/schemas/base" }, { "properties": { "size": { "type": "integer" } } }] });
    assert_eq!(
        types(json!({ "start": derived, "base": base })),
        "start { kind?: string, size?: i64 }"
    );
}
