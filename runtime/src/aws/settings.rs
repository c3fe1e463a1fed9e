//! Settings: environment variables first, then the profile of the shared files.

// Inlined, so that only programs that use it compile it.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::profile::Profile;

/// The settings that AWS tools share: region, endpoints, profile.
///
/// An environment variable goes before the profile in `~/.aws/config` and `~/.aws/credentials`, or in the files that
/// `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name. The profile is that of `AWS_PROFILE`, else `default`. All is
/// read anew when it is asked for; an empty variable is one that is not set.
///
/// The files are read as botocore reads them: a `#` begins a comment only at the beginning of a line, and a section or a key
/// that stands there twice is an error.
///
/// ```
/// use rest_op::aws::Settings;
///
/// // Of this process it would be `Settings::from_env()`.
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
    /// The settings of this process.
    #[inline]
    pub fn from_env() -> Self {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Settings by variables other than those of the process, as in tests. Files are those that these variables name.
    pub fn from_variables(variables: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self {
            variables: Variables(Arc::new(variables)),
            profile: None,
        }
    }

    /// Chooses a profile, in place of `AWS_PROFILE`. Credentials, too, are then those of the profile, not the environment's.
    pub fn with_profile(mut self, name: impl Into<String>) -> Self {
        self.profile = Some(name.into());
        self
    }

    /// The region: `AWS_REGION`, `AWS_DEFAULT_REGION`, or the profile's `region`.
    ///
    /// # Errors
    ///
    /// None is set, or a shared file cannot be read: the error names what was looked for and where.
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

    /// The endpoint that is set for a service, in place of its own.
    ///
    /// `service` is its id, as `chime` or `chime sdk voice`. It is looked for in `AWS_ENDPOINT_URL_<SERVICE>`,
    /// `AWS_ENDPOINT_URL`, the profile's `services` section, and the profile's `endpoint_url`; nowhere if
    /// `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` is `true`.
    ///
    /// # Errors
    ///
    /// A shared file cannot be read, or does not have the profile, or the `services` section that the profile names.
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

    /// Whether FIPS endpoints are asked for: `AWS_USE_FIPS_ENDPOINT`, or the profile's `use_fips_endpoint`.
    ///
    /// # Errors
    ///
    /// It is neither `true` nor `false`; or a shared file cannot be read, or does not have the profile.
    #[inline]
    pub fn use_fips(&self) -> Result<bool, SettingsError> {
        self.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
    }

    /// Whether endpoints with IPv6 addresses are asked for: `AWS_USE_DUALSTACK_ENDPOINT`, or the profile's
    /// `use_dualstack_endpoint`.
    ///
    /// # Errors
    ///
    /// It is neither `true` nor `false`; or a shared file cannot be read, or does not have the profile.
    #[inline]
    pub fn use_dual_stack(&self) -> Result<bool, SettingsError> {
        self.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
    }

    #[inline]
    fn flag(&self, variable: &str, key: &str) -> Result<bool, SettingsError> {
        let (value, place) = if let Some(value) = self.variables.get(variable) {
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
                "{place} is {value:?}; give `true` or `false`"
            ))),
        }
    }

    pub(crate) fn variables(&self) -> &Variables {
        &self.variables
    }

    /// The profile that was chosen by the program, not by the environment.
    pub(crate) fn chosen_profile(&self) -> Option<&str> {
        self.profile.as_deref()
    }

    /// The profile. One that was asked for by name must be there; `default` need not.
    #[inline]
    pub(crate) fn profile(&self) -> Result<Profile, SettingsError> {
        let (name, asked_by) = match (&self.profile, self.variables.get("AWS_PROFILE")) {
            (Some(name), _) => (name.clone(), "the profile that was chosen"),
            (None, Some(name)) => (name, "the profile that AWS_PROFILE names"),
            (None, None) => return Profile::read("default", &self.variables),
        };
        let profile = Profile::read(&name, &self.variables)?;
        if profile.is_there() {
            Ok(profile)
        } else {
            Err(SettingsError::new(format!("{asked_by} is not there: {profile}")))
        }
    }
}

/// Where variables are looked up.
#[derive(Clone)]
pub(crate) struct Variables(Arc<LookUp>);

type LookUp = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Variables {
    /// A variable that is set, and not to blanks.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        // It may be a secret.
        let value = Zeroizing::new((self.0)(name)?);
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }
}

impl fmt::Debug for Variables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Variables")
    }
}

/// Why a setting cannot be had: what was looked for, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError(String);

impl SettingsError {
    pub(crate) fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SettingsError {}
