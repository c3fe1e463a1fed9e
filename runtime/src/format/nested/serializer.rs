//! The serializer of nested values.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible};

use super::{LIST, Output, Style};
use crate::format::entries::text_of_key;
use crate::format::error::ValueError;
use crate::format::json::NUMBER;
use crate::format::scalar::TextSerializer;

/// Serializes a value of any depth into a sink. Empty lists and maps, and items that are `None`, are left out.
pub struct NestedSerializer<'o, 's> {
    pub(super) output: &'o mut Output<'s>,
    /// The number of numbered items before this one, if the value is an item of a list.
    pub(super) items: Option<&'o mut usize>,
}

impl<'o, 's> NestedSerializer<'o, 's> {
    /// Appends the number of an item, if it is one.
    #[inline]
    fn number(&mut self) {
        if let Some(items) = &mut self.items {
            let number = **items + usize::from(self.output.style == Style::Members);
            self.output.push(&number.to_string());
            **items += 1;
        }
    }

    /// Writes a scalar, which is rejected at the top of a flattened value.
    #[inline]
    fn scalar(mut self, write: impl FnOnce(TextSerializer<'_>) -> Result<(), ValueError>) -> Result<(), ValueError> {
        let length = self.output.key.len();
        if length == 0 {
            return Err(ValueError::new(
                "is a single value, which is neither a struct nor a map",
            ));
        }
        if self.output.style == Style::Members {
            self.number();
        } else if self.items.is_some() {
            self.output.key.push_str("[]");
        }
        // After an error, the key is kept for the message.
        write(TextSerializer::new(self.output.sink, &self.output.key))?;
        self.output.key.truncate(length);
        Ok(())
    }

    /// Begins a struct or a map.
    #[inline]
    fn object(mut self, variant: Option<&str>) -> ObjectMembers<'o, 's> {
        let length = self.output.key.len();
        if length == 0 {
            self.output.sink.entries();
        }
        self.number();
        if let Some(variant) = variant {
            self.output.push(variant);
        }
        ObjectMembers {
            output: self.output,
            length,
            name: String::new(),
        }
    }
}

/// Forwards scalars to the serializer of text.
macro_rules! scalars {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(#[inline]
        fn $method(self, value: $type) -> Result<(), ValueError> {
            self.scalar(|serializer| serializer.$method(value))
        })*
    };
}

impl<'o, 's> ser::Serializer for NestedSerializer<'o, 's> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = ListItems<'o, 's>;
    type SerializeTuple = Impossible<(), ValueError>;
    type SerializeTupleStruct = Impossible<(), ValueError>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = ObjectMembers<'o, 's>;
    type SerializeStruct = StructFields<'o, 's>;
    type SerializeStructVariant = ObjectMembers<'o, 's>;

    scalars! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str,
        serialize_bytes: &[u8],
    }

    #[inline]
    fn serialize_none(self) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    #[inline]
    fn serialize_unit(self) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        self.scalar(|serializer| serializer.serialize_str(variant))
    }
    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        let mut object = self.object(None);
        object.member(variant, value)?;
        object.end();
        Ok(())
    }
    #[inline]
    fn serialize_seq(mut self, _: Option<usize>) -> Result<ListItems<'o, 's>, ValueError> {
        if self.items.is_some() && self.output.style == Style::Brackets {
            return Err(ValueError::new(
                "is a list in a list, which cannot be written in brackets",
            ));
        }
        let length = self.output.key.len();
        if length == 0 {
            return Err(ValueError::new("is a list, which is neither a struct nor a map"));
        }
        self.number();
        Ok(ListItems {
            output: self.output,
            length,
            items: 0,
        })
    }
    #[inline]
    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, ValueError> {
        TextSerializer::new(self.output.sink, &self.output.key).serialize_tuple(length)
    }
    #[inline]
    fn serialize_tuple_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeTuple, ValueError> {
        TextSerializer::new(self.output.sink, &self.output.key).serialize_tuple_struct(name, length)
    }
    #[inline]
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        self.serialize_tuple(length)
    }
    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<ObjectMembers<'o, 's>, ValueError> {
        Ok(self.object(None))
    }
    #[inline]
    fn serialize_struct(self, name: &'static str, length: usize) -> Result<StructFields<'o, 's>, ValueError> {
        Ok(match name {
            NUMBER => StructFields::Number(Some(self)),
            LIST if length == 0 && self.output.style == Style::Members => {
                self.scalar(|serializer| serializer.serialize_str(""))?;
                StructFields::Number(None)
            }
            _ => StructFields::Members(self.object(None)),
        })
    }
    #[inline]
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<ObjectMembers<'o, 's>, ValueError> {
        Ok(self.object(Some(variant)))
    }
    #[inline]
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.scalar(|serializer| serializer.collect_str(value))
    }
}

/// The members of a struct or a map.
pub struct ObjectMembers<'o, 's> {
    output: &'o mut Output<'s>,
    /// The length of the key before this object.
    length: usize,
    /// The name of the member whose value comes next.
    name: String,
}

impl ObjectMembers<'_, '_> {
    #[inline]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), ValueError> {
        let length = self.output.key.len();
        self.output.push(name);
        value.serialize(NestedSerializer {
            output: self.output,
            items: None,
        })?;
        self.output.key.truncate(length);
        Ok(())
    }

    #[inline]
    fn end(self) {
        self.output.key.truncate(self.length);
    }
}

impl ser::SerializeMap for ObjectMembers<'_, '_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.name = text_of_key(key)?.unwrap_or_default();
        Ok(())
    }
    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let name = std::mem::take(&mut self.name);
        self.member(&name, value)
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        self.end();
        Ok(())
    }
}

impl ser::SerializeStructVariant for ObjectMembers<'_, '_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ValueError> {
        self.member(name, value)
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        self.end();
        Ok(())
    }
}

/// The fields of a struct, or the only field of a number of `serde_json` with the feature `arbitrary_precision`.
pub enum StructFields<'o, 's> {
    /// Fields that are members.
    Members(ObjectMembers<'o, 's>),
    /// The text of the number.
    Number(Option<NestedSerializer<'o, 's>>),
}

impl ser::SerializeStruct for StructFields<'_, '_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ValueError> {
        match self {
            Self::Members(members) => members.member(name, value),
            Self::Number(serializer) => serializer
                .take()
                .map_or(Ok(()), |serializer| value.serialize(serializer)),
        }
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        if let Self::Members(members) = self {
            members.end();
        }
        Ok(())
    }
}

/// The items of a list.
pub struct ListItems<'o, 's> {
    output: &'o mut Output<'s>,
    /// The length of the key before this list.
    length: usize,
    /// The number of numbered items.
    items: usize,
}

impl ser::SerializeSeq for ListItems<'_, '_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        value.serialize(NestedSerializer {
            output: self.output,
            items: Some(&mut self.items),
        })
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        self.output.key.truncate(self.length);
        Ok(())
    }
}
