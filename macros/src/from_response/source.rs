//! Where a field comes from: `#[from_response(header = "etag")]` and its like.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Field, LitStr, Path};

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
    /// Reads the field's attributes; `None` has been reported.
    pub(super) fn read(field: &Field, errors: &mut Errors) -> Option<Self> {
        let mut source: Option<Self> = None;
        let mut with: Option<(AttrArg, Path)> = None;
        let mut sound = true;
        for part in derive::parts(&field.attrs, "from_response", errors)? {
            sound &= if part.name().is_some_and(|name| name == "with") {
                part.module(Rule::BadSource, errors)
                    .is_some_and(|path| check_unrepeated(&mut with, (part.clone(), path), &part, errors))
            } else {
                read_part(&part, errors).is_some_and(|read| check_unrepeated(&mut source, read, &part, errors))
            };
        }
        if !sound {
            return None;
        }
        match with {
            Some((part, path)) => check_with(source, &part, path, errors),
            None => Some(source.unwrap_or(Self::Json)),
        }
    }
}

fn read_part(part: &AttrArg, errors: &mut Errors) -> Option<Source> {
    match part.name().map(Ident::to_string).as_deref() {
        Some("header") => {
            let name = check_string(part, "\"etag\"", errors)?;
            header::read(&name, errors).map(|name| Source::Header { name, with: None })
        }
        Some("header_prefix") => {
            let prefix = check_string(part, "\"x-meta-\"", errors)?;
            header::read_prefix(&prefix, errors).map(Source::HeaderPrefix)
        }
        Some("status") => check_flag(part, errors).then_some(Source::Status),
        Some("body") => check_flag(part, errors).then_some(Source::Body),
        name => check_known(name, part, errors),
    }
}

fn check_string(part: &AttrArg, example: &str, errors: &mut Errors) -> Option<LitStr> {
    let literal = part.string();
    if let (None, Some(name)) = (&literal, part.name()) {
        errors.report(
            Rule::BadSource,
            part.value(),
            format!("`{name}` takes a string; write `{name} = {example}`"),
        );
    }
    literal
}

fn check_flag(part: &AttrArg, errors: &mut Errors) -> bool {
    let is_flag = matches!(part, AttrArg::Flag(_));
    if let (false, Some(name)) = (is_flag, part.name()) {
        errors.report(
            Rule::BadSource,
            part.value(),
            format!("`{name}` takes no value; write `{name}`"),
        );
    }
    is_flag
}

fn check_known(name: Option<&str>, part: &AttrArg, errors: &mut Errors) -> Option<Source> {
    let remedy = suggest::remedy(name.unwrap_or_default(), &KEYS);
    let message = format!("unknown source `{}`; {remedy}", part.to_token_stream());
    errors.report(Rule::UnknownSource, part, message);
    None
}

/// Fills a place that can be filled once.
fn check_unrepeated<T>(place: &mut Option<T>, value: T, part: &AttrArg, errors: &mut Errors) -> bool {
    if place.is_some() {
        let message = format!("a field has one source; remove `{}`", part.to_token_stream());
        errors.report(Rule::TwoSources, part, message);
        return false;
    }
    *place = Some(value);
    true
}

fn check_with(source: Option<Source>, part: &AttrArg, path: Path, errors: &mut Errors) -> Option<Source> {
    if let Some(Source::Header { name, .. }) = source {
        return Some(Source::Header { name, with: Some(path) });
    }
    let message =
        "`with` belongs to `header`; write `header = \"name\"` beside it, or `#[serde(with = \"…\")]` for JSON";
    errors.report(Rule::WithWithoutHeader, part, message);
    None
}
