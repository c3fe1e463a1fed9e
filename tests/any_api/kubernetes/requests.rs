//! Three types of patches, selectors, `DELETE` with a body, server-side apply.

use rest_op::{Api, Call, Client, FromResponse, rest_op};
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

trait Pods: Api {
    /// Lists pods.
    #[rest_op(GET, "/api/v1/namespaces/<namespace>/pods")]
    fn list_pods(&self, namespace: &str, #[query(flatten)] options: &ListOptions<'_>) -> Call<PodList>;

    /// Merges a patch into a pod.
    #[rest_op(
        PATCH,
        "/api/v1/namespaces/<namespace>/pods/<name>",
        content_type = "application/merge-patch+json"
    )]
    fn merge_pod(&self, namespace: &str, name: &str, #[body] patch: &Value) -> Call<Pod>;

    /// Patches a pod, its lists by the keys of their items.
    #[rest_op(
        PATCH,
        "/api/v1/namespaces/<namespace>/pods/<name>",
        content_type = "application/strategic-merge-patch+json"
    )]
    fn patch_pod(&self, namespace: &str, name: &str, #[body] patch: &Value) -> Call<Pod>;

    /// Applies the operations of a JSON patch.
    #[rest_op(
        PATCH,
        "/api/v1/namespaces/<namespace>/pods/<name>",
        content_type = "application/json-patch+json"
    )]
    fn edit_pod(&self, namespace: &str, name: &str, #[body] operations: &[JsonPatch<'_>]) -> Call<Pod>;

    /// Applies a manifest.
    #[rest_op(
        PATCH,
        "/api/v1/namespaces/<namespace>/pods/<name>",
        idempotent,
        content_type = "application/apply-patch+yaml"
    )]
    fn apply_pod(
        &self,
        namespace: &str,
        name: &str,
        #[query("fieldManager")] field_manager: &str,
        #[query] force: Option<bool>,
        #[body(text)] manifest: &str,
    ) -> Call<Pod>;

    /// Deletes a pod.
    #[rest_op(DELETE, "/api/v1/namespaces/<namespace>/pods/<name>")]
    fn delete_pod(&self, namespace: &str, name: &str, #[body] options: Option<&DeleteOptions<'_>>) -> Call<Value>;
}

impl Pods for Client {}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct ListOptions<'a> {
    label_selector: Option<&'a str>,
    field_selector: Option<&'a str>,
    limit: Option<u32>,
    #[serde(rename = "continue")]
    continuation: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonPatch<'a> {
    op: &'a str,
    path: &'a str,
    value: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DeleteOptions<'a> {
    grace_period_seconds: u32,
    propagation_policy: &'a str,
}

#[derive(Deserialize, FromResponse)]
struct PodList {
    #[serde(rename = "items")]
    _items: Vec<Pod>,
}

#[derive(Deserialize, FromResponse)]
struct Pod {
    #[serde(rename = "metadata")]
    _metadata: Value,
}

fn client() -> Client {
    Client::builder("https://kubernetes.example.com:6443").build().unwrap()
}

const POD: &str = "https://kubernetes.example.com:6443/api/v1/namespaces/default/pods/web-0";

#[test]
fn each_patch_has_a_media_type_of_its_own() {
    let patch = json!({"metadata": {"labels": {"tier": null}}});
    let edit = [JsonPatch {
        op: "replace",
        path: "/spec/containers/0/image",
        value: json!("nginx:1.27"),
    }];
    for (call, media_type, body) in [
        (
            client().merge_pod("default", "web-0", &patch),
            "application/merge-patch+json",
            r#"{"metadata":{"labels":{"tier":null}}}"#,
        ),
        (
            client().patch_pod("default", "web-0", &patch),
            "application/strategic-merge-patch+json",
            r#"{"metadata":{"labels":{"tier":null}}}"#,
        ),
        (
            client().edit_pod("default", "web-0", &edit),
            "application/json-patch+json",
            r#"[{"op":"replace","path":"/spec/containers/0/image","value":"nginx:1.27"}]"#,
        ),
    ] {
        assert_eq!(
            wire::text(&call.request().unwrap()),
            format!("PATCH {POD}\naccept: application/json\ncontent-type: {media_type}\n\n{body}")
        );
    }
    let call = client().apply_pod("default", "web-0", "tests", Some(true), "kind: Pod\n");
    assert_eq!(
        wire::text(&call.request().unwrap()),
        format!(
            "PATCH {POD}?fieldManager=tests&force=true\n\
             accept: application/json\ncontent-type: application/apply-patch+yaml\n\nkind: Pod\n"
        )
    );
}

#[test]
fn selectors_are_encoded_and_deletes_have_a_body() {
    let options = ListOptions {
        label_selector: Some("app in (web,api),tier!=cache"),
        limit: Some(500),
        ..ListOptions::default()
    };
    let request = client().list_pods("default", &options).request().unwrap();
    assert_eq!(
        request.uri().path_and_query().unwrap(),
        "/api/v1/namespaces/default/pods?labelSelector=app%20in%20%28web%2Capi%29%2Ctier%21%3Dcache&limit=500"
    );
    let options = DeleteOptions {
        grace_period_seconds: 0,
        propagation_policy: "Background",
    };
    assert_eq!(
        wire::text(
            &client()
                .delete_pod("default", "web-0", Some(&options))
                .request()
                .unwrap()
        ),
        format!(
            "DELETE {POD}\naccept: application/json\ncontent-type: application/json\n\n\
             {{\"gracePeriodSeconds\":0,\"propagationPolicy\":\"Background\"}}"
        )
    );
    assert_eq!(
        wire::text(&client().delete_pod("default", "web-0", None).request().unwrap()),
        format!("DELETE {POD}\naccept: application/json")
    );
}
