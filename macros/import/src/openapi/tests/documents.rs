use serde_json::json;

use super::*;
use crate::openapi::title::trait_name;

/// The endpoint, the template and the notes of the only operation.
fn served(root: Value, item: Value, operation: Value) -> (Option<String>, String, Vec<String>) {
    let mut document = document("get", "/pets", &json!({"servers": operation}));
    document["servers"] = root;
    document["paths"]["/pets"]["servers"] = item;
    let mut model = model(&document);
    let operation = model.operations.remove(0);
    let template = template(&operation.declaration.unwrap());
    (model.endpoint, template, operation.doc.notes)
}

fn endpoint(servers: Value) -> Option<String> {
    served(servers, json!([]), json!([])).0
}

#[test]
fn endpoint_is_the_first_server_with_the_defaults_of_its_variables() {
    let servers = json!([
        {"url": "https://{customer}.example.com:{port}/v1/", "variables": {
            "customer": {"enum": ["acme"]}, "port": {"default": 443}
        }},
        {"url": "https://other.example.com"}
    ]);
    assert_eq!(endpoint(servers).unwrap(), "https://acme.example.com:443/v1");
    assert_eq!(
        endpoint(json!([{"url": "//example.com/api"}])).unwrap(),
        "https://example.com/api"
    );
    assert_eq!(
        endpoint(json!([{"url": "api.example.com/v1"}])).unwrap(),
        "https://api.example.com/v1"
    );
    let twice = json!([{"url": "http://example.com"}, {"url": "https://example.com/"}]);
    assert_eq!(endpoint(twice).unwrap(), "https://example.com");
}

#[test]
fn path_of_a_relative_server_is_part_of_the_template() {
    for (url, path) in [
        ("/v1/", "/v1/pets"),
        ("./v1", "/v1/pets"),
        ("/", "/pets"),
        ("", "/pets"),
        ("v1", "/v1/pets"),
    ] {
        let (endpoint, template, notes) = served(json!([{"url": url}]), json!([]), json!([]));
        assert_eq!((endpoint, template.as_str(), notes.len()), (None, path, 0), "{url}");
    }
    let (_, template, _) = served(json!([{"url": "/v1"}]), json!([{"url": "/v2"}]), json!([]));
    assert_eq!(template, "/v2/pets");
}

#[test]
fn operation_of_another_server_says_so() {
    let (endpoint, template, notes) = served(
        json!([{"url": "https://api.example.com"}]),
        json!([{"url": "https://api.example.com"}]),
        json!([{"url": "https://uploads.example.com/"}]),
    );
    assert_eq!(endpoint.unwrap(), "https://api.example.com");
    assert_eq!(template, "/pets");
    assert_eq!(
        notes,
        ["Served by <https://uploads.example.com>; see [`Client::with_endpoint`]."]
    );
}

#[test]
fn servers_of_operations_stand_in_for_those_of_the_document() {
    let (endpoint, _, notes) = served(json!(null), json!([]), json!([{"url": "https://example.com"}]));
    assert_eq!(endpoint.unwrap(), "https://example.com");
    assert!(notes.is_empty());
}

fn secured(schemes: Value, security: Value, operations: Value) -> Model {
    let mut document = json!({"paths": {"/": operations}, "components": {"securitySchemes": schemes}});
    if !security.is_null() {
        document["security"] = security;
    }
    model(&document)
}

fn schemes() -> Value {
    json!({
        "token": {"type": "http", "scheme": "Bearer"},
        "login": {"type": "http", "scheme": "basic"},
        "oauth": {"type": "oauth2"},
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "query": {"type": "apiKey", "in": "query", "name": "api_key"},
        "other": {"type": "mutualTLS"},
        "aws": {"type": "apiKey", "in": "header", "name": "Authorization", "x-amazon-apigateway-authtype": "awsSigv4"}
    })
}

#[test]
fn each_way_to_authenticate_is_named_once() {
    let model = secured(schemes(), json!(null), json!({"get": {}}));
    assert_eq!(
        model.auth,
        [
            "Bearer::new(token)",
            "Basic::new(user, password)",
            "ApiKey::header(\"X-Key\", key)",
            "ApiKey::query(\"api_key\", key)",
            "SigV4::new(service, region, credentials)"
        ]
    );
}

#[test]
fn only_schemes_that_operations_use_are_named() {
    let model = secured(
        schemes(),
        json!([{"login": []}]),
        json!({"get": {"security": [{"key": []}]}, "put": {"security": [{}]}}),
    );
    assert_eq!(model.auth, ["ApiKey::header(\"X-Key\", key)"]);
}

#[test]
fn credentials_that_are_used_together_are_headers_beside_the_first() {
    let mut schemes = schemes();
    schemes["client"] = json!({"type": "apiKey", "in": "header", "name": "X-Client"});
    let security = json!([{"client": [], "token": [], "key": []}, {"login": []}]);
    let model = secured(schemes, security, json!({"get": {}}));
    assert_eq!(model.auth, ["Bearer::new(token)", "Basic::new(user, password)"]);
    assert_eq!(model.auth_headers, ["X-Client", "X-Key"]);
}

#[test]
fn operation_without_security_is_public_if_there_are_schemes() {
    let operations = json!({"get": {"security": []}, "put": {}, "post": {"security": [{}]}, "delete": {"security": [{}, {"key": []}]}});
    let is_public = |model: Model| -> Vec<bool> {
        let declarations = model
            .operations
            .into_iter()
            .map(|operation| operation.declaration.unwrap());
        declarations.map(|declaration| declaration.is_public).collect()
    };
    let model = secured(schemes(), json!([{"token": []}]), operations.clone());
    assert_eq!(is_public(model), [true, false, true, false]);
    assert_eq!(is_public(secured(json!({}), json!(null), operations)), [false; 4]);
}

#[test]
fn parameters_that_the_authentication_sends_are_dropped() {
    let parameters = json!([
        {"name": "x-key", "in": "header"}, {"name": "api_key", "in": "query"}, {"name": "X-Amz-Signature", "in": "query"},
        {"name": "X-Key", "in": "query"}
    ]);
    let security = json!([{"key": []}, {"query": [], "aws": []}]);
    let mut model = secured(schemes(), security, json!({"get": {"parameters": parameters}}));
    let declaration = model.operations.remove(0).declaration.unwrap();
    assert_eq!(arguments(&declaration), [("X-Key", Role::Query, Type::String, false)]);
}

#[test]
fn trait_is_named_after_what_the_api_is_for() {
    for (title, name) in [
        ("GitHub v3 REST API", "GitHub"),
        ("The Jira Cloud platform REST API", "Jira Cloud platform"),
        ("Twilio - Api", "Twilio"),
        ("Swagger Petstore - OpenAPI 3.0", "Petstore"),
        ("SqlManagementClient", "SqlManagement"),
        ("API v2", "API v2"),
        ("  ", "Service"),
    ] {
        assert_eq!(trait_name(title), name);
    }
}

#[test]
fn documentation_of_an_operation_is_its_summary_and_link() {
    let operation = json!({"description": "Long.", "summary": "Short.", "deprecated": true, "externalDocs": {"url": "https://e.example"}});
    let (operation, model) = one("get", "/pets", &operation);
    assert_eq!((model.title.as_str(), model.version.as_str()), ("Pets", "1"));
    assert_eq!(operation.request_line, "GET /pets");
    assert_eq!(operation.doc.text, "Short.");
    assert_eq!(operation.doc.url.as_deref(), Some("https://e.example"));
    assert!(operation.doc.deprecated);
}

#[test]
fn method_that_is_not_supported_is_left() {
    assert_eq!(
        reason("trace", "/", &json!({})),
        "rest-op does not support the method TRACE"
    );
}
