//! GitHub's GraphQL: one endpoint, results under `data`, errors in responses of status 200.

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::{Deserialize, Serialize};

trait GitHub: Api {
    /// <https://docs.github.com/en/graphql/reference/queries#viewer>
    #[rest_op(POST, "/graphql")]
    fn viewer(&self, #[body] query: &Query) -> Call<Viewer, GraphQlError>;

    #[rest_op(POST, "/graphql")]
    fn limited_viewer(&self, #[body] query: &Query) -> Call<Limited, GraphQlError>;

    #[rest_op(POST, "/graphql")]
    fn first_repository(&self, #[body] query: &Query) -> Call<First<Repository>, GraphQlError>;
}

impl GitHub for Client {}

#[derive(Serialize)]
struct Query {
    query: &'static str,
}

#[derive(Debug, PartialEq, Deserialize, FromResponse)]
#[from_response(member = "data.viewer")]
struct Viewer {
    login: String,
}

/// A member of the body, with a value from a header.
#[derive(Debug, PartialEq, FromResponse)]
#[from_response(member = "data.viewer")]
struct Limited {
    #[from_response(header = "x-ratelimit-remaining")]
    remaining: u32,
    login: String,
}

/// The first item of a list.
#[derive(Debug, PartialEq, Deserialize, FromResponse)]
#[serde(transparent)]
#[from_response(member = "data.viewer.repositories.nodes[0]")]
struct First<T>(T);

#[derive(Debug, PartialEq, Deserialize)]
struct Repository {
    name: String,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api_error(when("errors"), code_at = "errors[0].type")]
enum GraphQlError {
    #[api_error(code = "NOT_FOUND")]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

const QUERY: Query = Query {
    query: "{viewer{login}}",
};

fn client(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://api.github.com").transport(recorder.clone());
    builder.retry(Retry::none()).build().unwrap()
}

fn answering(body: &str) -> Client {
    client(&Recorder::new().answer(200, &[("x-ratelimit-remaining", "7")], body.to_owned()))
}

#[tokio::test]
async fn result_is_a_member_of_the_body() {
    let body =
        r#"{"data":{"viewer":{"login":"octocat","repositories":{"nodes":[{"name":"a"},{"name":"b"}]}}},"errors":[]}"#;
    let recorder = Recorder::new().answer(200, &[], body);
    let viewer = client(&recorder).viewer(&QUERY).await.unwrap();
    assert_eq!(viewer.login, "octocat");
    assert_eq!(recorder.lines(), ["POST /graphql"]);
    let request = &recorder.requests()[0];
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(request.body(), r#"{"query":"{viewer{login}}"}"#);

    let limited = answering(body).limited_viewer(&QUERY).await.unwrap();
    assert_eq!((limited.remaining, &*limited.login), (7, "octocat"));
    let First(repository) = answering(body).first_repository(&QUERY).await.unwrap();
    assert_eq!(repository.name, "a");
}

#[tokio::test]
async fn path_of_a_fault_in_a_member_starts_at_the_body() {
    for (body, fault) in [
        (r#"{"data":{}}"#, "at `data.viewer`: missing member"),
        (r#"{"data":null}"#, "at `data.viewer`: missing member"),
        ("[]", "at `data.viewer`: missing member"),
        ("", "at `data.viewer`: missing member; the response has no body"),
        (r#"{"data":{"viewer":{}}}"#, "at `data.viewer`: missing field `login`"),
        (
            r#"{"data":{"viewer":{"login":7}}}"#,
            "at `data.viewer.login`: invalid type: integer, expected a string",
        ),
        (
            r#"{"data":{"viewer":null}}"#,
            "at `data.viewer`: invalid type: null, expected struct Viewer",
        ),
    ] {
        let error = answering(body).viewer(&QUERY).await.unwrap_err();
        let expected = format!("viewer: 200 with a body that cannot be read: {fault}");
        assert_eq!(error.to_string(), expected, "{body}");
    }
    let error = answering("<html>").viewer(&QUERY).await.unwrap_err();
    assert_eq!(error.decode_error().unwrap().path(), ".");
}

#[tokio::test]
async fn errors_beside_data_are_an_error() {
    let body =
        r#"{"data":{"viewer":null},"errors":[{"type":"NOT_FOUND","path":["viewer"],"message":"Could not resolve"}]}"#;
    let error = answering(body).viewer(&QUERY).await.unwrap_err();
    assert!(matches!(error.service(), Some(GraphQlError::NotFound(_))), "{error:?}");
    assert_eq!(error.to_string(), "viewer: 200 NOT_FOUND: Could not resolve");
    let body = r#"{"errors":[{"message":"Parse error on \"}\""}]}"#;
    let error = answering(body).viewer(&QUERY).await.unwrap_err();
    assert!(matches!(error.service(), Some(GraphQlError::Other(_))), "{error:?}");
    assert_eq!(
        error.to_string(),
        "viewer: 200 with an error in its body: Parse error on \"}\""
    );
}
