//! Environment variables, or the values that a program supplies in their place.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

/// The source of environment variables.
#[derive(Clone)]
pub(crate) struct Variables(Arc<LookUp>);

pub(super) type LookUp = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Variables {
    pub(super) fn new(look_up: Arc<LookUp>) -> Self {
        Self(look_up)
    }

    /// Returns the value of a variable, unless it is blank.
    #[inline]
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        // The value may be a secret.
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
