//! Lists and maps as AWS writes them in XML, with an element around the items, and in the forms of its query protocol.
//!
//! A `Vec` and a [`FlatMap`] repeat the element of their field. [`List`] and [`Map`] have an element around all items:
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
//!     /// `<label><key>a</key><value>b</value></label>`
//!     #[serde(rename = "label", default)]
//!     pub labels: xml::FlatMap<String>,
//! }
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use rest_op::{Client, testing::Recorder};
//! # impl Rooms for Client {}
//! # let text = "<Room version=\"2\"><owner>a</owner><owner>b</owner><tags><member>c</member></tags>\
//! #     <limits><entry><key>d</key><value>1</value></entry></limits>\
//! #     <label><key>e</key><value>f</value></label></Room>";
//! # let recorder = Recorder::new().answer(200, &[], text).answer(200, &[], text);
//! # let client = Client::builder("https://api.example.com").transport(recorder.clone()).build()?;
//! # let room = client.update("1", &Room { version: 2, owners: vec![], tags: vec![].into(), limits: Default::default(), labels: Default::default() }).await?;
//! # let room = client.update("1", &room).await?;
//! # assert_eq!(room.limits["d"], 1);
//! # assert_eq!(recorder.requests()[1].body(), text);
//! # Ok(())
//! # }
//! ```
//!
//! The names of the elements inside are ignored when they are read, and are `member`, `entry`, `key` and `value` when they are
//! written. For a service that requires other names, write a struct, as for the rules below. The element of the body has the name of
//! its struct. `{https://example.com/ns}Rules` also declares a namespace on it, and `{xsi=https://example.com/ns}Rules` one with a prefix.
//! Prefixes and namespaces in responses are ignored, except that a name with the same prefix is preferred.
//!
//! ```
//! use rest_op::{Api, Call, Client, FromResponse, rest_op};
//! use serde::{Deserialize, Serialize};
//!
//! pub trait Filters: Api {
//!     #[rest_op(PUT, "/rules")]
//!     fn put(&self, #[body(xml)] rules: &Rules) -> Call<Rules>;
//! }
//!
//! impl Filters for Client {}
//!
//! #[derive(Debug, Deserialize, PartialEq, Serialize, FromResponse)]
//! #[from_response(xml)]
//! #[serde(rename = "{xsi=http://www.w3.org/2001/XMLSchema-instance}Rules")]
//! pub struct Rules {
//!     #[serde(rename = "Rule", default)]
//!     pub rules: Vec<Rule>,
//! }
//!
//! #[derive(Debug, Deserialize, PartialEq, Serialize)]
//! pub struct Rule {
//!     #[serde(rename = "@xsi:type")]
//!     pub kind: String,
//!     /// Elements that are named as the variants, in any order.
//!     #[serde(rename = "$value", default)]
//!     pub steps: Vec<Step>,
//! }
//!
//! #[derive(Debug, Deserialize, PartialEq, Serialize)]
//! pub enum Step {
//!     Stop,
//!     Wait { seconds: u32 },
//!     Tag(Tag),
//! }
//!
//! /// Text beside an attribute.
//! #[derive(Debug, Deserialize, PartialEq, Serialize)]
//! pub struct Tag {
//!     #[serde(rename = "@lang")]
//!     pub lang: Option<String>,
//!     #[serde(rename = "$text")]
//!     pub text: String,
//! }
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use rest_op::testing::Recorder;
//! # let tag = Tag { lang: Some("en".to_owned()), text: "a<b".to_owned() };
//! # let rule = Rule { kind: "Any".to_owned(), steps: vec![Step::Wait { seconds: 1 }, Step::Tag(tag), Step::Stop] };
//! # let rules = Rules { rules: vec![rule] };
//!
//! let text = "<Rules xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Rule xsi:type=\"Any\">\
//!     <Wait><seconds>1</seconds></Wait><Tag lang=\"en\">a&lt;b</Tag><Stop/></Rule></Rules>";
//! # let recorder = Recorder::new().answer(200, &[], text);
//! # let client = Client::builder("https://api.example.com").transport(recorder.clone()).build()?;
//! assert_eq!(client.put(&rules).await?, rules);
//! assert_eq!(recorder.requests()[0].body(), text);
//! # Ok(())
//! # }
//! ```
//!
//! The [guide](crate::guide#xml) lists how elements are declared, and what is refused.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::format::nested::LIST;
use crate::format::xml::CHILDREN;

/// A list with an element around its items, each of which is an element `member`. In a form of AWS's query protocol,
/// `#[body(form, members)]`, its items are `Name.member.1`, `Name.member.2`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List<T>(pub Vec<T>);

/// A map with an element around its entries, each of which is an element `entry` with a `key` and a `value`. In a form of
/// AWS's query protocol its entries are `Name.entry.1.key`, `Name.entry.1.value`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Map<T>(pub BTreeMap<String, T>);

/// A map without an element around its entries: the element of the field is repeated, each with a `key` and a `value`.
/// In a form of AWS's query protocol its entries are `Name.1.key`, `Name.1.value`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FlatMap<T>(pub BTreeMap<String, T>);

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
newtype!(FlatMap, BTreeMap<String, T>);

impl<T: Serialize> Serialize for List<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct(LIST, usize::from(!self.is_empty()))?;
        if !self.is_empty() {
            fields.serialize_field("member", &self.0)?;
        }
        fields.end()
    }
}

impl<T: Serialize> Serialize for Map<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("map", 1)?;
        fields.serialize_field("entry", &Entries(&self.0))?;
        fields.end()
    }
}

impl<T: Serialize> Serialize for FlatMap<T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Entries(&self.0).serialize(serializer)
    }
}

/// The entries of a map as a list.
struct Entries<'a, T>(&'a BTreeMap<String, T>);

impl<T: Serialize> Serialize for Entries<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Entry<'a, T> {
            key: &'a str,
            value: &'a T,
        }
        serializer.collect_seq(self.0.iter().map(|(key, value)| Entry { key, value }))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        children(deserializer).map(Self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries: Vec<Entry<T>> = children(deserializer)?;
        Ok(Self(entries.into_iter().map(|Entry(entry)| entry).collect()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for FlatMap<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let entries = Vec::<Entry<T>>::deserialize(deserializer)?;
        Ok(Self(entries.into_iter().map(|Entry(entry)| entry).collect()))
    }
}

/// The key and the value of an entry, in this order.
struct Entry<T>((String, T));

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entry<T> {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        children(deserializer).map(Self)
    }
}

/// Reads the elements in an element as a sequence, whatever their names.
#[inline]
fn children<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Children<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Children<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an element with elements")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
            T::deserialize(SeqAccessDeserializer::new(items))
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
            T::deserialize(deserializer)
        }
    }

    deserializer.deserialize_newtype_struct(CHILDREN, Children(PhantomData))
}
