//! The configuration of a client: what the caller says, else what the AWS settings say, else the defaults.

// Inlined, so that only programs that use it compile it.

mod endpoint;
mod error;

use std::fmt;
use std::sync::Arc;

use rest_op::aws::Settings;
use rest_op::credentials::{DefaultChain, ProvideCredentials};
use rest_op::{Client, ClientBuilder, SigV4};

pub use self::endpoint::Endpoint;
use self::endpoint::without_user_info;
pub use self::error::ConfigError;

/// Makes a client that finds region, endpoint and credentials where AWS tools do, as `boto3.client("chime")`.
///
/// # Errors
///
/// No region is set, or what is set makes no sense; the error names what was looked for and where. Credentials are
/// looked for at the first call.
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

/// Where Chime is and who calls it. What is not given is looked for where AWS tools do.
///
/// | here | `boto3.client("chime", …)` | else |
/// |---|---|---|
/// | [`region`](Self::region) | `region_name` | `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile |
/// | [`endpoint_url`](Self::endpoint_url) | `endpoint_url` | `AWS_ENDPOINT_URL_CHIME`, `AWS_ENDPOINT_URL`, the profile, the [rules](Endpoint) |
/// | [`credentials`](Self::credentials) | `aws_access_key_id` and its like | the [default chain](DefaultChain) |
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
    /// What the environment of this process says.
    #[inline]
    pub fn from_env() -> Self {
        Self::from_settings(Settings::from_env())
    }

    /// What these settings say.
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

    /// Chooses a profile of the shared files.
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.settings = self.settings.with_profile(name);
        self
    }

    /// Sets the region.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Sets the endpoint, in place of the one that the rules give. It is used as it is, with its path, and signed for
    /// the caller's region.
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.endpoint_url = Some(url.into());
        self
    }

    /// Sets whether the endpoint must be validated by FIPS 140.
    pub fn use_fips(mut self, on: bool) -> Self {
        self.use_fips = Some(on);
        self
    }

    /// Sets whether the endpoint must have IPv6 addresses.
    pub fn use_dual_stack(mut self, on: bool) -> Self {
        self.use_dual_stack = Some(on);
        self
    }

    /// Sets the credentials, or whatever provides them.
    pub fn credentials(mut self, credentials: impl ProvideCredentials + 'static) -> Self {
        self.credentials = Some(Arc::new(credentials));
        self
    }

    /// The endpoint that a client of this configuration has.
    ///
    /// # Errors
    ///
    /// No region is set, a setting cannot be read, or settings exclude one another.
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

    /// Starts a client, for settings of another kind: time limits, retries, transport.
    ///
    /// # Errors
    ///
    /// As of [`endpoint`](Self::endpoint).
    #[inline]
    pub fn client_builder(self) -> Result<ClientBuilder, ConfigError> {
        let endpoint = self.endpoint()?;
        let credentials = self
            .credentials
            .unwrap_or_else(|| Arc::new(DefaultChain::new(self.settings)));
        let auth = SigV4::new("chime", endpoint.signing_region(), credentials);
        Ok(Client::builder(endpoint.url()).auth(auth))
    }

    /// Makes a client. Nothing is sent, and no credentials are looked for, before the first call.
    ///
    /// # Errors
    ///
    /// As of [`endpoint`](Self::endpoint); and an endpoint that was given may be no URL, or one by which credentials would
    /// go over plain HTTP to another machine.
    #[inline]
    pub fn client(self) -> Result<Client, ConfigError> {
        Ok(self.client_builder()?.build()?)
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
