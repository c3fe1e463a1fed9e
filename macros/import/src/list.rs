//! The table of operations that `--list` prints.

use std::fmt::Write;

use crate::docs;
use crate::error::ImportError;
use crate::select::Listed;
use crate::suggest::did_you_mean;

/// The widest that a column is made for the sake of its longest entry. Longer ones are not cut: they are there to be copied.
const MAX_COLUMN: usize = 40;

/// The most characters of a summary.
const MAX_SUMMARY: usize = 60;

/// Returns a table of the operations that contain all words, in any case, and a line with their tags.
pub(crate) fn table(listed: &[Listed], words: &str) -> Result<String, ImportError> {
    let words = words.to_lowercase();
    let found: Vec<_> = listed.iter().filter(|operation| contains(operation, &words)).collect();
    if found.is_empty() {
        return Err(none(listed, &words));
    }
    let width = |text: fn(&Listed) -> &str| {
        let widths = found.iter().map(|operation| text(operation).chars().count());
        widths.filter(|width| *width <= MAX_COLUMN).max().unwrap_or_default()
    };
    let (id, method, path) = (
        width(|operation| &operation.id),
        width(|operation| &operation.method),
        width(|operation| &operation.path),
    );
    let mut table = String::new();
    for operation in &found {
        let Listed {
            id: name,
            method: verb,
            path: target,
            ..
        } = operation;
        let row = format!("{name:id$}  {verb:method$}  {target:path$}  {}", summary(operation));
        // Writing to a string does not fail.
        _ = writeln!(table, "{}", row.trim_end());
    }
    table.push_str(&tags(&found));
    Ok(table)
}

/// Whether an operation contains all words.
fn contains(operation: &Listed, words: &str) -> bool {
    let Listed {
        id,
        method,
        path,
        summary,
        tags,
        ..
    } = operation;
    let text = [id, method, path, summary]
        .into_iter()
        .chain(tags)
        .map(|text| text.to_lowercase())
        .collect::<Vec<_>>()
        .join("\n");
    words.split_whitespace().all(|word| text.contains(word))
}

/// Returns the first sentence about an operation, in plain text.
fn summary(operation: &Listed) -> String {
    let sentence = docs::first_sentence(&operation.summary);
    let text = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = match text.char_indices().nth(MAX_SUMMARY) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text,
    };
    if operation.is_deprecated {
        format!("[deprecated] {text}")
    } else {
        text
    }
}

/// Returns a line with the tags of operations, in their order, and how many operations have each.
fn tags(found: &[&Listed]) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for tag in found.iter().flat_map(|operation| &operation.tags) {
        match counts.iter_mut().find(|(known, _)| known == tag) {
            Some((_, count)) => *count += 1,
            None => counts.push((tag, 1)),
        }
    }
    if counts.is_empty() {
        return String::new();
    }
    let tags: Vec<_> = counts
        .iter()
        .map(|(tag, count)| format!("tag:{tag} ({count})"))
        .collect();
    format!("\n{}\n", tags.join(", "))
}

/// Returns the error for words that no operation contains.
fn none(listed: &[Listed], words: &str) -> ImportError {
    if listed.is_empty() {
        return ImportError::new("the description has no operation");
    }
    // Words are compared with words, of which ids, paths and tags consist.
    let texts = listed
        .iter()
        .flat_map(|operation| [&operation.id, &operation.path].into_iter().chain(&operation.tags));
    let known: Vec<_> = texts.map(|text| heck::AsSnakeCase(text).to_string()).collect();
    let known = || known.iter().flat_map(|text| text.split('_'));
    let unknown = words
        .split_whitespace()
        .find(|word| !listed.iter().any(|operation| contains(operation, word)));
    let remedy = unknown.map(|word| did_you_mean(word, known())).unwrap_or_default();
    ImportError::new(format_args!("no operation contains `{words}`{remedy}"))
}

#[cfg(test)]
mod tests;
