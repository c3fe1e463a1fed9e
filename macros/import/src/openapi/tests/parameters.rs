use serde_json::json;

use super::*;

fn query(parameter: Value) -> (Role, Type) {
    let mut parameter = parameter;
    parameter["name"] = json!("p");
    parameter["in"] = json!("query");
    let declaration = declared("get", "/", &json!({"parameters": [parameter]}));
    let argument = &declaration.arguments[0];
    assert_eq!(argument.name, "p");
    (argument.role.clone(), argument.ty.clone())
}

fn strings() -> Value {
    json!({"type": "array", "items": {"type": "string"}})
}

fn object() -> Value {
    json!({"type": "object", "properties": {"a": {"type": "string"}}})
}

#[test]
fn scalars_are_plain_parameters_in_every_style() {
    for style in ["form", "spaceDelimited", "pipeDelimited", "deepObject"] {
        let parameter = json!({"style": style, "schema": {"type": "boolean"}});
        assert_eq!(query(parameter), (Role::Query, Type::Bool));
    }
}

#[test]
fn lists_follow_style_and_explode() {
    for (style, explode, role) in [
        (None, None, Role::Query),
        (Some("form"), Some(true), Role::Query),
        (Some("form"), Some(false), Role::QueryComma),
        (None, Some(false), Role::QueryComma),
        (Some("pipeDelimited"), None, Role::QueryPipe),
        (Some("pipeDelimited"), Some(true), Role::Query),
        (Some("spaceDelimited"), Some(false), Role::QuerySpace),
        (Some("deepObject"), Some(true), Role::QueryBrackets),
    ] {
        let mut parameter = json!({"schema": strings()});
        if let Some(style) = style {
            parameter["style"] = json!(style);
        }
        if let Some(explode) = explode {
            parameter["explode"] = json!(explode);
        }
        assert_eq!(query(parameter.clone()), (role, list_of(Type::String)), "{parameter}");
    }
}

#[test]
fn objects_are_flattened_or_nested() {
    assert_eq!(query(json!({"schema": object()})).0, Role::QueryFlatten);
    assert_eq!(
        query(json!({"schema": object(), "style": "deepObject"})).0,
        Role::QueryBrackets
    );
    let nested = json!({"type": "object", "properties": {"a": object()}});
    assert_eq!(query(json!({"schema": nested})).0, Role::QueryBrackets);
    let objects = json!({"type": "array", "items": object()});
    assert_eq!(query(json!({"schema": objects})).0, Role::QueryBrackets);
    let map = json!({"type": "object", "additionalProperties": {"type": "string"}});
    assert_eq!(
        query(json!({"schema": map})),
        (Role::QueryFlatten, crate::openapi::style::text_map())
    );
}

#[test]
fn object_in_one_parameter_is_left_if_it_is_required() {
    let operation = |required: bool| {
        let parameter = json!({"name": "p", "in": "query", "explode": false, "schema": object(), "required": required});
        json!({"parameters": [parameter]})
    };
    let why = "the query parameter `p` is an object in the style `form`";
    assert_eq!(reason("get", "/", &operation(true)), why);
    let (operation, _) = one("get", "/", &operation(false));
    assert!(operation.declaration.unwrap().arguments.is_empty());
    let note = format!("The optional parameter `p` is not declared: {why}.");
    assert_eq!(operation.doc.notes, [note]);
}

#[test]
fn value_of_a_scalar_or_an_object_is_nested() {
    let range = json!({"anyOf": [object(), {"type": "integer"}]});
    assert_eq!(
        query(json!({"schema": range, "style": "deepObject"})).0,
        Role::QueryBrackets
    );
}

#[test]
fn untyped_and_binary_values_are_texts() {
    assert_eq!(query(json!({})), (Role::Query, Type::String));
    assert_eq!(query(json!({"schema": {}})), (Role::Query, Type::String));
    assert_eq!(
        query(json!({"schema": {"type": "string", "format": "binary"}})).1,
        Type::String
    );
    let items = json!({"type": "array", "items": {}});
    assert_eq!(query(json!({"schema": items})), (Role::Query, list_of(Type::String)));
}

#[test]
fn content_of_json_is_a_text() {
    let content = json!({"application/json": {"schema": object()}});
    let parameter = json!({"name": "p", "in": "query", "content": content});
    let declaration = declared("get", "/", &json!({"parameters": [parameter]}));
    assert_eq!(arguments(&declaration), [("p", Role::Query, Type::String, false)]);
    assert_eq!(declaration.arguments[0].doc.notes, ["JSON text."]);
}

#[test]
fn required_parameter_with_one_value_is_a_constant() {
    let declaration = declared(
        "get",
        "/?x=1",
        &json!({"parameters": [
            {"name": "Action", "in": "query", "required": true, "schema": {"type": "string", "enum": ["List Users"]}},
            {"name": "n", "in": "query", "required": true, "schema": {"const": 5}},
            {"name": "kind", "in": "query", "schema": {"enum": ["a"]}},
            {"name": "X-Version", "in": "header", "required": true, "schema": {"enum": ["2"]}}
        ]}),
    );
    assert_eq!(template(&declaration), "/?x=1&Action=List%20Users&n=5");
    assert_eq!(declaration.headers, [("x-version".to_owned(), "2".to_owned())]);
    assert_eq!(declaration.arguments.len(), 1);
}

#[test]
fn parameters_of_the_operation_win_over_those_of_its_path() {
    let document = json!({
        "paths": {"/{id}": {
            "parameters": [
                {"$ref": "#/components/parameters/id"},
                {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                {"name": "X-A", "in": "header", "required": true}
            ],
            "get": {"parameters": [
                {"name": "limit", "in": "query", "schema": {"type": "string"}, "required": true},
                {"name": "limit", "in": "header"},
                {"name": "x-a", "in": "header"}
            ]}
        }},
        "components": {"parameters": {"id": {"name": "id", "in": "path", "schema": {"type": "integer"}}}}
    });
    let declaration = model(&document).operations.remove(0).declaration.unwrap();
    assert_eq!(
        arguments(&declaration),
        [
            ("id", Role::Path, Type::I64, true),
            ("limit", Role::Query, Type::String, true),
            ("x-a", Role::Header, Type::String, false),
            ("limit", Role::Header, Type::String, false)
        ]
    );
}

#[test]
fn headers_of_media_types_and_credentials_are_ignored_and_reserved_ones_noted() {
    let names = ["Accept", "Content-Type", "Authorization", "X-Amz-Date", "Host"];
    let headers: Vec<Value> = names
        .iter()
        .map(|name| json!({"name": name, "in": "header", "required": true}))
        .collect();
    let (operation, _) = one("get", "/", &json!({"parameters": headers}));
    assert!(operation.declaration.unwrap().arguments.is_empty());
    assert_eq!(operation.doc.notes, ["The client sets the header `host`."]);
}

#[test]
fn lists_in_headers_are_lists() {
    let operation = json!({"parameters": [
        {"name": "X-Ids", "in": "header", "schema": strings()},
        {"name": "X Y", "in": "header"}
    ]});
    let (operation, _) = one("get", "/", &operation);
    let declaration = operation.declaration.unwrap();
    assert_eq!(
        arguments(&declaration),
        [("x-ids", Role::Header, list_of(Type::String), false)]
    );
    assert_eq!(
        operation.doc.notes,
        ["The optional parameter `X Y` is not declared: `x y` cannot be the name of a header."]
    );
}

#[test]
fn required_cookies_are_one_header() {
    let operation = json!({"parameters": [
        {"name": "sid", "in": "cookie", "required": true},
        {"name": "csrf", "in": "cookie", "required": true},
        {"name": "theme", "in": "cookie"}
    ]});
    let (operation, _) = one("get", "/", &operation);
    let declaration = operation.declaration.unwrap();
    assert_eq!(arguments(&declaration), [("cookie", Role::Header, Type::String, true)]);
    assert_eq!(
        operation.doc.notes,
        [
            "The optional cookie `theme` is not declared.",
            "The header `cookie` is `sid=…; csrf=…`."
        ]
    );
}

#[test]
fn optional_parameter_without_a_name_is_dropped() {
    let parameters = json!([{"in": "query"}, {"in": "header", "name": " "}, 5]);
    let (operation, _) = one("get", "/", &json!({"parameters": parameters}));
    assert!(operation.declaration.unwrap().arguments.is_empty());
    assert!(operation.doc.notes.is_empty());
}

#[test]
fn broken_parameters_are_reasons() {
    for (parameter, reason) in [
        (json!({"$ref": "#/nowhere"}), "the reference `#/nowhere` leads nowhere"),
        (
            json!({"$ref": "other.json#/a"}),
            "the reference `other.json#/a` leads to another file; bundle the description first",
        ),
        (json!({"in": "query", "required": true}), "the parameter has no name"),
        (
            json!({"in": "body", "name": "b"}),
            "the place of the parameter `b` is not one of OpenAPI 3",
        ),
        (
            json!({"in": "query", "name": "", "required": true}),
            "the parameter has no name",
        ),
    ] {
        assert_eq!(super::reason("get", "/", &json!({"parameters": [parameter]})), reason);
    }
    let circle = json!({"paths": {"/": {"get": {"parameters": [{"$ref": "#/a"}]}}}, "a": {"$ref": "#/a"}});
    let left = model(&circle).operations.remove(0).declaration.unwrap_err();
    assert_eq!(left.reason, "the reference leads in a circle");
    assert_eq!(left.pointer, "/paths/~1/get/parameters/0");
}

#[test]
fn documentation_and_limits_come_from_parameter_and_schema() {
    let operation = json!({"parameters": [
        {"name": "limit", "in": "query", "deprecated": true,
            "schema": {"type": "integer", "description": "The most pets.", "minimum": 1, "maximum": 100}}
    ]});
    let argument = declared("get", "/", &operation).arguments.remove(0);
    assert_eq!(argument.doc.text, "The most pets.");
    assert!(argument.doc.deprecated);
    assert_eq!(argument.limits.maximum.as_deref(), Some("100"));
}

#[test]
fn inline_type_of_a_component_is_named_after_it() {
    let values = json!({"type": "string", "enum": ["asc", "desc"]});
    let document = json!({
        "paths": {"/pets": {"get": {"operationId": "listPets", "parameters": [
            {"$ref": "#/components/parameters/direction"},
            {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["name", "age"]}}
        ]}}},
        "components": {"parameters": {"direction": {"name": "direction", "in": "query", "schema": values}}}
    });
    let mut model = model(&document);
    let declaration = model.operations.remove(0).declaration.unwrap();
    let names: Vec<&str> = declaration
        .arguments
        .iter()
        .map(|argument| definition(&model, &argument.ty).name.as_str())
        .collect();
    assert_eq!(names, ["direction", "listPets sort"]);
}
