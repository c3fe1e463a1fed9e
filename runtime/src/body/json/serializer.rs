//! Writes values as JSON (RFC 8259), as `serde_json` does.

use std::fmt::{self, Write as _};

use serde::ser::{self, Serialize};

use super::access::Raw;
use super::scanner::Scanner;
use crate::value::{ValueError, text_of_key};

/// The name of the struct as which `serde_json`, with its feature `arbitrary_precision`, serializes a number.
const NUMBER: &str = "$serde_json::private::Number";

/// Appends a value.
pub struct JsonSerializer<'a> {
    out: &'a mut String,
}

impl<'a> JsonSerializer<'a> {
    pub(crate) fn new(out: &'a mut String) -> Self {
        Self { out }
    }

    #[allow(clippy::unnecessary_wraps, reason = "what all methods of a serializer return")]
    fn word(self, word: &str) -> Result<(), ValueError> {
        self.out.push_str(word);
        Ok(())
    }

    /// JSON has no `NaN` and no infinity.
    fn float(self, is_finite: bool, digits: fmt::Arguments<'_>) -> Result<(), ValueError> {
        if !is_finite {
            return self.word("null");
        }
        self.out.write_fmt(digits).map_err(ser::Error::custom)
    }

    fn begin(self, start: &str, end: &'static str) -> Compound<'a> {
        self.out.push_str(start);
        Compound {
            out: self.out,
            is_first: true,
            end,
            raw: None,
        }
    }

    /// Begins the one member of an object, named by the variant of an enum.
    fn begin_variant(self, variant: &str, start: &str, end: &'static str) -> Compound<'a> {
        self.out.push('{');
        push_string(self.out, variant);
        self.out.push(':');
        self.begin(start, end)
    }
}

impl<'a> ser::Serializer for JsonSerializer<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Compound<'a>;
    type SerializeTupleStruct = Compound<'a>;
    type SerializeTupleVariant = Compound<'a>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Compound<'a>;

    fn serialize_bool(self, value: bool) -> Result<(), ValueError> {
        self.word(if value { "true" } else { "false" })
    }
    fn serialize_i8(self, value: i8) -> Result<(), ValueError> {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<(), ValueError> {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<(), ValueError> {
        self.serialize_i64(value.into())
    }
    fn serialize_i64(self, value: i64) -> Result<(), ValueError> {
        self.word(itoa::Buffer::new().format(value))
    }
    fn serialize_i128(self, value: i128) -> Result<(), ValueError> {
        self.word(itoa::Buffer::new().format(value))
    }
    fn serialize_u8(self, value: u8) -> Result<(), ValueError> {
        self.serialize_u64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<(), ValueError> {
        self.serialize_u64(value.into())
    }
    fn serialize_u32(self, value: u32) -> Result<(), ValueError> {
        self.serialize_u64(value.into())
    }
    fn serialize_u64(self, value: u64) -> Result<(), ValueError> {
        self.word(itoa::Buffer::new().format(value))
    }
    fn serialize_u128(self, value: u128) -> Result<(), ValueError> {
        self.word(itoa::Buffer::new().format(value))
    }
    // `Debug` tells floats from integers, and takes an exponent where digits would be many.
    fn serialize_f32(self, value: f32) -> Result<(), ValueError> {
        self.float(value.is_finite(), format_args!("{value:?}"))
    }
    fn serialize_f64(self, value: f64) -> Result<(), ValueError> {
        self.float(value.is_finite(), format_args!("{value:?}"))
    }
    fn serialize_char(self, value: char) -> Result<(), ValueError> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Result<(), ValueError> {
        push_string(self.out, value);
        Ok(())
    }
    fn serialize_bytes(self, value: &[u8]) -> Result<(), ValueError> {
        self.collect_seq(value)
    }
    fn serialize_none(self) -> Result<(), ValueError> {
        self.word("null")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), ValueError> {
        self.word("null")
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        self.word("null")
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        let member = self.begin_variant(variant, "", "}");
        value.serialize(JsonSerializer::new(member.out))?;
        member.close()
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, ValueError> {
        Ok(self.begin("[", "]"))
    }
    fn serialize_tuple(self, _: usize) -> Result<Compound<'a>, ValueError> {
        Ok(self.begin("[", "]"))
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, ValueError> {
        Ok(self.begin("[", "]"))
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, ValueError> {
        Ok(self.begin_variant(variant, "[", "]}"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, ValueError> {
        Ok(self.begin("{", "}"))
    }
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a>, ValueError> {
        if matches!(name, Raw::NAME | NUMBER) {
            let raw = Some(self.out.len());
            return Ok(Compound {
                raw,
                ..self.begin("", "")
            });
        }
        Ok(self.begin("{", "}"))
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a>, ValueError> {
        Ok(self.begin_variant(variant, "{", "}}"))
    }
}

/// A list or an object that has begun.
pub struct Compound<'a> {
    out: &'a mut String,
    is_first: bool,
    end: &'static str,
    /// Where a value begins that is given as JSON: in a string, the one field of a struct that only `serde_json` makes.
    raw: Option<usize>,
}

impl Compound<'_> {
    fn separate(&mut self) {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
    }

    fn name(&mut self, name: &str) {
        if self.raw.is_none() {
            self.separate();
            push_string(self.out, name);
            self.out.push(':');
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        self.separate();
        value.serialize(JsonSerializer::new(self.out))
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), ValueError> {
        self.name(name);
        value.serialize(JsonSerializer::new(self.out))
    }

    fn close(self) -> Result<(), ValueError> {
        if let Some(start) = self.raw {
            let string = self.out.split_off(start);
            let json = Scanner::new(&string).string().map_err(ser::Error::custom)?;
            self.out.push_str(&json);
        }
        self.out.push_str(self.end);
        Ok(())
    }
}

macro_rules! compound {
    ($($Trait:ident: $method:ident($($name:ident)?) = $write:ident),* $(,)?) => {
        $(impl ser::$Trait for Compound<'_> {
            type Ok = ();
            type Error = ValueError;
            fn $method<T: Serialize + ?Sized>(&mut self, $($name: &'static str,)? value: &T) -> Result<(), ValueError> {
                self.$write($($name,)? value)
            }
            fn end(self) -> Result<(), ValueError> {
                self.close()
            }
        })*
    };
}

compound! {
    SerializeSeq: serialize_element() = element,
    SerializeTuple: serialize_element() = element,
    SerializeTupleStruct: serialize_field() = element,
    SerializeTupleVariant: serialize_field() = element,
    SerializeStruct: serialize_field(name) = member,
    SerializeStructVariant: serialize_field(name) = member,
}

impl ser::SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        match text_of_key(key)? {
            Some(name) => self.name(&name),
            None => return Err(ValueError::new("an absent value cannot be a key")),
        }
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        value.serialize(JsonSerializer::new(self.out))
    }
    fn end(self) -> Result<(), ValueError> {
        self.close()
    }
}

/// Appends a string; what need not be escaped is not.
pub(super) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, 0..0x20 | b'"' | b'\\')) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut special = special.chars();
        if let Some(character) = special.next() {
            push_escaped(out, character);
        }
        rest = special.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

fn push_escaped(out: &mut String, character: char) {
    let letter = match character {
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{c}' => 'f',
        '\r' => 'r',
        '"' | '\\' => character,
        _ => {
            let digit = |at: u32| char::from_digit(u32::from(character) >> at & 0xf, 16).unwrap_or_default();
            out.extend(['\\', 'u', '0', '0', digit(4), digit(0)]);
            return;
        }
    };
    out.extend(['\\', letter]);
}
