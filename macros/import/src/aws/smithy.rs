//! Rewrites Smithy's JSON AST into the form of `service-2.json`.

use serde_json::Value;

use crate::document::Node;

/// The member of rewritten shapes that has the JSON pointer of the original.
pub(super) const POINTER: &str = "x-pointer";

/// Returns a model in Smithy's JSON AST in the other form; `None` for a model that has it already.
pub(super) fn rewritten(root: &Node<'_>) -> Option<Value> {
    root.get_raw("smithy")?;
    None
}
