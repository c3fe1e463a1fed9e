//! The tokens of a JSON text (RFC 8259), but for strings.

use std::borrow::Cow;
use std::str::FromStr;

use crate::read_error::ReadError;

/// How deep objects and lists are nested at most: what reads them is recursive.
const DEEPEST: u8 = 128;

/// Stands somewhere in a text.
pub(super) struct Scanner<'de> {
    pub(super) text: &'de str,
    pub(super) at: usize,
    /// How many objects and lists are open here.
    depth: u8,
    /// Whether the innermost of them has not begun.
    is_first: bool,
}

pub(super) enum Number {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
}

impl<'de> Scanner<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            is_first: false,
        }
    }

    /// The byte that comes next, after white space; `None` at the end.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    /// Reads `null`, `true` or `false`.
    pub(super) fn word(&mut self, word: &str) -> Result<(), ReadError> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.fault("expected a value"));
        }
        self.at += word.len();
        Ok(())
    }

    /// Reads a number.
    pub(super) fn number(&mut self) -> Result<Number, ReadError> {
        let start = self.at;
        let is_negative = self.eat(b"-");
        let integer = self.digits();
        if integer.is_empty() {
            return Err(self.fault("expected a value"));
        }
        if integer.len() > 1 && integer.starts_with('0') {
            return Err(self.fault("a number that begins with 0"));
        }
        let is_whole = !self.fraction()?;
        if is_whole && let Ok(number) = integer.parse::<u64>() {
            if !is_negative {
                return Ok(Number::Unsigned(number));
            }
            if number != 0
                && let Some(number) = 0_i64.checked_sub_unsigned(number)
            {
                return Ok(Number::Signed(number));
            }
        }
        // As it is, where it is too long for these, or the negative zero.
        match self.text.get(start..self.at).unwrap_or_default().parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Number::Float(number)),
            _ => Err(self.fault("the number is out of range")),
        }
    }

    /// Reads a whole number of up to 128 bits, if one comes next.
    pub(super) fn long<N: FromStr>(&mut self) -> Option<N> {
        self.peek();
        let start = self.at;
        let read = self.number();
        let number = self.text.get(start..self.at).unwrap_or_default().parse();
        if let (Ok(_), Ok(number)) = (read, number) {
            return Some(number);
        }
        self.at = start;
        None
    }

    /// Reads a value as the text that it is.
    pub(super) fn raw(&mut self) -> Result<&'de str, ReadError> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Reads fraction and exponent; whether there are any.
    fn fraction(&mut self) -> Result<bool, ReadError> {
        let has_fraction = self.eat(b".");
        if has_fraction && self.digits().is_empty() {
            return Err(self.fault("expected a digit"));
        }
        let has_exponent = self.eat(b"eE");
        if has_exponent {
            self.eat(b"+-");
            if self.digits().is_empty() {
                return Err(self.fault("expected a digit"));
            }
        }
        Ok(has_fraction || has_exponent)
    }

    fn digits(&mut self) -> &'de str {
        let rest = self.rest();
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii_digit())
            .unwrap_or(rest.len());
        let digits = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        digits
    }

    /// Passes over the next byte if it is one of these.
    fn eat(&mut self, bytes: &[u8]) -> bool {
        let is_there = self.rest().first().is_some_and(|byte| bytes.contains(byte));
        self.at += usize::from(is_there);
        is_there
    }

    /// Opens an object or a list; its depth.
    pub(super) fn open(&mut self) -> Result<u8, ReadError> {
        if self.depth == DEEPEST {
            return Err(self.fault("nested too deep"));
        }
        self.at += 1;
        self.depth += 1;
        self.is_first = true;
        Ok(self.depth)
    }

    /// Whether what was opened at this depth has not been closed. Types may ask for more after its end, and may pass over
    /// faults of what is inside.
    pub(super) fn is_open(&self, depth: u8) -> Result<bool, ReadError> {
        if self.depth > depth {
            return Err(self.fault("more than was expected"));
        }
        Ok(self.depth == depth)
    }

    /// Closes what was opened at this depth, if all of it has not been read.
    pub(super) fn close(&mut self, depth: u8, bracket: u8) -> Result<(), ReadError> {
        if self.is_open(depth)? {
            if self.peek() != Some(bracket) {
                return Err(self.fault("more than was expected"));
            }
            self.leave();
        }
        Ok(())
    }

    fn leave(&mut self) {
        self.at += 1;
        self.depth -= 1;
        self.is_first = false;
    }

    /// Goes on to the next element of a list; false at its end.
    pub(super) fn element(&mut self) -> Result<bool, ReadError> {
        self.another(b']')
    }

    /// Goes on to the next member of an object: its key, if there is one.
    pub(super) fn key(&mut self) -> Result<Option<Cow<'de, str>>, ReadError> {
        if !self.another(b'}')? {
            return Ok(None);
        }
        let key = self.string()?;
        if self.peek() != Some(b':') {
            return Err(self.fault("expected `:`"));
        }
        self.at += 1;
        Ok(Some(key))
    }

    fn another(&mut self, bracket: u8) -> Result<bool, ReadError> {
        match self.peek() {
            Some(byte) if byte == bracket => {
                self.leave();
                return Ok(false);
            }
            Some(b',') if !self.is_first => self.at += 1,
            Some(_) if self.is_first => self.is_first = false,
            _ => return Err(self.fault("expected `,` or an end")),
        }
        Ok(true)
    }

    /// Passes over a value.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        match self.peek() {
            Some(b'n') => self.word("null"),
            Some(b't') => self.word("true"),
            Some(b'f') => self.word("false"),
            Some(b'"') => self.skip_string(),
            Some(b'[') => {
                self.open()?;
                while self.element()? {
                    self.skip()?;
                }
                Ok(())
            }
            Some(b'{') => {
                self.open()?;
                while self.key()?.is_some() {
                    self.skip()?;
                }
                Ok(())
            }
            _ => self.number().map(drop),
        }
    }

    /// Whether the text is one JSON value.
    pub(super) fn check(mut self) -> Result<(), ReadError> {
        self.skip()?;
        self.end()
    }

    /// Whether nothing comes after what has been read.
    pub(super) fn end(&mut self) -> Result<(), ReadError> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault("more after the end of the value")),
        }
    }

    pub(super) fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    #[cold]
    pub(super) fn fault(&self, what: &str) -> ReadError {
        ReadError::at(self.at, what)
    }
}
