//! A deserializer around that of `serde_json`: it leaves members out that are `null` and do not accept it, and records
//! where a reading fails. Whatever is generic here is compiled for every type, so it does little itself.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, EnumAccess, Error, Expected, IgnoredAny, MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::{Found, Member, NUMBER};
use crate::excerpt::first_line;

/// The way into a text, as far as it is known while it is read.
pub(super) struct Trail<'de> {
    text: &'de str,
    found: Found,
}

impl<'de> Trail<'de> {
    pub(super) fn new(text: &'de str, misfits: Vec<Member>) -> Self {
        Self {
            text,
            found: Found {
                path: String::new(),
                misfits,
                is_new: false,
                in_escaped: false,
            },
        }
    }

    pub(super) fn into_found(self) -> Found {
        self.found
    }

    /// Forgets a fault that a type has passed over.
    fn passed(&mut self) {
        self.found.path.clear();
    }

    /// Whether a member is left out.
    fn leaves_out(&self, of: &'static str, name: &str) -> bool {
        !self.found.misfits.is_empty() && self.is_misfit(of, name)
    }

    #[cold]
    fn is_misfit(&self, of: &'static str, name: &str) -> bool {
        let mut misfits = self.found.misfits.iter();
        let is_known = misfits.any(|(known, member)| *known == of && member == name);
        is_known && self.value(name).is_some_and(|value| value.starts_with("null"))
    }

    /// What follows the name of a member in the text. `serde_json` lends names that are written without escapes from the
    /// text, so their place in it is known.
    fn value(&self, name: &str) -> Option<&'de str> {
        let end = name.as_bytes().as_ptr_range().end.addr();
        let after = end.checked_sub(self.text.as_ptr().addr())?;
        let rest = self.text.get(after..)?.strip_prefix('"')?;
        Some(rest.trim_ascii_start().strip_prefix(':')?.trim_ascii_start())
    }

    /// Whether the value of a member is `null`.
    fn is_null(&mut self, name: &str) -> bool {
        let value = self.value(name);
        self.found.in_escaped |= value.is_none();
        value.is_some_and(|value| value.starts_with("null"))
    }

    /// Records that a member of a struct failed.
    #[cold]
    fn failed_member(&mut self, of: &'static str, name: &str) {
        if self.is_null(name) {
            self.found.misfits.push((of, name.to_owned()));
            self.found.is_new = true;
        }
        self.failed(&first_line(name, 100));
    }

    #[cold]
    fn failed_element(&mut self, index: usize) {
        self.failed(&format!("[{index}]"));
    }

    /// Keys of maps are data, which is not to be logged.
    #[cold]
    fn failed_entry(&mut self) {
        self.failed("*");
    }

    fn failed(&mut self, segment: &str) {
        let path = &mut self.found.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, segment);
    }
}

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

/// What holds no further values needs no wrapper.
macro_rules! scalars {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(visitor)
        })*
    };
}

/// What holds further values.
macro_rules! contents {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {
        $(fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
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

/// Reads what stands inside a value.
struct Seed<'t, 'de, S> {
    seed: S,
    trail: &'t mut Trail<'de>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, 'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.seed.deserialize(Reader::new(deserializer, self.trail))
    }
}

/// Visits any value but a struct and an enum.
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
        self.visitor.visit_map(Entries { inner, trail })
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
        self.visitor.visit_map(Members::new::<V>(members, self.trail))
    }
}

/// Visits an enum: a string, or an object with one member. Beside that there may be `__type`, which services add, and
/// members that are `null`. A member that no variant is named after reads as the string of its name, whatever its value is.
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
        let mut members = Members::new::<V>(members, self.trail);
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

/// The members of a struct.
struct Members<'t, 'de, A> {
    inner: A,
    trail: &'t mut Trail<'de>,
    /// The struct, by the visitor that reads it: structs may share a name.
    of: &'static str,
    name: Cow<'de, str>,
}

impl<'t, 'de, A: MapAccess<'de>> Members<'t, 'de, A> {
    fn new<V>(inner: A, trail: &'t mut Trail<'de>) -> Self {
        Self {
            inner,
            trail,
            of: type_name::<V>(),
            name: Cow::Borrowed(""),
        }
    }

    /// Goes on to the next member; false at the end.
    fn next(&mut self) -> Result<bool, A::Error> {
        while let Some(name) = self.inner.next_key_seed(OwnName)? {
            if self.trail.leaves_out(self.of, &name) {
                self.inner.next_value::<IgnoredAny>()?;
            } else {
                self.name = name;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Goes on to the member that is the variant of an enum; whether the enum declares it.
    fn variant(&mut self, variants: &[&str], expected: &dyn Expected) -> Result<bool, A::Error> {
        while self.next()? {
            match &*self.name {
                "__type" => self.inner.next_value::<IgnoredAny>()?,
                NUMBER => return Err(Error::invalid_type(Unexpected::Other("number"), expected)),
                name => return Ok(variants.is_empty() || variants.contains(&name)),
            };
        }
        Err(several())
    }

    /// Reads on to the end of an enum.
    fn end(&mut self) -> Result<(), A::Error> {
        while self.next()? {
            if self.name != "__type" && !self.trail.is_null(&self.name) {
                return Err(several());
            }
            self.inner.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

fn several<E: Error>() -> E {
    E::custom("expected an object with one member")
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if self.next()? {
            seed.deserialize(Name::new(&self.name)).map(Some)
        } else {
            Ok(None)
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let trail = &mut *self.trail;
        let read = self.inner.next_value_seed(Seed { seed, trail });
        match read {
            Ok(_) => self.trail.passed(),
            Err(_) => self.trail.failed_member(self.of, &self.name),
        }
        read
    }
}

/// The one member of an object that is the variant of an enum.
struct Variant<'m, 't, 'de, A>(&'m mut Members<'t, 'de, A>);

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Variant<'_, '_, 'de, A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<K: DeserializeSeed<'de>>(self, seed: K) -> Result<(K::Value, Self), A::Error> {
        seed.deserialize(Name::new(&self.0.name)).map(|variant| (variant, self))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Variant<'_, '_, 'de, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.next_value()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.0.next_value_seed(Tuple(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.next_value_seed(Fields(fields, visitor))
    }
}

/// The contents of a tuple variant.
struct Tuple<V>(usize, V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Tuple<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_tuple(self.0, self.1)
    }
}

/// The contents of a struct variant.
struct Fields<V>(&'static [&'static str], V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Fields<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_struct("", self.0, self.1)
    }
}

/// The entries of a map.
struct Entries<'t, 'de, A> {
    inner: A,
    trail: &'t mut Trail<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let trail = &mut *self.trail;
        let read = self.inner.next_value_seed(Seed { seed, trail });
        match read {
            Ok(_) => self.trail.passed(),
            Err(_) => self.trail.failed_entry(),
        }
        read
    }
}

/// The elements of a list.
struct Elements<'t, 'de, A> {
    inner: A,
    trail: &'t mut Trail<'de>,
    index: usize,
}

impl<'t, 'de, A> Elements<'t, 'de, A> {
    fn new(inner: A, trail: &'t mut Trail<'de>) -> Self {
        Self { inner, trail, index: 0 }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, 'de, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let trail = &mut *self.trail;
        let read = self.inner.next_element_seed(Seed { seed, trail });
        match read {
            Ok(_) => self.trail.passed(),
            Err(_) => self.trail.failed_element(self.index),
        }
        self.index += 1;
        read
    }
}

/// Reads the name of a member.
struct OwnName;

impl<'de> DeserializeSeed<'de> for OwnName {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for OwnName {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

/// The name of a member, for the type that reads it.
struct Name<'a, 'de, E> {
    name: &'a Cow<'de, str>,
    error: PhantomData<E>,
}

impl<'a, 'de, E> Name<'a, 'de, E> {
    fn new(name: &'a Cow<'de, str>) -> Self {
        Self {
            name,
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> Deserializer<'de> for Name<'_, 'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.name {
            Cow::Borrowed(name) => visitor.visit_borrowed_str(name),
            Cow::Owned(name) => visitor.visit_str(name),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
