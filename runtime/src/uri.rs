//! Percent-encoding (RFC 3986, section 2): the one form in which paths and queries are both sent and signed.

pub(crate) mod reference;

/// Appends `text` with everything but unreserved characters percent-encoded.
pub(crate) fn encode(out: &mut String, text: &str) {
    encode_unless(out, text, is_unreserved);
}

/// Appends `text` with everything but unreserved characters and `/` percent-encoded.
pub(crate) fn encode_segments(out: &mut String, text: &str) {
    encode_unless(out, text, |byte| byte == b'/' || is_unreserved(byte));
}

/// Whether a byte is unreserved (RFC 3986, section 2.3).
pub(crate) const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Whether URL parsers fold this segment of an encoded path: `.` or `..` (RFC 3986, section 5.2.4), or these
/// percent-encoded, as the WHATWG has it.
pub(crate) fn is_dot_segment(segment: &str) -> bool {
    let mut dots = 0;
    let mut rest = segment;
    while let Some(tail) = rest
        .strip_prefix('.')
        .or_else(|| rest.strip_prefix("%2e"))
        .or_else(|| rest.strip_prefix("%2E"))
    {
        dots += 1;
        rest = tail;
    }
    rest.is_empty() && (1..=2).contains(&dots)
}

/// The two upper-case hexadecimal digits of a byte.
pub(crate) fn hex_upper(byte: u8) -> [char; 2] {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 });
    [digit(byte >> 4), digit(byte & 15)]
}

fn encode_unless(out: &mut String, text: &str, plain: impl Fn(u8) -> bool) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !plain(byte)) {
        // Plain bytes are ASCII, so both ends of the run and of the character are character boundaries.
        let (run, tail) = rest.split_at(at);
        out.push_str(run);
        let mut characters = tail.chars();
        if let Some(character) = characters.next() {
            for &byte in character.encode_utf8(&mut [0; 4]).as_bytes() {
                out.push('%');
                out.extend(hex_upper(byte));
            }
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str) -> String {
        let mut out = String::new();
        encode(&mut out, text);
        out
    }

    #[test]
    fn everything_but_unreserved_characters_is_encoded() {
        assert_eq!(encoded("aZ09-._~"), "aZ09-._~");
        assert_eq!(encoded("/ %+*'\"é漢"), "%2F%20%25%2B%2A%27%22%C3%A9%E6%BC%A2");
        assert_eq!(encoded(""), "");
    }

    #[test]
    fn slashes_stay_in_greedy_values() {
        let mut out = String::new();
        encode_segments(&mut out, "a b/c?d");
        assert_eq!(out, "a%20b/c%3Fd");
    }

    #[test]
    fn dot_segments_are_told_in_every_spelling() {
        for segment in [".", "..", "%2e", "%2E%2e", ".%2e"] {
            assert!(is_dot_segment(segment), "{segment}");
        }
        for segment in ["", "...", "a", "%2f", ".a"] {
            assert!(!is_dot_segment(segment), "{segment}");
        }
    }
}
