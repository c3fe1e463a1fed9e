//! Writes values as XML: a struct is an element, and its fields are the elements in it. A field `@name` is an attribute,
//! `$text` is the text, and `$value` is elements named as the variants of an enum. A list repeats the element.
//!
//! A name `{namespace}name` declares the namespace on the element, `{prefix=namespace}name` one with a prefix.

use std::fmt;
use std::mem;

use serde::ser::{self, Impossible, Serialize};

use super::element::{Element, escape};
use crate::format::error::ValueError;
use crate::format::json::NUMBER;
use crate::format::scalar::non_finite;

/// Where a value goes.
#[derive(Clone, Copy)]
enum Place<'n> {
    /// The root, whose name is that of the type.
    Root,
    Element(&'n str),
    Attribute(&'n str),
    /// The text of the element itself.
    Text,
    /// Elements that are named as variants.
    Variants,
}

/// Serializes one value into an element.
pub(crate) struct Writer<'a> {
    parent: &'a mut Element,
    place: Place<'a>,
    is_listed: bool,
}

impl<'a> Writer<'a> {
    pub(crate) fn root(document: &'a mut Element) -> Self {
        Self {
            parent: document,
            place: Place::Root,
            is_listed: false,
        }
    }

    /// Makes the serializer of a field.
    fn field(parent: &'a mut Element, name: &'a str) -> Self {
        let place = match name {
            "$text" => Place::Text,
            "$value" => Place::Variants,
            _ => name.strip_prefix('@').map_or(Place::Element(name), Place::Attribute),
        };
        Self {
            parent,
            place,
            is_listed: false,
        }
    }

    /// Writes the text of a scalar.
    fn scalar(self, text: &str) -> Result<(), ValueError> {
        let mut element = Element::default();
        escape(text, &mut element.content)?;
        match self.place {
            Place::Root => Err(not_a_root("a scalar")),
            Place::Element(name) => self.parent.push(name, &element),
            Place::Attribute(name) => self.parent.push_attribute(name, &element.content),
            Place::Text if self.is_listed && text.split_ascii_whitespace().next() != Some(text) => {
                Err(ValueError::new("is empty or has white space, which separates items"))
            }
            Place::Variants if self.is_listed => Err(ValueError::new("is text in a list of elements")),
            Place::Text | Place::Variants => {
                self.parent.content.push_str(&element.content);
                Ok(())
            }
        }
    }

    /// Begins an element whose content is written by fields. The name is that of the type.
    fn open(self, type_name: &'a str) -> Result<Fields<'a>, ValueError> {
        let name = match self.place {
            Place::Root => type_name,
            Place::Element(name) => name,
            Place::Attribute(_) | Place::Text | Place::Variants => {
                return Err(ValueError::new("is a struct or a map, which is not text"));
            }
        };
        Ok(Fields {
            parent: self.parent,
            name,
            variant: None,
            element: Element::default(),
            key: String::new(),
        })
    }

    /// Writes a value under the name of its variant.
    fn variant<T: Serialize + ?Sized>(self, type_name: &'a str, variant: &str, value: &T) -> Result<(), ValueError> {
        if matches!(self.place, Place::Variants) {
            // A list would be as many variants.
            return value.serialize(Writer {
                is_listed: self.is_listed,
                ..Writer::field(self.parent, variant)
            });
        }
        let mut fields = self.open(type_name)?;
        value.serialize(Writer::field(&mut fields.element, variant))?;
        fields.finish()
    }
}

fn not_a_root(kind: &str) -> ValueError {
    ValueError::new(format!("is {kind}, which has no name; the root of XML is a struct"))
}

macro_rules! scalars {
    ($($function:ident($ty:ty))*) => {
        $(fn $function(self, value: $ty) -> Result<(), ValueError> {
            self.scalar(&value.to_string())
        })*
    };
}

impl<'a> ser::Serializer for Writer<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Impossible<(), ValueError>;
    type SerializeTupleStruct = Impossible<(), ValueError>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = Fields<'a>;
    type SerializeStruct = Fields<'a>;
    type SerializeStructVariant = Fields<'a>;

    scalars! {
        serialize_bool(bool) serialize_char(char)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) serialize_i128(i128)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) serialize_u128(u128)
    }

    fn serialize_f32(self, value: f32) -> Result<(), ValueError> {
        match non_finite(value.into()) {
            Some(name) => self.scalar(name),
            None => self.scalar(&value.to_string()),
        }
    }
    fn serialize_f64(self, value: f64) -> Result<(), ValueError> {
        match non_finite(value) {
            Some(name) => self.scalar(name),
            None => self.scalar(&value.to_string()),
        }
    }
    fn serialize_str(self, value: &str) -> Result<(), ValueError> {
        self.scalar(value)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), ValueError> {
        Err(ValueError::new("is a byte string; use `rest_op::Blob`"))
    }
    fn serialize_none(self) -> Result<(), ValueError> {
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), ValueError> {
        match self.place {
            Place::Root => Err(not_a_root("a unit")),
            _ => self.scalar(""),
        }
    }
    fn serialize_unit_struct(self, name: &'static str) -> Result<(), ValueError> {
        self.open(name)?.finish()
    }
    fn serialize_unit_variant(self, name: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        match self.place {
            Place::Variants => self.parent.push(variant, &Element::default()),
            Place::Root => self.variant(name, variant, &()),
            _ => self.scalar(variant),
        }
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        self.variant(name, variant, value)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, ValueError> {
        if self.is_listed {
            return Err(ValueError::new("is a list in a list, which XML has no name for"));
        }
        if matches!(self.place, Place::Root) {
            return Err(not_a_root("a list"));
        }
        Ok(Items {
            parent: self.parent,
            place: self.place,
            words: String::new(),
            index: 0,
        })
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, ValueError> {
        Err(ValueError::new("is a tuple or an array; use a `Vec`"))
    }
    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, ValueError> {
        Err(ValueError::new(format!("is a tuple, `{name}`")))
    }
    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        Err(ValueError::new(format!("is a tuple, `{name}::{variant}`")))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'a>, ValueError> {
        match self.place {
            Place::Root => Err(not_a_root("a map")),
            _ => self.open(""),
        }
    }
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'a>, ValueError> {
        self.open(name)
    }
    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'a>, ValueError> {
        match self.place {
            Place::Variants => Writer::field(self.parent, variant).open(variant),
            _ => Ok(Fields {
                variant: Some(variant),
                ..self.open(name)?
            }),
        }
    }
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.scalar(&value.to_string())
    }
}

/// The items of a list: elements of one name, or words of a text or an attribute.
pub(crate) struct Items<'a> {
    parent: &'a mut Element,
    place: Place<'a>,
    words: String,
    index: usize,
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let mut word = Element::default();
        let (parent, place) = match self.place {
            Place::Attribute(_) | Place::Text => (&mut word, Place::Text),
            place => (&mut *self.parent, place),
        };
        let written = value.serialize(Writer {
            parent,
            place,
            is_listed: true,
        });
        written.map_err(|error| error.below(&format!("[{}]", self.index)))?;
        self.index += 1;
        if !self.words.is_empty() && !word.content.is_empty() {
            self.words.push(' ');
        }
        self.words.push_str(&word.content);
        Ok(())
    }

    fn end(self) -> Result<(), ValueError> {
        match self.place {
            Place::Attribute(name) if !self.words.is_empty() => self.parent.push_attribute(name, &self.words),
            _ => {
                self.parent.content.push_str(&self.words);
                Ok(())
            }
        }
    }
}

/// The fields of a struct or the entries of a map.
pub(crate) struct Fields<'a> {
    parent: &'a mut Element,
    name: &'a str,
    /// An element within, which contains the fields.
    variant: Option<&'static str>,
    element: Element,
    key: String,
}

impl Fields<'_> {
    fn finish(mut self) -> Result<(), ValueError> {
        if let Some(variant) = self.variant {
            let fields = mem::take(&mut self.element);
            self.element.push(variant, &fields)?;
        }
        self.parent.push(self.name, &self.element)
    }
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ValueError> {
        if self.name == NUMBER {
            // A number of `serde_json` with the feature `arbitrary_precision`.
            return value.serialize(Writer::field(&mut self.element, "$text"));
        }
        let written = value.serialize(Writer::field(&mut self.element, name));
        written.map_err(|error| error.below(name))
    }

    fn end(self) -> Result<(), ValueError> {
        self.finish()
    }
}

impl ser::SerializeStructVariant for Fields<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ValueError> {
        ser::SerializeStruct::serialize_field(self, name, value)
    }

    fn end(self) -> Result<(), ValueError> {
        self.finish()
    }
}

impl ser::SerializeMap for Fields<'_> {
    type Ok = ();
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        let mut text = Element::default();
        let written = key.serialize(Writer::field(&mut text, "$text"));
        written.map_err(|error| error.below("*"))?;
        self.key = text.content;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let key = mem::take(&mut self.key);
        let written = value.serialize(Writer::field(&mut self.element, &key));
        // The key is data, which must not be logged.
        written.map_err(|error| error.below("*"))
    }

    fn end(self) -> Result<(), ValueError> {
        self.finish()
    }
}
