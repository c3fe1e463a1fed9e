use serde_json::{Value, json};

use super::{read, ty};
use crate::model::types::Limits;

/// The limits of a schema: minimum, maximum, least and greatest length.
fn limits(schema: Value) -> (String, Option<String>, Option<String>, Option<u64>, Option<u64>) {
    let (found, types) = read(&json!({ "start": schema }));
    let Limits {
        minimum,
        maximum,
        min_length,
        max_length,
    } = found.limits;
    (
        super::value(&found.ty, false, &types),
        minimum,
        maximum,
        min_length,
        max_length,
    )
}

fn number(
    ty: &str,
    minimum: Option<&str>,
    maximum: Option<&str>,
) -> (String, Option<String>, Option<String>, Option<u64>, Option<u64>) {
    (
        ty.to_owned(),
        minimum.map(str::to_owned),
        maximum.map(str::to_owned),
        None,
        None,
    )
}

fn length(
    ty: &str,
    least: Option<u64>,
    most: Option<u64>,
) -> (String, Option<String>, Option<String>, Option<u64>, Option<u64>) {
    (ty.to_owned(), None, None, least, most)
}

#[test]
fn formats_of_texts_choose_the_type() {
    let formats = ["date-time", "byte", "binary", "date", "uuid", "email", "unknown"];
    let types = formats.map(|format| ty(json!({ "type": "string", "format": format })));
    assert_eq!(
        types,
        ["datetime", "blob", "bytes", "string", "string", "string", "string"]
    );
}

#[test]
fn integers_have_the_type_that_holds_their_limits() {
    let integer = |format: &str, minimum: Value, maximum: Value| {
        ty(json!({ "type": "integer", "format": format, "minimum": minimum, "maximum": maximum }))
    };
    assert_eq!(integer("", Value::Null, Value::Null), "i64");
    assert_eq!(integer("int64", json!(1), Value::Null), "u64");
    assert_eq!(integer("int32", Value::Null, Value::Null), "i32");
    assert_eq!(integer("int32", json!(0), json!(100)), "u32");
    assert_eq!(integer("int32", json!(0), json!(4_294_967_296_u64)), "u64");
    assert_eq!(integer("int32", json!(-4_294_967_296_i64), json!(5)), "i64");
    assert_eq!(integer("int32", Value::Null, json!(4_294_967_295_u64)), "i64");
    assert_eq!(ty(json!({ "type": "number" })), "f64");
    assert_eq!(ty(json!({ "type": "number", "format": "float" })), "f64");
    assert_eq!(ty(json!({ "type": "number", "format": "int64" })), "i64");
}

#[test]
fn limits_of_integers_are_inclusive() {
    let limits_of =
        |minimum: Value, maximum: Value| limits(json!({ "type": "integer", "minimum": minimum, "maximum": maximum }));
    assert_eq!(limits_of(json!(1), json!(100.0)), number("u64", Some("1"), Some("100")));
    assert_eq!(limits_of(json!(-0.5), json!(99.5)), number("u64", None, Some("99")));
    let flags =
        json!({ "type": "integer", "minimum": 0, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": true });
    assert_eq!(limits(flags), number("u64", Some("1"), Some("8")));
    let numbers = json!({ "type": "integer", "exclusiveMinimum": -1, "exclusiveMaximum": 9.5 });
    assert_eq!(limits(numbers), number("u64", None, Some("9")));
}

#[test]
fn limits_of_numbers_are_kept_if_inclusive() {
    let both = json!({ "type": "number", "minimum": 0, "maximum": 0.25 });
    assert_eq!(limits(both), number("f64", Some("0"), Some("0.25")));
    let exclusive = json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "exclusiveMaximum": 5 });
    assert_eq!(limits(exclusive), number("f64", None, None));
}

#[test]
fn limits_that_make_no_sense_are_dropped() {
    let integer =
        |minimum: Value, maximum: Value| limits(json!({ "type": "integer", "minimum": minimum, "maximum": maximum }));
    assert_eq!(integer(json!(9), json!(1)), number("i64", None, None));
    assert_eq!(integer(json!("1"), json!([])), number("i64", None, None));
    assert_eq!(integer(json!(i64::MIN), json!(i64::MAX)), number("i64", None, None));
    assert_eq!(integer(json!(-1e300), json!(1e300)), number("i64", None, None));
    let text = |least: Value, most: Value| limits(json!({ "type": "string", "minLength": least, "maxLength": most }));
    assert_eq!(text(json!(1), json!(64)), length("string", Some(1), Some(64)));
    assert_eq!(text(json!(0), json!(-1)), length("string", None, None));
    assert_eq!(text(json!(5), json!(4)), length("string", None, None));
    assert_eq!(text(json!(1.5), json!("4")), length("string", None, None));
    let time = json!({ "type": "string", "format": "date-time", "minLength": 1 });
    assert_eq!(limits(time), length("datetime", None, None));
}

#[test]
fn lists_and_maps_have_lengths() {
    let list = json!({ "type": "array", "items": { "type": "string", "minLength": 3 }, "minItems": 1, "maxItems": 10 });
    assert_eq!(limits(list), length("[string]", Some(1), Some(10)));
    let map = json!({ "type": "object", "maxProperties": 50, "additionalProperties": { "type": "string" } });
    assert_eq!(limits(map), length("{string}", None, Some(50)));
}

#[test]
fn null_has_many_spellings() {
    let text = json!({ "type": "string" });
    let spellings = [
        json!({ "type": "string", "nullable": true }),
        json!({ "type": ["string", "null"] }),
        json!({ "type": ["null", "string"] }),
        json!({ "anyOf": [text, { "type": "null" }] }),
        json!({ "oneOf": [{ "type": "null" }, text] }),
        json!({ "oneOf": [{ "enum": [null] }, text] }),
        json!({ "oneOf": [{ "const": null }, text] }),
        json!({ "oneOf": [text], "nullable": true }),
        json!({ "anyOf": [text, { "nullable": true }] }),
        json!({ "anyOf": [text, { "type": "object", "nullable": true }] }),
        json!({ "allOf": [text], "nullable": true }),
        json!({ "allOf": [text, { "nullable": true }] }),
    ];
    for spelling in spellings {
        assert_eq!(ty(spelling.clone()), "string | null", "{spelling}");
    }
}

#[test]
fn types_are_implied_by_other_keywords() {
    assert_eq!(
        ty(json!({ "properties": { "id": { "type": "string" } } })),
        "start { id?: string }"
    );
    assert_eq!(ty(json!({ "items": { "type": "string" } })), "[string]");
    assert_eq!(ty(json!({ "items": { "anyOf": [{ "type": "string" }] } })), "json");
    assert_eq!(ty(json!({})), "json");
    assert_eq!(ty(json!(true)), "json");
    assert_eq!(ty(json!({ "description": "Anything." })), "json");
    assert_eq!(ty(json!({ "type": "array" })), "[json]");
    assert_eq!(
        ty(json!({ "type": "array", "items": { "type": ["string", "null"] } })),
        "[string | null]"
    );
}
