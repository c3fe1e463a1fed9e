//! Members that the service marks as sensitive: `Debug` tells that they are there, not what they are.

use std::fmt;

/// Stands for a sensitive value in `Debug`.
pub(crate) struct Hidden;

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// What `Debug` shows of a sensitive value that may be absent.
pub(crate) fn hidden<T>(value: Option<&T>) -> Option<Hidden> {
    value.map(|_| Hidden)
}
