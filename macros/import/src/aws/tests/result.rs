//! Outputs as results.

use serde_json::json;

use super::{declaration, field, fields, left, read, rest, result, structure};
use crate::model::operation::Outcome;
use crate::model::types::{Source, Type};

#[test]
fn an_output_without_members_is_nothing() {
    assert_eq!(
        declaration(&read(&rest("/", "GET", json!({}), json!({})))).outcome,
        Outcome::Nothing
    );
}

#[test]
fn an_output_in_json_is_a_structure_of_its_name() {
    let model = read(&rest(
        "/",
        "GET",
        json!({}),
        json!({"RoomId": {"shape": "String", "locationName": "id"}}),
    ));
    let id = result(&model);
    assert_eq!(declaration(&model).outcome, Outcome::Json(Type::Named(id)));
    assert_eq!(model.types[id].name, "OpOutput");
    assert_eq!(model.types[id].doc.text, "The result of `op`.");
    assert_eq!(field(&model, id, "id").source, Source::Json);
    assert!(!field(&model, id, "id").required);
}

#[test]
fn members_that_a_service_promises_are_required() {
    let mut description = rest("/", "GET", json!({}), json!({"Id": {"shape": "String"}}));
    description["shapes"]["OpOutput"]["required"] = json!(["Id"]);
    let model = read(&description);
    assert!(field(&model, result(&model), "Id").required);
}

#[test]
fn members_of_an_output_have_sources() {
    let output = json!({
        "Etag": {"shape": "String", "location": "header", "locationName": "ETag"},
        "Modified": {"shape": "Timestamp", "location": "header", "locationName": "Last-Modified"},
        "Meta": {"shape": "StringMap", "location": "headers", "locationName": "X-Meta-"},
        "Status": {"shape": "Integer", "location": "statusCode"},
        "Name": {"shape": "String"},
    });
    let model = read(&rest("/", "GET", json!({}), output));
    let id = result(&model);
    assert_eq!(declaration(&model).outcome, Outcome::Json(Type::Named(id)));
    assert_eq!(field(&model, id, "Etag").source, Source::Header("etag".to_owned()));
    assert_eq!(field(&model, id, "Modified").ty, Type::HttpDate);
    assert_eq!(
        field(&model, id, "Meta").source,
        Source::HeaderPrefix("x-meta-".to_owned())
    );
    assert_eq!(field(&model, id, "Status").source, Source::Status);
    assert_eq!(field(&model, id, "Name").source, Source::Json);
}

#[test]
fn a_payload_beside_headers_is_the_body_of_the_result() {
    for (shape, ty) in [("Bytes", Type::Bytes), ("String", Type::String)] {
        let output = json!({
            "Etag": {"shape": "String", "location": "header", "locationName": "etag"},
            "Content": {"shape": shape},
        });
        let mut description = rest("/", "GET", json!({}), output);
        description["shapes"]["OpOutput"]["payload"] = json!("Content");
        let model = read(&description);
        let id = result(&model);
        assert_eq!(declaration(&model).outcome, Outcome::Response(id));
        let content = field(&model, id, "Content");
        assert_eq!(
            (&content.source, &content.ty, content.required),
            (&Source::Body, &ty, true)
        );
    }
}

#[test]
fn a_payload_alone_is_the_result() {
    for (shape, outcome) in [
        ("Bytes", Some(Outcome::Bytes)),
        ("String", Some(Outcome::Text)),
        ("Room", None),
    ] {
        let mut description = rest("/", "GET", json!({}), json!({"Content": {"shape": shape}}));
        description["shapes"]["OpOutput"]["payload"] = json!("Content");
        description["shapes"]["Room"] = structure(json!({"Name": {"shape": "String"}}));
        let model = read(&description);
        match outcome {
            Some(outcome) => assert_eq!(declaration(&model).outcome, outcome),
            None => assert_eq!(fields(&model, result(&model))[0].name, "Name"),
        }
    }
}

#[test]
fn an_event_stream_is_left() {
    let mut description = rest("/", "GET", json!({}), json!({"Events": {"shape": "Events"}}));
    description["shapes"]["Events"] = json!({"type": "structure", "members": {}, "eventstream": true});
    assert_eq!(left(&description).reason, "the response is an event stream");
}
