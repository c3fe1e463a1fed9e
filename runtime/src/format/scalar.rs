//! Serializes scalars and lists of scalars as text, for a path, a query, a header or a body.
//!
//! Serializers write into a `dyn Sink`, so code behind it is compiled once and not for every type.

use std::fmt;

use serde::ser::{self, Impossible, Serialize};

use crate::format::error::ValueError;
use crate::format::json::NUMBER;

/// The name of the newtype struct in which the `http_date` module wraps its text, so that lists do not quote it.
pub(crate) const HTTP_DATE: &str = "$rest_op::http_date";

/// Receives the texts of a value.
pub(crate) trait Sink {
    /// Begins a struct or a map, which may be empty.
    fn entries(&mut self) {}
    /// Begins the value of `key`, which may be an empty list.
    fn begin(&mut self, key: &str) -> Result<(), ValueError>;
    /// Receives one text of the value of `key`.
    fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError>;
    /// Receives a newtype struct of this name as a whole; `None` if its content is a value like any other.
    fn newtype(&mut self, _key: &str, _name: &'static str) -> Option<Result<(), ValueError>> {
        None
    }
    /// Returns the role of an argument whose entries this sink receives one by one.
    fn flattened(&self) -> Option<&'static str> {
        None
    }
    /// Returns how a struct or a map is sent that is an element of a list.
    fn element(&self) -> Option<&'static str> {
        None
    }
}

/// One text of a value.
pub(crate) struct Item<'a> {
    /// The text, not yet encoded.
    pub(crate) text: &'a str,
    /// Whether it is an element of a list.
    pub(crate) listed: bool,
    /// Whether it is an http-date, whose comma is not a separator.
    pub(crate) http_date: bool,
}

/// A scalar or a list of scalars: a path, query or header parameter, or a text body.
pub trait Text {
    /// Writes the value's texts.
    fn write(&self, serializer: TextSerializer<'_>) -> Result<(), ValueError>;
}

impl<T: Serialize + ?Sized> Text for T {
    fn write(&self, serializer: TextSerializer<'_>) -> Result<(), ValueError> {
        self.serialize(serializer)
    }
}

/// Serializes a scalar or a list of scalars into a sink.
pub struct TextSerializer<'a> {
    sink: &'a mut dyn Sink,
    key: &'a str,
    position: Position,
    http_date: bool,
}

/// The position of a value.
#[derive(Clone, Copy, PartialEq)]
enum Position {
    Argument,
    /// In a struct or a map.
    Member,
    /// In a list.
    Element,
}

impl<'a> TextSerializer<'a> {
    pub(crate) fn new(sink: &'a mut dyn Sink, key: &'a str) -> Self {
        Self {
            sink,
            key,
            position: Position::Argument,
            http_date: false,
        }
    }

    pub(super) fn member(sink: &'a mut dyn Sink, key: &'a str) -> Self {
        Self {
            position: Position::Member,
            ..Self::new(sink, key)
        }
    }

    fn emit(self, text: &str) -> Result<(), ValueError> {
        let listed = self.position == Position::Element;
        if !listed {
            self.sink.begin(self.key)?;
        }
        self.sink.item(
            self.key,
            Item {
                text,
                listed,
                http_date: self.http_date,
            },
        )
    }

    fn emit_integer(self, value: impl itoa::Integer) -> Result<(), ValueError> {
        self.emit(itoa::Buffer::new().format(value))
    }

    fn refuse<T>(what: &str) -> Result<T, ValueError> {
        Err(ValueError::new(format!(
            "is {what}, which is neither text, number, boolean nor a list of them"
        )))
    }

    fn refuse_entries<T>(self, what: &str) -> Result<T, ValueError> {
        let remedy = match self.position {
            Position::Argument => self.sink.flattened(),
            Position::Member => Some("#[serde(flatten)]"),
            Position::Element => self.sink.element(),
        };
        match remedy {
            Some(remedy) => Err(ValueError::new(format!(
                "is {what}, which is not a single value; write `{remedy}`"
            ))),
            None => Self::refuse(what),
        }
    }

    /// Rejects a tuple: as a list, a `time::OffsetDateTime` would become nine items. serde writes arrays as tuples, too.
    fn refuse_tuple<T>() -> Result<T, ValueError> {
        Err(ValueError::new(
            "is a tuple, which is not a single value; write `with = rest_op::timestamp::date_time` for a time, a `Vec` for an array",
        ))
    }
}

impl<'a> ser::Serializer for TextSerializer<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = TextList<'a>;
    type SerializeTuple = Impossible<(), ValueError>;
    type SerializeTupleStruct = Impossible<(), ValueError>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = Impossible<(), ValueError>;
    type SerializeStruct = TextNumber<'a>;
    type SerializeStructVariant = Impossible<(), ValueError>;

    fn serialize_bool(self, value: bool) -> Result<(), ValueError> {
        self.emit(if value { "true" } else { "false" })
    }
    fn serialize_i8(self, value: i8) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_i16(self, value: i16) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_i32(self, value: i32) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_i64(self, value: i64) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_i128(self, value: i128) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_u8(self, value: u8) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_u16(self, value: u16) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_u32(self, value: u32) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_u64(self, value: u64) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_u128(self, value: u128) -> Result<(), ValueError> {
        self.emit_integer(value)
    }
    fn serialize_f32(self, value: f32) -> Result<(), ValueError> {
        match non_finite(value.into()) {
            Some(name) => self.emit(name),
            None => self.emit(&value.to_string()),
        }
    }
    fn serialize_f64(self, value: f64) -> Result<(), ValueError> {
        match non_finite(value) {
            Some(name) => self.emit(name),
            None => self.emit(&value.to_string()),
        }
    }
    fn serialize_char(self, value: char) -> Result<(), ValueError> {
        self.emit(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Result<(), ValueError> {
        self.emit(value)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), ValueError> {
        Self::refuse("a byte string")
    }
    fn serialize_none(self) -> Result<(), ValueError> {
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), ValueError> {
        Ok(())
    }
    fn serialize_unit_struct(self, name: &'static str) -> Result<(), ValueError> {
        Self::refuse(name)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        self.emit(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        if let Some(done) = self.sink.newtype(self.key, name) {
            return done;
        }
        self.http_date |= name == HTTP_DATE;
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), ValueError> {
        Self::refuse(&format!("{name}::{variant}"))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<TextList<'a>, ValueError> {
        if self.position == Position::Element {
            return Self::refuse("a list in a list");
        }
        self.sink.begin(self.key)?;
        Ok(TextList {
            sink: self.sink,
            key: self.key,
        })
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, ValueError> {
        Self::refuse_tuple()
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, ValueError> {
        Self::refuse_tuple()
    }
    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        Self::refuse(&format!("{name}::{variant}"))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, ValueError> {
        self.refuse_entries("a map")
    }
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeStruct, ValueError> {
        if name == NUMBER {
            return Ok(TextNumber(Some(self)));
        }
        self.refuse_entries(&format!("the struct `{name}`"))
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, ValueError> {
        Self::refuse(&format!("{name}::{variant}"))
    }
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.emit(&value.to_string())
    }
}

/// A number of `serde_json` with the feature `arbitrary_precision`: a struct whose only field is its text.
pub struct TextNumber<'a>(Option<TextSerializer<'a>>);

impl ser::SerializeStruct for TextNumber<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), ValueError> {
        self.0.take().map_or(Ok(()), |serializer| value.serialize(serializer))
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

/// Returns how the AWS protocols write a float that is not finite: `NaN`, `Infinity` or `-Infinity`.
pub(crate) fn non_finite(value: f64) -> Option<&'static str> {
    if value.is_finite() {
        None
    } else if value.is_nan() {
        Some("NaN")
    } else {
        Some(if value > 0.0 { "Infinity" } else { "-Infinity" })
    }
}

/// The elements of a list. Elements that are `None` are left out.
pub struct TextList<'a> {
    sink: &'a mut dyn Sink,
    key: &'a str,
}

impl ser::SerializeSeq for TextList<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        value.serialize(TextSerializer {
            sink: self.sink,
            key: self.key,
            position: Position::Element,
            http_date: false,
        })
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}
