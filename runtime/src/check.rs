//! Rules for arguments, checked before anything is sent: `#[check(range(1..=99))]`.

use std::fmt::{self, Debug, Display};
use std::ops::RangeBounds;

/// An argument that violates a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    parameter: &'static str,
    message: String,
}

impl Violation {
    pub(crate) fn new(parameter: &'static str, message: impl Display) -> Self {
        Self {
            parameter,
            message: message.to_string(),
        }
    }

    /// Returns the name of the argument.
    pub fn parameter(&self) -> &str {
        self.parameter
    }

    /// Returns the message, such as `is 0; must be in 1..=99`.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A message of `Members` begins with a colon, followed by the names of the members.
        let space = if self.message.starts_with(':') { "" } else { " " };
        write!(f, "`{}`{space}{}", self.parameter, self.message)
    }
}

/// The message of a rule of this module, such as `is 0; must be in 1..=99`.
pub type Message = String;

/// Accepts numbers in a range.
///
/// ```
/// use rest_op::check;
/// assert!(check::range(1..=99)(&50).is_ok());
/// assert_eq!(check::range(1..=99)(&0).unwrap_err(), "is 0; must be in 1..=99");
/// ```
pub fn range<T: PartialOrd + Display, R: RangeBounds<T> + Debug>(allowed: R) -> impl Fn(&T) -> Result<(), Message> {
    move |value| {
        if allowed.contains(value) {
            Ok(())
        } else {
            Err(format!("is {value}; must be in {allowed:?}"))
        }
    }
}

/// Accepts text, lists and maps whose length is in a range, counted in characters, elements or entries.
///
/// ```
/// use rest_op::check;
/// assert!(check::length(2..=4)("ab").is_ok());
/// assert_eq!(check::length(2..=4)("a").unwrap_err(), "has length 1; must be in 2..=4");
/// ```
pub fn length<T: Length + ?Sized, R: RangeBounds<usize> + Debug>(allowed: R) -> impl Fn(&T) -> Result<(), Message> {
    move |value| {
        let length = value.length();
        if allowed.contains(&length) {
            Ok(())
        } else {
            Err(format!("has length {length}; must be in {allowed:?}"))
        }
    }
}

/// Accepts text with at least one character that is not white space.
///
/// ```
/// use rest_op::check;
/// assert!(check::not_blank()("a").is_ok());
/// assert_eq!(check::not_blank()(" ").unwrap_err(), "is blank; must contain a character that is not white space");
/// ```
pub fn not_blank<T: AsRef<str> + ?Sized>() -> impl Fn(&T) -> Result<(), Message> {
    |value| {
        if value.as_ref().trim().is_empty() {
            Err("is blank; must contain a character that is not white space".to_owned())
        } else {
            Ok(())
        }
    }
}

/// A value with a length that [`length`] can check.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no length that `check::length` can check",
    label = "not text, a list or a map"
)]
pub trait Length {
    /// Returns the number of characters, elements or entries.
    fn length(&self) -> usize;
}

impl Length for str {
    fn length(&self) -> usize {
        self.chars().count()
    }
}

impl Length for String {
    fn length(&self) -> usize {
        self.as_str().length()
    }
}

impl<T> Length for [T] {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T> Length for Vec<T> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<T: Length + ?Sized> Length for &T {
    fn length(&self) -> usize {
        (**self).length()
    }
}

impl<K, V> Length for std::collections::BTreeMap<K, V> {
    fn length(&self) -> usize {
        self.len()
    }
}

impl<K, V, S> Length for std::collections::HashMap<K, V, S> {
    fn length(&self) -> usize {
        self.len()
    }
}

/// Checks the members of a struct, for a `#[check(..)]` on an argument of that type.
///
/// ```
/// use rest_op::check::{self, Members};
///
/// struct ListRooms { max_results: Option<u32> }
///
/// fn check(options: &ListRooms) -> Result<(), String> {
///     Members::new().member("max_results", options.max_results.as_ref(), check::range(1..=99)).finish()
/// }
///
/// assert_eq!(check(&ListRooms { max_results: Some(0) }).unwrap_err(), ": `max_results` is 0; must be in 1..=99");
/// ```
#[derive(Debug, Default)]
pub struct Members {
    violations: String,
}

impl Members {
    /// Creates a check without violations.
    pub fn new() -> Self {
        Self::default()
    }

    /// Checks one member; `None` passes.
    pub fn member<T: ?Sized, D: Display>(
        mut self,
        name: &str,
        value: Option<&T>,
        rule: impl Fn(&T) -> Result<(), D>,
    ) -> Self {
        if let Some(Err(message)) = value.map(rule) {
            let separator = if self.violations.is_empty() { ": " } else { ", " };
            self.violations
                .extend([separator, "`", name, "` ", &message.to_string()]);
        }
        self
    }

    /// Returns an error that contains all violations, if there are any.
    pub fn finish(self) -> Result<(), Message> {
        if self.violations.is_empty() {
            Ok(())
        } else {
            Err(self.violations)
        }
    }
}
