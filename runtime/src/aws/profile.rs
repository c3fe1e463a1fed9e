//! A profile: what the shared files say under one name.

// Inlined, so that only programs that use it compile it.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::settings::{SettingsError, Variables};
use super::shared_file::{Malformed, Properties, Sections};

/// The properties of a profile, those of the credentials file before those of the config file.
pub(crate) struct Profile {
    name: String,
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

    /// Whether any file has it.
    #[inline]
    pub(crate) fn is_there(&self) -> bool {
        self.of_config().or(self.of_credentials()).is_some()
    }

    /// Whether it has a property, if only without a value.
    #[inline]
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// A property that has a value.
    #[inline]
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.find(key).filter(is_value)
    }

    #[inline]
    fn find(&self, key: &str) -> Option<&str> {
        let sections = [self.of_credentials(), self.of_config()];
        sections.into_iter().flatten().find_map(|section| section.get(key))
    }

    /// Keys and token of the credentials file, which do without the config file.
    #[inline]
    pub(crate) fn keys_of_credentials(&self) -> Option<Keys<'_>> {
        self.of_credentials().and_then(Keys::of)
    }

    /// Keys and token of the config file.
    #[inline]
    pub(crate) fn keys_of_config(&self) -> Option<Keys<'_>> {
        self.of_config().and_then(Keys::of)
    }

    /// A property of a service, out of the `services` section that the profile names.
    ///
    /// # Errors
    ///
    /// There is no such section.
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
                "there is no section `services {name}`, which is named in {self}"
            ))
        })?;
        Ok(section.get_nested(service, key).filter(is_value))
    }
}

/// Whether a value is there, and is not a list of properties.
#[inline]
fn is_value(value: &&str) -> bool {
    !value.is_empty() && !value.starts_with('\n')
}

/// Keys that stand together. An id goes alone only if that is a mistake.
pub(crate) struct Keys<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) secret: Option<&'a str>,
    pub(crate) token: Option<&'a str>,
}

impl<'a> Keys<'a> {
    /// The keys of a section that names an id.
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
    /// Reads the file that a variable names, or the one of this name in `~/.aws`.
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

/// A path with the values of the variables that it names, as `$NAME` or `${NAME}`; those that are not set stay.
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
    Sections::parse(&text)
        .map(Some)
        .map_err(|Malformed { line, fault }| SettingsError::new(format!("{}, line {line}: {fault}", path.display())))
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
