//! Smithy's JSON AST.

use serde_json::{Value, json};

use super::{argument, declaration, field, fields, named, of, read, result, roles};
use crate::document::Node;
use crate::model::operation::{BodyFormat, Outcome, Role};
use crate::model::types::{EnumValue, Kind, Limits, Next, Source, Tagging, Type};

/// A service with a resource, an operation with one trait of each kind, and a listing.
pub(super) fn model() -> Value {
    json!({
        "smithy": "2.0",
        "shapes": {
            "example#Rooms_2018": {
                "type": "service",
                "version": "2018-05-01",
                "operations": [{"target": "example#PutRoom"}],
                "resources": [{"target": "example#RoomResource"}],
                "errors": [{"target": "example#Throttled"}],
                "rename": {"other#Room": "OtherRoom"},
                "traits": {
                    "aws.api#service": {"sdkId": "Chat Rooms", "endpointPrefix": "rooms"},
                    "aws.auth#sigv4": {"name": "chat"},
                    "aws.protocols#restJson1": {},
                    "smithy.api#title": "Amazon Chat Rooms",
                    "smithy.api#paginated": {"inputToken": "next", "outputToken": "next"},
                },
            },
            "example#RoomResource": {
                "type": "resource",
                "list": {"target": "example#ListRooms"},
                "resources": [{"target": "example#RoomResource"}],
            },
            "example#PutRoom": {
                "type": "operation",
                "input": {"target": "example#PutRoomInput"},
                "output": {"target": "example#PutRoomOutput"},
                "errors": [{"target": "example#NotFound"}],
                "traits": {
                    "smithy.api#http": {"method": "PUT", "uri": "/rooms/{id}/{path+}?kind=chat", "code": 201},
                    "smithy.api#documentation": "Puts a room.",
                    "smithy.api#endpoint": {"hostPrefix": "{id}."},
                    "smithy.api#auth": [],
                },
            },
            "example#PutRoomInput": {
                "type": "structure",
                "mixins": [{"target": "example#Named"}],
                "members": {
                    "id": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}, "smithy.api#hostLabel": {}}},
                    "path": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}},
                    "since": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#httpQuery": "since"}},
                    "more": {"target": "example#Texts", "traits": {"smithy.api#httpQueryParams": {}}},
                    "trace": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": "X-Trace", "smithy.api#mediaType": "application/json"}},
                    "meta": {"target": "example#Texts", "traits": {"smithy.api#httpPrefixHeaders": "X-Meta-"}},
                    "token": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}},
                    "role": {"target": "example#Role", "traits": {"smithy.api#jsonName": "the_role"}},
                    "value": {"target": "example#Value"},
                    "other": {"target": "other#Room"},
                    "room": {"target": "example#Room"},
                    "level": {"target": "example#Level", "traits": {"smithy.api#range": {"min": 1, "max": 3}}},
                    "at": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#timestampFormat": "http-date"}},
                    "anything": {"target": "smithy.api#Document"},
                    "holes": {"target": "example#Holes"},
                    "old": {"target": "example#OldEnum"},
                },
            },
            "example#Named": {
                "type": "structure",
                "members": {"name": {"target": "example#Name"}},
                "traits": {"smithy.api#mixin": {"localTraits": ["smithy.api#sensitive"]}, "smithy.api#sensitive": {}, "smithy.api#documentation": "From the mixin."},
            },
            "example#PutRoomInput$name": {"type": "apply", "traits": {"smithy.api#required": {}}},
            "example#Name": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 64}, "smithy.api#sensitive": {}}},
            "example#Texts": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
            "example#Holes": {"type": "list", "member": {"target": "smithy.api#Integer"}, "traits": {"smithy.api#sparse": {}}},
            "example#Role": {"type": "enum", "members": {
                "ADMIN": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "Admin", "smithy.api#documentation": "May do all."}},
                "MEMBER": {"target": "smithy.api#Unit"},
            }},
            "example#OldEnum": {"type": "string", "traits": {"smithy.api#enum": [{"value": "a", "name": "A", "documentation": "The letter."}]}},
            "example#Level": {"type": "intEnum", "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}},
            "example#Value": {"type": "union", "members": {"text": {"target": "smithy.api#String"}, "none": {"target": "smithy.api#Unit"}}},
            "example#Room": {"type": "structure", "members": {"name": {"target": "smithy.api#String"}}},
            "other#Room": {"type": "structure", "members": {"title": {"target": "smithy.api#String"}}},
            "example#PutRoomOutput": {"type": "structure", "members": {
                "status": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpResponseCode": {}}},
                "content": {"target": "example#Stream", "traits": {"smithy.api#httpPayload": {}, "smithy.api#required": {}}},
            }},
            "example#Stream": {"type": "blob", "traits": {"smithy.api#streaming": {}}},
            "example#NotFound": {"type": "structure", "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404, "aws.protocols#awsQueryError": {"code": "Room.Gone"}}},
            "example#Throttled": {"type": "structure", "traits": {"smithy.api#error": "server"}},
            "example#ListRooms": {
                "type": "operation",
                "input": {"target": "example#ListRoomsInput"},
                "output": {"target": "example#ListRoomsOutput"},
                "traits": {"smithy.api#http": {"method": "GET", "uri": "/rooms"}, "smithy.api#readonly": {}, "smithy.api#paginated": {"items": "rooms"}},
            },
            "example#ListRoomsInput": {"type": "structure", "members": {"next": {"target": "smithy.api#String", "traits": {"smithy.api#httpQuery": "next"}}}},
            "example#ListRoomsOutput": {"type": "structure", "members": {
                "rooms": {"target": "example#RoomList"},
                "next": {"target": "smithy.api#String"},
            }},
            "example#RoomList": {"type": "list", "member": {"target": "example#Room"}},
        },
    })
}

#[test]
fn the_service_and_its_resources_have_operations() {
    let description = model();
    let listed = super::super::list(&Node::root(&description));
    let lines: Vec<_> = listed
        .iter()
        .map(|listed| format!("{} {} {}", listed.id, listed.method, listed.path))
        .collect();
    assert_eq!(
        lines,
        ["PutRoom PUT /rooms/{id}/{path+}?kind=chat", "ListRooms GET /rooms"]
    );
    assert_eq!(listed[0].pointer, "/shapes/example#PutRoom");
    assert_eq!(listed[0].summary, "Puts a room.");
}

#[test]
fn traits_of_the_service_are_its_metadata() {
    let model = read(&model());
    assert_eq!(
        (model.title.as_str(), model.version.as_str()),
        ("Amazon Chat Rooms", "2018-05-01")
    );
    assert_eq!(model.trait_name, "Chat Rooms");
    assert_eq!(model.endpoint.as_deref(), Some("https://rooms.{region}.amazonaws.com"));
    assert_eq!(model.auth, ["SigV4::new(\"chat\", region, credentials)"]);
    let page = "https://docs.aws.amazon.com/goto/WebAPI/chat-rooms-2018-05-01/PutRoom";
    assert_eq!(model.operations[0].doc.url.as_deref(), Some(page));
}

#[test]
fn http_traits_bind_members() {
    let model = read(&model());
    assert_eq!(
        roles(&model),
        [
            ("id", Role::Path),
            ("path", Role::Path),
            ("since", Role::Query),
            ("more", Role::QueryFlatten),
            ("X-Trace", Role::Header),
            ("X-Meta-", Role::HeaderPrefix),
            ("input", Role::Body(BodyFormat::Json)),
        ]
    );
    let declaration = declaration(&model);
    assert_eq!(declaration.query.as_deref(), Some("kind=chat"));
    assert_eq!(declaration.host_prefix.as_deref(), Some("<id>."));
    assert!(declaration.is_public);
    assert_eq!(argument(&model, "since").ty, Type::DateTime);
    assert_eq!(argument(&model, "X-Trace").doc.notes, ["JSON, encoded in base64."]);
    let id = result(&model);
    assert_eq!(declaration.outcome, Outcome::Response(id));
    assert_eq!(field(&model, id, "status").source, Source::Status);
    assert_eq!(
        (&field(&model, id, "content").ty, &field(&model, id, "content").source),
        (&Type::Stream, &Source::Body)
    );
}

#[test]
fn shapes_have_the_types_of_service_2() {
    let model = read(&model());
    let body = named(&argument(&model, "input").ty);
    let names: Vec<_> = fields(&model, body).iter().map(|field| field.name.as_str()).collect();
    let expected = [
        "name", "token", "the_role", "value", "other", "room", "level", "at", "anything", "holes", "old",
    ];
    assert_eq!(names, expected);
    let ty = |name| &field(&model, body, name).ty;
    let values = |name| match &model.types[named(ty(name))].kind {
        Kind::Enum(values) => values.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        values("the_role")
            .iter()
            .map(|value| value.value.as_str())
            .collect::<Vec<_>>(),
        ["Admin", "MEMBER"]
    );
    assert_eq!(values("the_role")[0].doc.text, "May do all.");
    assert_eq!(values("old")[0].value, EnumValue::new("a").value);
    let Kind::OneOf(union) = &model.types[named(ty("value"))].kind else {
        panic!()
    };
    assert_eq!(union.tagging, Tagging::External);
    assert!(fields(&model, named(union.variants[1].ty.as_ref().unwrap())).is_empty());
    assert_eq!(model.types[named(ty("other"))].name, "OtherRoom");
    assert_eq!(model.types[named(ty("room"))].name, "Room");
    assert_eq!(model.types[named(ty("room"))].pointer, "/shapes/example#Room");
    assert_eq!(
        (ty("level"), ty("at"), ty("anything")),
        (&Type::I32, &Type::HttpDate, &Type::Json)
    );
    let Type::List(holes) = ty("holes") else { panic!() };
    assert!(holes.nullable);
    assert!(field(&model, body, "token").is_idempotency_token);
}

#[test]
fn limits_are_those_of_the_member_or_of_its_shape() {
    let model = read(&model());
    let body = named(&argument(&model, "input").ty);
    let lengths = Limits {
        min_length: Some(1),
        max_length: Some(64),
        ..Limits::default()
    };
    assert_eq!(field(&model, body, "name").limits, lengths);
    let range = Limits {
        minimum: Some("1".to_owned()),
        maximum: Some("3".to_owned()),
        ..Limits::default()
    };
    assert_eq!(field(&model, body, "level").limits, range);
}

#[test]
fn mixins_and_apply_add_members_and_traits() {
    let model = read(&model());
    let body = named(&argument(&model, "input").ty);
    assert!(field(&model, body, "name").required);
    assert_eq!(field(&model, body, "name").doc.notes, ["Sensitive."]);
    assert_eq!(model.types[body].doc.text, "From the mixin.");
}

#[test]
fn errors_are_those_of_the_operation_and_of_the_service() {
    let model = read(&model());
    let errors: Vec<_> = model
        .errors
        .iter()
        .map(|error| (error.name.as_str(), error.codes.clone(), error.status))
        .collect();
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let expected = [
        ("NotFound", codes(&["NotFound", "Room.Gone"]), Some(404)),
        ("Throttled", codes(&["Throttled"]), Some(500)),
    ];
    assert_eq!(errors, expected);
}

#[test]
fn paginated_operations_have_pages() {
    let model = read(&model());
    let Ok(declaration) = &model.operations[1].declaration else {
        panic!()
    };
    let Outcome::Json(ty) = &declaration.outcome else {
        panic!()
    };
    let page = of(&model, named(ty)).page.as_ref().unwrap();
    assert_eq!(
        (page.items.as_str(), &page.next),
        ("rooms", &Next::Query("next".to_owned()))
    );
}

#[test]
fn names_in_json_are_those_of_members_in_awsjson() {
    let mut description = model();
    let traits = &mut description["shapes"]["example#Rooms_2018"]["traits"];
    *traits = json!({"aws.protocols#awsJson1_0": {}});
    let model = read(&description);
    let body = named(&argument(&model, "input").ty);
    assert!(fields(&model, body).iter().any(|field| field.name == "role"));
    let headers = [("x-amz-target".to_owned(), "Rooms_2018.PutRoom".to_owned())];
    assert_eq!(declaration(&model).headers, headers);
    assert_eq!(
        declaration(&model).content_type.as_deref(),
        Some("application/x-amz-json-1.0")
    );
    assert_eq!(model.endpoint, None);
    assert!(model.auth.is_empty());
}

#[test]
fn shapes_of_one_name_in_two_namespaces_are_two() {
    let mut description = model();
    description["shapes"]["example#Rooms_2018"]["rename"] = json!({});
    let model = read(&description);
    let body = named(&argument(&model, "input").ty);
    let names = ["other", "room"].map(|name| model.types[named(&field(&model, body, name).ty)].name.as_str());
    assert_eq!(names, ["Room", "example#Room"]);
}

#[test]
fn a_model_without_a_service_has_no_operations() {
    let description = json!({"smithy": "2.0", "shapes": {}});
    assert!(super::super::list(&Node::root(&description)).is_empty());
}

#[test]
fn mixins_in_a_circle_end() {
    let mut description = model();
    description["shapes"]["example#Named"]["mixins"] =
        json!([{"target": "example#PutRoomInput"}, {"target": "example#Named"}]);
    assert!(read(&description).operations[0].declaration.is_ok());
}

#[test]
fn the_key_of_a_service_is_in_its_header_or_query() {
    let mut description = model();
    let traits = &mut description["shapes"]["example#Rooms_2018"]["traits"];
    *traits = json!({"aws.protocols#restJson1": {}, "smithy.api#httpApiKeyAuth": {"name": "X-Key", "in": "header"}, "smithy.api#httpBasicAuth": {}});
    assert_eq!(
        read(&description).auth,
        ["ApiKey::header(\"X-Key\", key)", "Basic::new(user, password)"]
    );
}

#[test]
fn xml_traits_name_elements() {
    let mut description = model();
    let shapes = &mut description["shapes"];
    let service = &mut shapes["example#Rooms_2018"]["traits"];
    service.as_object_mut().unwrap().remove("aws.protocols#restJson1");
    service["aws.protocols#restXml"] = json!({});
    service["smithy.api#xmlNamespace"] = json!({"uri": "urn:a"});
    let members = &mut shapes["example#PutRoomInput"]["members"];
    members["token"]["traits"]["smithy.api#xmlName"] = json!("Token");
    members["role"]["traits"]["smithy.api#xmlAttribute"] = json!({});
    let model = read(&description);
    let body = argument(&model, "input");
    assert_eq!(body.role, Role::Body(BodyFormat::Xml));
    let id = named(&body.ty);
    assert_eq!(model.types[id].root.as_deref(), Some("{urn:a}PutRoomInput"));
    assert_eq!(field(&model, id, "Token").rust_name, "token");
    assert_eq!(field(&model, id, "@role").rust_name, "role");
}
