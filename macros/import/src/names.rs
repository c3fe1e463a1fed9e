//! Rust names made of the names of descriptions: identifiers that are legal, and collisions that are resolved in a fixed way.

/// Makes a name of a type or a variant: `pull-request` becomes `PullRequest`.
pub(crate) fn type_name(name: &str) -> String {
    heck::AsUpperCamelCase(name).to_string()
}

/// Makes a name of a method, an argument or a field: `pullRequest` becomes `pull_request`, and `type` becomes `r#type`.
pub(crate) fn value_name(name: &str) -> String {
    heck::AsSnakeCase(name).to_string()
}
