//! The markup within a paragraph: links, emphasis, code, tags and entities.

use super::Piece;
use super::blocks::code_length;
use super::entities;
use super::html::{self, Tag, after_comment};

/// The most links within each other.
const MAX_DEPTH: usize = 4;

/// Returns a paragraph as pieces without markup.
pub(super) fn parse(paragraph: &str) -> Vec<Piece> {
    let mut parser = Parser {
        pieces: Vec::new(),
        before: ' ',
        open: Vec::new(),
    };
    parser.parse(paragraph, MAX_DEPTH);
    while parser.pieces.last() == Some(&Piece::Space) {
        parser.pieces.pop();
    }
    parser.pieces
}

struct Parser {
    pieces: Vec<Piece>,
    /// The character before the rest of the text.
    before: char,
    /// The marks of emphasis that are open.
    open: Vec<String>,
}

impl Parser {
    fn parse(&mut self, text: &str, depth: usize) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let after = self.step(rest, first, depth);
            let length = rest.len() - after.len();
            self.before = rest.get(..length).and_then(|taken| taken.chars().last()).unwrap_or(' ');
            rest = after;
        }
    }

    /// Reads what a text starts with, and returns the rest.
    fn step<'t>(&mut self, text: &'t str, first: char, depth: usize) -> &'t str {
        let taken = match first {
            _ if first.is_whitespace() => {
                self.space();
                None
            }
            '\\' => escaped(text).map(|(character, rest)| {
                self.text(character);
                rest
            }),
            '`' => {
                let (code, rest) = text.split_at(code_length(text));
                // Some texts escape what needs no escape in code.
                self.code(&code.trim_matches('`').replace("\\_", "_"));
                return rest;
            }
            '!' if text.starts_with("![") => link(&text[1..]).map(|(_, rest)| rest),
            '[' if text.starts_with("[^") => text.split_once(']').map(|(_, rest)| rest),
            '[' => link(text).map(|(label, rest)| {
                if depth > 0 {
                    self.parse(label, depth - 1);
                }
                rest
            }),
            '<' => self.angle(text),
            '&' => entities::read(text).map(|(decoded, rest)| {
                for character in decoded.chars() {
                    if character.is_whitespace() {
                        self.space();
                    } else {
                        self.text(character);
                    }
                }
                rest
            }),
            '*' | '_' | '~' => self.emphasis(text, first),
            'h' if !self.before.is_alphanumeric() => self.bare_url(text),
            _ => None,
        };
        taken.unwrap_or_else(|| {
            let (character, rest) = text.split_at(first.len_utf8());
            if !first.is_whitespace() {
                character.chars().for_each(|character| self.text(character));
            }
            rest
        })
    }

    /// Reads a comment, a tag, or a URL in angle brackets.
    fn angle<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some(rest) = after_comment(text) {
            return Some(rest);
        }
        let Some(tag) = Tag::read(text) else {
            let (inner, rest) = text.strip_prefix('<')?.split_once('>')?;
            let is_word =
                !inner.is_empty() && inner.len() <= 64 && !inner.contains(char::is_whitespace) && !inner.contains('<');
            if is_web(inner) && !inner.contains(char::is_whitespace) {
                self.pieces.push(Piece::Url(inner.to_owned()));
            } else if is_word && inner.starts_with(|first: char| first.is_alphanumeric()) {
                // A placeholder.
                self.code(&format!("<{inner}>"));
            } else {
                return None;
            }
            return Some(rest);
        };
        if tag.is_code() && !tag.is_closing {
            let (content, rest) = tag.content();
            self.code(&entities::decode(&html::without_tags(content)));
            return Some(rest);
        }
        if tag.is_block() {
            self.space();
        }
        Some(tag.rest)
    }

    /// Reads a mark that opens or closes emphasis; any other one is text.
    fn emphasis<'t>(&mut self, text: &'t str, mark: char) -> Option<&'t str> {
        let rest = text.trim_start_matches(mark);
        let run = text.get(..text.len() - rest.len())?;
        let next = rest.chars().next().unwrap_or(' ');
        let is_inside = mark == '_' && self.before.is_alphanumeric() && next.is_alphanumeric();
        if is_inside || mark == '~' && run.len() != 2 {
            self.literally(run);
            return Some(rest);
        }
        if !self.before.is_whitespace()
            && let Some(open) = self.open.iter().rposition(|open| open == run)
        {
            self.open.truncate(open);
            return Some(rest);
        }
        if !next.is_whitespace() && closes(rest, run, mark) {
            self.open.push(run.to_owned());
            return Some(rest);
        }
        self.literally(run);
        Some(rest)
    }

    /// Reads a URL that stands in the text as it is.
    fn bare_url<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        is_web(text).then_some(())?;
        let end = text.find(|character: char| character.is_whitespace() || "<>\"`|\\^{}".contains(character));
        let mut url = text.get(..end.unwrap_or(text.len()))?;
        loop {
            let shorter = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
            let has_open = shorter.contains('(') || shorter.contains('[');
            let shorter = if has_open {
                shorter
            } else {
                shorter.trim_end_matches([')', ']'])
            };
            if shorter.len() == url.len() {
                break;
            }
            url = shorter;
        }
        self.pieces.push(Piece::Url(url.to_owned()));
        text.get(url.len()..)
    }

    fn space(&mut self) {
        if !matches!(self.pieces.last(), None | Some(Piece::Space)) {
            self.pieces.push(Piece::Space);
        }
    }

    fn text(&mut self, character: char) {
        // A backtick that opens no code would seem to.
        let character = if character == '`' { '\'' } else { character };
        match self.pieces.last_mut() {
            Some(Piece::Text(text)) => text.push(character),
            _ => self.pieces.push(Piece::Text(character.to_string())),
        }
    }

    fn literally(&mut self, text: &str) {
        text.chars().for_each(|character| self.text(character));
    }

    fn code(&mut self, code: &str) {
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        if !code.is_empty() {
            self.pieces.push(Piece::Code(code));
        }
    }
}

/// The character that a backslash escapes.
fn escaped(text: &str) -> Option<(char, &str)> {
    let mut characters = text.strip_prefix('\\')?.chars();
    let character = characters.next().filter(char::is_ascii_punctuation)?;
    Some((character, characters.as_str()))
}

/// Reads a link: its label, and the text after it. Brackets alone are text.
fn link(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = enclosed(text, '[', ']')?;
    if rest.starts_with('(') {
        return enclosed(rest, '(', ')').map(|(_, rest)| (label, rest));
    }
    if rest.starts_with('[') {
        return enclosed(rest, '[', ']').map(|(_, rest)| (label, rest));
    }
    None
}

/// The text in brackets that a text starts with, and the text after it.
fn enclosed(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (index, character) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
        } else if character == '\\' {
            is_escaped = true;
        } else if character == open {
            depth += 1;
        } else if character == close {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some((text.get(open.len_utf8()..index)?, text.get(index + close.len_utf8()..)?));
            }
        }
    }
    None
}

/// Whether a mark of emphasis is closed in the text after it.
fn closes(text: &str, run: &str, mark: char) -> bool {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(run)) {
        let at = from + found;
        let before = text.get(..at).and_then(|before| before.chars().last()).unwrap_or(' ');
        let after = text
            .get(at + run.len()..)
            .and_then(|after| after.chars().next())
            .unwrap_or(' ');
        let is_inside = mark == '_' && after.is_alphanumeric();
        if !before.is_whitespace() && before != mark && after != mark && !is_inside {
            return true;
        }
        from = at + run.len();
    }
    false
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces as text: `{code}`, `(url)`.
    fn plain(paragraph: &str) -> String {
        let pieces = parse(paragraph).into_iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Code(code) => format!("{{{code}}}"),
            Piece::Url(url) => format!("({url})"),
            Piece::Space => " ".to_owned(),
        });
        pieces.collect()
    }

    #[test]
    fn markup_is_removed() {
        for (paragraph, expected) in [
            (
                "A **bold** and *soft* _word_, __too__ and ~~not~~.",
                "A bold and soft word, too and not.",
            ),
            (
                "snake_case, _id, 5 * 3, *.txt and **",
                "snake_case, _id, 5 * 3, *.txt and **",
            ),
            (
                "See [the docs](https://a.b/c_(d)) or [these][1].",
                "See the docs or these.",
            ),
            (
                "A [link with `code`](x) and ![image](y) [optional] [^1].",
                "A link with {code} and [optional] .",
            ),
            ("Use ``a`b`` or <code>List&lt;T&gt;</code>.", "Use {a`b} or {List<T>}."),
            (
                "<b>Bold</b>&nbsp;&amp; <a href='x'>link</a><br>next",
                "Bold & link next",
            ),
            (
                "At https://a.b/c. Or (http://d.e)! <https://f.g>",
                "At (https://a.b/c). Or ((http://d.e))! (https://f.g)",
            ),
            (
                "A \\*star\\* and <name> or a < b > c",
                "A *star* and {<name>} or a < b > c",
            ),
            ("one ` backtick", "one backtick"),
            ("[[[[[[[deep](a)](b)](c)](d)](e)](f)](g)", ""),
        ] {
            assert_eq!(plain(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn no_text_panics() {
        for text in [
            "[",
            "![",
            "[a](",
            "[a][",
            "<",
            "</",
            "<!--",
            "&",
            "&;",
            "`",
            "\\",
            "*",
            "_",
            "**a",
            "\u{1F600}",
            "<é",
            "]",
            "[^",
        ] {
            parse(text);
        }
    }
}
