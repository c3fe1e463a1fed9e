//! Percent-encoding (RFC 3986, section 2), in the form in which paths and queries are both signed and sent.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters that are encoded in a path segment, a key or a value: all except unreserved ones.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The characters that are encoded in a value in which `/` separates segments.
const RESERVED_IN_SEGMENTS: &AsciiSet = &RESERVED.remove(b'/');

/// Appends `text` with everything but unreserved characters percent-encoded.
pub(crate) fn encode(out: &mut Vec<u8>, text: &str) {
    encode_set(out, text, RESERVED);
}

/// Appends `text` with everything but unreserved characters and `/` percent-encoded.
pub(crate) fn encode_segments(out: &mut Vec<u8>, text: &str) {
    encode_set(out, text, RESERVED_IN_SEGMENTS);
}

fn encode_set(out: &mut Vec<u8>, text: &str, set: &'static AsciiSet) {
    for piece in utf8_percent_encode(text, set) {
        out.extend_from_slice(piece.as_bytes());
    }
}

/// Returns `text` with everything but unreserved characters percent-encoded.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    encode(&mut out, text);
    ascii(out)
}

/// Converts ASCII bytes, such as those of a URL, to a string.
pub(crate) fn ascii(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whether a byte is unreserved (RFC 3986, section 2.3).
pub(crate) fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Whether a path contains a segment that URL parsers remove.
pub(crate) fn has_dot_segment(path: &[u8]) -> bool {
    path.split(|byte| *byte == b'/').any(is_dot_segment)
}

/// Whether URL parsers remove this segment of an encoded path: `.` or `..` (RFC 3986, section 5.2.4), also
/// percent-encoded (WHATWG URL Standard).
pub(super) fn is_dot_segment(segment: &[u8]) -> bool {
    let mut dots = 0;
    let mut rest = segment;
    while let [b'.', tail @ ..] | [b'%', b'2', b'e' | b'E', tail @ ..] = rest {
        dots += 1;
        rest = tail;
    }
    rest.is_empty() && (1..=2).contains(&dots)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_unreserved_characters_is_encoded() {
        assert_eq!(encoded("aZ09-._~"), "aZ09-._~");
        assert_eq!(encoded("/ %+*'\"é漢"), "%2F%20%25%2B%2A%27%22%C3%A9%E6%BC%A2");
        assert_eq!(encoded(""), "");
    }

    #[test]
    fn text_of_any_length_is_encoded_character_by_character() {
        for character in "az09AZ-._~/ %@[`{^\u{7f}é".chars() {
            for length in 0..40 {
                for place in 0..length {
                    let mut text = "a".repeat(length);
                    text.replace_range(place..=place, character.encode_utf8(&mut [0; 4]));
                    let one_by_one: String = text.chars().map(|character| encoded(&character.to_string())).collect();
                    assert_eq!(encoded(&text), one_by_one);
                    let mut segments = Vec::new();
                    encode_segments(&mut segments, &text);
                    assert_eq!(segments, one_by_one.replace("%2F", "/").as_bytes());
                }
            }
        }
    }

    #[test]
    fn slashes_stay_in_greedy_values() {
        let mut out = Vec::new();
        encode_segments(&mut out, "a b/c?d");
        assert_eq!(out, b"a%20b/c%3Fd");
    }

    #[test]
    fn dot_segments_are_detected_in_every_spelling() {
        for segment in [".", "..", "%2e", "%2E%2e", ".%2e"] {
            assert!(has_dot_segment(format!("a/{segment}/b").as_bytes()), "{segment}");
        }
        for segment in ["", "...", "a", "%2f", ".a"] {
            assert!(!has_dot_segment(format!("a/{segment}/b").as_bytes()), "{segment}");
        }
        for dots in ["/../", "/%2e%2E/"] {
            for place in 0..40 {
                let mut path = "a".repeat(40);
                path.insert_str(place, dots);
                assert!(has_dot_segment(path.as_bytes()), "{path}");
            }
        }
    }
}
