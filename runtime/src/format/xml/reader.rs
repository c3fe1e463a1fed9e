//! Reads values from XML: a struct reads the attributes, the text and the elements in its element.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;
use std::vec;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::CHILDREN;
use super::document::Node;
use super::name::local;
use crate::format::error::ReadError as Error;

/// The source of a value.
pub(super) enum Source<'a> {
    /// An attribute, or the text of an element.
    Text(&'a str),
    /// An item of a text that is a list.
    Word(&'a str),
    /// An element, which is not a list.
    Element(Node<'a>),
    /// The elements of one name.
    Elements(Vec<Node<'a>>),
    /// An element whose name is that of a variant.
    Variant(Node<'a>),
    /// The elements that no field is named for.
    Variants(Vec<Node<'a>>),
}

impl<'a> Source<'a> {
    /// Returns the source of a value that may be a list of one item.
    pub(super) fn element(node: Node<'a>) -> Self {
        Self::Elements(vec![node])
    }

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
            Self::Text(text) | Self::Word(text) => Ok(text),
            Self::Element(node) | Self::Variant(node) if !node.has_children() => Ok(node.text()),
            _ => Err(Error::invalid_type(Unexpected::Map, &"text")),
        }
    }

    fn fields<'v, V: Visitor<'v>>(self, names: Option<&[&'static str]>, visitor: V) -> Result<V::Value, Error> {
        match self.single()? {
            Self::Element(node) | Self::Variant(node) => visitor.visit_map(Fields {
                entries: fields(node, names.unwrap_or_default()).into_iter(),
                is_map: names.is_none(),
                next: None,
            }),
            source => Err(Error::invalid_type(Unexpected::Str(source.text()?), &visitor)),
        }
    }
}

fn one<'a>(nodes: &[Node<'a>]) -> Result<Node<'a>, Error> {
    match nodes {
        [node] => Ok(*node),
        _ => Err(Error::new("is an element that is repeated, expected one")),
    }
}

/// Returns the name of the field, of those of a struct, that reads an element or an attribute. A name with the same prefix
/// is preferred. An attribute without a prefix has no namespace, so that no field with a prefix reads it.
fn field_of<'n>(names: &[&'n str], name: &str, is_attribute: bool) -> Option<&'n str> {
    let name_of = |field: &'n str| match field.split_once('}') {
        _ if is_attribute => field.strip_prefix('@'),
        Some((namespace, name)) if namespace.starts_with('{') => Some(name),
        _ => Some(field),
    };
    let find = |is_read: &dyn Fn(&str) -> bool| names.iter().copied().find(|field| name_of(field).is_some_and(is_read));
    find(&|field| field == name).or_else(|| {
        let any_prefix = !is_attribute || name.contains(':');
        find(&|field| local(field) == local(name) && (any_prefix || !field.contains(':')))
    })
}

/// Returns the fields of an element. The names are those of the struct, if it is one.
fn fields<'a>(node: Node<'a>, names: &[&'a str]) -> Vec<(Cow<'a, str>, Source<'a>)> {
    let (mut fields, mut indices) = (Vec::new(), BTreeMap::new());
    for (name, value) in node.attributes() {
        let key = field_of(names, name, true).map_or_else(|| format!("@{}", local(name)).into(), Cow::Borrowed);
        let is_same = key.strip_prefix('@') == Some(*name);
        let index = *indices.entry(key.clone()).or_insert(fields.len());
        match fields.get_mut(index) {
            Some((_, source)) if is_same => *source = Source::Text(value),
            // Another prefix.
            Some(_) => {}
            None => fields.push((key, Source::Text(value))),
        }
    }
    let takes_variants = names.contains(&"$value");
    if names.contains(&"$text") || !takes_variants && !node.text().trim_ascii().is_empty() {
        fields.push((Cow::Borrowed("$text"), Source::Text(node.text())));
    } else if takes_variants && !node.text().is_empty() && !node.has_children() {
        fields.push((Cow::Borrowed("$value"), Source::Text(node.text())));
    }
    for child in node.children() {
        let field = field_of(names, child.qualified_name(), false);
        let is_variant = takes_variants && field.is_none();
        let name = field.unwrap_or(if is_variant { "$value" } else { child.name() });
        let index = *indices.entry(Cow::Borrowed(name)).or_insert_with(|| {
            let source = if is_variant { Source::Variants } else { Source::Elements };
            fields.push((Cow::Borrowed(name), source(Vec::new())));
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
        deserialize_u64 visit_u64 deserialize_u128 visit_u128
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.text()?;
        match float::<f32>(text) {
            Some(value) => visitor.visit_f32(value),
            None => visitor.visit_str(text),
        }
    }
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.text()?;
        match float::<f64>(text) {
            Some(value) => visitor.visit_f64(value),
            None => visitor.visit_str(text),
        }
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
        match &self {
            Self::Elements(nodes) if matches!(nodes.as_slice(), [node] if node.is_nil()) => visitor.visit_none(),
            Self::Element(node) if node.is_nil() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
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
                Self::Element(node) | Self::Variant(node) => {
                    visitor.visit_seq(Items::new(node.children().map(Self::Element)))
                }
                source => visitor.visit_newtype_struct(source),
            },
        }
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(match self {
            Self::Text(text) => Items::new(text.split_ascii_whitespace().map(Self::Word)),
            Self::Elements(nodes) => Items::new(nodes.into_iter().map(Self::Element)),
            Self::Variants(nodes) => Items::new(nodes.into_iter().map(Self::Variant)),
            Self::Word(_) | Self::Element(_) | Self::Variant(_) => {
                return Err(Error::new("is a list in a list, which XML has no name for"));
            }
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
        self.fields(None, visitor)
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.fields(Some(names), visitor)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let nodes = match self {
            Self::Variants(nodes) => nodes,
            source => match source.single()? {
                Self::Variant(node) => vec![node],
                Self::Element(node) if node.has_children() => node.children().collect(),
                source => return visitor.visit_enum(source.text()?.trim_ascii().into_deserializer()),
            },
        };
        // A variant that is a list has several.
        let name = nodes.first().map_or("", |node| node.name());
        if nodes.iter().any(|node| node.name() != name) {
            return Err(Error::new("has elements of more than one name, expected one"));
        }
        visitor.visit_enum(Choice(name, Self::Elements(nodes)))
    }
    /// An element with nothing but text is text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Elements(nodes) | Self::Variants(nodes) if nodes.len() > 1 => {
                Self::Elements(nodes).deserialize_seq(visitor)
            }
            source => match source.single()? {
                Self::Element(node) | Self::Variant(node) if !node.has_children() && node.attributes().is_empty() => {
                    visitor.visit_str(node.text())
                }
                Self::Text(text) | Self::Word(text) => visitor.visit_str(text),
                source => source.fields(None, visitor),
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

/// Reads a float. A number that is too large is not infinite.
fn float<T: FromStr + Copy + Into<f64>>(text: &str) -> Option<T> {
    let value: T = text.trim_ascii().parse().ok()?;
    let has_digits = text.contains(|character: char| character.is_ascii_digit());
    Some(value).filter(|value| (*value).into().is_finite() || !has_digits)
}

/// The items of a list. They are boxed so that what reads them is compiled once for a type.
struct Items<'a> {
    sources: Box<dyn Iterator<Item = Source<'a>> + 'a>,
    index: usize,
}

impl<'a> Items<'a> {
    fn new(sources: impl Iterator<Item = Source<'a>> + 'a) -> Self {
        Self {
            sources: Box::new(sources),
            index: 0,
        }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let item = self.sources.next().map(|source| seed.deserialize(source)).transpose();
        let item = item.map_err(|error| error.below(&format!("[{}]", self.index)));
        self.index += 1;
        item
    }
}

struct Fields<'a> {
    entries: vec::IntoIter<(Cow<'a, str>, Source<'a>)>,
    /// Whether names are data, which must not be logged.
    is_map: bool,
    next: Option<(Cow<'a, str>, Source<'a>)>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        self.next = self.entries.next();
        let key = self.next.as_ref().map(|(key, _)| StrDeserializer::new(key));
        key.map(|key| seed.deserialize(key)).transpose()
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let (key, source) = self.next.take().ok_or_else(|| Error::new("a value without a key"))?;
        let value = seed.deserialize(source);
        value.map_err(|error| error.below(if self.is_map { "*" } else { &key }))
    }
}

/// The name of a variant, and its content.
struct Choice<'n, 'a>(&'n str, Source<'a>);

impl<'de> EnumAccess<'de> for Choice<'_, '_> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        Ok((seed.deserialize(StrDeserializer::new(self.0))?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.1).map_err(|error| error.below(self.0))
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.1.deserialize_seq(visitor).map_err(|error| error.below(self.0))
    }
    fn struct_variant<V: Visitor<'de>>(self, names: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.1.fields(Some(names), visitor).map_err(|error| error.below(self.0))
    }
}
