//! Amazon `AppConfig`.
//!
//! From `service-2.json.gz`, version `2019-10-09`, SHA-256 `0855f8e703608b437c3ce98789911ecdadc8d2d0075ad1ef247d6b38edee0a92`:
//! `rest-op-import service-2.json.gz --op CreateApplication --op ListApplications --op UpdateApplication --op DeleteApplication --op CreateConfigurationProfile --op CreateHostedConfigurationVersion --op GetHostedConfigurationVersion --op ListHostedConfigurationVersions --op TagResource --op ListTagsForResource --op UntagResource`
//!
//! `Client::builder("https://appconfig.{region}.amazonaws.com").auth(SigV4::new("appconfig", region, credentials)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, ApiError, Bytes, Call, Client, ErrorResponse, FromResponse, Page, check, rest_op};
use serde::{Deserialize, Serialize};

/// The operations of Amazon `AppConfig`.
pub trait AppConfig: Api {
    /// Creates an application.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/CreateApplication)
    #[rest_op(POST, "/applications")]
    fn create_application(
        &self,
        #[body]
        #[check(CreateApplication::check)]
        input: &CreateApplication,
    ) -> Call<Application, AppConfigError>;

    /// Lists all applications in your Amazon Web Services account.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/ListApplications)
    #[rest_op(GET, "/applications")]
    fn list_applications(
        &self,
        #[query]
        #[check(check::range(1..=50))]
        max_results: Option<i32>,
        #[query]
        #[check(check::length(1..=2048))]
        next_token: Option<&str>,
    ) -> Call<Applications, AppConfigError>;

    /// Updates an application.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/UpdateApplication)
    #[rest_op(PATCH, "/applications/<application_id>")]
    fn update_application(
        &self,
        application_id: &str,
        #[body]
        #[check(UpdateApplication::check)]
        input: &UpdateApplication,
    ) -> Call<Application, AppConfigError>;

    /// Deletes an application.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/DeleteApplication)
    #[rest_op(DELETE, "/applications/<application_id>")]
    fn delete_application(&self, application_id: &str) -> Call<(), AppConfigError>;

    /// Creates a configuration profile, which is information that enables `AppConfig` to access the
    /// configuration source.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/CreateConfigurationProfile)
    #[rest_op(POST, "/applications/<application_id>/configurationprofiles")]
    fn create_configuration_profile(
        &self,
        application_id: &str,
        #[body]
        #[check(CreateConfigurationProfile::check)]
        input: &CreateConfigurationProfile,
    ) -> Call<ConfigurationProfile, AppConfigError>;

    /// Creates a new configuration in the `AppConfig` hosted configuration store.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/CreateHostedConfigurationVersion)
    #[rest_op(
        POST,
        "/applications/<application_id>/configurationprofiles/<configuration_profile_id>/hostedconfigurationversions"
    )]
    fn create_hosted_configuration_version(
        &self,
        application_id: &str,
        configuration_profile_id: &str,
        #[header("Description")]
        #[check(check::length(..=1024))]
        description: Option<&str>,
        #[header("Content-Type")]
        #[check(check::length(1..=255))]
        content_type: &str,
        #[header("Latest-Version-Number")] latest_version_number: Option<i32>,
        #[header("VersionLabel")]
        #[check(check::length(1..=64))]
        version_label: Option<&str>,
        #[body(bytes)] content: Bytes,
    ) -> Call<HostedConfigurationVersion, AppConfigError>;

    /// Retrieves information about a specific configuration version.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/GetHostedConfigurationVersion)
    #[rest_op(
        GET,
        "/applications/<application_id>/configurationprofiles/<configuration_profile_id>/hostedconfigurationversions/<version_number>"
    )]
    fn get_hosted_configuration_version(
        &self,
        application_id: &str,
        configuration_profile_id: &str,
        version_number: i32,
    ) -> Call<HostedConfigurationVersion, AppConfigError>;

    /// Lists configurations stored in the `AppConfig` hosted configuration store by version.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/ListHostedConfigurationVersions)
    #[rest_op(
        GET,
        "/applications/<application_id>/configurationprofiles/<configuration_profile_id>/hostedconfigurationversions"
    )]
    fn list_hosted_configuration_versions(
        &self,
        application_id: &str,
        configuration_profile_id: &str,
        #[query(flatten)]
        #[check(ListHostedConfigurationVersions::check)]
        options: &ListHostedConfigurationVersions,
    ) -> Call<HostedConfigurationVersions, AppConfigError>;

    /// Assigns metadata to an `AppConfig` resource.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/TagResource)
    #[rest_op(POST, "/tags/<resource_arn>")]
    fn tag_resource(
        &self,
        #[check(check::length(20..=2048))] resource_arn: &str,
        #[body]
        #[check(TagResource::check)]
        input: &TagResource,
    ) -> Call<(), AppConfigError>;

    /// Retrieves the list of key-value tags assigned to the resource.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/ListTagsForResource)
    #[rest_op(GET, "/tags/<resource_arn>")]
    fn list_tags_for_resource(
        &self,
        #[check(check::length(20..=2048))] resource_arn: &str,
    ) -> Call<ResourceTags, AppConfigError>;

    /// Deletes a tag key and value from an `AppConfig` resource.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/appconfig-2019-10-09/UntagResource)
    #[rest_op(DELETE, "/tags/<resource_arn>")]
    fn untag_resource(
        &self,
        #[check(check::length(20..=2048))] resource_arn: &str,
        #[query("tagKeys")]
        #[check(check::length(..=50))]
        tag_keys: &[&str],
    ) -> Call<(), AppConfigError>;
}

impl AppConfig for Client {}

/// The body of `create_application`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateApplication {
    /// A name for the application.
    pub name: String,
    /// A description of the application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Metadata to assign to the application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

impl CreateApplication {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("name", Some(&self.name), check::length(1..=64))
            .member("description", self.description.as_ref(), check::length(..=1024))
            .member("tags", self.tags.as_ref(), check::length(..=50))
            .finish()
    }
}

/// An application.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct Application {
    /// The application ID.
    pub id: Option<String>,
    /// The application name.
    pub name: Option<String>,
    /// The description of the application.
    pub description: Option<String>,
}

/// The result of `list_applications`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct Applications {
    /// The elements from this collection.
    #[serde(default)]
    #[page(items)]
    pub items: Vec<Application>,
    /// The token for the next set of items to return.
    #[page(next = query("next_token"))]
    pub next_token: Option<String>,
}

/// The body of `update_application`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct UpdateApplication {
    /// The name of the application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A description of the application.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl UpdateApplication {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("name", self.name.as_ref(), check::length(1..=64))
            .member("description", self.description.as_ref(), check::length(..=1024))
            .finish()
    }
}

/// The body of `create_configuration_profile`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateConfigurationProfile {
    /// A name for the configuration profile.
    pub name: String,
    /// A description of the configuration profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A URI to locate the configuration.
    pub location_uri: String,
    /// The ARN of an IAM role with permission to access the configuration at the specified
    /// `LocationUri`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieval_role_arn: Option<String>,
    /// A list of methods for validating the configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validators: Option<Vec<Validator>>,
    /// Metadata to assign to the configuration profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    /// The type of configurations contained in the profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The identifier for an Key Management Service key to encrypt new configuration data versions
    /// in the `AppConfig` hosted configuration store.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kms_key_identifier: Option<String>,
}

impl CreateConfigurationProfile {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("name", Some(&self.name), check::length(1..=128))
            .member("description", self.description.as_ref(), check::length(..=1024))
            .member("location_uri", Some(&self.location_uri), check::length(1..=2048))
            .member(
                "retrieval_role_arn",
                self.retrieval_role_arn.as_ref(),
                check::length(20..=2048),
            )
            .member("validators", self.validators.as_ref(), check::length(..=2))
            .member("tags", self.tags.as_ref(), check::length(..=50))
            .member(
                "kms_key_identifier",
                self.kms_key_identifier.as_ref(),
                check::length(1..=2048),
            )
            .finish()
    }
}

/// A validator provides a syntactic or semantic check to ensure the configuration that you want to
/// deploy functions as intended.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Validator {
    /// `AppConfig` supports validators of type `JSON_SCHEMA` and `LAMBDA`.
    pub r#type: ValidatorType,
    /// Either the JSON Schema content or the Amazon Resource Name (ARN) of an Lambda function.
    ///
    /// Sensitive.
    pub content: String,
}

/// A validator type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ValidatorType {
    /// `JSON_SCHEMA`
    JsonSchema,
    /// `LAMBDA`
    Lambda,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A configuration profile.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct ConfigurationProfile {
    /// The application ID.
    pub application_id: Option<String>,
    /// The configuration profile ID.
    pub id: Option<String>,
    /// The name of the configuration profile.
    pub name: Option<String>,
    /// The configuration profile description.
    pub description: Option<String>,
    /// The URI location of the configuration.
    pub location_uri: Option<String>,
    /// The ARN of an IAM role with permission to access the configuration at the specified
    /// `LocationUri`.
    pub retrieval_role_arn: Option<String>,
    /// A list of methods for validating the configuration.
    pub validators: Option<Vec<Validator>>,
    /// The type of configurations contained in the profile.
    pub r#type: Option<String>,
    /// The Amazon Resource Name of the Key Management Service key to encrypt new configuration data
    /// versions in the `AppConfig` hosted configuration store.
    pub kms_key_arn: Option<String>,
    /// The Key Management Service key identifier (key ID, key alias, or key ARN) provided when the
    /// resource was created or updated.
    pub kms_key_identifier: Option<String>,
}

/// A hosted configuration version.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct HostedConfigurationVersion {
    /// The application ID.
    #[from_response(header = "application-id")]
    pub application_id: Option<String>,
    /// The configuration profile ID.
    #[from_response(header = "configuration-profile-id")]
    pub configuration_profile_id: Option<String>,
    /// The configuration version.
    #[from_response(header = "version-number")]
    pub version_number: Option<i32>,
    /// A description of the configuration.
    #[from_response(header = "description")]
    pub description: Option<String>,
    /// The content of the configuration or the configuration data.
    ///
    /// Sensitive.
    #[from_response(body)]
    pub content: Bytes,
    /// A standard MIME type describing the format of the configuration content.
    #[from_response(header = "content-type")]
    pub content_type: Option<String>,
    /// A user-defined label for an `AppConfig` hosted configuration version.
    #[from_response(header = "versionlabel")]
    pub version_label: Option<String>,
    /// The Amazon Resource Name of the Key Management Service key that was used to encrypt this
    /// specific version of the configuration data in the `AppConfig` hosted configuration store.
    #[from_response(header = "kmskeyarn")]
    pub kms_key_arn: Option<String>,
}

/// The optional parameters of
/// [`list_hosted_configuration_versions`](AppConfig::list_hosted_configuration_versions).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListHostedConfigurationVersions {
    /// The maximum number of items to return for this call.
    pub max_results: Option<i32>,
    /// A token to start the list.
    pub next_token: Option<String>,
    /// An optional filter that can be used to specify the version label of an `AppConfig` hosted
    /// configuration version.
    pub version_label: Option<String>,
}

impl ListHostedConfigurationVersions {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("max_results", self.max_results.as_ref(), check::range(1..=50))
            .member("next_token", self.next_token.as_ref(), check::length(1..=2048))
            .member("version_label", self.version_label.as_ref(), check::length(1..=64))
            .finish()
    }
}

/// The result of `list_hosted_configuration_versions`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct HostedConfigurationVersions {
    /// The elements from this collection.
    #[serde(default)]
    #[page(items)]
    pub items: Vec<HostedConfigurationVersionSummary>,
    /// The token for the next set of items to return.
    #[page(next = query("next_token"))]
    pub next_token: Option<String>,
}

/// Information about the configuration.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct HostedConfigurationVersionSummary {
    /// The application ID.
    pub application_id: Option<String>,
    /// The configuration profile ID.
    pub configuration_profile_id: Option<String>,
    /// The configuration version.
    pub version_number: Option<i32>,
    /// A description of the configuration.
    pub description: Option<String>,
    /// A standard MIME type describing the format of the configuration content.
    pub content_type: Option<String>,
    /// A user-defined label for an `AppConfig` hosted configuration version.
    pub version_label: Option<String>,
    /// The Amazon Resource Name of the Key Management Service key that was used to encrypt this
    /// specific version of the configuration data in the `AppConfig` hosted configuration store.
    pub kms_key_arn: Option<String>,
}

/// The body of `tag_resource`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TagResource {
    /// The key-value string map.
    pub tags: BTreeMap<String, String>,
}

impl TagResource {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("tags", Some(&self.tags), check::length(..=50))
            .finish()
    }
}

/// The result of `list_tags_for_resource`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct ResourceTags {
    /// Metadata to assign to `AppConfig` resources.
    pub tags: Option<BTreeMap<String, String>>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum AppConfigError {
    /// The input fails to satisfy the constraints specified by an Amazon Web Services service.
    #[api_error(code = "BadRequestException", status = 400)]
    BadRequest(ErrorResponse),
    /// The number of one more `AppConfig` resources exceeds the maximum allowed.
    #[api_error(code = "ServiceQuotaExceededException", status = 402)]
    ServiceQuotaExceeded(ErrorResponse),
    /// The requested resource could not be found.
    #[api_error(code = "ResourceNotFoundException", status = 404)]
    ResourceNotFound(ErrorResponse),
    /// The request could not be processed because of conflict in the current state of the resource.
    #[api_error(code = "ConflictException", status = 409)]
    Conflict(ErrorResponse),
    /// The configuration size is too large.
    #[api_error(code = "PayloadTooLargeException", status = 413)]
    PayloadTooLarge(ErrorResponse),
    /// There was an internal failure in the `AppConfig` service.
    #[api_error(code = "InternalServerException", status = 500)]
    InternalServer(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
