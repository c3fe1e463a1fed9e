//! A deserializer that wraps the one of `serde_json`. It leaves out `null` members that their type does not accept, and
//! records the path of an error. Generic code here is compiled for every type, so it is kept small.

use std::fmt;

use serde::Deserializer;
use serde::de::value::StrDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::access::{Elements, MapEntries, StructMembers, Variant};
use super::trail::Trail;

/// Reads a value.
pub(super) struct Reader<'t, 'de, D> {
    inner: D,
    trail: &'t mut Trail<'de>,
}

impl<'t, 'de, D> Reader<'t, 'de, D> {
    pub(super) fn new(inner: D, trail: &'t mut Trail<'de>) -> Self {
        Self { inner, trail }
    }
}

/// Forwards values that contain no other values to the inner deserializer.
macro_rules! scalars {
    ($($method:ident)*) => {
        $(#[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(visitor)
        })*
    };
}

/// Wraps the visitor of values that may contain other values.
macro_rules! contents {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {
        $(#[inline]
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($argument,)* Contents { visitor, trail: self.trail })
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Reader<'_, 'de, D> {
    type Error = D::Error;

    scalars! {
        deserialize_bool
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    contents! {
        deserialize_any()
        deserialize_option()
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(length: usize)
        deserialize_tuple_struct(name: &'static str, length: usize)
        deserialize_map()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let trail = self.trail;
        self.inner.deserialize_struct(name, fields, Struct { visitor, trail })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let trail = self.trail;
        self.inner.deserialize_any(Union {
            visitor,
            trail,
            variants,
        })
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// Visits any value except a struct or an enum.
struct Contents<'t, 'de, V> {
    visitor: V,
    trail: &'t mut Trail<'de>,
}

macro_rules! visited {
    ($($method:ident($type:ty))*) => {
        $(fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.visitor.$method(value)
        })*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Contents<'_, 'de, V> {
    type Value = V::Value;

    visited! {
        visit_bool(bool)
        visit_i64(i64) visit_i128(i128) visit_u64(u64) visit_u128(u128) visit_f64(f64)
        visit_str(&str) visit_borrowed_str(&'de str) visit_string(String)
        visit_bytes(&[u8]) visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_unit()
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visitor.visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Reader::new(deserializer, self.trail))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_newtype_struct(Reader::new(deserializer, self.trail))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(Elements::new(elements, self.trail))
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        let trail = self.trail;
        self.visitor.visit_map(MapEntries { inner, trail })
    }
}

/// Visits a struct.
struct Struct<'t, 'de, V> {
    visitor: V,
    trail: &'t mut Trail<'de>,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Struct<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_seq(Elements::new(elements, self.trail))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(StructMembers::new::<V>(members, self.trail))
    }
}

/// Visits an enum: a string, or an object with one member. `__type`, which services add, and `null` members are ignored.
/// A member that is not the name of a variant reads as a string of that name, and its value is ignored.
struct Union<'t, 'de, V> {
    visitor: V,
    trail: &'t mut Trail<'de>,
    variants: &'static [&'static str],
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Union<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_str<E: Error>(self, variant: &str) -> Result<V::Value, E> {
        self.visitor.visit_enum(StrDeserializer::new(variant))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
        let mut members = StructMembers::new::<V>(members, self.trail);
        let value = if members.variant(self.variants, &self.visitor)? {
            self.visitor.visit_enum(Variant(&mut members))?
        } else {
            members.inner.next_value::<IgnoredAny>()?;
            self.visitor.visit_enum(StrDeserializer::new(&members.name))?
        };
        members.end()?;
        Ok(value)
    }
}
