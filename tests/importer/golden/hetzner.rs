//! Hetzner Cloud API.
//!
//! From `hetzner.cloud.json.gz`, version `1.0.0`, SHA-256 `c9a468fd3d673f0b09b54e12224a8627cdf04ca31d33cde75e9542b40c2b1f1e`:
//! `rest-op-import hetzner.cloud.json.gz --op getActions --op postServers --op getServersIdMetrics --op putSshKeysId --op deleteSshKeysId`
//!
//! `Client::builder("https://api.hetzner.cloud/v1").build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, rest_op, serde_json::Value};
use serde::{Deserialize, Serialize};

/// The operations of Hetzner Cloud API.
pub trait HetznerCloud: Api {
    /// Get all Actions.
    #[rest_op(GET, "/actions")]
    fn get_actions(&self, #[query(flatten)] options: &GetActions) -> Call<GetActionsResponse>;

    /// Create a Server.
    #[rest_op(POST, "/servers")]
    fn post_servers(&self, #[body] body: Option<&PostServersRequest>) -> Call<PostServersResponse>;

    /// Get Metrics for a Server.
    #[rest_op(GET, "/servers/<id>/metrics")]
    fn get_servers_id_metrics(
        &self,
        id: i64,
        #[query] r#type: &GetServersIdMetricsType,
        #[query] start: &str,
        #[query] end: &str,
        #[query] step: Option<&str>,
    ) -> Call<GetServersIdMetricsResponse>;

    /// Update an SSH key.
    #[rest_op(PUT, "/ssh_keys/<id>")]
    fn put_ssh_keys_id(&self, id: &str, #[body] body: Option<&PutSshKeysIdRequest>) -> Call<PutSshKeysIdResponse>;

    /// Delete an SSH key.
    #[rest_op(DELETE, "/ssh_keys/<id>")]
    fn delete_ssh_keys_id(&self, id: &str) -> Call<()>;
}

impl HetznerCloud for Client {}

/// The optional parameters of [`get_actions`](HetznerCloud::get_actions).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct GetActions {
    /// Can be used multiple times, the response will contain only Actions with specified IDs.
    pub id: Option<i64>,
    /// Can be used multiple times.
    pub sort: Option<GetActionsSort>,
    /// Can be used multiple times, the response will contain only Actions with specified statuses.
    pub status: Option<GetActionsStatus>,
}

/// `ParameterSort`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetActionsSort {
    /// `id`
    Id,
    /// `id:asc`
    #[serde(rename = "id:asc")]
    IdAsc,
    /// `id:desc`
    #[serde(rename = "id:desc")]
    IdDesc,
    /// `command`
    Command,
    /// `command:asc`
    #[serde(rename = "command:asc")]
    CommandAsc,
    /// `command:desc`
    #[serde(rename = "command:desc")]
    CommandDesc,
    /// `status`
    Status,
    /// `status:asc`
    #[serde(rename = "status:asc")]
    StatusAsc,
    /// `status:desc`
    #[serde(rename = "status:desc")]
    StatusDesc,
    /// `progress`
    Progress,
    /// `progress:asc`
    #[serde(rename = "progress:asc")]
    ProgressAsc,
    /// `progress:desc`
    #[serde(rename = "progress:desc")]
    ProgressDesc,
    /// `started`
    Started,
    /// `started:asc`
    #[serde(rename = "started:asc")]
    StartedAsc,
    /// `started:desc`
    #[serde(rename = "started:desc")]
    StartedDesc,
    /// `finished`
    Finished,
    /// `finished:asc`
    #[serde(rename = "finished:asc")]
    FinishedAsc,
    /// `finished:desc`
    #[serde(rename = "finished:desc")]
    FinishedDesc,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `ParameterStatus`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetActionsStatus {
    /// `running`
    Running,
    /// `success`
    Success,
    /// `error`
    Error,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `ActionsResponse`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct GetActionsResponse {
    /// The member `actions`.
    pub actions: Vec<GetActionsResponseAction>,
    /// The member `meta`.
    pub meta: Option<GetActionsResponseMeta>,
}

/// Action.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetActionsResponseAction {
    /// Command executed in the Action.
    pub command: String,
    /// Error message for the Action if error occurred, otherwise null.
    pub error: Option<GetActionsResponseActionError>,
    /// Point in time when the Action was finished (in ISO-8601 format).
    pub finished: Option<String>,
    /// ID of the Resource.
    pub id: i64,
    /// Progress of Action in percent.
    pub progress: f64,
    /// Resources the Action relates to.
    pub resources: Vec<GetActionsResponseActionResource>,
    /// Point in time when the Action was started (in ISO-8601 format).
    pub started: String,
    /// Status of the Action.
    pub status: Status,
}

/// Error message for the Action if error occurred, otherwise null.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetActionsResponseActionError {
    /// Fixed machine readable code.
    pub code: String,
    /// Humanized error message.
    pub message: String,
}

/// An item of the `resources` of [`GetActionsResponseAction`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetActionsResponseActionResource {
    /// ID of the Resource.
    pub id: i64,
    /// Type of resource referenced.
    pub r#type: String,
}

/// Status of the Action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// `success`
    Success,
    /// `running`
    Running,
    /// `error`
    Error,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The `meta` of [`GetActionsResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetActionsResponseMeta {
    /// The member `pagination`.
    pub pagination: GetActionsResponseMetaPagination,
}

/// The `pagination` of [`GetActionsResponseMeta`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetActionsResponseMetaPagination {
    /// ID of the last page available.
    pub last_page: Option<f64>,
    /// ID of the next page.
    pub next_page: Option<f64>,
    /// Current page number.
    pub page: f64,
    /// Maximum number of items shown per page in the response.
    pub per_page: f64,
    /// ID of the previous page.
    pub previous_page: Option<f64>,
    /// The total number of entries that exist in the database for this query.
    pub total_entries: Option<f64>,
}

/// `CreateServerRequest`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostServersRequest {
    /// Auto-mount Volumes after attach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automount: Option<bool>,
    /// ID or name of Datacenter to create Server in (must not be used together with location).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datacenter: Option<String>,
    /// Firewalls which should be applied on the Server's public network interface at creation time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub firewalls: Option<Vec<PostServersRequestFirewall>>,
    /// ID or name of the Image the Server is created from.
    pub image: String,
    /// User-defined labels (key-value pairs).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Value>>,
    /// ID or name of Location to create Server in (must not be used together with datacenter).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Name of the Server to create (must be unique per Project and a valid hostname as per RFC 1123).
    pub name: String,
    /// Network IDs which should be attached to the Server private network interface at the creation
    /// time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub networks: Option<Vec<i64>>,
    /// ID of the Placement Group the server should be in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placement_group: Option<i64>,
    /// Public Network options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_net: Option<PostServersRequestPublicNet>,
    /// ID or name of the Server type this Server should be created with.
    pub server_type: String,
    /// SSH key IDs (`integer`) or names (`string`) which should be injected into the Server at
    /// creation time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssh_keys: Option<Vec<String>>,
    /// Start Server right after creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_after_create: Option<bool>,
    /// Cloud-Init user data to use during Server creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_data: Option<String>,
    /// Volume IDs which should be attached to the Server at the creation time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volumes: Option<Vec<i64>>,
}

/// An item of the `firewalls` of [`PostServersRequest`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostServersRequestFirewall {
    /// ID of the Firewall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub firewall: Option<i64>,
}

/// Public Network options.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PostServersRequestPublicNet {
    /// Attach an IPv4 on the public NIC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_ipv4: Option<bool>,
    /// Attach an IPv6 on the public NIC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_ipv6: Option<bool>,
    /// ID of the ipv4 Primary IP to use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv4: Option<i64>,
    /// ID of the ipv6 Primary IP to use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv6: Option<i64>,
}

/// `CreateServerResponse`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct PostServersResponse {
    /// Action.
    pub action: PostServersResponseAction,
    /// The member `next_actions`.
    pub next_actions: Vec<PostServersResponseNextAction>,
    /// Root password when no SSH keys have been specified.
    pub root_password: Option<String>,
    /// The member `server`.
    pub server: PostServersResponseServer,
}

/// Action.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseAction {
    /// Command executed in the Action.
    pub command: String,
    /// Error message for the Action if error occurred, otherwise null.
    pub error: Option<PostServersResponseActionError>,
    /// Point in time when the Action was finished (in ISO-8601 format).
    pub finished: Option<String>,
    /// ID of the Resource.
    pub id: i64,
    /// Progress of Action in percent.
    pub progress: f64,
    /// Resources the Action relates to.
    pub resources: Vec<PostServersResponseActionResource>,
    /// Point in time when the Action was started (in ISO-8601 format).
    pub started: String,
    /// Status of the Action.
    pub status: Status,
}

/// Error message for the Action if error occurred, otherwise null.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseActionError {
    /// Fixed machine readable code.
    pub code: String,
    /// Humanized error message.
    pub message: String,
}

/// An item of the `resources` of [`PostServersResponseAction`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseActionResource {
    /// ID of the Resource.
    pub id: i64,
    /// Type of resource referenced.
    pub r#type: String,
}

/// Action.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseNextAction {
    /// Command executed in the Action.
    pub command: String,
    /// Error message for the Action if error occurred, otherwise null.
    pub error: Option<PostServersResponseNextActionError>,
    /// Point in time when the Action was finished (in ISO-8601 format).
    pub finished: Option<String>,
    /// ID of the Resource.
    pub id: i64,
    /// Progress of Action in percent.
    pub progress: f64,
    /// Resources the Action relates to.
    pub resources: Vec<PostServersResponseNextActionResource>,
    /// Point in time when the Action was started (in ISO-8601 format).
    pub started: String,
    /// Status of the Action.
    pub status: Status,
}

/// Error message for the Action if error occurred, otherwise null.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseNextActionError {
    /// Fixed machine readable code.
    pub code: String,
    /// Humanized error message.
    pub message: String,
}

/// An item of the `resources` of [`PostServersResponseNextAction`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseNextActionResource {
    /// ID of the Resource.
    pub id: i64,
    /// Type of resource referenced.
    pub r#type: String,
}

/// The `server` of [`PostServersResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServer {
    /// Time window (UTC) in which the backup will run, or null if the backups are not enabled.
    pub backup_window: Option<String>,
    /// Point in time when the Resource was created (in ISO-8601 format).
    pub created: String,
    /// Datacenter this Resource is located at.
    pub datacenter: PostServersResponseServerDatacenter,
    /// ID of the Resource.
    pub id: i64,
    /// The member `image`.
    pub image: Option<PostServersResponseServerImage>,
    /// Free Traffic for the current billing period in bytes.
    pub included_traffic: Option<f64>,
    /// Inbound Traffic for the current billing period in bytes.
    pub ingoing_traffic: Option<f64>,
    /// ISO Image that is attached to this Server.
    pub iso: Option<PostServersResponseServerIso>,
    /// User-defined labels (key-value pairs).
    pub labels: BTreeMap<String, String>,
    /// The member `load_balancers`.
    pub load_balancers: Option<Vec<i64>>,
    /// True if Server has been locked and is not available to user.
    pub locked: bool,
    /// Name of the Server (must be unique per Project and a valid hostname as per RFC 1123).
    pub name: String,
    /// Outbound Traffic for the current billing period in bytes.
    pub outgoing_traffic: Option<f64>,
    /// `PlacementGroupNullable`.
    pub placement_group: Option<PostServersResponseServerPlacementGroup>,
    /// Size of the primary Disk.
    pub primary_disk_size: f64,
    /// Private networks information.
    pub private_net: Vec<PostServersResponseServerPrivateNetItem>,
    /// Protection configuration for the Server.
    pub protection: PostServersResponseServerProtection,
    /// Public network information.
    pub public_net: PostServersResponseServerPublicNet,
    /// True if rescue mode is enabled.
    pub rescue_enabled: bool,
    /// Type of Server - determines how much ram, disk and cpu a Server has.
    pub server_type: PostServersResponseServerServerType,
    /// Status of the Server.
    pub status: PostServersResponseServerStatus,
    /// IDs of Volumes assigned to this Server.
    pub volumes: Option<Vec<i64>>,
}

/// Datacenter this Resource is located at.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerDatacenter {
    /// Description of the Datacenter.
    pub description: String,
    /// ID of the Resource.
    pub id: i64,
    /// The member `location`.
    pub location: PostServersResponseServerDatacenterLocation,
    /// Unique identifier of the Datacenter.
    pub name: String,
    /// The Server types the Datacenter can handle.
    pub server_types: PostServersResponseServerDatacenterServerTypes,
}

/// The `location` of [`PostServersResponseServerDatacenter`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerDatacenterLocation {
    /// City the Location is closest to.
    pub city: String,
    /// ISO 3166-1 alpha-2 code of the country the Location resides in.
    pub country: String,
    /// Description of the Location.
    pub description: String,
    /// ID of the Location.
    pub id: f64,
    /// Latitude of the city closest to the Location.
    pub latitude: f64,
    /// Longitude of the city closest to the Location.
    pub longitude: f64,
    /// Unique identifier of the Location.
    pub name: String,
    /// Name of network zone this Location resides in.
    pub network_zone: String,
}

/// The Server types the Datacenter can handle.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerDatacenterServerTypes {
    /// IDs of Server types that are supported and for which the Datacenter has enough resources
    /// left.
    pub available: Vec<f64>,
    /// IDs of Server types that are supported and for which the Datacenter has enough resources
    /// left.
    pub available_for_migration: Vec<f64>,
    /// IDs of Server types that are supported in the Datacenter.
    pub supported: Vec<f64>,
}

/// The `image` of [`PostServersResponseServer`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerImage {
    /// ID of Server the Image is bound to.
    pub bound_to: Option<i64>,
    /// Point in time when the Resource was created (in ISO-8601 format).
    pub created: String,
    /// Information about the Server the Image was created from.
    pub created_from: Option<PostServersResponseServerImageCreatedFrom>,
    /// Point in time where the Image was deleted (in ISO-8601 format).
    pub deleted: Option<String>,
    /// Point in time when the Image is considered to be deprecated (in ISO-8601 format).
    pub deprecated: Option<String>,
    /// Description of the Image.
    pub description: String,
    /// Size of the disk contained in the Image in GB.
    pub disk_size: f64,
    /// ID of the Resource.
    pub id: i64,
    /// Size of the Image file in our storage in GB.
    pub image_size: Option<f64>,
    /// User-defined labels (key-value pairs).
    pub labels: BTreeMap<String, String>,
    /// Unique identifier of the Image.
    pub name: Option<String>,
    /// Flavor of operating system contained in the Image.
    pub os_flavor: PostServersResponseServerImageOsFlavor,
    /// Operating system version.
    pub os_version: Option<String>,
    /// Protection configuration for the Resource.
    pub protection: PostServersResponseServerImageProtection,
    /// Indicates that rapid deploy of the Image is available.
    pub rapid_deploy: Option<bool>,
    /// Whether the Image can be used or if it's still being created or unavailable.
    pub status: PostServersResponseServerImageStatus,
    /// Type of the Image.
    pub r#type: PostServersResponseServerImageType,
}

/// Information about the Server the Image was created from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerImageCreatedFrom {
    /// ID of the Server the Image was created from.
    pub id: i64,
    /// Server name at the time the Image was created.
    pub name: String,
}

/// Flavor of operating system contained in the Image.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerImageOsFlavor {
    /// `ubuntu`
    Ubuntu,
    /// `centos`
    Centos,
    /// `debian`
    Debian,
    /// `fedora`
    Fedora,
    /// `unknown`
    Unknown,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Protection configuration for the Resource.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerImageProtection {
    /// If true, prevents the Resource from being deleted.
    pub delete: bool,
}

/// Whether the Image can be used or if it's still being created or unavailable.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerImageStatus {
    /// `available`
    Available,
    /// `creating`
    Creating,
    /// `unavailable`
    Unavailable,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Type of the Image.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerImageType {
    /// `system`
    System,
    /// `app`
    App,
    /// `snapshot`
    Snapshot,
    /// `backup`
    Backup,
    /// `temporary`
    Temporary,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// ISO Image that is attached to this Server.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerIso {
    /// Type of cpu architecture this iso is compatible with.
    pub architecture: Option<PostServersResponseServerIsoArchitecture>,
    /// ISO 8601 timestamp of deprecation, null if ISO is still available.
    pub deprecated: Option<String>,
    /// Description of the ISO.
    pub description: String,
    /// ID of the Resource.
    pub id: i64,
    /// Unique identifier of the ISO.
    pub name: Option<String>,
    /// Type of the ISO.
    pub r#type: PostServersResponseServerIsoType,
}

/// Type of cpu architecture this iso is compatible with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerIsoArchitecture {
    /// `x86`
    X86,
    /// `arm`
    Arm,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Type of the ISO.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerIsoType {
    /// `public`
    Public,
    /// `private`
    Private,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// `PlacementGroupNullable`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPlacementGroup {
    /// Point in time when the Resource was created (in ISO-8601 format).
    pub created: String,
    /// ID of the Resource.
    pub id: i64,
    /// User-defined labels (key-value pairs).
    pub labels: BTreeMap<String, String>,
    /// Name of the Resource.
    pub name: String,
    /// Array of IDs of Servers that are part of this Placement Group.
    pub servers: Vec<i64>,
    /// Type of the Placement Group.
    pub r#type: PostServersResponseServerPlacementGroupType,
}

/// Type of the Placement Group.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerPlacementGroupType {
    /// `spread`
    Spread,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An item of the `private_net` of [`PostServersResponseServer`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPrivateNetItem {
    /// The member `alias_ips`.
    pub alias_ips: Option<Vec<String>>,
    /// The member `ip`.
    pub ip: Option<String>,
    /// The member `mac_address`.
    pub mac_address: Option<String>,
    /// The member `network`.
    pub network: Option<i64>,
}

/// Protection configuration for the Server.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerProtection {
    /// If true, prevents the Server from being deleted.
    pub delete: bool,
    /// If true, prevents the Server from being rebuilt.
    pub rebuild: bool,
}

/// Public network information.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPublicNet {
    /// Firewalls applied to the public network interface of this Server.
    pub firewalls: Option<Vec<PostServersResponseServerPublicNetFirewall>>,
    /// IDs of Floating IPs assigned to this Server.
    pub floating_ips: Vec<i64>,
    /// IP address (v4) and its reverse DNS entry of this Server.
    pub ipv4: Option<PostServersResponseServerPublicNetIpv4>,
    /// IPv6 network assigned to this Server and its reverse DNS entry.
    pub ipv6: Option<PostServersResponseServerPublicNetIpv6>,
}

/// `ServerPublicNetFirewall`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPublicNetFirewall {
    /// ID of the Resource.
    pub id: Option<i64>,
    /// Status of the Firewall on the Server.
    pub status: Option<PostServersResponseServerPublicNetFirewallStatus>,
}

/// Status of the Firewall on the Server.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerPublicNetFirewallStatus {
    /// `applied`
    Applied,
    /// `pending`
    Pending,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// IP address (v4) and its reverse DNS entry of this Server.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPublicNetIpv4 {
    /// If the IP is blocked by our anti abuse dept.
    pub blocked: bool,
    /// Reverse DNS PTR entry for the IPv4 addresses of this Server.
    pub dns_ptr: String,
    /// ID of the Resource.
    pub id: Option<i64>,
    /// IP address (v4) of this Server.
    pub ip: String,
}

/// IPv6 network assigned to this Server and its reverse DNS entry.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPublicNetIpv6 {
    /// If the IP is blocked by our anti abuse dept.
    pub blocked: bool,
    /// Reverse DNS PTR entries for the IPv6 addresses of this Server, `null` by default.
    pub dns_ptr: Option<Vec<PostServersResponseServerPublicNetIpv6DnsPtrItem>>,
    /// ID of the Resource.
    pub id: Option<i64>,
    /// IP address (v6) of this Server.
    pub ip: String,
}

/// An item of the `dns_ptr` of [`PostServersResponseServerPublicNetIpv6`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerPublicNetIpv6DnsPtrItem {
    /// DNS pointer for the specific IP address.
    pub dns_ptr: String,
    /// Single IPv6 address of this Server for which the reverse DNS entry has been set up.
    pub ip: String,
}

/// Type of Server - determines how much ram, disk and cpu a Server has.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerServerType {
    /// Number of cpu cores a Server of this type will have.
    pub cores: f64,
    /// Type of cpu.
    pub cpu_type: PostServersResponseServerServerTypeCpuType,
    /// True if Server type is deprecated.
    pub deprecated: bool,
    /// Description of the Server type.
    pub description: String,
    /// Disk size a Server of this type will have in GB.
    pub disk: f64,
    /// ID of the Server type.
    pub id: i64,
    /// Memory a Server of this type will have in GB.
    pub memory: f64,
    /// Unique identifier of the Server type.
    pub name: String,
    /// Prices in different Locations.
    pub prices: Vec<PostServersResponseServerServerTypePrice>,
    /// Type of Server boot drive.
    pub storage_type: PostServersResponseServerServerTypeStorageType,
}

/// Type of cpu.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerServerTypeCpuType {
    /// `shared`
    Shared,
    /// `dedicated`
    Dedicated,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An item of the `prices` of [`PostServersResponseServerServerType`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerServerTypePrice {
    /// Name of the Location the price is for.
    pub location: String,
    /// Hourly costs for a Server type in this Location.
    pub price_hourly: PostServersResponseServerServerTypePricePriceHourly,
    /// Monthly costs for a Server type in this Location.
    pub price_monthly: PostServersResponseServerServerTypePricePriceMonthly,
}

/// Hourly costs for a Server type in this Location.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerServerTypePricePriceHourly {
    /// Price with VAT added.
    pub gross: String,
    /// Price without VAT.
    pub net: String,
}

/// Monthly costs for a Server type in this Location.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PostServersResponseServerServerTypePricePriceMonthly {
    /// Price with VAT added.
    pub gross: String,
    /// Price without VAT.
    pub net: String,
}

/// Type of Server boot drive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerServerTypeStorageType {
    /// `local`
    Local,
    /// `network`
    Network,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Status of the Server.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostServersResponseServerStatus {
    /// `running`
    Running,
    /// `initializing`
    Initializing,
    /// `starting`
    Starting,
    /// `stopping`
    Stopping,
    /// `off`
    Off,
    /// `deleting`
    Deleting,
    /// `migrating`
    Migrating,
    /// `rebuilding`
    Rebuilding,
    /// `unknown`
    Unknown,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The parameter `type` of [`get_servers_id_metrics`](HetznerCloud::get_servers_id_metrics).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GetServersIdMetricsType {
    /// `cpu`
    Cpu,
    /// `disk`
    Disk,
    /// `network`
    Network,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of [`get_servers_id_metrics`](HetznerCloud::get_servers_id_metrics).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct GetServersIdMetricsResponse {
    /// The member `metrics`.
    pub metrics: GetServersIdMetricsResponseMetrics,
}

/// The `metrics` of [`GetServersIdMetricsResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetServersIdMetricsResponseMetrics {
    /// End of period of metrics reported (in ISO-8601 format).
    pub end: String,
    /// Start of period of metrics reported (in ISO-8601 format).
    pub start: String,
    /// Resolution of results in seconds.
    pub step: f64,
    /// Hash with timeseries information, containing the name of timeseries as key.
    pub time_series: BTreeMap<String, GetServersIdMetricsResponseMetricsTimeSeriesValue>,
}

/// An item of the `time_series` of [`GetServersIdMetricsResponseMetrics`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GetServersIdMetricsResponseMetricsTimeSeriesValue {
    /// Metrics Timestamps with values.
    pub values: Vec<Vec<GetServersIdMetricsResponseMetricsTimeSeriesValueValueItem>>,
}

/// An item of the `values` of [`GetServersIdMetricsResponseMetricsTimeSeriesValue`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum GetServersIdMetricsResponseMetricsTimeSeriesValueValueItem {
    /// A number.
    Number(f64),
    /// A string.
    String(String),
    /// A variant that this version does not know.
    Other(Value),
}

/// The body of [`put_ssh_keys_id`](HetznerCloud::put_ssh_keys_id).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PutSshKeysIdRequest {
    /// User-defined labels (key-value pairs).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, Value>>,
    /// New name Name to set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The result of [`put_ssh_keys_id`](HetznerCloud::put_ssh_keys_id).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct PutSshKeysIdResponse {
    /// The member `ssh_key`.
    pub ssh_key: PutSshKeysIdResponseSshKey,
}

/// The `ssh_key` of [`PutSshKeysIdResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct PutSshKeysIdResponseSshKey {
    /// Point in time when the Resource was created (in ISO-8601 format).
    pub created: String,
    /// Fingerprint of public key.
    pub fingerprint: String,
    /// ID of the Resource.
    pub id: i64,
    /// User-defined labels (key-value pairs).
    pub labels: BTreeMap<String, String>,
    /// Name of the Resource.
    pub name: String,
    /// Public key.
    pub public_key: String,
}
