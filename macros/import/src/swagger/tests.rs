use serde_json::{Value, json};

use super::*;

/// A document with an operation.
fn document(operation: &Value) -> Value {
    json!({
        "swagger": "2.0",
        "info": { "title": "Pets", "version": "1" },
        "paths": { "/pets/{id}": { "post": operation } }
    })
}

/// An operation in the form of OpenAPI 3.
fn operation(operation: &Value) -> Value {
    rewritten(document(operation))["paths"]["/pets/{id}"]["post"].take()
}

#[test]
fn root_is_rewritten() {
    let root = json!({
        "swagger": "2.0",
        "info": { "title": "Pets" },
        "host": "pets.example.com",
        "basePath": "/v1/",
        "schemes": ["http", "https"],
        "paths": {},
        "definitions": {
            "Pet": {
                "discriminator": "kind",
                "properties": { "kind": { "type": "string" }, "mother": { "$ref": "#/definitions/Pet" }, "name": { "type": "string", "x-nullable": true } }
            }
        },
        "parameters": { "Limit": { "name": "limit", "in": "query", "type": "integer", "maximum": 9 } },
        "responses": { "Pet": { "description": "A pet.", "schema": { "$ref": "#/definitions/Pet" } } },
        "securityDefinitions": {
            "basic": { "type": "basic" },
            "key": { "type": "apiKey", "name": "x-key", "in": "header" },
            "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "a", "tokenUrl": "t", "scopes": { "read": "" } }
        },
        "security": [{ "basic": [] }]
    });
    assert!(is_swagger(&root));
    let pet = json!({ "$ref": "#/components/schemas/Pet" });
    assert_eq!(
        rewritten(root),
        json!({
            "openapi": "3.0.3",
            "servers": [{ "url": "https://pets.example.com/v1" }],
            "info": { "title": "Pets" },
            "paths": {},
            "security": [{ "basic": [] }],
            "components": {
                "schemas": {
                    "Pet": {
                        "discriminator": { "propertyName": "kind" },
                        "properties": { "kind": { "type": "string" }, "mother": pet, "name": { "type": "string", "x-nullable": true, "nullable": true } }
                    }
                },
                "parameters": { "Limit": { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 9 } } },
                "responses": { "Pet": { "description": "A pet.", "content": { "application/json": { "schema": pet } } } },
                "securitySchemes": {
                    "basic": { "type": "http", "scheme": "basic" },
                    "key": { "type": "apiKey", "name": "x-key", "in": "header" },
                    "oauth": { "type": "oauth2", "flows": { "authorizationCode": { "authorizationUrl": "a", "tokenUrl": "t", "scopes": { "read": "" } } } }
                }
            }
        })
    );
}

#[test]
fn body_and_responses_have_the_media_types_of_the_operation() {
    let rewritten = operation(&json!({
        "operationId": "addPet",
        "consumes": ["application/json", "application/xml"],
        "produces": ["image/png"],
        "parameters": [
            { "name": "id", "in": "path", "required": true, "type": "string" },
            { "name": "pet", "in": "body", "required": true, "schema": { "type": "object" } }
        ],
        "responses": {
            "200": { "description": "", "schema": { "type": "file" }, "headers": { "x-left": { "type": "integer", "description": "Left." } } },
            "404": { "$ref": "#/responses/Missing" }
        }
    }));
    let object = json!({ "schema": { "type": "object" } });
    assert_eq!(
        rewritten,
        json!({
            "operationId": "addPet",
            "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
            "requestBody": { "required": true, "content": { "application/json": object, "application/xml": object } },
            "responses": {
                "200": {
                    "description": "",
                    "content": { "image/png": { "schema": { "type": "string", "format": "binary" } } },
                    "headers": { "x-left": { "description": "Left.", "schema": { "type": "integer" } } }
                },
                "404": { "$ref": "#/components/responses/Missing" }
            }
        })
    );
}

#[test]
fn lists_have_their_style() {
    let list = |format: Value, style: &str, explode: bool| {
        let parameter = json!({ "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": format });
        let rewritten = operation(&json!({ "parameters": [parameter] }));
        let schema = json!({ "type": "array", "items": { "type": "string" } });
        let expected = json!({ "name": "ids", "in": "query", "style": style, "explode": explode, "schema": schema });
        assert_eq!(rewritten["parameters"][0], expected);
    };
    list(Value::Null, "form", false);
    list("csv".into(), "form", false);
    list("multi".into(), "form", true);
    list("ssv".into(), "spaceDelimited", false);
    list("pipes".into(), "pipeDelimited", false);
}

#[test]
fn form_is_a_body() {
    let name =
        json!({ "name": "name", "in": "formData", "required": true, "type": "string", "description": "The name." });
    let tags = json!({ "name": "tags", "in": "formData", "type": "array", "items": { "type": "string" }, "collectionFormat": "multi" });
    let file = json!({ "name": "photo", "in": "formData", "type": "file" });
    let body = operation(&json!({ "parameters": [name, tags] }))["requestBody"].take();
    let expected = json!({
        "required": true,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": { "name": { "type": "string", "description": "The name." }, "tags": { "type": "array", "items": { "type": "string" } } },
                    "required": ["name"]
                },
                "encoding": { "tags": { "style": "form", "explode": true } }
            }
        }
    });
    assert_eq!(body, expected);
    let body = operation(&json!({ "parameters": [file] }))["requestBody"].take();
    assert_eq!(body["required"], false);
    let photo = &body["content"]["multipart/form-data"]["schema"]["properties"]["photo"];
    assert_eq!(*photo, json!({ "type": "string", "format": "binary" }));
}

#[test]
fn body_that_a_path_item_or_the_root_defines_is_that_of_its_operations() {
    let mut document = document(&json!({ "parameters": [{ "$ref": "#/parameters/Limit" }] }));
    document["paths"]["/pets/{id}"]["parameters"] =
        json!([{ "$ref": "#/parameters/Pet" }, { "name": "id", "in": "path", "type": "string" }]);
    document["parameters"] = json!({
        "Limit": { "name": "limit", "in": "query", "type": "integer" },
        "Pet": { "name": "pet", "in": "body", "schema": { "type": "string" } }
    });
    let item = rewritten(document)["paths"]["/pets/{id}"].take();
    assert_eq!(
        item,
        json!({
            "parameters": [{ "name": "id", "in": "path", "schema": { "type": "string" } }],
            "post": {
                "parameters": [{ "$ref": "#/components/parameters/Limit" }],
                "requestBody": { "content": { "application/json": { "schema": { "type": "string" } } } }
            }
        })
    );
}

#[test]
fn pointers_are_those_of_the_description() {
    assert_eq!(
        original("/components/schemas/Pet/properties/name"),
        "/definitions/Pet/properties/name"
    );
    assert_eq!(original("/paths/~1pets/get"), "/paths/~1pets/get");
}

#[test]
fn faulty_documents_stay_faulty() {
    for faulty in [
        json!({ "swagger": "2.0", "paths": 5, "definitions": null, "parameters": [], "responses": "", "securityDefinitions": 1, "schemes": {} }),
        json!({ "swagger": "2.0", "paths": { "/a": null, "/b": { "get": 5, "parameters": {}, "post": { "parameters": [null, 5], "responses": [] } } } }),
        json!({ "swagger": "2.0", "paths": { "/a": { "get": { "responses": { "200": null, "404": { "headers": 5, "schema": 5 } } } } } }),
    ] {
        assert_eq!(rewritten(faulty)["openapi"], "3.0.3");
    }
}
