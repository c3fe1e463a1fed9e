//! Rewrites Smithy's JSON AST into the form of `service-2.json`, as far as operations lead.

mod ast;
mod operations;
mod service;
mod shapes;

use serde_json::{Map, Value, json};

use crate::document::Node;

use super::paginators::PAGINATORS;
use ast::Ast;
use service::Service;
use shapes::Shapes;

/// The member of rewritten shapes and operations that has the JSON pointer of the original.
pub(super) const POINTER: &str = "x-pointer";
/// The member of rewritten operations that has the URL of their documentation.
pub(super) const REFERENCE: &str = "x-reference";
/// The member of rewritten operations whose only member of the output is the root of the response itself.
pub(super) const UNWRAPPED: &str = "x-unwrapped";
/// The member of rewritten metadata that has the trait `httpApiKeyAuth`.
pub(super) const API_KEY: &str = "x-api-key";

/// Returns a model in Smithy's JSON AST in the other form; `None` for a model that has it already. Without a service, it has no
/// operations.
pub(super) fn rewritten(root: &Node<'_>) -> Option<Value> {
    root.get_raw("smithy")?;
    let ast = Ast::new(root);
    let Some(service) = Service::find(&ast) else {
        return Some(json!({"metadata": {}, "operations": {}, "shapes": {}}));
    };
    let mut shapes = Shapes::new(&ast, &service);
    let (mut operations, mut paginators) = (Map::new(), Map::new());
    for id in service.operations(&ast) {
        if let Some((name, operation, paginator)) = operations::rewritten(&ast, &service, &mut shapes, id) {
            paginators.extend(paginator.map(|paginator| (name.clone(), paginator)));
            operations.insert(name, operation);
        }
    }
    Some(json!({
        "metadata": service.metadata(),
        "operations": operations,
        "shapes": shapes.into_rewritten(),
        PAGINATORS: paginators,
    }))
}
