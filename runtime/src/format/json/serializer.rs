//! The serializer of a JSON body: `serde_json`'s, except that an absent value writes nothing instead of `null`.

use serde::ser::{Serialize, Serializer};

type BufferSerializer = serde_json::Serializer<Vec<u8>>;

/// Serializes a body.
pub struct JsonSerializer<'a>(&'a mut BufferSerializer);

impl<'a> JsonSerializer<'a> {
    pub(super) fn new(json: &'a mut BufferSerializer) -> Self {
        Self(json)
    }
}

macro_rules! forwarded {
    ($($method:ident($($argument:ident: $type:ty),*) -> $ok:ty;)*) => {
        $(fn $method(self, $($argument: $type),*) -> Result<$ok, Self::Error> {
            self.0.$method($($argument),*)
        })*
    };
}

impl<'a> Serializer for JsonSerializer<'a> {
    type Ok = ();
    type Error = serde_json::Error;
    type SerializeSeq = <&'a mut BufferSerializer as Serializer>::SerializeSeq;
    type SerializeTuple = <&'a mut BufferSerializer as Serializer>::SerializeTuple;
    type SerializeTupleStruct = <&'a mut BufferSerializer as Serializer>::SerializeTupleStruct;
    type SerializeTupleVariant = <&'a mut BufferSerializer as Serializer>::SerializeTupleVariant;
    type SerializeMap = <&'a mut BufferSerializer as Serializer>::SerializeMap;
    type SerializeStruct = <&'a mut BufferSerializer as Serializer>::SerializeStruct;
    type SerializeStructVariant = <&'a mut BufferSerializer as Serializer>::SerializeStructVariant;

    fn serialize_none(self) -> Result<(), Self::Error> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Self::Error> {
        value.serialize(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Self::Error> {
        self.0.serialize_some(value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Self::Error> {
        self.0.serialize_newtype_variant(name, index, variant, value)
    }

    forwarded! {
        serialize_bool(value: bool) -> ();
        serialize_i8(value: i8) -> ();
        serialize_i16(value: i16) -> ();
        serialize_i32(value: i32) -> ();
        serialize_i64(value: i64) -> ();
        serialize_i128(value: i128) -> ();
        serialize_u8(value: u8) -> ();
        serialize_u16(value: u16) -> ();
        serialize_u32(value: u32) -> ();
        serialize_u64(value: u64) -> ();
        serialize_u128(value: u128) -> ();
        serialize_f32(value: f32) -> ();
        serialize_f64(value: f64) -> ();
        serialize_char(value: char) -> ();
        serialize_str(value: &str) -> ();
        serialize_bytes(value: &[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(name: &'static str) -> ();
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str) -> ();
        serialize_seq(length: Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(length: usize) -> Self::SerializeTuple;
        serialize_tuple_struct(name: &'static str, length: usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(name: &'static str, index: u32, variant: &'static str, length: usize)
            -> Self::SerializeTupleVariant;
        serialize_map(length: Option<usize>) -> Self::SerializeMap;
        serialize_struct(name: &'static str, length: usize) -> Self::SerializeStruct;
        serialize_struct_variant(name: &'static str, index: u32, variant: &'static str, length: usize)
            -> Self::SerializeStructVariant;
    }
}
