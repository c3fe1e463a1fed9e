//! The names that a file imports.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// The names that are used, below the modules that have them.
#[derive(Debug, Default)]
pub(super) struct Uses(BTreeMap<&'static str, BTreeSet<&'static str>>);

impl Uses {
    /// Notes that a name is used, and returns it.
    pub(super) fn name(&mut self, name: &'static str) -> &'static str {
        let module = match name {
            "BTreeMap" => "std::collections",
            "Deserialize" | "Serialize" => "serde",
            "DateTime" | "EpochSeconds" | "HttpDate" => "timestamp",
            "Value" => "serde_json",
            _ => "rest_op",
        };
        self.0.entry(module).or_default().insert(name);
        name
    }

    /// Returns the `use` lines, in rustfmt's order.
    pub(super) fn lines(mut self) -> String {
        let of = |module: &str| self.0.get(module);
        let inner = ["serde_json", "timestamp"].into_iter().filter_map(|module| {
            Some(format!(
                "{module}::{}",
                list(of(module)?.iter().map(ToString::to_string))
            ))
        });
        let inner: Vec<String> = inner.collect();
        let mut lines = String::new();
        if let Some(names) = self.0.remove("std::collections") {
            lines += &format!(
                "use std::collections::{};\n\n",
                list(names.iter().map(ToString::to_string))
            );
        }
        if let Some(names) = self.0.remove("rest_op") {
            // rustfmt sorts types before functions and modules.
            let (types, others): (Vec<&str>, Vec<&str>) =
                names.iter().partition(|name| name.starts_with(char::is_uppercase));
            let all = types.into_iter().chain(others).map(str::to_owned).chain(inner);
            lines += &format!("use rest_op::{};\n", list(all));
        }
        if let Some(names) = self.0.remove("serde") {
            lines += &format!("use serde::{};\n", list(names.iter().map(ToString::to_string)));
        }
        lines + "\n"
    }
}

/// One name, or several in braces.
fn list(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [name] => name.clone(),
        names => format!("{{{}}}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_imported_in_the_order_of_rustfmt() {
        let mut uses = Uses::default();
        for name in [
            "rest_op",
            "Serialize",
            "DateTime",
            "check",
            "Call",
            "Api",
            "Value",
            "BTreeMap",
            "HttpDate",
        ] {
            uses.name(name);
        }
        assert_eq!(
            uses.lines(),
            "use std::collections::BTreeMap;\n\n\
             use rest_op::{Api, Call, check, rest_op, serde_json::Value, timestamp::{DateTime, HttpDate}};\n\
             use serde::Serialize;\n\n"
        );
    }
}
