//! Names for the targets of references.

use crate::document::Node;

/// Segments of pointers that say nothing about a schema.
const KEYWORDS: &[&str] = &[
    "additionalProperties",
    "allOf",
    "anyOf",
    "content",
    "items",
    "oneOf",
    "properties",
    "schema",
    "schemas",
];

/// Returns the name of a schema that a reference leads to, and whether the description names it. Schemas inside of components are
/// named after their place there, and others after the place of the reference.
pub(super) fn of_target(target: &Node<'_>, name: &str) -> (String, bool) {
    let pointer = target.pointer();
    if let Some(name) = of_component(pointer) {
        return (name, true);
    }
    let mut ends = pointer.rsplit('/');
    if let (Some(last), Some("definitions" | "$defs")) = (ends.next(), ends.next()) {
        return (unescaped(last), true);
    }
    let Some(place) = pointer
        .strip_prefix("/components/")
        .and_then(|place| place.split_once('/'))
    else {
        return (name.to_owned(), false);
    };
    let is_word = |segment: &&str| {
        let is_number = segment.bytes().all(|byte| byte.is_ascii_digit());
        !is_number && !segment.contains("~1") && !KEYWORDS.contains(segment)
    };
    let words: Vec<String> = place.1.split('/').filter(is_word).map(unescaped).collect();
    (words.join(" "), false)
}

/// Returns the name of a schema that the description names.
pub(super) fn of_component(pointer: &str) -> Option<String> {
    let name = pointer.strip_prefix("/components/schemas/")?;
    (!name.contains('/')).then(|| unescaped(name))
}

/// Names the items of a list: `Issue labels` has an `Issue label`.
pub(super) fn of_item(list: &str) -> String {
    let (before, ending) = if let Some(before) = list.strip_suffix("ies") {
        (before, "y")
    } else if let Some(before) = ["sses", "xes", "ches", "shes"].iter().find_map(|ending| {
        let is_plural = list.ends_with(ending);
        is_plural.then(|| list.strip_suffix("es")).flatten()
    }) {
        (before, "")
    } else if ["ss", "us", "is"].iter().any(|ending| list.ends_with(ending)) {
        (list, " item")
    } else if let Some(before) = list.strip_suffix('s') {
        (before, "")
    } else {
        (list, " item")
    };
    format!("{before}{ending}")
}

fn unescaped(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}
