//! A hash as 64 lower-case hexadecimal digits on the stack.

/// The digits of a SHA-256 hash or HMAC.
pub(super) struct Hex([u8; 64]);

impl Hex {
    /// The SHA-256 hash of an empty body.
    pub(super) const OF_EMPTY: Self = Self(*b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    pub(super) fn new(hash: &[u8]) -> Self {
        let mut text = [b'0'; 64];
        for (pair, byte) in text.chunks_exact_mut(2).zip(hash) {
            for (digit, nibble) in pair.iter_mut().zip([byte >> 4, byte & 15]) {
                *digit = if nibble < 10 { b'0' + nibble } else { b'a' - 10 + nibble };
            }
        }
        Self(text)
    }

    pub(super) fn digits(&self) -> &[u8; 64] {
        &self.0
    }
}
