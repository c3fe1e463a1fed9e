//! Kubernetes.
//!
//! From `kubernetes.io.json.gz`, version `unversioned`, SHA-256 `d6a55fd0e439b581a5e04358ce96814d3053b4c882f00cc084e17ef8b3d72609`:
//! `rest-op-import kubernetes.io.json.gz --op listCoreV1NamespacedConfigMap --op createCoreV1NamespacedConfigMap --op patchCoreV1NamespacedConfigMap --op deleteCoreV1NamespacedConfigMap --op watchCoreV1NamespacedConfigMap --op readCoreV1NamespacedPodLog`
//!
//! `Client::builder("https://kubernetes.local").auth(Bearer::new(token)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{
    Api, ApiError, Blob, Call, Client, ErrorResponse, FromResponse, Page, rest_op, serde_json::Value,
    timestamp::DateTime,
};
use serde::{Deserialize, Serialize};

/// The operations of Kubernetes.
pub trait Kubernetes: Api {
    /// List or watch objects of kind `ConfigMap`.
    #[rest_op(GET, "/api/v1/namespaces/<namespace>/configmaps")]
    fn list_core_v1_namespaced_config_map(
        &self,
        namespace: &str,
        #[query(flatten)] options: &ListCoreV1NamespacedConfigMap,
    ) -> Call<IoK8sApiCoreV1ConfigMapList, KubernetesError>;

    /// Create a `ConfigMap`.
    #[rest_op(POST, "/api/v1/namespaces/<namespace>/configmaps")]
    fn create_core_v1_namespaced_config_map(
        &self,
        namespace: &str,
        #[query(flatten)] options: &CreateCoreV1NamespacedConfigMap,
        #[body] body: &IoK8sApiCoreV1ConfigMap,
    ) -> Call<IoK8sApiCoreV1ConfigMap, KubernetesError>;

    /// Partially update the specified `ConfigMap`.
    #[rest_op(
        PATCH,
        "/api/v1/namespaces/<namespace>/configmaps/<name>",
        content_type = "application/merge-patch+json"
    )]
    fn patch_core_v1_namespaced_config_map(
        &self,
        namespace: &str,
        name: &str,
        #[query(flatten)] options: &PatchCoreV1NamespacedConfigMap,
        #[body] body: &BTreeMap<String, Value>,
    ) -> Call<IoK8sApiCoreV1ConfigMap, KubernetesError>;

    /// Delete a `ConfigMap`.
    #[rest_op(DELETE, "/api/v1/namespaces/<namespace>/configmaps/<name>")]
    fn delete_core_v1_namespaced_config_map(
        &self,
        namespace: &str,
        name: &str,
        #[query(flatten)] options: &DeleteCoreV1NamespacedConfigMap,
        #[body] body: Option<&IoK8sApimachineryPkgApisMetaV1DeleteOptions>,
    ) -> Call<IoK8sApimachineryPkgApisMetaV1Status, KubernetesError>;

    /// Watch changes to an object of kind `ConfigMap`. deprecated: use the 'watch' parameter with a
    /// list operation instead, filtered to a single item with the '`fieldSelector`' parameter.
    #[rest_op(GET, "/api/v1/watch/namespaces/<namespace>/configmaps/<name>")]
    fn watch_core_v1_namespaced_config_map(
        &self,
        namespace: &str,
        name: &str,
        #[query(flatten)] options: &WatchCoreV1NamespacedConfigMap,
    ) -> Call<IoK8sApimachineryPkgApisMetaV1WatchEvent, KubernetesError>;

    /// Read log of the specified Pod.
    #[rest_op(GET, "/api/v1/namespaces/<namespace>/pods/<name>/log")]
    fn read_core_v1_namespaced_pod_log(
        &self,
        namespace: &str,
        name: &str,
        #[query(flatten)] options: &ReadCoreV1NamespacedPodLog,
    ) -> Call<rest_op::Json<String>, KubernetesError>;
}

impl Kubernetes for Client {}

/// The optional parameters of
/// [`list_core_v1_namespaced_config_map`](Kubernetes::list_core_v1_namespaced_config_map).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListCoreV1NamespacedConfigMap {
    /// If 'true', then the output is pretty printed.
    pub pretty: Option<String>,
    /// `allowWatchBookmarks` requests watch events with type "BOOKMARK".
    pub allow_watch_bookmarks: Option<bool>,
    /// The continue option should be set when retrieving more results from the server.
    pub r#continue: Option<String>,
    /// A selector to restrict the list of returned objects by their fields.
    pub field_selector: Option<String>,
    /// A selector to restrict the list of returned objects by their labels.
    pub label_selector: Option<String>,
    /// Limit is a maximum number of responses to return for a list call.
    pub limit: Option<i64>,
    /// `resourceVersion` sets a constraint on what resource versions a request may be served from.
    pub resource_version: Option<String>,
    /// `resourceVersionMatch` determines how `resourceVersion` is applied to list calls.
    pub resource_version_match: Option<String>,
    /// `sendInitialEvents=true` may be set together with `watch=true`.
    pub send_initial_events: Option<bool>,
    /// Timeout for the list/watch call.
    pub timeout_seconds: Option<i64>,
    /// Watch for changes to the described resources and return them as a stream of add, update, and
    /// remove notifications.
    pub watch: Option<bool>,
}

/// `ConfigMapList` is a resource containing a list of `ConfigMap` objects.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "camelCase")]
// The names of the members suggest these pages; the description does not mention them.
#[page(next = query("continue"), at = "metadata.r#continue")]
pub struct IoK8sApiCoreV1ConfigMapList {
    /// `APIVersion` defines the versioned schema of this representation of an object.
    pub api_version: Option<String>,
    /// Items is the list of `ConfigMaps`.
    #[page(items)]
    pub items: Vec<IoK8sApiCoreV1ConfigMap>,
    /// Kind is a string value representing the REST resource this object represents.
    pub kind: Option<String>,
    /// The member `metadata`.
    pub metadata: Option<IoK8sApimachineryPkgApisMetaV1ListMeta>,
}

/// `ConfigMap` holds configuration data for pods to consume.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, FromResponse)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApiCoreV1ConfigMap {
    /// `APIVersion` defines the versioned schema of this representation of an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// `BinaryData` contains the binary data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub binary_data: Option<BTreeMap<String, Blob>>,
    /// Data contains the configuration data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<BTreeMap<String, String>>,
    /// Immutable, if set to true, ensures that data stored in the `ConfigMap` cannot be updated
    /// (only object metadata can be modified).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub immutable: Option<bool>,
    /// Kind is a string value representing the REST resource this object represents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The member `metadata`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<IoK8sApimachineryPkgApisMetaV1ObjectMeta>,
}

/// `ObjectMeta` is metadata that all persisted resources must have, which includes all objects
/// users must create.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1ObjectMeta {
    /// Annotations is an unstructured key value map stored with a resource that may be set by
    /// external tools to store and retrieve arbitrary metadata.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annotations: Option<BTreeMap<String, String>>,
    /// Time is a wrapper around time.Time which supports correct marshaling to YAML and JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creation_timestamp: Option<DateTime>,
    /// Number of seconds allowed for this object to gracefully terminate before it will be removed
    /// from the system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion_grace_period_seconds: Option<i64>,
    /// Time is a wrapper around time.Time which supports correct marshaling to YAML and JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion_timestamp: Option<DateTime>,
    /// Must be empty before the object is deleted from the registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finalizers: Option<Vec<String>>,
    /// `GenerateName` is an optional prefix, used by the server, to generate a unique name ONLY IF
    /// the Name field has not been provided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generate_name: Option<String>,
    /// A sequence number representing a specific generation of the desired state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation: Option<i64>,
    /// Map of string keys and values that can be used to organize and categorize (scope and select)
    /// objects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, String>>,
    /// `ManagedFields` maps workflow-id and version to the set of fields that are managed by that
    /// workflow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub managed_fields: Option<Vec<IoK8sApimachineryPkgApisMetaV1ManagedFieldsEntry>>,
    /// Name must be unique within a namespace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Namespace defines the space within which each name must be unique.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// List of objects depended by this object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_references: Option<Vec<IoK8sApimachineryPkgApisMetaV1OwnerReference>>,
    /// An opaque value that represents the internal version of this object that can be used by
    /// clients to determine when objects have changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_version: Option<String>,
    /// Deprecated: `selfLink` is a legacy read-only field that is no longer populated by the
    /// system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_link: Option<String>,
    /// UID is the unique in time and space value for this object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
}

/// `ManagedFieldsEntry` is a workflow-id, a `FieldSet` and the group version of the resource that
/// the fieldset applies to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1ManagedFieldsEntry {
    /// `APIVersion` defines the version of this resource that this field set applies to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// `FieldsType` is the discriminator for the different fields format and version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields_type: Option<String>,
    /// `FieldsV1` stores a set of fields in a data structure like a Trie, in JSON format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields_v1: Option<BTreeMap<String, Value>>,
    /// Manager is an identifier of the workflow managing these fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager: Option<String>,
    /// Operation is the type of operation which lead to this `ManagedFieldsEntry` being created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// Subresource is the name of the subresource used to update that object, or empty string if
    /// the object was updated through the main resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subresource: Option<String>,
    /// Time is a wrapper around time.Time which supports correct marshaling to YAML and JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<DateTime>,
}

/// `OwnerReference` contains enough information to let you identify an owning object.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1OwnerReference {
    /// API version of the referent.
    pub api_version: String,
    /// If true, AND if the owner has the "`foregroundDeletion`" finalizer, then the owner cannot be
    /// deleted from the key-value store until this reference is removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub block_owner_deletion: Option<bool>,
    /// If true, this reference points to the managing controller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub controller: Option<bool>,
    /// Kind of the referent.
    pub kind: String,
    /// Name of the referent.
    pub name: String,
    /// UID of the referent.
    pub uid: String,
}

/// `ListMeta` describes metadata that synthetic resources must have, including lists and various
/// status objects.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1ListMeta {
    /// Continue may be set if the user set a limit on the number of items returned, and indicates
    /// that the server has more data available.
    pub r#continue: Option<String>,
    /// `remainingItemCount` is the number of subsequent items in the list which are not included in
    /// this list response.
    pub remaining_item_count: Option<i64>,
    /// String that identifies the server's internal version of this object that can be used by
    /// clients to determine when objects have changed.
    pub resource_version: Option<String>,
    /// Deprecated: `selfLink` is a legacy read-only field that is no longer populated by the
    /// system.
    pub self_link: Option<String>,
}

/// The optional parameters of
/// [`create_core_v1_namespaced_config_map`](Kubernetes::create_core_v1_namespaced_config_map).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CreateCoreV1NamespacedConfigMap {
    /// If 'true', then the output is pretty printed.
    pub pretty: Option<String>,
    /// When present, indicates that modifications should not be persisted.
    pub dry_run: Option<String>,
    /// `fieldManager` is a name associated with the actor or entity that is making these changes.
    pub field_manager: Option<String>,
    /// `fieldValidation` instructs the server on how to handle objects in the request
    /// (POST/PUT/PATCH) containing unknown or duplicate fields.
    pub field_validation: Option<String>,
}

/// The optional parameters of
/// [`patch_core_v1_namespaced_config_map`](Kubernetes::patch_core_v1_namespaced_config_map).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PatchCoreV1NamespacedConfigMap {
    /// If 'true', then the output is pretty printed.
    pub pretty: Option<String>,
    /// When present, indicates that modifications should not be persisted.
    pub dry_run: Option<String>,
    /// `fieldManager` is a name associated with the actor or entity that is making these changes.
    pub field_manager: Option<String>,
    /// `fieldValidation` instructs the server on how to handle objects in the request
    /// (POST/PUT/PATCH) containing unknown or duplicate fields.
    pub field_validation: Option<String>,
    /// Force is going to "force" Apply requests.
    pub force: Option<bool>,
}

/// The optional parameters of
/// [`delete_core_v1_namespaced_config_map`](Kubernetes::delete_core_v1_namespaced_config_map).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeleteCoreV1NamespacedConfigMap {
    /// If 'true', then the output is pretty printed.
    pub pretty: Option<String>,
    /// When present, indicates that modifications should not be persisted.
    pub dry_run: Option<String>,
    /// The duration in seconds before the object should be deleted.
    pub grace_period_seconds: Option<i64>,
    /// Deprecated: please use the `PropagationPolicy`, this field will be deprecated in 1.7.
    pub orphan_dependents: Option<bool>,
    /// Whether and how garbage collection will be performed.
    pub propagation_policy: Option<String>,
}

/// `DeleteOptions` may be provided when deleting an API object.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1DeleteOptions {
    /// `APIVersion` defines the versioned schema of this representation of an object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_version: Option<String>,
    /// When present, indicates that modifications should not be persisted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dry_run: Option<Vec<String>>,
    /// The duration in seconds before the object should be deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grace_period_seconds: Option<i64>,
    /// Kind is a string value representing the REST resource this object represents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Deprecated: please use the `PropagationPolicy`, this field will be deprecated in 1.7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orphan_dependents: Option<bool>,
    /// The member `preconditions`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preconditions: Option<IoK8sApimachineryPkgApisMetaV1Preconditions>,
    /// Whether and how garbage collection will be performed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub propagation_policy: Option<String>,
}

/// Preconditions must be fulfilled before an operation (update, delete, etc.) is carried out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1Preconditions {
    /// Specifies the target `ResourceVersion`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_version: Option<String>,
    /// Specifies the target UID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
}

/// Status is a return value for calls that don't return other objects.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1Status {
    /// `APIVersion` defines the versioned schema of this representation of an object.
    pub api_version: Option<String>,
    /// Suggested HTTP return code for this status, 0 if not set.
    pub code: Option<i32>,
    /// The member `details`.
    pub details: Option<IoK8sApimachineryPkgApisMetaV1StatusDetails>,
    /// Kind is a string value representing the REST resource this object represents.
    pub kind: Option<String>,
    /// A human-readable description of the status of this operation.
    pub message: Option<String>,
    /// The member `metadata`.
    pub metadata: Option<IoK8sApimachineryPkgApisMetaV1ListMeta>,
    /// A machine-readable description of why this operation is in the "Failure" status.
    pub reason: Option<String>,
    /// Status of the operation.
    pub status: Option<String>,
}

/// `StatusDetails` is a set of additional properties that MAY be set by the server to provide
/// additional information about a response.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IoK8sApimachineryPkgApisMetaV1StatusDetails {
    /// The Causes array includes more details associated with the `StatusReason` failure.
    pub causes: Option<Vec<IoK8sApimachineryPkgApisMetaV1StatusCause>>,
    /// The group attribute of the resource associated with the status `StatusReason`.
    pub group: Option<String>,
    /// The kind attribute of the resource associated with the status `StatusReason`.
    pub kind: Option<String>,
    /// The name attribute of the resource associated with the status `StatusReason` (when there is
    /// a single name which can be described).
    pub name: Option<String>,
    /// If specified, the time in seconds before the operation should be retried.
    pub retry_after_seconds: Option<i32>,
    /// UID of the resource. (when there is a single resource which can be described).
    pub uid: Option<String>,
}

/// `StatusCause` provides more information about an api.Status failure, including cases when
/// multiple errors are encountered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct IoK8sApimachineryPkgApisMetaV1StatusCause {
    /// The field of the resource that has caused this error, as named by its JSON serialization.
    pub field: Option<String>,
    /// A human-readable description of the cause of the error.
    pub message: Option<String>,
    /// A machine-readable description of the cause of the error.
    pub reason: Option<String>,
}

/// The optional parameters of
/// [`watch_core_v1_namespaced_config_map`](Kubernetes::watch_core_v1_namespaced_config_map).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WatchCoreV1NamespacedConfigMap {
    /// `allowWatchBookmarks` requests watch events with type "BOOKMARK".
    pub allow_watch_bookmarks: Option<bool>,
    /// The continue option should be set when retrieving more results from the server.
    pub r#continue: Option<String>,
    /// A selector to restrict the list of returned objects by their fields.
    pub field_selector: Option<String>,
    /// A selector to restrict the list of returned objects by their labels.
    pub label_selector: Option<String>,
    /// Limit is a maximum number of responses to return for a list call.
    pub limit: Option<i64>,
    /// If 'true', then the output is pretty printed.
    pub pretty: Option<String>,
    /// `resourceVersion` sets a constraint on what resource versions a request may be served from.
    pub resource_version: Option<String>,
    /// `resourceVersionMatch` determines how `resourceVersion` is applied to list calls.
    pub resource_version_match: Option<String>,
    /// `sendInitialEvents=true` may be set together with `watch=true`.
    pub send_initial_events: Option<bool>,
    /// Timeout for the list/watch call.
    pub timeout_seconds: Option<i64>,
    /// Watch for changes to the described resources and return them as a stream of add, update, and
    /// remove notifications.
    pub watch: Option<bool>,
}

/// Event represents a single event to a watched resource.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct IoK8sApimachineryPkgApisMetaV1WatchEvent {
    /// `RawExtension` is used to hold extensions in external versions.
    pub object: BTreeMap<String, Value>,
    /// The member `type`.
    pub r#type: String,
}

/// The optional parameters of
/// [`read_core_v1_namespaced_pod_log`](Kubernetes::read_core_v1_namespaced_pod_log).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadCoreV1NamespacedPodLog {
    /// The container for which to stream logs.
    pub container: Option<String>,
    /// Follow the log stream of the pod.
    pub follow: Option<bool>,
    /// insecureSkipTLSVerifyBackend indicates that the apiserver should not confirm the validity of
    /// the serving certificate of the backend it is connecting to.
    #[serde(rename = "insecureSkipTLSVerifyBackend")]
    pub insecure_skip_tls_verify_backend: Option<bool>,
    /// If set, the number of bytes to read from the server before terminating the log output.
    pub limit_bytes: Option<i64>,
    /// If 'true', then the output is pretty printed.
    pub pretty: Option<String>,
    /// Return previous terminated container logs.
    pub previous: Option<bool>,
    /// A relative time in seconds before the current time from which to show logs.
    pub since_seconds: Option<i64>,
    /// If set, the number of lines from the end of the logs to show.
    pub tail_lines: Option<i64>,
    /// If true, add an RFC3339 or `RFC3339Nano` timestamp at the beginning of every line of log
    /// output.
    pub timestamps: Option<bool>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum KubernetesError {
    /// Unauthorized.
    #[api_error(status = 401)]
    Unauthorized(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
