//! The declared operations compared with the service model of botocore: what each sends, rejects and reads.
//!
//! `service_model/flatten.py` flattens the model. Declarations are observed from outside alone, so a difference is one
//! that a service would see.

mod differences;
mod input;
mod model;
mod operations;

use chime_rooms::Endpoint;
use rest_op_tests::prerequisites::print_uncaptured;

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
    assert_eq!(differences(&model).await, Vec::<String>::new());
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
        let found = differences(&changed).await;
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
        differences(&less)
            .await
            .contains(&"list_rooms: takes `MemberId`, which the model does not have".to_owned())
    );
}
