//! The derive `ApiError`: an enum whose variant is chosen by the code and the status of an error, else by its code, else by its
//! status, else the one marked `other`. The status of a variant with codes applies to errors without a code.

mod spec;
mod variant;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{DeriveInput, Type};

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
            stand_in(input, runtime, &spec),
        )
    })
}

/// The implementations for a type with mistakes, so that its uses cause no errors.
fn stand_in(input: &DeriveInput, runtime: &RuntimePath, spec: &Spec) -> TokenStream {
    let body = quote! {
        fn from_error_response(_: #runtime::ErrorResponse) -> Self {
            loop {}
        }
    };
    let implementation = derive::implement(input, &quote!(#runtime::ApiError), &[], &body);
    let response = expand_response(input, runtime, spec, &[], &quote!(loop {}));
    quote!(#implementation #response)
}

/// The method that returns the response, if the type has the attribute `response`.
fn expand_response(
    input: &DeriveInput,
    runtime: &RuntimePath,
    spec: &Spec,
    bounds: &[TokenStream],
    body: &TokenStream,
) -> Option<TokenStream> {
    let (name, vis) = (spec.response.as_ref()?, &input.vis);
    let method = quote_spanned! {Span::call_site().located_at(name.span())=>
        /// Returns the response: its status, code, message, request id, headers and body.
        #[inline]
        #vis fn #name(&self) -> &#runtime::ErrorResponse { #body }
    };
    Some(derive::implement_inherent(input, bounds, &method))
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
    let types = variants.iter().filter_map(|variant| variant.ty);
    let generic = types.filter(|ty| derive::mentions_parameter(ty, &input.generics));
    let generic: Vec<&Type> = generic.collect();
    let bounded = |bound: TokenStream| generic.iter().map(|ty| quote!(#ty: #bound)).collect::<Vec<_>>();
    let (constant, reread) = spec.expand(runtime, &response).unzip();
    let body = quote! {
        #constant
        #[inline]
        fn from_error_response(#response: #runtime::ErrorResponse) -> Self {
            #reread
            #value
        }
    };
    let implementation = derive::implement(
        input,
        &quote!(#runtime::ApiError),
        &bounded(quote!(#runtime::FromResponse)),
        &body,
    );
    let arms = variants.iter().filter_map(|variant| {
        let (ident, at) = (variant.ident, SpanRange::of(variant.ty?));
        let response = Ident::new("response", Span::mixed_site().located_at(at.start));
        let value = runtime.call("error_response", &quote!(#response), at);
        Some(quote!(Self::#ident(#response) => #value,))
    });
    let bounds = bounded(quote!(::core::convert::AsRef<#runtime::ErrorResponse>));
    let response = expand_response(input, runtime, spec, &bounds, &quote!(match self { #(#arms)* }));
    Some(quote!(#implementation #response))
}
