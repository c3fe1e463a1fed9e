use serde_json::json;

use super::*;

fn path(path: &str) -> String {
    template(&declared("get", path, &json!({})))
}

fn with(path: &str, parameters: Value) -> Declaration {
    declared("get", path, &json!({"parameters": parameters}))
}

#[test]
fn labels_may_be_a_part_of_a_segment() {
    assert_eq!(path("/pets/{id}.json"), "/pets/<id>.json");
    assert_eq!(path("/v1/{name}:cancel"), "/v1/<name>:cancel");
    assert_eq!(path("/{a}-{b}/{c}{d}"), "/<a>-<b>/<c><d>");
}

#[test]
fn label_of_several_segments_is_greedy() {
    assert_eq!(path("/files/{path+}"), "/files/<path..>");
    assert_eq!(path("/files/{+path}"), "/files/<path..>");
    assert_eq!(path("/files/{path*}"), "/files/<path..>");
}

#[test]
fn label_without_a_parameter_is_a_text() {
    let declaration = with("/pets/{id}", json!([{"name": "ID", "in": "header"}]));
    assert_eq!(
        arguments(&declaration),
        [
            ("id", Role::Path, Type::String, true),
            ("id", Role::Header, Type::String, false)
        ]
    );
}

#[test]
fn label_and_parameter_may_differ_in_case() {
    let declaration = with(
        "/pets/{Id}",
        json!([{"name": "id", "in": "path", "schema": {"type": "integer"}}]),
    );
    assert_eq!(arguments(&declaration), [("Id", Role::Path, Type::I64, true)]);
}

#[test]
fn pattern_of_a_label_is_dropped() {
    assert_eq!(path("/pets/{id:[0-9]+}"), "/pets/<id>");
    assert_eq!(path("/files/{path:.*}"), "/files/<path..>");
}

#[test]
fn label_of_another_syntax_is_one_if_it_is_a_parameter() {
    let declaration = with("/pets/:id/:other", json!([{"name": "id", "in": "path"}]));
    assert_eq!(template(&declaration), "/pets/<id>/%3Aother");
}

#[test]
fn illegal_characters_are_encoded_and_encoded_ones_stay() {
    assert_eq!(path("pull request/ä\"%zz%41"), "/pull%20request/%C3%A4%22%25zz%41");
    assert_eq!(path("/a(b='{c}')"), "/a(b='<c>')");
}

#[test]
fn path_parameter_with_one_value_is_part_of_the_template() {
    let declaration = with(
        "/{version}/pets",
        json!([{"name": "version", "in": "path", "schema": {"enum": ["v 1"]}}]),
    );
    assert_eq!(template(&declaration), "/v%201/pets");
    assert_eq!(declaration.template, [Piece::Literal("/v%201/pets".to_owned())]);
    assert!(declaration.arguments.is_empty());
}

#[test]
fn query_of_constants_is_part_of_the_template() {
    assert_eq!(path("/pets?kind=all&flat"), "/pets?kind=all&flat");
    // The constant wins over the parameter of the same name.
    let declaration = with("/pets?kind=all", json!([{"name": "kind", "in": "query"}]));
    assert!(declaration.arguments.is_empty());
}

#[test]
fn labels_in_a_query_are_query_parameters() {
    let declaration = with(
        "/alerts?lat={lat}&lon={y}&{kind}&empty=",
        json!([
            {"name": "lat", "in": "path", "schema": {"type": "number"}},
            {"name": "y", "in": "query", "schema": {"type": "number"}},
            {"name": "empty", "in": "query"}
        ]),
    );
    assert_eq!(template(&declaration), "/alerts");
    assert_eq!(
        arguments(&declaration),
        [
            ("lat", Role::Query, Type::F64, true),
            ("lon", Role::Query, Type::F64, false),
            ("kind", Role::Query, Type::String, true),
            ("empty", Role::Query, Type::String, false)
        ]
    );
    let declaration = with("/pets{?limit,after*}", json!([{"name": "limit", "in": "query"}]));
    assert_eq!(
        arguments(&declaration),
        [
            ("after", Role::Query, Type::String, true),
            ("limit", Role::Query, Type::String, false)
        ]
    );
}

#[test]
fn fragment_is_dropped_unless_something_is_lost_with_it() {
    assert_eq!(path("/files/{id}#add_link"), "/files/<id>");
    assert_eq!(path("/images#overload=stream"), "/images");
    let target = json!([{"name": "X-Amz-Target", "in": "header", "required": true, "schema": {"enum": ["A.B"]}}]);
    let declaration = with("/#X-Amz-Target=A.B", target);
    assert_eq!(template(&declaration), "/");
    assert_eq!(declaration.headers, [("x-amz-target".to_owned(), "A.B".to_owned())]);
    assert_eq!(
        reason("get", "/#mode=x", &json!({})),
        "`mode` stands in the fragment of the path, which is never sent"
    );
}

#[test]
fn path_that_cannot_be_sent_is_left() {
    for (path, reason) in [
        ("//pets", "the path has an empty segment"),
        ("/a/../b", "the path has the segment `..`"),
        ("/{a}/{a}", "the path has the label `{a}` twice"),
        ("/{a", "the label `{a` of the path is not closed"),
        ("/{}", "the label `{}` of the path has no name"),
        (
            "/a?b={c}d",
            "the query parameter `b={c}d` of the path is only partly constant",
        ),
        ("/a?b=1&b=2", "the path has the query parameter `b` twice"),
        ("/{a+}/{b+}", "the path has two labels of several segments"),
    ] {
        assert_eq!(super::reason("get", path, &json!({})), reason);
    }
}

#[test]
fn path_parameter_without_a_label_is_noted() {
    let (operation, _) = one("get", "/pets", &json!({"parameters": [{"name": "id", "in": "path"}]}));
    assert_eq!(operation.doc.notes, ["The path has no place for the parameter `id`."]);
    assert!(operation.declaration.unwrap().arguments.is_empty());
}

#[test]
fn path_parameter_that_is_not_a_scalar() {
    let parameter = |schema: Value| json!([{"name": "a", "in": "path", "schema": schema}]);
    let list = json!({"parameters": parameter(json!({"type": "array", "items": {"type": "string"}}))});
    let (operation, _) = one("put", "/{a}", &list);
    assert_eq!(operation.doc.notes, ["The values of `a` are separated by commas."]);
    let declaration = operation.declaration.unwrap();
    assert_eq!(arguments(&declaration), [("a", Role::Path, Type::String, true)]);
    let object = json!({"parameters": parameter(json!({"type": "object", "properties": {"b": {"type": "string"}}}))});
    assert_eq!(reason("get", "/{a}", &object), "the path parameter `a` is an object");
    let matrix = json!({"parameters": [{"name": "a", "in": "path", "style": "matrix"}]});
    assert_eq!(
        reason("get", "/{a}", &matrix),
        "the path parameter `a` has the style `matrix`"
    );
}
