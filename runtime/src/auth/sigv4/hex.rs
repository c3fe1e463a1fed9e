//! Hashes as text: 64 lower-case hexadecimal digits, on the stack.

/// The digits of a SHA-256 hash or HMAC.
pub(super) struct Hex([u8; 64]);

impl Hex {
    pub(super) fn new(hash: &[u8]) -> Self {
        const DIGITS: [u8; 16] = *b"0123456789abcdef";
        let mut text = [b'0'; 64];
        for (pair, byte) in text.chunks_exact_mut(2).zip(hash) {
            for (digit, nibble) in pair.iter_mut().zip([byte >> 4, byte & 15]) {
                *digit = DIGITS.get(usize::from(nibble)).copied().unwrap_or_default();
            }
        }
        Self(text)
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}
