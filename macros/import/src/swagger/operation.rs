//! Path items, operations and responses of Swagger 2.0.

use serde_json::{Map, Value, json};

use super::parameter;

/// The defaults that operations take from the root.
pub(super) struct Defaults {
    consumes: Vec<String>,
    produces: Vec<String>,
    /// The parameters that references lead to.
    parameters: Map<String, Value>,
}

impl Defaults {
    pub(super) fn of(root: &Map<String, Value>) -> Self {
        Self {
            consumes: texts(root.get("consumes")).unwrap_or_default(),
            produces: texts(root.get("produces")).unwrap_or_default(),
            parameters: root
                .get("parameters")
                .and_then(Value::as_object)
                .cloned()
                .unwrap_or_default(),
        }
    }

    pub(super) fn path_item(&self, item: Value) -> Value {
        let Value::Object(mut item) = item else { return item };
        let (shared, in_body) = self.parted(item.remove("parameters"));
        if !shared.is_empty() {
            item.insert("parameters".to_owned(), shared.into());
        }
        let members = item.into_iter().map(|(name, value)| match value {
            Value::Object(operation) if is_method(&name) => (name, self.operation(operation, &in_body)),
            other => (name, other),
        });
        Value::Object(members.collect())
    }

    fn operation(&self, mut operation: Map<String, Value>, shared: &[Map<String, Value>]) -> Value {
        let consumes = texts(operation.remove("consumes").as_ref()).unwrap_or_else(|| self.consumes.clone());
        let produces = texts(operation.remove("produces").as_ref()).unwrap_or_else(|| self.produces.clone());
        let (parameters, mut in_body) = self.parted(operation.remove("parameters"));
        // A parameter of the path item applies unless the operation has one of its name.
        let inherited = shared
            .iter()
            .filter(|shared| !in_body.iter().any(|own| own.get("name") == shared.get("name")));
        let inherited: Vec<_> = inherited.cloned().collect();
        in_body.extend(inherited);
        if !parameters.is_empty() {
            operation.insert("parameters".to_owned(), parameters.into());
        }
        if let Some(body) = in_body
            .iter_mut()
            .find(|parameter| parameter::is_in(parameter, &["body"]))
        {
            operation.insert("requestBody".to_owned(), parameter::body(body, &consumes));
        } else if !in_body.is_empty() {
            operation.insert("requestBody".to_owned(), parameter::form(in_body, &consumes));
        }
        if let Some(Value::Object(responses)) = operation.remove("responses") {
            let responses = responses
                .into_iter()
                .map(|(status, value)| (status, response(value, &produces)));
            operation.insert("responses".to_owned(), Value::Object(responses.collect()));
        }
        Value::Object(operation)
    }

    pub(super) fn response(&self, value: Value) -> Value {
        response(value, &self.produces)
    }

    /// Parts parameters into those that stay parameters, and those in a body.
    fn parted(&self, parameters: Option<Value>) -> (Vec<Value>, Vec<Map<String, Value>>) {
        let Some(Value::Array(parameters)) = parameters else {
            return (Vec::new(), Vec::new());
        };
        let (mut others, mut in_body) = (Vec::new(), Vec::new());
        for value in parameters {
            match self.definition(&value).as_object() {
                Some(definition) if parameter::is_in(definition, &["body", "formData"]) => {
                    in_body.push(definition.clone());
                }
                _ => others.push(parameter::rewritten(value)),
            }
        }
        (others, in_body)
    }

    /// Returns the parameter that a reference to the parameters of the root leads to.
    fn definition<'v>(&'v self, value: &'v Value) -> &'v Value {
        let reference = value.get("$ref").and_then(Value::as_str);
        let name = reference.and_then(|reference| reference.strip_prefix("#/components/parameters/"));
        name.and_then(|name| self.parameters.get(name)).unwrap_or(value)
    }
}

fn is_method(name: &str) -> bool {
    ["get", "put", "post", "delete", "options", "head", "patch"].contains(&name)
}

fn response(value: Value, produces: &[String]) -> Value {
    let Value::Object(mut response) = value else {
        return value;
    };
    if let Some(mut schema) = response.remove("schema") {
        let default = if parameter::is_file(&schema) {
            "application/octet-stream"
        } else {
            "application/json"
        };
        parameter::as_bytes(&mut schema);
        response.insert("content".to_owned(), content(&schema, produces, default));
    }
    if let Some(Value::Object(headers)) = response.remove("headers") {
        let headers = headers
            .into_iter()
            .map(|(name, value)| (name, parameter::header(value)));
        response.insert("headers".to_owned(), Value::Object(headers.collect()));
    }
    Value::Object(response)
}

/// Returns the content of a body: one schema for all media types.
pub(super) fn content(schema: &Value, media_types: &[String], default: &str) -> Value {
    let media_types = media_types.iter().map(String::as_str);
    let media_types: Vec<_> = if media_types.len() == 0 {
        vec![default]
    } else {
        media_types.collect()
    };
    media_types
        .into_iter()
        .map(|media_type| (media_type.to_owned(), json!({ "schema": schema })))
        .collect::<Map<_, _>>()
        .into()
}

fn texts(value: Option<&Value>) -> Option<Vec<String>> {
    let texts = value?
        .as_array()?
        .iter()
        .filter_map(|text| text.as_str().map(str::to_owned));
    Some(texts.collect())
}
