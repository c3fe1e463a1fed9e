//! What stands inside objects and lists, as serde asks for it: members, elements, the one member of a union.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::key::Key;
use super::{Absent, Deserializer, Reader};
use crate::read_error::ReadError;

/// The members of an object.
pub(super) struct Members<'a, 'de> {
    reader: &'a mut Reader<'de>,
    depth: u8,
    /// Whether those that are `null` are left out.
    without_nulls: bool,
    key: Cow<'de, str>,
}

impl<'a, 'de> Members<'a, 'de> {
    /// The members of what is an object or a struct: its nulls are absent from this reading on.
    pub(super) fn new(reader: &'a mut Reader<'de>, depth: u8, from: Absent) -> Self {
        Self {
            depth,
            without_nulls: reader.absent >= from,
            reader,
            key: Cow::Borrowed(""),
        }
    }

    /// Goes on to the next member: its key.
    fn next(&mut self) -> Result<Option<Key<'_>>, ReadError> {
        while self.reader.scanner.is_open(self.depth)?
            && let Some(key) = self.reader.scanner.key()?
        {
            if self.without_nulls && self.reader.scanner.peek() == Some(b'n') {
                self.reader.scanner.word("null")?;
                continue;
            }
            self.key = key;
            return Ok(Some(Key(&self.key)));
        }
        Ok(None)
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        match self.next()? {
            Some(key) => seed.deserialize(key).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(value),
            Err(fault) => Err(fault.in_member(&self.key)),
        }
    }
}

/// The elements of a list.
pub(super) struct Elements<'a, 'de> {
    reader: &'a mut Reader<'de>,
    depth: u8,
    index: usize,
}

impl<'a, 'de> Elements<'a, 'de> {
    pub(super) fn new(reader: &'a mut Reader<'de>, depth: u8) -> Self {
        Self {
            reader,
            depth,
            index: 0,
        }
    }

    /// Goes on to the next element; false at the end.
    fn next(&mut self) -> Result<bool, ReadError> {
        let scanner = &mut self.reader.scanner;
        Ok(scanner.is_open(self.depth)? && scanner.element()?)
    }
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, ReadError> {
        if !self.next()? {
            return Ok(None);
        }
        self.index += 1;
        match seed.deserialize(&mut *self.reader) {
            Ok(value) => Ok(Some(value)),
            Err(fault) => Err(fault.in_element(self.index - 1)),
        }
    }
}

/// An enum whose variant carries data: an object with one member. From the second reading on, members that are `null`
/// do not count, and neither does the name of its shape, which services add.
pub(super) struct Union<'a, 'de> {
    reader: &'a mut Reader<'de>,
    variant: Cow<'de, str>,
}

impl<'a, 'de> Union<'a, 'de> {
    pub(super) fn new(reader: &'a mut Reader<'de>) -> Result<Self, ReadError> {
        match Self::member(reader)? {
            Some(variant) => Ok(Self { reader, variant }),
            None => Err(several()),
        }
    }

    /// Reads on to the end of the object; a second member is an error.
    pub(super) fn end(reader: &mut Reader<'de>, depth: u8) -> Result<(), ReadError> {
        if reader.scanner.is_open(depth)? && Self::member(reader)?.is_some() {
            return Err(several());
        }
        Ok(())
    }

    /// The key of the next member that counts.
    fn member(reader: &mut Reader<'de>) -> Result<Option<Cow<'de, str>>, ReadError> {
        while let Some(key) = reader.scanner.key()? {
            let counts = key != "__type" && reader.scanner.peek() != Some(b'n');
            if counts || reader.absent == Absent::Nowhere {
                return Ok(Some(key));
            }
            reader.scanner.skip()?;
        }
        Ok(None)
    }
}

fn several() -> ReadError {
    ReadError::new("expected an object with one member")
}

impl<'de> EnumAccess<'de> for Union<'_, 'de> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), ReadError> {
        Ok((seed.deserialize(Key(&self.variant))?, self))
    }
}

impl<'de> VariantAccess<'de> for Union<'_, 'de> {
    type Error = ReadError;

    /// A variant without data is `#[serde(other)]`: a member that the declaration does not know, of whatever type.
    fn unit_variant(self) -> Result<(), ReadError> {
        self.reader.scanner.skip()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        let read = seed.deserialize(self.reader);
        read.map_err(|fault| fault.in_member(&self.variant))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        let read = self.reader.deserialize_seq(visitor);
        read.map_err(|fault| fault.in_member(&self.variant))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let read = self.reader.deserialize_struct("", fields, visitor);
        read.map_err(|fault| fault.in_member(&self.variant))
    }
}

/// A value as the text that it is, in the form in which `serde_json::value::RawValue` asks for it.
pub(super) struct Raw<'de> {
    text: Option<&'de str>,
}

impl<'de> Raw<'de> {
    pub(super) const NAME: &'static str = "$serde_json::private::RawValue";

    pub(super) fn new(text: &'de str) -> Self {
        Self { text: Some(text) }
    }
}

impl<'de> MapAccess<'de> for Raw<'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        seed.deserialize(Key(Self::NAME)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        seed.deserialize(Key(self.text.take().unwrap_or_default()))
    }
}
