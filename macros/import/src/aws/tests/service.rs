//! The service as a whole.

use serde_json::json;

use super::{declaration, left, read, rest};
use crate::document::Node;

#[test]
fn a_service_has_a_title_an_endpoint_and_a_signature() {
    let model = read(&rest("/", "GET", json!({}), json!({})));
    assert_eq!(
        (model.title.as_str(), model.version.as_str()),
        ("Amazon Rooms", "2018-05-01")
    );
    assert_eq!(model.trait_name, "Rooms");
    assert_eq!(model.endpoint.as_deref(), Some("https://rooms.{region}.amazonaws.com"));
    assert_eq!(model.auth, ["SigV4::new(\"chat\", region, credentials)"]);
}

#[test]
fn a_global_service_has_one_endpoint() {
    let mut description = rest("/", "GET", json!({}), json!({}));
    description["metadata"]["globalEndpoint"] = json!("rooms.amazonaws.com");
    description["metadata"]["signingName"] = json!(null);
    let model = read(&description);
    assert_eq!(model.endpoint.as_deref(), Some("https://rooms.amazonaws.com"));
    assert_eq!(model.auth, ["SigV4::new(\"rooms\", \"us-east-1\", credentials)"]);
}

#[test]
fn other_schemes_stand_beside_the_signature() {
    let mut description = rest("/", "GET", json!({}), json!({}));
    description["metadata"]["auth"] = json!(["smithy.api#httpBearerAuth", "aws.auth#sigv4a", "aws.auth#sigv4"]);
    assert_eq!(
        read(&description).auth,
        ["Bearer::new(token)", "SigV4::new(\"chat\", region, credentials)"]
    );
    description["metadata"]["auth"] = json!(null);
    description["metadata"]["signatureVersion"] = json!("bearer");
    assert_eq!(read(&description).auth, ["Bearer::new(token)"]);
}

#[test]
fn operations_of_other_protocols_are_listed_and_left() {
    for (protocol, name) in [
        ("query", "awsQuery"),
        ("ec2", "ec2Query"),
        ("smithy-rpc-v2-cbor", "rpcv2Cbor"),
        ("new", "new"),
    ] {
        let mut description = rest("/a", "GET", json!({}), json!({}));
        description["metadata"]["protocol"] = json!(protocol);
        let listed = super::super::list(&Node::root(&description));
        assert_eq!((listed[0].id.as_str(), listed[0].path.as_str()), ("Op", "/a"));
        assert_eq!(left(&description).reason, format!("the protocol is {name}"));
    }
}

#[test]
fn of_several_protocols_one_that_can_be_declared_is_used() {
    let mut description = rest("/", "POST", json!({}), json!({}));
    description["metadata"]["protocol"] = json!("smithy-rpc-v2-cbor");
    description["metadata"]["protocols"] = json!(["smithy-rpc-v2-cbor", "json", "query"]);
    assert_eq!(
        declaration(&read(&description)).content_type.as_deref(),
        Some("application/x-amz-json-1.1")
    );
}

#[test]
fn operations_are_listed_with_their_documentation() {
    let mut description = rest("/rooms/{Id}?x=1", "get", json!({}), json!({}));
    description["operations"]["Op"]["documentation"] = json!("<p>Gets a room.</p>");
    description["operations"]["Op"]["deprecated"] = json!(true);
    let listed = super::super::list(&Node::root(&description)).remove(0);
    assert_eq!(
        (listed.method.as_str(), listed.path.as_str()),
        ("GET", "/rooms/{Id}?x=1")
    );
    assert_eq!(
        (listed.summary.as_str(), listed.is_deprecated),
        ("<p>Gets a room.</p>", true)
    );
    assert_eq!(listed.pointer, "/operations/Op");
    let operation = read(&description).operations.remove(0);
    assert_eq!(operation.request_line, "GET /rooms/{Id}?x=1");
    let page = "https://docs.aws.amazon.com/goto/WebAPI/rooms-2018-05-01/Op";
    assert_eq!(operation.doc.url.as_deref(), Some(page));
}
