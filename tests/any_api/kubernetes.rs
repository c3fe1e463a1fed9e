//! Kubernetes: errors of one status that differ in their reason.

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde_json::{Value, json};

trait Kubernetes: Api {
    /// <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/>
    #[rest_op(POST, "/api/v1/namespaces/<namespace>/configmaps")]
    fn create_config_map(&self, namespace: &str, #[body] config_map: &Value) -> Call<(), KubernetesError>;
}

impl Kubernetes for Client {}

#[derive(Debug, ApiError)]
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
async fn status_with_code_goes_before_code_and_code_before_status() {
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
