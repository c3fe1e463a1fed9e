//! AWS IAM and STS, declared by hand: <https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html>.

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, Page, rest_op, timestamp, xml};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Identities.
pub(crate) trait Sts: Api {
    /// `Action=GetCallerIdentity`
    #[rest_op(POST, "/?Action=GetCallerIdentity&Version=2011-06-15")]
    fn get_caller_identity(&self, #[body(form, members)] nothing: ()) -> Call<Identity, IamError>;
}

impl Sts for Client {}

/// Roles.
pub(crate) trait Iam: Api {
    /// `Action=CreateRole`
    #[rest_op(POST, "/?Action=CreateRole&Version=2010-05-08")]
    fn create_role(&self, #[body(form, members)] role: &NewRole) -> Call<Created, IamError>;

    /// `Action=ListRoles`
    #[rest_op(POST, "/?Action=ListRoles&Version=2010-05-08")]
    fn list_roles(&self, #[body(form, members)] options: &ListRoles) -> Call<RolePage, IamError>;

    /// `Action=ListRoleTags`
    #[rest_op(POST, "/?Action=ListRoleTags&Version=2010-05-08")]
    fn list_role_tags(&self, #[body(form, members)] role: &RoleName<'_>) -> Call<Tags, IamError>;
}

impl Iam for Client {}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml, member = "GetCallerIdentityResult")]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Identity {
    pub(crate) arn: String,
    pub(crate) account: String,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct NewRole {
    pub(crate) role_name: String,
    pub(crate) path: Option<String>,
    pub(crate) assume_role_policy_document: String,
    pub(crate) max_session_duration: Option<u32>,
    pub(crate) tags: xml::List<Tag>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Tag {
    pub(crate) key: String,
    pub(crate) value: String,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml, member = "CreateRoleResult")]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Created {
    pub(crate) role: Role,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Role {
    pub(crate) role_name: String,
    pub(crate) arn: String,
    #[serde(with = "timestamp::date_time")]
    pub(crate) create_date: OffsetDateTime,
    pub(crate) max_session_duration: Option<u32>,
}

#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListRoles {
    pub(crate) path_prefix: Option<String>,
    pub(crate) max_items: Option<u32>,
}

#[derive(Debug, Deserialize, FromResponse, Page)]
#[from_response(xml, member = "ListRolesResult")]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RolePage {
    #[page(items)]
    pub(crate) roles: xml::List<Role>,
    #[page(next = body("Marker"))]
    pub(crate) marker: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RoleName<'a> {
    pub(crate) role_name: &'a str,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml, member = "ListRoleTagsResult")]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Tags {
    pub(crate) tags: xml::List<Tag>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
pub(crate) enum IamError {
    #[api_error(code = "EntityAlreadyExists")]
    AlreadyExists(ErrorResponse),
    #[api_error(code = "NoSuchEntity")]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}
