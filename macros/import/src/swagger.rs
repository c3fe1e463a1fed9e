//! Rewrites Swagger 2.0 in the form of OpenAPI 3.0, before anything else reads it.

mod operation;
mod parameter;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use operation::Defaults;

/// The members of the root that move into `components`, and their names there.
const MOVED: [(&str, &str); 3] = [
    ("definitions", "schemas"),
    ("parameters", "parameters"),
    ("responses", "responses"),
];

/// Whether a description is Swagger 2.0.
pub(crate) fn is_swagger(root: &Value) -> bool {
    root.get("swagger")
        .is_some_and(|version| matches!(version.to_string().as_str(), "\"2.0\"" | "2.0"))
}

/// Rewrites a description.
pub(crate) fn rewritten(mut root: Value) -> Value {
    adapt(&mut root);
    let Value::Object(old) = root else { return root };
    let defaults = Defaults::of(&old);
    let mut new = Map::new();
    new.insert("openapi".to_owned(), "3.0.3".into());
    if let Some(server) = server(&old) {
        new.insert("servers".to_owned(), json!([{ "url": server }]));
    }
    let mut components = Map::new();
    for (name, value) in old {
        match (name.as_str(), value) {
            ("paths", Value::Object(paths)) => {
                let paths = paths.into_iter().map(|(path, item)| (path, defaults.path_item(item)));
                new.insert(name, Value::Object(paths.collect()));
            }
            ("definitions", definitions) => _ = components.insert("schemas".to_owned(), definitions),
            ("parameters", Value::Object(parameters)) => {
                let parameters = parameters
                    .into_iter()
                    .map(|(name, value)| (name, parameter::rewritten(value)));
                components.insert(name, Value::Object(parameters.collect()));
            }
            ("responses", Value::Object(responses)) => {
                let responses = responses
                    .into_iter()
                    .map(|(name, value)| (name, defaults.response(value)));
                components.insert(name, Value::Object(responses.collect()));
            }
            ("securityDefinitions", Value::Object(schemes)) => {
                let schemes = schemes.into_iter().map(|(name, value)| (name, security_scheme(value)));
                components.insert("securitySchemes".to_owned(), Value::Object(schemes.collect()));
            }
            ("swagger" | "host" | "basePath" | "schemes" | "consumes" | "produces", _) => {}
            (_, value) => _ = new.insert(name, value),
        }
    }
    new.insert("components".to_owned(), Value::Object(components));
    Value::Object(new)
}

/// Returns the JSON pointer before a description was rewritten.
pub(crate) fn original(pointer: &str) -> String {
    let moved = MOVED
        .iter()
        .find_map(|(old, new)| Some((old, pointer.strip_prefix(&format!("/components/{new}/"))?)));
    moved.map_or_else(|| pointer.to_owned(), |(old, rest)| format!("/{old}/{rest}"))
}

/// Rewrites references, and what differs in schemas, at any depth.
fn adapt(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(adapt),
        Value::Object(members) => {
            members.values_mut().for_each(adapt);
            if let Some(Value::String(reference)) = members.get_mut("$ref") {
                let moved = MOVED
                    .iter()
                    .find_map(|(old, new)| Some((new, reference.strip_prefix(&format!("#/{old}/"))?)));
                if let Some((new, rest)) = moved {
                    *reference = format!("#/components/{new}/{rest}");
                }
            }
            if let Some(discriminator @ Value::String(_)) = members.get_mut("discriminator") {
                *discriminator = json!({ "propertyName": discriminator.take() });
            }
            if let Some(nullable @ Value::Bool(_)) = members.get("x-nullable").cloned() {
                members.insert("nullable".to_owned(), nullable);
            }
        }
        _ => {}
    }
}

/// Returns the URL of the service: of several schemes, HTTPS.
fn server(root: &Map<String, Value>) -> Option<String> {
    let text = |name: &str| root.get(name).and_then(Value::as_str).unwrap_or_default();
    let path = text("basePath").trim_end_matches('/');
    if text("host").is_empty() {
        return (!path.is_empty()).then(|| path.to_owned());
    }
    let schemes: Vec<_> = root
        .get("schemes")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let scheme = if schemes.contains(&"https") {
        "https"
    } else {
        schemes.first().copied().unwrap_or("https")
    };
    Some(format!("{scheme}://{}{path}", text("host")))
}

fn security_scheme(mut scheme: Value) -> Value {
    let flow = match scheme.get("type").and_then(Value::as_str) {
        Some("basic") => return json!({ "type": "http", "scheme": "basic" }),
        Some("oauth2") => scheme.get("flow").and_then(Value::as_str).unwrap_or_default(),
        _ => return scheme,
    };
    let flow = match flow {
        "application" => "clientCredentials",
        "accessCode" => "authorizationCode",
        other => other,
    };
    let flow = flow.to_owned();
    let mut of_flow = Map::new();
    for name in ["authorizationUrl", "tokenUrl", "scopes"] {
        if let Some(value) = scheme.get_mut(name) {
            of_flow.insert(name.to_owned(), value.take());
        }
    }
    json!({ "type": "oauth2", "flows": { flow: of_flow } })
}
