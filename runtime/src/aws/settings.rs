//! Settings from environment variables and from the profile of the shared files.

use std::sync::Arc;

use super::error::SettingsError;
use super::profile::SharedProfile;
use super::variables::Variables;

/// The settings that AWS tools share: region, endpoints, profile.
///
/// An environment variable takes precedence over the profile in `~/.aws/config` and `~/.aws/credentials`, or in the files
/// that `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name. The profile is the one of `AWS_PROFILE`, or `default`.
/// Nothing is cached: every method reads the variables and files again. An empty variable counts as not set.
///
/// The files are read as by botocore: a `#` begins a comment only at the beginning of a line, and a duplicate section or
/// key is an error.
///
/// ```
/// use rest_op::aws::Settings;
///
/// // `Settings::from_env()` reads the variables of this process.
/// let settings = Settings::from_variables(|name| match name {
///     "AWS_REGION" => Some("eu-central-1".to_owned()),
///     "AWS_ENDPOINT_URL_CHIME" => Some("http://localhost:4566".to_owned()),
///     _ => None,
/// });
/// assert_eq!(settings.region()?, "eu-central-1");
/// assert_eq!(settings.endpoint_url("chime")?.as_deref(), Some("http://localhost:4566"));
/// # Ok::<(), rest_op::aws::SettingsError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Settings {
    variables: Variables,
    profile: Option<String>,
}

impl Settings {
    /// Creates settings from the environment of this process.
    #[inline]
    pub fn from_env() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Creates settings from other variables than those of the process, for example in tests. These variables also name
    /// the shared files.
    pub fn from_variables(variables: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self {
            variables: Variables::new(Arc::new(variables)),
            profile: None,
        }
    }

    /// Selects a profile in place of `AWS_PROFILE`. Credentials are then read from the profile, too, and not from the
    /// environment.
    pub fn with_profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    /// Returns the region: `AWS_REGION`, `AWS_DEFAULT_REGION`, or `region` of the profile.
    ///
    /// # Errors
    ///
    /// Returns an error if none is set, or if a shared file cannot be read. It names the variables and files.
    #[inline]
    pub fn region(&self) -> Result<String, SettingsError> {
        if let Some(region) = self
            .variables
            .get("AWS_REGION")
            .or_else(|| self.variables.get("AWS_DEFAULT_REGION"))
        {
            return Ok(region);
        }
        let profile = self.profile()?;
        profile.get("region").map(str::to_owned).ok_or_else(|| {
            SettingsError::new(format!(
                "no region: neither AWS_REGION nor AWS_DEFAULT_REGION is set, and `region` is not in {profile}"
            ))
        })
    }

    /// Returns the endpoint that overrides the one of a service.
    ///
    /// `service` is an id such as `chime` or `chime sdk voice`. The endpoint is the first of
    /// `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the `services` section of the profile, and `endpoint_url` of the
    /// profile. There is none if `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` is `true`.
    ///
    /// # Errors
    ///
    /// Returns an error if a shared file cannot be read, or if the profile or its `services` section does not exist.
    #[inline]
    pub fn endpoint_url(&self, service: &str) -> Result<Option<String>, SettingsError> {
        let key = service.to_lowercase().replace([' ', '-'], "_");
        if self.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")? {
            return Ok(None);
        }
        let of_service = format!("AWS_ENDPOINT_URL_{}", key.to_uppercase());
        if let Some(url) = self
            .variables
            .get(&of_service)
            .or_else(|| self.variables.get("AWS_ENDPOINT_URL"))
        {
            return Ok(Some(url));
        }
        let profile = self.profile()?;
        let url = profile
            .get_of_service(&key, "endpoint_url")?
            .or_else(|| profile.get("endpoint_url"));
        Ok(url.map(str::to_owned))
    }

    /// Returns whether to use FIPS endpoints: `AWS_USE_FIPS_ENDPOINT`, or `use_fips_endpoint` of the profile.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is neither `true` nor `false`, if a shared file cannot be read, or if the profile does
    /// not exist.
    #[inline]
    pub fn use_fips(&self) -> Result<bool, SettingsError> {
        self.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
    }

    /// Returns whether to use endpoints with IPv6 addresses: `AWS_USE_DUALSTACK_ENDPOINT`, or `use_dualstack_endpoint` of
    /// the profile.
    ///
    /// # Errors
    ///
    /// Returns an error if the value is neither `true` nor `false`, if a shared file cannot be read, or if the profile does
    /// not exist.
    #[inline]
    pub fn use_dual_stack(&self) -> Result<bool, SettingsError> {
        self.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
    }

    #[inline]
    fn flag(&self, variable: &str, key: &str) -> Result<bool, SettingsError> {
        let (value, source) = if let Some(value) = self.variables.get(variable) {
            (value, variable.to_owned())
        } else {
            let profile = self.profile()?;
            match profile.get(key) {
                Some(value) => (value.to_owned(), format!("`{key}` in {profile}")),
                None => return Ok(false),
            }
        };
        match value.to_lowercase().as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(SettingsError::new(format!(
                "{source} is {value:?}; must be `true` or `false`"
            ))),
        }
    }

    pub(crate) fn variables(&self) -> &Variables {
        &self.variables
    }

    /// Returns the profile that the program has selected, as opposed to `AWS_PROFILE`.
    pub(crate) fn selected_profile(&self) -> Option<&str> {
        self.profile.as_deref()
    }

    /// Reads the profile. A profile that is set by name must exist; `default` need not.
    #[inline]
    pub(crate) fn profile(&self) -> Result<SharedProfile, SettingsError> {
        let (name, subject) = match (&self.profile, self.variables.get("AWS_PROFILE")) {
            (Some(name), _) => (name.clone(), "the selected profile"),
            (None, Some(name)) => (name, "the profile that AWS_PROFILE names"),
            (None, None) => return SharedProfile::read("default", &self.variables),
        };
        let profile = SharedProfile::read(&name, &self.variables)?;
        if profile.exists() {
            Ok(profile)
        } else {
            Err(SettingsError::new(format!("{subject} does not exist: {profile}")))
        }
    }
}
