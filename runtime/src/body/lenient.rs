//! The second reading of a JSON body: `null` members of structs are absent ones, and a fault is told with its path and
//! without the value.

use serde::Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, EnumAccess, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

use crate::read_error::ReadError;

/// Reads a body that did not fit as it is. Compiled for every type, so it does little itself, as do all methods here
/// that are generic.
pub(super) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, ReadError> {
    let fault = match T::deserialize(parse(body)?) {
        Ok(value) => return Ok(value),
        Err(fault) => fault,
    };
    // serde reads a struct with a flattened member, or an untagged one, as a map, whose nulls could mean something.
    if let Some(value) = without_nulls(body)
        && let Ok(value) = T::deserialize(value)
    {
        return Ok(value);
    }
    Err(fault)
}

/// The body less all members that are `null`; `None` where there are none.
fn without_nulls(body: &[u8]) -> Option<Lenient> {
    fn strip(value: &mut Value) -> bool {
        match value {
            Value::Array(elements) => elements
                .iter_mut()
                .fold(false, |stripped, value| strip(value) | stripped),
            Value::Object(members) => {
                let before = members.len();
                members.retain(|_, value| !value.is_null());
                let stripped = members.len() < before;
                members
                    .values_mut()
                    .fold(stripped, |stripped, value| strip(value) | stripped)
            }
            _ => false,
        }
    }
    let mut value = super::parse(body).ok()?;
    strip(&mut value).then_some(Lenient(value))
}

fn parse(body: &[u8]) -> Result<Lenient, ReadError> {
    Ok(match super::parse(body).map_err(ReadError::custom)? {
        // An empty body has been made `null`; a struct reads it as an object without members.
        Value::Null => Lenient(Value::Object(Map::new())),
        value => Lenient(value),
    })
}

/// A JSON value whose structs pass over their `null` members.
struct Lenient(Value);

impl Lenient {
    fn object<'de, V: Visitor<'de>>(self, visitor: V, nulls: bool) -> Result<V::Value, ReadError> {
        match self.members(nulls) {
            Ok(members) => visitor.visit_map(members),
            Err(other) => Err(misfit(&other, &visitor)),
        }
    }

    fn members(self, nulls: bool) -> Result<Members, Value> {
        match self.0 {
            Value::Object(members) => Ok(Members {
                rest: members.into_iter(),
                nulls,
                current: (String::new(), Value::Null),
            }),
            other => Err(other),
        }
    }

    fn elements(self) -> Result<Elements, Value> {
        match self.0 {
            Value::Array(elements) => Ok(Elements(elements.into_iter().enumerate())),
            other => Err(other),
        }
    }
}

fn misfit(value: &Value, expected: &dyn Expected) -> ReadError {
    let kind = match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Number(number) if number.is_f64() => Unexpected::Float(0.0),
        Value::Number(_) => Unexpected::Unsigned(0),
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    };
    ReadError::invalid_type(kind, expected)
}

impl<'de> Deserializer<'de> for Lenient {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (_, Some(number), _) => visitor.visit_i64(number),
                (_, _, Some(number)) => visitor.visit_f64(number),
                (None, None, None) => Err(ReadError::new("the number is out of range")),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit identifier ignored_any
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.elements() {
            Ok(mut elements) => {
                let value = visitor.visit_seq(&mut elements)?;
                elements.end().map(|()| value)
            }
            Err(other) => Err(misfit(&other, &visitor)),
        }
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
        self.object(visitor, true)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.object(visitor, false)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Object(members) => {
                // A union has one member that is not null; services add the name of its shape.
                let is_set = |(name, value): &(String, Value)| name != "__type" && !value.is_null();
                let mut members = members.into_iter().filter(is_set);
                match (members.next(), members.next()) {
                    (Some((variant, value)), None) => visitor.visit_enum(Union { variant, value }),
                    _ => Err(ReadError::new("expected an object with one member")),
                }
            }
            Value::String(variant) => visitor.visit_enum(variant.into_deserializer()),
            other => Err(misfit(&other, &visitor)),
        }
    }
}

/// The elements of a list.
struct Elements(std::iter::Enumerate<std::vec::IntoIter<Value>>);

impl Elements {
    /// An error where elements are left.
    fn end(mut self) -> Result<(), ReadError> {
        let left = self.0.len();
        match self.0.next() {
            None => Ok(()),
            Some((read, _)) => Err(ReadError::invalid_length(read + left, &Length(read))),
        }
    }
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        let Some((index, element)) = self.0.next() else {
            return Ok(None);
        };
        match seed.deserialize(Lenient(element)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(error.in_element(index)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// How many elements were expected.
struct Length(usize);

impl Expected for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} elements", self.0)
    }
}

/// The members of an object, with those that are `null` or without.
struct Members {
    rest: serde_json::map::IntoIter,
    nulls: bool,
    current: (String, Value),
}

impl Members {
    /// Goes on to the next member: its key.
    fn next(&mut self) -> Option<Key<'_>> {
        let nulls = self.nulls;
        self.current = self.rest.find(|(_, value)| nulls || !value.is_null())?;
        Some(Key(&self.current.0))
    }

    fn take(&mut self) -> Lenient {
        Lenient(std::mem::take(&mut self.current.1))
    }
}

impl<'de> MapAccess<'de> for Members {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        match self.next() {
            Some(key) => seed.deserialize(key).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        match seed.deserialize(self.take()) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.in_member(&self.current.0)),
        }
    }
}

/// A key: a text that may stand for a number or a boolean.
struct Key<'a>(&'a str);

macro_rules! parsed {
    ($($method:ident $visit:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            match self.0.parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => visitor.visit_str(self.0),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = ReadError;

    parsed! {
        deserialize_bool visit_bool
        deserialize_i8 visit_i8
        deserialize_i16 visit_i16
        deserialize_i32 visit_i32
        deserialize_i64 visit_i64
        deserialize_i128 visit_i128
        deserialize_u8 visit_u8
        deserialize_u16 visit_u16
        deserialize_u32 visit_u32
        deserialize_u64 visit_u64
        deserialize_u128 visit_u128
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// An enum whose variant carries data.
struct Union {
    variant: String,
    value: Value,
}

impl<'de> EnumAccess<'de> for Union {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), ReadError> {
        Ok((seed.deserialize(Key(&self.variant))?, self))
    }
}

impl<'de> VariantAccess<'de> for Union {
    type Error = ReadError;

    /// A variant without data is `#[serde(other)]`: a member that the declaration does not know, of whatever type.
    fn unit_variant(self) -> Result<(), ReadError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        let read = seed.deserialize(Lenient(self.value));
        read.map_err(|error| error.in_member(&self.variant))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        let read = Lenient(self.value).deserialize_seq(visitor);
        read.map_err(|error| error.in_member(&self.variant))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let read = Lenient(self.value).deserialize_struct("", fields, visitor);
        read.map_err(|error| error.in_member(&self.variant))
    }
}
