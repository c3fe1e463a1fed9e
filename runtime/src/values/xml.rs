//! Lists and maps as AWS writes them in XML, with an element around the items.
//!
//! A `Vec` repeats the element of its field. [`List`] and [`Map`] have an element around all items:
//!
//! ```
//! use rest_op::{Api, Call, FromResponse, rest_op, xml};
//! use serde::{Deserialize, Serialize};
//!
//! pub trait Rooms: Api {
//!     #[rest_op(POST, "/rooms/<id>")]
//!     fn update(&self, id: &str, #[body(xml)] room: &Room) -> Call<Room>;
//! }
//!
//! #[derive(Deserialize, Serialize, FromResponse)]
//! #[from_response(xml)]
//! pub struct Room {
//!     /// An attribute.
//!     #[serde(rename = "@version")]
//!     pub version: u32,
//!     /// `<owner>a</owner><owner>b</owner>`
//!     #[serde(rename = "owner", default)]
//!     pub owners: Vec<String>,
//!     /// `<tags><member>a</member><member>b</member></tags>`
//!     #[serde(default)]
//!     pub tags: xml::List<String>,
//!     /// `<limits><entry><key>a</key><value>1</value></entry></limits>`
//!     #[serde(default)]
//!     pub limits: xml::Map<u32>,
//! }
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use rest_op::{Client, testing::Recorder};
//! # impl Rooms for Client {}
//! # let text = "<Room version=\"2\"><owner>a</owner><owner>b</owner><tags><member>c</member></tags>\
//! #     <limits><entry><key>d</key><value>1</value></entry></limits></Room>";
//! # let recorder = Recorder::new().answer(200, &[], text).answer(200, &[], text);
//! # let client = Client::builder("https://api.example.com").transport(recorder.clone()).build()?;
//! # let room = client.update("1", &Room { version: 2, owners: vec![], tags: vec![].into(), limits: Default::default() }).await?;
//! # let room = client.update("1", &room).await?;
//! # assert_eq!(room.limits["d"], 1);
//! # assert_eq!(recorder.requests()[1].body(), text);
//! # Ok(())
//! # }
//! ```
//!
//! The names of the elements inside are ignored when they are read, and are `member`, `entry`, `key` and `value` when they are
//! written. Where a service wants others, write a struct for them: `struct Tags { #[serde(rename = "Tag")] tags: Vec<String> }`.
//! The element of the body is named as its struct; `#[serde(rename = "{https://example.com/ns}Room")]` on a struct declares a
//! namespace on it, too. Namespaces in responses are ignored.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A list with an element around its items, each of which is an element `member`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List<T>(pub Vec<T>);

/// A map with an element around its entries, each of which is an element `entry` with a `key` and a `value`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Map<T>(pub BTreeMap<String, T>);

/// An entry of a map without an element around its entries: `Vec<Entry<T>>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Deserialize, serde::Serialize)]
#[serde(rename = "entry")]
pub struct Entry<T> {
    /// The key.
    pub key: String,
    /// The value.
    pub value: T,
}

macro_rules! newtype {
    ($Type:ident, $Inner:ty) => {
        impl<T> Default for $Type<T> {
            #[inline]
            fn default() -> Self {
                Self(Default::default())
            }
        }

        impl<T> From<$Inner> for $Type<T> {
            #[inline]
            fn from(inner: $Inner) -> Self {
                Self(inner)
            }
        }

        impl<T> From<$Type<T>> for $Inner {
            #[inline]
            fn from(outer: $Type<T>) -> Self {
                outer.0
            }
        }

        impl<T> Deref for $Type<T> {
            type Target = $Inner;

            #[inline]
            fn deref(&self) -> &$Inner {
                &self.0
            }
        }

        impl<T> DerefMut for $Type<T> {
            #[inline]
            fn deref_mut(&mut self) -> &mut $Inner {
                &mut self.0
            }
        }
    };
}

newtype!(List, Vec<T>);
newtype!(Map, BTreeMap<String, T>);

impl<T: Serialize> Serialize for List<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("list", 1)?;
        fields.serialize_field("member", &self.0)?;
        fields.end()
    }
}

impl<T: Serialize> Serialize for Map<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Borrowed<'a, T> {
            key: &'a str,
            value: &'a T,
        }
        let entries: Vec<_> = self.0.iter().map(|(key, value)| Borrowed { key, value }).collect();
        let mut fields = serializer.serialize_struct("map", 1)?;
        fields.serialize_field("entry", &entries)?;
        fields.end()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Children(PhantomData)).map(Self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries: Vec<Pair<T>> = deserializer.deserialize_map(Children(PhantomData))?;
        Ok(Self(entries.into_iter().map(|Pair(key, value)| (key, value)).collect()))
    }
}

/// The children of an element, whatever their names.
struct Children<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Children<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element with the items of a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if name.starts_with('@') || name == "$text" {
                map.next_value::<IgnoredAny>()?;
            } else {
                items.push(map.next_value()?);
            }
        }
        Ok(items)
    }
}

/// The key and the value of an entry, in this order, whatever their names.
struct Pair<T>(String, T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pair<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for PairVisitor<T> {
            type Value = Pair<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an element with a key and a value")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pair<T>, A::Error> {
                let (mut key, mut value) = (None, None);
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        name if name.starts_with('@') || name == "$text" => {
                            map.next_value::<IgnoredAny>()?;
                        }
                        _ if key.is_none() => key = Some(map.next_value()?),
                        _ => value = Some(map.next_value()?),
                    }
                }
                let missing = <A::Error as serde::de::Error>::missing_field;
                Ok(Pair(
                    key.ok_or_else(|| missing("key"))?,
                    value.ok_or_else(|| missing("value"))?,
                ))
            }
        }

        deserializer.deserialize_map(PairVisitor(PhantomData))
    }
}
