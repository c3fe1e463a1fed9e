//! AWS Lambda.
//!
//! From `service-2.json.gz`, version `2015-03-31`, SHA-256 `e73fb02d7335b30ca8032fb71ca84523093712ec15d3386c8747561db7518ff0`:
//! `rest-op-import service-2.json.gz --op CreateFunction --op ListFunctions --op GetFunction --op DeleteFunction --op Invoke --op TagResource --op ListTags`
//!
//! `Client::builder("https://lambda.{region}.amazonaws.com").auth(SigV4::new("lambda", region, credentials)).build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, ApiError, Blob, Bytes, Call, Client, ErrorResponse, FromResponse, Page, check, rest_op};
use serde::{Deserialize, Serialize};

/// The operations of AWS Lambda.
pub trait Lambda: Api {
    /// Creates a Lambda function.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/CreateFunction)
    #[rest_op(POST, "/2015-03-31/functions", idempotent)]
    fn create_function(
        &self,
        #[body]
        #[check(CreateFunction::check)]
        input: &CreateFunction,
    ) -> Call<FunctionConfiguration, LambdaError>;

    /// Returns a list of Lambda functions, with the version-specific configuration of each.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/ListFunctions)
    #[rest_op(GET, "/2015-03-31/functions")]
    fn list_functions(
        &self,
        #[query(flatten)]
        #[check(ListFunctions::check)]
        options: &ListFunctions,
    ) -> Call<ListFunctionsResponse, LambdaError>;

    /// Returns information about the function or function version, with a link to download the
    /// deployment package that's valid for 10 minutes.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/GetFunction)
    #[rest_op(GET, "/2015-03-31/functions/<function_name>")]
    fn get_function(
        &self,
        #[check(check::length(1..=256))] function_name: &str,
        #[query("Qualifier")]
        #[check(check::length(1..=128))]
        qualifier: Option<&str>,
    ) -> Call<GetFunctionResponse, LambdaError>;

    /// Deletes a Lambda function.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/DeleteFunction)
    #[rest_op(DELETE, "/2015-03-31/functions/<function_name>")]
    fn delete_function(
        &self,
        #[check(check::length(1..=256))] function_name: &str,
        #[query("Qualifier")]
        #[check(check::length(1..=128))]
        qualifier: Option<&str>,
    ) -> Call<DeleteFunctionResponse, LambdaError>;

    /// Invokes a Lambda function.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/Invoke)
    #[rest_op(POST, "/2015-03-31/functions/<function_name>/invocations")]
    fn invoke(
        &self,
        #[check(check::length(1..=256))] function_name: &str,
        #[query("Qualifier")]
        #[check(check::length(1..=128))]
        qualifier: Option<&str>,
        #[header(prefix = "")]
        #[check(InvokeHeaders::check)]
        headers: &InvokeHeaders,
        #[body(bytes)] payload: Option<Bytes>,
    ) -> Call<InvocationResponse, LambdaError>;

    /// Adds tags to a function, event source mapping, or code signing configuration.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/TagResource)
    #[rest_op(POST, "/2017-03-31/tags/<resource>")]
    fn tag_resource(
        &self,
        #[check(check::length(1..=256))] resource: &str,
        #[body] input: &TagResource,
    ) -> Call<(), LambdaError>;

    /// Returns a function, event source mapping, or code signing configuration's tags.
    ///
    /// [Reference](https://docs.aws.amazon.com/goto/WebAPI/lambda-2015-03-31/ListTags)
    #[rest_op(GET, "/2017-03-31/tags/<resource>")]
    fn list_tags(&self, #[check(check::length(1..=256))] resource: &str) -> Call<ListTagsResponse, LambdaError>;
}

impl Lambda for Client {}

/// The body of `create_function`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateFunction {
    /// The name or ARN of the Lambda function.
    pub function_name: String,
    /// The identifier of the function's runtime.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runtime: Option<Runtime>,
    /// The Amazon Resource Name (ARN) of the function's execution role.
    pub role: String,
    /// The name of the method within your code that Lambda calls to run your function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// The code for the function.
    pub code: FunctionCode,
    /// A description of the function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The amount of time (in seconds) that Lambda allows a function to run before stopping it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout: Option<i32>,
    /// The amount of memory available to the function at runtime.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory_size: Option<i32>,
    /// Set to true to publish the first version of the function during creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish: Option<bool>,
    /// For network connectivity to Amazon Web Services resources in a VPC, specify a list of
    /// security groups and subnets in the VPC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vpc_config: Option<VpcConfig>,
    /// The type of deployment package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package_type: Option<PackageType>,
    /// A dead-letter queue configuration that specifies the queue or topic where Lambda sends
    /// asynchronous events when they fail processing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dead_letter_config: Option<DeadLetterConfig>,
    /// Environment variables that are accessible from function code during execution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// The ARN of the Key Management Service (KMS) customer managed key that's used to encrypt the
    /// following resources.
    #[serde(rename = "KMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_key_arn: Option<String>,
    /// Set `Mode` to `Active` to sample and trace a subset of incoming requests with X-Ray.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracing_config: Option<TracingConfig>,
    /// A list of tags to apply to the function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
    /// A list of function layers to add to the function's execution environment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<String>>,
    /// Connection settings for an Amazon EFS file system or an Amazon S3 Files file system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    /// Container image configuration values that override the values in the container image
    /// Dockerfile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_config: Option<ImageConfig>,
    /// To enable code signing for this function, specify the ARN of a code-signing configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_signing_config_arn: Option<String>,
    /// The instruction set architecture that the function supports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub architectures: Option<Vec<Architecture>>,
    /// The size of the function's `/tmp` directory in MB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ephemeral_storage: Option<EphemeralStorage>,
    /// The function's `SnapStart` setting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub snap_start: Option<SnapStart>,
    /// The function's Amazon `CloudWatch` Logs configuration settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logging_config: Option<LoggingConfig>,
    /// Configuration for the capacity provider that manages compute resources for Lambda functions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    /// Specifies where to publish the function version or configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish_to: Option<FunctionVersionLatestPublished>,
    /// Configuration settings for durable functions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub durable_config: Option<DurableConfig>,
    /// Configuration for multi-tenant applications that use Lambda functions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenancy_config: Option<TenancyConfig>,
}

impl CreateFunction {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("function_name", Some(&self.function_name), check::length(1..=140))
            .member("handler", self.handler.as_ref(), check::length(..=128))
            .member("description", self.description.as_ref(), check::length(..=256))
            .member("timeout", self.timeout.as_ref(), check::range(1..))
            .member("memory_size", self.memory_size.as_ref(), check::range(128..=32768))
            .member(
                "file_system_configs",
                self.file_system_configs.as_ref(),
                check::length(..=1),
            )
            .member(
                "code_signing_config_arn",
                self.code_signing_config_arn.as_ref(),
                check::length(..=200),
            )
            .member("architectures", self.architectures.as_ref(), check::length(1..=1))
            .finish()
    }
}

/// A runtime.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Runtime {
    /// `nodejs`
    Nodejs,
    /// `nodejs4.3`
    #[serde(rename = "nodejs4.3")]
    Nodejs4_3,
    /// `nodejs6.10`
    #[serde(rename = "nodejs6.10")]
    Nodejs6_10,
    /// `nodejs8.10`
    #[serde(rename = "nodejs8.10")]
    Nodejs8_10,
    /// `nodejs10.x`
    #[serde(rename = "nodejs10.x")]
    Nodejs10X,
    /// `nodejs12.x`
    #[serde(rename = "nodejs12.x")]
    Nodejs12X,
    /// `nodejs14.x`
    #[serde(rename = "nodejs14.x")]
    Nodejs14X,
    /// `nodejs16.x`
    #[serde(rename = "nodejs16.x")]
    Nodejs16X,
    /// `java8`
    Java8,
    /// `java8.al2`
    #[serde(rename = "java8.al2")]
    Java8Al2,
    /// `java11`
    Java11,
    /// `python2.7`
    #[serde(rename = "python2.7")]
    Python2_7,
    /// `python3.6`
    #[serde(rename = "python3.6")]
    Python3_6,
    /// `python3.7`
    #[serde(rename = "python3.7")]
    Python3_7,
    /// `python3.8`
    #[serde(rename = "python3.8")]
    Python3_8,
    /// `python3.9`
    #[serde(rename = "python3.9")]
    Python3_9,
    /// `dotnetcore1.0`
    #[serde(rename = "dotnetcore1.0")]
    Dotnetcore1_0,
    /// `dotnetcore2.0`
    #[serde(rename = "dotnetcore2.0")]
    Dotnetcore2_0,
    /// `dotnetcore2.1`
    #[serde(rename = "dotnetcore2.1")]
    Dotnetcore2_1,
    /// `dotnetcore3.1`
    #[serde(rename = "dotnetcore3.1")]
    Dotnetcore3_1,
    /// `dotnet6`
    Dotnet6,
    /// `dotnet8`
    Dotnet8,
    /// `nodejs4.3-edge`
    #[serde(rename = "nodejs4.3-edge")]
    Nodejs4_3Edge,
    /// `go1.x`
    #[serde(rename = "go1.x")]
    Go1X,
    /// `ruby2.5`
    #[serde(rename = "ruby2.5")]
    Ruby2_5,
    /// `ruby2.7`
    #[serde(rename = "ruby2.7")]
    Ruby2_7,
    /// `provided`
    Provided,
    /// `provided.al2`
    #[serde(rename = "provided.al2")]
    ProvidedAl2,
    /// `nodejs18.x`
    #[serde(rename = "nodejs18.x")]
    Nodejs18X,
    /// `python3.10`
    #[serde(rename = "python3.10")]
    Python3_10,
    /// `java17`
    Java17,
    /// `ruby3.2`
    #[serde(rename = "ruby3.2")]
    Ruby3_2,
    /// `ruby3.3`
    #[serde(rename = "ruby3.3")]
    Ruby3_3,
    /// `ruby3.4`
    #[serde(rename = "ruby3.4")]
    Ruby3_4,
    /// `python3.11`
    #[serde(rename = "python3.11")]
    Python3_11,
    /// `nodejs20.x`
    #[serde(rename = "nodejs20.x")]
    Nodejs20X,
    /// `provided.al2023`
    #[serde(rename = "provided.al2023")]
    ProvidedAl2023,
    /// `python3.12`
    #[serde(rename = "python3.12")]
    Python3_12,
    /// `java21`
    Java21,
    /// `python3.13`
    #[serde(rename = "python3.13")]
    Python3_13,
    /// `nodejs22.x`
    #[serde(rename = "nodejs22.x")]
    Nodejs22X,
    /// `nodejs24.x`
    #[serde(rename = "nodejs24.x")]
    Nodejs24X,
    /// `python3.14`
    #[serde(rename = "python3.14")]
    Python3_14,
    /// `java25`
    Java25,
    /// `dotnet10`
    Dotnet10,
    /// `ruby4.0`
    #[serde(rename = "ruby4.0")]
    Ruby4_0,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The code for the Lambda function.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct FunctionCode {
    /// The base64-encoded contents of the deployment package.
    ///
    /// Sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zip_file: Option<Blob>,
    /// An Amazon S3 bucket in the same Amazon Web Services Region as your function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_bucket: Option<String>,
    /// The Amazon S3 key of the deployment package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_key: Option<String>,
    /// For versioned objects, the version of the deployment package object to use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub s3_object_version: Option<String>,
    /// URI of a container image in the Amazon ECR registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_uri: Option<String>,
    /// The ARN of the Key Management Service (KMS) customer managed key that's used to encrypt your
    /// function's .zip deployment package.
    #[serde(rename = "SourceKMSKeyArn", skip_serializing_if = "Option::is_none")]
    pub source_kms_key_arn: Option<String>,
}

/// The VPC security groups and subnets that are attached to a Lambda function.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct VpcConfig {
    /// A list of VPC subnet IDs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subnet_ids: Option<Vec<String>>,
    /// A list of VPC security group IDs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_group_ids: Option<Vec<String>>,
    /// Allows outbound IPv6 traffic on VPC functions that are connected to dual-stack subnets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

/// A package type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum PackageType {
    /// `Zip`
    Zip,
    /// `Image`
    Image,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The dead-letter queue for failed asynchronous invocations.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DeadLetterConfig {
    /// The Amazon Resource Name (ARN) of an Amazon SQS queue or Amazon SNS topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_arn: Option<String>,
}

/// A function's environment variable settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Environment {
    /// Environment variable key-value pairs.
    ///
    /// Sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variables: Option<BTreeMap<String, String>>,
}

/// The function's X-Ray tracing configuration.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TracingConfig {
    /// The tracing mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<TracingMode>,
}

/// A tracing mode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum TracingMode {
    /// `Active`
    Active,
    /// `PassThrough`
    PassThrough,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Details about the connection between a Lambda function and an Amazon EFS file system or an
/// Amazon S3 Files file system.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct FileSystemConfig {
    /// The Amazon Resource Name (ARN) of the Amazon EFS or Amazon S3 Files access point that
    /// provides access to the file system.
    pub arn: String,
    /// The path where the function can access the file system, starting with `/mnt/`.
    pub local_mount_path: String,
}

/// Configuration values that override the container image Dockerfile settings.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImageConfig {
    /// Specifies the entry point to their application, which is typically the location of the
    /// runtime executable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_point: Option<Vec<String>>,
    /// Specifies parameters that you want to pass in with ENTRYPOINT.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<Vec<String>>,
    /// Specifies the working directory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_directory: Option<String>,
}

/// An architecture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Architecture {
    /// `x86_64`
    X86_64,
    /// `arm64`
    Arm64,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The size of the function's `/tmp` directory in MB.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct EphemeralStorage {
    /// The size of the function's `/tmp` directory.
    pub size: i32,
}

/// The function's Lambda `SnapStart` setting.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SnapStart {
    /// Set to `PublishedVersions` to create a snapshot of the initialized execution environment
    /// when you publish a function version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_on: Option<SnapStartApplyOn>,
}

/// A snap start apply on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum SnapStartApplyOn {
    /// `PublishedVersions`
    PublishedVersions,
    /// `None`
    None,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The function's Amazon `CloudWatch` Logs configuration settings.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LoggingConfig {
    /// The format in which Lambda sends your function's application and system logs to
    /// `CloudWatch`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_format: Option<LogFormat>,
    /// Set this property to filter the application logs for your function that Lambda sends to
    /// `CloudWatch`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_log_level: Option<ApplicationLogLevel>,
    /// Set this property to filter the system logs for your function that Lambda sends to
    /// `CloudWatch`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_log_level: Option<SystemLogLevel>,
    /// The name of the Amazon `CloudWatch` log group the function sends logs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log_group: Option<String>,
}

/// A log format.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum LogFormat {
    /// `JSON`
    #[serde(rename = "JSON")]
    Json,
    /// `Text`
    Text,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// An application log level.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ApplicationLogLevel {
    /// `TRACE`
    Trace,
    /// `DEBUG`
    Debug,
    /// `INFO`
    Info,
    /// `WARN`
    Warn,
    /// `ERROR`
    Error,
    /// `FATAL`
    Fatal,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A system log level.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SystemLogLevel {
    /// `DEBUG`
    Debug,
    /// `INFO`
    Info,
    /// `WARN`
    Warn,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Configuration for the capacity provider that manages compute resources for Lambda functions.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CapacityProviderConfig {
    /// Configuration for Lambda-managed instances used by the capacity provider.
    pub lambda_managed_instances_capacity_provider_config: LambdaManagedInstancesCapacityProviderConfig,
}

/// Configuration for Lambda-managed instances used by the capacity provider.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct LambdaManagedInstancesCapacityProviderConfig {
    /// The Amazon Resource Name (ARN) of the capacity provider.
    pub capacity_provider_arn: String,
    /// The maximum number of concurrent execution environments that can run on each compute
    /// instance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_execution_environment_max_concurrency: Option<i32>,
    /// The amount of memory in GiB allocated per vCPU for execution environments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_environment_memory_gi_b_per_v_cpu: Option<f64>,
}

/// The type `FunctionVersionLatestPublished`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FunctionVersionLatestPublished {
    /// `LATEST_PUBLISHED`
    LatestPublished,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Configuration settings for durable functions, including execution timeout and retention period
/// for execution history.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DurableConfig {
    /// The number of days to retain execution history after a durable execution completes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_period_in_days: Option<i32>,
    /// The maximum time (in seconds) that a durable execution can run before timing out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_timeout: Option<i32>,
}

/// Specifies the tenant isolation mode configuration for a Lambda function.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TenancyConfig {
    /// Tenant isolation mode allows for invocation to be sent to a corresponding execution
    /// environment dedicated to a specific tenant ID.
    pub tenant_isolation_mode: TenantIsolationMode,
}

/// A tenant isolation mode.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TenantIsolationMode {
    /// `PER_TENANT`
    PerTenant,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Details about a function's configuration.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct FunctionConfiguration {
    /// The name of the function.
    pub function_name: Option<String>,
    /// The function's Amazon Resource Name (ARN).
    pub function_arn: Option<String>,
    /// The identifier of the function's runtime.
    pub runtime: Option<Runtime>,
    /// The function's execution role.
    pub role: Option<String>,
    /// The function that Lambda calls to begin running your function.
    pub handler: Option<String>,
    /// The size of the function's deployment package, in bytes.
    pub code_size: Option<i64>,
    /// The function's description.
    pub description: Option<String>,
    /// The amount of time in seconds that Lambda allows a function to run before stopping it.
    pub timeout: Option<i32>,
    /// The amount of memory available to the function at runtime.
    pub memory_size: Option<i32>,
    /// The date and time that the function was last updated, in ISO-8601 format
    /// (YYYY-MM-DDThh:mm:ss.sTZD).
    pub last_modified: Option<String>,
    /// The SHA256 hash of the function's deployment package.
    pub code_sha256: Option<String>,
    /// The version of the Lambda function.
    pub version: Option<String>,
    /// The function's networking configuration.
    pub vpc_config: Option<VpcConfigResponse>,
    /// The function's dead letter queue.
    pub dead_letter_config: Option<DeadLetterConfig>,
    /// The function's environment variables.
    pub environment: Option<EnvironmentResponse>,
    /// The ARN of the Key Management Service (KMS) customer managed key that's used to encrypt the
    /// following resources.
    #[serde(rename = "KMSKeyArn")]
    pub kms_key_arn: Option<String>,
    /// The function's X-Ray tracing configuration.
    pub tracing_config: Option<TracingConfigResponse>,
    /// For Lambda@Edge functions, the ARN of the main function.
    pub master_arn: Option<String>,
    /// The latest updated revision of the function or alias.
    pub revision_id: Option<String>,
    /// The function's layers.
    pub layers: Option<Vec<Layer>>,
    /// The current state of the function.
    pub state: Option<State>,
    /// The reason for the function's current state.
    pub state_reason: Option<String>,
    /// The reason code for the function's current state.
    pub state_reason_code: Option<StateReasonCode>,
    /// The status of the last update that was performed on the function.
    pub last_update_status: Option<LastUpdateStatus>,
    /// The reason for the last update that was performed on the function.
    pub last_update_status_reason: Option<String>,
    /// The reason code for the last update that was performed on the function.
    pub last_update_status_reason_code: Option<LastUpdateStatusReasonCode>,
    /// Connection settings for an Amazon EFS file system or an Amazon S3 Files file system.
    pub file_system_configs: Option<Vec<FileSystemConfig>>,
    /// The type of deployment package.
    pub package_type: Option<PackageType>,
    /// The function's image configuration values.
    pub image_config_response: Option<ImageConfigResponse>,
    /// The ARN of the signing profile version.
    pub signing_profile_version_arn: Option<String>,
    /// The ARN of the signing job.
    pub signing_job_arn: Option<String>,
    /// The instruction set architecture that the function supports.
    pub architectures: Option<Vec<Architecture>>,
    /// The size of the function's `/tmp` directory in MB.
    pub ephemeral_storage: Option<EphemeralStorage>,
    /// Set `ApplyOn` to `PublishedVersions` to create a snapshot of the initialized execution
    /// environment when you publish a function version.
    pub snap_start: Option<SnapStartResponse>,
    /// The ARN of the runtime and any errors that occured.
    pub runtime_version_config: Option<RuntimeVersionConfig>,
    /// The function's Amazon `CloudWatch` Logs configuration settings.
    pub logging_config: Option<LoggingConfig>,
    /// Configuration for the capacity provider that manages compute resources for Lambda functions.
    pub capacity_provider_config: Option<CapacityProviderConfig>,
    /// The SHA256 hash of the function configuration.
    pub config_sha256: Option<String>,
    /// The function's durable execution configuration settings, if the function is configured for
    /// durability.
    pub durable_config: Option<DurableConfig>,
    /// The function's tenant isolation configuration settings.
    pub tenancy_config: Option<TenancyConfig>,
}

/// The VPC security groups and subnets that are attached to a Lambda function.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct VpcConfigResponse {
    /// A list of VPC subnet IDs.
    pub subnet_ids: Option<Vec<String>>,
    /// A list of VPC security group IDs.
    pub security_group_ids: Option<Vec<String>>,
    /// The ID of the VPC.
    pub vpc_id: Option<String>,
    /// Allows outbound IPv6 traffic on VPC functions that are connected to dual-stack subnets.
    pub ipv6_allowed_for_dual_stack: Option<bool>,
}

/// The results of an operation to update or read environment variables.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EnvironmentResponse {
    /// Environment variable key-value pairs.
    ///
    /// Sensitive.
    pub variables: Option<BTreeMap<String, String>>,
    /// Error messages for environment variables that couldn't be applied.
    pub error: Option<EnvironmentError>,
}

/// Error messages for environment variables that couldn't be applied.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EnvironmentError {
    /// The error code.
    pub error_code: Option<String>,
    /// The error message.
    ///
    /// Sensitive.
    pub message: Option<String>,
}

/// The function's X-Ray tracing configuration.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TracingConfigResponse {
    /// The tracing mode.
    pub mode: Option<TracingMode>,
}

/// An Lambda layer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Layer {
    /// The Amazon Resource Name (ARN) of the function layer.
    pub arn: Option<String>,
    /// The size of the layer archive in bytes.
    pub code_size: Option<i64>,
    /// The Amazon Resource Name (ARN) for a signing profile version.
    pub signing_profile_version_arn: Option<String>,
    /// The Amazon Resource Name (ARN) of a signing job.
    pub signing_job_arn: Option<String>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum State {
    /// `Pending`
    Pending,
    /// `Active`
    Active,
    /// `Inactive`
    Inactive,
    /// `Failed`
    Failed,
    /// `Deactivating`
    Deactivating,
    /// `Deactivated`
    Deactivated,
    /// `ActiveNonInvocable`
    ActiveNonInvocable,
    /// `Deleting`
    Deleting,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A state reason code.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum StateReasonCode {
    /// `Idle`
    Idle,
    /// `Creating`
    Creating,
    /// `Restoring`
    Restoring,
    /// `EniLimitExceeded`
    EniLimitExceeded,
    /// `InsufficientRolePermissions`
    InsufficientRolePermissions,
    /// `InvalidConfiguration`
    InvalidConfiguration,
    /// `InternalError`
    InternalError,
    /// `SubnetOutOfIPAddresses`
    #[serde(rename = "SubnetOutOfIPAddresses")]
    SubnetOutOfIpAddresses,
    /// `InvalidSubnet`
    InvalidSubnet,
    /// `InvalidSecurityGroup`
    InvalidSecurityGroup,
    /// `ImageDeleted`
    ImageDeleted,
    /// `ImageAccessDenied`
    ImageAccessDenied,
    /// `InvalidImage`
    InvalidImage,
    /// `KMSKeyAccessDenied`
    #[serde(rename = "KMSKeyAccessDenied")]
    KmsKeyAccessDenied,
    /// `KMSKeyNotFound`
    #[serde(rename = "KMSKeyNotFound")]
    KmsKeyNotFound,
    /// `InvalidStateKMSKey`
    #[serde(rename = "InvalidStateKMSKey")]
    InvalidStateKmsKey,
    /// `DisabledKMSKey`
    #[serde(rename = "DisabledKMSKey")]
    DisabledKmsKey,
    /// `EFSIOError`
    #[serde(rename = "EFSIOError")]
    EfsioError,
    /// `EFSMountConnectivityError`
    #[serde(rename = "EFSMountConnectivityError")]
    EfsMountConnectivityError,
    /// `EFSMountFailure`
    #[serde(rename = "EFSMountFailure")]
    EfsMountFailure,
    /// `EFSMountTimeout`
    #[serde(rename = "EFSMountTimeout")]
    EfsMountTimeout,
    /// `InvalidRuntime`
    InvalidRuntime,
    /// `InvalidZipFileException`
    InvalidZipFileException,
    /// `FunctionError`
    FunctionError,
    /// `DrainingDurableExecutions`
    DrainingDurableExecutions,
    /// `VcpuLimitExceeded`
    VcpuLimitExceeded,
    /// `CapacityProviderScalingLimitExceeded`
    CapacityProviderScalingLimitExceeded,
    /// `InsufficientCapacity`
    InsufficientCapacity,
    /// `EC2RequestLimitExceeded`
    #[serde(rename = "EC2RequestLimitExceeded")]
    Ec2RequestLimitExceeded,
    /// `FunctionError.InitTimeout`
    #[serde(rename = "FunctionError.InitTimeout")]
    FunctionErrorInitTimeout,
    /// `FunctionError.RuntimeInitError`
    #[serde(rename = "FunctionError.RuntimeInitError")]
    FunctionErrorRuntimeInitError,
    /// `FunctionError.ExtensionInitError`
    #[serde(rename = "FunctionError.ExtensionInitError")]
    FunctionErrorExtensionInitError,
    /// `FunctionError.InvalidEntryPoint`
    #[serde(rename = "FunctionError.InvalidEntryPoint")]
    FunctionErrorInvalidEntryPoint,
    /// `FunctionError.InvalidWorkingDirectory`
    #[serde(rename = "FunctionError.InvalidWorkingDirectory")]
    FunctionErrorInvalidWorkingDirectory,
    /// `FunctionError.PermissionDenied`
    #[serde(rename = "FunctionError.PermissionDenied")]
    FunctionErrorPermissionDenied,
    /// `FunctionError.TooManyExtensions`
    #[serde(rename = "FunctionError.TooManyExtensions")]
    FunctionErrorTooManyExtensions,
    /// `FunctionError.InitResourceExhausted`
    #[serde(rename = "FunctionError.InitResourceExhausted")]
    FunctionErrorInitResourceExhausted,
    /// `DisallowedByVpcEncryptionControl`
    DisallowedByVpcEncryptionControl,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A last update status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum LastUpdateStatus {
    /// `Successful`
    Successful,
    /// `Failed`
    Failed,
    /// `InProgress`
    InProgress,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The type `LastUpdateStatusReasonCode`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum LastUpdateStatusReasonCode {
    /// `EniLimitExceeded`
    EniLimitExceeded,
    /// `InsufficientRolePermissions`
    InsufficientRolePermissions,
    /// `InvalidConfiguration`
    InvalidConfiguration,
    /// `InternalError`
    InternalError,
    /// `SubnetOutOfIPAddresses`
    #[serde(rename = "SubnetOutOfIPAddresses")]
    SubnetOutOfIpAddresses,
    /// `InvalidSubnet`
    InvalidSubnet,
    /// `InvalidSecurityGroup`
    InvalidSecurityGroup,
    /// `ImageDeleted`
    ImageDeleted,
    /// `ImageAccessDenied`
    ImageAccessDenied,
    /// `InvalidImage`
    InvalidImage,
    /// `KMSKeyAccessDenied`
    #[serde(rename = "KMSKeyAccessDenied")]
    KmsKeyAccessDenied,
    /// `KMSKeyNotFound`
    #[serde(rename = "KMSKeyNotFound")]
    KmsKeyNotFound,
    /// `InvalidStateKMSKey`
    #[serde(rename = "InvalidStateKMSKey")]
    InvalidStateKmsKey,
    /// `DisabledKMSKey`
    #[serde(rename = "DisabledKMSKey")]
    DisabledKmsKey,
    /// `EFSIOError`
    #[serde(rename = "EFSIOError")]
    EfsioError,
    /// `EFSMountConnectivityError`
    #[serde(rename = "EFSMountConnectivityError")]
    EfsMountConnectivityError,
    /// `EFSMountFailure`
    #[serde(rename = "EFSMountFailure")]
    EfsMountFailure,
    /// `EFSMountTimeout`
    #[serde(rename = "EFSMountTimeout")]
    EfsMountTimeout,
    /// `InvalidRuntime`
    InvalidRuntime,
    /// `InvalidZipFileException`
    InvalidZipFileException,
    /// `FunctionError`
    FunctionError,
    /// `VcpuLimitExceeded`
    VcpuLimitExceeded,
    /// `CapacityProviderScalingLimitExceeded`
    CapacityProviderScalingLimitExceeded,
    /// `InsufficientCapacity`
    InsufficientCapacity,
    /// `EC2RequestLimitExceeded`
    #[serde(rename = "EC2RequestLimitExceeded")]
    Ec2RequestLimitExceeded,
    /// `FunctionError.InitTimeout`
    #[serde(rename = "FunctionError.InitTimeout")]
    FunctionErrorInitTimeout,
    /// `FunctionError.RuntimeInitError`
    #[serde(rename = "FunctionError.RuntimeInitError")]
    FunctionErrorRuntimeInitError,
    /// `FunctionError.ExtensionInitError`
    #[serde(rename = "FunctionError.ExtensionInitError")]
    FunctionErrorExtensionInitError,
    /// `FunctionError.InvalidEntryPoint`
    #[serde(rename = "FunctionError.InvalidEntryPoint")]
    FunctionErrorInvalidEntryPoint,
    /// `FunctionError.InvalidWorkingDirectory`
    #[serde(rename = "FunctionError.InvalidWorkingDirectory")]
    FunctionErrorInvalidWorkingDirectory,
    /// `FunctionError.PermissionDenied`
    #[serde(rename = "FunctionError.PermissionDenied")]
    FunctionErrorPermissionDenied,
    /// `FunctionError.TooManyExtensions`
    #[serde(rename = "FunctionError.TooManyExtensions")]
    FunctionErrorTooManyExtensions,
    /// `FunctionError.InitResourceExhausted`
    #[serde(rename = "FunctionError.InitResourceExhausted")]
    FunctionErrorInitResourceExhausted,
    /// `DisallowedByVpcEncryptionControl`
    DisallowedByVpcEncryptionControl,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Response to a `GetFunctionConfiguration` request.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImageConfigResponse {
    /// Configuration values that override the container image Dockerfile.
    pub image_config: Option<ImageConfig>,
    /// Error response to `GetFunctionConfiguration`.
    pub error: Option<ImageConfigError>,
}

/// Error response to `GetFunctionConfiguration`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ImageConfigError {
    /// Error code.
    pub error_code: Option<String>,
    /// Error message.
    ///
    /// Sensitive.
    pub message: Option<String>,
}

/// The function's `SnapStart` setting.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct SnapStartResponse {
    /// When set to `PublishedVersions`, Lambda creates a snapshot of the execution environment when
    /// you publish a function version.
    pub apply_on: Option<SnapStartApplyOn>,
    /// When you provide a qualified Amazon Resource Name (ARN), this response element indicates
    /// whether `SnapStart` is activated for the specified function version.
    pub optimization_status: Option<SnapStartOptimizationStatus>,
}

/// A snap start optimization status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum SnapStartOptimizationStatus {
    /// `On`
    On,
    /// `Off`
    Off,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The ARN of the runtime and any errors that occured.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RuntimeVersionConfig {
    /// The ARN of the runtime version you want the function to use.
    pub runtime_version_arn: Option<String>,
    /// Error response when Lambda is unable to retrieve the runtime version for a function.
    pub error: Option<RuntimeVersionError>,
}

/// Any error returned when the runtime version information for the function could not be retrieved.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RuntimeVersionError {
    /// The error code.
    pub error_code: Option<String>,
    /// The error message.
    ///
    /// Sensitive.
    pub message: Option<String>,
}

/// The optional parameters of [`list_functions`](Lambda::list_functions).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ListFunctions {
    /// For Lambda@Edge functions, the Amazon Web Services Region of the master function.
    pub master_region: Option<String>,
    /// Set to `ALL` to include entries for all published versions of each function.
    pub function_version: Option<FunctionVersion>,
    /// Specify the pagination token that's returned by a previous request to retrieve the next page
    /// of results.
    pub marker: Option<String>,
    /// The maximum number of functions to return in the response.
    pub max_items: Option<i32>,
}

impl ListFunctions {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("max_items", self.max_items.as_ref(), check::range(1..=10000))
            .finish()
    }
}

/// A function version.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum FunctionVersion {
    /// `ALL`
    All,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A list of Lambda functions.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
pub struct ListFunctionsResponse {
    /// The pagination token that's included if more results are available.
    #[page(next = query("Marker"))]
    pub next_marker: Option<String>,
    /// A list of Lambda functions.
    #[serde(default)]
    #[page(items)]
    pub functions: Vec<FunctionConfiguration>,
}

/// The result of `get_function`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct GetFunctionResponse {
    /// The configuration of the function or version.
    pub configuration: Option<FunctionConfiguration>,
    /// The deployment package of the function or version.
    pub code: Option<FunctionCodeLocation>,
    /// The function's tags.
    pub tags: Option<BTreeMap<String, String>>,
    /// An object that contains details about an error related to retrieving tags.
    pub tags_error: Option<TagsError>,
    /// The function's reserved concurrency.
    pub concurrency: Option<Concurrency>,
}

/// Details about a function's deployment package.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct FunctionCodeLocation {
    /// The service that's hosting the file.
    pub repository_type: Option<String>,
    /// A presigned URL that you can use to download the deployment package.
    pub location: Option<String>,
    /// URI of a container image in the Amazon ECR registry.
    pub image_uri: Option<String>,
    /// The resolved URI for the image.
    pub resolved_image_uri: Option<String>,
    /// The ARN of the Key Management Service (KMS) customer managed key that's used to encrypt your
    /// function's .zip deployment package.
    #[serde(rename = "SourceKMSKeyArn")]
    pub source_kms_key_arn: Option<String>,
}

/// An object that contains details about an error related to retrieving tags.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TagsError {
    /// The error code.
    pub error_code: String,
    /// The error message.
    pub message: String,
}

/// A concurrency.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Concurrency {
    /// The number of concurrent executions that are reserved for this function.
    pub reserved_concurrent_executions: Option<i32>,
}

/// The result of `delete_function`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct DeleteFunctionResponse {
    /// The HTTP status code returned by the operation.
    #[from_response(status)]
    pub status_code: u16,
}

/// The optional headers of [`invoke`](Lambda::invoke).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct InvokeHeaders {
    /// Choose from the following options.
    #[serde(rename = "x-amz-invocation-type")]
    pub invocation_type: Option<InvocationType>,
    /// Set to `Tail` to include the execution log in the response.
    #[serde(rename = "x-amz-log-type")]
    pub log_type: Option<LogType>,
    /// Up to 3,583 bytes of base64-encoded data about the invoking client to pass to the function
    /// in the context object.
    #[serde(rename = "x-amz-client-context")]
    pub client_context: Option<String>,
    /// Optional unique name for the durable execution.
    #[serde(rename = "x-amz-durable-execution-name")]
    pub durable_execution_name: Option<String>,
    /// The identifier of the tenant in a multi-tenant Lambda function.
    #[serde(rename = "x-amz-tenant-id")]
    pub tenant_id: Option<String>,
}

impl InvokeHeaders {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member(
                "durable_execution_name",
                self.durable_execution_name.as_ref(),
                check::length(1..=64),
            )
            .member("tenant_id", self.tenant_id.as_ref(), check::length(1..=256))
            .finish()
    }
}

/// An invocation type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum InvocationType {
    /// `Event`
    Event,
    /// `RequestResponse`
    RequestResponse,
    /// `DryRun`
    DryRun,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A log type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum LogType {
    /// `None`
    None,
    /// `Tail`
    Tail,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// The result of `invoke`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct InvocationResponse {
    /// The HTTP status code is in the 200 range for a successful request.
    #[from_response(status)]
    pub status_code: u16,
    /// If present, indicates that an error occurred during function execution.
    #[from_response(header = "x-amz-function-error")]
    pub function_error: Option<String>,
    /// The last 4 KB of the execution log, which is base64-encoded.
    #[from_response(header = "x-amz-log-result")]
    pub log_result: Option<String>,
    /// The response from the function, or an error object.
    ///
    /// Sensitive.
    #[from_response(body)]
    pub payload: Bytes,
    /// The version of the function that executed.
    #[from_response(header = "x-amz-executed-version")]
    pub executed_version: Option<String>,
    /// The ARN of the durable execution that was started.
    #[from_response(header = "x-amz-durable-execution-arn")]
    pub durable_execution_arn: Option<String>,
}

/// The body of `tag_resource`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct TagResource {
    /// A list of tags to apply to the resource.
    pub tags: BTreeMap<String, String>,
}

/// The result of `list_tags`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub struct ListTagsResponse {
    /// The function's tags.
    pub tags: Option<BTreeMap<String, String>>,
}

/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum LambdaError {
    /// One of the parameters in the request is not valid.
    #[api_error(code = "InvalidParameterValueException")]
    InvalidParameterValue(ErrorResponse),
    /// The code signature failed the integrity check.
    #[api_error(code = "InvalidCodeSignatureException")]
    InvalidCodeSignature(ErrorResponse),
    /// The code signature failed one or more of the validation checks for signature mismatch or
    /// expiry, and the code signing policy is set to ENFORCE.
    #[api_error(code = "CodeVerificationFailedException")]
    CodeVerificationFailed(ErrorResponse),
    /// Your Amazon Web Services account has exceeded its maximum total code size.
    #[api_error(code = "CodeStorageExceededException")]
    CodeStorageExceeded(ErrorResponse),
    /// The maximum number of function versions that can be associated with a single capacity
    /// provider has been exceeded.
    #[api_error(code = "FunctionVersionsPerCapacityProviderLimitExceededException")]
    FunctionVersionsPerCapacityProviderLimitExceeded(ErrorResponse),
    /// The function has no published versions available.
    #[api_error(code = "NoPublishedVersionException")]
    NoPublishedVersion(ErrorResponse),
    /// The `afterRestore()` runtime hook encountered an error.
    #[api_error(code = "SnapStartException")]
    SnapStart(ErrorResponse),
    /// Lambda has detected your function being invoked in a recursive loop with other Amazon Web
    /// Services resources and stopped your function's invocation.
    #[api_error(code = "RecursiveInvocationException")]
    RecursiveInvocation(ErrorResponse),
    /// The request body could not be parsed as JSON, or a request header is invalid.
    #[api_error(code = "InvalidRequestContentException")]
    InvalidRequestContent(ErrorResponse),
    /// The Lambda function couldn't mount the configured S3 Files access point due to a permission
    /// or configuration issue.
    #[api_error(code = "S3FilesMountFailureException")]
    S3FilesMountFailure(ErrorResponse),
    /// The Lambda function couldn't mount the configured file system due to a permission or
    /// configuration issue.
    #[api_error(code = "EFSMountFailureException")]
    EfsMountFailure(ErrorResponse),
    /// The resource specified in the request does not exist.
    #[api_error(code = "ResourceNotFoundException")]
    ResourceNotFound(ErrorResponse),
    /// The specified code signing configuration does not exist.
    #[api_error(code = "CodeSigningConfigNotFoundException")]
    CodeSigningConfigNotFound(ErrorResponse),
    /// Lambda couldn't restore the snapshot within the timeout limit.
    #[api_error(code = "SnapStartTimeoutException")]
    SnapStartTimeout(ErrorResponse),
    /// The Lambda function couldn't make a network connection to the configured file system.
    #[api_error(code = "EFSMountConnectivityException")]
    EfsMountConnectivity(ErrorResponse),
    /// The Lambda function couldn't make a network connection to the configured S3 Files access
    /// point.
    #[api_error(code = "S3FilesMountConnectivityException")]
    S3FilesMountConnectivity(ErrorResponse),
    /// The Lambda function made a network connection to the configured file system, but the mount
    /// operation timed out.
    #[api_error(code = "EFSMountTimeoutException")]
    EfsMountTimeout(ErrorResponse),
    /// The Lambda function made a network connection to the configured S3 Files access point, but
    /// the mount operation timed out.
    #[api_error(code = "S3FilesMountTimeoutException")]
    S3FilesMountTimeout(ErrorResponse),
    /// The resource already exists, or another operation is in progress.
    #[api_error(code = "ResourceConflictException")]
    ResourceConflict(ErrorResponse),
    /// Lambda is initializing your function.
    #[api_error(code = "SnapStartNotReadyException")]
    SnapStartNotReady(ErrorResponse),
    /// The durable execution with the specified name has already been started.
    #[api_error(code = "DurableExecutionAlreadyStartedException")]
    DurableExecutionAlreadyStarted(ErrorResponse),
    /// An error occurred when reading from or writing to a connected file system.
    #[api_error(code = "EFSIOException", status = 410)]
    Efsio(ErrorResponse),
    /// The request payload exceeded the `Invoke` request body JSON input quota.
    #[api_error(code = "RequestTooLargeException")]
    RequestTooLarge(ErrorResponse),
    /// The request payload exceeded the maximum allowed size for serialized request entities.
    #[api_error(code = "SerializedRequestEntityTooLargeException")]
    SerializedRequestEntityTooLarge(ErrorResponse),
    /// The content type of the `Invoke` request body is not JSON.
    #[api_error(code = "UnsupportedMediaTypeException", status = 415)]
    UnsupportedMediaType(ErrorResponse),
    /// The request throughput limit was exceeded.
    #[api_error(code = "TooManyRequestsException", status = 429)]
    TooManyRequests(ErrorResponse),
    /// The Lambda service encountered an internal error.
    #[api_error(code = "ServiceException", status = 500)]
    Service(ErrorResponse),
    /// The function is inactive and its VPC connection is no longer available.
    #[api_error(code = "ResourceNotReadyException")]
    ResourceNotReady(ErrorResponse),
    /// The security group ID provided in the Lambda function VPC configuration is not valid.
    #[api_error(code = "InvalidSecurityGroupIDException")]
    InvalidSecurityGroupId(ErrorResponse),
    /// Amazon EC2 throttled Lambda during Lambda function initialization using the execution role
    /// provided for the function.
    #[api_error(code = "EC2ThrottledException")]
    Ec2Throttled(ErrorResponse),
    /// Lambda couldn't set up VPC access for the Lambda function because one or more configured
    /// subnets has no available IP addresses.
    #[api_error(code = "SubnetIPAddressLimitReachedException")]
    SubnetIpAddressLimitReached(ErrorResponse),
    /// Lambda couldn't decrypt the environment variables because KMS access was denied.
    #[api_error(code = "KMSAccessDeniedException")]
    KmsAccessDenied(ErrorResponse),
    /// Lambda couldn't decrypt the environment variables because the KMS key used is disabled.
    #[api_error(code = "KMSDisabledException")]
    KmsDisabled(ErrorResponse),
    /// The runtime or runtime version specified is not supported.
    #[api_error(code = "InvalidRuntimeException")]
    InvalidRuntime(ErrorResponse),
    /// Lambda received an unexpected Amazon EC2 client exception while setting up for the Lambda
    /// function.
    #[api_error(code = "EC2UnexpectedException")]
    Ec2Unexpected(ErrorResponse),
    /// The subnet ID provided in the Lambda function VPC configuration is not valid.
    #[api_error(code = "InvalidSubnetIDException")]
    InvalidSubnetId(ErrorResponse),
    /// Lambda couldn't decrypt the environment variables because the KMS key was not found.
    #[api_error(code = "KMSNotFoundException")]
    KmsNotFound(ErrorResponse),
    /// Need additional permissions to configure VPC settings.
    #[api_error(code = "EC2AccessDeniedException")]
    Ec2AccessDenied(ErrorResponse),
    /// Lambda couldn't decrypt the environment variables because the state of the KMS key used is
    /// not valid for Decrypt.
    #[api_error(code = "KMSInvalidStateException")]
    KmsInvalidState(ErrorResponse),
    /// Lambda couldn't create an elastic network interface in the VPC, specified as part of Lambda
    /// function configuration, because the limit for network interfaces has been reached.
    #[api_error(code = "ENILimitReachedException")]
    EniLimitReached(ErrorResponse),
    /// Lambda could not unzip the deployment package.
    #[api_error(code = "InvalidZipFileException")]
    InvalidZipFile(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
