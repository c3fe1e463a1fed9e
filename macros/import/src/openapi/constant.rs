//! Parameters with only one value.

use serde_json::Value;

use crate::document::Node;

/// Returns the only value of a schema, as it is sent.
pub(super) fn only_value(schema: &Node<'_>) -> Option<String> {
    let schema = schema.clone().resolved().ok()?;
    let value = schema.value();
    let values = match (value.get("const"), value.get("enum")) {
        (Some(value), _) => std::slice::from_ref(value),
        (None, Some(Value::Array(values))) => values,
        _ => return None,
    };
    let [value] = values else { return None };
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}
