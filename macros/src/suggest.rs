//! The remedy in a message: the name that was probably meant, or the list of known names.

use std::fmt::Display;

/// The choice nearest to `word`, if it is near enough for a typing error.
pub(crate) fn nearest<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    choices
        .into_iter()
        .map(|choice| (distance(&word, &plain(choice)), choice))
        .filter(|(distance, choice)| *distance <= (choice.len().max(3)) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, choice)| choice)
}

/// The remedy for an unknown word: `did you mean` the nearest choice, else the list of all.
pub(crate) fn remedy(word: &str, choices: &[&str]) -> String {
    match nearest(word, choices.iter().copied()) {
        Some(choice) => format!("did you mean `{choice}`?"),
        None => format!("write {}", list(choices)),
    }
}

/// `` `a`, `b` or `c` ``
pub(crate) fn list(choices: &[impl Display]) -> String {
    let quoted: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The word without capitals, `_` and `-`, in which naming conventions differ.
fn plain(word: &str) -> Vec<char> {
    word.chars()
        .filter(|c| !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut previous_a = None;
    for (row, &x) in a.iter().enumerate() {
        let mut current = vec![row + 1];
        let mut left = row + 1;
        let mut previous_b = None;
        for (column, &y) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut best = (at(&above, column) + usize::from(x != y))
                .min(at(&above, column + 1) + 1)
                .min(left + 1);
            if previous_a == Some(y) && previous_b == Some(x) && column > 0 {
                best = best.min(at(&before, column - 1) + 1);
            }
            current.push(best);
            left = best;
            previous_b = Some(y);
        }
        previous_a = Some(x);
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{list, nearest};

    #[test]
    fn typing_errors_are_near() {
        for (word, meant) in [
            ("qurey", "query"),
            ("heder", "header"),
            ("bdoy", "body"),
            ("_account_id", "account_id"),
            ("accountId", "account_id"),
            ("acount_id", "account_id"),
            ("Query", "query"),
        ] {
            assert_eq!(
                nearest(word, ["query", "header", "body", "account_id"]),
                Some(meant),
                "{word}"
            );
        }
    }

    #[test]
    fn other_words_are_not() {
        for word in ["", "room_id", "param", "q", "serde"] {
            assert_eq!(nearest(word, ["query", "header", "body", "account_id"]), None, "{word}");
        }
    }

    #[test]
    fn lists_are_joined_by_commas_and_or() {
        assert_eq!(list(&["a"]), "`a`");
        assert_eq!(list(&["a", "b"]), "`a` or `b`");
        assert_eq!(list(&["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
