//! Access to the contents of objects and lists: members of a struct, entries of a map, elements, the variant of an enum.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{
    DeserializeSeed, EnumAccess, Error, Expected, IgnoredAny, MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::NUMBER;
use super::reader::Reader;
use super::trail::Trail;

/// The members of a struct.
pub(super) struct StructMembers<'t, 'de, A> {
    pub(super) inner: A,
    trail: &'t mut Trail<'de>,
    /// The type name of the struct's visitor, which is unique: structs may share a name.
    of: &'static str,
    pub(super) name: Cow<'de, str>,
}

impl<'t, 'de, A: MapAccess<'de>> StructMembers<'t, 'de, A> {
    pub(super) fn new<V>(inner: A, trail: &'t mut Trail<'de>) -> Self {
        Self {
            inner,
            trail,
            of: type_name::<V>(),
            name: Cow::Borrowed(""),
        }
    }

    /// Moves to the next member. Returns false at the end.
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

    /// Moves to the member that is the variant of an enum. Returns whether the enum declares it.
    pub(super) fn variant(&mut self, variants: &[&str], expected: &dyn Expected) -> Result<bool, A::Error> {
        while self.next()? {
            match &*self.name {
                "__type" => self.inner.next_value::<IgnoredAny>()?,
                NUMBER => return Err(Error::invalid_type(Unexpected::Other("number"), expected)),
                name => return Ok(variants.is_empty() || variants.contains(&name)),
            };
        }
        Err(several())
    }

    /// Reads to the end of an enum, and rejects further members.
    pub(super) fn end(&mut self) -> Result<(), A::Error> {
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

impl<'de, A: MapAccess<'de>> MapAccess<'de> for StructMembers<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if self.next()? {
            seed.deserialize(MemberName::new(&self.name)).map(Some)
        } else {
            Ok(None)
        }
    }

    #[inline]
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

/// The member of an object that is the variant of an enum.
pub(super) struct Variant<'m, 't, 'de, A>(pub(super) &'m mut StructMembers<'t, 'de, A>);

impl<'de, A: MapAccess<'de>> EnumAccess<'de> for Variant<'_, '_, 'de, A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<K: DeserializeSeed<'de>>(self, seed: K) -> Result<(K::Value, Self), A::Error> {
        seed.deserialize(MemberName::new(&self.0.name))
            .map(|variant| (variant, self))
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
        self.0.next_value_seed(VariantFields(fields, visitor))
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
struct VariantFields<V>(&'static [&'static str], V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for VariantFields<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_struct("", self.0, self.1)
    }
}

/// The entries of a map.
pub(super) struct MapEntries<'t, 'de, A> {
    pub(super) inner: A,
    pub(super) trail: &'t mut Trail<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for MapEntries<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.inner.next_key_seed(seed)
    }

    #[inline]
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
pub(super) struct Elements<'t, 'de, A> {
    inner: A,
    trail: &'t mut Trail<'de>,
    index: usize,
}

impl<'t, 'de, A> Elements<'t, 'de, A> {
    pub(super) fn new(inner: A, trail: &'t mut Trail<'de>) -> Self {
        Self { inner, trail, index: 0 }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, 'de, A> {
    type Error = A::Error;

    #[inline]
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

/// Reads the name of a member, borrowed from the text if possible.
struct OwnName;

impl<'de> DeserializeSeed<'de> for OwnName {
    type Value = Cow<'de, str>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for OwnName {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

/// Passes the name of a member to the type that reads it.
struct MemberName<'a, 'de, E> {
    name: &'a Cow<'de, str>,
    error: PhantomData<E>,
}

impl<'a, 'de, E> MemberName<'a, 'de, E> {
    fn new(name: &'a Cow<'de, str>) -> Self {
        Self {
            name,
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> Deserializer<'de> for MemberName<'_, 'de, E> {
    type Error = E;

    #[inline]
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

/// Reads a contained value.
struct Seed<'t, 'de, S> {
    seed: S,
    trail: &'t mut Trail<'de>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, 'de, S> {
    type Value = S::Value;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.seed.deserialize(Reader::new(deserializer, self.trail))
    }
}
