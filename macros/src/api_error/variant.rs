//! The variants of an error: what chooses each, and the rules on them as a whole.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Data, DeriveInput, Fields, LitInt, LitStr, Type, Variant};

use super::spec::Spec;

use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::suggest;

/// A variant, what chooses it, and what it holds.
pub(super) struct Chosen<'a> {
    pub(super) ident: &'a Ident,
    /// The type of its one field; `None` for a unit variant.
    pub(super) ty: Option<&'a Type>,
    pub(super) codes: Vec<LitStr>,
    pub(super) status: Option<(LitInt, u16)>,
    pub(super) alls: Vec<All>,
    pub(super) other: Option<AttrArg>,
}

/// A status with one of these codes.
pub(super) struct All {
    pub(super) status: (LitInt, u16),
    pub(super) codes: Vec<LitStr>,
}

const KEYS: [&str; 4] = ["code", "status", "all", "other"];

/// Reads the variants; `None` has been reported.
pub(super) fn read<'a>(input: &'a DeriveInput, spec: &Spec, errors: &mut Errors) -> Option<Vec<Chosen<'a>>> {
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => return check_enum("struct", data.struct_token, errors),
        Data::Union(data) => return check_enum("union", data.union_token, errors),
    };
    let mut sound = true;
    let mut variants = Vec::new();
    for variant in &data.variants {
        match read_variant(variant, spec, errors) {
            Some(variant) => variants.push(variant),
            None => sound = false,
        }
    }
    check_codes(&variants, errors);
    check_statuses(&variants, errors);
    check_one_other(&variants, errors);
    if sound {
        check_other(input, &variants, errors);
    }
    sound.then_some(variants)
}

fn read_variant<'a>(variant: &'a Variant, spec: &Spec, errors: &mut Errors) -> Option<Chosen<'a>> {
    let mut chosen = Chosen {
        ident: &variant.ident,
        ty: variant.fields.iter().next().map(|field| &field.ty),
        codes: Vec::new(),
        status: None,
        alls: Vec::new(),
        other: None,
    };
    let mut sound = check_shape(variant, errors);
    let parts = derive::parts(&variant.attrs, "api_error", errors)?;
    for part in &parts {
        let list = part.list();
        let name = list.as_ref().map(|(name, _)| name).or(part.name());
        sound &= match name.map(Ident::to_string).as_deref() {
            Some("code") => check_code(part, errors).map(|code| chosen.codes.push(code)).is_some(),
            Some("status") => match (check_status(part, spec, errors), &chosen.status) {
                (Some(_), Some(_)) => check_one_status(part, errors),
                (status, _) => {
                    chosen.status = status;
                    chosen.status.is_some()
                }
            },
            Some("all") => read_all(part, spec, errors).map(|all| chosen.alls.push(all)).is_some(),
            Some("other") => {
                chosen.other = Some(part.clone());
                check_flag(part, errors)
            }
            name => check_unknown(name, part, errors),
        };
    }
    if parts.is_empty()
        && !variant
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("api_error"))
    {
        sound &= check_chosen(&variant.ident, errors);
    }
    if sound {
        check_other_alone(&chosen, errors);
        check_other_shape(variant, &chosen, errors);
    }
    sound.then_some(chosen)
}

/// Reads `all(status = 409, code = "AlreadyExists")`; `None` has been reported.
fn read_all(part: &AttrArg, spec: &Spec, errors: &mut Errors) -> Option<All> {
    let (_, inner) = part.list().or_else(|| report_all(part, errors))?;
    let mut statuses = Vec::new();
    let mut codes = Vec::new();
    for inner in &AttrArg::split(inner) {
        match inner.name().map(Ident::to_string).as_deref() {
            Some("status") => statuses.push(check_status(inner, spec, errors)?),
            Some("code") => codes.push(check_code(inner, errors)?),
            _ => return report_all(inner, errors),
        }
    }
    match (statuses.pop(), statuses.is_empty() && !codes.is_empty()) {
        (Some(status), true) => Some(All { status, codes }),
        _ => report_all(part, errors),
    }
}

fn report_all<T>(part: &AttrArg, errors: &mut Errors) -> Option<T> {
    let message = "`all` takes one status and one or more codes; write `all(status = 409, code = \"AlreadyExists\")`";
    errors.report(Rule::BadAll, part, message);
    None
}

fn check_enum<T>(kind: &str, token: impl ToTokens, errors: &mut Errors) -> Option<T> {
    let message = format!("`ApiError` on a {kind}; derive it on an enum with a variant for each error");
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

fn check_code(part: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let code = part.string().filter(|code| !code.value().is_empty()).or_else(|| {
        // Found as text where the response has it as a number.
        let number: LitInt = syn::parse2(part.value()).ok()?;
        let digits = Some(number.base10_digits()).filter(|_| number.suffix().is_empty())?;
        Some(LitStr::new(digits, number.span()))
    });
    if code.is_none() {
        let message = "`code` takes a string or a whole number; write `code = \"NotFoundException\"`";
        errors.report(Rule::BadCode, part.value(), message);
    }
    code
}

fn check_status(part: &AttrArg, spec: &Spec, errors: &mut Errors) -> Option<(LitInt, u16)> {
    let literal: Option<LitInt> = match part {
        AttrArg::Named { value, .. } => syn::parse2(value.clone()).ok(),
        _ => None,
    };
    let status = literal.and_then(|literal| literal.base10_parse().ok().map(|status| (literal, status)));
    let lowest = if spec.has_when() { 200 } else { 300 };
    let status = status.filter(|(_, status)| (lowest..=599).contains(status));
    if status.is_none() {
        let value = part.value();
        let problem = match part {
            AttrArg::Named { .. } => format!("`{value}` is not the status of an error, {lowest} to 599"),
            _ => "`status` has no value".to_owned(),
        };
        errors.report(Rule::BadStatus, value, format!("{problem}; write `status = 404`"));
    }
    status
}

fn check_one_status(part: &AttrArg, errors: &mut Errors) -> bool {
    let message = "second `status` of a variant; remove it, or write a variant of its own";
    errors.report(Rule::DuplicateStatus, part, message);
    false
}

fn check_flag(part: &AttrArg, errors: &mut Errors) -> bool {
    let is_flag = matches!(part, AttrArg::Flag(_));
    if !is_flag {
        errors.report(
            Rule::BadOther,
            part.value(),
            "`other` takes no value; write `#[api_error(other)]`",
        );
    }
    is_flag
}

fn check_unknown(name: Option<&str>, part: &AttrArg, errors: &mut Errors) -> bool {
    let remedy = match part {
        AttrArg::Text(text) => format!("write `code = {}`", text.to_token_stream()),
        _ => suggest::remedy(name.unwrap_or_default(), &KEYS),
    };
    errors.report(
        Rule::UnknownErrorKey,
        part,
        format!("unknown key `{}`; {remedy}", part.to_token_stream()),
    );
    false
}

fn check_chosen(variant: &Ident, errors: &mut Errors) -> bool {
    let message = format!("nothing chooses variant `{variant}`; write `#[api_error(code = \"{variant}\")]` before it");
    errors.report(Rule::VariantNeverChosen, variant, message);
    false
}

fn check_other_alone(chosen: &Chosen, errors: &mut Errors) {
    if let Some(other) = chosen
        .other
        .as_ref()
        .filter(|_| !chosen.codes.is_empty() || chosen.status.is_some() || !chosen.alls.is_empty())
    {
        let message =
            "`other` stands for all errors that no variant names; remove it, or the code and status beside it";
        errors.report(Rule::BadOther, other, message);
    }
}

fn check_other_shape(variant: &Variant, chosen: &Chosen, errors: &mut Errors) {
    if chosen.other.is_some() && chosen.ty.is_none() {
        let ident = &variant.ident;
        let message = format!("the `other` variant keeps the response; write `{ident}(ErrorResponse)`");
        errors.report(Rule::BadOther, ident, message);
    }
}

fn check_codes(variants: &[Chosen], errors: &mut Errors) {
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

fn check_statuses(variants: &[Chosen], errors: &mut Errors) {
    let mut seen = Vec::new();
    for (literal, status) in variants.iter().filter_map(|variant| variant.status.as_ref()) {
        if seen.contains(status) {
            let message =
                format!("status `{status}` is given twice; remove one, or tell the variants apart by code alone");
            errors.report(Rule::DuplicateStatus, literal, message);
        }
        seen.push(*status);
    }
}

fn check_one_other(variants: &[Chosen], errors: &mut Errors) {
    for second in variants.iter().filter_map(|variant| variant.other.as_ref()).skip(1) {
        errors.report(Rule::TwoOthers, second, "second `other`; remove one");
    }
}

fn check_other(input: &DeriveInput, variants: &[Chosen], errors: &mut Errors) {
    if variants.iter().all(|variant| variant.other.is_none()) {
        let message = "no variant for all other errors; add `#[api_error(other)] Other(ErrorResponse)`";
        errors.report(Rule::NoOther, &input.ident, message);
    }
}
