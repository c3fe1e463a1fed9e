//! Idempotency tokens, by which a service recognizes a repeated request.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::random;

/// A token whose `Default` is a random UUID (version 4). It is created once per call, so every attempt sends the same one.
///
/// ```
/// use rest_op::IdempotencyToken;
/// assert_ne!(IdempotencyToken::default(), IdempotencyToken::default());
/// assert_eq!(IdempotencyToken::from("mine").as_str(), "mine");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdempotencyToken(String);

impl IdempotencyToken {
    /// Returns the token.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for IdempotencyToken {
    #[inline]
    fn default() -> Self {
        // Version 4, variant of RFC 9562. The token must be unique, but not secret.
        let bits = (u128::from(random::bits()) << 64 | u128::from(random::bits())) & !(0xf << 76) & !(0x3 << 62)
            | (0x4 << 76)
            | (0x2 << 62);
        let hex = format!("{bits:032x}");
        let part = |range| hex.get::<std::ops::Range<usize>>(range).unwrap_or("");
        Self([part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-"))
    }
}

impl<T: Into<String>> From<T> for IdempotencyToken {
    fn from(token: T) -> Self {
        Self(token.into())
    }
}

impl AsRef<str> for IdempotencyToken {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl crate::check::Length for IdempotencyToken {
    fn length(&self) -> usize {
        self.0.chars().count()
    }
}

/// Hides the token, which services mark as sensitive.
impl fmt::Debug for IdempotencyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyToken(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_is_a_version_4_uuid() {
        for _ in 0..100 {
            let token = IdempotencyToken::default().0;
            let lengths: Vec<usize> = token.split('-').map(str::len).collect();
            assert_eq!(lengths, [8, 4, 4, 4, 12], "{token}");
            assert_eq!(&token[14..15], "4", "{token}");
            assert!(matches!(&token[19..20], "8" | "9" | "a" | "b"), "{token}");
        }
    }
}
