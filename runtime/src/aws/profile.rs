//! A profile: what the shared files say under one name.

// Inlined, so that only programs that use it compile it.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::settings::{SettingsError, Variables};
use super::shared_file::{Properties, Sections};

/// The properties of a profile, those of the credentials file before those of the config file.
pub(crate) struct Profile {
    name: String,
    properties: Properties,
    services: Properties,
    config: SharedFile,
    credentials: SharedFile,
}

/// One of the two files, as it was found.
struct SharedFile {
    /// Where it is; `None` without a home directory.
    path: Option<PathBuf>,
    /// `None` where there is no such file.
    sections: Option<Sections>,
}

impl Profile {
    /// Reads a profile. One that is in no file has no properties.
    ///
    /// The files are small and near: reading them blocks no longer than a page fault does.
    #[inline]
    pub(crate) fn read(name: &str, variables: &Variables) -> Result<Self, SettingsError> {
        let config = SharedFile::read(variables, "AWS_CONFIG_FILE", "config")?;
        let credentials = SharedFile::read(variables, "AWS_SHARED_CREDENTIALS_FILE", "credentials")?;
        let mut properties = Properties::default();
        // The later ones win. In the config file only the default profile may leave out `profile`.
        let bare = (name == "default").then(|| config.section(name)).flatten();
        for section in [
            bare,
            config.section(&format!("profile {name}")),
            credentials.section(name),
        ] {
            properties.extend(section.unwrap_or(&Properties::default()));
        }
        let services = properties
            .get("services")
            .and_then(|services| config.section(&format!("services {services}")));
        Ok(Self {
            name: name.to_owned(),
            services: services.cloned().unwrap_or_default(),
            properties,
            config,
            credentials,
        })
    }

    /// Whether any file has it.
    #[inline]
    pub(crate) fn is_there(&self) -> bool {
        let named = format!("profile {}", self.name);
        self.credentials.section(&self.name).is_some()
            || self.config.section(&named).is_some()
            || self.name == "default" && self.config.section("default").is_some()
    }

    /// A property that has a value.
    #[inline]
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.properties.get(key).filter(|value| !value.is_empty())
    }

    /// A property of a service, out of the `services` section that the profile names.
    #[inline]
    pub(crate) fn get_of_service(&self, service: &str, key: &str) -> Option<&str> {
        let value = self.services.get(&format!("{service}.{key}"));
        value.filter(|value| !value.is_empty())
    }
}

impl SharedFile {
    /// Reads the file that a variable names, or the one of this name in `~/.aws`.
    #[inline]
    fn read(variables: &Variables, variable: &str, name: &str) -> Result<Self, SettingsError> {
        let home = variables
            .get("HOME")
            .or_else(|| variables.get("USERPROFILE"))
            .map(PathBuf::from);
        let path = match (variables.get(variable), home) {
            (Some(path), Some(home)) => Some(
                path.strip_prefix("~/")
                    .map_or_else(|| path.as_str().into(), |rest| home.join(rest)),
            ),
            (Some(path), None) => Some(path.into()),
            (None, home) => home.map(|home| home.join(".aws").join(name)),
        };
        let sections = path.as_deref().map_or(Ok(None), sections)?;
        Ok(Self { path, sections })
    }

    #[inline]
    fn section(&self, name: &str) -> Option<&Properties> {
        self.sections.as_ref()?.get(name)
    }
}

/// The sections of a file, if there is one. What stands in it never gets into an error.
#[inline]
fn sections(path: &Path) -> Result<Option<Sections>, SettingsError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => {
            return Err(SettingsError::new(format!(
                "{} cannot be read: {error}",
                path.display()
            )));
        }
    };
    let sections = Sections::parse(&text);
    sections.map(Some).map_err(|line| {
        let path = path.display();
        SettingsError::new(format!("{path}, line {line}: neither a `[section]` nor `key = value`"))
    })
}

/// Tells where the profile was looked for.
impl fmt::Display for Profile {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "profile `{}` of ", self.name)?;
        match (&self.config.path, &self.credentials.path) {
            (None, None) => f.write_str("the shared files, which are nowhere: HOME is not set"),
            _ => write!(f, "{} and {}", self.config, self.credentials),
        }
    }
}

impl fmt::Display for SharedFile {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.path, &self.sections) {
            (None, _) => f.write_str("no file"),
            (Some(path), Some(_)) => write!(f, "{}", path.display()),
            (Some(path), None) => write!(f, "{} (no such file)", path.display()),
        }
    }
}
