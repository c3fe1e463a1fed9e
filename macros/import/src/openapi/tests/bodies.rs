use serde_json::json;

use super::*;
use crate::model::operation::BodyFormat;

fn body(content: Value) -> Declaration {
    declared(
        "post",
        "/",
        &json!({"requestBody": {"required": true, "content": content}}),
    )
}

fn formats(content: Value) -> (Vec<Role>, Option<String>) {
    let declaration = body(content);
    let roles = declaration
        .arguments
        .into_iter()
        .map(|argument| argument.role)
        .collect();
    (roles, declaration.content_type)
}

fn format(content: Value, format: BodyFormat, content_type: Option<&str>) {
    let expected = (vec![Role::Body(format)], content_type.map(str::to_owned));
    assert_eq!(formats(content.clone()), expected, "{content}");
}

fn pet() -> Value {
    json!({"schema": {"type": "object", "properties": {"name": {"type": "string"}}}})
}

#[test]
fn json_is_preferred_in_its_plainest_form() {
    let all = json!({
        "application/xml": pet(), "multipart/form-data": pet(), "application/x-www-form-urlencoded": pet(),
        "text/json": pet(), "application/vnd.pets+json": pet(), "application/json; charset=utf-8": pet()
    });
    format(all, BodyFormat::Json, None);
    format(json!({"application/JSON": pet()}), BodyFormat::Json, None);
    format(
        json!({"text/json": pet(), "application/vnd.api+json": pet()}),
        BodyFormat::Json,
        Some("application/vnd.api+json"),
    );
    format(
        json!({"application/json-patch+json": {}, "application/merge-patch+json": pet()}),
        BodyFormat::Json,
        Some("application/merge-patch+json"),
    );
    format(
        json!({"application/json;version=2": pet()}),
        BodyFormat::Json,
        Some("application/json;version=2"),
    );
    format(json!({"application/*+json": pet()}), BodyFormat::Json, None);
}

#[test]
fn json_without_a_schema_is_any_json() {
    let declaration = body(json!({"application/json": {}}));
    assert_eq!(
        arguments(&declaration),
        [("body", Role::Body(BodyFormat::Json), Type::Json, true)]
    );
}

#[test]
fn body_is_optional_unless_it_is_required() {
    let optional = json!({"requestBody": {"description": "A pet.", "content": {"application/json": pet()}}});
    let declaration = declared("post", "/", &optional);
    assert!(!declaration.arguments[0].required);
    assert_eq!(declaration.arguments[0].doc.text, "A pet.");
}

#[test]
fn empty_content_and_empty_objects_are_no_body() {
    assert!(body(json!({})).arguments.is_empty());
    let empty = json!({"schema": {"type": "object", "properties": {}}});
    let operation = json!({"requestBody": {"content": {"application/x-www-form-urlencoded": empty}}});
    assert!(declared("get", "/", &operation).arguments.is_empty());
}

#[test]
fn form_has_brackets_if_members_nest() {
    let form = |schema: Value| json!({"application/x-www-form-urlencoded": {"schema": schema}});
    let flat = json!({"type": "object", "properties": {
        "a": {"type": "string"}, "b": {"type": "array", "items": {"type": "string"}}
    }});
    format(form(flat.clone()), BodyFormat::Form, None);
    let nested =
        json!({"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {"type": "string"}}}}});
    format(form(nested), BodyFormat::FormBrackets, None);
    let mut deep = form(flat);
    deep["application/x-www-form-urlencoded"]["encoding"] = json!({"b": {"style": "deepObject"}});
    format(deep, BodyFormat::FormBrackets, None);
    let any = body(json!({"application/x-www-form-urlencoded": {}}));
    let map = crate::openapi::style::text_map();
    assert_eq!(arguments(&any), [("body", Role::Body(BodyFormat::Form), map, true)]);
    let list = json!({"requestBody": {"content": form(json!({"type": "array", "items": {}}))}});
    assert_eq!(reason("post", "/", &list), "the form is not an object");
}

#[test]
fn members_of_multipart_are_parts() {
    let schema = json!({"type": "object", "required": ["file"], "properties": {
        "title": {"type": "string"},
        "file": {"type": "string", "format": "binary"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "id": {"type": "string", "readOnly": true}
    }});
    let declaration = body(json!({"multipart/form-data": {"schema": schema}}));
    assert_eq!(
        arguments(&declaration),
        [
            ("title", Role::Part, Type::String, false),
            ("file", Role::Part, Type::Bytes, true),
            ("tags", Role::Part, list_of(Type::String), false)
        ]
    );
}

#[test]
fn multipart_without_parts_is_left_unless_there_is_another_media_type() {
    let unknown = json!({"multipart/form-data": {"schema": {"type": "object"}}});
    let operation = json!({"requestBody": {"content": unknown}});
    assert_eq!(
        reason("post", "/", &operation),
        "the parts of the body are not described"
    );
    let other = json!({"multipart/form-data": {}, "application/octet-stream": {}});
    format(other, BodyFormat::Bytes, None);
    let file = body(json!({"multipart/form-data": {"schema": {"type": "string", "format": "binary"}}}));
    assert_eq!(arguments(&file), [("file", Role::Part, Type::Bytes, true)]);
}

#[test]
fn lines_of_json_have_the_type_of_the_schema() {
    let content = json!({"application/x-ndjson": {"schema": {"type": "array", "items": {"type": "integer"}}}});
    let declaration = body(content);
    assert_eq!(
        arguments(&declaration),
        [("body", Role::Body(BodyFormat::JsonLines), list_of(Type::I64), true)]
    );
    format(
        json!({"application/jsonl": {}}),
        BodyFormat::JsonLines,
        Some("application/jsonl"),
    );
}

#[test]
fn text_has_its_media_type() {
    format(
        json!({"text/plain": {"schema": {"type": "string"}}}),
        BodyFormat::Text,
        None,
    );
    format(json!({"text/csv": {}}), BodyFormat::Text, Some("text/csv"));
    format(
        json!({"application/yaml": {}}),
        BodyFormat::Text,
        Some("application/yaml"),
    );
    let jwt = json!({"application/x-token": {"schema": {"type": "string"}}});
    format(jwt, BodyFormat::Text, Some("application/x-token"));
}

#[test]
fn bytes_have_their_media_type_or_an_argument_for_it() {
    let binary = json!({"schema": {"type": "string", "format": "binary"}});
    format(json!({"application/octet-stream": binary}), BodyFormat::Bytes, None);
    format(json!({"image/png": {}}), BodyFormat::Bytes, Some("image/png"));
    format(
        json!({"application/json": binary}),
        BodyFormat::Bytes,
        Some("application/json"),
    );
    for content in [json!({"image/*": {}}), json!({"image/png": {}, "image/jpeg": {}})] {
        let roles = vec![Role::Header, Role::Body(BodyFormat::Bytes)];
        assert_eq!(formats(content), (roles, None));
    }
}

#[test]
fn body_of_any_media_type_goes_by_its_schema() {
    format(json!({"*/*": pet()}), BodyFormat::Json, None);
    format(json!({"*/*": {"schema": {"type": "string"}}}), BodyFormat::Text, None);
    format(json!({"*/*": {}}), BodyFormat::Bytes, None);
}

#[test]
fn xml_without_names_is_text() {
    let inline = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    for schema in [
        json!({"type": "string"}),
        json!({"type": "array", "items": inline}),
        inline,
    ] {
        format(
            json!({"application/xml": {"schema": schema}}),
            BodyFormat::Text,
            Some("application/xml"),
        );
    }
}

#[test]
fn the_root_of_xml_has_the_name_of_its_schema() {
    let root = |schema: Value| {
        let operation = json!({"requestBody": {"content": {"application/xml": {"schema": schema}}}});
        let (operation, model) = one("post", "/", &operation);
        let argument = operation.declaration.unwrap().arguments.remove(0);
        assert_eq!(argument.role, Role::Body(BodyFormat::Xml));
        definition(&model, &argument.ty).root.clone().unwrap()
    };
    let pet = |xml: Value| json!({"type": "object", "properties": {"a": {"type": "string"}}, "xml": xml});
    assert_eq!(root(pet(json!({"name": "pet"}))), "pet");
    assert_eq!(root(pet(json!({"name": "pet", "namespace": "urn:a"}))), "{urn:a}pet");
    let pets = json!({"type": "array", "items": pet(json!({"name": "pet"})), "xml": {"name": "pets"}});
    assert_eq!(root(pets), "pets");
}

#[test]
fn head_has_no_body() {
    let optional = json!({"requestBody": {"content": {"application/json": pet()}}});
    let (operation, _) = one("head", "/", &optional);
    assert!(operation.declaration.unwrap().arguments.is_empty());
    assert_eq!(
        operation.doc.notes,
        ["The optional body is not declared: a HEAD request has none."]
    );
    let required = json!({"requestBody": {"required": true, "content": {"application/json": pet()}}});
    assert_eq!(reason("head", "/", &required), "a HEAD request has no body");
}

#[test]
fn choice_of_media_types_is_noted() {
    let note = |count: usize| {
        let content: serde_json::Map<String, Value> = (0..count).map(|n| (format!("image/{n}"), json!({}))).collect();
        let (operation, _) = one("post", "/", &json!({"requestBody": {"content": content}}));
        operation.doc.notes.concat()
    };
    assert_eq!(note(2), "The media type of the body is `image/0` or `image/1`.");
    assert!(note(9).ends_with(" or `image/4` or another."));
}
