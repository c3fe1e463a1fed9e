//! Rewrites the strings of a JSON text.

use std::borrow::Cow;

/// Returns the text without unnecessary escapes in its strings.
pub(super) fn without_escapes(text: &str) -> Cow<'_, str> {
    rewrite_strings(text, &|literal| serde_json::from_str(literal).ok())
}

/// Returns the text with the strings rewritten that contain escapes. The text need not be valid JSON.
pub(crate) fn rewrite_unescaped<'t>(text: &'t str, rewrite: &dyn Fn(&str) -> Cow<'_, str>) -> Cow<'t, str> {
    rewrite_strings(text, &|literal| match rewrite(&unescaped(literal)) {
        Cow::Owned(string) => Some(string),
        Cow::Borrowed(_) => None,
    })
}

/// Returns the text with strings rewritten. `rewrite` receives each string that contains escapes, with its quotes, and
/// returns its new content, or `None` to keep it. All other text is kept. Any text between quotes counts as a string, so
/// the text need not be valid JSON.
fn rewrite_strings<'t>(text: &'t str, rewrite: &dyn Fn(&str) -> Option<String>) -> Cow<'t, str> {
    let mut rewritten = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(quote) = text.get(at..).and_then(|rest| rest.find('"')) {
        let start = at + quote;
        let (length, has_escapes) = literal(text.as_bytes().get(start..).unwrap_or_default());
        at = start + length;
        if has_escapes
            && let Some(string) = text.get(start..at).and_then(rewrite)
            && let Ok(string) = serde_json::to_string(&string)
        {
            rewritten.push_str(text.get(copied..start).unwrap_or_default());
            rewritten.push_str(&string);
            copied = at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    rewritten.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(rewritten)
}

/// Returns the length of the string at the start of a text, with its quotes, and whether it contains escapes.
fn literal(text: &[u8]) -> (usize, bool) {
    let mut has_escapes = false;
    let mut at = 1;
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'"' => return (at, has_escapes),
            b'\\' => {
                has_escapes = true;
                // An escaped character, such as a quote, is part of the string.
                at += 1;
            }
            _ => {}
        }
    }
    (text.len(), has_escapes)
}

/// Returns the content of a string. Invalid escapes are kept.
fn unescaped(literal: &str) -> String {
    let mut rest = literal.strip_prefix('"').unwrap_or(literal);
    let mut text = String::with_capacity(rest.len());
    while let Some(at) = rest.find('\\') {
        let (plain, escaped) = rest.split_at(at);
        let (character, length) = escape(escaped).unwrap_or(('\\', 1));
        text.push_str(plain);
        text.push(character);
        rest = escaped.get(length..).unwrap_or_default();
    }
    // A quote that is left at the end is the closing one: escaped quotes have been read above.
    text.push_str(rest.strip_suffix('"').unwrap_or(rest));
    text
}

/// Returns the character of the escape at the start of a text, and the length of the escape.
fn escape(text: &str) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| is_hex)
    };
    let character = match text.as_bytes().get(1)? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        plain @ (b'"' | b'\\' | b'/') => char::from(*plain),
        b'u' => {
            let units = unit(0).into_iter().chain(unit(6));
            let character = char::decode_utf16(units).next()?.ok()?;
            return Some((character, 6 * character.len_utf16()));
        }
        _ => return None,
    };
    Some((character, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_with_escapes_are_rewritten_and_other_text_is_kept() {
        fn stars(text: &str) -> Cow<'_, str> {
            if text.contains("key") {
                Cow::Owned(text.replace("key", "*"))
            } else {
                Cow::Borrowed(text)
            }
        }
        for (text, rewritten) in [
            (r#"{"b":"the \u006bey\n","a":1.50}"#, r#"{"b":"the *\n","a":1.50}"#),
            (r#"["key","\"key"]"#, r#"["key","\"*"]"#),
            (r#"{"\u006bey":"\u0041"}"#, r#"{"*":"\u0041"}"#),
            (r#"no JSON "\u006bey" "\u006bey"#, r#"no JSON "*" "*""#),
            (r#"["\ud800","\u006bey"]"#, r#"["\ud800","*"]"#),
            (r#"["\ud800\u006bey\x"]"#, r#"["\\ud800*\\x"]"#),
            ("[\"\u{1}\\u006bey\",\"\\u006bey\"]", "[\"\\u0001*\",\"*\"]"),
            (r"\", r"\"),
        ] {
            assert_eq!(rewrite_unescaped(text, &stars), rewritten);
        }
        // In quadratic time, this would take minutes.
        let hostile = format!("[\"{}\\u006bey", r"\x".repeat(1 << 19));
        assert!(rewrite_unescaped(&hostile, &stars).ends_with("*\""));
    }
}
