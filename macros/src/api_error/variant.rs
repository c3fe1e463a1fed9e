//! The variants of an error: the code and status of each, and the rules on all of them.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Data, DeriveInput, Fields, LitInt, LitStr, Type, Variant};

use super::spec::Spec;
use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::suggest;

/// A variant, and the errors that it is chosen for.
pub(super) struct ErrorVariant<'a> {
    pub(super) ident: &'a Ident,
    /// The type of the field. `None` for a unit variant.
    pub(super) ty: Option<&'a Type>,
    pub(super) codes: Vec<LitStr>,
    pub(super) status: Option<(LitInt, u16)>,
    pub(super) alls: Vec<All>,
    pub(super) other: Option<AttrArg>,
}

/// A status with one of several codes.
pub(super) struct All {
    pub(super) status: (LitInt, u16),
    pub(super) codes: Vec<LitStr>,
}

const KEYS: [&str; 4] = ["code", "status", "all", "other"];

/// Reads the variants. `None` has been reported.
pub(super) fn parse<'a>(input: &'a DeriveInput, spec: &Spec, errors: &mut Errors) -> Option<Vec<ErrorVariant<'a>>> {
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => return report_not_enum("struct", data.struct_token, errors),
        Data::Union(data) => return report_not_enum("union", data.union_token, errors),
    };
    let parsed: Vec<Option<ErrorVariant>> = data
        .variants
        .iter()
        .map(|variant| ErrorVariant::parse(variant, spec, errors))
        .collect();
    let is_sound = parsed.iter().all(Option::is_some);
    let variants: Vec<ErrorVariant> = parsed.into_iter().flatten().collect();
    check_codes(&variants, errors);
    check_statuses(&variants, errors);
    check_one_other(&variants, errors);
    if is_sound {
        check_other(input, &variants, errors);
    }
    is_sound.then_some(variants)
}

impl<'a> ErrorVariant<'a> {
    fn parse(variant: &'a Variant, spec: &Spec, errors: &mut Errors) -> Option<Self> {
        let mut this = Self {
            ident: &variant.ident,
            ty: variant.fields.iter().next().map(|field| &field.ty),
            codes: Vec::new(),
            status: None,
            alls: Vec::new(),
            other: None,
        };
        let mut is_sound = check_shape(variant, errors);
        for arg in &derive::parse_args(&variant.attrs, "api_error", errors)? {
            is_sound &= this.add(arg, spec, errors);
        }
        let mut attributes = variant.attrs.iter();
        if !attributes.any(|attribute| attribute.path().is_ident("api_error")) {
            report_never_chosen(&variant.ident, errors);
            is_sound = false;
        }
        if is_sound {
            check_only_other(&this, errors);
            check_keeps_response(&this, spec, errors);
        }
        is_sound.then_some(this)
    }

    fn add(&mut self, arg: &AttrArg, spec: &Spec, errors: &mut Errors) -> bool {
        match arg.any_name().map(|name| name.to_string()).as_deref() {
            Some("code") => parse_code(arg, errors).map(|code| self.codes.push(code)).is_some(),
            Some("status") => match (parse_status(arg, spec, errors), &self.status) {
                (Some(_), Some(_)) => {
                    let message = "second `status` of a variant; remove it, or write another variant for it";
                    errors.report(Rule::DuplicateStatus, arg, message);
                    false
                }
                (status, _) => {
                    self.status = status;
                    self.status.is_some()
                }
            },
            Some("all") => All::parse(arg, spec, errors).map(|all| self.alls.push(all)).is_some(),
            Some("other") => {
                self.other = Some(arg.clone());
                arg.parse_flag(Rule::BadOther, errors).is_some()
            }
            name => {
                report_unknown(name, arg, errors);
                false
            }
        }
    }
}

impl All {
    /// Reads `all(status = 409, code = "AlreadyExists")`. `None` has been reported.
    fn parse(arg: &AttrArg, spec: &Spec, errors: &mut Errors) -> Option<Self> {
        let (_, content) = arg.list().or_else(|| report_all(arg, errors))?;
        let mut statuses = Vec::new();
        let mut codes = Vec::new();
        for inner in &AttrArg::split(content) {
            match inner.key().as_deref() {
                Some("status") => statuses.push(parse_status(inner, spec, errors)?),
                Some("code") => codes.push(parse_code(inner, errors)?),
                _ => return report_all(inner, errors),
            }
        }
        match (statuses.pop(), statuses.is_empty() && !codes.is_empty()) {
            (Some(status), true) => Some(Self { status, codes }),
            _ => report_all(arg, errors),
        }
    }
}

fn report_all<T>(arg: &AttrArg, errors: &mut Errors) -> Option<T> {
    let message = "`all` takes one status and one or more codes; write `all(status = 409, code = \"AlreadyExists\")`";
    errors.report(Rule::BadAll, arg, message);
    None
}

fn report_not_enum<T>(kind: &str, token: impl ToTokens, errors: &mut Errors) -> Option<T> {
    let message =
        format!("`ApiError` cannot be derived for a {kind}; derive it for an enum with a variant for each error");
    errors.report(Rule::ErrorNotEnum, token, message);
    None
}

fn check_shape(variant: &Variant, errors: &mut Errors) -> bool {
    let ident = &variant.ident;
    let found = match &variant.fields {
        Fields::Named(_) => "named fields",
        Fields::Unnamed(fields) if fields.unnamed.is_empty() => "no field in its parentheses",
        Fields::Unnamed(fields) if fields.unnamed.len() > 1 => "several fields",
        Fields::Unnamed(_) | Fields::Unit => return true,
    };
    let message = format!("variant `{ident}` has {found}; write `{ident}(ErrorResponse)` or `{ident}`");
    errors.report(Rule::VariantShape, ident, message);
    false
}

fn parse_code(arg: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let code = arg.string().filter(|code| !code.value().is_empty()).or_else(|| {
        // The runtime compares codes as text, also if the response has a number.
        let number: LitInt = syn::parse2(arg.value()).ok()?;
        let digits = Some(number.base10_digits()).filter(|_| number.suffix().is_empty())?;
        Some(LitStr::new(digits, number.span()))
    });
    if code.is_none() {
        let message = "`code` takes a string or a whole number; write `code = \"NotFoundException\"`";
        errors.report(Rule::BadCode, arg.value(), message);
    }
    code
}

fn parse_status(arg: &AttrArg, spec: &Spec, errors: &mut Errors) -> Option<(LitInt, u16)> {
    let literal: Option<LitInt> = match arg {
        AttrArg::Named { value, .. } => syn::parse2(value.clone()).ok(),
        _ => None,
    };
    let status = literal.and_then(|literal| literal.base10_parse().ok().map(|status| (literal, status)));
    let lowest = if spec.has_when() { 200 } else { 300 };
    let status = status.filter(|(_, status)| (lowest..=599).contains(status));
    if status.is_none() {
        let value = arg.value();
        let problem = match arg {
            AttrArg::Named { .. } => format!("`{value}` is not the status of an error, which is in {lowest}..=599"),
            _ => "`status` has no value".to_owned(),
        };
        errors.report(Rule::BadStatus, value, format!("{problem}; write `status = 404`"));
    }
    status
}

fn report_unknown(name: Option<&str>, arg: &AttrArg, errors: &mut Errors) {
    let remedy = match arg {
        AttrArg::Text(text) => format!("write `code = {}`", text.to_token_stream()),
        _ => suggest::remedy(name.unwrap_or_default(), &KEYS),
    };
    let message = format!("unknown key `{}`; {remedy}", arg.to_token_stream());
    errors.report(Rule::UnknownErrorKey, arg, message);
}

fn report_never_chosen(variant: &Ident, errors: &mut Errors) {
    let message =
        format!("variant `{variant}` has no code or status; write `#[api_error(code = \"{variant}\")]` before it");
    errors.report(Rule::VariantNeverChosen, variant, message);
}

fn check_only_other(variant: &ErrorVariant, errors: &mut Errors) {
    let has_key = !variant.codes.is_empty() || variant.status.is_some() || !variant.alls.is_empty();
    if let Some(other) = variant.other.as_ref().filter(|_| has_key) {
        let message =
            "`other` is for errors that no other variant matches; remove it, or the code and status beside it";
        errors.report(Rule::BadOther, other, message);
    }
}

fn check_keeps_response(variant: &ErrorVariant, spec: &Spec, errors: &mut Errors) {
    let ident = variant.ident;
    let (rule, problem) = match (variant.ty, &variant.other) {
        (None, Some(_)) => (
            Rule::BadOther,
            "the `other` variant must contain the response".to_owned(),
        ),
        (None, None) if spec.response.is_some() => (
            Rule::VariantWithoutResponse,
            format!("variant `{ident}` does not contain the response that `response` returns"),
        ),
        _ => return,
    };
    errors.report(rule, ident, format!("{problem}; write `{ident}(ErrorResponse)`"));
}

fn check_codes(variants: &[ErrorVariant], errors: &mut Errors) {
    let mut seen: Vec<String> = Vec::new();
    for code in variants.iter().flat_map(|variant| &variant.codes) {
        let value = code.value();
        if seen.contains(&value) {
            let message = format!("code `{value}` is given twice; remove one");
            errors.report(Rule::DuplicateCode, code, message);
        }
        seen.push(value);
    }
    let mut seen = Vec::new();
    for All { status, codes } in variants.iter().flat_map(|variant| &variant.alls) {
        for code in codes {
            let both = (status.1, code.value());
            if seen.contains(&both) {
                let message = format!("code `{}` is given twice with status `{}`; remove one", both.1, both.0);
                errors.report(Rule::DuplicateCode, code, message);
            }
            seen.push(both);
        }
    }
}

fn check_statuses(variants: &[ErrorVariant], errors: &mut Errors) {
    let mut seen = Vec::new();
    for (literal, status) in variants.iter().filter_map(|variant| variant.status.as_ref()) {
        if seen.contains(status) {
            let message =
                format!("status `{status}` is given twice; remove one, or distinguish the variants only by code");
            errors.report(Rule::DuplicateStatus, literal, message);
        }
        seen.push(*status);
    }
}

fn check_one_other(variants: &[ErrorVariant], errors: &mut Errors) {
    for second in variants.iter().filter_map(|variant| variant.other.as_ref()).skip(1) {
        errors.report(Rule::TwoOthers, second, "second `other`; remove one");
    }
}

fn check_other(input: &DeriveInput, variants: &[ErrorVariant], errors: &mut Errors) {
    if variants.iter().all(|variant| variant.other.is_none()) {
        let message = "no variant is marked `other`; add `#[api_error(other)] Other(ErrorResponse)`";
        errors.report(Rule::NoOther, &input.ident, message);
    }
}
