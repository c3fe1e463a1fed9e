//! Percent-encoding (RFC 3986, section 2): the one form in which paths and queries are both sent and signed.

pub(crate) mod reference;

/// Appends `text` with everything but unreserved characters percent-encoded.
pub(crate) fn encode(out: &mut Vec<u8>, text: &str) {
    encode_unless(out, text.as_bytes(), is_unreserved_by_comparison, is_unreserved);
}

/// Appends `text` with everything but unreserved characters and `/` percent-encoded.
pub(crate) fn encode_segments(out: &mut Vec<u8>, text: &str) {
    let is_plain_by_comparison = |byte| (byte == b'/') | is_unreserved_by_comparison(byte);
    let is_plain = |byte| byte == b'/' || is_unreserved(byte);
    encode_unless(out, text.as_bytes(), is_plain_by_comparison, is_plain);
}

/// `text` with everything but unreserved characters percent-encoded.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    encode(&mut out, text);
    ascii(out)
}

/// The text of bytes that are ASCII, as those of a URL are.
pub(crate) fn ascii(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whether a byte is unreserved (RFC 3986, section 2.3).
pub(crate) fn is_unreserved(byte: u8) -> bool {
    // Looked up: every byte of a URL is asked about, and once more when it is signed.
    UNRESERVED.get(usize::from(byte)).copied().unwrap_or_default()
}

const UNRESERVED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        #[allow(
            clippy::indexing_slicing,
            reason = "a byte is less than 256, and this runs in the compiler"
        )]
        {
            table[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        }
        byte += 1;
    }
    table
};

/// Whether a byte is unreserved, told without table and branches, so that sixteen bytes are compared in one step.
#[allow(clippy::needless_bitwise_bool, reason = "lazy operators are branches")]
fn is_unreserved_by_comparison(byte: u8) -> bool {
    let is_digit = byte.wrapping_sub(b'0') < 10;
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    is_digit | is_letter | (byte == b'-') | (byte == b'.') | (byte == b'_') | (byte == b'~')
}

/// Whether URL parsers fold a segment of this path away.
pub(crate) fn has_dot_segment(path: &[u8]) -> bool {
    // A dot segment begins with `.` or `%`. Long paths without either, as most are, are not split.
    !is_long_and_all(path, |byte| !matches!(byte, b'.' | b'%')) && path.split(|byte| *byte == b'/').any(is_dot_segment)
}

/// Whether URL parsers fold this segment of an encoded path: `.` or `..` (RFC 3986, section 5.2.4), or these
/// percent-encoded, as the WHATWG has it.
fn is_dot_segment(segment: &[u8]) -> bool {
    let mut dots = 0;
    let mut rest = segment;
    while let [b'.', tail @ ..] | [b'%', b'2', b'e' | b'E', tail @ ..] = rest {
        dots += 1;
        rest = tail;
    }
    rest.is_empty() && (1..=2).contains(&dots)
}

/// A byte percent-encoded, in upper case.
pub(crate) fn escape(byte: u8) -> [u8; 3] {
    let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'A' - 10 + nibble };
    [b'%', digit(byte >> 4), digit(byte & 15)]
}

/// Appends `text`, percent-encoded but for what is plain. Of a long text, such as an id, comparison tells whether all of it
/// is; else each byte is looked up.
fn encode_unless(
    out: &mut Vec<u8>,
    text: &[u8],
    is_plain_by_comparison: impl Fn(u8) -> bool,
    is_plain: impl Fn(u8) -> bool,
) {
    if is_long_and_all(text, is_plain_by_comparison) {
        out.extend_from_slice(text);
        return;
    }
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| !is_plain(*byte)) {
        let (run, tail) = rest.split_at(at);
        out.extend_from_slice(run);
        let Some((byte, tail)) = tail.split_first() else { break };
        out.extend_from_slice(&escape(*byte));
        rest = tail;
    }
    out.extend_from_slice(rest);
}

/// Whether a text has sixteen bytes at least, and all of them are of a kind.
fn is_long_and_all(text: &[u8], is_of_kind: impl Fn(u8) -> bool) -> bool {
    let (blocks, _) = text.as_chunks::<16>();
    let are_of_kind = |block: &[u8; 16]| block.iter().fold(true, |all, byte| all & is_of_kind(*byte));
    // The last block may overlap the one before it.
    text.last_chunk().is_some_and(are_of_kind) && blocks.iter().all(are_of_kind)
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
    fn long_texts_are_encoded_as_their_characters_are() {
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
    fn unreserved_characters_are_told_alike_in_both_ways() {
        for byte in 0..=u8::MAX {
            assert_eq!(is_unreserved_by_comparison(byte), is_unreserved(byte), "{byte}");
        }
    }

    #[test]
    fn slashes_stay_in_greedy_values() {
        let mut out = Vec::new();
        encode_segments(&mut out, "a b/c?d");
        assert_eq!(out, b"a%20b/c%3Fd");
    }

    #[test]
    fn dot_segments_are_told_in_every_spelling() {
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
