//! Each rule, with a small model.

use serde_json::{Value, json};

use crate::Options;
use crate::document::Node;
use crate::model::operation::{Argument, BodyFormat, Declaration, Outcome, Piece, Role};
use crate::model::types::{Field, Kind, Struct, Type, TypeId};
use crate::model::{Left, Model};

/// A service with these operations and shapes.
fn service(protocol: &str, operations: Value, shapes: Value) -> Value {
    let common = json!({
        "String": {"type": "string"},
        "Integer": {"type": "integer"},
        "Boolean": {"type": "boolean"},
        "Timestamp": {"type": "timestamp"},
        "Strings": {"type": "list", "member": {"shape": "String"}},
        "StringMap": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
        "Bytes": {"type": "blob"},
    });
    let mut all = common.as_object().unwrap().clone();
    all.extend(shapes.as_object().unwrap().clone());
    json!({
        "metadata": {
            "apiVersion": "2018-05-01",
            "endpointPrefix": "rooms",
            "jsonVersion": "1.1",
            "protocol": protocol,
            "serviceFullName": "Amazon Rooms",
            "serviceId": "Rooms",
            "signatureVersion": "v4",
            "signingName": "chat",
            "targetPrefix": "Rooms_20180501",
            "uid": "rooms-2018-05-01",
        },
        "operations": operations,
        "shapes": all,
    })
}

/// A service with one operation, `Op`, whose input and output have these members.
fn rest(uri: &str, method: &str, input: Value, output: Value) -> Value {
    let operations = json!({"Op": {
        "http": {"method": method, "requestUri": uri},
        "input": {"shape": "OpInput"},
        "output": {"shape": "OpOutput"},
    }});
    service(
        "rest-json",
        operations,
        json!({"OpInput": structure(input), "OpOutput": structure(output)}),
    )
}

fn structure(members: Value) -> Value {
    json!({"type": "structure", "members": members})
}

fn read(description: &Value) -> Model {
    let root = Node::root(description);
    super::read(&root, &super::list(&root), &Options::default())
}

fn declaration(model: &Model) -> &Declaration {
    model.operations[0].declaration.as_ref().unwrap()
}

fn left(description: &Value) -> Left {
    read(description).operations.remove(0).declaration.unwrap_err()
}

fn roles(model: &Model) -> Vec<(&str, Role)> {
    let arguments = declaration(model).arguments.iter();
    arguments
        .map(|argument| (argument.name.as_str(), argument.role.clone()))
        .collect()
}

fn argument<'m>(model: &'m Model, name: &str) -> &'m Argument {
    declaration(model)
        .arguments
        .iter()
        .find(|argument| argument.name == name)
        .unwrap()
}

fn fields(model: &Model, id: TypeId) -> &[Field] {
    &of(model, id).fields
}

fn of(model: &Model, id: TypeId) -> &Struct {
    match &model.types[id].kind {
        Kind::Struct(of) => of,
        other => panic!("{other:?}"),
    }
}

fn named(ty: &Type) -> TypeId {
    match ty {
        Type::Named(id) => *id,
        other => panic!("{other:?}"),
    }
}

fn result(model: &Model) -> TypeId {
    match &declaration(model).outcome {
        Outcome::Json(ty) => named(ty),
        Outcome::Response(id) => *id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn members_of_an_input_are_arguments_by_their_location() {
    let input = json!({
        "Name": {"shape": "String"},
        "RoomId": {"shape": "String", "location": "uri", "locationName": "roomId"},
        "AccountId": {"shape": "String", "location": "uri", "locationName": "accountId"},
        "Max": {"shape": "Integer", "location": "querystring", "locationName": "max-results"},
        "Tags": {"shape": "StringMap", "location": "querystring"},
        "Trace": {"shape": "String", "location": "header", "locationName": "x-amz-trace"},
        "Meta": {"shape": "StringMap", "location": "headers", "locationName": "x-amz-meta-"},
    });
    let model = read(&rest("/accounts/{accountId}/rooms/{roomId}", "post", input, json!({})));
    assert_eq!(
        roles(&model),
        [
            ("accountId", Role::Path),
            ("roomId", Role::Path),
            ("max-results", Role::Query),
            ("Tags", Role::QueryFlatten),
            ("x-amz-trace", Role::Header),
            ("x-amz-meta-", Role::HeaderPrefix),
            ("input", Role::Body(BodyFormat::Json)),
        ]
    );
    let body = named(&argument(&model, "input").ty);
    assert_eq!(model.types[body].name, "Op");
    assert_eq!(
        fields(&model, body).iter().map(|field| &field.name).collect::<Vec<_>>(),
        ["Name"]
    );
    assert_eq!(declaration(&model).method, "POST");
    assert_eq!(declaration(&model).outcome, Outcome::Nothing);
}

#[test]
fn a_uri_has_labels_greedy_ones_and_constants() {
    let input = json!({
        "Bucket": {"shape": "String", "location": "uri", "locationName": "Bucket"},
        "Key": {"shape": "String", "location": "uri", "locationName": "Key"},
    });
    let model = read(&rest("/v 1/{Bucket}:x/{Key+}?list-type=2&acl", "GET", input, json!({})));
    let label = |name: &str, is_greedy| Piece::Label {
        name: name.to_owned(),
        is_greedy,
    };
    let literal = |text: &str| Piece::Literal(text.to_owned());
    assert_eq!(
        declaration(&model).template,
        [
            literal("/v%201/"),
            label("Bucket", false),
            literal(":x/"),
            label("Key", true)
        ]
    );
    assert_eq!(declaration(&model).query.as_deref(), Some("list-type=2&acl"));
}
