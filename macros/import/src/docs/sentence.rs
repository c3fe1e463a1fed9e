//! Where the first sentence of a paragraph ends.

use super::Piece;

/// Words with a full stop that do not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "a.k.a.", "approx.", "ca.", "cf.", "e.g.", "eg.", "esp.", "ex.", "excl.", "fig.", "i.e.", "ie.", "incl.", "max.",
    "min.", "mr.", "mrs.", "ms.", "n.b.", "nr.", "resp.", "sec.", "st.", "v.", "vs.",
];

/// Words with a full stop that do not end a sentence if a number follows.
const BEFORE_NUMBERS: &[&str] = &["no.", "nos.", "p.", "pp.", "art.", "vol.", "ver."];

/// Words that say nothing by themselves.
const LABELS: &[&str] = &[
    "beta",
    "deprecated",
    "description",
    "example",
    "experimental",
    "important",
    "note",
    "optional",
    "required",
    "returns",
    "values",
    "warning",
];

/// Marks that close a quotation or a remark.
const CLOSERS: &[char] = &[')', ']', '"', '\'', '”', '’', '»'];

/// Returns the pieces of the first sentence, and of the second one if the first is a single word.
pub(super) fn first(pieces: &[Piece], max: usize) -> Vec<Piece> {
    let words: Vec<&[Piece]> = pieces
        .split(|piece| *piece == Piece::Space)
        .filter(|word| !word.is_empty())
        .collect();
    let mut next = words.iter().skip(1).map(Some).chain([None]);
    let mut length = 0;
    for word in &words {
        length += 1;
        if ends(word, next.next().flatten().copied()) && length > 1 {
            break;
        }
    }
    let sentence: Vec<Piece> = words
        .iter()
        .take(length)
        .copied()
        .collect::<Vec<_>>()
        .join(&Piece::Space);
    cut(&sentence, max)
}

/// Whether a paragraph is a word such as "Optional".
pub(super) fn is_label(sentence: &[Piece]) -> bool {
    let [Piece::Text(word)] = sentence else {
        return false;
    };
    let word = word.trim_matches(|character: char| !character.is_alphabetic());
    LABELS.iter().any(|label| label.eq_ignore_ascii_case(word))
}

/// Whether a sentence ends with a word.
fn ends(word: &[Piece], next: Option<&[Piece]>) -> bool {
    let Some(Piece::Text(text)) = word.last() else {
        return false;
    };
    let text = text.trim_end_matches(CLOSERS);
    if !text.ends_with(['.', '!', '?', '。']) {
        return false;
    }
    let first = match next.and_then(<[Piece]>::first) {
        None => return true,
        Some(Piece::Text(next)) => next.trim_start_matches(['(', '[', '"', '\'', '“', '‘']).chars().next(),
        Some(_) => Some('A'),
    };
    if first.is_some_and(char::is_lowercase) {
        return false;
    }
    if word.len() > 1 {
        return true;
    }
    let text = text.trim_start_matches(['(', '[', '"', '\'', '“', '‘']).to_lowercase();
    let is_initial = text.chars().count() == 2 && text.starts_with(char::is_alphabetic) && text.ends_with('.');
    let is_before_number = BEFORE_NUMBERS.contains(&text.as_str()) && first.is_some_and(|first| first.is_ascii_digit());
    !is_initial && !is_before_number && !ABBREVIATIONS.contains(&text.as_str())
}

/// Shortens a sentence to a number of characters, at the end of a word.
pub(super) fn cut(pieces: &[Piece], max: usize) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    let mut length = 0;
    // The end of the last whole word.
    let mut end = 0;
    for piece in pieces {
        match piece {
            Piece::Space => {
                end = kept.len();
                length += 1;
            }
            Piece::Text(text) | Piece::Code(text) | Piece::Url(text) => length += text.chars().count(),
        }
        if length > max {
            if end == 0 {
                return vec![Piece::Text(first_characters(piece, max))];
            }
            kept.truncate(end);
            if let Some(Piece::Text(text)) = kept.last_mut() {
                let trimmed = text.trim_end_matches([',', ';', ':', '(', '-', '–', '—', '.']).len();
                text.truncate(trimmed);
            }
            kept.push(Piece::Text("…".to_owned()));
            return kept;
        }
        kept.push(piece.clone());
    }
    kept
}

/// The start of a word that is too long.
fn first_characters(piece: &Piece, max: usize) -> String {
    match piece {
        Piece::Text(text) | Piece::Code(text) | Piece::Url(text) => text.chars().take(max).chain(['…']).collect(),
        Piece::Space => String::new(),
    }
}
