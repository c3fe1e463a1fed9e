//! Which words of a text are code: names that clippy's `doc_markdown` would report, paths and variables.

/// Names in mixed case that clippy takes for words.
const NAMES: &[&str] = &[
    "BibTeX",
    "CamelCase",
    "ClojureScript",
    "CoffeeScript",
    "CoreFoundation",
    "CoreGraphics",
    "CoreText",
    "DevOps",
    "DirectX",
    "ECMAScript",
    "FreeBSD",
    "GHz",
    "GPLv2",
    "GPLv3",
    "GiB",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv4",
    "IPv6",
    "JavaScript",
    "KiB",
    "LaTeX",
    "MHz",
    "MiB",
    "MinGW",
    "NaN",
    "NaNs",
    "NetBSD",
    "OAuth",
    "OCaml",
    "OpenBSD",
    "OpenGL",
    "OpenMP",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "PiB",
    "PureScript",
    "THz",
    "TeX",
    "TensorFlow",
    "TiB",
    "TrueType",
    "TypeScript",
    "WebAssembly",
    "WebGL",
    "WebP",
    "WebRTC",
    "WebSocket",
    "WebTransport",
    "YCbCr",
];

/// A word as punctuation, its core, and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'w> {
    pub(super) before: &'w str,
    pub(super) core: &'w str,
    pub(super) after: &'w str,
}

impl<'w> Word<'w> {
    /// Splits a word. Brackets that belong to the core stay in it: `list()`, `{id}`.
    pub(super) fn split(word: &'w str) -> Self {
        let mut core = word.trim_start_matches(['(', '[', '"', '\'', '“', '‘', ',', ';']);
        let before = word.get(..word.len() - core.len()).unwrap_or_default();
        loop {
            let mut shorter = core.trim_end_matches(['.', ',', ';', ':', '!', '?', '"', '\'', '”', '’', '…']);
            for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
                if shorter.matches(close).count() > shorter.matches(open).count() {
                    shorter = shorter.strip_suffix(close).unwrap_or(shorter);
                }
            }
            let shorter = ["'s", "’s"]
                .iter()
                .find_map(|suffix| shorter.strip_suffix(suffix))
                .unwrap_or(shorter);
            if shorter.len() == core.len() {
                break;
            }
            core = shorter;
        }
        let after = word.get(before.len() + core.len()..).unwrap_or_default();
        Self { before, core, after }
    }
}

/// Whether the core of a word is written as code.
pub(super) fn is_code(core: &str) -> bool {
    let has_letter = core.chars().any(char::is_alphanumeric);
    let is_variable = core.starts_with(['/', '$', '@']) || core.starts_with("--");
    let is_assignment = core
        .split_once('=')
        .is_some_and(|(name, value)| ends_in_letter(name) && !value.is_empty());
    has_letter
        && (core.contains(['_', '{', '}', '<', '>', '[', ']', '*', '\\', '|', '^'])
            || core.contains("::")
            || core.contains("://")
            || core.contains("~~")
            || core.ends_with("()")
            || is_variable
            || is_assignment
            || is_member(core)
            || core.split('\'').any(is_camel_case))
}

fn ends_in_letter(text: &str) -> bool {
    text.ends_with(|last: char| last.is_alphanumeric())
}

/// Whether a word is a name such as `userId`, whose parts have lower-case letters each, as those of `macOS` do not.
fn is_member(word: &str) -> bool {
    let starts = word.chars().take_while(char::is_ascii_lowercase).count();
    let rest = word.get(starts..).unwrap_or_default();
    let mut is_lower = true;
    let mut has_capital = false;
    for character in rest.chars() {
        if character.is_ascii_uppercase() {
            if !is_lower {
                return false;
            }
            (is_lower, has_capital) = (false, true);
        } else if character.is_ascii_alphanumeric() {
            is_lower = true;
        } else {
            return false;
        }
    }
    starts >= 2 && has_capital && is_lower
}

/// Whether clippy takes a word for the name of a type.
fn is_camel_case(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric());
    if NAMES.contains(&word) || word.starts_with(|first: char| first.is_ascii_digit() || first.is_ascii_lowercase()) {
        return false;
    }
    // A plural of capitals, such as `URLs`, is a word.
    let word = word.strip_suffix('s').unwrap_or(word);
    word.chars().all(char::is_alphanumeric)
        && word.chars().filter(|character| character.is_uppercase()).count() > 1
        && word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_code_are_recognised() {
        for code in [
            "snake_case",
            "RoomId",
            "std::fmt",
            "list()",
            "/rooms/{id}",
            "userId",
            "a=b",
            "$ref",
            "--flag",
            "x[]",
            "s3://b",
            "x'BarBaz",
        ] {
            assert!(is_code(code), "{code}");
        }
        for word in [
            "GitHub",
            "URLs",
            "iOS",
            "macOS",
            "OAuth",
            "Content-Type",
            "and/or",
            "JSON",
            "e.g",
            "1.5",
            "A",
            "IPv6",
            "jQuery",
            "=",
            "C++",
            "don't",
        ] {
            assert!(!is_code(word), "{word}");
        }
    }

    #[test]
    fn punctuation_is_not_part_of_a_word() {
        let split = |word| {
            let Word { before, core, after } = Word::split(word);
            (before, core, after)
        };
        assert_eq!(split("(RoomId)."), ("(", "RoomId", ")."));
        assert_eq!(split("list()."), ("", "list()", "."));
        assert_eq!(split("\"x[]\","), ("\"", "x[]", "\","));
        assert_eq!(split("RoomId's"), ("", "RoomId", "'s"));
        assert_eq!(split("..."), ("", "", "..."));
    }
}
