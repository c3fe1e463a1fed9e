//! Serializes structs, maps and lists of pairs entry by entry; each value goes to the serializer of scalars and lists.

use serde::ser::{self, Impossible, Serialize};

use crate::format::error::ValueError;
use crate::format::json::NUMBER;
use crate::format::scalar::{Item, Sink, TextSerializer};

/// A struct, a map or a list of pairs: flattened query parameters, prefixed headers or a form.
pub trait Entries {
    /// Writes the value's entries.
    fn write(&self, serializer: EntriesSerializer<'_>) -> Result<(), ValueError>;
}

impl<T: Serialize + ?Sized> Entries for T {
    fn write(&self, serializer: EntriesSerializer<'_>) -> Result<(), ValueError> {
        self.serialize(serializer)
    }
}

/// Serializes a struct, a map or a list of pairs into a sink; `None` and `()` have no entries.
pub struct EntriesSerializer<'a> {
    sink: &'a mut dyn Sink,
    /// Whether the value is an item of a list of pairs.
    is_item: bool,
}

impl<'a> EntriesSerializer<'a> {
    pub(crate) fn new(sink: &'a mut dyn Sink) -> Self {
        Self { sink, is_item: false }
    }

    fn refuse<T>(what: &str) -> Result<T, ValueError> {
        Err(ValueError::new(format!(
            "is {what}, which is neither a struct, a map nor a list of pairs"
        )))
    }

    fn entries(self, what: &str) -> Result<EntryList<'a>, ValueError> {
        if self.is_item {
            return Err(ValueError::new(format!(
                "has {what} as an item, which is not a pair of key and value"
            )));
        }
        self.sink.entries();
        Ok(self.list())
    }

    fn list(self) -> EntryList<'a> {
        EntryList {
            sink: self.sink,
            key: None,
        }
    }
}

/// Rejects values without entries.
macro_rules! refuse {
    ($($method:ident: $type:ty = $what:literal),* $(,)?) => {
        $(fn $method(self, _: $type) -> Result<(), ValueError> {
            Self::refuse($what)
        })*
    };
}

impl<'a> ser::Serializer for EntriesSerializer<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = EntryList<'a>;
    type SerializeTuple = EntryList<'a>;
    type SerializeTupleStruct = Impossible<(), ValueError>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = EntryList<'a>;
    type SerializeStruct = EntryList<'a>;
    type SerializeStructVariant = Impossible<(), ValueError>;

    refuse! {
        serialize_bool: bool = "a boolean",
        serialize_i8: i8 = "a number",
        serialize_i16: i16 = "a number",
        serialize_i32: i32 = "a number",
        serialize_i64: i64 = "a number",
        serialize_u8: u8 = "a number",
        serialize_u16: u16 = "a number",
        serialize_u32: u32 = "a number",
        serialize_u64: u64 = "a number",
        serialize_f32: f32 = "a number",
        serialize_f64: f64 = "a number",
        serialize_char: char = "a character",
        serialize_str: &str = "a string",
        serialize_bytes: &[u8] = "a byte string",
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
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        Self::refuse(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: &T,
    ) -> Result<(), ValueError> {
        Self::refuse(variant)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, ValueError> {
        self.entries("a list")
    }
    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, ValueError> {
        if self.is_item && length == 2 {
            return Ok(self.list());
        }
        Self::refuse("a tuple")
    }
    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, ValueError> {
        Self::refuse(name)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        Self::refuse(variant)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<EntryList<'a>, ValueError> {
        self.entries("a map")
    }
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<EntryList<'a>, ValueError> {
        if name == NUMBER {
            return Self::refuse("a number");
        }
        self.entries("a struct")
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, ValueError> {
        Self::refuse(variant)
    }
}

/// The entries of a struct, a map or a list of pairs, or the two elements of such a pair.
pub struct EntryList<'a> {
    sink: &'a mut dyn Sink,
    /// The key of the next value.
    key: Option<String>,
}

/// Writes one entry. An error names its key.
fn entry<T: Serialize + ?Sized>(sink: &mut dyn Sink, key: &str, value: &T) -> Result<(), ValueError> {
    value
        .serialize(TextSerializer::member(sink, key))
        .map_err(|error| ValueError::new(format!("`{key}`: {error}")))
}

impl ser::SerializeStruct for EntryList<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), ValueError> {
        entry(self.sink, key, value)
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

impl ser::SerializeMap for EntryList<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.key = text_of_key(key)?;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        entry(self.sink, &self.key.take().unwrap_or_default(), value)
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

impl ser::SerializeSeq for EntryList<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, pair: &T) -> Result<(), ValueError> {
        pair.serialize(EntriesSerializer {
            sink: self.sink,
            is_item: true,
        })
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

impl ser::SerializeTuple for EntryList<'_> {
    type Ok = ();
    type Error = ValueError;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, element: &T) -> Result<(), ValueError> {
        if let Some(key) = self.key.take() {
            return entry(self.sink, &key, element);
        }
        self.key = text_of_key(element)?;
        if self.key.is_none() {
            return Err(ValueError::new("has a pair without a key"));
        }
        Ok(())
    }
    fn end(self) -> Result<(), ValueError> {
        Ok(())
    }
}

/// Returns the text of a key, or `None` if the key is absent.
pub(super) fn text_of_key<T: Serialize + ?Sized>(key: &T) -> Result<Option<String>, ValueError> {
    let mut sink = KeySink(None);
    key.serialize(TextSerializer::new(&mut sink, ""))
        .map_err(|error| ValueError::new(format!("has a key that {error}")))?;
    Ok(sink.0)
}

struct KeySink(Option<String>);

impl Sink for KeySink {
    fn begin(&mut self, _: &str) -> Result<(), ValueError> {
        Ok(())
    }
    fn item(&mut self, _: &str, item: Item<'_>) -> Result<(), ValueError> {
        if item.listed {
            return Err(ValueError::new("is a list"));
        }
        self.0 = Some(item.text.to_owned());
        Ok(())
    }
}
