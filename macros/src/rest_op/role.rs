//! The roles of arguments: where the value of an argument goes in the request, and how it is serialized.

mod parse;

use syn::{Attribute, Path};

macro_rules! styles {
    ($($attribute:literal, [$($option:literal),*], $key:ident => $location:expr, $function:literal, $takes:ident, $with:literal;)*) => {
        /// Every style that an attribute can choose.
        pub(crate) const STYLES: &[Style] = &[$(Style {
            attribute: $attribute,
            options: &[$($option),*],
            key: KeySource::$key,
            location: $location,
            function: $function,
            takes: Takes::$takes,
            with: $with,
        },)*];
    };
}

// A body format or a query style is a row here, and a function in `private.rs` of the runtime, whose `Location` and `Format`
// name the same variants.
styles! {
    // attribute, options, key   => location,               function,  takes,   with
    "query",  [],          Key    => Location::Query,          "text",    Values,  true;
    "query",  ["flatten"], None   => Location::QueryFlatten,   "entries", Entries, true;
    "header", [],          Header => Location::Header,         "text",    Values,  true;
    "header", ["prefix"],  Prefix => Location::HeaderPrefix,   "entries", Entries, true;
    "body",   [],          None   => Location::Body("Json"),   "json",    Any,     true;
    "body",   ["form"],    None   => Location::Body("Form"),   "form",    Entries, false;
    "body",   ["text"],    None   => Location::Body("Text"),   "plain",   Value,   false;
    "body",   ["bytes"],   None   => Location::Body("Bytes"),  "bytes",   Any,     false;
    "body",   ["stream"],  None   => Location::Body("Stream"), "stream",  Stream,  false;
}

/// The style of an argument that the template or the host prefix names.
pub(crate) const LABEL: &Style = &Style {
    attribute: "path",
    options: &[],
    key: KeySource::None,
    location: Location::Path,
    function: "text",
    takes: Takes::Value,
    with: true,
};

/// A way to send an argument, chosen by an attribute and its options.
#[derive(Debug)]
pub(crate) struct Style {
    pub(crate) attribute: &'static str,
    /// The options that choose this style among those of the attribute.
    pub(crate) options: &'static [&'static str],
    pub(crate) key: KeySource,
    pub(crate) location: Location,
    /// The function of `rest_op::private` that takes the value. `with` adds `_with` and `_by` to its name.
    pub(crate) function: &'static str,
    pub(crate) takes: Takes,
    /// Whether `with = module` can serialize the value.
    pub(crate) with: bool,
}

/// The source of the key or the name that a value is sent under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    /// There is no key.
    None,
    /// A string, or else the name of the argument.
    Key,
    /// A string, which is the name of a header.
    Header,
    /// The string of `prefix = "…"`, with which names of headers start.
    Prefix,
}

/// The part of the request that an argument fills: a variant of the runtime's `Location`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    QueryFlatten,
    Header,
    HeaderPrefix,
    /// The body, in this variant of the runtime's `Format`.
    Body(&'static str),
}

/// The types that a style accepts, as far as a type shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Whatever the runtime's function accepts.
    Any,
    /// One value.
    Value,
    /// A value or a list of values. An array is passed as a slice.
    Values,
    /// Names with values: a struct, a map, or a list of pairs. An array is passed as a slice.
    Entries,
    /// A stream, which is read once.
    Stream,
}

impl Takes {
    pub(crate) fn takes_lists(self) -> bool {
        matches!(self, Self::Values | Self::Entries)
    }
}

/// A role, as its attribute states it.
#[derive(Clone)]
pub(crate) struct Role {
    pub(crate) style: &'static Style,
    /// The query key, or the name or the prefix of a header; empty for the other locations.
    pub(crate) key: String,
    /// The module of `with = path::to::module`.
    pub(crate) with: Option<Path>,
    pub(crate) attribute: Attribute,
}

/// Whether an attribute of this name states a role.
pub(crate) fn is_role(attribute: &str) -> bool {
    styles_of(attribute).next().is_some()
}

fn styles_of(attribute: &str) -> impl Iterator<Item = &'static Style> + Clone {
    STYLES.iter().filter(move |style| style.attribute == attribute)
}
