//! Parameters and headers of Swagger 2.0, whose members are in OpenAPI 3 those of a schema.

use serde_json::{Map, Value, json};

/// The members that are not those of the schema.
const OWN: [&str; 8] = [
    "name",
    "in",
    "description",
    "required",
    "allowEmptyValue",
    "collectionFormat",
    "deprecated",
    "$ref",
];

/// Rewrites a parameter in path, query or header. Other values are kept unchanged.
pub(super) fn rewritten(parameter: Value) -> Value {
    match parameter {
        Value::Object(members) if is_in(&members, &["path", "query", "header"]) => Value::Object(separated(members)),
        other => other,
    }
}

/// Rewrites a header of a response.
pub(super) fn header(header: Value) -> Value {
    match header {
        Value::Object(members) if !members.contains_key("$ref") => Value::Object(separated(members)),
        other => other,
    }
}

/// Whether a parameter is in one of some places.
pub(super) fn is_in(parameter: &Map<String, Value>, places: &[&str]) -> bool {
    parameter
        .get("in")
        .and_then(Value::as_str)
        .is_some_and(|place| places.contains(&place))
}

/// Makes a schema of the members that belong to it.
fn separated(members: Map<String, Value>) -> Map<String, Value> {
    let (style, explode) = style(&members);
    let (mut own, schema): (Map<_, _>, Map<_, _>) = members
        .into_iter()
        .partition(|(name, _)| OWN.contains(&name.as_str()) || name.starts_with("x-"));
    if let Some(style) = style {
        own.insert("style".to_owned(), style.into());
        own.insert("explode".to_owned(), explode.into());
    }
    own.remove("collectionFormat");
    own.insert("schema".to_owned(), Value::Object(schema));
    own
}

/// Returns the style of a list, and whether it repeats the parameter.
fn style(parameter: &Map<String, Value>) -> (Option<&'static str>, bool) {
    if parameter.get("type").and_then(Value::as_str) != Some("array") || !is_in(parameter, &["query", "formData"]) {
        return (None, false);
    }
    match parameter.get("collectionFormat").and_then(Value::as_str) {
        Some("multi") => (Some("form"), true),
        Some("ssv") => (Some("spaceDelimited"), false),
        Some("pipes") => (Some("pipeDelimited"), false),
        Some("tsv") => (Some("tabDelimited"), false),
        _ => (Some("form"), false),
    }
}

/// Returns the request body that a parameter is, for one media type or several.
pub(super) fn body(parameter: &mut Map<String, Value>, consumes: &[String]) -> Value {
    let schema = parameter.remove("schema").unwrap_or_default();
    let own = ["description", "required"]
        .into_iter()
        .filter_map(|name| parameter.remove_entry(name));
    let mut body: Map<_, _> = own.collect();
    body.insert(
        "content".to_owned(),
        super::operation::content(&schema, consumes, "application/json"),
    );
    body.into()
}

/// Returns the request body that parameters of a form are.
pub(super) fn form(parameters: Vec<Map<String, Value>>, consumes: &[String]) -> Value {
    let (mut properties, mut required, mut encoding) = (Map::new(), Vec::new(), Map::new());
    let mut has_file = false;
    for parameter in parameters {
        let is_required = parameter.get("required") == Some(&Value::Bool(true));
        let Some(name) = parameter.get("name").and_then(Value::as_str).map(str::to_owned) else {
            continue;
        };
        let mut parameter = separated(parameter);
        let mut schema = parameter.remove("schema").unwrap_or_default();
        has_file |= is_file(&schema);
        as_bytes(&mut schema);
        if let (Value::Object(schema), Some(description)) = (&mut schema, parameter.remove("description")) {
            schema.insert("description".to_owned(), description);
        }
        if let (Some(style), Some(explode)) = (parameter.remove("style"), parameter.remove("explode")) {
            encoding.insert(name.clone(), json!({ "style": style, "explode": explode }));
        }
        if is_required {
            required.push(Value::from(name.clone()));
        }
        properties.insert(name, schema);
    }
    let is_required = !required.is_empty();
    let media_type = if has_file || consumes.iter().any(|media_type| media_type == "multipart/form-data") {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    };
    let schema = json!({ "type": "object", "properties": properties, "required": required });
    json!({ "required": is_required, "content": { media_type: { "schema": schema, "encoding": encoding } } })
}

/// Whether a schema is a file.
pub(super) fn is_file(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("file")
}

/// Makes a schema of bytes of the schema of a file.
pub(super) fn as_bytes(schema: &mut Value) {
    if let Value::Object(members) = schema
        && members.get("type").and_then(Value::as_str) == Some("file")
    {
        members.insert("type".to_owned(), "string".into());
        members.insert("format".to_owned(), "binary".into());
    }
}
