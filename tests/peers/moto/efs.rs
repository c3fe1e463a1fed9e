//! Elastic File System, declared by hand: <https://docs.aws.amazon.com/efs/latest/ug/api-reference.html>.

use rest_op::{
    Api, ApiError, Call, Client, ErrorResponse, FromResponse, IdempotencyToken, Next, Page, check, rest_op, timestamp,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// File systems, and when their files move to colder storage.
pub(crate) trait FileSystems: Api {
    /// `POST /2015-02-01/file-systems`
    #[rest_op(POST, "/2015-02-01/file-systems")]
    fn create_file_system(&self, #[body] file_system: &NewFileSystem) -> Call<FileSystem, EfsError>;

    /// `GET /2015-02-01/file-systems`
    #[rest_op(GET, "/2015-02-01/file-systems")]
    fn describe_file_systems(&self, #[query(flatten)] options: &DescribeFileSystems) -> Call<FileSystemPage, EfsError>;

    /// `GET /2015-02-01/file-systems/{FileSystemId}/lifecycle-configuration`
    #[rest_op(GET, "/2015-02-01/file-systems/<id>/lifecycle-configuration")]
    fn describe_lifecycle(&self, id: &str) -> Call<Lifecycle, EfsError>;

    /// `PUT /2015-02-01/file-systems/{FileSystemId}/lifecycle-configuration`
    #[rest_op(PUT, "/2015-02-01/file-systems/<id>/lifecycle-configuration")]
    fn put_lifecycle(&self, id: &str, #[body] lifecycle: &Lifecycle) -> Call<Lifecycle, EfsError>;

    /// `DELETE /2015-02-01/file-systems/{FileSystemId}`
    #[rest_op(DELETE, "/2015-02-01/file-systems/<id>")]
    fn delete_file_system(&self, #[check(check::not_blank())] id: &str) -> Call<(), EfsError>;
}

impl FileSystems for Client {}

#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct NewFileSystem {
    pub(crate) creation_token: IdempotencyToken,
    pub(crate) encrypted: bool,
    pub(crate) tags: Vec<Tag>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Tag {
    pub(crate) key: String,
    pub(crate) value: String,
}

#[derive(Debug, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FileSystem {
    pub(crate) file_system_id: String,
    pub(crate) creation_token: String,
    pub(crate) encrypted: bool,
    #[serde(default)]
    pub(crate) tags: Vec<Tag>,
    #[serde(with = "timestamp::epoch_seconds")]
    pub(crate) creation_time: OffsetDateTime,
}

#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct DescribeFileSystems {
    pub(crate) max_items: Option<u32>,
    pub(crate) marker: Option<String>,
    pub(crate) creation_token: Option<String>,
    pub(crate) file_system_id: Option<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FileSystemPage {
    #[serde(default)]
    pub(crate) file_systems: Vec<FileSystem>,
    pub(crate) next_marker: Option<String>,
}

impl Page for FileSystemPage {
    type Item = FileSystem;

    fn next(&self) -> Option<Next> {
        self.next_marker.as_deref().map(|marker| Next::query("Marker", marker))
    }

    fn into_items(self) -> Vec<FileSystem> {
        self.file_systems
    }
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Lifecycle {
    #[serde(default)]
    pub(crate) lifecycle_policies: Vec<LifecyclePolicy>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct LifecyclePolicy {
    #[serde(rename = "TransitionToIA")]
    pub(crate) transition_to_ia: String,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
pub(crate) enum EfsError {
    #[api_error(code = "FileSystemAlreadyExists")]
    AlreadyExists(ErrorResponse),
    #[api_error(code = "FileSystemNotFound", status = 404)]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}
