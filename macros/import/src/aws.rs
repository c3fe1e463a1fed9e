//! Reads AWS service models: botocore's `service-2.json` with its paginators, and Smithy's JSON AST, which is rewritten into
//! that form first.

mod errors;
mod input;
mod limits;
mod operation;
mod paginators;
mod result;
mod service;
mod shapes;
mod smithy;
#[cfg(test)]
mod tests;
mod uri;
mod xml;

pub(crate) use paginators::PAGINATORS;

use crate::Options;
use crate::document::Node;
use crate::model::operation::{Operation, Outcome};
use crate::model::types::Type;
use crate::model::{Doc, Left, Model};
use crate::select::Listed;

use errors::Errors;
use paginators::Pages;
use service::{Protocol, Service};
use shapes::Shapes;

/// Returns the operations of a service, in the order of its model.
pub(crate) fn list(root: &Node<'_>) -> Vec<Listed> {
    let rewritten = smithy::rewritten(root);
    let root = rewritten.as_ref().map_or_else(|| root.clone(), Node::root);
    let service = Service::new(&root);
    let Some(operations) = root.get_raw("operations") else {
        return Vec::new();
    };
    let listed = operations.members().map(|(id, operation)| {
        let (method, path) = service.request_line(&operation);
        Listed {
            id: id.to_owned(),
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            summary: operation.text("documentation").unwrap_or_default().to_owned(),
            tags: Vec::new(),
            is_deprecated: operation.flag("deprecated"),
            pointer: place(&operation),
        }
    });
    listed.collect()
}

/// Reads chosen operations.
pub(crate) fn read(root: &Node<'_>, chosen: &[Listed], options: &Options) -> Model {
    let rewritten = smithy::rewritten(root);
    let root = rewritten.as_ref().map_or_else(|| root.clone(), Node::root);
    let service = Service::new(&root);
    let mut shapes = Shapes::new(&root, &options.opaque, service.protocol() == Protocol::RestXml);
    let mut errors = Errors::default();
    let mut pages = Pages::default();
    let mut operations = Vec::with_capacity(chosen.len());
    for listed in chosen {
        let node = root
            .get_raw("operations")
            .and_then(|operations| operations.get_raw(&listed.id));
        let mut doc = Doc {
            text: listed.summary.clone(),
            url: node.as_ref().and_then(|node| service.reference(&listed.id, node)),
            deprecated: listed.is_deprecated,
            notes: Vec::new(),
        };
        let declaration = match &node {
            Some(node) => operation::declare(&service, &mut shapes, &listed.id, node, &mut doc.notes),
            None => Err(Left::new(
                &listed.pointer,
                "the description does not have the operation",
            )),
        };
        if let (Some(node), Ok(declaration)) = (&node, &declaration) {
            errors.add(&shapes, node);
            if let Outcome::Json(Type::Named(id)) | Outcome::Response(id) = declaration.outcome {
                pages.add(&service, &shapes, &listed.id, node, id, &mut doc.notes);
            }
        }
        operations.push(Operation {
            id: listed.id.clone(),
            rust_name: String::new(),
            request_line: format!("{} {}", listed.method, listed.path),
            doc,
            declaration,
        });
    }
    let mut types = shapes.into_types();
    pages.set(&mut types);
    Model {
        title: service.title().to_owned(),
        version: service.version().to_owned(),
        trait_name: service.name().to_owned(),
        endpoint: service.endpoint(),
        auth: service.auth(),
        operations,
        types,
        errors: errors.into_cases(service.protocol()),
        error_root: service.is_s3().then_some("Error"),
        notes: service.notes(),
        ..Model::default()
    }
}

/// The JSON pointer of a shape or an operation in the description as it was given, before it was rewritten.
fn place(node: &Node<'_>) -> String {
    node.text(smithy::POINTER).unwrap_or(node.pointer()).to_owned()
}
