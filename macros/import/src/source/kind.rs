//! Recognizes files that cannot be imported, and says what to do with them.

use serde_json::Value;

/// Beginnings of lines that only one language has, what it is, and the remedy.
const LINES: [(&[&str], &str); 7] = [
    (
        &["syntax = \"proto", "syntax=\"proto"],
        "is a protobuf definition; the vendor may have an OpenAPI document of the same API",
    ),
    (
        &["type Query", "type Mutation", "schema {", "extend type ", "directive @"],
        "is a GraphQL schema, not the description of a REST API",
    ),
    (
        &["$version:", "namespace "],
        "is Smithy's language; name its JSON AST, which `smithy ast` writes",
    ),
    (&["#%RAML"], "is RAML; convert it to OpenAPI 3 first"),
    (&["FORMAT: 1A"], "is an API Blueprint; convert it to OpenAPI 3 first"),
    (
        &["import \"@typespec/"],
        "is TypeSpec; name the OpenAPI document that `tsp compile` writes",
    ),
    (
        &["version https://git-lfs"],
        "is a pointer of Git LFS; fetch the file with `git lfs pull`",
    ),
];

/// Returns what a text is that is neither JSON nor YAML of an API, as the end of a sentence that begins with its name.
pub(super) fn of_text(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    if text.starts_with('<') {
        let start: String = text.chars().take(4096).flat_map(char::to_lowercase).collect();
        let is_page = start.contains("<!doctype html") || start.contains("<html");
        return Some(if is_page {
            "is an HTML page; download the raw document"
        } else {
            "is XML; look for the description in JSON or YAML"
        });
    }
    if text.starts_with(['{', '[']) {
        return None;
    }
    let lines = || text.lines().take(200);
    if lines().any(|line| line.starts_with("openapi:") || line.starts_with("swagger:")) {
        return None;
    }
    let known = LINES
        .iter()
        .find(|(starts, _)| lines().any(|line| starts.iter().any(|start| line.starts_with(start))));
    known.map(|(_, kind)| *kind)
}

/// Returns what a value is that has not the form of a known description, as the end of a sentence that begins with its name.
pub(super) fn of_value(value: &Value) -> String {
    let Some(members) = value.as_object() else {
        let kind = match value {
            Value::Array(_) => "is a list",
            Value::String(_) => "is plain text",
            _ => "is a single value",
        };
        return format!("{kind}, neither an OpenAPI document nor an AWS service model");
    };
    let has = |name: &str| members.contains_key(name);
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let known = if has("openapi") {
        let version = value
            .get("openapi")
            .map(|version| version.to_string().replace('"', ""))
            .unwrap_or_default();
        return format!("is OpenAPI {version}; 3.0, 3.1 and 3.2 can be read");
    } else if has("swagger") || has("swaggerVersion") {
        "is Swagger 1; convert it to OpenAPI 3 first"
    } else if has("asyncapi") {
        "is AsyncAPI, not the description of a REST API"
    } else if text("/info/schema").contains("postman")
        || value.pointer("/info/_postman_id").is_some()
        || value.pointer("/collection/info").is_some()
    {
        "is a Postman collection; convert it to OpenAPI 3 first, with `npx postman-to-openapi`"
    } else if text("/_type") == "export" {
        "is an export of Insomnia; export OpenAPI 3 instead"
    } else if has("__schema") || value.pointer("/data/__schema").is_some() {
        "is a GraphQL schema, not the description of a REST API"
    } else if has("discoveryVersion") {
        "is a discovery document of Google; convert it to OpenAPI 3 first"
    } else if value.pointer("/log/entries").is_some() {
        "is an HTTP archive, not the description of an API"
    } else if has("pagination") {
        "has the paginators of a service; name the `service-2.json` beside it"
    } else if has("paths") {
        "has `paths`, but no member `openapi` with its version"
    } else if has("shapes") {
        "has `shapes`, but neither `metadata`, as botocore's models, nor `smithy`"
    } else if text("/$schema").contains("json-schema.org") {
        "is a JSON Schema, not the description of an API"
    } else {
        return unknown(value);
    };
    known.to_owned()
}

/// Returns what an object has that may be anything. It is often the error of a server in place of the document.
fn unknown(value: &Value) -> String {
    let members = value.as_object().into_iter().flatten();
    let message = ["message", "error", "detail", "error_description", "title", "404"]
        .iter()
        .find_map(|name| value.get(name)?.as_str());
    if let Some(message) = message.filter(|_| value.get("info").is_none()) {
        let message: String = message
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(60)
            .collect();
        return format!("seems to be an error, “{message}”; download the description again");
    }
    let names: Vec<_> = members.take(4).map(|(name, _)| format!("`{name}`")).collect();
    let has = if names.is_empty() {
        "is an empty object".to_owned()
    } else {
        format!("has the members {}", names.join(", "))
    };
    format!("{has}; an OpenAPI document has `openapi` and `paths`, an AWS service model `metadata` and `shapes`")
}
