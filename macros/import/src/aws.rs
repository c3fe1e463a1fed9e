//! Reads AWS service models: botocore's `service-2.json` with its paginators, and Smithy's JSON AST, which is rewritten into
//! that form first.

use crate::Options;
use crate::document::Node;
use crate::model::Model;
use crate::select::Listed;

/// Returns the operations of a service, in the order of its model.
pub(crate) fn list(root: &Node<'_>) -> Vec<Listed> {
    _ = root;
    Vec::new()
}

/// Reads chosen operations.
pub(crate) fn read(root: &Node<'_>, chosen: &[Listed], options: &Options) -> Model {
    _ = (root, chosen, options);
    Model::default()
}
