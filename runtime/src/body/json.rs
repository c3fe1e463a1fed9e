//! JSON, from types and into types. What does not fit as it is, is read again with `null` members of structs taken as
//! absent; a fault is told by its path and kind, never by its value.
//!
//! A reader of our own, since both readings are one here, and so all that is compiled for a type is compiled once; and a
//! serializer beside it, so that programs do without `serde_json`.

use std::borrow::Cow;

use serde::Deserializer;
use serde::de::{DeserializeOwned, Error as _, Expected, Unexpected, Visitor};

use self::access::{Elements, Members, Raw, Union};
use self::key::Key;
use self::scanner::{Number, Scanner};
use self::serializer::push_string;
use crate::read_error::ReadError;

mod access;
mod key;
mod scanner;
pub(super) mod serializer;
mod string;

/// Reads a text. Compiled for every type, so it does little itself, as do all methods here that are generic.
pub(super) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut readings = Readings::of(text);
    loop {
        let fault = match T::deserialize(&mut readings.reader) {
            Ok(value) => match readings.end() {
                Ok(()) => return Ok(value),
                Err(fault) => fault,
            },
            Err(fault) => fault,
        };
        readings.next(fault)?;
    }
}

/// The members of an object, their values as they are written.
pub(super) fn members(text: &str) -> Result<Vec<(Cow<'_, str>, &str)>, ReadError> {
    let mut scanner = Scanner::new(text);
    let mut members = Vec::new();
    if scanner.peek() == Some(b'{') {
        scanner.open()?;
        while let Some(name) = scanner.key()? {
            members.push((name, scanner.raw()?));
        }
    }
    scanner.end()?;
    Ok(members)
}

/// What a value says that is a string.
pub(super) fn string(value: &str) -> Option<String> {
    Scanner::new(value).string().ok().map(Cow::into_owned)
}

/// The text with those of its strings rewritten that are written with escapes. Nothing else changes, and whatever stands
/// between quotes is a string, so that it holds for what is no JSON, too.
pub(crate) fn rewrite_escaped<'t>(text: &'t str, rewrite: &dyn Fn(&str) -> Cow<'_, str>) -> Cow<'t, str> {
    let mut scanner = Scanner::new(text);
    let mut rewritten = String::new();
    let mut taken = 0;
    while let Some(quote) = scanner.rest().iter().position(|byte| *byte == b'"') {
        scanner.at += quote;
        let start = scanner.at;
        if let Cow::Owned(string) = scanner.any_string()
            && let Cow::Owned(string) = rewrite(&string)
        {
            rewritten.push_str(text.get(taken..start).unwrap_or_default());
            push_string(&mut rewritten, &string);
            taken = scanner.at;
        }
    }
    if taken == 0 {
        return Cow::Borrowed(text);
    }
    rewritten.push_str(text.get(taken..).unwrap_or_default());
    Cow::Owned(rewritten)
}

/// Which `null` members are absent ones.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Absent {
    /// None: types make of them what they like.
    Nowhere,
    /// Those of structs and of unions.
    OfStructs,
    /// Those of maps, too: serde reads a struct with a flattened member, or an untagged one, as a map.
    Everywhere,
}

/// The readings of a text, one after the other until one fits.
struct Readings<'de> {
    text: &'de str,
    reader: Reader<'de>,
    /// What the second reading said: it knows best.
    fault: Option<ReadError>,
}

impl<'de> Readings<'de> {
    fn of(text: &'de str) -> Self {
        Self {
            text,
            reader: Reader::new(text, Absent::Nowhere),
            fault: None,
        }
    }

    fn end(&mut self) -> Result<(), ReadError> {
        self.reader.scanner.end()
    }

    /// Goes on to the next reading; an error where there is none, or the text is no JSON.
    fn next(&mut self, fault: ReadError) -> Result<(), ReadError> {
        self.again(fault).map_err(|fault| fault.located(self.text))
    }

    fn again(&mut self, fault: ReadError) -> Result<(), ReadError> {
        if self.reader.absent == Absent::Nowhere {
            Scanner::new(self.text).check()?;
        }
        self.reader = match self.reader.absent {
            // An empty body has been made `null`; a struct reads it as an object without members.
            Absent::Nowhere if self.text.trim() == "null" => Reader::new("{}", Absent::OfStructs),
            Absent::Nowhere => Reader::new(self.text, Absent::OfStructs),
            Absent::OfStructs if self.text.contains("null") => {
                self.fault = Some(fault);
                Reader::new(self.text, Absent::Everywhere)
            }
            Absent::OfStructs | Absent::Everywhere => return Err(self.fault.take().unwrap_or(fault)),
        };
        Ok(())
    }
}

/// Reads a value where the scanner stands.
struct Reader<'de> {
    scanner: Scanner<'de>,
    absent: Absent,
}

impl<'de> Reader<'de> {
    fn new(text: &'de str, absent: Absent) -> Self {
        Self {
            scanner: Scanner::new(text),
            absent,
        }
    }

    /// That the value is of another kind than the type wants. Where it is no value, that.
    fn misfit(&mut self, expected: &dyn Expected) -> ReadError {
        let kind = match self.scanner.peek() {
            Some(b'n') => Unexpected::Unit,
            Some(b't' | b'f') => Unexpected::Bool(true),
            Some(b'"') => Unexpected::Str(""),
            Some(b'[') => Unexpected::Seq,
            Some(b'{') => Unexpected::Map,
            _ => match self.scanner.number() {
                Ok(Number::Float(_)) => Unexpected::Float(0.0),
                Ok(_) => Unexpected::Unsigned(0),
                Err(fault) => return fault,
            },
        };
        ReadError::invalid_type(kind, expected)
    }

    fn members<V: Visitor<'de>>(&mut self, visitor: V, from: Absent) -> Result<V::Value, ReadError> {
        if self.scanner.peek() != Some(b'{') {
            return Err(self.misfit(&visitor));
        }
        let depth = self.scanner.open()?;
        let value = visitor.visit_map(Members::new(self, depth, from))?;
        self.scanner.close(depth, b'}')?;
        Ok(value)
    }

    fn union<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        let depth = self.scanner.open()?;
        let value = visitor.visit_enum(Union::new(self)?)?;
        Union::end(self, depth)?;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.scanner.peek() {
            Some(b'n') => self.scanner.word("null").and_then(|()| visitor.visit_unit()),
            Some(b't') => self.scanner.word("true").and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.scanner.word("false").and_then(|()| visitor.visit_bool(false)),
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            _ => match self.scanner.number()? {
                Number::Unsigned(number) => visitor.visit_u64(number),
                Number::Signed(number) => visitor.visit_i64(number),
                Number::Float(number) => visitor.visit_f64(number),
            },
        }
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.scanner.long() {
            Some(number) => visitor.visit_i128(number),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.scanner.long() {
            Some(number) => visitor.visit_u128(number),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.scanner.peek() != Some(b'"') {
            return self.deserialize_any(visitor);
        }
        match self.scanner.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.scanner.peek() == Some(b'n') {
            self.scanner.word("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        if name == Raw::NAME {
            return visitor.visit_map(Raw::new(self.scanner.raw()?));
        }
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.scanner.peek() != Some(b'[') {
            return Err(self.misfit(&visitor));
        }
        let depth = self.scanner.open()?;
        let value = visitor.visit_seq(Elements::new(self, depth))?;
        self.scanner.close(depth, b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.members(visitor, Absent::Everywhere)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.members(visitor, Absent::OfStructs)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.scanner.peek() {
            Some(b'"') => visitor.visit_enum(Key(&self.scanner.string()?)),
            Some(b'{') => self.union(visitor),
            _ => Err(self.misfit(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.scanner.skip()?;
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct identifier
    }
}
