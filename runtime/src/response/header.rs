//! Values of header fields: parsed scalars, split lists, and maps of all headers under a prefix.

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};

use super::from_response::DecodeError;
use crate::format::error::ReadError;
use crate::request::header::split_list;
use crate::response::reply::Reply;

/// Reads one header.
pub(crate) fn from_header<T: DeserializeOwned>(reply: &Reply, name: &'static str) -> Result<T, DecodeError> {
    from_header_with(reply, name, T::deserialize)
}

/// Reads one header by the function of a `with` module.
pub(crate) fn from_header_with<T>(
    reply: &Reply,
    name: &'static str,
    read: impl FnOnce(HeaderDeserializer) -> Result<T, ReadError>,
) -> Result<T, DecodeError> {
    read(HeaderDeserializer::new(reply.headers(), name))
        .map_err(|error| DecodeError::new(format!("header {name}"), error, reply))
}

/// Reads all headers whose names begin with `prefix` as a map, without the prefix.
pub(crate) fn from_header_prefix<T: DeserializeOwned>(reply: &Reply, prefix: &'static str) -> Result<T, DecodeError> {
    let headers = reply.headers();
    let entries = headers.keys().filter_map(|name| {
        let key = name.as_str().strip_prefix(prefix)?;
        Some((key.to_owned(), HeaderDeserializer::new(headers, name.as_str())))
    });
    T::deserialize(MapDeserializer::new(entries))
        .map_err(|error: ReadError| DecodeError::new(format!("headers {prefix}*"), error, reply))
}

/// Joins the values of a header. Invalid UTF-8 is replaced by U+FFFD.
#[inline]
fn joined(headers: &HeaderMap, name: &str, separator: &str) -> Option<String> {
    let mut values = headers.get_all(name).iter();
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let first = text(values.next()?);
    Some(values.fold(first, |list, value| list + separator + &text(value)))
}

/// Deserializes the text of a header, or an element of its list.
pub struct HeaderDeserializer {
    text: Option<String>,
    /// Splits the text as a list; `None` for an element of a list.
    split: Option<fn(&str) -> Vec<String>>,
}

impl HeaderDeserializer {
    /// Deserializes all values of a header, which form one list (RFC 9110, section 5.3). Values of `set-cookie` are
    /// never split: they are joined by line breaks, which they cannot contain.
    #[inline]
    fn new(headers: &HeaderMap, name: &str) -> Self {
        let (separator, split): (_, fn(&str) -> Vec<String>) = if SET_COOKIE == name {
            ("\n", |lines| lines.lines().map(str::to_owned).collect())
        } else {
            (", ", split_list)
        };
        Self {
            text: joined(headers, name, separator),
            split: Some(split),
        }
    }

    fn text(self) -> Result<String, ReadError> {
        self.text.ok_or_else(|| ReadError::new("the header is missing"))
    }

    fn parse<T: std::str::FromStr>(self, expected: &str) -> Result<T, ReadError> {
        self.text()?
            .trim()
            .parse()
            .map_err(|_| ReadError::new(format!("the value is not {expected}")))
    }
}

impl IntoDeserializer<'_, ReadError> for HeaderDeserializer {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident $expected:literal)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
            visitor.$visit(self.parse($expected)?)
        })*
    };
}

impl<'de> Deserializer<'de> for HeaderDeserializer {
    type Error = ReadError;

    parsed! {
        deserialize_bool visit_bool "a boolean"
        deserialize_i8 visit_i8 "a whole number"
        deserialize_i16 visit_i16 "a whole number"
        deserialize_i32 visit_i32 "a whole number"
        deserialize_i64 visit_i64 "a whole number"
        deserialize_i128 visit_i128 "a whole number"
        deserialize_u8 visit_u8 "a whole number"
        deserialize_u16 visit_u16 "a whole number"
        deserialize_u32 visit_u32 "a whole number"
        deserialize_u64 visit_u64 "a whole number"
        deserialize_u128 visit_u128 "a whole number"
        deserialize_f32 visit_f32 "a number"
        deserialize_f64 visit_f64 "a number"
        deserialize_char visit_char "a character"
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.text.is_none() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let Some(split) = self.split else {
            return Err(ReadError::new("a header cannot contain a list of lists"));
        };
        let elements = split(self.text.as_deref().unwrap_or(""));
        let elements = elements.into_iter().map(|text| Self {
            text: Some(text),
            split: None,
        });
        visitor.visit_seq(SeqDeserializer::new(elements))
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

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        str string bytes byte_buf unit_struct map struct identifier ignored_any
    }
}
