use serde_json::json;

use super::{read, ty};

#[test]
fn texts_become_an_open_enum() {
    assert_eq!(
        ty(json!({ "type": "string", "enum": ["open", "closed", "open", ""] })),
        "start = open | closed | "
    );
    assert_eq!(ty(json!({ "enum": ["open", "closed"] })), "start = open | closed");
    assert_eq!(ty(json!({ "const": "object" })), "start = object");
    assert_eq!(
        ty(json!({ "type": "string", "enum": ["a"], "format": "date-time" })),
        "start = a"
    );
}

#[test]
fn null_among_the_values_means_nullable() {
    assert_eq!(
        ty(json!({ "type": "string", "enum": ["open", null] })),
        "start | null\nstart = open"
    );
    assert_eq!(ty(json!({ "type": "string", "enum": [null] })), "string | null");
}

#[test]
fn texts_that_yaml_reads_as_something_else_are_texts() {
    assert_eq!(
        ty(json!({ "type": "string", "enum": [1, true, "no"] })),
        "start = 1 | true | no"
    );
}

#[test]
fn numbers_are_documented() {
    let schemas = [
        (
            json!({ "type": "integer", "enum": [1, 2, 3] }),
            "i64",
            vec!["One of 1, 2, 3."],
        ),
        (
            json!({ "type": "integer", "format": "int32", "enum": [1, 2, 3], "maximum": 3 }),
            "i32",
            vec!["One of 1, 2, 3."],
        ),
        (json!({ "enum": [1, 2.5] }), "f64", vec!["One of 1, 2.5."]),
        (json!({ "const": 4 }), "i64", vec!["Always 4."]),
        (json!({ "type": "boolean", "enum": [true] }), "bool", vec![]),
        (json!({ "enum": [true, false] }), "bool", vec![]),
        (json!({ "enum": [1, "auto"] }), "json", vec!["One of 1, `\"auto\"`."]),
    ];
    for (schema, expected, notes) in schemas {
        let (found, types) = read(&json!({ "start": schema }));
        assert_eq!(
            (super::value(&found.ty, false, &types).as_str(), found.doc.notes),
            (expected, notes.into_iter().map(str::to_owned).collect())
        );
    }
}

#[test]
fn values_of_lists_and_objects_do_not_matter() {
    assert_eq!(
        ty(json!({ "type": "array", "items": { "type": "string" }, "enum": ["a"] })),
        "[string]"
    );
    assert_eq!(ty(json!({ "type": "object", "enum": [{}] })), "{json}");
}
