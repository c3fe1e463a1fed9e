//! The paragraphs of a text, without headings, tables, code and rules.

use super::html::{Tag, after_comment};

/// Returns the paragraphs of a text, each in one line that may have markup.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines = without_blocks(text);
    let mut paragraphs = vec![String::new()];
    let mut fence: Option<&str> = None;
    let mut is_in_table = false;
    let mut lines = lines.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_start_matches(['>', ' ']);
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| line.starts_with(mark) && !line.trim_start_matches(mark).contains('`'));
        if let Some(open) = fence {
            fence = fence.filter(|_| mark != Some(open));
            continue;
        }
        if mark.is_some() {
            fence = mark;
            paragraphs.push(String::new());
            continue;
        }
        let is_heading = is_heading(line)
            || lines
                .peek()
                .is_some_and(|next| is_underline(next) && !line.is_empty() && !is_item(line));
        is_in_table = is_delimiter(line) || is_in_table && line.contains('|');
        if line.is_empty() || is_heading || is_in_table || is_no_text(line) {
            paragraphs.push(String::new());
            continue;
        }
        if is_item(line) {
            paragraphs.push(String::new());
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push_str(without_mark(line));
            paragraph.push(' ');
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Replaces elements that are paragraphs by empty lines, and removes those without text. Code is kept unchanged.
fn without_blocks(text: &str) -> String {
    let mut lines = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`']) {
        let (before, markup) = rest.split_at(at);
        lines.push_str(before);
        rest = if let Some(rest) = after_comment(markup) {
            rest
        } else if let Some(tag) = Tag::read(markup).filter(|tag| tag.is_left_out() || tag.is_block()) {
            lines.push_str("\n\n");
            if tag.is_left_out() && !tag.is_closing {
                tag.content().1
            } else {
                tag.rest
            }
        } else {
            let length = if markup.starts_with('`') {
                code_length(markup)
            } else {
                1
            };
            let (code, rest) = markup.split_at(length);
            lines.push_str(code);
            rest
        };
    }
    lines + rest
}

/// The length of the code that a text starts with, or of its backticks if they are not closed.
pub(super) fn code_length(text: &str) -> usize {
    let open = text.len() - text.trim_start_matches('`').len();
    let mut from = open;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find('`')) {
        let at = from + found;
        let after = text.get(at..).unwrap_or_default();
        let run = after.len() - after.trim_start_matches('`').len();
        if run == open {
            return at + run;
        }
        from = at + run;
    }
    open
}

fn is_heading(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    (1..=6).contains(&level) && (title.is_empty() || title.starts_with(' '))
}

/// Whether a line stands between the head and the rows of a table.
fn is_delimiter(line: &str) -> bool {
    line.contains("--") && line.contains('|') && line.chars().all(|character| "-|: ".contains(character))
}

/// Whether the line makes a heading of the one before it.
fn is_underline(line: &str) -> bool {
    is_delimiter(line)
        || line.len() >= 3
            && (line.chars().all(|character| character == '=') || line.chars().all(|character| character == '-'))
}

/// Whether a line is a rule, a row of a table, a directive such as `:::note` or `[!NOTE]`, or a definition of a link.
fn is_no_text(line: &str) -> bool {
    let is_rule = line.len() >= 3 && line.chars().all(|character| "-*_= ".contains(character));
    let is_admonition = line.starts_with("[!") && line.ends_with(']');
    let is_definition = line.starts_with('[') && line.contains("]: ");
    is_rule
        || is_admonition
        || is_definition
        || line.starts_with('|')
        || line.starts_with(":::")
        || line.starts_with("{:")
}

fn is_item(line: &str) -> bool {
    without_mark(line).len() < line.len()
}

/// Removes the mark of a list's item.
fn without_mark(line: &str) -> &str {
    let digits = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let after = if digits.len() < line.len() {
        digits.strip_prefix(['.', ')'])
    } else {
        line.strip_prefix(['-', '*', '+', '•'])
    };
    match after {
        Some(item) if item.starts_with(' ') => item.trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tables_code_and_rules_are_no_paragraphs() {
        let text = "# Title\n\nSub\n---\n\n```json\n{\"a\": 1}\n```\n\n| a | b |\n|---|---|\n***\n> [!NOTE]\n> First\n> line.\n\n- item\n- other";
        assert_eq!(paragraphs(text), ["First line. ", "item ", "other "]);
    }

    #[test]
    fn elements_are_paragraphs() {
        let text = "<h1>Title</h1><p>First <b>line</b></p><ul><li>item</li></ul><pre>code</pre>`<p>` end<!-- x -->";
        assert_eq!(paragraphs(text), ["First <b>line</b> ", "item ", "`<p>` end "]);
    }

    #[test]
    fn code_ends_at_as_many_backticks() {
        assert_eq!(code_length("``a`b`` c"), 7);
        assert_eq!(code_length("`a"), 1);
        assert_eq!(code_length("```"), 3);
    }
}
