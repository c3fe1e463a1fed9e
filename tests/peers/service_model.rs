//! The declared operations compared with the service model of botocore: what each sends, rejects and reads, and the errors
//! that its documentation lists.
//!
//! `service_model/flatten.py` flattens the model. Declarations are observed from outside alone, so a difference is one
//! that a service would see.

mod differences;
mod documented;
pub(crate) mod imported;
pub(crate) mod input;
mod model;
mod operations;

use chime_rooms::Endpoint;
use rest_op_tests::prerequisites::print_uncaptured;
use serde_json::json;

use self::differences::differences;
use self::model::Model;

/// The model of the installed botocore.
fn model() -> Option<Model> {
    let model = Model::from_botocore(operations::NAMES)?;
    print_uncaptured(&format!("model: compared with botocore {}", model.version));
    Some(model)
}

#[tokio::test]
async fn declared_operations_equal_those_of_the_service_model() {
    let Some(model) = model() else { return };
    assert_eq!(
        model.undeclared,
        Vec::<String>::new(),
        "operations on rooms that are not declared"
    );
    assert_eq!(model.operations.len(), 11);
    assert_eq!(differences(&model, operations::call).await, Vec::<String>::new());
}

#[tokio::test]
async fn imported_operations_are_those_of_the_service_model() {
    let Some(model) = model() else { return };
    let mut found = differences(&model, imported::call).await;
    // An imported file checks ranges and lengths, but no patterns.
    let against_patterns = ["", " ", "\t", "a b", " a ", "a/b"].map(|text| [json!(text), json!([{"MemberId": text}])]);
    let against_patterns = against_patterns.as_flattened();
    let against_patterns = against_patterns
        .iter()
        .map(|value| format!("of {value}, the model does not allow it"));
    let against_patterns: Vec<_> = against_patterns.collect();
    found.retain(|difference| !against_patterns.iter().any(|end| difference.ends_with(end)));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn documentation_lists_the_errors_that_the_service_model_has() {
    let Some(model) = model() else { return };
    let source = documented::SOURCE;
    assert_eq!(documented::differences(source, &model), Vec::<String>::new());
    // A list that is incomplete, or too long, is found.
    let changed = source.replace(
        ", [`Conflict`](ChimeError::Conflict),",
        ", [`Other`](ChimeError::Other),",
    );
    let found = documented::differences(&changed, &model);
    assert!(
        matches!(found.as_slice(), [one] if one.starts_with("create_room_membership: lists ")),
        "{found:#?}"
    );
    let changed = source.replace("[`NotFound`](ChimeError::NotFound), ", "");
    assert_eq!(documented::differences(&changed, &model).len(), model.operations.len());
}

#[test]
fn endpoints_equal_those_of_the_endpoint_rules() {
    let Some(model) = model() else { return };
    assert!(model.endpoints.len() > 100, "{} endpoints", model.endpoints.len());
    for (region, fips, dual_stack, url, signing_region) in &model.endpoints {
        let endpoint = Endpoint::resolve(region, *fips, *dual_stack).unwrap();
        assert_eq!(
            (endpoint.url(), endpoint.signing_region()),
            (url.as_str(), signing_region.as_str()),
            "{region}, FIPS {fips}, dual stack {dual_stack}"
        );
    }
}

/// One change of each kind: its name, the operation, the place, the new value, and the difference that is reported.
const CHANGES: &[(&str, &str, &str, &str, &str)] = &[
    (
        "verb",
        "update_room",
        "/verb",
        "\"PUT\"",
        "update_room: sends POST, the model has PUT",
    ),
    (
        "path",
        "get_room",
        "/path",
        "\"/accounts/{accountId}/rooms/{roomId}/\"",
        "get_room: sends to /accounts/AccountId/rooms/RoomId, the model has /accounts/AccountId/rooms/RoomId/",
    ),
    (
        "constant query",
        "redact_room_message",
        "/query",
        "[]",
        "redact_room_message: sends the query {\"operation\": \"redact\"}, the model has {}",
    ),
    (
        "wire name",
        "list_rooms",
        "/members/MemberId/wire",
        "\"memberId\"",
        "list_rooms: sends the query {\"max-results\": \"99\", \"member-id\": \"MemberId\", \"next-token\": \"NextToken\"}, the \
         model has {\"max-results\": \"99\", \"memberId\": \"MemberId\", \"next-token\": \"NextToken\"}",
    ),
    (
        "place",
        "update_room",
        "/members/Name/place",
        "\"query\"",
        "update_room: sends the query {}, the model has {\"Name\": \"Name\"}",
    ),
    (
        "required",
        "update_room",
        "/members/Name/required",
        "true",
        "update_room: `Name` may be left out, the model requires it",
    ),
    (
        "not required",
        "create_room",
        "/members/Name/required",
        "false",
        "create_room: `Name` is required, the model lets it be left out",
    ),
    (
        "constraint",
        "list_rooms",
        "/members/MaxResults/probes/5/1",
        "true",
        "list_rooms: refuses `MaxResults` of 100, the model allows it",
    ),
    (
        "missing constraint",
        "list_rooms",
        "/members/MaxResults/probes/4/1",
        "false",
        "list_rooms: sends `MaxResults` of 99, the model does not allow it",
    ),
    (
        "error",
        "get_room",
        "/errors/TeapotException",
        "418",
        "get_room: TeapotException (418) is not typed",
    ),
    (
        "status of an error",
        "get_room",
        "/errors/NotFoundException",
        "410",
        "get_room: 410 without a name is not typed as NotFound",
    ),
    (
        "member of an answer",
        "get_room",
        "/answers/1/2",
        "{\"Room\":{\"Id\":\"1\"}}",
        "get_room: does not read `Room.RoomId` of the answer",
    ),
];

#[tokio::test]
async fn every_kind_of_difference_is_named() {
    let Some(model) = model() else { return };
    for (change, operation, at, to, expected) in CHANGES {
        let changed = model.with(operation, at, serde_json::from_str(to).unwrap());
        let found = differences(&changed, operations::call).await;
        assert!(
            found.iter().any(|difference| difference == expected),
            "{change}: {found:#?}"
        );
    }
    let mut less = model;
    less.operations
        .get_mut("list_rooms")
        .unwrap()
        .members
        .remove("MemberId");
    assert!(
        differences(&less, operations::call)
            .await
            .contains(&"list_rooms: takes `MemberId`, which the model does not have".to_owned())
    );
}
