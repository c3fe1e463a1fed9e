//! Rust names made of the names of descriptions: legal identifiers, and collisions that are resolved in a fixed way.

use std::collections::HashSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Characters that distinguish names, and the words that stand for them: `+1` and `-1` are reactions of GitHub.
const WORDS: &[(char, &str)] = &[
    ('+', "plus"),
    ('*', "any"),
    ('<', "less"),
    ('>', "greater"),
    ('=', "equal"),
    ('!', "not"),
    ('&', "and"),
    ('%', "percent"),
];

/// Keywords that cannot be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Makes the name of a type or a variant: `pull-request` becomes `PullRequest`, `1.10` becomes `N1_10`.
pub(crate) fn type_name(name: &str) -> String {
    let words = joined(name, ToUpperCamelCase::to_upper_camel_case);
    let name = match words.chars().next() {
        None => "Empty".to_owned(),
        Some(first) if first.is_alphabetic() => words,
        Some(_) => format!("N{words}"),
    };
    legal(name, "Value")
}

/// Makes the name of a method, an argument or a field: `pullRequest` becomes `pull_request`, and `type` becomes `r#type`.
pub(crate) fn value_name(name: &str) -> String {
    let words = joined(name, ToSnakeCase::to_snake_case);
    let name = match words.chars().next() {
        None => "empty".to_owned(),
        Some(first) if first.is_alphabetic() => words,
        Some(_) => format!("n{words}"),
    };
    legal(name, "_value")
}

/// Converts a name whose signs are spelled out. A separator between two digits stays: `1.10` and `11.0` differ.
fn joined(name: &str, convert: impl Fn(&str) -> String) -> String {
    let mut spelled = String::with_capacity(name.len());
    let mut characters = name.chars().peekable();
    let mut before = None;
    while let Some(character) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(char::is_ascii_digit);
        let word = WORDS.iter().find(|(sign, _)| *sign == character).map(|(_, word)| *word);
        match word {
            Some(word) => spelled.extend([" ", word, " "]),
            None if character == '-' && next_is_digit && before.is_none() => spelled.push_str("minus "),
            // Modifier letters, which transliterations have, are letters that rustc warns about.
            None if ('\u{2b0}'..='\u{2ff}').contains(&character) => continue,
            None if character.is_alphanumeric() => spelled.push(character),
            None => spelled.push(' '),
        }
        before = Some(character);
    }
    let mut parts = spelled.split(' ').filter(|part| !part.is_empty()).peekable();
    let mut runs = vec![String::new()];
    while let Some(part) = parts.next() {
        if let Some(run) = runs.last_mut() {
            run.push_str(part);
        }
        let ends_in_digit = part.ends_with(|last: char| last.is_ascii_digit());
        match parts.peek() {
            Some(next) if ends_in_digit && next.starts_with(|first: char| first.is_ascii_digit()) => {
                runs.push(String::new());
            }
            _ => {
                if let Some(run) = runs.last_mut() {
                    run.push(' ');
                }
            }
        }
    }
    let runs: Vec<String> = runs.iter().map(|run| convert(run)).collect();
    runs.join("_")
}

/// Makes an identifier of a name: a keyword is raw, or has the suffix where it cannot be.
fn legal(name: String, suffix: &str) -> String {
    if NEVER_RAW.contains(&name.as_str()) {
        return name + suffix;
    }
    if is_identifier(&name) {
        return name;
    }
    let raw = format!("r#{name}");
    if is_identifier(&raw) {
        return raw;
    }
    // Removes characters that identifiers cannot contain, such as digits of other scripts.
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    if is_identifier(&name) { name } else { format!("n{name}") }
}

fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok()
}

/// The names of one scope, each given once.
pub(crate) struct Scope(HashSet<String>);

impl Scope {
    /// Makes a scope in which these names are taken.
    pub(crate) fn new<'n>(taken: impl IntoIterator<Item = &'n str>) -> Self {
        Self(taken.into_iter().map(str::to_owned).collect())
    }

    /// Takes the first of the candidates that is free; if none is, the last one with the first number that makes it free.
    pub(crate) fn take(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut last = String::new();
        for candidate in candidates {
            if self.0.insert(candidate.clone()) {
                return candidate;
            }
            last = candidate;
        }
        let base = last.strip_prefix("r#").unwrap_or(&last).to_owned();
        let is_type = base.starts_with(char::is_uppercase);
        let mut number = 2_u32;
        loop {
            let separator = if is_type && !base.ends_with(|end: char| end.is_ascii_digit()) {
                ""
            } else {
                "_"
            };
            let name = format!("{base}{separator}{number}");
            if self.0.insert(name.clone()) {
                return name;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_are_in_upper_camel_case() {
        let names = [
            "pull-request",
            "issue",
            "IssueUser",
            "io.k8s.api.core.v1.Pod",
            "APIKey",
            "+1",
            "-1",
            "1.10",
            "11.0",
            "",
            "*",
        ];
        let expected = [
            "PullRequest",
            "Issue",
            "IssueUser",
            "IoK8sApiCoreV1Pod",
            "ApiKey",
            "Plus1",
            "Minus1",
            "N1_10",
            "N11_0",
            "Empty",
            "Any",
        ];
        assert_eq!(names.map(type_name), expected);
    }

    #[test]
    fn names_of_values_are_in_snake_case() {
        let names = [
            "pullRequest",
            "type",
            "self",
            "X-Rate-Limit",
            "issues/list-for-repo",
            "@odata.nextLink",
            "2fa",
            "$ref",
            "",
            "id[]",
        ];
        let expected = [
            "pull_request",
            "r#type",
            "self_value",
            "x_rate_limit",
            "issues_list_for_repo",
            "odata_next_link",
            "n2fa",
            "r#ref",
            "empty",
            "id",
        ];
        assert_eq!(names.map(value_name), expected);
    }

    #[test]
    fn keywords_and_other_scripts_are_legal() {
        assert_eq!(
            ["Self", "crate", "self"].map(type_name),
            ["SelfValue", "Crate", "SelfValue"]
        );
        assert_eq!(type_name("Pa\u{2bf}\u{2bf}el"), "Pael");
        assert_eq!(value_name("größe"), "größe");
        for name in [
            "²",
            "١",
            "\u{1F600}",
            "a\u{301}",
            "__",
            "日本",
            "r#type",
            "\"",
            "\\",
            "\n",
        ] {
            assert!(is_identifier(&type_name(name)), "{name:?}: {}", type_name(name));
            assert!(is_identifier(&value_name(name)), "{name:?}: {}", value_name(name));
        }
    }

    #[test]
    fn taken_names_get_a_number() {
        let mut scope = Scope::new(["Page"]);
        let taken = ["Page", "Page", "V1", "V1"].map(|name| scope.take([name.to_owned()]));
        assert_eq!(taken, ["Page2", "Page3", "V1", "V1_2"]);
        assert_eq!(scope.take(["Page".to_owned(), "HubPage".to_owned()]), "HubPage");
        let mut scope = Scope::new(["r#type"]);
        assert_eq!(scope.take(["r#type".to_owned()]), "type_2");
    }
}
