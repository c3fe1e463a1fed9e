//! Kubernetes: names of types with dots, a cursor inside a member, patches.

use std::collections::BTreeMap;

use rest_op::Bearer;
use serde_json::json;

use super::{client, serve};
use crate::imported::kubernetes::{
    CreateCoreV1NamespacedConfigMap, DeleteCoreV1NamespacedConfigMap, IoK8sApiCoreV1ConfigMap,
    IoK8sApimachineryPkgApisMetaV1DeleteOptions, IoK8sApimachineryPkgApisMetaV1ObjectMeta, Kubernetes,
    ListCoreV1NamespacedConfigMap, PatchCoreV1NamespacedConfigMap, ReadCoreV1NamespacedPodLog,
    WatchCoreV1NamespacedConfigMap,
};
use crate::prism::violations;

const PATHS: &[&str] = &[
    "/api/v1/namespaces/{namespace}/configmaps",
    "/api/v1/namespaces/{namespace}/configmaps/{name}",
    "/api/v1/watch/namespaces/{namespace}/configmaps/{name}",
    "/api/v1/namespaces/{namespace}/pods/{name}/log",
];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let prism = serve("kubernetes.io", PATHS, |document| {
        // The text that Prism would make is not base64.
        let map = &mut document["components"]["schemas"]["io.k8s.api.core.v1.ConfigMap"];
        map["properties"]["binaryData"]["example"] = json!({"icon": "iVBORw=="});
    });
    let Some(prism) = prism else { return };
    let kubernetes = client(&prism).auth(Bearer::new("s3cret")).build().unwrap();
    let (namespace, name) = ("default", "game-config");

    let options = ListCoreV1NamespacedConfigMap {
        label_selector: Some("app in (web, api)".to_owned()),
        limit: Some(500),
        resource_version: Some("0".to_owned()),
        allow_watch_bookmarks: Some(false),
        ..ListCoreV1NamespacedConfigMap::default()
    };
    let mut pages = kubernetes
        .list_core_v1_namespaced_config_map(namespace, &options)
        .pages();
    assert_eq!(pages.next().await.unwrap().unwrap().items.len(), 1);
    let map = IoK8sApiCoreV1ConfigMap {
        api_version: Some("v1".to_owned()),
        kind: Some("ConfigMap".to_owned()),
        metadata: Some(IoK8sApimachineryPkgApisMetaV1ObjectMeta {
            name: Some(name.to_owned()),
            labels: Some(BTreeMap::from([("app".to_owned(), "web".to_owned())])),
            ..IoK8sApimachineryPkgApisMetaV1ObjectMeta::default()
        }),
        data: Some(BTreeMap::from([("lives".to_owned(), "3".to_owned())])),
        binary_data: Some(BTreeMap::from([("icon".to_owned(), b"\x89PNG".to_vec().into())])),
        immutable: Some(false),
    };
    let create = CreateCoreV1NamespacedConfigMap {
        field_manager: Some("rest-op".to_owned()),
        ..CreateCoreV1NamespacedConfigMap::default()
    };
    kubernetes
        .create_core_v1_namespaced_config_map(namespace, &create, &map)
        .await
        .unwrap();
    let patch = BTreeMap::from([("data".to_owned(), json!({"lives": null}))]);
    let options = PatchCoreV1NamespacedConfigMap::default();
    kubernetes
        .patch_core_v1_namespaced_config_map(namespace, name, &options, &patch)
        .await
        .unwrap();
    let delete = IoK8sApimachineryPkgApisMetaV1DeleteOptions {
        propagation_policy: Some("Foreground".to_owned()),
        ..IoK8sApimachineryPkgApisMetaV1DeleteOptions::default()
    };
    let options = DeleteCoreV1NamespacedConfigMap::default();
    kubernetes
        .delete_core_v1_namespaced_config_map(namespace, name, &options, Some(&delete))
        .await
        .unwrap();
    let options = WatchCoreV1NamespacedConfigMap::default();
    kubernetes
        .watch_core_v1_namespaced_config_map(namespace, name, &options)
        .await
        .unwrap();
    let options = ReadCoreV1NamespacedPodLog {
        tail_lines: Some(10),
        ..ReadCoreV1NamespacedPodLog::default()
    };
    kubernetes
        .read_core_v1_namespaced_pod_log(namespace, name, &options)
        .await
        .unwrap();

    // What the types allow is what the document allows.
    let any = ReadCoreV1NamespacedPodLog::default();
    let call = kubernetes.read_core_v1_namespaced_pod_log(namespace, name, &any);
    let wrong = format!("{}?tailLines=ten", call.request().unwrap().uri());
    assert_eq!(violations(call.at(&wrong).await), ["query.taillines type"]);
}
