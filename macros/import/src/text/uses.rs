//! The names that a file imports.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{MAX_WIDTH, wrapped};

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
    pub(super) fn lines(self) -> String {
        let mut lines = self.line("std::collections", Vec::new());
        if !lines.is_empty() {
            lines.push('\n');
        }
        let inner = ["serde_json", "timestamp"].into_iter().filter_map(|module| {
            let names: Vec<String> = self.0.get(module)?.iter().map(ToString::to_string).collect();
            Some(format!("{module}::{}", list(&names)))
        });
        lines + &self.line("rest_op", inner.collect()) + &self.line("serde", Vec::new()) + "\n"
    }

    /// Returns the line of a module, in which the names of its modules follow; none if nothing is used.
    fn line(&self, module: &str, inner: Vec<String>) -> String {
        let names = self.0.get(module).into_iter().flatten().map(ToString::to_string);
        // rustfmt sorts types before functions and modules.
        let (types, others): (Vec<String>, Vec<String>) = names.partition(|name| name.starts_with(char::is_uppercase));
        let names = [types, others, inner].concat();
        if names.is_empty() {
            return String::new();
        }
        let line = format!("use {module}::{};", list(&names));
        if line.len() <= MAX_WIDTH {
            return line + "\n";
        }
        let lines = wrapped(&(names.join(", ") + ","), MAX_WIDTH - 4);
        format!("use {module}::{{\n    {}\n}};\n", lines.join("\n    "))
    }
}

/// One name, or several in braces.
fn list(names: &[String]) -> String {
    match names {
        [name] => name.clone(),
        _ => format!("{{{}}}", names.join(", ")),
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
