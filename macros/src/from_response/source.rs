//! The source of a field, such as `#[from_response(header = "etag")]`.

use quote::ToTokens;
use syn::{Attribute, Field, Path};

use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::header;
use crate::rules::Rule;
use crate::suggest;

pub(super) enum Source {
    /// A member of the JSON body.
    Json,
    /// `header = "name"`
    Header { name: String, with: Option<Path> },
    /// `header_prefix = "name-"`
    HeaderPrefix(String),
    /// `status`
    Status,
    /// `body`
    Body,
}

const KEYS: [&str; 5] = ["header", "header_prefix", "status", "body", "with"];

impl Source {
    /// Reads the attributes of the field. `None` has been reported.
    pub(super) fn parse(field: &Field, errors: &mut Errors) -> Option<Self> {
        let mut source: Option<Self> = None;
        let mut with: Option<(AttrArg, Path)> = None;
        let mut is_sound = true;
        for arg in derive::parse_args(&field.attrs, "from_response", errors)? {
            is_sound &= if arg.name().is_some_and(|name| name == "with") {
                arg.parse_module(Rule::BadSource, errors)
                    .is_some_and(|path| fill(&mut with, (arg.clone(), path), &arg, errors))
            } else {
                parse_arg(&arg, errors).is_some_and(|value| fill(&mut source, value, &arg, errors))
            };
        }
        if !is_sound {
            return None;
        }
        match (with, source) {
            (None, source) => Some(source.unwrap_or(Self::Json)),
            (Some((_, path)), Some(Self::Header { name, .. })) => Some(Self::Header { name, with: Some(path) }),
            (Some((arg, _)), _) => {
                report_with(&arg, errors);
                None
            }
        }
    }
}

fn parse_arg(arg: &AttrArg, errors: &mut Errors) -> Option<Source> {
    match arg.key().as_deref() {
        Some("header") => {
            let name = arg.parse_string("\"etag\"", Rule::BadSource, errors)?;
            header::parse_name(&name, errors).map(|name| Source::Header { name, with: None })
        }
        Some("header_prefix") => {
            let prefix = arg.parse_string("\"x-meta-\"", Rule::BadSource, errors)?;
            header::parse_prefix(&prefix, errors).map(Source::HeaderPrefix)
        }
        Some("status") => arg.parse_flag(Rule::BadSource, errors).map(|_| Source::Status),
        Some("body") => arg.parse_flag(Rule::BadSource, errors).map(|_| Source::Body),
        name => {
            let remedy = suggest::remedy(name.unwrap_or_default(), &KEYS);
            let message = format!("unknown source `{}`; {remedy}", arg.to_token_stream());
            errors.report(Rule::UnknownSource, arg, message);
            None
        }
    }
}

/// Stores the value in a slot that may be filled only once.
fn fill<T>(slot: &mut Option<T>, value: T, arg: &AttrArg, errors: &mut Errors) -> bool {
    let is_first = slot.is_none();
    if is_first {
        *slot = Some(value);
    } else {
        let message = format!("a field has only one source; remove `{}`", arg.to_token_stream());
        errors.report(Rule::TwoSources, arg, message);
    }
    is_first
}

fn report_with(arg: &AttrArg, errors: &mut Errors) {
    let message = "`with` requires `header`; write `header = \"name\"` beside it, or `#[serde(with = \"…\")]` for JSON";
    errors.report(Rule::WithWithoutHeader, arg, message);
}

/// Checks that a field of an enum has no source.
pub(super) fn check_no_source(field: &Field, errors: &mut Errors) {
    if let Some(attribute) = attribute_of(field) {
        let message = "a field of an enum cannot have a source; remove it, or derive `FromResponse` for a struct";
        errors.report(Rule::SourceInEnum, attribute, message);
    }
}

/// The attribute of a field.
pub(super) fn attribute_of(field: &Field) -> Option<&Attribute> {
    field
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("from_response"))
}
