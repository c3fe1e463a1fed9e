//! Reads XML as a tree of elements, and values from it: a struct reads the attributes, the text and the elements in its element.

use std::collections::BTreeMap;
use std::{slice, vec};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{CHILDREN, MAX_DEPTH};
use crate::format::error::ReadError;

/// An element. Names are local; declarations of namespaces are not attributes.
#[derive(Default)]
pub(super) struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    /// Beside elements, text that is only white space is not kept.
    text: String,
    children: Vec<Node>,
}

impl Node {
    /// Parses a text that is one element and safe to read: it defines no entities, and elements are not too deep.
    #[inline]
    pub(super) fn parse(text: &str) -> Result<Self, ReadError> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let (mut open, mut root) = (Vec::<Self>::new(), None);
        loop {
            let position = reader.buffer_position();
            let malformed = || ReadError::new(format!("is not well-formed XML, at byte {position}"));
            match reader.read_event().map_err(|_| malformed())? {
                Event::Start(_) if open.is_empty() && root.is_some() => {
                    return Err(ReadError::new("has more than one root element"));
                }
                Event::Start(_) if open.len() == MAX_DEPTH => {
                    return Err(ReadError::new(format!(
                        "has more than {MAX_DEPTH} elements that contain each other"
                    )));
                }
                Event::Start(tag) => open.push(Self::new(&tag).ok_or_else(malformed)?),
                Event::End(_) => {
                    let mut node = open.pop().ok_or_else(malformed)?;
                    if !node.children.is_empty() && node.text.trim_ascii().is_empty() {
                        node.text.clear();
                    }
                    match open.last_mut() {
                        Some(parent) => parent.children.push(node),
                        None => root = Some(node),
                    }
                }
                Event::Text(text) => append(&mut open, &text.xml10_content()),
                Event::CData(text) => append(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let character = character(&reference).ok_or_else(malformed)?;
                    append(&mut open, character.encode_utf8(&mut [0; 4]));
                }
                Event::DocType(_) => return Err(ReadError::new("has a document type, which is not accepted")),
                Event::Decl(declaration) => {
                    let encoding = declaration.encoding().and_then(Result::ok);
                    if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("utf-8")) {
                        return Err(ReadError::new("is not in UTF-8"));
                    }
                }
                Event::Eof if !open.is_empty() => return Err(ReadError::new("ends within an element")),
                Event::Eof => return root.ok_or_else(|| ReadError::new("has no root element")),
                Event::Empty(_) | Event::Comment(_) | Event::PI(_) => {}
            }
        }
    }

    fn new(tag: &BytesStart<'_>) -> Option<Self> {
        let mut attributes = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            if attribute.key.as_namespace_binding().is_none() {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
                attributes.push((format!("@{}", attribute.key.local_name().as_ref()), value.into_owned()));
            }
        }
        Some(Self {
            name: tag.local_name().as_ref().to_owned(),
            attributes,
            ..Self::default()
        })
    }

    /// Returns the first element at a path of names.
    pub(super) fn find(&self, path: &str) -> Option<&Self> {
        path.split('.')
            .try_fold(self, |node, name| node.children.iter().find(|child| child.name == name))
    }
}

/// Adds to the text of the innermost element.
fn append(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

/// Returns the character of a reference. Other entities than those of XML itself are not defined.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    match &*reference.xml10_content() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "apos" => Some('\''),
        "quot" => Some('"'),
        _ => reference.resolve_char_ref().ok()?,
    }
}

/// The source of a value.
pub(super) enum Source<'a> {
    /// An attribute, or the text of an element.
    Text(&'a str),
    Element(&'a Node),
    /// The elements of one name.
    Elements(Vec<&'a Node>),
    /// An element whose name is that of a variant.
    Variant(&'a Node),
    /// The elements that no field is named for.
    Variants(Vec<&'a Node>),
}

impl<'a> Source<'a> {
    /// Returns what a value reads that is not a list.
    fn single(self) -> Result<Self, Error> {
        match self {
            Self::Elements(nodes) => one(&nodes).map(Self::Element),
            Self::Variants(nodes) => one(&nodes).map(Self::Variant),
            source => Ok(source),
        }
    }

    fn text(self) -> Result<&'a str, Error> {
        match self.single()? {
            Self::Text(text) => Ok(text),
            Self::Element(node) | Self::Variant(node) if node.children.is_empty() => Ok(&node.text),
            _ => Err(Error::invalid_type(Unexpected::Map, &"text")),
        }
    }

    fn fields<'v, V: Visitor<'v>>(self, names: &[&str], visitor: V) -> Result<V::Value, Error> {
        match self.single()? {
            Self::Text(text) => Err(Error::invalid_type(Unexpected::Str(text), &visitor)),
            Self::Element(node) | Self::Variant(node) => visitor.visit_map(Fields {
                entries: fields(node, names).into_iter(),
                value: None,
            }),
            Self::Elements(_) | Self::Variants(_) => Err(repeated()),
        }
    }
}

fn one<'a>(nodes: &[&'a Node]) -> Result<&'a Node, Error> {
    match nodes {
        [node] => Ok(node),
        _ => Err(repeated()),
    }
}

fn repeated() -> Error {
    Error::custom("is an element that is repeated, expected one")
}

/// Returns the fields of an element. The names are those of the struct, if it is one.
fn fields<'a>(node: &'a Node, names: &[&str]) -> Vec<(&'a str, Source<'a>)> {
    let attributes = node.attributes.iter();
    let mut fields: Vec<_> = attributes
        .map(|(name, value)| (name.as_str(), Source::Text(value)))
        .collect();
    if names.contains(&"$text") || (!node.text.trim_ascii().is_empty() && !names.contains(&"$value")) {
        fields.push(("$text", Source::Text(&node.text)));
    } else if !node.text.is_empty() && node.children.is_empty() {
        fields.push(("$value", Source::Text(&node.text)));
    }
    let mut indices = BTreeMap::new();
    for child in &node.children {
        let is_variant = names.contains(&"$value") && !names.contains(&child.name.as_str());
        let name = if is_variant { "$value" } else { child.name.as_str() };
        let index = *indices.entry(name).or_insert_with(|| {
            let source = if is_variant { Source::Variants } else { Source::Elements };
            fields.push((name, source(Vec::new())));
            fields.len() - 1
        });
        if let Some((_, Source::Elements(nodes) | Source::Variants(nodes))) = fields.get_mut(index) {
            nodes.push(child);
        }
    }
    fields
}

macro_rules! parsed {
    ($($function:ident $visit:ident)*) => {
        $(fn $function<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            let text = self.text()?;
            match text.trim_ascii().parse() {
                Ok(value) => visitor.$visit(value),
                Err(_) => visitor.visit_str(text),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Source<'_> {
    type Error = Error;

    parsed! {
        deserialize_i8 visit_i8 deserialize_i16 visit_i16 deserialize_i32 visit_i32 deserialize_i64 visit_i64
        deserialize_i128 visit_i128 deserialize_u8 visit_u8 deserialize_u16 visit_u16 deserialize_u32 visit_u32
        deserialize_u64 visit_u64 deserialize_u128 visit_u128 deserialize_f32 visit_f32 deserialize_f64 visit_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.text()?;
        match text.trim_ascii() {
            "true" | "1" => visitor.visit_bool(true),
            "false" | "0" => visitor.visit_bool(false),
            _ => visitor.visit_str(text),
        }
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text()?)
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match self {
            source if name != CHILDREN => visitor.visit_newtype_struct(source),
            source => match source.single()? {
                Self::Element(node) | Self::Variant(node) => visitor.visit_seq(Children(node.children.iter())),
                source => visitor.visit_newtype_struct(source),
            },
        }
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(match self {
            Self::Text(text) => Items(
                text.split_ascii_whitespace()
                    .map(Self::Text)
                    .collect::<Vec<_>>()
                    .into_iter(),
            ),
            Self::Elements(nodes) => Items(nodes.into_iter().map(Self::Element).collect::<Vec<_>>().into_iter()),
            Self::Variants(nodes) => Items(nodes.into_iter().map(Self::Variant).collect::<Vec<_>>().into_iter()),
            source => Items(vec![source].into_iter()),
        })
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
        self.fields(&[], visitor)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.fields(names, visitor)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.single()? {
            Self::Variant(node) => visitor.visit_enum(Choice(&node.name, Self::Element(node))),
            Self::Element(node) if !node.children.is_empty() => {
                let mut members = fields(node, &["$text"]);
                members.retain(|(_, source)| matches!(source, Self::Elements(_)));
                match (members.pop(), members.is_empty()) {
                    (Some((name, source)), true) => visitor.visit_enum(Choice(name, source)),
                    _ => Err(Error::custom("has elements of more than one name, expected one")),
                }
            }
            source => visitor.visit_enum(source.text()?.trim_ascii().into_deserializer()),
        }
    }
    /// An element with nothing but text is text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Elements(nodes) | Self::Variants(nodes) if nodes.len() > 1 => {
                Self::Elements(nodes).deserialize_seq(visitor)
            }
            source => match source.single()? {
                Self::Element(node) | Self::Variant(node) if node.children.is_empty() && node.attributes.is_empty() => {
                    visitor.visit_str(&node.text)
                }
                Self::Text(text) => visitor.visit_str(text),
                source => source.fields(&[], visitor),
            },
        }
    }

    forward_to_deserialize_any! { bytes byte_buf }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }
}

struct Items<'a>(vec::IntoIter<Source<'a>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.0.next().map(|source| seed.deserialize(source)).transpose()
    }
}

struct Children<'a>(slice::Iter<'a, Node>);

impl<'de> SeqAccess<'de> for Children<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let node = self.0.next();
        node.map(|node| seed.deserialize(Source::Element(node))).transpose()
    }
}

struct Fields<'a> {
    entries: vec::IntoIter<(&'a str, Source<'a>)>,
    value: Option<Source<'a>>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some((name, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let value = self
            .value
            .take()
            .ok_or_else(|| Error::custom("a value without a key"))?;
        seed.deserialize(value)
    }
}

/// The name of a variant, and its content.
struct Choice<'a>(&'a str, Source<'a>);

impl<'de, 'a> EnumAccess<'de> for Choice<'a> {
    type Error = Error;
    type Variant = Source<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Source<'a>), Error> {
        Ok((seed.deserialize(StrDeserializer::new(self.0))?, self.1))
    }
}

impl<'de> VariantAccess<'de> for Source<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }
    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.fields(names, visitor)
    }
}
