//! Docker Engine API.
//!
//! From `docker.com-engine.json.gz`, version `1.33`, SHA-256 `9ff67c98c411f32e98e08fdabc032072d5bc02e55a4f45134be02eb4b0145dfc`:
//! `rest-op-import docker.com-engine.json.gz --op ContainerList --op ContainerLogs --op SystemEvents --op ImageBuild --op ImageCreate --op PutContainerArchive --op ExecStart`
//!
//! `Client::builder(endpoint).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, ApiError, Bytes, Call, Client, ErrorResponse, FromResponse, rest_op};
use serde::{Deserialize, Serialize};

/// The operations of Docker Engine API.
pub trait DockerEngine: Api {
    /// List containers.
    #[rest_op(GET, "/v1.33/containers/json")]
    fn container_list(
        &self,
        #[query(flatten)] options: &ContainerList,
    ) -> Call<Vec<ContainerSummaryItem>, DockerEngineError>;

    /// Get container logs.
    #[rest_op(GET, "/v1.33/containers/<id>/logs")]
    fn container_logs(
        &self,
        id: &str,
        #[query(flatten)] options: &ContainerLogs,
    ) -> Call<rest_op::Json<String>, DockerEngineError>;

    /// Monitor events.
    #[rest_op(GET, "/v1.33/events")]
    fn system_events(&self, #[query(flatten)] options: &SystemEvents) -> Call<SystemEventsResponse, DockerEngineError>;

    /// Build an image.
    #[rest_op(POST, "/v1.33/build")]
    fn image_build(
        &self,
        #[query(flatten)] options: &ImageBuild,
        #[header("x-registry-config")] x_registry_config: Option<&str>,
        #[body(bytes)] body: Option<Bytes>,
    ) -> Call<(), DockerEngineError>;

    /// Create an image.
    #[rest_op(POST, "/v1.33/images/create")]
    fn image_create(
        &self,
        #[query(flatten)] options: &ImageCreate,
        #[header("x-registry-auth")] x_registry_auth: Option<&str>,
        #[body(text)] body: Option<&str>,
    ) -> Call<(), DockerEngineError>;

    /// Extract an archive of files or folders to a directory in a container.
    #[rest_op(PUT, "/v1.33/containers/<id>/archive")]
    fn put_container_archive(
        &self,
        id: &str,
        #[query] path: &str,
        #[query("noOverwriteDirNonDir")] no_overwrite_dir_non_dir: Option<&str>,
        #[body(text)] body: &str,
    ) -> Call<(), DockerEngineError>;

    /// Start an exec instance.
    #[rest_op(POST, "/v1.33/exec/<id>/start")]
    fn exec_start(&self, id: &str, #[body] body: Option<&ExecStartRequest>) -> Call<(), DockerEngineError>;
}

impl DockerEngine for Client {}

/// The optional parameters of [`container_list`](DockerEngine::container_list).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ContainerList {
    /// Return all containers.
    pub all: Option<bool>,
    /// Return this number of most recently created containers, including non-running ones.
    pub limit: Option<i64>,
    /// Return the size of container as fields `SizeRw` and `SizeRootFs`.
    pub size: Option<bool>,
    /// Filters to process on the container list, encoded as JSON (a `map[string][]string`).
    pub filters: Option<String>,
}

/// An item of the result of [`container_list`](DockerEngine::container_list).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainerSummaryItem {
    /// Command to run when starting the container.
    pub command: Option<String>,
    /// When the container was created.
    pub created: Option<i64>,
    /// The member `HostConfig`.
    pub host_config: Option<ContainerSummaryItemHostConfig>,
    /// The ID of this container.
    pub id: Option<String>,
    /// The name of the image used when creating this container.
    pub image: Option<String>,
    /// The ID of the image that this container was created from.
    #[serde(rename = "ImageID")]
    pub image_id: Option<String>,
    /// User-defined key/value metadata.
    pub labels: Option<BTreeMap<String, String>>,
    /// The member `Mounts`.
    pub mounts: Option<Vec<Mount>>,
    /// The names that this container has been given.
    pub names: Option<Vec<String>>,
    /// A summary of the container's network settings.
    pub network_settings: Option<ContainerSummaryItemNetworkSettings>,
    /// The ports exposed by this container.
    pub ports: Option<Vec<Port>>,
    /// The total size of all the files in this container.
    pub size_root_fs: Option<i64>,
    /// The size of files that have been created or changed by this container.
    pub size_rw: Option<i64>,
    /// The state of this container (e.g. `Exited`).
    pub state: Option<String>,
    /// Additional human-readable status of this container (e.g. `Exit 0`).
    pub status: Option<String>,
}

/// The `HostConfig` of [`ContainerSummaryItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainerSummaryItemHostConfig {
    /// The member `NetworkMode`.
    pub network_mode: Option<String>,
}

/// A mount.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Mount {
    /// Optional configuration for the `bind` type.
    pub bind_options: Option<MountBindOptions>,
    /// The consistency requirement for the mount: `default`, `consistent`, `cached`, or
    /// `delegated`.
    pub consistency: Option<String>,
    /// Whether the mount should be read-only.
    pub read_only: Option<bool>,
    /// Mount source (e.g. a volume name, a host path).
    pub source: Option<String>,
    /// Container path.
    pub target: Option<String>,
    /// Optional configuration for the `tmpfs` type.
    pub tmpfs_options: Option<MountTmpfsOptions>,
    /// The mount type.
    pub r#type: Option<MountType>,
    /// Optional configuration for the `volume` type.
    pub volume_options: Option<MountVolumeOptions>,
}

/// Optional configuration for the `bind` type.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MountBindOptions {
    /// A propagation mode with the value `[r]private`, `[r]shared`, or `[r]slave`.
    pub propagation: Option<MountBindOptionsPropagation>,
}

/// A propagation mode with the value `[r]private`, `[r]shared`, or `[r]slave`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MountBindOptionsPropagation {
    /// `private`
    Private,
    /// `rprivate`
    Rprivate,
    /// `shared`
    Shared,
    /// `rshared`
    Rshared,
    /// `slave`
    Slave,
    /// `rslave`
    Rslave,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Optional configuration for the `tmpfs` type.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MountTmpfsOptions {
    /// The permission mode for the tmpfs mount in an integer.
    pub mode: Option<i64>,
    /// The size for the tmpfs mount in bytes.
    pub size_bytes: Option<i64>,
}

/// The mount type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MountType {
    /// `bind`
    Bind,
    /// `volume`
    Volume,
    /// `tmpfs`
    Tmpfs,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Optional configuration for the `volume` type.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MountVolumeOptions {
    /// Map of driver specific options.
    pub driver_config: Option<MountVolumeOptionsDriverConfig>,
    /// User-defined key/value metadata.
    pub labels: Option<BTreeMap<String, String>>,
    /// Populate volume with data from the target.
    pub no_copy: Option<bool>,
}

/// Map of driver specific options.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct MountVolumeOptionsDriverConfig {
    /// Name of the driver to use to create the volume.
    pub name: Option<String>,
    /// key/value map of driver specific options.
    pub options: Option<BTreeMap<String, String>>,
}

/// A summary of the container's network settings.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContainerSummaryItemNetworkSettings {
    /// The member `Networks`.
    pub networks: Option<BTreeMap<String, EndpointSettings>>,
}

/// Configuration for a network endpoint.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EndpointSettings {
    /// The member `Aliases`.
    pub aliases: Option<Vec<String>>,
    /// `DriverOpts` is a mapping of driver options and values.
    pub driver_opts: Option<BTreeMap<String, String>>,
    /// Unique ID for the service endpoint in a Sandbox.
    #[serde(rename = "EndpointID")]
    pub endpoint_id: Option<String>,
    /// Gateway address for this network.
    pub gateway: Option<String>,
    /// Global IPv6 address.
    pub global_i_pv6_address: Option<String>,
    /// Mask length of the global IPv6 address.
    pub global_i_pv6_prefix_len: Option<i64>,
    /// The member `IPAMConfig`.
    #[serde(rename = "IPAMConfig")]
    pub ipam_config: Option<EndpointIpamConfig>,
    /// IPv4 address.
    #[serde(rename = "IPAddress")]
    pub ip_address: Option<String>,
    /// Mask length of the IPv4 address.
    #[serde(rename = "IPPrefixLen")]
    pub ip_prefix_len: Option<i64>,
    /// IPv6 gateway address.
    pub i_pv6_gateway: Option<String>,
    /// The member `Links`.
    pub links: Option<Vec<String>>,
    /// MAC address for the endpoint on this network.
    pub mac_address: Option<String>,
    /// Unique ID of the network.
    #[serde(rename = "NetworkID")]
    pub network_id: Option<String>,
}

/// `EndpointIPAMConfig` represents an endpoint's IPAM configuration.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EndpointIpamConfig {
    /// The member `IPv4Address`.
    pub i_pv4_address: Option<String>,
    /// The member `IPv6Address`.
    pub i_pv6_address: Option<String>,
    /// The member `LinkLocalIPs`.
    pub link_local_i_ps: Option<Vec<String>>,
}

/// An open port on a container.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Port {
    /// The member `IP`.
    #[serde(rename = "IP")]
    pub ip: Option<String>,
    /// Port on the container.
    pub private_port: u64,
    /// Port exposed on the host.
    pub public_port: Option<u64>,
    /// The member `Type`.
    pub r#type: PortType,
}

/// The `Type` of [`Port`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PortType {
    /// `tcp`
    Tcp,
    /// `udp`
    Udp,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The optional parameters of [`container_logs`](DockerEngine::container_logs).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ContainerLogs {
    /// Return the logs as a stream.
    pub follow: Option<bool>,
    /// Return logs from `stdout`.
    pub stdout: Option<bool>,
    /// Return logs from `stderr`.
    pub stderr: Option<bool>,
    /// Only return logs since this time, as a UNIX timestamp.
    pub since: Option<i64>,
    /// Add timestamps to every log line.
    pub timestamps: Option<bool>,
    /// Only return this number of log lines from the end of the logs.
    pub tail: Option<String>,
}

/// The optional parameters of [`system_events`](DockerEngine::system_events).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SystemEvents {
    /// Show events created since this timestamp then stream new events.
    pub since: Option<String>,
    /// Show events created until this timestamp then stop streaming.
    pub until: Option<String>,
    /// A JSON encoded value of filters (a `map[string][]string`) to process on the event list.
    pub filters: Option<String>,
}

/// The result of [`system_events`](DockerEngine::system_events).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct SystemEventsResponse {
    /// The type of event.
    pub action: Option<String>,
    /// The member `Actor`.
    pub actor: Option<SystemEventsResponseActor>,
    /// The type of object emitting the event.
    pub r#type: Option<String>,
    /// Timestamp of event.
    #[serde(rename = "time")]
    pub time: Option<i64>,
    /// Timestamp of event, with nanosecond accuracy.
    #[serde(rename = "timeNano")]
    pub time_nano: Option<i64>,
}

/// The `Actor` of [`SystemEventsResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct SystemEventsResponseActor {
    /// Various key/value attributes of the object, depending on its type.
    pub attributes: Option<BTreeMap<String, String>>,
    /// The ID of the object emitting the event.
    #[serde(rename = "ID")]
    pub id: Option<String>,
}

/// The optional parameters of [`image_build`](DockerEngine::image_build).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ImageBuild {
    /// Path within the build context to the `Dockerfile`.
    pub dockerfile: Option<String>,
    /// A name and optional tag to apply to the image in the `name:tag` format.
    pub t: Option<String>,
    /// Extra hosts to add to `/etc/hosts`.
    pub extrahosts: Option<String>,
    /// A Git repository URI or HTTP/HTTPS context URI.
    pub remote: Option<String>,
    /// Suppress verbose build output.
    pub q: Option<bool>,
    /// Do not use the cache when building the image.
    pub nocache: Option<bool>,
    /// JSON array of images used for build cache resolution.
    pub cachefrom: Option<String>,
    /// Attempt to pull the image even if an older image exists locally.
    pub pull: Option<String>,
    /// Remove intermediate containers after a successful build.
    pub rm: Option<bool>,
    /// Always remove intermediate containers, even upon failure.
    pub forcerm: Option<bool>,
    /// Set memory limit for build.
    pub memory: Option<i64>,
    /// Total memory (memory + swap).
    pub memswap: Option<i64>,
    /// CPU shares (relative weight).
    pub cpushares: Option<i64>,
    /// CPUs in which to allow execution (e.g., `0-3`, `0,1`).
    pub cpusetcpus: Option<String>,
    /// The length of a CPU period in microseconds.
    pub cpuperiod: Option<i64>,
    /// Microseconds of CPU time that the container can get in a CPU period.
    pub cpuquota: Option<i64>,
    /// JSON map of string pairs for build-time variables.
    pub buildargs: Option<i64>,
    /// Size of `/dev/shm` in bytes.
    pub shmsize: Option<i64>,
    /// Squash the resulting images layers into a single layer.
    pub squash: Option<bool>,
    /// Arbitrary key/value labels to set on the image, as a JSON map of string pairs.
    pub labels: Option<String>,
    /// Sets the networking mode for the run commands during build.
    pub networkmode: Option<String>,
}

/// The optional parameters of [`image_create`](DockerEngine::image_create).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ImageCreate {
    /// Name of the image to pull.
    pub from_image: Option<String>,
    /// Source to import.
    pub from_src: Option<String>,
    /// Repository name given to an image when it is imported.
    pub repo: Option<String>,
    /// Tag or digest.
    pub tag: Option<String>,
}

/// The body of [`exec_start`](DockerEngine::exec_start).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ExecStartRequest {
    /// Detach from the command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detach: Option<bool>,
    /// Allocate a pseudo-TTY.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tty: Option<bool>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum DockerEngineError {
    /// Status 400.
    #[api_error(status = 400)]
    BadRequest(ErrorResponse),
    /// Permission denied, the volume or container rootfs is marked as read-only.
    #[api_error(status = 403)]
    Forbidden(ErrorResponse),
    /// Status 404.
    #[api_error(status = 404)]
    NotFound(ErrorResponse),
    /// Container is stopped or paused.
    #[api_error(status = 409)]
    Conflict(ErrorResponse),
    /// Status 500.
    #[api_error(status = 500)]
    InternalServerError(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
