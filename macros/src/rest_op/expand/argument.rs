//! The value of an argument in the form that the runtime takes. Its tokens are at the type of the argument, where the compiler
//! reports a missing bound; a check is at its own expression.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, Path, Type};

use crate::rest_op::operation::Parameter;
use crate::rest_op::style::Takes;
use crate::rest_op::type_shape::{is_array, option_of, without_parentheses};
use crate::runtime_path::RuntimePath;
use crate::span_range::{SpanRange, respan};

pub(super) fn expand(runtime: &RuntimePath, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, style, .. } = parameter;
    let range = SpanRange::of(ty);
    if let Some(with) = &parameter.with {
        let value = serialized(runtime, parameter, with);
        let function = format!("{}_by", style.function);
        return runtime.call(&function, &quote_spanned!(range.start=> &#value), range);
    }
    let value = match style.takes {
        Takes::Stream => runtime.call("once", &respan(ident, range.start), range),
        takes if takes.takes_slices() && is_array(ty) => {
            runtime.call("slice", &optional(parameter, range.start), range)
        }
        _ => respan(ident, range.end),
    };
    runtime.call(style.function, &quote_spanned!(range.start=> &#value), range)
}

/// The checks of an argument.
pub(super) fn checks<'a>(runtime: &'a RuntimePath, parameter: &'a Parameter) -> impl Iterator<Item = TokenStream> + 'a {
    parameter.checks.iter().map(|rule| check(runtime, parameter, rule))
}

/// The items that the attributes of an argument mention, for a method that makes no call.
pub(crate) fn mentioned<'a>(
    runtime: &'a RuntimePath,
    parameter: &'a Parameter,
) -> impl Iterator<Item = TokenStream> + 'a {
    let with = parameter.with.iter().map(|with| serialized(runtime, parameter, with));
    with.chain(checks(runtime, parameter))
}

/// The value, bound to the function of its `with` module.
fn serialized(runtime: &RuntimePath, parameter: &Parameter, with: &Path) -> TokenStream {
    let Parameter { ident, ty, style, .. } = parameter;
    let range = SpanRange::of(ty);
    let value = respan(ident, range.end);
    let serialize = Ident::new("serialize", SpanRange::within(with).end);
    // The compiler reports a module for another type at the argument.
    let mixed = Span::mixed_site();
    let input = Ident::new("value", mixed.located_at(ident.span()));
    let closure = quote_spanned!(mixed=> |#input, serializer| #with::#serialize(#input, serializer));
    let function = format!("{}_with", style.function);
    runtime.call(&function, &quote_spanned!(range.start=> &#value, #closure), range)
}

fn check(runtime: &RuntimePath, parameter: &Parameter, rule: &Expr) -> TokenStream {
    let (name, value) = (&parameter.name, optional(parameter, SpanRange::of(rule).start));
    runtime.call("check", &quote!(#name, #value, #rule), SpanRange::within(rule))
}

/// The value as an `Option<&T>`, where `T` is the type without reference and `Option`.
fn optional(Parameter { ident, ty, .. }: &Parameter, span: Span) -> TokenStream {
    let value = respan(ident, span);
    match without_parentheses(ty) {
        Type::Reference(reference) if option_of(&reference.elem).is_some() => {
            quote_spanned!(span=> ::core::option::Option::as_ref(#value))
        }
        Type::Reference(_) => quote_spanned!(span=> ::core::option::Option::Some(#value)),
        ty => match option_of(ty).map(without_parentheses) {
            Some(Type::Reference(_)) => value,
            Some(_) => quote_spanned!(span=> ::core::option::Option::as_ref(&#value)),
            None => quote_spanned!(span=> ::core::option::Option::Some(&#value)),
        },
    }
}
