//! Enums whose variant is chosen by the status of the response: `#[from_response(status = 202)]` and `#[from_response(success)]`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{DataEnum, Fields, LitInt, Type, Variant};

use super::source::check_no_source;
use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::span_range::SpanRange;
use crate::suggest;

/// A variant and the statuses that it is chosen for.
pub(super) struct StatusVariant<'a> {
    ident: &'a Ident,
    /// The type of the field. `None` for a unit variant.
    pub(super) ty: Option<&'a Type>,
    statuses: Vec<u16>,
    /// Whether it is chosen for every other 2xx.
    success: bool,
}

const KEYS: [&str; 2] = ["status", "success"];

/// Whether a variant has an attribute, so that all of them are chosen by status.
pub(super) fn is_by_status(data: &DataEnum) -> bool {
    data.variants.iter().any(has_attribute)
}

fn has_attribute(variant: &Variant) -> bool {
    let mut attributes = variant.attrs.iter();
    attributes.any(|attribute| attribute.path().is_ident("from_response"))
}

/// Reads the variants. `None` has been reported.
pub(super) fn parse<'a>(data: &'a DataEnum, errors: &mut Errors) -> Option<Vec<StatusVariant<'a>>> {
    let mut seen = Seen::default();
    let variants = data.variants.iter();
    let parsed: Vec<_> = variants
        .map(|variant| parse_variant(variant, &mut seen, errors))
        .collect();
    parsed.into_iter().collect()
}

/// The statuses of the preceding variants.
#[derive(Default)]
struct Seen {
    statuses: Vec<u16>,
    success: bool,
}

fn parse_variant<'a>(variant: &'a Variant, seen: &mut Seen, errors: &mut Errors) -> Option<StatusVariant<'a>> {
    let mut parsed = StatusVariant {
        ident: &variant.ident,
        ty: variant.fields.iter().next().map(|field| &field.ty),
        statuses: Vec::new(),
        success: false,
    };
    let mut is_sound = check_shape(variant, errors) & check_attribute(variant, errors);
    for arg in &derive::parse_args(&variant.attrs, "from_response", errors)? {
        is_sound &= match arg.key().as_deref() {
            Some("status") => parse_status(arg, seen, errors)
                .map(|status| parsed.statuses.push(status))
                .is_some(),
            Some("success") => {
                parsed.success = true;
                parse_success(arg, seen, errors)
            }
            name => {
                report_unknown(name, arg, errors);
                false
            }
        };
    }
    is_sound.then_some(parsed)
}

fn check_shape(variant: &Variant, errors: &mut Errors) -> bool {
    let ident = &variant.ident;
    let found = match &variant.fields {
        Fields::Named(_) => "named fields",
        Fields::Unnamed(fields) if fields.unnamed.len() != 1 => "zero or several fields in its parentheses",
        fields => {
            fields.iter().for_each(|field| check_no_source(field, errors));
            return true;
        }
    };
    let message = format!("variant `{ident}` has {found}; write `{ident}(Type)`, or `{ident}` if nothing is read");
    errors.report(Rule::ResultVariantShape, ident, message);
    false
}

fn check_attribute(variant: &Variant, errors: &mut Errors) -> bool {
    let has_attribute = has_attribute(variant);
    if !has_attribute {
        let ident = &variant.ident;
        let message = format!(
            "variant `{ident}` has no status, although others have one; write `#[from_response(status = 202)]` or `#[from_response(success)]` before it"
        );
        errors.report(Rule::VariantWithoutStatus, ident, message);
    }
    has_attribute
}

/// Reads `status = 202`. `None` has been reported.
fn parse_status(arg: &AttrArg, seen: &mut Seen, errors: &mut Errors) -> Option<u16> {
    let literal: Option<LitInt> = match arg {
        AttrArg::Named { value, .. } => syn::parse2(value.clone()).ok(),
        _ => None,
    };
    let status = literal.and_then(|literal| literal.base10_parse().ok());
    let Some(status) = status.filter(|status| (200..=599).contains(status)) else {
        let value = arg.value();
        let problem = match arg {
            AttrArg::Named { .. } => format!("`{value}` is not the status of a response, which is in 200..=599"),
            _ => "`status` of a variant has no value".to_owned(),
        };
        errors.report(Rule::BadResultStatus, value, format!("{problem}; write `status = 202`"));
        return None;
    };
    if seen.statuses.contains(&status) {
        let message = format!("status `{status}` is given twice; remove one");
        errors.report(Rule::DuplicateResultStatus, arg.value(), message);
        return None;
    }
    seen.statuses.push(status);
    Some(status)
}

/// Reads `success`. `false` has been reported.
fn parse_success(arg: &AttrArg, seen: &mut Seen, errors: &mut Errors) -> bool {
    if arg.parse_flag(Rule::BadResultStatus, errors).is_none() {
        return false;
    }
    if std::mem::replace(&mut seen.success, true) {
        let message = "second `success`; remove one, or write a status, such as `status = 202`";
        errors.report(Rule::DuplicateResultStatus, arg, message);
        return false;
    }
    true
}

fn report_unknown(name: Option<&str>, arg: &AttrArg, errors: &mut Errors) {
    let remedy = suggest::remedy(name.unwrap_or_default(), &KEYS);
    let message = format!("unknown key `{}` of a variant; {remedy}", arg.to_token_stream());
    errors.report(Rule::UnknownResultKey, arg, message);
}

/// The items of the implementation, except the function that reads the response.
pub(super) fn spec(variants: &[StatusVariant], runtime: &RuntimePath) -> TokenStream {
    let status = Ident::new("status", Span::mixed_site());
    let trait_ = quote!(#runtime::FromResponse);
    let types: Vec<&Type> = variants.iter().filter_map(|variant| variant.ty).collect();
    let accept = (!types.is_empty()).then(|| {
        quote! {
            const ACCEPT: ::core::option::Option<&'static str> =
                #runtime::private::first_accept(&[#(<#types as #trait_>::ACCEPT),*]);
        }
    });
    let statuses = variants.iter().flat_map(|variant| &variant.statuses);
    let statuses = statuses.map(|status| quote!(#status));
    let success = variants
        .iter()
        .any(|variant| variant.success)
        .then(|| quote!(200..=299));
    let statuses = statuses.chain(success);
    let modes = arms(variants, |variant| {
        let unit = syn::parse_quote!(());
        let ty = variant.ty.unwrap_or(&unit);
        quote!(<#ty as #trait_>::body_mode(#status))
    });
    quote! {
        #accept
        fn accepts(#status: #runtime::private::StatusCode) -> bool {
            ::core::matches!(#status.as_u16(), #(#statuses)|*)
        }
        fn body_mode(#status: #runtime::private::StatusCode) -> #runtime::BodyMode {
            match #status.as_u16() {
                #modes
                _ => #runtime::BodyMode::Parsed
            }
        }
    }
}

/// The expression that reads the response.
pub(super) fn expand(variants: &[StatusVariant], runtime: &RuntimePath, reply: &Ident) -> TokenStream {
    let values = arms(variants, |variant| {
        let ident = variant.ident;
        let unit = || quote!(::core::result::Result::Ok(Self::#ident));
        variant.ty.map_or_else(unit, |ty| {
            let value = runtime.call("from_body", &quote!(#reply), SpanRange::of(ty));
            quote!(#value.map(Self::#ident))
        })
    });
    quote! {
        match #reply.status().as_u16() {
            #values
            _ => ::core::result::Result::Err(#runtime::private::unexpected_status(&#reply))
        }
    }
}

/// An arm for each variant. The one for every other 2xx is the last.
fn arms(variants: &[StatusVariant], value: impl Fn(&StatusVariant) -> TokenStream) -> TokenStream {
    let by_status = variants.iter().filter(|variant| !variant.statuses.is_empty());
    let by_status = by_status.map(|variant| {
        let (statuses, value) = (&variant.statuses, value(variant));
        quote!(#(#statuses)|* => #value,)
    });
    let success = variants.iter().find(|variant| variant.success).map(|variant| {
        let value = value(variant);
        quote!(200..=299 => #value,)
    });
    by_status.chain(success).collect()
}
