//! How the declarations in a Rust source differ from a description: the command `--drift`.
//!
//! Operations are found by method and path, and by the header `x-amz-target`. What a user adds, leaves out or renames in Rust is
//! no difference, except that a parameter which is not declared counts as new. A difference that is wanted is copied into the
//! source, behind `// accepted: `.

mod attribute;
mod compare;
mod declared;
mod items;
mod members;
mod parameters;
mod place;
#[cfg(test)]
mod tests;
mod types;

use std::collections::HashSet;

use crate::error::ImportError;
use crate::select::Listed;
use crate::source::Source;
use crate::{Format, Options};

use compare::Comparison;
use items::Items;

/// The comment that accepts a difference.
const ACCEPTED: &str = "// accepted: ";

/// A difference, and the JSON pointer of its place, if the description has one.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    text: String,
    pointer: Option<String>,
}

/// Returns the differences, one line each, in the order of the declarations. The name of the source is only shown.
pub(crate) fn differences(source: &Source, format: Format, name: &str, text: &str) -> Result<Vec<String>, ImportError> {
    let file = syn::parse_file(text).map_err(|error| {
        let start = error.span().start();
        ImportError::new(format_args!(
            "{name}: line {}, column {}: {error}",
            start.line,
            start.column + 1
        ))
    })?;
    let items = Items::of(&file);
    if items.operations.is_empty() {
        return Err(ImportError::new(format_args!(
            "{name} declares no operation; name the file that was imported"
        )));
    }
    let root = source.root();
    let listed = format.list(&root);
    let model = format.read(&root, &listed, &Options::default());
    // Those of a model are of all its operations.
    let errors = |operation: &Listed| {
        format
            .read(&root, std::slice::from_ref(operation), &Options::default())
            .errors
    };
    let mut comparison = Comparison::new(&root, &items, &listed, &model, &errors);
    items
        .operations
        .iter()
        .for_each(|operation| comparison.operation(operation));
    let accepted: HashSet<_> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix(ACCEPTED))
        .map(str::trim)
        .collect();
    let mut seen = HashSet::new();
    let differences = comparison
        .differences
        .into_iter()
        .filter(|difference| !accepted.contains(difference.text.as_str()));
    let differences = differences.filter(|difference| seen.insert(difference.text.clone()));
    let lines = differences.map(|Difference { text, pointer }| match pointer {
        Some(pointer) => format!("{text} (at {})", source.original(&pointer)),
        None => text,
    });
    Ok(lines.collect())
}
