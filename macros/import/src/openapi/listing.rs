//! The operations of a document.

use std::collections::HashSet;

use heck::ToUpperCamelCase;

use crate::document::Node;
use crate::select::Listed;

/// The members of path items that are operations.
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// Returns the operations of a document, in its order.
pub(crate) fn list(root: &Node<'_>) -> Vec<Listed> {
    let mut listed = Vec::new();
    let mut unnamed = Vec::new();
    let mut ids = HashSet::new();
    let paths = root.get_raw("paths");
    for (path, item) in paths.iter().flat_map(Node::members) {
        let Ok(item) = item.resolved() else { continue };
        for (method, operation) in item.members() {
            if !METHODS.contains(&method) || operation.object().is_none() {
                continue;
            }
            let id = operation.text("operationId").map(str::trim).unwrap_or_default();
            if id.is_empty() || !ids.insert(id.to_owned()) {
                unnamed.push(listed.len());
            }
            listed.push(Listed {
                id: id.to_owned(),
                method: method.to_uppercase(),
                path: path.to_owned(),
                summary: ["summary", "description"]
                    .into_iter()
                    .filter_map(|name| operation.text(name))
                    .map(str::trim)
                    .find(|text| !text.is_empty())
                    .unwrap_or_default()
                    .to_owned(),
                tags: operation
                    .get_raw("tags")
                    .iter()
                    .flat_map(Node::items)
                    .filter_map(|tag| tag.value().as_str())
                    .map(str::to_owned)
                    .collect(),
                is_deprecated: operation.flag("deprecated"),
                pointer: operation.pointer().to_owned(),
            });
        }
    }
    // Ids of the document win over those that are made.
    for index in unnamed {
        if let Some(operation) = listed.get_mut(index) {
            operation.id = unique(&made_id(&operation.method, &operation.path), &mut ids);
        }
    }
    listed
}

/// Makes an id: `get /pets/{id}` becomes `getPetsId`.
fn made_id(method: &str, path: &str) -> String {
    format!("{}{}", method.to_lowercase(), path.to_upper_camel_case())
}

fn unique(id: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2_u32..).map(|number| format!("{id}{number}"));
    let free = std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|id| !taken.contains(id));
    let id = free.unwrap_or_default();
    taken.insert(id.clone());
    id
}
