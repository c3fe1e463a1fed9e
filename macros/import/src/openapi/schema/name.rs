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

/// Endings of plurals, longest first, and what they are in the singular. `None` for words that are none.
const PLURALS: &[(&str, Option<&str>)] = &[
    ("children", Some("child")),
    ("statuses", Some("status")),
    ("caches", Some("cache")),
    ("series", None),
    ("movies", Some("movie")),
    ("sses", Some("ss")),
    ("ches", Some("ch")),
    ("shes", Some("sh")),
    ("ies", Some("y")),
    ("xes", Some("x")),
    ("ss", None),
    ("us", None),
    ("is", None),
    (" s", None),
    ("s", Some("")),
];

/// Names the items of a list: `Issue labels` has an `Issue label`.
pub(super) fn of_item(list: &str) -> String {
    let plural = PLURALS
        .iter()
        .find_map(|(ending, singular)| Some((list.strip_suffix(ending)?, *singular)));
    match plural {
        Some((stem, Some(ending))) if stem.len() + ending.len() > 0 => format!("{stem}{ending}"),
        _ => format!("{list} item"),
    }
}

fn unescaped(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}
