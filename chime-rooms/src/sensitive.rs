//! `Debug` of members that the service marks as sensitive: it shows whether they are present, not their values.

use std::fmt;

/// Takes the place of a sensitive value in `Debug`.
pub(crate) struct Hidden;

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Returns what `Debug` shows for an optional sensitive value.
pub(crate) fn hidden<T>(value: Option<&T>) -> Option<Hidden> {
    value.map(|_| Hidden)
}
