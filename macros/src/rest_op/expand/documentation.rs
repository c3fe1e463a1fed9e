//! The documentation that the macro adds to a method: the request line, and the arguments that are sent under another name.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rest_op::operation::{Operation, Parameter};
use crate::rest_op::style::Location;

pub(super) fn expand(operation: &Operation) -> TokenStream {
    let mut lines = vec![
        String::new(),
        format!("`{} {}`", operation.method.name(), operation.template.value().trim()),
    ];
    let renamed: Vec<String> = operation.parameters.iter().filter_map(renamed).collect();
    if !renamed.is_empty() {
        lines.push(String::new());
        lines.extend(renamed);
    }
    let text = lines.join("\n");
    quote!(#[doc = #text])
}

/// A line about an argument that is sent under another name.
fn renamed(Parameter { name, style, key, .. }: &Parameter) -> Option<String> {
    let kind = match style.location {
        Location::Query | Location::QueryJoined(_) | Location::QueryBrackets => "query parameter",
        Location::Header => "header",
        Location::HeaderPrefix => "headers under",
        Location::Member => "member",
        Location::Part => "part",
        Location::Path | Location::QueryFlatten | Location::Body(_) | Location::BodyMembers => return None,
    };
    (!key.is_empty() && key != name).then(|| format!("- `{name}`: {kind} `{key}`"))
}
