//! "Did you mean": the known names that are most like an unknown one.

use std::collections::BTreeSet;

/// The most names that are suggested.
const MAX_SUGGESTIONS: usize = 3;

/// Returns the end of an error about an unknown name: `; did you mean …?`, or nothing if no name is like it.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    let names: Vec<_> = similar(name, known).iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => format!("; did you mean {only}?"),
        Some((last, first)) => format!("; did you mean {} or {last}?", first.join(", ")),
    }
}

/// Whether one name may have become the other.
pub(crate) fn is_similar(one: &str, other: &str) -> bool {
    words(one) == words(other) || edits(&one.to_lowercase(), &other.to_lowercase(), max_edits(other)).is_some()
}

/// Returns how many edits a name may differ by.
fn max_edits(name: &str) -> usize {
    (name.chars().count() / 3).max(1)
}

/// Returns the names that are most like another one: those that few edits change into it, then those that have all its words.
fn similar<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let lower = name.to_lowercase();
    let max_edits = max_edits(name);
    let words = words(name);
    let mut ranked: Vec<_> = BTreeSet::from_iter(known)
        .into_iter()
        .filter_map(|known| {
            let edits = edits(&lower, &known.to_lowercase(), max_edits);
            let rank = edits.or_else(|| has_words(known, &words).then_some(max_edits + 1))?;
            Some((rank, known.len(), known))
        })
        .collect();
    ranked.sort_unstable();
    ranked
        .into_iter()
        .take(MAX_SUGGESTIONS)
        .map(|(.., known)| known)
        .collect()
}

/// Returns the words of a name, in lower case: `listIssues` and `LIST issues` are the same.
fn words(name: &str) -> Vec<String> {
    let words = heck::AsSnakeCase(name).to_string();
    words
        .split('_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether each of the words begins one of the words of a name.
fn has_words(name: &str, wanted: &[String]) -> bool {
    let words = words(name);
    !wanted.is_empty()
        && wanted
            .iter()
            .all(|wanted| words.iter().any(|word| word.starts_with(wanted)))
}

/// Returns how many characters must be inserted, removed, replaced or swapped with the next, unless it is more than a limit.
fn edits(one: &str, other: &str, limit: usize) -> Option<usize> {
    let other: Vec<_> = other.chars().collect();
    if one.chars().count().abs_diff(other.len()) > limit {
        return None;
    }
    // The rows of the matrix of distances between prefixes: that of the prefix before the last, the last, and the next.
    let mut before = Vec::new();
    let mut row: Vec<_> = (0..=other.len()).collect();
    let mut previous = None;
    for (index, character) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        let mut left = index + 1;
        for (column, candidate) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut edits = (at(&row, column) + usize::from(character != *candidate))
                .min(at(&row, column + 1) + 1)
                .min(left + 1);
            let swapped = column
                .checked_sub(1)
                .filter(|earlier| previous == Some(*candidate) && other.get(*earlier) == Some(&character));
            if let Some(earlier) = swapped {
                edits = edits.min(at(&before, earlier) + 1);
            }
            next.push(edits);
            left = edits;
        }
        before = std::mem::replace(&mut row, next);
        previous = Some(character);
    }
    row.last().copied().filter(|edits| *edits <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted() {
        for (one, other, expected) in [
            ("list", "list", Some(0)),
            ("", "ab", Some(2)),
            ("lsit", "list", Some(1)),
            ("lst", "list", Some(1)),
            ("lists", "list", Some(1)),
            ("liss", "list", Some(1)),
            ("kitten", "sitting", Some(3)),
            ("list", "create", None),
        ] {
            assert_eq!(edits(one, other, 3), expected, "{one} {other}");
        }
    }

    #[test]
    fn misspelt_name_is_recognised_in_any_case() {
        let known = ["ListRooms", "ListRoomMemberships", "CreateRoom"];
        assert_eq!(did_you_mean("listroms", known), "; did you mean `ListRooms`?");
        assert_eq!(did_you_mean("xyz", known), "");
    }

    #[test]
    fn names_with_the_same_words_are_similar() {
        let known = [
            "issues/list-for-org",
            "issues/list",
            "repos/list",
            "issues/list-for-repo",
            "issues/list-labels",
        ];
        assert_eq!(
            did_you_mean("listIssues", known),
            "; did you mean `issues/list`, `issues/list-labels` or `issues/list-for-org`?"
        );
    }
}
