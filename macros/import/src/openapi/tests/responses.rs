use serde_json::json;

use super::*;
use crate::model::operation::Outcome;
use crate::model::types::{Around, Kind, Next, Page, Source};

fn outcome(responses: Value) -> (Outcome, bool, Option<String>) {
    let declaration = declared("get", "/", &json!({"responses": responses}));
    let accept = declaration.headers.into_iter().find(|(name, _)| name == "accept");
    (
        declaration.outcome,
        declaration.is_optional,
        accept.map(|(_, value)| value),
    )
}

fn content(content: Value) -> (Outcome, bool, Option<String>) {
    outcome(json!({"200": {"content": content}}))
}

fn integer() -> Value {
    json!({"schema": {"type": "integer"}})
}

fn json_of(media_type: &str) -> (Outcome, bool, Option<String>) {
    content(json!({media_type: integer()}))
}

#[test]
fn json_asks_for_its_media_type_if_that_is_a_special_one() {
    let plain = (Outcome::Json(Type::I64), false, None);
    assert_eq!(json_of("application/json"), plain);
    assert_eq!(
        json_of("application/json; charset=utf-8; profile=\"https://a.example\""),
        plain
    );
    assert_eq!(json_of("*/*"), plain);
    for special in ["application/vnd.api+json", "application/json;version=2"] {
        let expected = (Outcome::Json(Type::I64), false, Some(special.to_owned()));
        assert_eq!(json_of(special), expected);
    }
}

#[test]
fn json_is_preferred() {
    let all =
        json!({"text/html": {}, "application/pdf": {}, "application/xml": integer(), "application/json": integer()});
    assert_eq!(content(all), (Outcome::Json(Type::I64), false, None));
}

#[test]
fn response_without_a_schema_is_any_json() {
    assert_eq!(
        content(json!({"application/json": {}})),
        (Outcome::Json(Type::Json), false, None)
    );
}

#[test]
fn texts_and_bytes_ask_for_their_media_type_if_there_are_others() {
    assert_eq!(content(json!({"text/plain": {}})), (Outcome::Text, false, None));
    assert_eq!(content(json!({"application/pdf": {}})), (Outcome::Bytes, false, None));
    let two = json!({"application/pdf": {}, "text/html": {}});
    assert_eq!(content(two), (Outcome::Text, false, Some("text/html".to_owned())));
    let binary = json!({"text/csv": {"schema": {"type": "string", "format": "binary"}}});
    assert_eq!(content(binary), (Outcome::Bytes, false, None));
}

#[test]
fn response_that_is_not_described_is_bytes_if_it_is_all_that_a_request_is_for() {
    let responses = json!({"responses": {"200": {"description": "Success"}}});
    let (operation, _) = one("get", "/", &responses);
    assert_eq!(operation.declaration.unwrap().outcome, Outcome::Bytes);
    assert_eq!(
        operation.doc.notes,
        ["The description does not mention the body of the response."]
    );
    assert_eq!(declared("put", "/", &responses).outcome, Outcome::Nothing);
}

#[test]
fn response_of_any_media_type_goes_by_its_schema() {
    assert_eq!(content(json!({"*/*": {"schema": {"type": "string"}}})).0, Outcome::Text);
    assert_eq!(content(json!({"*/*": {}})).0, Outcome::Bytes);
}

#[test]
fn streams_have_the_type_of_their_events_and_lines() {
    let object = json!({"schema": {"type": "object", "additionalProperties": {"type": "string"}}});
    assert_eq!(content(json!({"text/event-stream": {}})).0, Outcome::Events);
    let map = crate::openapi::style::text_map();
    assert_eq!(
        content(json!({"text/event-stream": object})).0,
        Outcome::JsonEvents(map)
    );
    assert_eq!(
        content(json!({"application/x-ndjson": integer()})).0,
        Outcome::JsonLines(Type::I64)
    );
}

#[test]
fn xml_without_names_is_text() {
    for schema in [
        json!({"type": "string"}),
        json!({"type": "integer"}),
        json!({"type": "object"}),
    ] {
        assert_eq!(content(json!({"text/xml": {"schema": schema}})).0, Outcome::Text);
    }
}

#[test]
fn json_is_preferred_to_xml() {
    let pet = json!({"schema": {"type": "object", "properties": {"a": {"type": "string"}}}});
    let operation = json!({"responses": {"200": {"content": {"application/xml": pet, "application/json": pet}}}});
    let (operation, model) = one("get", "/", &operation);
    let Outcome::Json(ty) = operation.declaration.unwrap().outcome else {
        panic!()
    };
    assert!(!definition(&model, &ty).is_xml);
}

#[test]
fn xml_has_attributes_and_names_and_lists_have_elements() {
    let pet = json!({"type": "object", "properties": {
        "id": {"type": "integer", "format": "int64", "xml": {"attribute": true}},
        "kind": {"type": "string", "xml": {"name": "type", "prefix": "p", "namespace": "urn:p"}},
        "names": {"type": "array", "items": {"type": "string", "xml": {"name": "name"}}},
        "tags": {"type": "array", "xml": {"wrapped": true}, "items": {"type": "string", "xml": {"name": "tag"}}},
    }});
    let operation = json!({"responses": {"200": {"content": {"application/xml": {"schema": pet}}}}});
    let (operation, model) = one("get", "/", &operation);
    let declaration = operation.declaration.unwrap();
    assert_eq!(declaration.headers, []);
    let Outcome::Json(ty) = declaration.outcome else {
        panic!()
    };
    let definition = definition(&model, &ty);
    let Kind::Struct(of) = &definition.kind else { panic!() };
    let names: Vec<_> = of
        .fields
        .iter()
        .map(|field| {
            (
                field.rust_name.as_str(),
                field.name.as_str(),
                field.written_name.as_deref(),
            )
        })
        .collect();
    let expected = [
        ("id", "@id", None),
        ("kind", "type", Some("{p=urn:p}p:type")),
        ("names", "name", None),
        ("tags", "tags", None),
    ];
    assert!(definition.is_xml);
    assert_eq!(names, expected);
    assert_eq!(of.fields[2].ty, list_of(Type::String));
    assert!(matches!(&of.fields[3].ty, Type::Xml(Around::List(list), _) if list.item == "tag"));
}

#[test]
fn a_list_in_xml_is_a_struct_whose_items_have_any_name() {
    let schema = json!({"type": "array", "items": {"type": "string"}});
    let operation = json!({"responses": {"200": {"content": {"text/xml": {"schema": schema}}}}});
    let (operation, model) = one("get", "/", &operation);
    let declaration = operation.declaration.unwrap();
    assert_eq!(declaration.headers, [("accept".to_owned(), "text/xml".to_owned())]);
    let Outcome::Json(ty) = declaration.outcome else {
        panic!()
    };
    let Kind::Struct(of) = &definition(&model, &ty).kind else {
        panic!()
    };
    assert_eq!(
        (of.fields[0].name.as_str(), &of.fields[0].ty),
        ("$value", &list_of(Type::String))
    );
}

#[test]
fn result_is_optional_if_a_success_has_no_body() {
    let optional = (Outcome::Json(Type::I64), true, None);
    assert_eq!(
        outcome(json!({"204": {}, "200": {"content": {"application/json": integer()}}})),
        optional
    );
    let nullable = json!({"schema": {"type": "integer", "nullable": true}});
    assert_eq!(content(json!({"application/json": nullable})), optional);
}

#[test]
fn alike_successes_are_one_result() {
    let inline = json!({"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}});
    let (outcome, is_optional, _) = outcome(json!({"200": inline, "201": inline}));
    assert!(matches!(outcome, Outcome::Json(Type::Named(_))));
    assert!(!is_optional);
}

#[test]
fn different_successes_are_chosen_by_status() {
    let responses = json!({
        "202": {"description": "Later."},
        "200": {"content": {"application/json": integer()}},
        "203": {"content": {"application/json": {"schema": {"type": "string"}}}},
        "206": {"content": {"text/plain": {}}}
    });
    let (operation, model) = one("get", "/", &json!({"operationId": "getPet", "responses": responses}));
    let Outcome::Response(id) = operation.declaration.unwrap().outcome else {
        panic!()
    };
    assert_eq!(model.types[id].name, "getPet result");
    let Kind::ByStatus(cases) = &model.types[id].kind else {
        panic!()
    };
    let cases: Vec<_> = cases
        .iter()
        .map(|case| {
            (
                case.status,
                case.rust_name.as_str(),
                case.ty.clone(),
                case.doc.text.as_str(),
            )
        })
        .collect();
    assert_eq!(
        cases,
        [
            (200, "ok", Some(Type::I64), ""),
            (202, "accepted", None, "Later."),
            (203, "non authoritative", Some(Type::Json), ""),
            (206, "partial content", Some(Type::String), "")
        ]
    );
}

#[test]
fn range_and_default_describe_successes_that_are_not_named() {
    let json = json!({"description": "A number.", "content": {"application/json": integer()}});
    assert_eq!(outcome(json!({"2XX": json})).0, Outcome::Json(Type::I64));
    assert_eq!(outcome(json!({"default": json})).0, Outcome::Json(Type::I64));
    assert_eq!(outcome(json!({"default": json, "204": {}})).0, Outcome::Nothing);
    let mut error = json;
    error["description"] = json!("Unexpected error");
    assert_eq!(outcome(json!({"default": error})).0, Outcome::Nothing);
    assert_eq!(outcome(json!({})).0, Outcome::Nothing);
}

#[test]
fn head_has_no_result() {
    let responses = json!({"200": {"content": {"application/json": integer()}}});
    let declaration = declared("head", "/", &json!({"responses": responses}));
    assert_eq!(declaration.outcome, Outcome::Nothing);
}

#[test]
fn redirect_is_a_result_if_nothing_else_is() {
    let responses = json!({"302": {"description": "The archive."}, "304": {}, "404": {}});
    let (operation, model) = one("get", "/", &json!({"responses": responses}));
    let Outcome::Response(id) = operation.declaration.unwrap().outcome else {
        panic!()
    };
    let Kind::ByStatus(cases) = &model.types[id].kind else {
        panic!()
    };
    assert_eq!(cases.len(), 1);
    assert_eq!((cases[0].status, cases[0].rust_name.as_str()), (302, "found"));
    let Kind::Struct(of) = &definition(&model, cases[0].ty.as_ref().unwrap()).kind else {
        panic!()
    };
    assert_eq!(of.fields[0].source, Source::Header("location".to_owned()));
}

#[test]
fn list_with_a_link_header_is_linked() {
    let list = json!({"schema": {"type": "array", "items": {"type": "integer"}}});
    let linked = json!({"200": {"headers": {"Link": {}}, "content": {"application/json": list}}});
    assert!(matches!(outcome(linked).0, Outcome::Linked(item) if item.ty == Type::I64));
}

#[test]
fn pageable_results_are_pages() {
    let schema = json!({"type": "object", "properties": {
        "value": {"type": "array", "items": {"type": "string"}}, "nextLink": {"type": "string"}
    }});
    let operation = json!({
        "x-ms-pageable": {"nextLinkName": "nextLink"},
        "responses": {"200": {"content": {"application/json": {"schema": schema}}}}
    });
    let (operation, model) = one("get", "/", &operation);
    let Outcome::Json(ty) = operation.declaration.unwrap().outcome else {
        panic!()
    };
    let Kind::Struct(of) = &definition(&model, &ty).kind else {
        panic!()
    };
    let page = Page {
        items: "value".to_owned(),
        next: Next::Url,
        token: vec!["nextLink".to_owned()],
        more: Vec::new(),
        is_guess: false,
    };
    assert_eq!(of.page, Some(page));
}

#[test]
fn errors_are_named_by_status_and_described_if_all_agree() {
    let responses = |missing: &str| {
        json!({"200": {}, "404": {"description": missing}, "409": {"description": "Taken."}, "480": {"description": "OddException"},
            "499": {"description": "Two words"}, "5XX": {}, "default": {}, "302": {}})
    };
    let document = json!({"paths": {
        "/a": {"get": {"responses": responses("No pet.")}}, "/b": {"get": {"responses": responses("No owner.")}}
    }});
    let errors: Vec<_> = model(&document)
        .errors
        .into_iter()
        .map(|error| (error.status.unwrap(), error.name, error.doc.text))
        .collect();
    let case = |status: u16, name: &str, text: &str| (status, name.to_owned(), text.to_owned());
    assert_eq!(
        errors,
        [
            case(404, "not found", ""),
            case(409, "conflict", "Taken."),
            case(480, "OddException", "OddException"),
            case(499, "status 499", "Two words")
        ]
    );
}
