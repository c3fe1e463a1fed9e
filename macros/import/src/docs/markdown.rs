//! Pieces as Markdown.

use super::word::{Word, is_code};
use super::{Piece, code};

/// Writes a sentence: it starts with a capital letter, unless the first word is a name, and ends with a full stop.
pub(super) fn sentence(pieces: &[Piece]) -> String {
    if pieces.is_empty() {
        return String::new();
    }
    let mut pieces = pieces.to_vec();
    if let Some(Piece::Text(text)) = pieces.first_mut() {
        let word = Word::split(text);
        let is_plain = word
            .core
            .chars()
            .all(|character| character.is_lowercase() || character == '-');
        if is_plain && let Some(capital) = word.core.chars().next().and_then(|first| first.to_uppercase().next()) {
            let rest: String = word.core.chars().skip(1).collect();
            *text = format!("{}{capital}{rest}{}", word.before, word.after);
        }
    }
    if let Some(Piece::Text(text)) = pieces.last_mut() {
        let trimmed = text.trim_end_matches([':', ',', ';', '-', '–', '—']).len();
        text.truncate(trimmed);
    }
    let written = write(&pieces);
    let written = written.trim_end();
    let end = written.trim_end_matches([')', ']', '"', '\'', '”', '’', '»']);
    if end.ends_with(['.', '!', '?', '…', '。']) {
        written.to_owned()
    } else {
        format!("{written}.")
    }
}

/// Writes pieces, with names as code, and other characters escaped that have a meaning in Markdown.
pub(super) fn write(pieces: &[Piece]) -> String {
    let mut parts: Vec<Piece> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let word = Word::split(text);
                if is_code(word.core) {
                    push(&mut parts, Piece::Text(word.before.to_owned()));
                    push(&mut parts, Piece::Code(word.core.to_owned()));
                    push(&mut parts, Piece::Text(word.after.to_owned()));
                } else {
                    push(&mut parts, Piece::Text(text.clone()));
                }
            }
            piece => push(&mut parts, piece.clone()),
        }
    }
    let mut written = String::new();
    for part in parts {
        match part {
            Piece::Space => written.push(' '),
            Piece::Code(text) => written.push_str(&code(&text)),
            Piece::Url(url)
                if url
                    .chars()
                    .all(|character| !character.is_whitespace() && !"<>`\\".contains(character)) =>
            {
                written.extend(["<", &url, ">"]);
            }
            Piece::Url(url) => written.push_str(&code(&url)),
            Piece::Text(text) if written.is_empty() => written.push_str(&first(&text)),
            Piece::Text(text) => written.push_str(&escaped(&text)),
        }
    }
    written
}

/// Adds a part; adjacent pieces of code would not be two in Markdown.
fn push(parts: &mut Vec<Piece>, part: Piece) {
    match (parts.last_mut(), part) {
        (_, Piece::Text(text)) if text.is_empty() => {}
        (Some(Piece::Code(code)), Piece::Code(more)) => code.push_str(&more),
        (_, part) => parts.push(part),
    }
}

/// The first word of a paragraph, which must not seem to begin a list, a heading or a quotation.
fn first(text: &str) -> String {
    let number = text.trim_end_matches(['.', ')']);
    if number.len() < text.len() && !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit()) {
        return format!("{number}\\{}", text.get(number.len()..).unwrap_or_default());
    }
    match text.chars().next() {
        Some('#' | '+' | '-' | '=' | '>' | '|') => format!("\\{}", escaped(text)),
        _ => escaped(text),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let is_entity = character == '&' && rest.contains(';');
        if is_entity || "*_[]<\\~".contains(character) {
            escaped.push('\\');
        }
        // A backtick without a pair is reported by clippy, escaped or not.
        escaped.push(if character == '`' { '\'' } else { character });
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    escaped
}
