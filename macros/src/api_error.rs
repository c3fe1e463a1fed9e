//! The derive `ApiError`: an enum whose variant is chosen by the code and the status of an error, else by its code, else by its
//! status, else the one marked `other`. The status of a variant with codes applies to errors without a code.

mod spec;
mod variant;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::DeriveInput;

use self::spec::Spec;
use self::variant::{All, ErrorVariant};
use crate::derive;
use crate::errors::Errors;
use crate::runtime_path::RuntimePath;
use crate::span_range::SpanRange;

/// Expands `#[derive(ApiError)]`.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    derive::expand(try_derive(input))
}

/// Returns the implementation, or else one that replaces it, and the mistakes.
pub(crate) fn try_derive(input: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    derive::parse(input, "api_error", |input, runtime, options, errors| {
        let spec = Spec::parse(options, errors);
        let variants = variant::parse(input, &spec, errors);
        (
            variants.and_then(|variants| expand(input, runtime, &spec, &variants)),
            stand_in(input, runtime),
        )
    })
}

/// The implementation for a type with mistakes, so that its uses cause no errors.
fn stand_in(input: &DeriveInput, runtime: &RuntimePath) -> TokenStream {
    let body = quote! {
        fn from_error_response(_: #runtime::ErrorResponse) -> Self {
            loop {}
        }
    };
    derive::implement(input, &quote!(#runtime::ApiError), &[], &body)
}

fn expand(input: &DeriveInput, runtime: &RuntimePath, spec: &Spec, variants: &[ErrorVariant]) -> Option<TokenStream> {
    let response = Ident::new("response", Span::mixed_site());
    let other = variants.iter().find(|variant| variant.other.is_some())?.ident;
    let construct = |variant: &ErrorVariant| {
        let ident = variant.ident;
        if let Some(ty) = variant.ty {
            let inputs = quote!(#response, Self::#ident, Self::#other);
            runtime.call("from_error", &inputs, SpanRange::of(ty))
        } else {
            quote!(Self::#ident)
        }
    };
    let by_both = variants.iter().flat_map(|variant| {
        let arm = |All { status, codes }: &All| {
            let ((status, _), value) = (status, construct(variant));
            quote!((::core::option::Option::Some(#(#codes)|*), #status) => #value,)
        };
        variant.alls.iter().map(arm).collect::<Vec<_>>()
    });
    let by_code = variants
        .iter()
        .filter(|variant| !variant.codes.is_empty())
        .map(|variant| {
            let (codes, value) = (&variant.codes, construct(variant));
            quote!((::core::option::Option::Some(#(#codes)|*), _) => #value,)
        });
    let by_status = variants.iter().filter_map(|variant| {
        let ((status, _), value) = (variant.status.as_ref()?, construct(variant));
        // Another code is the name of another error.
        let code = if variant.codes.is_empty() {
            quote!(_)
        } else {
            quote!(::core::option::Option::None)
        };
        Some(quote!((#code, #status) => #value,))
    });
    let arms: Vec<TokenStream> = by_both.chain(by_code).chain(by_status).collect();
    let mut value = quote!(Self::#other(#response));
    if !arms.is_empty() {
        value = quote! {
            match (#runtime::private::code(&#response), #runtime::private::status(&#response)) {
                #(#arms)*
                _ => #value
            }
        };
    }
    let generic = variants.iter().filter_map(|variant| variant.ty);
    let generic = generic.filter(|ty| derive::mentions_parameter(ty, &input.generics));
    let bounds: Vec<TokenStream> = generic.map(|ty| quote!(#ty: #runtime::FromResponse)).collect();
    let (constant, reread) = spec.expand(runtime, &response).unzip();
    let body = quote! {
        #constant
        #[inline]
        fn from_error_response(#response: #runtime::ErrorResponse) -> Self {
            #reread
            #value
        }
    };
    Some(derive::implement(input, &quote!(#runtime::ApiError), &bounds, &body))
}
