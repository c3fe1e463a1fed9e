//! The fields of a response type, and the rules on all of them.

use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Field, Fields, Generics, Index, Member, Meta};

use super::by_status::{self, StatusVariant};
use super::source::{Source, attribute_of, check_no_source};
use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;

pub(super) enum Shape<'a> {
    /// Nothing is read.
    Unit,
    /// The whole type is the body, in JSON or XML.
    Members,
    /// Each field has its own source.
    Fields(Vec<ResponseField<'a>>),
    /// The status chooses the variant.
    ByStatus(Vec<StatusVariant<'a>>),
}

/// A field and its source.
pub(super) struct ResponseField<'a> {
    pub(super) member: Member,
    pub(super) field: &'a Field,
    pub(super) source: Source,
}

impl<'a> Shape<'a> {
    /// Reads the type. `None` has been reported.
    pub(super) fn parse(input: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        check_lifetimes(&input.generics, errors);
        match &input.data {
            Data::Struct(data) if matches!(data.fields, Fields::Unit) => Some(Self::Unit),
            Data::Struct(data) => {
                let fields = parse_fields(&data.fields, errors)?;
                if fields.iter().all(ResponseField::is_json) {
                    return Some(Self::Members);
                }
                check_one_body(&fields, errors);
                check_members(&fields, errors);
                if fields.iter().any(ResponseField::is_json) {
                    check_serde_default(&input.attrs, errors);
                }
                Some(Self::Fields(fields))
            }
            Data::Enum(data) => {
                if by_status::is_by_status(data) {
                    return by_status::parse(data, errors).map(Self::ByStatus);
                }
                for field in data.variants.iter().flat_map(|variant| &variant.fields) {
                    check_no_source(field, errors);
                }
                Some(Self::Members)
            }
            Data::Union(data) => {
                let message = "`FromResponse` cannot be derived for a union; derive it for a struct or an enum";
                errors.report(Rule::ResponseUnion, data.union_token, message);
                None
            }
        }
    }
}

impl Shape<'_> {
    /// Whether the type, or some of its fields, are read from a body in JSON or XML.
    pub(super) fn has_members(&self) -> bool {
        match self {
            Self::Members => true,
            Self::Fields(fields) => fields.iter().any(ResponseField::is_json),
            Self::Unit | Self::ByStatus(_) => false,
        }
    }
}

impl ResponseField<'_> {
    pub(super) fn is_json(&self) -> bool {
        matches!(self.source, Source::Json)
    }

    pub(super) fn is_body(&self) -> bool {
        matches!(self.source, Source::Body)
    }
}

fn parse_fields<'a>(fields: &'a Fields, errors: &mut Errors) -> Option<Vec<ResponseField<'a>>> {
    let sources: Vec<Option<Source>> = fields.iter().map(|field| Source::parse(field, errors)).collect();
    let fields = fields.iter().zip(sources).enumerate().map(|(index, (field, source))| {
        let member = field
            .ident
            .clone()
            .map_or_else(|| Member::Unnamed(Index::from(index)), Member::Named);
        Some(ResponseField {
            member,
            field,
            source: source?,
        })
    });
    fields.collect()
}

fn check_lifetimes(generics: &Generics, errors: &mut Errors) {
    for lifetime in generics.lifetimes() {
        let message = format!("a response must own its data; remove lifetime `{}`", lifetime.lifetime);
        errors.report(Rule::ResponseLifetime, lifetime, message);
    }
}

fn check_one_body(fields: &[ResponseField], errors: &mut Errors) {
    for second in fields.iter().filter(|field| field.is_body()).skip(1) {
        let message = "second `body`; remove it, or read both fields as JSON members";
        errors.report(Rule::TwoResponseBodies, attribute_of(second.field), message);
    }
}

/// Checks that each JSON member has a name, and that no other field consumes the body.
fn check_members(fields: &[ResponseField], errors: &mut Errors) {
    let has_body = fields.iter().any(ResponseField::is_body);
    for member in fields.iter().filter(|field| field.is_json()) {
        let remedy = match &member.field.ident {
            None if !has_body => "no name for a JSON member; write `#[from_response(body)]` before it",
            Some(_) if !has_body => continue,
            _ => "no source, since another field is the body; write one, such as `#[from_response(header = \"…\")]`",
        };
        let name = member.member.to_token_stream();
        let message = format!("field `{name}` has {remedy}");
        match &member.field.ident {
            Some(name) => errors.report(Rule::FieldWithoutSource, name, message),
            None => errors.report(Rule::FieldWithoutSource, &member.field.ty, message),
        }
    }
}

/// `Default` of the whole type is not `Default` of the type of the JSON members.
fn check_serde_default(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let Meta::List(list) = &attribute.meta else {
            continue;
        };
        for arg in AttrArg::split(list.tokens.clone()) {
            if arg.name().is_some_and(|name| name == "default") {
                let message = "`default` does not apply to a type with sources other than JSON; write `#[serde(default)]` on its fields";
                errors.report(Rule::SerdeDefault, &arg, message);
            }
        }
    }
}
