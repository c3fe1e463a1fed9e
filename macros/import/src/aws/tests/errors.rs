//! Errors.

use serde_json::{Value, json};

use super::{read, service};
use crate::model::ErrorCase;

/// The errors of an operation with these error shapes: names, codes and status.
fn cases(protocol: &str, errors: &Value) -> Vec<(String, Vec<String>, Option<u16>)> {
    let errors = errors.as_object().unwrap();
    let references: Vec<Value> = errors.keys().map(|name| json!({"shape": name})).collect();
    let operation = json!({"http": {"method": "POST", "requestUri": "/"}, "errors": references});
    let model = read(&service(
        protocol,
        json!({"A": operation, "B": operation}),
        Value::Object(errors.clone()),
    ));
    let case = |case: ErrorCase| (case.name, case.codes, case.status);
    model.errors.into_iter().map(case).collect()
}

fn error(details: Value) -> Value {
    json!({"type": "structure", "members": {}, "exception": true, "error": details})
}

#[test]
fn errors_are_in_order_of_status_and_named_without_exception() {
    let errors = json!({
        "NotFoundException": error(json!({"httpStatusCode": 404})),
        "BadRequestException": error(json!({"httpStatusCode": 400})),
    });
    let expected = [
        ("BadRequest", "BadRequestException", 400),
        ("NotFound", "NotFoundException", 404),
    ];
    let expected = expected.map(|(name, code, status)| (name.to_owned(), vec![code.to_owned()], Some(status)));
    assert_eq!(cases("rest-json", &errors), expected);
}

#[test]
fn a_status_of_several_errors_identifies_none() {
    let errors = json!({
        "Invalid": error(json!({"httpStatusCode": 400})),
        "Limit": error(json!({})),
        "Failure": {"type": "structure", "fault": true, "exception": true},
    });
    let statuses: Vec<_> = cases("rest-json", &errors)
        .into_iter()
        .map(|(name, _, status)| (name, status))
        .collect();
    let expected = [("Invalid", None), ("Limit", None), ("Failure", Some(500))];
    assert_eq!(statuses, expected.map(|(name, status)| (name.to_owned(), status)));
}

#[test]
fn errors_of_awsjson_have_codes_alone() {
    let errors = json!({"NotFoundException": error(json!({"httpStatusCode": 404}))});
    assert_eq!(cases("json", &errors)[0].2, None);
}

#[test]
fn codes_of_another_protocol_are_known_too_but_each_once() {
    let errors = json!({
        "QueueDoesNotExist": error(json!({"code": "AWS.SimpleQueueService.NonExistentQueue"})),
        "Same": error(json!({"code": "Same"})),
        "Other": error(json!({"code": "Same"})),
    });
    let codes: Vec<_> = cases("json", &errors).into_iter().map(|(_, codes, _)| codes).collect();
    assert_eq!(
        codes,
        [
            vec!["QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue"],
            vec!["Same"],
            vec!["Other"]
        ]
    );
}

#[test]
fn names_that_would_be_the_same_are_whole() {
    let errors = json!({"Limit": error(json!({})), "LimitException": error(json!({}))});
    let names: Vec<_> = cases("json", &errors).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["Limit", "LimitException"]);
}
