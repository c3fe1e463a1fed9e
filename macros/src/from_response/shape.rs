//! What a response type is made of, and the rules on its fields as a whole.

use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Field, Fields, Generics, Index, Member, Meta};

use super::by_status::{self, StatusVariant};
use super::source::Source;
use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;

pub(super) enum Shape<'a> {
    /// Nothing is read.
    Unit,
    /// The whole type is the JSON body.
    Json,
    /// Each field comes from where it says.
    Fields(Vec<Sourced<'a>>),
    /// The status says which variant is read.
    ByStatus(Vec<StatusVariant<'a>>),
}

/// A field and where it comes from.
pub(super) struct Sourced<'a> {
    pub(super) member: Member,
    pub(super) field: &'a Field,
    pub(super) source: Source,
}

impl<'a> Shape<'a> {
    /// Reads the type; `None` has been reported.
    pub(super) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        check_lifetimes(&input.generics, errors);
        match &input.data {
            Data::Struct(data) if matches!(data.fields, Fields::Unit) => Some(Self::Unit),
            Data::Struct(data) => {
                let fields = read_fields(&data.fields, errors)?;
                if fields.iter().all(Sourced::is_json) {
                    return Some(Self::Json);
                }
                check_one_body(&fields, errors);
                check_members(&fields, errors);
                if fields.iter().any(Sourced::is_json) {
                    check_serde_default(&input.attrs, errors);
                }
                Some(Self::Fields(fields))
            }
            Data::Enum(data) => {
                if by_status::is_by_status(data) {
                    return by_status::read(data, errors).map(Self::ByStatus);
                }
                for field in data.variants.iter().flat_map(|variant| &variant.fields) {
                    check_no_source(field, errors);
                }
                Some(Self::Json)
            }
            Data::Union(data) => {
                let message = "`FromResponse` on a union; derive it on a struct, or on an enum in JSON";
                errors.report(Rule::ResponseUnion, data.union_token, message);
                None
            }
        }
    }
}

impl Shape<'_> {
    /// Whether the type, or some of its fields, are read from a JSON body.
    pub(super) fn has_json(&self) -> bool {
        match self {
            Self::Json => true,
            Self::Fields(fields) => fields.iter().any(Sourced::is_json),
            Self::Unit | Self::ByStatus(_) => false,
        }
    }
}

impl Sourced<'_> {
    pub(super) fn is_json(&self) -> bool {
        matches!(self.source, Source::Json)
    }

    pub(super) fn is_body(&self) -> bool {
        matches!(self.source, Source::Body)
    }
}

fn read_fields<'a>(fields: &'a Fields, errors: &mut Errors) -> Option<Vec<Sourced<'a>>> {
    let read: Vec<Option<Source>> = fields.iter().map(|field| Source::read(field, errors)).collect();
    let sourced = fields.iter().zip(read).enumerate().map(|(index, (field, source))| {
        let member = field
            .ident
            .clone()
            .map_or_else(|| Member::Unnamed(Index::from(index)), Member::Named);
        Some(Sourced {
            member,
            field,
            source: source?,
        })
    });
    sourced.collect()
}

fn check_lifetimes(generics: &Generics, errors: &mut Errors) {
    for lifetime in generics.lifetimes() {
        let message = format!("a response owns its data; remove lifetime `{}`", lifetime.lifetime);
        errors.report(Rule::ResponseLifetime, lifetime, message);
    }
}

pub(super) fn check_no_source(field: &Field, errors: &mut Errors) {
    if let Some(attribute) = attribute_of(field) {
        let message = "an enum is read from JSON as a whole; remove this, or derive `FromResponse` on a struct";
        errors.report(Rule::SourceInEnum, attribute, message);
    }
}

fn check_one_body(fields: &[Sourced], errors: &mut Errors) {
    for second in fields.iter().filter(|field| field.is_body()).skip(1) {
        let message = "second `body`; remove it, or read both as JSON members";
        errors.report(Rule::TwoResponseBodies, attribute_of(second.field), message);
    }
}

/// A JSON member has a name, and there is a JSON body to hold it.
fn check_members(fields: &[Sourced], errors: &mut Errors) {
    let has_body = fields.iter().any(Sourced::is_body);
    for member in fields.iter().filter(|field| field.is_json()) {
        let remedy = match &member.field.ident {
            None if !has_body => "no name in JSON; write `#[from_response(body)]` before it",
            Some(_) if !has_body => continue,
            _ => "no source, for the body is another field; write one, such as `#[from_response(header = \"…\")]`",
        };
        let name = member.member.to_token_stream();
        let message = format!("field `{name}` has {remedy}");
        match &member.field.ident {
            Some(name) => errors.report(Rule::FieldWithoutSource, name, message),
            None => errors.report(Rule::FieldWithoutSource, &member.field.ty, message),
        }
    }
}

/// `Default` is there for the whole type, not for the members alone.
fn check_serde_default(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let Meta::List(list) = &attribute.meta else {
            continue;
        };
        for part in AttrArg::split(list.tokens.clone()) {
            if part.name().is_some_and(|name| name == "default") {
                let message = "`default` on a type that is not all JSON; write `#[serde(default)]` on its fields";
                errors.report(Rule::SerdeDefault, &part, message);
            }
        }
    }
}

fn attribute_of(field: &Field) -> Option<&Attribute> {
    field
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("from_response"))
}
