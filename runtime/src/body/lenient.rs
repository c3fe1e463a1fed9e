//! The second reading of a JSON body: `null` members of structs are absent ones, and a fault is told with its path.

use serde::Deserializer;
use serde::de::value::SeqDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, EnumAccess, Error as _, MapAccess, VariantAccess, Visitor};
use serde_json::{Error, Value};

use super::JsonError;

/// Reads `body` leniently; `strict` is what the first reading said.
pub(super) fn decode<T: DeserializeOwned>(body: &[u8], strict: &Error) -> Result<T, JsonError> {
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return Err(JsonError {
            path: ".".to_owned(),
            message: strict.to_string(),
        });
    };
    // An empty body has been made `null`; a struct reads it as an object without members.
    let value = if value.is_null() && expects_object(strict) {
        Value::Object(serde_json::Map::new())
    } else {
        value
    };
    serde_path_to_error::deserialize(Lenient(value)).map_err(|error| JsonError {
        path: error.path().to_string(),
        message: error.into_inner().to_string(),
    })
}

fn expects_object(error: &Error) -> bool {
    error.is_data()
}

/// A JSON value whose structs pass over their `null` members.
struct Lenient(Value);

macro_rules! forward {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.0.$method(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Lenient {
    type Error = Error;

    forward! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
            scalar => scalar.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(elements) => {
                let mut access = SeqDeserializer::new(elements.into_iter().map(Lenient));
                let value = visitor.visit_seq(&mut access)?;
                access.end()?;
                Ok(value)
            }
            other => other.deserialize_seq(visitor),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.object(visitor, |_| true)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.object(visitor, |member| !member.is_null())
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(members) => {
                // A union has one member that is not null; services add the name of its shape.
                let is_set = |(name, value): &(String, Value)| name != "__type" && !value.is_null();
                let mut members = members.into_iter().filter(is_set);
                match (members.next(), members.next()) {
                    (Some((variant, value)), None) => visitor.visit_enum(Union { variant, value }),
                    _ => Err(Error::custom("expected an object with one member")),
                }
            }
            other => other.deserialize_enum("", &[], visitor),
        }
    }
}

impl serde::de::IntoDeserializer<'_, Error> for Lenient {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl Lenient {
    fn object<'de, V: Visitor<'de>>(self, visitor: V, keep: fn(&Value) -> bool) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(Members {
                rest: members.into_iter(),
                keep,
                value: Value::Null,
            }),
            other => other.deserialize_map(visitor),
        }
    }
}

/// The members of an object, less those that are not kept.
struct Members {
    rest: serde_json::map::IntoIter,
    keep: fn(&Value) -> bool,
    value: Value,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        for (key, value) in self.rest.by_ref() {
            if (self.keep)(&value) {
                self.value = value;
                return seed.deserialize(Value::String(key)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Lenient(std::mem::take(&mut self.value)))
    }
}

/// An enum whose variant carries data.
struct Union {
    variant: String,
    value: Value,
}

impl<'de> EnumAccess<'de> for Union {
    type Error = Error;
    type Variant = Lenient;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Lenient), Error> {
        Ok((seed.deserialize(Value::String(self.variant))?, Lenient(self.value)))
    }
}

impl<'de> VariantAccess<'de> for Lenient {
    type Error = Error;

    /// A variant without data is `#[serde(other)]`: a member that the declaration does not know, of whatever type.
    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.deserialize_struct("", fields, visitor)
    }
}
