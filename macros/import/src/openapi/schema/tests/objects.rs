use serde_json::json;

use super::super::Schemas;
use super::{members, read, ty, types};
use crate::document::Node;
use crate::model::types::{Direction, Kind, Type};

#[test]
fn schema_becomes_one_type_wherever_it_is_referred_to() {
    let schemas = json!({
        "start": { "type": "object", "required": ["user"], "properties": {
            "user": { "$ref": "#/components/schemas/user" },
            "assignees": { "type": "array", "items": { "$ref": "#/components/schemas/user" } },
        } },
        "user": { "type": "object", "properties": { "login": { "type": "string" } } },
    });
    assert_eq!(
        types(schemas),
        "start { user: user, assignees?: [user] }\nuser { login?: string }"
    );
}

#[test]
fn inline_objects_and_enums_are_named_after_their_place() {
    let schemas = json!({ "start": { "properties": {
        "user": { "properties": { "kind": { "type": "string", "enum": ["bot", "human"] } } },
        "labels": { "type": "array", "items": { "properties": { "name": { "type": "string" } } } },
        "more": { "additionalProperties": { "properties": { "at": { "type": "string", "format": "date-time" } } } },
    } } });
    assert_eq!(
        types(schemas),
        "start { user?: start user, labels?: [start label], more?: {start more value} }\n\
         start user { kind?: start user kind }\nstart label { name?: string }\nstart more value { at?: datetime }\n\
         start user kind = bot | human"
    );
}

#[test]
fn recursive_schema_is_one_type() {
    let schemas = json!({ "start": { "type": "object", "properties": {
        "parent": { "$ref": "#/components/schemas/start" },
        "children": { "type": "array", "items": { "$ref": "#/components/schemas/start" } },
    } } });
    assert_eq!(types(schemas), "start { parent?: start, children?: [start] }");
}

#[test]
fn object_without_members_is_a_map() {
    assert_eq!(ty(json!({ "type": "object" })), "{json}");
    assert_eq!(ty(json!({ "type": "object", "properties": {} })), "{json}");
    assert_eq!(ty(json!({ "type": "object", "additionalProperties": true })), "{json}");
    assert_eq!(ty(json!({ "type": "object", "additionalProperties": {} })), "{json}");
    assert_eq!(
        ty(json!({ "additionalProperties": { "type": "integer", "nullable": true } })),
        "{i64 | null}"
    );
    assert_eq!(
        ty(json!({ "additionalProperties": { "additionalProperties": { "type": "string" } } })),
        "{{string}}"
    );
    assert_eq!(
        ty(json!({ "patternProperties": { "^x-": { "type": "string" } } })),
        "{string}"
    );
}

#[test]
fn schema_of_further_members_is_the_rest() {
    let schema = json!({ "properties": { "id": { "type": "string" } }, "additionalProperties": { "type": "boolean" } });
    assert_eq!(ty(schema), "start { id?: string, ..bool }");
    let schema = json!({
        "properties": { "id": { "type": "string" } },
        "additionalProperties": { "properties": { "at": { "type": "string" } } },
    });
    assert_eq!(
        ty(schema),
        "start { id?: string, ..start value }\nstart value { at?: string }"
    );
    let schema = json!({ "properties": { "id": { "type": "string" } }, "additionalProperties": true });
    assert_eq!(ty(schema), "start { id?: string }");
}

#[test]
fn read_only_and_write_only_members_have_a_direction() {
    let (found, types) = read(&json!({ "start": { "properties": {
        "id": { "type": "string", "readOnly": true },
        "password": { "$ref": "#/components/schemas/password" },
        "name": { "type": "string" },
    } }, "password": { "type": "string", "writeOnly": true } }));
    let Type::Named(id) = found.ty else { panic!("{found:?}") };
    let Kind::Struct(of) = &types[id].kind else {
        panic!("{types:?}")
    };
    let directions: Vec<Direction> = of.fields.iter().map(|field| field.direction).collect();
    assert_eq!(directions, [Direction::Response, Direction::Request, Direction::Both]);
}

#[test]
fn documentation_is_that_of_the_place_and_of_the_definition() {
    let (found, types) = read(&json!({
        "start": { "description": "An issue.", "externalDocs": { "url": "https://example.com" }, "properties": {
            "user": { "$ref": "#/components/schemas/user" },
            "owner": { "$ref": "#/components/schemas/user", "description": "Who owns it.", "deprecated": true },
            "size": { "$ref": "#/components/schemas/size" },
        } },
        "user": { "title": "A user", "properties": { "id": { "type": "string" } } },
        "size": { "type": "integer", "description": "A size." },
    }));
    let Type::Named(id) = found.ty else { panic!("{found:?}") };
    assert_eq!(found.doc.text, "An issue.");
    assert_eq!(
        (types[id].doc.text.as_str(), types[id].doc.url.as_deref()),
        ("An issue.", Some("https://example.com"))
    );
    let Kind::Struct(of) = &types[id].kind else {
        panic!("{types:?}")
    };
    let texts: Vec<(&str, bool)> = of
        .fields
        .iter()
        .map(|field| (field.doc.text.as_str(), field.doc.deprecated))
        .collect();
    assert_eq!(texts, [("", false), ("Who owns it.", true), ("A size.", false)]);
    let Type::Named(user) = of.fields[0].ty else {
        panic!("{of:?}")
    };
    assert_eq!(types[user].doc.text, "A user");
}

#[test]
fn members_are_read_without_a_type() {
    let document = json!({ "components": { "schemas": { "upload": { "allOf": [
        { "properties": { "file": { "type": "string", "format": "binary" } }, "required": ["file"] },
        { "properties": { "tags": { "type": "array", "items": { "properties": { "name": { "type": "string" } } } } } },
    ] } } } });
    let root = Node::root(&document);
    let mut schemas = Schemas::new(&[]);
    let of = schemas
        .members(&root.follow("#/components/schemas/upload").unwrap(), "body")
        .unwrap()
        .unwrap();
    let types = schemas.into_types();
    assert_eq!(members(&of, &types), "file: bytes, tags?: [upload tag]");
    let text = json!({ "type": "string" });
    assert!(Schemas::new(&[]).members(&Node::root(&text), "body").unwrap().is_none());
}

#[test]
fn opaque_schema_is_any_json() {
    let document =
        json!({ "components": { "schemas": { "pull-request": { "properties": { "id": { "type": "string" } } } } } });
    for opaque in ["pull-request", "PullRequest"] {
        let names = [opaque.to_owned()];
        let mut schemas = Schemas::new(&names);
        let schema =
            json!({ "components": document["components"], "items": { "$ref": "#/components/schemas/pull-request" } });
        let found = schemas.read(&Node::root(&schema), "list").unwrap();
        assert_eq!(super::value(&found.ty, false, &schemas.into_types()), "[json]");
    }
}

#[test]
fn items_are_named_in_the_singular() {
    let lists = [
        "Issue labels",
        "entries",
        "boxes",
        "addresses",
        "branches",
        "caches",
        "statuses",
        "children",
    ];
    let items = [
        "Issue label",
        "entry",
        "box",
        "address",
        "branch",
        "cache",
        "status",
        "child",
    ];
    assert_eq!(lists.map(super::super::name::of_item), items.map(str::to_owned));
    let lists = ["status", "data", "series", "s", "point s", "URLs"];
    let items = [
        "status item",
        "data item",
        "series item",
        "s item",
        "point s item",
        "URL",
    ];
    assert_eq!(lists.map(super::super::name::of_item), items.map(str::to_owned));
}
