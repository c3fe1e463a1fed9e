//! What the macro adds to the documentation of a method: the request line, and what goes out under another name.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rest_op::operation::{Operation, Parameter};
use crate::rest_op::role::Location;

pub(super) fn expand(operation: &Operation) -> TokenStream {
    let mut lines = vec![
        String::new(),
        format!("`{} {}`", operation.verb.name(), operation.template.value().trim()),
    ];
    let renamed: Vec<String> = operation.parameters.iter().filter_map(renamed).collect();
    if !renamed.is_empty() {
        lines.push(String::new());
        lines.extend(renamed);
    }
    let text = lines.join("\n");
    quote!(#[doc = #text])
}

/// An argument whose name is not that on the wire.
fn renamed(Parameter { name, location, .. }: &Parameter) -> Option<String> {
    let (kind, wire_name) = match location {
        Location::Query(key) | Location::QueryJoined(key, _) => ("query parameter", key),
        Location::QueryBrackets(key) if !key.is_empty() => ("query parameter", key),
        Location::Header(name) => ("header", name),
        Location::HeaderPrefix(prefix) if !prefix.is_empty() => ("headers under", prefix),
        Location::Member(name) => ("member", name),
        _ => return None,
    };
    (wire_name != name).then(|| format!("- `{name}`: {kind} `{wire_name}`"))
}
