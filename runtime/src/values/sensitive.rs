//! Values that `Debug` hides.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

use crate::check::Length;

/// A value that `Debug` hides, such as a name, an address or a password. It is serialized and deserialized like the value
/// itself.
///
/// ```
/// use rest_op::Sensitive;
///
/// #[derive(Debug, serde::Serialize)]
/// struct NewUser {
///     name: Sensitive<String>,
/// }
/// let user = NewUser { name: "Ann".to_owned().into() };
/// assert_eq!(format!("{user:?}"), "NewUser { name: *** }");
/// assert_eq!(serde_json::to_string(&user)?, r#"{"name":"Ann"}"#);
/// assert_eq!(user.name.len(), 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sensitive<T>(pub T);

impl<T> Sensitive<T> {
    /// Returns the value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Sensitive<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Sensitive<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Sensitive<String> {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl<T: Length> Length for Sensitive<T> {
    fn length(&self) -> usize {
        self.0.length()
    }
}

/// Writes `***`.
impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}
