//! Small documents, and what becomes of their operations.

#![expect(clippy::needless_pass_by_value, reason = "documents are written in place")]

mod bodies;
mod documents;
mod listing;
mod parameters;
mod paths;
mod responses;

use serde_json::{Value, json};

use super::{list, read};
use crate::Options;
use crate::document::Node;
use crate::model::Model;
use crate::model::operation::{Declaration, Operation, Piece, Role};
use crate::model::types::{Type, TypeDef};

/// Reads all operations of a document.
fn model(document: &Value) -> Model {
    let root = Node::root(document);
    read(&root, &list(&root), &Options::default())
}

/// A document with one operation.
fn document(method: &str, path: &str, operation: &Value) -> Value {
    json!({"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "paths": {path: {method: operation}}})
}

/// Reads an operation, and the model that it is the only one of.
fn one(method: &str, path: &str, operation: &Value) -> (Operation, Model) {
    let mut model = model(&document(method, path, operation));
    (model.operations.remove(0), model)
}

fn declared(method: &str, path: &str, operation: &Value) -> Declaration {
    one(method, path, operation).0.declaration.unwrap()
}

/// Why an operation is not declared.
fn reason(method: &str, path: &str, operation: &Value) -> String {
    one(method, path, operation).0.declaration.unwrap_err().reason
}

/// The template as in the declaration.
fn template(declaration: &Declaration) -> String {
    let mut template = String::new();
    for piece in &declaration.template {
        match piece {
            Piece::Literal(text) => template.push_str(text),
            Piece::Label { name, is_greedy: false } => template.extend(["<", name, ">"]),
            Piece::Label { name, is_greedy: true } => template.extend(["<", name, "..>"]),
        }
    }
    match &declaration.query {
        Some(query) => format!("{template}?{query}"),
        None => template,
    }
}

/// The names, roles and types of arguments.
fn arguments(declaration: &Declaration) -> Vec<(&str, Role, Type, bool)> {
    declaration
        .arguments
        .iter()
        .map(|argument| {
            (
                argument.name.as_str(),
                argument.role.clone(),
                argument.ty.clone(),
                argument.required,
            )
        })
        .collect()
}

fn definition<'m>(model: &'m Model, ty: &Type) -> &'m TypeDef {
    &model.types[ty.named().unwrap()]
}

fn list_of(ty: Type) -> Type {
    Type::List(Box::new(crate::model::types::Item { ty, nullable: false }))
}
