//! A profile of the shared files.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::error::SettingsError;
use super::shared_file::{Malformed, Properties, Sections};
use super::variables::Variables;

/// The properties of a profile. The credentials file takes precedence over the config file.
pub(crate) struct SharedProfile {
    name: String,
    config: SharedFile,
    credentials: SharedFile,
}

/// One of the two files.
struct SharedFile {
    /// The path, or `None` without a home directory.
    path: Option<PathBuf>,
    /// The content, or `None` if the file does not exist.
    sections: Option<Sections>,
}

impl SharedProfile {
    /// Reads a profile. If neither file contains it, it has no properties.
    ///
    /// The files are small and local, so reading them blocks about as long as a page fault.
    #[inline]
    pub(crate) fn read(name: &str, variables: &Variables) -> Result<Self, SettingsError> {
        Ok(Self {
            name: name.to_owned(),
            config: SharedFile::read(variables, "AWS_CONFIG_FILE", "config")?,
            credentials: SharedFile::read(variables, "AWS_SHARED_CREDENTIALS_FILE", "credentials")?,
        })
    }

    #[inline]
    fn of_config(&self) -> Option<&Properties> {
        self.config.sections.as_ref()?.get_of_kind("profile", &self.name)
    }

    #[inline]
    fn of_credentials(&self) -> Option<&Properties> {
        self.credentials.sections.as_ref()?.get(&self.name)
    }

    /// Whether a file contains the profile.
    #[inline]
    pub(crate) fn exists(&self) -> bool {
        self.of_config().or(self.of_credentials()).is_some()
    }

    /// Whether the profile has a property, even without a value.
    #[inline]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Returns a property that has a value.
    #[inline]
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.find(key).filter(is_value)
    }

    #[inline]
    fn find(&self, key: &str) -> Option<&str> {
        let sections = [self.of_credentials(), self.of_config()];
        sections.into_iter().flatten().find_map(|section| section.get(key))
    }

    /// Returns keys and token of the credentials file.
    #[inline]
    pub(crate) fn keys_of_credentials(&self) -> Option<Keys<'_>> {
        self.of_credentials().and_then(Keys::of)
    }

    /// Returns keys and token of the config file.
    #[inline]
    pub(crate) fn keys_of_config(&self) -> Option<Keys<'_>> {
        self.of_config().and_then(Keys::of)
    }

    /// Returns a property of a service from the `services` section that the profile names.
    ///
    /// # Errors
    ///
    /// Returns an error if the section does not exist.
    #[inline]
    pub(crate) fn get_of_service(&self, service: &str, key: &str) -> Result<Option<&str>, SettingsError> {
        let Some(name) = self.get("services") else {
            return Ok(None);
        };
        let sections = self.config.sections.as_ref();
        let section = sections.and_then(|sections| sections.get_of_kind("services", name));
        let section = section.filter(|section| !section.is_empty());
        let section = section.ok_or_else(|| {
            SettingsError::new(format!(
                "the section `services {name}`, named in {self}, does not exist"
            ))
        })?;
        Ok(section.get_nested(service, key).filter(is_value))
    }
}

/// Whether a value is not empty and not a list of properties.
#[inline]
fn is_value(value: &&str) -> bool {
    !value.is_empty() && !value.starts_with('\n')
}

/// The keys of one section. A section with an id but without a secret is invalid.
pub(crate) struct Keys<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) secret: Option<&'a str>,
    pub(crate) token: Option<&'a str>,
}

impl<'a> Keys<'a> {
    /// Returns the keys of a section if it has an id.
    #[inline]
    fn of(properties: &'a Properties) -> Option<Self> {
        let id = properties.get("aws_access_key_id")?;
        let get = |key: &str| properties.get(key).filter(is_value);
        let token = properties
            .get("aws_security_token")
            .or_else(|| properties.get("aws_session_token"));
        Some(Self {
            id: Some(id).filter(is_value),
            secret: get("aws_secret_access_key"),
            token: token.filter(is_value),
        })
    }
}

impl SharedFile {
    /// Reads the file that a variable names, or the file `name` in `~/.aws`.
    #[inline]
    fn read(variables: &Variables, variable: &str, name: &str) -> Result<Self, SettingsError> {
        let home = variables
            .get("HOME")
            .or_else(|| variables.get("USERPROFILE"))
            .map(PathBuf::from);
        let named = variables.get(variable).map(|path| expanded(&path, variables));
        let path = match (named, home) {
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
}

/// Replaces the variables in a path, `$NAME` or `${NAME}`, by their values. Variables that are not set are kept.
#[inline]
fn expanded(path: &str, variables: &Variables) -> String {
    let mut pieces = path.split('$');
    let mut expanded = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
        let braced = piece.strip_prefix('{').and_then(|piece| piece.split_once('}'));
        let (name, rest) = braced.unwrap_or_else(|| piece.split_at(piece.find(|c| !is_name(c)).unwrap_or(piece.len())));
        if let Some(value) = variables.get(name) {
            expanded.extend([&value, rest]);
        } else {
            expanded.extend(["$", piece]);
        }
    }
    expanded
}

/// Returns the sections of a file, if it exists. Errors never contain its content.
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
    Sections::parse(&text)
        .map(Some)
        .map_err(|Malformed { line, reason }| SettingsError::new(format!("{}, line {line}: {reason}", path.display())))
}

/// Names the profile and the files in which it was searched.
impl fmt::Display for SharedProfile {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "profile `{}` of ", self.name)?;
        match (&self.config.path, &self.credentials.path) {
            (None, None) => f.write_str("the shared files, whose location is unknown: HOME is not set"),
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
