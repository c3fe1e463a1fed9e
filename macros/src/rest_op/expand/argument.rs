//! The value of an argument, as the runtime takes it. All of it stands at the argument's type, where a missing bound is to be
//! shown; a check stands at its own expression.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, GenericArgument, Path, PathArguments, Type};

use crate::rest_op::operation::Parameter;
use crate::runtime_path::RuntimePath;
use crate::span_range::{SpanRange, respan};

pub(super) fn expand(runtime: &RuntimePath, parameter: &Parameter) -> TokenStream {
    let range = SpanRange::of(&parameter.ty);
    let constructor = parameter.location.constructor();
    if let Some(with) = &parameter.with {
        let value = serialized(runtime, parameter, with);
        return runtime.call(
            &format!("{constructor}_by"),
            &quote_spanned!(range.start=> &#value),
            range,
        );
    }
    let value = match constructor {
        "stream" => runtime.call("once", &at(&parameter.ident, range.start), range),
        "text" | "entries" | "json_lines" if is_array(&parameter.ty) => {
            runtime.call("slice", &optional(parameter, range.start), range)
        }
        _ => at(&parameter.ident, range.end),
    };
    runtime.call(constructor, &quote_spanned!(range.start=> &#value), range)
}

/// The checks of an argument.
pub(super) fn checks<'a>(runtime: &'a RuntimePath, parameter: &'a Parameter) -> impl Iterator<Item = TokenStream> + 'a {
    parameter.checks.iter().map(|rule| check(runtime, parameter, rule))
}

/// What the attributes of an argument mention, for a method that makes no call.
pub(crate) fn mentions<'a>(
    runtime: &'a RuntimePath,
    parameter: &'a Parameter,
) -> impl Iterator<Item = TokenStream> + 'a {
    let with = parameter.with.iter().map(|with| serialized(runtime, parameter, with));
    with.chain(checks(runtime, parameter))
}

/// The value, bound to the function of its `with` module.
fn serialized(runtime: &RuntimePath, parameter: &Parameter, with: &Path) -> TokenStream {
    let range = SpanRange::of(&parameter.ty);
    let value = at(&parameter.ident, range.end);
    let serialize = Ident::new("serialize", SpanRange::within(with).end);
    // Where the module is one of another type, the compiler says so at the argument.
    let mixed = Span::mixed_site();
    let input = Ident::new("value", mixed.located_at(parameter.ident.span()));
    let closure = quote_spanned!(mixed=> |#input, serializer| #with::#serialize(#input, serializer));
    let function = format!("{}_with", parameter.location.constructor());
    runtime.call(&function, &quote_spanned!(range.start=> &#value, #closure), range)
}

fn check(runtime: &RuntimePath, parameter: &Parameter, rule: &Expr) -> TokenStream {
    let (name, value) = (&parameter.name, optional(parameter, SpanRange::of(rule).start));
    runtime.call("check", &quote!(#name, #value, #rule), SpanRange::within(rule))
}

/// The value as an `Option<&T>`, where `T` is the type without reference and `Option`.
fn optional(parameter: &Parameter, span: Span) -> TokenStream {
    let value = at(&parameter.ident, span);
    match peel(&parameter.ty) {
        Type::Reference(reference) if option_of(&reference.elem).is_some() => {
            quote_spanned!(span=> ::core::option::Option::as_ref(#value))
        }
        Type::Reference(_) => quote_spanned!(span=> ::core::option::Option::Some(#value)),
        ty => match option_of(ty).map(peel) {
            Some(Type::Reference(_)) => value,
            Some(_) => quote_spanned!(span=> ::core::option::Option::as_ref(&#value)),
            None => quote_spanned!(span=> ::core::option::Option::Some(&#value)),
        },
    }
}

/// Whether the type is an array, behind reference and `Option`.
fn is_array(ty: &Type) -> bool {
    matches!(value_type(ty), Type::Array(_))
}

/// The type of the value behind reference and `Option`.
pub(crate) fn value_type(ty: &Type) -> &Type {
    match peel(ty) {
        Type::Reference(reference) => value_type(&reference.elem),
        ty => option_of(ty).map_or(ty, value_type),
    }
}

/// The type in `Option<…>`.
fn option_of(ty: &Type) -> Option<&Type> {
    parameter_of(
        ty,
        &[
            "Option",
            "option::Option",
            "core::option::Option",
            "std::option::Option",
        ],
    )
}

/// The parameter of a type that is written by one of these paths.
pub(crate) fn parameter_of<'a>(ty: &'a Type, paths: &[&str]) -> Option<&'a Type> {
    let Type::Path(path) = peel(ty) else {
        return None;
    };
    let names: Vec<String> = path
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    if !paths.contains(&names.join("::").as_str()) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// The type without parentheses, visible or not.
fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peel(&group.elem),
        Type::Paren(paren) => peel(&paren.elem),
        ty => ty,
    }
}

/// The name of an argument, shown elsewhere.
fn at(ident: &Ident, span: Span) -> TokenStream {
    respan(ident.to_token_stream(), span)
}
