//! Documented errors, found by name and by status alone, and undocumented ones.

use chime_rooms::{ChimeError, ChimeRooms, ListRooms};
use rest_op::{Error, Retry};
use rest_op_tests::fixture::{ACCOUNT, signed_at_sample_time};
use rest_op_tests::recorder::Recorder;

async fn error(status: u16, headers: &[(&str, &str)], body: &'static str) -> Error<ChimeError> {
    let recorder = Recorder::default().answer(status, headers, body);
    let client = signed_at_sample_time("https://chime.us-east-1.amazonaws.com")
        .transport(recorder)
        .retry(Retry::none())
        .build()
        .unwrap();
    client.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap_err()
}

/// The name of the variant.
fn variant(error: &Error<ChimeError>) -> String {
    let debug = format!("{:?}", error.service().unwrap());
    debug.split('(').next().unwrap().to_owned()
}

const DOCUMENTED: [(&str, u16, &str); 9] = [
    ("BadRequest", 400, "BadRequestException"),
    ("ResourceLimitExceeded", 400, "ResourceLimitExceededException"),
    ("UnauthorizedClient", 401, "UnauthorizedClientException"),
    ("Forbidden", 403, "ForbiddenException"),
    ("NotFound", 404, "NotFoundException"),
    ("Conflict", 409, "ConflictException"),
    ("ThrottledClient", 429, "ThrottledClientException"),
    ("ServiceFailure", 500, "ServiceFailureException"),
    ("ServiceUnavailable", 503, "ServiceUnavailableException"),
];

#[tokio::test]
async fn every_documented_error_is_typed_by_its_name() {
    for (expected, status, code) in DOCUMENTED {
        let error = error(
            status,
            &[("x-amzn-errortype", code)],
            r#"{"Code":"NotFound","Message":"so it is"}"#,
        )
        .await;
        assert_eq!(variant(&error), expected);
        assert_eq!((error.code(), error.message()), (Some(code), Some("so it is")));
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.to_string(), format!("list_rooms: {status} {code}: so it is"));
    }
}

#[tokio::test]
async fn every_documented_error_without_a_name_is_typed_by_its_status() {
    for (expected, status, _) in DOCUMENTED {
        if expected != "ResourceLimitExceeded" {
            assert_eq!(variant(&error(status, &[], "").await), expected);
            assert_eq!(variant(&error(status, &[], "<html>").await), expected);
        }
    }
}

#[tokio::test]
async fn name_of_another_error_precedes_the_status() {
    for (status, code) in [
        (403, "InvalidSignatureException"),
        (400, "ThrottlingException"),
        (403, "AccessDeniedException"),
        (404, "UnknownOperationException"),
    ] {
        let error = error(status, &[("x-amzn-errortype", code)], "{}").await;
        assert_eq!(variant(&error), "Other", "{status} {code}");
        assert_eq!(error.code(), Some(code));
    }
}

#[tokio::test]
async fn name_is_also_read_from_the_body() {
    let by_type = error(
        400,
        &[],
        r#"{"__type":"com.amazonaws.chime#ConflictException:http://x"}"#,
    )
    .await;
    assert_eq!(variant(&by_type), "Conflict");
    let by_code = error(400, &[], r#"{"code":"ResourceLimitExceededException"}"#).await;
    assert_eq!(variant(&by_code), "ResourceLimitExceeded");
}

#[tokio::test]
async fn unknown_error_keeps_status_name_message_and_request_id() {
    let headers = [("x-amzn-errortype", "TeapotException"), ("x-amzn-requestid", "8f2")];
    let error = error(418, &headers, r#"{"message":"short and stout"}"#).await;
    assert_eq!(variant(&error), "Other");
    assert_eq!(
        error.to_string(),
        "list_rooms: 418 TeapotException: short and stout (request id 8f2)"
    );
    assert_eq!(error.operation(), "list_rooms");
    assert_eq!(error.attempts(), 1);
    assert!(!error.is_retryable() && !error.is_timeout() && error.may_have_been_sent());
}

#[tokio::test]
async fn unreadable_response_is_reported_with_the_path_of_the_fault() {
    let error = error(
        200,
        &[("x-amzn-requestid", "8f2")],
        r#"{"Rooms":[{},{"CreatedTimestamp":"yesterday"}]}"#,
    )
    .await;
    assert_eq!(
        error.to_string(),
        "list_rooms: 200 with a body that cannot be read: at `Rooms[1].CreatedTimestamp`: invalid value: string, \
         expected an RFC 3339 date and time (request id 8f2)"
    );
    assert!(error.decode_error().unwrap().excerpt().starts_with("{\"Rooms\""));
}

#[tokio::test]
async fn nulls_read_as_absent() {
    let recorder = Recorder::default().answer(200, &[], r#"{"Rooms":null,"NextToken":null,"New":1}"#);
    let client = signed_at_sample_time("https://chime.us-east-1.amazonaws.com")
        .transport(recorder)
        .build()
        .unwrap();
    let page = client.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap();
    assert_eq!(page, chime_rooms::RoomPage::default());
}
