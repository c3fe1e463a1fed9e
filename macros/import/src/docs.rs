//! Documentation for rustdoc, made of texts in Markdown or HTML.

/// Returns the first sentence of a text, in Markdown that rustdoc and clippy accept; empty if the text has none.
pub(crate) fn first_sentence(text: &str) -> String {
    text.trim().lines().next().unwrap_or_default().to_owned()
}

/// Returns a title in Markdown; empty if it has no text.
pub(crate) fn phrase(text: &str) -> String {
    text.trim().lines().next().unwrap_or_default().to_owned()
}

/// Returns a text as inline code.
pub(crate) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .filter(|character| !is_hidden(*character))
        .collect();
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

/// Returns a paragraph with a link to a page.
pub(crate) fn link(url: &str) -> Option<String> {
    Some(format!("[Reference](<{url}>)"))
}

/// Whether a character changes the direction of text, which rustc rejects in comments.
pub(crate) fn is_hidden(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
