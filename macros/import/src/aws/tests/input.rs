//! Inputs as arguments.

use serde_json::json;

use super::{argument, declaration, field, fields, left, named, read, rest, roles, service, structure};
use crate::model::operation::{BodyFormat, Outcome, Piece, Role};
use crate::model::types::Type;

#[test]
fn members_of_an_input_are_arguments_by_their_location() {
    let input = json!({
        "Name": {"shape": "String"},
        "RoomId": {"shape": "String", "location": "uri", "locationName": "roomId"},
        "AccountId": {"shape": "String", "location": "uri", "locationName": "accountId"},
        "Max": {"shape": "Integer", "location": "querystring", "locationName": "max-results"},
        "Tags": {"shape": "StringMap", "location": "querystring"},
        "Trace": {"shape": "String", "location": "header", "locationName": "x-amz-trace"},
        "Meta": {"shape": "StringMap", "location": "headers", "locationName": "x-amz-meta-"},
    });
    let model = read(&rest("/accounts/{accountId}/rooms/{roomId}", "post", input, json!({})));
    assert_eq!(
        roles(&model),
        [
            ("accountId", Role::Path),
            ("roomId", Role::Path),
            ("max-results", Role::Query),
            ("Tags", Role::QueryFlatten),
            ("x-amz-trace", Role::Header),
            ("x-amz-meta-", Role::HeaderPrefix),
            ("input", Role::Body(BodyFormat::Json)),
        ]
    );
    let body = named(&argument(&model, "input").ty);
    assert_eq!(model.types[body].name, "Op");
    assert_eq!(
        fields(&model, body).iter().map(|field| &field.name).collect::<Vec<_>>(),
        ["Name"]
    );
    assert_eq!(declaration(&model).method, "POST");
    assert_eq!(declaration(&model).outcome, Outcome::Nothing);
}

#[test]
fn a_uri_has_labels_greedy_ones_and_constants() {
    let input = json!({
        "Bucket": {"shape": "String", "location": "uri", "locationName": "Bucket"},
        "Key": {"shape": "String", "location": "uri", "locationName": "Key"},
    });
    let model = read(&rest("/v 1/{Bucket}:x/{Key+}?list-type=2&acl", "GET", input, json!({})));
    let label = |name: &str, is_greedy| Piece::Label {
        name: name.to_owned(),
        is_greedy,
    };
    let literal = |text: &str| Piece::Literal(text.to_owned());
    assert_eq!(
        declaration(&model).template,
        [
            literal("/v%201/"),
            label("Bucket", false),
            literal(":x/"),
            label("Key", true)
        ]
    );
    assert_eq!(declaration(&model).query.as_deref(), Some("list-type=2&acl"));
}

#[test]
fn arguments_are_named_after_their_members() {
    let input = json!({
        "InvocationType": {"shape": "String", "location": "header", "locationName": "X-Amz-Invocation-Type"},
        "PartTwo": {"shape": "String", "locationName": "pt2"},
    });
    let model = read(&rest("/", "POST", input, json!({})));
    assert_eq!(argument(&model, "X-Amz-Invocation-Type").rust_name, "InvocationType");
    let body = named(&argument(&model, "input").ty);
    assert_eq!(field(&model, body, "pt2").rust_name, "PartTwo");
}

#[test]
fn labels_and_required_members_are_required() {
    let input = json!({
        "Id": {"shape": "String", "location": "uri", "locationName": "Id"},
        "Max": {"shape": "Integer", "location": "querystring", "locationName": "max"},
        "Kind": {"shape": "String", "location": "querystring", "locationName": "kind"},
        "Name": {"shape": "String"},
        "Note": {"shape": "String"},
    });
    let mut description = rest("/{Id}", "POST", input, json!({}));
    description["shapes"]["OpInput"]["required"] = json!(["Kind", "Name"]);
    let model = read(&description);
    assert!(argument(&model, "Id").required && argument(&model, "kind").required && !argument(&model, "max").required);
    let body = named(&argument(&model, "input").ty);
    assert!(field(&model, body, "Name").required && !field(&model, body, "Note").required);
}

#[test]
fn a_payload_is_the_whole_body() {
    for (shape, format, ty) in [
        ("Bytes", BodyFormat::Bytes, Some(Type::Bytes)),
        ("String", BodyFormat::Text, Some(Type::String)),
        ("Config", BodyFormat::Json, None),
    ] {
        let input = json!({
            "Content": {"shape": shape},
            "ContentType": {"shape": "String", "location": "header", "locationName": "Content-Type"},
        });
        let mut description = rest("/", "PUT", input, json!({}));
        description["shapes"]["OpInput"]["payload"] = json!("Content");
        description["shapes"]["Config"] = structure(json!({"Name": {"shape": "String"}}));
        let model = read(&description);
        assert_eq!(
            roles(&model),
            [("Content-Type", Role::Header), ("Content", Role::Body(format))]
        );
        let body = argument(&model, "Content");
        assert!(!body.required);
        match ty {
            Some(ty) => assert_eq!(body.ty, ty),
            None => assert_eq!(fields(&model, named(&body.ty))[0].name, "Name"),
        }
    }
}

#[test]
fn awsjson_sends_its_input_as_json_and_its_operation_as_a_header() {
    let operations = json!({"GetRoom": {
        "http": {"method": "POST", "requestUri": "/"},
        "input": {"shape": "GetRoomInput"},
    }});
    let members = json!({"Id": {"shape": "String", "location": "header", "locationName": "x-id"}});
    let model = read(&service(
        "json",
        operations,
        json!({"GetRoomInput": structure(members)}),
    ));
    let declaration = declaration(&model);
    assert_eq!(declaration.method, "POST");
    assert_eq!(declaration.template, [Piece::Literal("/".to_owned())]);
    assert_eq!(
        declaration.headers,
        [("x-amz-target".to_owned(), "Rooms_20180501.GetRoom".to_owned())]
    );
    assert_eq!(declaration.content_type.as_deref(), Some("application/x-amz-json-1.1"));
    assert_eq!(roles(&model), [("input", Role::Body(BodyFormat::Json))]);
    assert_eq!(fields(&model, named(&argument(&model, "input").ty))[0].name, "Id");
}

#[test]
fn an_awsjson_input_without_members_has_no_argument() {
    let operations = json!({"ListAll": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Empty"}}});
    let model = read(&service("json", operations, json!({"Empty": structure(json!({}))})));
    assert!(declaration(&model).arguments.is_empty());
    assert_eq!(
        declaration(&model).content_type.as_deref(),
        Some("application/x-amz-json-1.1")
    );
}

#[test]
fn an_input_of_several_operations_keeps_its_name() {
    let operation = json!({"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "RoomInput"}});
    let shapes = json!({"RoomInput": structure(json!({"Name": {"shape": "String"}}))});
    let model = read(&service(
        "rest-json",
        json!({"Create": operation, "Update": operation}),
        shapes,
    ));
    assert_eq!(
        model.types.iter().map(|(_, of)| of.name.as_str()).collect::<Vec<_>>(),
        ["RoomInput"]
    );
    let single = read(&service(
        "rest-json",
        json!({"Create": operation}),
        json!({
            "RoomInput": structure(json!({"Name": {"shape": "String"}})),
        }),
    ));
    let (_, body) = single.types.iter().next().unwrap();
    assert_eq!(
        (body.name.as_str(), body.is_named, body.doc.text.as_str()),
        ("Create", false, "The body of `create`.")
    );
}

#[test]
fn tokens_that_make_requests_repeatable_are_marked_at_the_top() {
    let input = json!({"ClientToken": {"shape": "String", "idempotencyToken": true}, "Inner": {"shape": "Inner"}});
    let mut description = rest("/", "POST", input, json!({}));
    description["shapes"]["Inner"] = structure(json!({"Token": {"shape": "String", "idempotencyToken": true}}));
    let model = read(&description);
    let body = named(&argument(&model, "input").ty);
    assert!(field(&model, body, "ClientToken").is_idempotency_token);
    let inner = named(&field(&model, body, "Inner").ty);
    assert!(!field(&model, inner, "Token").is_idempotency_token);
}

#[test]
fn headers_that_the_client_sets_are_no_arguments() {
    let input = json!({"Length": {"shape": "Integer", "location": "header", "locationName": "Content-Length"}});
    let model = read(&rest("/", "POST", input, json!({})));
    assert!(declaration(&model).arguments.is_empty());
    assert_eq!(
        model.operations[0].doc.notes,
        ["The client sets the header `content-length`."]
    );
}

#[test]
fn a_label_of_the_host_is_an_argument() {
    let input = json!({
        "Graph": {"shape": "String", "location": "header", "locationName": "graph", "hostLabel": true},
        "Bucket": {"shape": "String", "location": "uri", "locationName": "bucket", "hostLabel": true},
    });
    let mut description = rest("/{bucket}", "GET", input, json!({}));
    description["operations"]["Op"]["endpoint"] = json!({"hostPrefix": "data.{Graph}-{Bucket}."});
    let model = read(&description);
    assert_eq!(
        declaration(&model).host_prefix.as_deref(),
        Some("data.<Graph>-<bucket>.")
    );
    assert_eq!(
        roles(&model),
        [("Graph", Role::Path), ("bucket", Role::Path), ("graph", Role::Header)]
    );
    assert_eq!(
        model.operations[0].doc.notes,
        ["The service expects `Graph` in the host, and a second time."]
    );
}

#[test]
fn operations_without_signature_are_public_and_idempotent_ones_say_so() {
    let mut description = rest("/", "POST", json!({}), json!({}));
    assert!(!declaration(&read(&description)).is_public && !declaration(&read(&description)).is_idempotent);
    description["operations"]["Op"]["authtype"] = json!("none");
    description["operations"]["Op"]["idempotent"] = json!(true);
    assert!(declaration(&read(&description)).is_public && declaration(&read(&description)).is_idempotent);
    description["operations"]["Op"]["http"]["method"] = json!("PUT");
    assert!(!declaration(&read(&description)).is_idempotent);
    description["operations"]["Op"]["authtype"] = json!(null);
    description["operations"]["Op"]["auth"] = json!(["smithy.api#noAuth"]);
    assert!(declaration(&read(&description)).is_public);
}

#[test]
fn what_cannot_be_declared_is_left_with_its_reason() {
    let none = || json!({});
    let label = |name: &str| json!({"Id": {"shape": "String", "location": "uri", "locationName": name}});
    let query = |shape: &str| json!({"Id": {"shape": shape, "location": "querystring", "locationName": "id"}});
    let named = |location: &str, first: &str, second: &str| {
        let member = |name: &str| json!({"shape": "String", "location": location, "locationName": name});
        json!({"First": member(first), "Second": member(second)})
    };
    for (uri, method, input, reason) in [
        ("/{id}", "GET", none(), "no member is the label `id`"),
        ("/", "GET", label("id"), "the URI does not have the label `id`"),
        ("/{id", "GET", none(), "a label of the URI `/{id` is not closed"),
        (
            "/{a+}/{b+}",
            "GET",
            none(),
            "the URI `/{a+}/{b+}` has two greedy labels",
        ),
        ("/{a}/{a}", "GET", none(), "the URI `/{a}/{a}` has the label `a` twice"),
        (
            "/a//b",
            "GET",
            none(),
            "the URI `/a//b` has an empty segment, `.` or `..`",
        ),
        ("/a#b", "GET", none(), "the URI `/a#b` has a fragment"),
        ("/?a={b}", "GET", none(), "the query of the URI `/?a={b}` has a label"),
        (
            "/?a&a=1",
            "GET",
            none(),
            "the query of the URI `/?a&a=1` has a key twice, or an empty one",
        ),
        (
            "/?id=1",
            "GET",
            query("String"),
            "the query has the constant and the member `id`",
        ),
        (
            "/",
            "GET",
            query("Place"),
            "`id` is neither text nor a number, but is not in the body",
        ),
        ("/", "GET", query("Events"), "the request is an event stream"),
        ("/", "G T", none(), "the method `G T` cannot be declared"),
        ("/", "trace", none(), "the method `TRACE` cannot be declared"),
        (
            "/",
            "GET",
            named("header", "x y", "z"),
            "`x y` cannot be the name of a header",
        ),
        (
            "/",
            "GET",
            named("querystring", "", "z"),
            "`` cannot be the name of a query parameter",
        ),
        ("/", "GET", named("header", "X", "x"), "two members are the header `x`"),
        (
            "/",
            "GET",
            named("querystring", "x", "x"),
            "two members are the query parameter `x`",
        ),
        (
            "/",
            "HEAD",
            json!({"A": {"shape": "String"}}),
            "a `HEAD` request has a body",
        ),
    ] {
        let mut description = rest(uri, method, input, json!({}));
        description["shapes"]["Place"] = structure(json!({"X": {"shape": "Integer"}}));
        description["shapes"]["Events"] = json!({"type": "structure", "members": {}, "eventstream": true});
        let left = left(&description);
        assert_eq!(
            (left.reason.as_str(), left.pointer.as_str()),
            (reason, "/operations/Op")
        );
    }
}

#[test]
fn a_host_prefix_consists_of_whole_labels() {
    for (prefix, declared) in [
        ("data.", true),
        ("data-", true),
        ("Data.", true),
        ("data", false),
        ("a b.", false),
        ("a..", false),
    ] {
        let mut description = rest("/", "GET", json!({}), json!({}));
        description["operations"]["Op"]["endpoint"] = json!({"hostPrefix": prefix});
        let operation = read(&description).operations.remove(0);
        let written = operation.declaration.map(|declaration| declaration.host_prefix);
        let reason = format!("the host prefix `{prefix}` is not one of whole labels");
        match written {
            Ok(written) => assert_eq!((written, declared), (Some(prefix.to_lowercase()), true)),
            Err(left) => assert_eq!((left.reason, declared), (reason, false)),
        }
    }
}

#[test]
fn what_the_model_leaves_to_customisations_is_added() {
    let mut description = rest("/", "GET", json!({}), json!({}));
    description["metadata"]["endpointPrefix"] = json!("glacier");
    let version = [("x-amz-glacier-version".to_owned(), "2018-05-01".to_owned())];
    assert_eq!(declaration(&read(&description)).headers, version);
    description["operations"]["Op"]["endpointdiscovery"] = json!({"required": true});
    let note = "Served by an endpoint that the service returns; see `Client::with_endpoint`.";
    assert_eq!(read(&description).operations[0].doc.notes, [note]);
}
