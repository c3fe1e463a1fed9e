//! The configuration of a client: explicit values, else the AWS settings, else the defaults.

mod endpoint;
mod error;

use std::fmt;
use std::sync::Arc;

use rest_op::aws::Settings;
use rest_op::credentials::{CredentialsError, DefaultChain, ProvideCredentials, future};
use rest_op::{Client, ClientBuilder, SigV4};

pub use self::endpoint::Endpoint;
use self::endpoint::without_user_info;
pub use self::error::ConfigError;

/// Creates a client with the region, endpoint and credentials that AWS tools use, like `boto3.client("chime")`.
///
/// # Errors
///
/// Returns an error if no region is set or a setting is invalid. Credentials are loaded by the first call.
///
/// ```no_run
/// use chime_rooms::{ChimeRooms, ListRooms};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let chime = chime_rooms::client()?;
/// let page = chime.list_rooms("12a3456b-7c89-012d-3456-78901e23fg45", &ListRooms::default()).await?;
/// # Ok(())
/// # }
/// ```
#[inline]
pub fn client() -> Result<Client, ConfigError> {
    Config::from_env().client()
}

/// The configuration of a client. Values that are not set are read from where AWS tools read them.
///
/// | method | `boto3.client("chime", …)` | default |
/// |---|---|---|
/// | [`region`](Self::region) | `region_name` | `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile |
/// | [`endpoint_url`](Self::endpoint_url) | `endpoint_url` | `AWS_ENDPOINT_URL_CHIME`, `AWS_ENDPOINT_URL`, the profile, the [rules](Endpoint) |
/// | [`credentials`](Self::credentials) | `aws_access_key_id`, … | the [default chain](DefaultChain) |
/// | [`profile`](Self::profile) | `Session(profile_name)` | `AWS_PROFILE` |
/// | [`use_fips`](Self::use_fips) | `Config(use_fips_endpoint)` | `AWS_USE_FIPS_ENDPOINT`, the profile |
/// | [`use_dual_stack`](Self::use_dual_stack) | `Config(use_dualstack_endpoint)` | `AWS_USE_DUALSTACK_ENDPOINT`, the profile |
///
/// ```no_run
/// use std::time::Duration;
/// use chime_rooms::Config;
/// use rest_op::Credentials;
///
/// let chime = Config::from_env()
///     .region("us-east-1")
///     .endpoint_url("http://localhost:4566")
///     .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "example"))
///     .client_builder()?
///     .timeout(Duration::from_secs(10))
///     .build()?;
/// # Ok::<(), chime_rooms::ConfigError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct Config {
    settings: Settings,
    region: Option<String>,
    endpoint_url: Option<String>,
    use_fips: Option<bool>,
    use_dual_stack: Option<bool>,
    credentials: Option<Arc<dyn ProvideCredentials>>,
}

impl Config {
    /// Creates a configuration that reads no settings and no credentials of this machine: the region and the credentials
    /// must be set.
    ///
    /// ```
    /// use chime_rooms::Config;
    /// use rest_op::Credentials;
    ///
    /// let chime = Config::new()
    ///     .region("us-east-1")
    ///     .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "example"))
    ///     .client()?;
    /// # Ok::<(), chime_rooms::ConfigError>(())
    /// ```
    #[inline]
    #[expect(
        clippy::new_without_default,
        reason = "a default would suggest the settings of the machine"
    )]
    pub fn new() -> Self {
        Self::from_settings(Settings::from_variables(|_| None)).credentials(Unset)
    }

    /// Creates a configuration from the environment of this process.
    #[inline]
    pub fn from_env() -> Self {
        Self::from_settings(Settings::from_env())
    }

    /// Creates a configuration from these settings.
    pub fn from_settings(settings: Settings) -> Self {
        Self {
            settings,
            region: None,
            endpoint_url: None,
            use_fips: None,
            use_dual_stack: None,
            credentials: None,
        }
    }

    /// Sets the profile that is read from the shared files.
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.settings = self.settings.with_profile(name);
        self
    }

    /// Sets the region.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Sets the endpoint, which may have a path, in place of the one that the [rules](Endpoint::resolve) determine.
    /// Requests are signed for the configured region.
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.endpoint_url = Some(url.into());
        self
    }

    /// Sets whether to use the endpoint that is validated for FIPS 140.
    pub fn use_fips(mut self, on: bool) -> Self {
        self.use_fips = Some(on);
        self
    }

    /// Sets whether to use the endpoint that supports IPv6.
    pub fn use_dual_stack(mut self, on: bool) -> Self {
        self.use_dual_stack = Some(on);
        self
    }

    /// Sets the credentials or their provider.
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(Arc::new(credentials));
        self
    }

    /// Returns the endpoint of this configuration.
    ///
    /// # Errors
    ///
    /// Returns an error if no region is set, a setting is invalid, or an explicit endpoint is combined with FIPS or dual
    /// stack.
    #[inline]
    pub fn endpoint(&self) -> Result<Endpoint, ConfigError> {
        let region = self.region.clone().map_or_else(|| self.settings.region(), Ok)?;
        let url = match &self.endpoint_url {
            Some(url) => Some(url.clone()),
            None => self.settings.endpoint_url("chime")?,
        };
        let use_fips = self.use_fips.map_or_else(|| self.settings.use_fips(), Ok)?;
        let use_dual_stack = self.use_dual_stack.map_or_else(|| self.settings.use_dual_stack(), Ok)?;
        match url {
            Some(url) if use_fips || use_dual_stack => Err(ConfigError::Exclusive {
                url: without_user_info(&url).into_owned(),
            }),
            Some(url) => Ok(Endpoint::from_url(url, region)),
            None => Endpoint::resolve(&region, use_fips, use_dual_stack),
        }
    }

    /// Returns a client builder, to set timeouts, retries or the transport.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`endpoint`](Self::endpoint).
    #[inline]
    pub fn client_builder(self) -> Result<ClientBuilder, ConfigError> {
        let endpoint = self.endpoint()?;
        let credentials = self
            .credentials
            .unwrap_or_else(|| Arc::new(DefaultChain::new(self.settings)));
        let auth = SigV4::new("chime", endpoint.signing_region(), credentials);
        Ok(Client::builder(endpoint.url()).auth(auth))
    }

    /// Creates a client. Credentials are loaded by the first call.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`endpoint`](Self::endpoint), and an error if an explicit endpoint is not a valid URL or uses
    /// plain HTTP for another host than loopback.
    #[inline]
    pub fn client(self) -> Result<Client, ConfigError> {
        Ok(self.client_builder()?.build()?)
    }
}

/// No credentials.
#[derive(Debug)]
struct Unset;

impl ProvideCredentials for Unset {
    #[inline]
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let error = CredentialsError::not_loaded("set them with `Config::credentials`, or use `Config::from_env`");
        future::ProvideCredentials::ready(Err(error))
    }
}

impl fmt::Debug for Config {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("settings", &self.settings)
            .field("region", &self.region)
            .field("endpoint_url", &self.endpoint_url.as_deref().map(without_user_info))
            .field("use_fips", &self.use_fips)
            .field("use_dual_stack", &self.use_dual_stack)
            .field("credentials", &self.credentials)
            .finish()
    }
}
