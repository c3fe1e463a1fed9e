//! Percent-encoding (RFC 3986, section 2): the one form in which paths and queries are both sent and signed.

pub(crate) mod reference;

/// Appends `text` with everything but unreserved characters percent-encoded.
pub(crate) fn encode(out: &mut Vec<u8>, text: &str) {
    encode_unless(out, text, is_unreserved);
}

/// Appends `text` with everything but unreserved characters and `/` percent-encoded.
pub(crate) fn encode_segments(out: &mut Vec<u8>, text: &str) {
    encode_unless(out, text, |byte| byte == b'/' || is_unreserved(byte));
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

/// Whether URL parsers fold a segment of this path away.
pub(crate) fn has_dot_segment(path: &[u8]) -> bool {
    path.split(|byte| *byte == b'/').any(is_dot_segment)
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

fn encode_unless(out: &mut Vec<u8>, text: &str, plain: impl Fn(u8) -> bool) {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| !plain(*byte)) {
        let (run, tail) = rest.split_at(at);
        out.extend_from_slice(run);
        let Some((byte, tail)) = tail.split_first() else { break };
        out.extend_from_slice(&escape(*byte));
        rest = tail;
    }
    out.extend_from_slice(rest);
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
    }
}
