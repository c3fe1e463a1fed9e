//! Errors of writing and reading values. serde's messages quote the value, which may be secret; these name its kind only.

use std::borrow::Cow;
use std::fmt;

use serde::{de, ser};

use crate::text::excerpt::{first_line, one_line};

/// The reason why a value cannot be written in its declared location.
#[derive(Debug)]
pub struct ValueError(Box<Inner>);

impl ValueError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            path: ".".to_owned(),
            message: message.into(),
        }))
    }

    /// Returns the error of a value whose location is that of the error below a member or an index.
    #[cfg(feature = "xml")]
    #[must_use]
    pub(crate) fn below(mut self, path: &str) -> Self {
        self.0.path = below(path, &self.0.path);
        self
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.path.as_str() {
            "." => f.write_str(&self.0.message),
            path => write!(f, "at `{path}`: {}", self.0.message),
        }
    }
}

impl std::error::Error for ValueError {}

impl ser::Error for ValueError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

/// The reason why a value cannot be read, and its path, without the value.
#[derive(Debug)]
pub struct ReadError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    /// The path of the error, such as `Rooms[2].CreatedTimestamp`; `.` is the root.
    path: String,
    message: String,
}

impl ReadError {
    /// Creates an error at the root.
    pub(crate) fn new(message: impl AsRef<str>) -> Self {
        Self::at(".", message.as_ref())
    }

    /// Creates an error at a path from a message of serde.
    pub(crate) fn at(path: &str, message: &str) -> Self {
        let path = if path.is_empty() { "." } else { path };
        Self(Box::new(Inner {
            // The limit leaves room for the message in one line.
            path: first_line(path, 150).into_owned(),
            message: one_line(&without_value(message)).into_owned(),
        }))
    }

    /// Returns the error of a value whose location is that of the error below a member or an index.
    #[must_use]
    pub(crate) fn below(mut self, path: &str) -> Self {
        self.0.path = first_line(&below(path, self.path()), 150).into_owned();
        self
    }

    /// Returns the path of the error; `.` is the root.
    pub(crate) fn path(&self) -> &str {
        &self.0.path
    }
}

/// Returns the path of a location below a member or an index.
fn below(path: &str, inner: &str) -> String {
    match inner {
        "." => path.to_owned(),
        _ if inner.starts_with('[') => format!("{path}{inner}"),
        _ => format!("{path}.{inner}"),
    }
}

/// Removes the value from a message of serde. The value may contain `, expected `, so the last occurrence counts.
fn without_value(message: &str) -> Cow<'_, str> {
    const KINDS: [&str; 18] = [
        "boolean",
        "integer",
        "floating point",
        "number",
        "character",
        "string",
        "byte array",
        "null",
        "unit value",
        "Option value",
        "newtype struct",
        "sequence",
        "map",
        "enum",
        "unit variant",
        "newtype variant",
        "tuple variant",
        "struct variant",
    ];
    const EXPECTED: &str = ", expected ";
    for what in [
        "invalid type",
        "invalid value",
        "invalid length",
        "unknown variant",
        "unknown field",
    ] {
        let Some(rest) = message.strip_prefix(what) else {
            continue;
        };
        if rest.ends_with("`, there are no variants") || rest.ends_with("`, there are no fields") {
            return Cow::Borrowed(what);
        }
        let Some((value, expected)) = rest.rsplit_once(EXPECTED) else {
            break;
        };
        let kind = value.strip_prefix(": ").unwrap_or_default();
        let kind = kind.split(['`', '"']).next().unwrap_or_default().trim_end();
        let separator = if KINDS.contains(&kind) { ": " } else { "" };
        let kind = if separator.is_empty() { "" } else { kind };
        return Cow::Owned(format!("{what}{separator}{kind}{EXPECTED}{expected}"));
    }
    Cow::Borrowed(message)
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    /// Keeps the message of a user's type, cut to one line.
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde::de::DeserializeOwned;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only its errors are compared")]
    struct Member {
        name: String,
        age: Option<u8>,
        role: Option<Role>,
        tags: Option<Vec<String>>,
        shade: Option<Shade>,
    }

    #[derive(Debug, Deserialize)]
    enum Role {
        Admin,
        User,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "only its errors are compared")]
    enum Shade {
        Grey(u8),
        Colour { red: u8 },
    }

    fn error_of<T: DeserializeOwned + std::fmt::Debug>(body: &str) -> String {
        let error = crate::format::json::decode_body::<T>(body.as_bytes()).unwrap_err();
        format!("at `{}`: {error}", error.path())
    }

    #[test]
    fn errors_name_path_and_kind_and_never_the_value() {
        for (body, message) in [
            (
                r#"{"name":31337}"#,
                "at `name`: invalid type: integer, expected a string",
            ),
            (
                r#"{"name":3.1337}"#,
                "at `name`: invalid type: floating point, expected a string",
            ),
            (
                r#"{"name":["31337"]}"#,
                "at `name`: invalid type: sequence, expected a string",
            ),
            (
                r#"{"name":{"31337":1}}"#,
                "at `name`: invalid type: map, expected a string",
            ),
            (
                r#"{"name":"a","age":31337}"#,
                "at `age`: invalid value: integer, expected u8",
            ),
            (
                r#"{"name":"a","age":"31337"}"#,
                "at `age`: invalid type: string, expected u8",
            ),
            (
                r#"{"name":"a","role":"31337"}"#,
                "at `role`: unknown variant, expected `Admin` or `User`",
            ),
            (
                r#"{"name":"a","tags":["b",31337]}"#,
                "at `tags[1]`: invalid type: integer, expected a string",
            ),
            (
                r#"{"name":"a","tags":"31337"}"#,
                "at `tags`: invalid type: string, expected a sequence",
            ),
            (
                r#"{"name":"a","shade":{"red":31337}}"#,
                "at `shade`: data did not match any variant of untagged enum Shade",
            ),
            (r#"{"age":3}"#, "at `.`: missing field `name`"),
            (r#""31337""#, "at `.`: invalid type: string, expected struct Member"),
            (
                r#"["31337"]"#,
                "at `.`: invalid length, expected struct Member with 5 elements",
            ),
        ] {
            assert_eq!(error_of::<Member>(body), message, "{body}");
        }
    }

    #[test]
    fn malformed_json_is_reported_without_its_text_even_after_a_value_of_the_wrong_type() {
        for body in [r#"{"name":31337,"#, r#"{"name":"31337"#, "31337<", "\"31337\" x"] {
            let message = error_of::<Member>(body);
            assert!(
                message.starts_with("at `.`: ") && !message.contains("31337"),
                "{message}"
            );
        }
    }

    #[test]
    fn values_are_removed_from_the_messages_of_serde_and_from_no_others() {
        for (message, without_value) in [
            (
                "unknown variant `S3CR, expected ET`, expected `A` or `B`",
                "unknown variant, expected `A` or `B`",
            ),
            (
                "unknown variant `a, expected SECRET`, there are no variants",
                "unknown variant",
            ),
            (
                "unknown field `SECRET`, expected one of `a`, `b`",
                "unknown field, expected one of `a`, `b`",
            ),
            (
                "unknown field `a, expected SECRET`, there are no fields",
                "unknown field",
            ),
            (
                "invalid type: string \"a, expected SECRET\", expected u8",
                "invalid type: string, expected u8",
            ),
            ("invalid type: SECRET, expected u8", "invalid type, expected u8"),
            (
                "invalid value: integer `31337` as i128, expected u8",
                "invalid value: integer, expected u8",
            ),
            (
                "invalid length 3, expected a tuple of size 2",
                "invalid length, expected a tuple of size 2",
            ),
            ("missing field `a`", "missing field `a`"),
            ("duplicate field `a`", "duplicate field `a`"),
            ("the year `3000` is too late", "the year `3000` is too late"),
        ] {
            assert_eq!(super::without_value(message), without_value);
        }
    }
}
