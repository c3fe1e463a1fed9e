//! Errors of one status that differ in their reason, and logs line by line.

use rest_op::{
    Api, ApiError, BoxError, ByteStream, Call, Client, DecodeError, ErrorResponse, JsonLines, Retry, TextLines, rest_op,
};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;
use serde_json::{Value, json};

trait Kubernetes: Api {
    /// <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/>
    #[rest_op(POST, "/api/v1/namespaces/<namespace>/configmaps")]
    fn create_config_map(&self, namespace: &str, #[body] config_map: &Value) -> Call<(), KubernetesError>;

    /// <https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/>
    #[rest_op(GET, "/api/v1/namespaces/<namespace>/pods/<name>/log?follow=true")]
    fn log(&self, namespace: &str, name: &str) -> Call<TextLines, KubernetesError>;

    /// <https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes>
    #[rest_op(GET, "/api/v1/namespaces/<namespace>/pods?watch=true")]
    fn watch(
        &self,
        namespace: &str,
        #[query("resourceVersion")] version: &str,
    ) -> Call<JsonLines<Change>, KubernetesError>;
}

impl Kubernetes for Client {}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum KubernetesError {
    #[api_error(status = 409)]
    Conflict(ErrorResponse),
    #[api_error(all(status = 409, code = "AlreadyExists"))]
    Exists(ErrorResponse),
    #[api_error(code = "NotFound", code = "AlreadyExists")]
    Elsewhere(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

/// A change of an object.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", content = "object", rename_all = "UPPERCASE")]
enum Change {
    Added(Value),
    Deleted(Value),
    #[serde(other)]
    Other,
}

/// <https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/>
fn status(code: u16, reason: &str) -> String {
    let message = format!("configmaps \"a\": {reason}");
    json!({"kind": "Status", "apiVersion": "v1", "status": "Failure", "message": message, "reason": reason, "code": code})
        .to_string()
}

async fn fail(code: u16, reason: &str) -> rest_op::Error<KubernetesError> {
    let recorder = Recorder::new().answer(code, &[], status(code, reason));
    let builder = Client::builder("https://cluster.example").transport(recorder);
    let client = builder.retry(Retry::none()).build().unwrap();
    client.create_config_map("default", &json!({})).await.unwrap_err()
}

#[tokio::test]
async fn status_with_code_precedes_code_and_code_precedes_status() {
    let exists = fail(409, "AlreadyExists").await;
    assert!(
        matches!(exists.service(), Some(KubernetesError::Exists(_))),
        "{exists:?}"
    );
    assert_eq!(
        exists.to_string(),
        "create_config_map: 409 AlreadyExists: configmaps \"a\": AlreadyExists"
    );
    let conflict = fail(409, "Conflict").await;
    assert!(
        matches!(conflict.service(), Some(KubernetesError::Conflict(_))),
        "{conflict:?}"
    );
    let elsewhere = fail(422, "AlreadyExists").await;
    assert!(
        matches!(elsewhere.service(), Some(KubernetesError::Elsewhere(_))),
        "{elsewhere:?}"
    );
    let other = fail(422, "Invalid").await;
    assert!(matches!(other.service(), Some(KubernetesError::Other(_))), "{other:?}");
}

async fn lines(mut log: TextLines) -> (Vec<String>, Option<BoxError>) {
    let mut lines = Vec::new();
    while let Some(line) = log.next().await {
        match line {
            Ok(line) => lines.push(line),
            Err(error) => {
                assert!(log.next().await.is_none());
                return (lines, Some(error));
            }
        }
    }
    (lines, None)
}

#[tokio::test]
async fn log_is_read_line_by_line() {
    let recorder = Recorder::new().answer(200, &[("content-type", "text/plain")], "a\r\n\n b\rc\n\u{e9}");
    let builder = Client::builder("https://cluster.example").transport(recorder.clone());
    let log = builder.build().unwrap().log("default", "web-0").await.unwrap();
    assert_eq!(lines(log).await.0, ["a", "", " b\rc", "\u{e9}"]);
    assert_eq!(
        recorder.lines(),
        ["GET /api/v1/namespaces/default/pods/web-0/log?follow=true"]
    );
}

#[tokio::test]
async fn line_that_is_not_text_is_named() {
    let (read, error) = lines(TextLines::new(ByteStream::from(b"a\n\xff\nb\n".to_vec()))).await;
    assert_eq!(read, ["a"]);
    let error = error.unwrap().downcast::<DecodeError>().unwrap();
    assert_eq!(
        error.to_string(),
        "at `line 2`: it is not UTF-8: invalid utf-8 sequence of 1 bytes from index 0; use `ByteStream` as the result type"
    );
}

#[tokio::test]
async fn changes_are_watched_line_by_line() {
    let lines = [
        json!({"type": "ADDED", "object": {"kind": "Pod"}}),
        json!({"type": "DELETED", "object": {"kind": "Pod"}}),
    ];
    let body = lines.map(|line| format!("{line}\n")).concat();
    let recorder = Recorder::new().answer(200, &[], body);
    let client = Client::builder("https://cluster.example")
        .transport(recorder.clone())
        .build()
        .unwrap();
    let mut changes = client.watch("default", "10245").await.unwrap();
    let pod = json!({"kind": "Pod"});
    assert_eq!(changes.next().await.unwrap().unwrap(), Change::Added(pod.clone()));
    assert_eq!(changes.next().await.unwrap().unwrap(), Change::Deleted(pod));
    assert!(changes.next().await.is_none());
    assert_eq!(
        recorder.lines(),
        ["GET /api/v1/namespaces/default/pods?watch=true&resourceVersion=10245"]
    );
}
