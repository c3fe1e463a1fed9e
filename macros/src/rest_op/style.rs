//! The styles of arguments: where the value of an argument goes in the request, and how it is serialized. All roles, styles of
//! query parameters and formats of bodies are rows of one table.

mod parse;

use syn::{Attribute, Path};

macro_rules! styles {
    ($($attribute:literal, [$($option:literal),*], $key:ident => $location:expr, $function:literal, $takes:ident $(, $allowed:ident)*;)*) => {
        /// Every style that an attribute can choose.
        pub(crate) const STYLES: &[Style] = &[$(Style {
            attribute: $attribute,
            options: &[$($option),*],
            key: KeySource::$key,
            location: $location,
            function: $function,
            takes: Takes::$takes,
            allows: &[$(stringify!($allowed)),*],
        },)*];
    };
}

// A style is a row here. One that the runtime does not know yet is also a variant of `Format` or `Location` in its
// `operation.rs`, which `request/build.rs` then has to write, and perhaps a function in its `private.rs`.
styles! {
    // attribute, options,              key    => location,                     function,     takes,   allows
    "query",  [],                       Key    => Location::Query,              "text",       Values,  with;
    "query",  ["flatten"],              None   => Location::QueryFlatten,       "entries",    Entries, with;
    "query",  ["comma"],                Key    => Location::QueryJoined(","),   "text",       Values;
    "query",  ["pipe"],                 Key    => Location::QueryJoined("%7C"), "text",       Values;
    "query",  ["space"],                Key    => Location::QueryJoined("%20"), "text",       Values;
    "query",  ["brackets"],             Key    => Location::QueryBrackets,      "nested",     Nested;
    "query",  ["flatten", "brackets"],  None   => Location::QueryBrackets,      "nested",     Nested;
    "header", [],                       Header => Location::Header,             "text",       Values,  with;
    "header", ["prefix"],               Prefix => Location::HeaderPrefix,       "entries",    Entries, with;
    "body",   [],                       None   => Location::Body("Json"),       "json",       Any,     with, content_type;
    "body",   ["form"],                 None   => Location::Body("Form"),       "entries",    Entries, with;
    "body",   ["text"],                 None   => Location::Body("Text"),       "text",       Values,  content_type;
    "body",   ["bytes"],                None   => Location::Body("Bytes"),      "bytes",      Any,     content_type;
    "body",   ["stream"],               None   => Location::Body("Stream"),     "stream",     Stream,  content_type;
    "body",   ["json_lines"],           None   => Location::Body("JsonLines"),  "json_lines", Items,   content_type;
    "body",   ["xml"],                  None   => Location::Body("Xml"),        "xml",        Any,     content_type;
    "body",   ["form", "brackets"],     None   => Location::Body("Form"),       "nested",     Nested;
    "body",   ["form", "members"],      None   => Location::BodyMembers,        "nested",     Nested;
    "member", [],                       Key    => Location::Member,             "json",       Any,     with, content_type;
    "part",   [],                       Key    => Location::Part,               "part",       Values,  with;
    "path",   [],                       Label  => Location::Path,               "text",       Values,  with;
}

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
    /// `with`, if a module can serialize the value; `content_type`, if the body can have another media type.
    pub(crate) allows: &'static [&'static str],
}

impl Style {
    /// The style of an argument that the template or the host prefix names.
    pub(crate) const LABEL: Self = Self {
        attribute: "path",
        options: &[],
        key: KeySource::Label,
        location: Location::Path,
        function: "text",
        takes: Takes::Values,
        allows: &[],
    };

    /// Whether `with` or `content_type` can be combined with this style.
    pub(crate) fn allows(&self, option: &str) -> bool {
        self.allows.contains(&option)
    }

    /// Whether the value is the body or a part of it.
    pub(crate) fn is_in_body(&self) -> bool {
        matches!(
            self.location,
            Location::Body(_) | Location::BodyMembers | Location::Member | Location::Part
        )
    }

    /// Whether the key is that of a query parameter.
    pub(crate) fn has_query_key(&self) -> bool {
        self.attribute == "query" && self.key == KeySource::Key
    }
}

/// The source of the key or the name that a value is sent under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    /// The style has no key.
    None,
    /// A string, or else the name of the argument.
    Key,
    /// A string, which is the name of a header.
    Header,
    /// The string of `prefix = "…"`, with which names of headers start.
    Prefix,
    /// The label in the template or the host prefix.
    Label,
}

/// The part of the request that an argument fills: a variant of the runtime's `Location`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    /// A list in one query parameter, with this separator, which is percent-encoded.
    QueryJoined(&'static str),
    QueryFlatten,
    /// Without a key, the keys of the value precede the brackets.
    QueryBrackets,
    Header,
    HeaderPrefix,
    /// The body, in this variant of the runtime's `Format`.
    Body(&'static str),
    /// The body, a form of AWS's query protocol. Its first fields are the constants of the template's query.
    BodyMembers,
    Member,
    Part,
}

/// The types that a style accepts, as far as a type shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Whatever the function of the runtime accepts.
    Any,
    /// A value or a list of values.
    Values,
    /// Names with values: a struct, a map, or a list of pairs.
    Entries,
    /// Names with values, which may be structs and lists.
    Nested,
    /// A list of anything.
    Items,
    /// A stream, which is read once.
    Stream,
}

impl Takes {
    /// Whether an array is passed as a slice, since serde serializes it as a tuple.
    pub(crate) fn takes_slices(self) -> bool {
        matches!(self, Self::Values | Self::Entries | Self::Items)
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

impl Role {
    /// Whether this is `#[path]`, which an argument may have in addition to its label.
    pub(crate) fn is_path(&self) -> bool {
        self.style.location == Location::Path
    }
}

/// Whether an attribute of this name states a role.
pub(crate) fn is_role(attribute: &str) -> bool {
    styles_of(attribute).next().is_some()
}

fn styles_of(attribute: &str) -> impl Iterator<Item = &'static Style> + Clone {
    STYLES.iter().filter(move |style| style.attribute == attribute)
}
