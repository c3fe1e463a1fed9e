//! Values as text: any `Serialize` scalar, list or map becomes the items of a path, query or header.
//!
//! serde's type parameters end here: a serializer writes into a `dyn Sink`, so what follows is compiled once.

use std::fmt;

use serde::ser::{self, Impossible, Serialize};

use crate::format::error::ValueError;
use crate::format::json::NUMBER;

/// The name of the newtype struct in which the `http_date` module wraps its text: a list of them is not quoted.
pub(crate) const HTTP_DATE: &str = "$rest_op::http_date";

/// Receives the texts that a value consists of.
pub(crate) trait Sink {
    /// A struct or a map is there, be it an empty one.
    fn entries(&mut self) {}
    /// The value of `key` is there, be it an empty list.
    fn begin(&mut self, key: &str) -> Result<(), ValueError>;
    /// One text of the value of `key`.
    fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError>;
    /// The role of an argument whose entries go here one by one.
    fn flattened(&self) -> Option<&'static str> {
        None
    }
}

/// One text of a value.
pub(crate) struct Item<'a> {
    /// The text, not yet encoded.
    pub(crate) text: &'a str,
    /// Whether it is an element of a list.
    pub(crate) listed: bool,
    /// Whether it is an http-date, whose comma does not separate.
    pub(crate) http_date: bool,
}

/// A value that is a scalar or a list of scalars: a path, query or header parameter.
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
    place: Place,
    http_date: bool,
}

/// Where a value stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
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
            place: Place::Argument,
            http_date: false,
        }
    }

    pub(super) fn member(sink: &'a mut dyn Sink, key: &'a str) -> Self {
        Self {
            place: Place::Member,
            ..Self::new(sink, key)
        }
    }

    fn emit(self, text: &str) -> Result<(), ValueError> {
        let listed = self.place == Place::Element;
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
        let remedy = match self.place {
            Place::Argument => self.sink.flattened(),
            Place::Member => Some("#[serde(flatten)]"),
            Place::Element => None,
        };
        match remedy {
            Some(remedy) => Err(ValueError::new(format!(
                "is {what}, which is not one value; write `{remedy}`"
            ))),
            None => Self::refuse(what),
        }
    }

    /// A list of the parts of a type, such as the nine of a time, would make no sense. serde writes arrays as tuples too.
    fn refuse_tuple<T>() -> Result<T, ValueError> {
        Err(ValueError::new(
            "is a tuple, which is not one value; write `with = rest_op::timestamp::date_time` for a time, a `Vec` for an array",
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
        if self.place == Place::Element {
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

/// A number of `serde_json` with its feature `arbitrary_precision`: a struct whose one field is the text.
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

/// `NaN`, `Infinity`, `-Infinity`: how the AWS protocols write what is no number.
pub(crate) fn non_finite(value: f64) -> Option<&'static str> {
    if value.is_finite() {
        None
    } else if value.is_nan() {
        Some("NaN")
    } else {
        Some(if value > 0.0 { "Infinity" } else { "-Infinity" })
    }
}

/// The elements of a list; `None` among them is left out.
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
            place: Place::Element,
            http_date: false,
        })
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}
