//! Lines of Rust, indented by the blocks that they are in.

/// The width at which rustfmt breaks lines by default.
pub(super) const MAX_WIDTH: usize = 100;

/// The text of a file as it is written.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    depth: usize,
}

impl Lines {
    /// Writes one line.
    pub(super) fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.extend(std::iter::repeat_n("    ", self.depth));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// Writes an empty line before an item, unless it is the first one of its block.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("{\n") {
            self.text.push('\n');
        }
    }

    /// Opens a block, whose first line ends in `{` or `(`.
    pub(super) fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    pub(super) fn close(&mut self, line: &str) {
        self.dedent();
        self.line(line);
    }

    pub(super) fn dedent(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// The columns that are left in a line.
    pub(super) fn width(&self) -> usize {
        MAX_WIDTH - 4 * self.depth
    }

    /// Writes paragraphs of documentation.
    pub(super) fn doc(&mut self, paragraphs: &[String]) {
        for (index, paragraph) in paragraphs.iter().enumerate() {
            if index > 0 {
                self.line("///");
            }
            for line in wrapped(paragraph, self.width() - "/// ".len()) {
                self.line(&format!("/// {line}"));
            }
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Breaks a paragraph of Markdown at spaces outside of code. No line starts as a list, a heading or a quotation does.
pub(super) fn wrapped(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words(paragraph) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width || starts_block(&word) => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// The words of a paragraph; code and links are one word.
fn words(paragraph: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for word in paragraph.split_whitespace() {
        match words.last_mut() {
            Some(last) if is_open => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        if word.matches('`').count() % 2 == 1 {
            is_open = !is_open;
        }
    }
    words
}

/// Whether Markdown takes a word at the start of a line for more than a word.
fn starts_block(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    let is_number = number.len() < word.len() && number.chars().all(|digit| digit.is_ascii_digit());
    is_number || word.starts_with(['#', '>', '=', '-', '+', '*', '|', '~', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_broken_at_spaces_outside_of_code() {
        assert_eq!(
            wrapped("one two `three four` five", 9),
            ["one two", "`three four`", "five"]
        );
        assert_eq!(wrapped("from 1 - 2. # 3", 4), ["from", "1 - 2. #", "3"]);
        assert_eq!(wrapped("", 9), [""; 0]);
    }
}
