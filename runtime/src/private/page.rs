//! The functions by which derived pages find the next one.

use std::ops::Deref;

use serde::Serialize;

use crate::response::next::Next;

/// Requests the next page by a token that is a string or a number. Returns `None` without one.
#[inline]
pub fn next<T: Serialize>(token: &T, next: impl FnOnce(String) -> Next) -> Option<Next> {
    Next::by(token, next)
}

/// Requests the next page by a member of the body. Returns `None` without a token.
#[inline]
pub fn next_body<T: Serialize>(token: &T, path: &'static str) -> Option<Next> {
    Next::body(path, token).unless_end()
}

/// Returns whether there are more pages, or `None` if the service does not say.
#[inline]
pub fn has_more<T: HasMore>(flag: &T) -> Option<bool> {
    flag.has_more()
}

/// A flag for more pages.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a flag for more pages",
    label = "not a `bool`",
    note = "write `bool` or `Option<bool>`"
)]
pub trait HasMore {
    /// Returns whether there are more, or `None` if the service does not say.
    fn has_more(&self) -> Option<bool>;
}

impl HasMore for bool {
    #[inline]
    fn has_more(&self) -> Option<bool> {
        Some(*self)
    }
}

impl HasMore for Option<bool> {
    #[inline]
    fn has_more(&self) -> Option<bool> {
        *self
    }
}

/// A field of a path. Its `get` returns the content of an `Option`.
pub struct Outer<'a, T>(Present<'a, T>);

/// A field that is not an `Option`.
pub struct Present<'a, T>(&'a T);

/// Wraps a field of a path, whose type the derive does not know.
#[inline]
pub fn outer<T>(field: &T) -> Outer<'_, T> {
    Outer(Present(field))
}

impl<'a, T> Outer<'a, Option<T>> {
    /// Returns the content of the `Option`.
    #[inline]
    pub fn get(&self) -> Option<&'a T> {
        self.0.0.as_ref()
    }
}

/// For fields that are not an `Option`, method resolution finds `get` here.
impl<'a, T> Deref for Outer<'a, T> {
    type Target = Present<'a, T>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'a, T> Present<'a, T> {
    /// Returns the field.
    #[inline]
    pub fn get(&self) -> Option<&'a T> {
        Some(self.0)
    }
}
