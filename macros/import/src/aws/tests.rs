//! Each rule, with a small model.

#![expect(clippy::needless_pass_by_value, reason = "models are written where they are used")]

mod errors;
mod hostile;
mod input;
mod pages;
mod result;
mod service;
mod smithy;
mod types;
mod xml;

use serde_json::{Value, json};

use crate::Options;
use crate::document::Node;
use crate::model::operation::{Argument, Declaration, Outcome, Role};
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

/// The type of a member of a structure.
fn field<'m>(model: &'m Model, id: TypeId, name: &str) -> &'m Field {
    fields(model, id).iter().find(|field| field.name == name).unwrap()
}
