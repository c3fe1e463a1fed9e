//! No document makes the reader panic.

use serde_json::{Value, json};

use super::super::PAGINATORS;
use super::{named, read, rest, result, structure};
use crate::Options;
use crate::document::Node;
use crate::model::types::Type;

/// The pointers of all values of a document.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(members) => {
            members
                .iter()
                .for_each(|(name, member)| pointers(member, &format!("{at}/{}", escaped(name)), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| pointers(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

/// Reads a document with each of its values replaced by values of other kinds: three of them, others at the next place.
fn survives(description: &Value) {
    let values = [
        json!(null),
        json!(5),
        json!("x"),
        json!(""),
        json!([]),
        json!({}),
        json!(true),
        json!(["x", {}]),
    ];
    let mut places = Vec::new();
    pointers(description, "", &mut places);
    for (index, place) in places.iter().enumerate() {
        for value in values.iter().cycle().skip(index).step_by(3).take(3) {
            let mut broken = description.clone();
            *broken.pointer_mut(place).unwrap() = value.clone();
            let root = Node::root(&broken);
            let mut model = super::super::read(&root, &super::super::list(&root), &Options::default());
            crate::refine::refine(&mut model, &Options::default());
        }
    }
}

#[test]
fn a_value_of_the_wrong_kind_anywhere_is_survived() {
    let input = json!({
        "Id": {"shape": "String", "location": "uri", "locationName": "Id"},
        "Next": {"shape": "String", "location": "querystring", "locationName": "next"},
        "Tags": {"shape": "StringMap", "location": "querystring"},
        "Tree": {"shape": "Tree", "documentation": "A tree.", "deprecated": true},
    });
    let output = json!({"Items": {"shape": "Strings"}, "Next": {"shape": "String"}, "Etag": {"shape": "String", "location": "header"}});
    let mut description = rest("/{Id}?x=1", "POST", input, output);
    description["shapes"]["Tree"] = json!({"type": "structure", "union": true, "members": {"T": {"shape": "Tree"}}});
    description["shapes"]["Error"] = json!({"type": "structure", "error": {"code": "E", "httpStatusCode": 404}});
    description["operations"]["Op"]["errors"] = json!([{"shape": "Error"}]);
    description["operations"]["Op"]["endpoint"] = json!({"hostPrefix": "{Id}."});
    description[PAGINATORS] =
        json!({"Op": {"input_token": "Next", "output_token": "Next", "result_key": "Items", "more_results": "Etag"}});
    survives(&description);
}

#[test]
fn a_value_of_the_wrong_kind_anywhere_in_smithy_is_survived() {
    survives(&super::smithy::model());
}

#[test]
fn lists_in_a_circle_end() {
    let mut description = rest("/", "GET", json!({}), json!({"Lists": {"shape": "Lists"}}));
    description["shapes"]["Lists"] = json!({"type": "list", "member": {"shape": "Lists"}});
    let model = read(&description);
    assert!(matches!(
        super::field(&model, result(&model), "Lists").ty,
        Type::List(_)
    ));
}

#[test]
fn a_long_chain_of_structures_is_read() {
    const LENGTH: usize = 20_000;
    let mut description = rest("/", "GET", json!({}), json!({"First": {"shape": "S0"}}));
    for index in 0..LENGTH {
        let next = json!({"Next": {"shape": format!("S{}", index + 1)}});
        description["shapes"][format!("S{index}")] = structure(next);
    }
    let model = read(&description);
    assert_eq!(model.types.iter().count(), LENGTH + 1);
    let first = named(&super::field(&model, result(&model), "First").ty);
    assert_eq!(model.types[first].name, "S0");
}

#[test]
fn a_shape_that_is_missing_is_any_json() {
    let model = read(&rest("/", "GET", json!({}), json!({"Lost": {"shape": "Lost"}})));
    assert_eq!(super::field(&model, result(&model), "Lost").ty, Type::Json);
}
