//! JSON lines: every item of a sequence on its own line.

use bytes::Bytes;
use serde::Serialize;
use serde::ser::{self, Impossible};

use crate::format::error::ValueError;

/// Writes a sequence, or returns `None` if it is absent.
#[inline]
pub(crate) fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Option<Bytes>, ValueError> {
    let mut text = None;
    value.serialize(LinesSerializer(&mut text))?;
    Ok(text.map(Bytes::from))
}

/// Serializes a sequence.
struct LinesSerializer<'a>(&'a mut Option<Vec<u8>>);

impl<'a> LinesSerializer<'a> {
    #[inline]
    fn refuse<T>(what: &str) -> Result<T, ValueError> {
        Err(ValueError::new(format!("is {what}; JSON lines must be a list")))
    }

    #[inline]
    fn begin(self) -> LineSequence<'a> {
        LineSequence(self.0.get_or_insert_default())
    }
}

/// The items.
struct LineSequence<'a>(&'a mut Vec<u8>);

impl LineSequence<'_> {
    #[inline]
    fn line<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
        serde_json::to_writer(&mut *self.0, item)
            .map_err(|error| ValueError::new(format!("cannot be written as JSON: {error}")))?;
        self.0.push(b'\n');
        Ok(())
    }
}

macro_rules! refuse {
    ($($method:ident($($argument:ty),*) -> $ok:ty = $what:literal;)*) => {
        $(#[inline]
        fn $method(self, $(_: $argument),*) -> Result<$ok, ValueError> {
            Self::refuse($what)
        })*
    };
}

impl<'a> ser::Serializer for LinesSerializer<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = LineSequence<'a>;
    type SerializeTuple = LineSequence<'a>;
    type SerializeTupleStruct = LineSequence<'a>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = Impossible<(), ValueError>;
    type SerializeStruct = Impossible<(), ValueError>;
    type SerializeStructVariant = Impossible<(), ValueError>;

    refuse! {
        serialize_bool(bool) -> () = "a boolean";
        serialize_i8(i8) -> () = "a number";
        serialize_i16(i16) -> () = "a number";
        serialize_i32(i32) -> () = "a number";
        serialize_i64(i64) -> () = "a number";
        serialize_u8(u8) -> () = "a number";
        serialize_u16(u16) -> () = "a number";
        serialize_u32(u32) -> () = "a number";
        serialize_u64(u64) -> () = "a number";
        serialize_f32(f32) -> () = "a number";
        serialize_f64(f64) -> () = "a number";
        serialize_char(char) -> () = "a character";
        serialize_str(&str) -> () = "a string";
        serialize_bytes(&[u8]) -> () = "a byte string";
        serialize_unit_struct(&'static str) -> () = "a struct";
        serialize_unit_variant(&'static str, u32, &'static str) -> () = "a variant";
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant = "a variant";
        serialize_map(Option<usize>) -> Self::SerializeMap = "a map";
        serialize_struct(&'static str, usize) -> Self::SerializeStruct = "a struct";
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant = "a variant";
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
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), ValueError> {
        Self::refuse("a variant")
    }
    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<LineSequence<'a>, ValueError> {
        Ok(self.begin())
    }
    #[inline]
    fn serialize_tuple(self, _: usize) -> Result<LineSequence<'a>, ValueError> {
        Ok(self.begin())
    }
    #[inline]
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<LineSequence<'a>, ValueError> {
        Ok(self.begin())
    }
}

/// The kinds of lists that serde distinguishes.
macro_rules! lists {
    ($($list:ident::$method:ident),*) => {
        $(impl ser::$list for LineSequence<'_> {
            type Ok = ();
            type Error = ValueError;
            #[inline]
            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
                self.line(item)
            }
            #[inline]
            fn end(self) -> Result<(), ValueError> {
                Ok(())
            }
        })*
    };
}

lists! {
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_item_is_a_line() {
        let none: Option<&[u8]> = None;
        for (lines, text) in [
            (
                encode(&[json!({"a": "x\ny"}), json!(null)]),
                Some("{\"a\":\"x\\ny\"}\nnull\n"),
            ),
            (encode(&(1, "b")), Some("1\n\"b\"\n")),
            (encode(&Some(Vec::<u8>::new())), Some("")),
            (encode(&none), None),
        ] {
            assert_eq!(lines.unwrap().as_deref(), text.map(str::as_bytes));
        }
        let error = encode(&json!({"a": 1})).unwrap_err().to_string();
        assert_eq!(error, "is a map; JSON lines must be a list");
    }
}
