use serde_json::{Value, json};

use super::{read, try_read, ty, types};
use crate::model::types::{Kind, Type};

#[test]
fn keywords_of_the_wrong_type_are_ignored() {
    for wrong in [
        json!(null),
        json!(5),
        json!("x"),
        json!([]),
        json!({}),
        json!([5]),
        json!({ "x": 5 }),
        json!([[]]),
        json!([null]),
    ] {
        for keyword in [
            "type",
            "properties",
            "items",
            "enum",
            "allOf",
            "oneOf",
            "anyOf",
            "required",
            "additionalProperties",
            "description",
            "format",
            "discriminator",
            "nullable",
            "minimum",
            "externalDocs",
            "title",
            "not",
            "if",
            "x-enum-descriptions",
        ] {
            let alone = ty(json!({ keyword: wrong }));
            assert!(!alone.is_empty());
            let members = json!({ "id": { "type": "string" } });
            let mut schema = json!({ "type": "object", "properties": members, "oneOf": [{ "properties": members }, { "type": "string" }] });
            schema[keyword] = wrong.clone();
            assert!(!ty(schema).is_empty());
        }
    }
    assert_eq!(ty(json!({ "type": 5 })), "json");
    assert_eq!(ty(json!({ "type": "object", "properties": [] })), "{json}");
    assert_eq!(
        ty(json!({ "type": "object", "properties": null, "required": true })),
        "{json}"
    );
    assert_eq!(ty(json!({ "type": "string", "enum": [] })), "string");
    assert_eq!(
        ty(json!({ "properties": { "a": null, "b": 5, "c": { "type": "thing" } } })),
        "start { a?: json, b?: json, c?: json }"
    );
    for schema in [json!(null), json!(5), json!("text"), json!([1])] {
        assert_eq!(ty(schema), "json");
    }
}

#[test]
fn reference_that_leads_nowhere_is_reported_with_its_place() {
    let left = try_read(&json!({ "start": { "$ref": "#/components/schemas/gone" } })).unwrap_err();
    assert_eq!(
        (left.pointer.as_str(), left.reason.as_str()),
        (
            "/components/schemas/start",
            "the reference `#/components/schemas/gone` leads nowhere"
        )
    );
    let left = try_read(&json!({ "start": { "$ref": "other.yaml#/x" } })).unwrap_err();
    assert!(left.reason.contains("another file"), "{left:?}");
}

#[test]
fn member_whose_schema_is_missing_is_any_json() {
    let (found, types) = read(&json!({ "start": { "properties": {
        "id": { "type": "string" }, "gone": { "$ref": "#/components/schemas/gone", "description": "Gone." },
    } } }));
    let Type::Named(id) = found.ty else { panic!("{found:?}") };
    let Kind::Struct(of) = &types[id].kind else {
        panic!("{types:?}")
    };
    assert_eq!(of.fields[1].ty, Type::Json);
    assert_eq!(of.fields[1].doc.text, "Gone.");
    assert_eq!(
        of.fields[1].doc.notes,
        ["Any JSON, since the reference `#/components/schemas/gone` leads nowhere."]
    );
}

#[test]
fn base_that_is_missing_leaves_its_members_to_the_rest() {
    let schemas = json!({ "start": { "allOf": [{ "$ref": "#/components/schemas/gone" }, { "properties": { "id": { "type": "string" } } }] } });
    assert_eq!(types(schemas), "start { id?: string, ..json }");
    assert_eq!(
        ty(json!({ "allOf": [{ "$ref": "#/components/schemas/gone" }, {}] })),
        "json"
    );
}

#[test]
fn circles_end() {
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    assert!(try_read(&json!({ "start": reference("start") })).is_err());
    assert!(try_read(&json!({ "start": reference("b"), "b": reference("start") })).is_err());
    assert_eq!(ty(json!({ "allOf": [reference("start")] })), "json");
    assert_eq!(
        ty(json!({ "allOf": [reference("start"), { "properties": { "a": { "type": "string" } } }] })),
        "start { a?: string }"
    );
    assert_eq!(ty(json!({ "oneOf": [reference("start")] })), "json");
    assert_eq!(
        ty(json!({ "anyOf": [reference("start"), { "type": "string" }] })),
        "json"
    );
    assert_eq!(ty(json!({ "type": "array", "items": reference("start") })), "[json]");
    assert_eq!(ty(json!({ "additionalProperties": reference("start") })), "{json}");
    let schemas = json!({
        "start": { "allOf": [reference("b"), { "properties": { "a": { "type": "string" } } }] },
        "b": { "allOf": [reference("start"), { "properties": { "b": { "type": "string" } } }] },
    });
    assert_eq!(types(schemas), "start { b?: string, a?: string }");
    let schemas = json!({ "start": { "oneOf": [reference("b")] }, "b": { "oneOf": [reference("start")] } });
    assert_eq!(types(schemas), "json");
    let schemas = json!({
        "start": { "anyOf": [{ "items": reference("b") }, { "type": "null" }] },
        "b": { "anyOf": [{ "items": reference("start") }, { "type": "null" }] },
    });
    assert!(types(schemas).contains("json"));
}

#[test]
fn deep_schemas_need_no_deep_stack() {
    let mut lists = json!({ "type": "string" });
    let mut objects = json!({ "type": "string" });
    let mut unions = json!({ "type": "string" });
    for _ in 0..120 {
        lists = json!({ "items": lists });
        objects = json!({ "properties": { "a": objects } });
        unions = json!({ "oneOf": [unions, { "type": "integer" }] });
    }
    assert!(ty(lists).contains("json"));
    assert_eq!(ty(objects).lines().count(), 120);
    assert!(!ty(unions).is_empty());
}

#[test]
fn long_chains_of_references_need_no_deep_stack() {
    let mut schemas = serde_json::Map::new();
    let chain = |make: fn(Value) -> Value, schemas: &mut serde_json::Map<String, Value>, prefix: &str| {
        for index in 0..5000 {
            schemas.insert(
                format!("{prefix}{index}"),
                make(json!({ "$ref": format!("#/components/schemas/{prefix}{}", index + 1) })),
            );
        }
        schemas.insert(format!("{prefix}5000"), json!({ "type": "string" }));
    };
    chain(|next| json!({ "properties": { "next": next } }), &mut schemas, "object");
    chain(|next| json!({ "items": next }), &mut schemas, "list");
    chain(
        |next| json!({ "allOf": [next, { "properties": { "a": { "type": "string" } } }] }),
        &mut schemas,
        "all",
    );
    chain(
        |next| json!({ "anyOf": [next, { "type": "integer" }] }),
        &mut schemas,
        "any",
    );
    schemas.insert(
        "start".to_owned(),
        json!({ "properties": {
        "object": { "$ref": "#/components/schemas/object0" }, "list": { "$ref": "#/components/schemas/list0" },
        "all": { "$ref": "#/components/schemas/all0" }, "any": { "$ref": "#/components/schemas/any0" },
    } }),
    );
    assert!(types(Value::Object(schemas)).lines().count() > 5000);
}
