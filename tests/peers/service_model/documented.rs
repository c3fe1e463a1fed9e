//! The errors that the documentation of each operation lists, read from the source of the declarations.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Model;

/// The declarations with their documentation.
pub(crate) const SOURCE: &str = include_str!("../../../chime-rooms/src/api.rs");

/// Returns all differences between the documentation and the model, in the order of the operations.
pub(crate) fn differences(source: &str, model: &Model) -> Vec<String> {
    let documented = errors(source);
    let modeled = model.operations.iter().map(|(name, operation)| {
        let errors = operation.errors.keys();
        let errors = errors.map(|error| error.strip_suffix("Exception").unwrap_or(error).to_owned());
        (name, errors.collect::<BTreeSet<String>>())
    });
    modeled
        .filter_map(|(name, modeled)| {
            let documented = documented.get(name).cloned().unwrap_or_default();
            (documented != modeled).then(|| format!("{name}: lists {documented:?}, the model has {modeled:?}"))
        })
        .collect()
}

/// The variants of `ChimeError` that each method lists under `# Errors`, with those of the trait if it refers to them.
fn errors(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut of_trait = BTreeSet::new();
    let mut of_methods = BTreeMap::new();
    let mut docs = String::new();
    for line in source.lines().map(str::trim_start) {
        if let Some(doc) = line.strip_prefix("///") {
            docs += doc;
        } else if line.starts_with("pub trait ") {
            of_trait = listed(&std::mem::take(&mut docs));
        } else if let Some((name, _)) = line.strip_prefix("fn ").and_then(|rest| rest.split_once('(')) {
            let docs = std::mem::take(&mut docs);
            let mut errors = listed(&docs);
            if docs.contains("(ChimeRooms#errors)") {
                errors.extend(of_trait.iter().cloned());
            }
            of_methods.insert(name.to_owned(), errors);
        }
    }
    of_methods
}

fn listed(docs: &str) -> BTreeSet<String> {
    let section = docs.split_once("# Errors").map_or("", |(_, section)| section);
    let section = section.split("```").next().unwrap_or_default();
    let links = section.split("](ChimeError::").skip(1);
    links
        .filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()))
        .collect()
}
