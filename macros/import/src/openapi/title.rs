//! The name of the trait, made of the title of the document.

/// Words that say nothing about what the API is for.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "and",
    "api",
    "apis",
    "by",
    "client",
    "definition",
    "docs",
    "documentation",
    "endpoint",
    "endpoints",
    "for",
    "from",
    "http",
    "in",
    "interface",
    "json",
    "of",
    "on",
    "openapi",
    "public",
    "reference",
    "rest",
    "restful",
    "schema",
    "server",
    "service",
    "spec",
    "specification",
    "specs",
    "swagger",
    "the",
    "to",
    "v",
    "version",
    "web",
    "with",
    "your",
];

/// The most words of a name.
const MAX_WORDS: usize = 4;

/// Makes a name of a title: `GitHub v3 REST API` becomes `GitHub`.
pub(super) fn trait_name(title: &str) -> String {
    let all: Vec<&str> = title
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let telling = all.iter().copied().filter(|word| !is_filler(word) && !is_version(word));
    // `SqlManagementClient` is an API for clients.
    let telling = telling.map(|word| word.strip_suffix("Client").unwrap_or(word));
    let telling: Vec<&str> = telling.take(MAX_WORDS).collect();
    let words = if telling.is_empty() {
        all.into_iter().take(MAX_WORDS).collect()
    } else {
        telling
    };
    if words.is_empty() {
        "Service".to_owned()
    } else {
        words.join(" ")
    }
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word.to_lowercase().as_str())
}

/// Whether a word is a number, or one after `v`.
fn is_version(word: &str) -> bool {
    let number = word.strip_prefix(['v', 'V']).unwrap_or(word);
    !number.is_empty() && number.chars().all(|character| character.is_ascii_digit())
}
