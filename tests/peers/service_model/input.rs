//! The input of an operation by the model's names, and the members that a declaration uses.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Members, with a record of which were taken as required, and which as optional.
pub(crate) struct Input {
    members: Map<String, Value>,
    taken: RefCell<BTreeMap<&'static str, bool>>,
}

impl Input {
    pub(crate) fn new(members: Map<String, Value>) -> Self {
        Self {
            members,
            taken: RefCell::default(),
        }
    }

    /// Takes a member that the declaration requires. A missing one is empty.
    pub(crate) fn required<T: DeserializeOwned + Default>(&self, name: &'static str) -> T {
        self.take(name, true).unwrap_or_default()
    }

    /// Takes a member that is optional in the declaration.
    pub(crate) fn optional<T: DeserializeOwned>(&self, name: &'static str) -> Option<T> {
        self.take(name, false)
    }

    /// Returns the members that were taken, each with whether it is required.
    pub(crate) fn into_taken(self) -> BTreeMap<&'static str, bool> {
        self.taken.into_inner()
    }

    fn take<T: DeserializeOwned>(&self, name: &'static str, required: bool) -> Option<T> {
        self.taken.borrow_mut().insert(name, required);
        let value = self.members.get(name)?.clone();
        Some(serde_json::from_value(value).unwrap_or_else(|error| panic!("{name}: {error}")))
    }
}
