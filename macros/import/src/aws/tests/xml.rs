//! restXml.

use serde_json::{Value, json};

use super::{argument, declaration, field, fields, named, of, read, result, service, structure};
use crate::model::operation::{BodyFormat, Outcome, Role};
use crate::model::types::{Around, Kind, Source, Type};

/// A service with one operation and further shapes.
fn rest(uri: &str, input: Value, output: Value, shapes: Value) -> Value {
    let operations = json!({"Op": {
        "http": {"method": "PUT", "requestUri": uri},
        "input": {"shape": "OpInput", "locationName": "OpRequest", "xmlNamespace": {"uri": "urn:a"}},
        "output": {"shape": "OpOutput"},
    }});
    let mut all = json!({"OpInput": structure(input), "OpOutput": structure(output)});
    all.as_object_mut().unwrap().extend(shapes.as_object().unwrap().clone());
    service("rest-xml", operations, all)
}

#[test]
fn members_of_the_body_are_elements_below_a_root_with_a_namespace() {
    let input = json!({
        "Id": {"shape": "String", "location": "uri"},
        "Name": {"shape": "String", "locationName": "name"},
        "At": {"shape": "Timestamp"},
        "Type": {"shape": "String", "locationName": "xsi:type", "xmlAttribute": true},
        "Inner": {"shape": "Inner", "xmlNamespace": {"prefix": "xsi", "uri": "urn:b"}},
        "Tags": {"shape": "Tags"},
        "Flat": {"shape": "Tags", "flattened": true},
        "Map": {"shape": "StringMap"},
    });
    let shapes = json!({
        "Inner": structure(json!({"A": {"shape": "String"}})),
        "Tags": {"type": "list", "member": {"shape": "String", "locationName": "Tag"}},
    });
    let model = read(&rest("/{Id}", input, json!({}), shapes));
    let body = argument(&model, "input");
    assert_eq!(body.role, Role::Body(BodyFormat::Xml));
    let id = named(&body.ty);
    assert_eq!(model.types[id].root.as_deref(), Some("{urn:a}OpRequest"));
    assert!(model.types[id].is_xml);
    let names: Vec<_> = fields(&model, id)
        .iter()
        .map(|field| (field.name.as_str(), field.written_name.as_deref()))
        .collect();
    let expected = [
        ("name", None),
        ("At", None),
        ("@type", Some("@xsi:type")),
        ("Inner", Some("{xsi=urn:b}Inner")),
        ("Tags", None),
        ("Tag", Some("Flat")),
        ("Map", None),
    ];
    assert_eq!(names, expected);
    assert_eq!(field(&model, id, "At").ty, Type::DateTime);
    assert!(matches!(&field(&model, id, "Tags").ty, Type::Xml(Around::List(list), _) if list.item == "Tag"));
    assert!(matches!(field(&model, id, "Tag").ty, Type::List(_)));
    assert!(matches!(field(&model, id, "Map").ty, Type::Xml(Around::Map, _)));
}

#[test]
fn a_map_with_names_of_its_own_is_a_list_of_entries() {
    let output = json!({"Map": {"shape": "Named"}, "Flat": {"shape": "Named", "flattened": true}});
    let key = json!({"shape": "String", "locationName": "K"});
    let shapes = json!({"Named": {"type": "map", "key": key, "value": {"shape": "Integer"}}});
    let model = read(&rest("/", json!({}), output, shapes));
    let id = result(&model);
    let Type::Xml(Around::List(list), item) = &field(&model, id, "Map").ty else {
        panic!()
    };
    assert_eq!(list.item, "entry");
    let names: Vec<_> = fields(&model, named(&item.ty))
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["K", "value"]);
    assert_eq!(field(&model, id, "Flat").ty, Type::List(item.clone()));
}

#[test]
fn payloads_are_streams_or_elements_with_the_name_of_the_member() {
    let input = json!({"Setup": {"shape": "Configuration", "locationName": "Setup"}});
    let output =
        json!({"Body": {"shape": "Bytes", "streaming": true}, "Tag": {"shape": "String", "location": "header"}});
    let mut description = rest(
        "/",
        input,
        output,
        json!({"Configuration": structure(json!({"A": {"shape": "String"}}))}),
    );
    description["shapes"]["OpInput"]["payload"] = json!("Setup");
    description["shapes"]["OpOutput"]["payload"] = json!("Body");
    let model = read(&description);
    let root = &model.types[named(&argument(&model, "Setup").ty)].root;
    assert_eq!(root.as_deref(), Some("Setup"));
    let content = field(&model, result(&model), "Body");
    assert_eq!((&content.ty, &content.source), (&Type::Stream, &Source::Body));
}

#[test]
fn of_two_members_that_are_one_element_the_list_is_kept() {
    let event = json!({"shape": "String", "locationName": "Event"});
    let events = json!({"shape": "Strings", "locationName": "Event", "flattened": true});
    let inner = structure(json!({"Event": event, "Events": events}));
    let model = read(&rest(
        "/",
        json!({}),
        json!({"Inner": {"shape": "Inner"}}),
        json!({"Inner": inner}),
    ));
    let inner = named(&field(&model, result(&model), "Inner").ty);
    assert_eq!(fields(&model, inner).len(), 1);
    assert!(matches!(fields(&model, inner)[0].ty, Type::List(_)));
}

#[test]
fn a_body_has_one_root() {
    let input = |name: &str| json!({"type": "structure", "payload": "A", "members": {"A": {"shape": "Body", "locationName": name}}});
    let operation = |shape: &str| json!({"http": {"method": "PUT", "requestUri": "/"}, "input": {"shape": shape}});
    let mut description = service(
        "rest-xml",
        json!({"Two": operation("TwoInput"), "One": operation("OneInput")}),
        json!({"OneInput": input("One"), "TwoInput": input("Two"), "Body": structure(json!({"A": {"shape": "String"}}))}),
    );
    let last = read(&description).operations.pop().unwrap();
    let reason = "the element `One` of the body is `Two` in another operation";
    assert_eq!(last.declaration.unwrap_err().reason, reason);
    description["operations"].as_object_mut().unwrap().remove("Two");
    assert!(read(&description).operations[0].declaration.is_ok());
}

/// S3, whose bucket is a label of the host.
fn s3(uri: &str) -> Value {
    let input = json!({
        "Bucket": {"shape": "String", "location": "uri"},
        "Key": {"shape": "String", "location": "uri"},
        "MD5": {"shape": "String", "location": "header", "locationName": "Content-MD5"},
        "Name": {"shape": "String"},
    });
    let mut description = rest(uri, input, json!({"Where": {"shape": "String"}}), json!({}));
    description["metadata"]["endpointPrefix"] = json!("s3");
    description["metadata"]["globalEndpoint"] = json!("s3.amazonaws.com");
    description["metadata"]["signingName"] = json!(null);
    description
}

#[test]
fn a_bucket_of_s3_is_a_label_of_the_host() {
    let model = read(&s3("/{Bucket}/{Key+}?x=1"));
    let declaration = declaration(&model);
    assert_eq!(declaration.host_prefix.as_deref(), Some("<Bucket>."));
    assert_eq!(declaration.template.len(), 2);
    assert_eq!(
        (declaration.arguments[0].name.as_str(), &declaration.arguments[0].role),
        ("Bucket", &Role::Path)
    );
    assert_eq!(model.endpoint.as_deref(), Some("https://s3.{region}.amazonaws.com"));
    assert_eq!(model.auth, ["SigV4::new(\"s3\", region, credentials)"]);
    assert_eq!(model.error_root, Some("Error"));
    assert!(model.notes[0].contains("`.path_style()`"));
    let mut other = s3("/{Bucket}/{Key+}");
    other["metadata"]["endpointPrefix"] = json!("s4");
    assert_eq!(super::declaration(&read(&other)).host_prefix, None);
}

#[test]
fn a_checksum_that_is_required_is_declared_for_bodies_in_memory() {
    let mut description = s3("/{Bucket}/{Key+}");
    description["operations"]["Op"]["httpChecksum"] = json!({"requestChecksumRequired": true});
    let model = read(&description);
    assert_eq!(declaration(&model).checksum, Some("x-amz-checksum-crc32"));
    assert!(
        declaration(&model)
            .arguments
            .iter()
            .all(|argument| argument.role != Role::Header)
    );
    description["operations"]["Op"]["httpChecksum"] = json!({"requestChecksumRequired": false});
    assert_eq!(declaration(&read(&description)).checksum, None);
}

#[test]
fn the_location_of_a_bucket_is_the_text_of_the_root() {
    let mut description = s3("/{Bucket}/{Key+}");
    let operation = description["operations"]["Op"].take();
    description["operations"] = json!({"GetBucketLocation": operation});
    let model = read(&description);
    assert_eq!(of(&model, result(&model)).fields[0].name, "$text");
}

#[test]
fn a_union_is_an_element_in_an_element() {
    let union = json!({"type": "structure", "union": true, "members": {"A": {"shape": "String"}}});
    let model = read(&rest(
        "/",
        json!({}),
        json!({"One": {"shape": "One"}}),
        json!({"One": union}),
    ));
    assert!(matches!(declaration(&model).outcome, Outcome::Json(_)));
    let one = &model.types[named(&field(&model, result(&model), "One").ty)];
    assert!(one.is_xml && matches!(one.kind, Kind::OneOf(_)));
}
