//! Rust's names for the names of a model.

use std::collections::BTreeSet;

/// Splits a name where its case, digits or punctuation mark the end of a word: `SDKAppliedContent-Encoding` is
/// `sdk applied content encoding`.
fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, &character) in characters.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| characters.get(index));
        let next = characters.get(index + 1);
        let starts = character.is_uppercase()
            && previous
                .is_some_and(|previous| !previous.is_uppercase() || next.is_some_and(|next| next.is_lowercase()));
        if !character.is_ascii_alphanumeric() || starts {
            words.push(String::new());
        }
        if let (true, Some(word)) = (character.is_ascii_alphanumeric(), words.last_mut()) {
            word.extend(character.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `queryStringList` → `query_string_list`; not yet an identifier, see [`identifier`].
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_")
}

/// `queryStringList` → `QueryStringList`.
pub(crate) fn pascal(name: &str) -> String {
    let mut pascal = String::new();
    for word in words(name) {
        let mut characters = word.chars();
        pascal.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        pascal.push_str(characters.as_str());
    }
    pascal
}

/// The first words of a sentence, for names made of descriptions.
pub(crate) fn shortened(name: &str) -> String {
    name.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}

/// Makes a legal identifier: `type` → `r#type`, `1` → `value_1`, `self` → `self_`.
pub(crate) fn identifier(name: &str) -> String {
    const KEYWORDS: &str = " abstract as async await become box break const continue do dyn else enum extern false final fn for gen if impl in let loop \
        macro match mod move mut override priv pub ref return static struct trait true try type typeof unsafe unsized use virtual where while yield ";
    const NEVER_RAW: &str = " self Self super crate ";
    let quoted = format!(" {name} ");
    if NEVER_RAW.contains(&quoted) {
        format!("{name}_")
    } else if KEYWORDS.contains(&quoted) {
        format!("r#{name}")
    } else if name.is_empty() {
        "value".to_owned()
    } else if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("value_{name}")
    } else {
        name.to_owned()
    }
}

/// As [`identifier`], for the names of types and variants.
pub(crate) fn type_identifier(name: &str) -> String {
    match name {
        "" | "Self" => format!("Value{name}"),
        name if name.starts_with(|first: char| first.is_ascii_digit()) => format!("Value{name}"),
        name => name.to_owned(),
    }
}

/// The names that are taken in one scope.
#[derive(Default)]
pub(crate) struct Taken(BTreeSet<String>);

impl Taken {
    /// A scope that has these names already.
    pub(crate) fn with(names: &[&str]) -> Self {
        Self(names.iter().map(|&name| name.to_owned()).collect())
    }

    /// Takes the name of a module, a function, a field or an argument, or one like it.
    pub(crate) fn take(&mut self, name: &str) -> String {
        self.numbered(name, "_")
    }

    /// Takes the name of a type or a variant, or one like it.
    pub(crate) fn take_type(&mut self, name: &str) -> String {
        self.numbered(name, "")
    }

    fn numbered(&mut self, name: &str, separator: &str) -> String {
        let mut free = name.to_owned();
        let mut number = 2;
        while !self.0.insert(free.clone()) {
            free = format!("{name}{separator}{number}");
            number += 1;
        }
        free
    }
}

/// How serde's `rename_all` turns the names of Rust into those of the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RenameAll {
    Nothing,
    CamelCase,
    PascalCase,
}

impl RenameAll {
    const ALL: [Self; 3] = [Self::Nothing, Self::CamelCase, Self::PascalCase];

    /// The rule that leaves the fewest `(name, wire)` pairs to be renamed one by one.
    pub(crate) fn fitting<'a>(names: &(impl Iterator<Item = (&'a str, &'a str)> + Clone)) -> Self {
        let misfits = |rule: &Self| names.clone().filter(|(name, wire)| rule.apply(name) != *wire).count();
        Self::ALL.into_iter().min_by_key(misfits).unwrap_or(Self::Nothing)
    }

    /// The name that serde gives a field or a variant.
    pub(crate) fn apply(self, name: &str) -> String {
        let name = name.trim_start_matches("r#");
        let is_variant = name.starts_with(|first: char| first.is_ascii_uppercase());
        let pascal = if is_variant { name.to_owned() } else { capitalized(name) };
        match self {
            Self::Nothing => name.to_owned(),
            Self::PascalCase => pascal,
            Self::CamelCase => {
                let mut characters = pascal.chars();
                characters
                    .next()
                    .map(|first| first.to_ascii_lowercase())
                    .into_iter()
                    .chain(characters)
                    .collect()
            }
        }
    }

    /// The argument of `#[serde(..)]`, if there is one.
    pub(crate) fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::CamelCase => Some("rename_all = \"camelCase\""),
            Self::PascalCase => Some("rename_all = \"PascalCase\""),
        }
    }
}

/// As serde does: `one_two` → `OneTwo`.
fn capitalized(name: &str) -> String {
    let mut capitalize = true;
    let mut result = String::new();
    for character in name.chars() {
        if character == '_' {
            capitalize = true;
        } else if std::mem::take(&mut capitalize) {
            result.push(character.to_ascii_uppercase());
        } else {
            result.push(character);
        }
    }
    result
}
