//! Shapes as types.

use serde_json::{Value, json};

use super::{argument, field, named, of, read, rest, result, structure};
use crate::Options;
use crate::document::Node;
use crate::model::types::{EnumValue, Item, Kind, Limits, Tagging, Type};

/// The type of a member of an output with this shape.
fn ty(shape: Value) -> Type {
    let mut description = rest("/", "GET", json!({}), json!({"Value": {"shape": "Shape"}}));
    description["shapes"]["Shape"] = shape;
    let model = read(&description);
    field(&model, result(&model), "Value").ty.clone()
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(Item { ty, nullable: false }))
}

#[test]
fn simple_shapes_are_simple_types() {
    for (shape, expected) in [
        ("string", Type::String),
        ("boolean", Type::Bool),
        ("integer", Type::I32),
        ("long", Type::I64),
        ("float", Type::F32),
        ("double", Type::F64),
        ("blob", Type::Blob),
        ("timestamp", Type::EpochSeconds),
        ("something", Type::Json),
    ] {
        assert_eq!(ty(json!({"type": shape})), expected);
    }
    assert_eq!(
        ty(json!({"type": "structure", "document": true, "members": {}})),
        Type::Json
    );
}

#[test]
fn times_have_the_form_of_their_place_unless_the_model_has_another() {
    let input = json!({
        "Before": {"shape": "Timestamp", "location": "querystring", "locationName": "before"},
        "Since": {"shape": "Timestamp", "location": "header", "locationName": "since"},
        "After": {"shape": "Timestamp", "location": "querystring", "locationName": "after", "timestampFormat": "unixTimestamp"},
        "At": {"shape": "Timestamp"},
        "On": {"shape": "Iso"},
        "In": {"shape": "Iso", "timestampFormat": "rfc822"},
    });
    let mut description = rest("/", "POST", input, json!({}));
    description["shapes"]["Iso"] = json!({"type": "timestamp", "timestampFormat": "iso8601"});
    let model = read(&description);
    assert_eq!(argument(&model, "before").ty, Type::DateTime);
    assert_eq!(argument(&model, "since").ty, Type::HttpDate);
    assert_eq!(argument(&model, "after").ty, Type::EpochSeconds);
    let body = named(&argument(&model, "input").ty);
    assert_eq!(field(&model, body, "At").ty, Type::EpochSeconds);
    assert_eq!(field(&model, body, "On").ty, Type::DateTime);
    assert_eq!(field(&model, body, "In").ty, Type::HttpDate);
}

#[test]
fn lists_and_maps_have_items_and_sparse_ones_nulls() {
    assert_eq!(
        ty(json!({"type": "list", "member": {"shape": "String"}})),
        list(Type::String)
    );
    let map = json!({"type": "map", "key": {"shape": "String"}, "value": {"shape": "Strings"}, "sparse": true});
    let lists = Item {
        ty: list(Type::String),
        nullable: true,
    };
    assert_eq!(ty(map), Type::Map(Box::new(lists)));
}

#[test]
fn strings_with_values_are_enums() {
    let mut description = rest(
        "/",
        "GET",
        json!({}),
        json!({"Role": {"shape": "Role"}, "Other": {"shape": "Role"}}),
    );
    description["shapes"]["Role"] =
        json!({"type": "string", "enum": ["Admin", "Member", 5], "documentation": "A role."});
    let model = read(&description);
    let id = named(&field(&model, result(&model), "Role").ty);
    assert_eq!(named(&field(&model, result(&model), "Other").ty), id);
    let Kind::Enum(values) = &model.types[id].kind else {
        panic!()
    };
    assert_eq!(*values, ["Admin", "Member"].map(EnumValue::new));
    assert_eq!(
        (model.types[id].name.as_str(), model.types[id].is_named),
        ("Role", true)
    );
    assert_eq!(ty(json!({"type": "string", "enum": []})), Type::String);
}

#[test]
fn a_union_is_one_of_its_members() {
    let mut description = rest("/", "GET", json!({}), json!({"Value": {"shape": "Value"}}));
    description["shapes"]["Value"] = json!({
        "type": "structure",
        "union": true,
        "members": {"S": {"shape": "String"}, "List": {"shape": "Values", "locationName": "L"}},
    });
    description["shapes"]["Values"] = json!({"type": "list", "member": {"shape": "Value"}});
    let model = read(&description);
    let id = named(&field(&model, result(&model), "Value").ty);
    let Kind::OneOf(union) = &model.types[id].kind else {
        panic!()
    };
    assert_eq!(union.tagging, Tagging::External);
    let variants: Vec<_> = union
        .variants
        .iter()
        .map(|variant| (variant.tag.as_str(), variant.ty.clone()))
        .collect();
    assert_eq!(
        variants,
        [("S", Some(Type::String)), ("L", Some(list(Type::Named(id))))]
    );
}

#[test]
fn recursive_structures_are_one_type() {
    let mut description = rest("/", "GET", json!({}), json!({"Node": {"shape": "Node"}}));
    description["shapes"]["Node"] = structure(json!({"Next": {"shape": "Node"}}));
    let model = read(&description);
    let id = named(&field(&model, result(&model), "Node").ty);
    assert_eq!(named(&field(&model, id, "Next").ty), id);
    assert!(of(&model, id).page.is_none());
}

#[test]
fn members_of_inner_structures_are_json_wherever_they_would_be_at_the_top() {
    let mut description = rest("/", "GET", json!({}), json!({"Inner": {"shape": "Inner"}}));
    let members = json!({"Id": {"shape": "String", "location": "header", "locationName": "x-id"}});
    description["shapes"]["Inner"] = structure(members);
    let model = read(&description);
    let inner = named(&field(&model, result(&model), "Inner").ty);
    assert_eq!(field(&model, inner, "Id").ty, Type::String);
}

#[test]
fn limits_are_those_that_the_type_can_have() {
    let limits = |shape: Value| {
        let mut description = rest("/", "POST", json!({"Value": {"shape": "Shape"}}), json!({}));
        description["shapes"]["Shape"] = shape;
        let model = read(&description);
        field(&model, named(&argument(&model, "input").ty), "Value")
            .limits
            .clone()
    };
    let lengths = |min_length, max_length| Limits {
        min_length,
        max_length,
        ..Limits::default()
    };
    let range = |minimum: Option<&str>, maximum: Option<&str>| Limits {
        minimum: minimum.map(str::to_owned),
        maximum: maximum.map(str::to_owned),
        ..Limits::default()
    };
    assert_eq!(
        limits(json!({"type": "string", "min": 1, "max": 64})),
        lengths(Some(1), Some(64))
    );
    assert_eq!(limits(json!({"type": "string", "min": 0})), Limits::default());
    assert_eq!(
        limits(json!({"type": "string", "min": 1, "enum": ["a"]})),
        Limits::default()
    );
    assert_eq!(
        limits(json!({"type": "list", "member": {"shape": "String"}, "max": 5})),
        lengths(None, Some(5))
    );
    assert_eq!(limits(json!({"type": "blob", "max": 5})), Limits::default());
    assert_eq!(
        limits(json!({"type": "integer", "min": -1, "max": 99})),
        range(Some("-1"), Some("99"))
    );
    assert_eq!(
        limits(json!({"type": "integer", "max": 5_000_000_000_i64})),
        Limits::default()
    );
    assert_eq!(
        limits(json!({"type": "long", "max": 5_000_000_000_i64})),
        range(None, Some("5000000000"))
    );
    assert_eq!(
        limits(json!({"type": "double", "min": 0, "max": 0.5})),
        range(Some("0.0"), Some("0.5"))
    );
}

#[test]
fn documentation_is_that_of_the_member_or_of_its_shape() {
    let output =
        json!({"A": {"shape": "Name", "documentation": "<p>A.</p>", "deprecated": true}, "B": {"shape": "Name"}});
    let mut description = rest("/", "GET", json!({}), output);
    description["shapes"]["Name"] = json!({"type": "string", "documentation": "A name.", "sensitive": true});
    let model = read(&description);
    let (a, b) = (
        &field(&model, result(&model), "A").doc,
        &field(&model, result(&model), "B").doc,
    );
    assert_eq!((a.text.as_str(), a.deprecated), ("<p>A.</p>", true));
    assert_eq!((b.text.as_str(), b.deprecated), ("A name.", false));
    assert_eq!(b.notes, ["Sensitive."]);
}

#[test]
fn json_in_a_header_is_text_with_a_note() {
    let input =
        json!({"State": {"shape": "String", "jsonvalue": true, "location": "header", "locationName": "x-state"}});
    let model = read(&rest("/", "GET", input, json!({})));
    let state = argument(&model, "x-state");
    assert_eq!(state.ty, Type::String);
    assert_eq!(state.doc.notes, ["JSON, encoded in base64."]);
}

#[test]
fn opaque_shapes_are_any_json() {
    let mut description = rest("/", "GET", json!({}), json!({"Room": {"shape": "Room"}}));
    description["shapes"]["Room"] = structure(json!({"Name": {"shape": "String"}}));
    let root = Node::root(&description);
    let options = Options {
        opaque: vec!["Room".to_owned()],
        ..Options::default()
    };
    let model = super::super::read(&root, &super::super::list(&root), &options);
    assert_eq!(field(&model, result(&model), "Room").ty, Type::Json);
    assert_eq!(model.types.iter().count(), 1);
}
