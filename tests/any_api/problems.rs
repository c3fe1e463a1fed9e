//! Errors of plain REST services: problem details (RFC 9457), and statuses alone.

use rest_op::{Api, ApiError, Call, Client, Error, ErrorResponse, FromResponse, Json, Problem, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Bank: Api {
    #[rest_op(GET, "/balance")]
    fn balance(&self) -> Call<(), Problem>;

    #[rest_op(GET, "/typed")]
    fn typed(&self) -> Call<(), BankError>;

    #[rest_op(HEAD, "/exists")]
    fn exists(&self) -> Call<(), ByStatus>;
}

/// Errors that are structs of their own.
trait Modeled: Api {
    #[rest_op(GET, "/modeled")]
    fn modeled(&self) -> Call<(), ModeledError>;
}

impl Bank for Client {}
impl Modeled for Client {}

#[derive(Debug, PartialEq, Deserialize, FromResponse)]
struct Lower {
    message: Option<String>,
}

#[derive(Debug, PartialEq, FromResponse)]
struct Upper {
    #[serde(rename = "Message")]
    message: Option<String>,
    #[from_response(status)]
    status: u16,
}

/// Rejects unknown names, and both spellings of one name together.
#[derive(Debug, PartialEq, Deserialize, FromResponse)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(alias = "Message")]
    message: String,
}

#[derive(Debug, ApiError)]
enum ModeledError {
    #[api_error(status = 400)]
    Lower(Lower),
    #[api_error(status = 404)]
    Upper(Upper),
    #[api_error(status = 409)]
    Strict(Strict),
    #[api_error(status = 422)]
    Json(Json<Lower>),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[derive(Debug, ApiError)]
#[api_error(response)]
enum BankError {
    #[api_error(code = "https://example.com/probs/out-of-credit")]
    OutOfCredit(Problem),
    #[api_error(status = 409)]
    Conflict(Problem),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[derive(Debug, ApiError)]
enum ByStatus {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(status = 410)]
    Gone,
    #[api_error(other)]
    Other(ErrorResponse),
}

fn answering(status: u16, media_type: &str, body: &'static str) -> Client {
    let recorder = Recorder::new().answer(status, &[("content-type", media_type)], body);
    let client = Client::builder("https://api.example.com")
        .transport(recorder)
        .retry(Retry::none());
    client.build().unwrap()
}

const JSON: &str = "application/problem+json; charset=utf-8";
/// The example of RFC 9457, section 3.
const OUT_OF_CREDIT: &str = r#"{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit.",
    "detail":"Your current balance is 30, but that costs 50.","instance":"/account/12345/msgs/abc",
    "balance":30,"accounts":["/account/12345","/account/67890"]}"#;

#[tokio::test]
async fn problem_is_read_with_its_extension_members() {
    let error = answering(403, JSON, OUT_OF_CREDIT).balance().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "balance: 403 https://example.com/probs/out-of-credit: Your current balance is 30, but that costs 50."
    );
    assert_eq!(error.code(), Some("https://example.com/probs/out-of-credit"));
    let problem = error.service().unwrap();
    assert_eq!(problem.problem_type(), "https://example.com/probs/out-of-credit");
    assert_eq!(problem.title(), Some("You do not have enough credit."));
    assert_eq!(problem.detail(), Some("Your current balance is 30, but that costs 50."));
    assert_eq!(problem.instance(), Some("/account/12345/msgs/abc"));
    assert_eq!(problem.extension("balance"), Some(30));
    assert_eq!(
        problem.extension("accounts"),
        Some(vec!["/account/12345".to_owned(), "/account/67890".to_owned()])
    );
    assert_eq!(problem.extension::<u8>("accounts"), None);
    assert_eq!(problem.status(), 403);
    assert_eq!(
        problem.to_string(),
        "403 You do not have enough credit: Your current balance is 30, but that costs 50."
    );
    assert!(!format!("{problem:?}").contains("67890"), "{problem:?}");
}

#[tokio::test]
async fn body_that_is_not_a_problem_becomes_one_of_its_status() {
    for body in ["<html>", "", "[1]", r#"{"type":7,"title":null,"status":"200"}"#] {
        let error: Error<Problem> = answering(403, "text/html", body).balance().await.unwrap_err();
        let problem = error.service().unwrap();
        assert_eq!(
            (
                problem.problem_type(),
                problem.title(),
                problem.detail(),
                problem.status().as_u16()
            ),
            ("about:blank", Some("Forbidden"), None, 403),
            "{body}"
        );
        assert_eq!(error.code(), None);
    }
}

#[tokio::test]
async fn every_variant_returns_its_response() {
    for (status, body) in [(403, OUT_OF_CREDIT), (409, "{}"), (500, "")] {
        let error = answering(status, JSON, body).typed().await.unwrap_err();
        let response = error.response().unwrap();
        let of_variant = error.service().unwrap().response();
        assert_eq!(
            (of_variant.status().as_u16(), of_variant.body()),
            (status, response.body())
        );
        assert_eq!(of_variant.to_string(), response.to_string());
    }
}

#[tokio::test]
async fn variants_are_chosen_by_the_type_of_a_problem_and_by_status() {
    let out_of_credit = answering(403, JSON, OUT_OF_CREDIT).typed().await.unwrap_err();
    let Some(BankError::OutOfCredit(problem)) = out_of_credit.service() else {
        panic!("{out_of_credit:?}")
    };
    assert_eq!(problem.extension("balance"), Some(30));
    // Outside a problem `type` is data.
    let data = answering(403, "application/json", OUT_OF_CREDIT)
        .typed()
        .await
        .unwrap_err();
    assert!(matches!(data.service(), Some(BankError::Other(_))), "{data:?}");
    let conflict = answering(409, JSON, r#"{"type":"about:blank","title":"Conflict"}"#);
    let conflict = conflict.typed().await.unwrap_err();
    assert!(
        matches!(conflict.service(), Some(BankError::Conflict(problem)) if problem.status() == 409),
        "{conflict:?}"
    );
    let html = answering(409, "text/html", "<html>").typed().await.unwrap_err();
    assert!(
        matches!(html.service(), Some(BankError::Other(response)) if response.body() == "<html>"),
        "{html:?}"
    );
}

#[tokio::test]
async fn errors_without_a_body_are_typed_by_status_alone() {
    let error = |status| async move { answering(status, JSON, "").exists().await.unwrap_err() };
    assert!(matches!(error(404).await.service(), Some(ByStatus::NotFound)));
    assert!(matches!(error(410).await.service(), Some(ByStatus::Gone)));
    let teapot = error(418).await;
    assert!(matches!(teapot.service(), Some(ByStatus::Other(response)) if response.status() == 418));
    assert_eq!(teapot.to_string(), "exists: 418 I'm a teapot");
}

/// AWS sends one spelling and declares the other: smithy-rs's cases `UpperErrorModeledLower` and
/// `LowerErrorModeledUpper`.
#[tokio::test]
async fn message_of_an_error_is_read_with_either_case_of_its_first_letter() {
    for body in [r#"{"Message":"hello"}"#, r#"{"message":"hello"}"#] {
        let message = || Some("hello".to_owned());
        for status in [400, 404, 409, 422, 403] {
            let error = answering(status, "application/json", body).modeled().await.unwrap_err();
            assert_eq!(error.message(), Some("hello"));
            let is_read = match error.service().unwrap() {
                ModeledError::Lower(error) | ModeledError::Json(Json(error)) => error.message == message(),
                ModeledError::Upper(error) => {
                    *error
                        == Upper {
                            message: message(),
                            status,
                        }
                }
                ModeledError::Strict(error) => error.message == "hello",
                ModeledError::Other(response) => status == 403 && response.body() == body,
            };
            assert!(is_read, "{body}: {error:?}");
        }
    }
    let nested = answering(403, JSON, r#"{"error":{"Message":"hello"}}"#);
    assert_eq!(nested.balance().await.unwrap_err().message(), Some("hello"));
}

#[tokio::test]
async fn compressed_body_of_an_error_is_reported_and_not_shown() {
    let packed = b"\x1f\x8b\x08\0\0\0\0\0".as_slice();
    let message = "the body is compressed with `gzip`; the feature `compression` decodes gzip and deflate";
    for (headers, expected) in [
        (
            &[("content-encoding", "gzip")][..],
            format!("exists: 403 Forbidden: {message}"),
        ),
        (
            &[("content-encoding", "gzip"), ("x-amzn-errortype", "AccessDenied")],
            format!("exists: 403 AccessDenied: {message}"),
        ),
    ] {
        let recorder = Recorder::new().answer(403, headers, packed);
        let client = Client::builder("https://api.example.com").transport(recorder);
        let error = client.build().unwrap().exists().await.unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let recorder = Recorder::new().answer(403, &[("content-encoding", "gzip")], "");
    let client = Client::builder("https://api.example.com").transport(recorder);
    let error = client.build().unwrap().exists().await.unwrap_err();
    assert_eq!(error.to_string(), "exists: 403 Forbidden");
}
