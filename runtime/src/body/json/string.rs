//! The strings of a JSON text (RFC 8259, section 7).

use std::borrow::Cow;

use super::scanner::Scanner;
use crate::read_error::ReadError;

impl<'de> Scanner<'de> {
    /// Reads a string.
    pub(super) fn string(&mut self) -> Result<Cow<'de, str>, ReadError> {
        if self.peek() != Some(b'"') {
            return Err(self.fault("expected a string"));
        }
        self.at += 1;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = plain_length(rest.as_bytes());
        let start = rest.get(..length).unwrap_or_default();
        self.at += length;
        if rest.as_bytes().get(length) == Some(&b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(start));
        }
        self.unescaped(start).map(Cow::Owned)
    }

    /// Reads on in a string that has escapes, or is none. Apart, so that others are read without room for it.
    #[inline(never)]
    fn unescaped(&mut self, start: &str) -> Result<String, ReadError> {
        let mut text = start.to_owned();
        while !self.ends_string()? {
            text.push(self.escape()?);
            text.push_str(self.run());
        }
        Ok(text)
    }

    /// Reads what is like a string: what stands for nothing stands for itself, and the end of the text ends it.
    pub(super) fn any_string(&mut self) -> Cow<'de, str> {
        self.at += 1;
        let mut text = Cow::Borrowed(self.run());
        while let Some(&byte) = self.rest().first() {
            let start = self.at;
            let character = match byte {
                b'"' => {
                    self.at += 1;
                    break;
                }
                b'\\' => self.escape().ok(),
                _ => None,
            };
            let text = text.to_mut();
            text.push(character.unwrap_or_else(|| {
                self.at = start + 1;
                byte.into()
            }));
            text.push_str(self.run());
        }
        text
    }

    /// Passes over a string. Half a surrogate pair does no harm in what nobody reads.
    pub(super) fn skip_string(&mut self) -> Result<(), ReadError> {
        self.at += 1;
        self.run();
        while !self.ends_string()? {
            self.at += 1;
            if self.escaped()? == b'u' {
                self.unit()?;
            }
            self.run();
        }
        Ok(())
    }

    /// Whether a string ends here, and not with an escape goes on.
    fn ends_string(&mut self) -> Result<bool, ReadError> {
        match self.rest().first() {
            Some(b'"') => {
                self.at += 1;
                Ok(true)
            }
            Some(b'\\') => Ok(false),
            Some(_) => Err(self.fault("a control character in a string")),
            None => Err(self.fault("a string without an end")),
        }
    }

    /// What stands in a string up to its end, an escape, or what no string may hold.
    fn run(&mut self) -> &'de str {
        let length = plain_length(self.rest());
        let run = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        run
    }

    /// Reads an escape, of which a character beyond U+FFFF takes two.
    fn escape(&mut self) -> Result<char, ReadError> {
        self.at += 1;
        Ok(match self.escaped()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut units = [self.unit()?, 0];
                let mut length = 1;
                if (0xd800..0xdc00).contains(&units[0]) && self.rest().starts_with(b"\\u") {
                    self.at += 2;
                    units[1] = self.unit()?;
                    length = 2;
                }
                let mut characters = char::decode_utf16(units.into_iter().take(length));
                match (characters.next(), characters.next()) {
                    (Some(Ok(character)), None) => character,
                    _ => return Err(self.fault("half a surrogate pair in a string")),
                }
            }
            plain => plain.into(),
        })
    }

    /// What stands after the backslash of an escape.
    fn escaped(&mut self) -> Result<u8, ReadError> {
        match self.rest().first() {
            Some(escaped @ (b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' | b'u')) => {
                self.at += 1;
                Ok(*escaped)
            }
            _ => Err(self.fault("an unknown escape in a string")),
        }
    }

    /// The four hexadecimal digits of an escape.
    fn unit(&mut self) -> Result<u16, ReadError> {
        let digits = self
            .rest()
            .get(..4)
            .filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let unit = digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.fault("expected four hexadecimal digits"))?;
        self.at += 4;
        Ok(unit)
    }
}

/// How many bytes of a string stand for themselves: up to a quote, a backslash or a control character. Strings are most of
/// a body, so eight bytes are looked at in one step, and the loop has the registers to itself.
#[inline(never)]
fn plain_length(text: &[u8]) -> usize {
    /// A byte in all eight places.
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    /// The highest bit of each byte that is less than another, which is at most 128, is set; where there is none, no bit
    /// is. Above the first such byte, bits may be set in error.
    const fn less(bytes: u64, than: u8) -> u64 {
        bytes.wrapping_sub(each(than)) & !bytes & each(128)
    }
    let (words, rest) = text.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let bytes = u64::from_le_bytes(*word);
        let found = less(bytes, b' ') | less(bytes ^ each(b'"'), 1) | less(bytes ^ each(b'\\'), 1);
        if found != 0 {
            return index * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let is_plain = |byte: &u8| *byte >= b' ' && !matches!(byte, b'"' | b'\\');
    let plain = rest.iter().position(|byte| !is_plain(byte)).unwrap_or(rest.len());
    text.len() - rest.len() + plain
}

#[cfg(test)]
mod tests {
    use super::plain_length;

    #[test]
    fn plain_bytes_are_counted_wherever_the_first_other_one_stands() {
        for other in [b'"', b'\\', 0, b'\n', 0x1f] {
            for plain in [b' ', b'!', b'#', b'[', b']', b'a', 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                for at in 0..20 {
                    let mut text = [plain; 20];
                    assert_eq!(plain_length(&text), 20);
                    text[at] = other;
                    assert_eq!(plain_length(&text), at, "{other} in {plain}");
                    text[at..].fill(other);
                    assert_eq!(plain_length(&text), at, "{other} after {plain}");
                }
            }
        }
    }
}
