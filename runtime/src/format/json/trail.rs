//! Records the path at which a reading fails, and the `null` members that the next reading leaves out.

use super::{Found, Member};
use crate::text::excerpt::first_line;

/// The findings of a reading in progress.
pub(super) struct Trail<'de> {
    text: &'de str,
    found: Found,
}

impl<'de> Trail<'de> {
    pub(super) fn new(text: &'de str, misfits: Vec<Member>) -> Self {
        Self {
            text,
            found: Found {
                path: String::new(),
                misfits,
                is_new: false,
                in_escaped: false,
            },
        }
    }

    pub(super) fn into_found(self) -> Found {
        self.found
    }

    /// Discards the path of an error that a type has ignored.
    #[inline]
    pub(super) fn passed(&mut self) {
        self.found.path.clear();
    }

    /// Whether a member is left out.
    #[inline]
    pub(super) fn leaves_out(&self, of: &'static str, name: &str) -> bool {
        !self.found.misfits.is_empty() && self.is_misfit(of, name)
    }

    #[cold]
    fn is_misfit(&self, of: &'static str, name: &str) -> bool {
        self.is_known(of, name) && self.value(name).is_some_and(|value| value.starts_with("null"))
    }

    fn is_known(&self, of: &'static str, name: &str) -> bool {
        let mut misfits = self.found.misfits.iter();
        misfits.any(|(known, member)| *known == of && member == name)
    }

    /// Returns the text after the name of a member. `serde_json` borrows names without escapes from the text, so their
    /// address gives the position.
    fn value(&self, name: &str) -> Option<&'de str> {
        let end = name.as_bytes().as_ptr_range().end.addr();
        let after = end.checked_sub(self.text.as_ptr().addr())?;
        let rest = self.text.get(after..)?.strip_prefix('"')?;
        Some(rest.trim_ascii_start().strip_prefix(':')?.trim_ascii_start())
    }

    /// Whether the value of a member is `null`.
    pub(super) fn is_null(&mut self, name: &str) -> bool {
        let value = self.value(name);
        self.found.in_escaped |= value.is_none();
        value.is_some_and(|value| value.starts_with("null"))
    }

    /// Records that a member of a struct failed.
    #[cold]
    pub(super) fn failed_member(&mut self, of: &'static str, name: &str) {
        if self.is_null(name) && !self.is_known(of, name) {
            self.found.misfits.push((of, name.to_owned()));
            self.found.is_new = true;
        }
        self.failed(&first_line(name, 100));
    }

    #[cold]
    pub(super) fn failed_element(&mut self, index: usize) {
        self.failed(&format!("[{index}]"));
    }

    /// Records that an entry of a map failed. The key is data, which must not be logged.
    #[cold]
    pub(super) fn failed_entry(&mut self) {
        self.failed("*");
    }

    fn failed(&mut self, segment: &str) {
        let path = &mut self.found.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, segment);
    }
}
