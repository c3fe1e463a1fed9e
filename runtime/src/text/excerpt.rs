//! Shortens text from elsewhere to one line of an error or a log.

use std::borrow::Cow;

/// Returns the first line of a text, cut at 300 characters. Later lines may quote the signed request and its tokens.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    first_line(text, 300)
}

/// Returns the first line of a text, cut at the given number of characters.
pub(crate) fn first_line(text: &str, characters: usize) -> Cow<'_, str> {
    let line = text.trim().lines().next().unwrap_or("").trim_end();
    let line = match line.char_indices().nth(characters) {
        Some((end, _)) => Cow::Owned(format!("{}…", line.get(..end).unwrap_or(""))),
        None => Cow::Borrowed(line),
    };
    if line.contains(char::is_control) {
        Cow::Owned(line.replace(char::is_control, " "))
    } else {
        line
    }
}

/// Returns the beginning of a body as one line.
pub(crate) fn excerpt(body: &[u8]) -> String {
    let start = body.get(..body.len().min(200)).unwrap_or(body);
    let text: String = String::from_utf8_lossy(start)
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if body.len() > start.len() {
        format!("{}…", text.trim())
    } else {
        text.trim().to_owned()
    }
}

/// Returns the messages of an error and its sources, joined by colons.
pub(crate) fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        let message = source.to_string();
        if !text.contains(&message) {
            text = format!("{text}: {message}");
        }
        next = source.source();
    }
    text
}
