//! The README shows an error message, and CONTRIBUTING.md an expansion: both are compared with the macro.

use super::declaration::{expansion, mistakes, text};

const README: &str = include_str!("../../../README.md");
const CONTRIBUTING: &str = include_str!("../../../CONTRIBUTING.md");

/// The declaration of `list_repos` in the first example.
fn declaration() -> &'static str {
    let start = README.find("#[rest_op(").expect("an example");
    let (declaration, _) = README[start..].split_once(';').expect("a declaration ends");
    &README[start..=start + declaration.len()]
}

/// Tokens without the paths in front of names, and without trailing commas.
fn shortened(tokens: &str) -> String {
    let mut text = tokens
        .replace(": : rest_op : : private : : ", "")
        .replace(": : rest_op : : ", "");
    for close in ["]", ")", "}"] {
        text = text.replace(&format!(", {close}"), close);
    }
    text
}

#[test]
fn contributing_shows_the_expansion() {
    let (_, shown) = CONTRIBUTING
        .split_once("```rust,ignore\n")
        .expect("the expansion is shown");
    let (shown, _) = shown.split_once("```").expect("a block ends");
    let shown = shown.parse().expect("the expansion is made of tokens");
    assert_eq!(shortened(&text(shown)), shortened(&text(expansion(declaration()))));
}

#[test]
fn the_readme_shows_the_reported_error() {
    let (_, shown) = README.split_once("```text\nerror: ").expect("a mistake is shown");
    let (message, _) = shown.split_once('\n').expect("a message is a line");
    let mistakes = mistakes(&declaration().replace("<org>", "<orgg>"));
    assert_eq!(
        mistakes
            .iter()
            .map(|mistake| mistake.message.as_str())
            .collect::<Vec<_>>(),
        [message]
    );
}
