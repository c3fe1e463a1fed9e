//! Members of a partial update.

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

/// A member of a partial update, such as a JSON merge patch (RFC 7396): unchanged, removed or replaced.
///
/// The member requires `#[serde(default, skip_serializing_if = "Patch::is_absent")]`. Serializing an absent value is an
/// error, since a serializer cannot leave out a value.
///
/// ```
/// use rest_op::Patch;
///
/// #[derive(Default, serde::Serialize, serde::Deserialize)]
/// struct UpdateIssue {
///     #[serde(default, skip_serializing_if = "Patch::is_absent")]
///     milestone: Patch<u64>,
///     #[serde(default, skip_serializing_if = "Patch::is_absent")]
///     title: Patch<String>,
/// }
/// let update = UpdateIssue { milestone: Patch::Null, ..UpdateIssue::default() };
/// assert_eq!(serde_json::to_string(&update)?, r#"{"milestone":null}"#);
/// let update: UpdateIssue = serde_json::from_str(r#"{"title":"A fault"}"#)?;
/// assert_eq!(update.milestone, Patch::Absent);
/// assert_eq!(update.title, Patch::Value("A fault".to_owned()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Patch<T> {
    /// The member is not in the update, and remains unchanged.
    #[default]
    Absent,
    /// The member is `null`, and is removed or reset.
    Null,
    /// The member is set to this value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the member is not in the update.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the member is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns the new value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => Err(ser::Error::custom(
                "an absent `Patch` cannot be serialized; \
                 write `#[serde(default, skip_serializing_if = \"Patch::is_absent\")]` above the member",
            )),
            Self::Null => serializer.serialize_none(),
            Self::Value(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}
