//! The service model, as `flatten.py` flattens it.

use std::collections::BTreeMap;

use rest_op_tests::prerequisites::python;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Model {
    pub(crate) version: String,
    pub(crate) undeclared: Vec<String>,
    pub(crate) operations: BTreeMap<String, Operation>,
    /// Region, FIPS, dual stack; URL and signing region.
    pub(crate) endpoints: Vec<(String, bool, bool, String, String)>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Operation {
    pub(crate) verb: String,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) status: u16,
    pub(crate) members: BTreeMap<String, Member>,
    pub(crate) errors: BTreeMap<String, u16>,
    /// A member's path, an answer without it, and the same with it.
    pub(crate) answers: Vec<(String, Value, Value)>,
}

/// A member of the input.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) place: Place,
    pub(crate) wire: String,
    pub(crate) required: bool,
    /// Whether the client generates it if the caller omits it.
    pub(crate) token: bool,
    pub(crate) sample: Value,
    /// Values, each with whether it is allowed.
    pub(crate) probes: Vec<(Value, bool)>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Place {
    Path,
    Query,
    Body,
}

impl Model {
    /// Runs botocore. If it is not installed, prints that this is left out.
    pub(crate) fn from_botocore(operations: &[&str]) -> Option<Self> {
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/service_model/flatten.py");
        let output = python("model", "botocore.endpoint_provider")?
            .arg(program)
            .args(operations)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(serde_json::from_slice(&output.stdout).unwrap())
    }

    /// The model with a change: `to` in place of what is `at` an operation, by JSON pointer; or as a new entry there.
    pub(crate) fn with(&self, operation: &str, at: &str, to: Value) -> Self {
        let mut changed = serde_json::to_value(self).unwrap();
        let (parent, key) = at.rsplit_once('/').unwrap();
        let parent = changed
            .pointer_mut(&format!("/operations/{operation}{parent}"))
            .unwrap();
        match parent {
            Value::Array(elements) => elements[key.parse::<usize>().unwrap()] = to,
            parent => parent[key] = to,
        }
        serde_json::from_value(changed).unwrap()
    }
}

impl Operation {
    /// Samples of the members that `keep`s.
    pub(crate) fn samples(&self, keep: impl Fn(&Member) -> bool) -> Map<String, Value> {
        let kept = self.members.iter().filter(|(_, member)| keep(member));
        kept.map(|(name, member)| (name.clone(), member.sample.clone()))
            .collect()
    }
}
