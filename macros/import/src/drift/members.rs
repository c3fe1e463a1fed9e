//! The members of structs in Rust, as serde names them.

use syn::{Attribute, Field, Fields, ItemStruct, Lit, Type};

use super::attribute::{Arg, args, is_named};
use super::items::{Definition, Items, Parameters};
use crate::text::rename::{Of, Rule};

/// The most structs that are flattened into one.
const MAX_DEPTH: usize = 16;

/// The direction in which values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Way {
    Request,
    Response,
}

/// A member of a struct.
pub(super) struct Member {
    /// The name on the wire, and others that are accepted; names of headers are in lower case.
    pub(super) names: Vec<String>,
    pub(super) place: Place,
    pub(super) ty: Type,
    /// Whether it may be absent.
    pub(super) is_optional: bool,
}

/// Where a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Json,
    Header,
    /// The whole body.
    Body,
    /// The status, or headers with a prefix.
    Other,
}

/// The members of a struct.
#[derive(Default)]
pub(super) struct Members {
    pub(super) all: Vec<Member>,
    /// Other members are possible: a map, or a type that is not known, is flattened.
    pub(super) is_open: bool,
}

impl Member {
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    pub(super) fn is(&self, place: Place, name: &str) -> bool {
        self.place == place && self.names.iter().any(|known| known == name)
    }
}

impl Members {
    /// Returns the members of a struct in one direction.
    pub(super) fn of(items: &Items<'_>, item: &ItemStruct, parameters: &Parameters, way: Way) -> Self {
        let mut members = Self::default();
        members.add(items, &item.fields, &item.attrs, parameters, way, MAX_DEPTH);
        members
    }

    /// Returns the members of fields with names, which are those of a struct or of a variant.
    pub(super) fn of_fields(
        items: &Items<'_>,
        fields: &Fields,
        attributes: &[Attribute],
        parameters: &Parameters,
        way: Way,
    ) -> Self {
        let mut members = Self::default();
        members.add(items, fields, attributes, parameters, way, MAX_DEPTH);
        members
    }

    fn add(
        &mut self,
        items: &Items<'_>,
        fields: &Fields,
        attributes: &[Attribute],
        parameters: &Parameters,
        way: Way,
        depth: usize,
    ) {
        let rule = rule(attributes, "rename_all", way);
        let has_default = has(&serde_args(attributes), "default");
        for field in fields {
            let args = serde_args(&field.attrs);
            let skip = match way {
                Way::Request => "skip_serializing",
                Way::Response => "skip_deserializing",
            };
            let Some(ident) = field
                .ident
                .as_ref()
                .filter(|_| !has(&args, "skip") && !has(&args, skip))
            else {
                continue;
            };
            let ty = parameters.apply(&field.ty);
            if has(&args, "flatten") {
                match items.definition(&ty) {
                    Some(Definition::Struct(inner, parameters)) if depth > 0 => {
                        let first = self.all.len();
                        self.add(items, &inner.fields, &inner.attrs, &parameters, way, depth - 1);
                        let is_option = items.is_option(&ty);
                        self.all
                            .iter_mut()
                            .skip(first)
                            .for_each(|member| member.is_optional |= is_option);
                    }
                    _ => self.is_open = true,
                }
                continue;
            }
            let rust_name = syn::ext::IdentExt::unraw(ident).to_string();
            let name = renamed(&args, way).unwrap_or_else(|| rule.apply(Of::Fields, &rust_name));
            let (place, name) = source(field, name);
            let mut names = vec![name];
            names.extend(values(&args, "alias"));
            let is_optional = items.is_option(&ty)
                || match way {
                    Way::Request => values(&args, "skip_serializing_if").next().is_some(),
                    Way::Response => has_default || has(&args, "default"),
                };
            self.all.push(Member {
                names,
                place,
                ty,
                is_optional,
            });
        }
    }
}

/// Returns the place of a field of a result, and its name there.
fn source(field: &Field, name: String) -> (Place, String) {
    let mut args = field
        .attrs
        .iter()
        .filter(|attribute| is_named(attribute, "from_response"))
        .flat_map(args);
    let other = args.find_map(|arg| match arg {
        Arg::Value(key, Lit::Str(header)) if key == "header" => {
            Some((Place::Header, header.value().to_ascii_lowercase()))
        }
        Arg::Name(key) if key == "body" => Some((Place::Body, String::new())),
        Arg::Name(key) if key == "status" => Some((Place::Other, String::new())),
        Arg::Value(key, _) if key == "header_prefix" => Some((Place::Other, String::new())),
        _ => None,
    });
    other.unwrap_or((Place::Json, name))
}

/// Returns the arguments of serde's attributes.
pub(super) fn serde_args(attributes: &[Attribute]) -> Vec<Arg> {
    attributes
        .iter()
        .filter(|attribute| is_named(attribute, "serde"))
        .flat_map(args)
        .collect()
}

/// Whether there is a flag, or a value of this name.
pub(super) fn has(args: &[Arg], name: &str) -> bool {
    args.iter().any(|arg| match arg {
        Arg::Name(known) | Arg::Value(known, _) => known == name,
        _ => false,
    })
}

/// Returns the texts that are values of a name.
pub(super) fn values<'a>(args: &'a [Arg], name: &'a str) -> impl Iterator<Item = String> + 'a {
    args.iter().filter_map(move |arg| match arg {
        Arg::Value(known, Lit::Str(text)) if known == name => Some(text.value()),
        _ => None,
    })
}

/// Returns the value of `name = ".."`, or of its form for one direction.
fn of_way(args: &[Arg], name: &str, way: Way) -> Option<String> {
    let direction = match way {
        Way::Request => "serialize",
        Way::Response => "deserialize",
    };
    let separate = args.iter().find_map(|arg| match arg {
        Arg::List(known, inner) if known == name => values(inner, direction).next(),
        _ => None,
    });
    separate.or_else(|| values(args, name).next())
}

/// Returns the name that a field or a variant is given.
pub(super) fn renamed(args: &[Arg], way: Way) -> Option<String> {
    of_way(args, "rename", way)
}

/// Returns the rule for names.
pub(super) fn rule(attributes: &[Attribute], name: &str, way: Way) -> Rule {
    of_way(&serde_args(attributes), name, way)
        .and_then(|value| Rule::named(&value))
        .unwrap_or(Rule::Plain)
}
