//! Documentation for rustdoc, made of texts in Markdown or HTML.

mod blocks;
mod entities;
mod html;
mod inline;
mod markdown;
mod sentence;
mod word;

/// The most characters of a text that are looked at.
const MAX_TEXT: usize = 4000;

/// The most characters of a sentence.
const MAX_SENTENCE: usize = 200;

/// The most characters of a title.
const MAX_PHRASE: usize = 100;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Text without spaces and markup.
    Text(String),
    /// Code.
    Code(String),
    /// The URL of a page.
    Url(String),
    Space,
}

/// Returns the first sentence of a text, in Markdown that rustdoc and clippy accept; empty if the text has none.
pub(crate) fn first_sentence(text: &str) -> String {
    let paragraphs = blocks::paragraphs(&start(text));
    let sentences = paragraphs
        .iter()
        .map(|paragraph| sentence::first(&inline::parse(paragraph), MAX_SENTENCE));
    let mut sentences = sentences.filter(|sentence| has_words(sentence)).peekable();
    let first = sentences.peek().cloned().unwrap_or_default();
    let sentence = sentences
        .find(|sentence| !sentence::is_label(sentence))
        .unwrap_or(first);
    markdown::sentence(&sentence)
}

/// Returns a title in Markdown; empty if it has no text.
pub(crate) fn phrase(text: &str) -> String {
    let pieces = inline::parse(&start(text));
    if !has_words(&pieces) {
        return String::new();
    }
    markdown::write(&sentence::cut(&pieces, MAX_PHRASE))
}

/// Returns a text as inline code.
pub(crate) fn code(text: &str) -> String {
    let visible = text.chars().filter(|character| !is_hidden(*character));
    let text: String = visible
        .map(|character| if character.is_whitespace() { ' ' } else { character })
        .collect();
    match text.trim() {
        // Code of spaces alone does not exist.
        "" => "` `".to_owned(),
        text if text.contains("``") => format!("``` {text} ```"),
        text if text.contains('`') => format!("`` {text} ``"),
        _ => format!("`{text}`"),
    }
}

/// Returns a paragraph with a link to a page, if the URL is one of the web.
pub(crate) fn link(url: &str) -> Option<String> {
    let url = url.trim();
    let is_legal = |character: char| character.is_ascii_graphic() && !"<>\"\\^`{|}".contains(character);
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !is_web || !url.chars().all(is_legal) {
        return None;
    }
    // Parentheses and brackets would end the link.
    let needs_brackets = url.contains(['(', ')', '[', ']', '*', '_']);
    Some(if needs_brackets {
        format!("[Reference](<{url}>)")
    } else {
        format!("[Reference]({url})")
    })
}

/// Whether a character is invisible: a control character, or one that changes the direction of text, which rustc rejects.
pub(crate) fn is_hidden(character: char) -> bool {
    let is_format = matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    is_format || character.is_control() && !character.is_whitespace()
}

fn has_words(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Text(text) | Piece::Code(text) => text.chars().any(char::is_alphanumeric),
        Piece::Url(_) => true,
        Piece::Space => false,
    })
}

/// The start of a text, without invisible characters.
fn start(text: &str) -> String {
    text.chars()
        .filter(|character| !is_hidden(*character))
        .take(MAX_TEXT)
        .collect()
}

#[cfg(test)]
mod tests;
