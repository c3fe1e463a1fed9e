//! The expansion: a static description of the operation, the arguments, and one call into the runtime. It has no locals, so no
//! names can clash, and nothing generic, so the work is compiled once, in the runtime.

mod argument;
mod description;
mod documentation;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{ReturnType, Signature};

pub(crate) use self::argument::mentioned;
use crate::rest_op::operation::Operation;
use crate::rest_op::trait_fn::TraitFn;
use crate::span_range::{SpanRange, respan};

pub(super) fn expand(operation: &Operation, mut method: TraitFn) -> TokenStream {
    let call = call(operation, &method);
    let documentation = documentation::expand(operation);
    if method.signature.asyncness.take().is_some() {
        method.signature.output = future(&method.signature.output);
    }
    let TraitFn {
        attributes, signature, ..
    } = method;
    let allowed = allowed(&signature);
    quote!(#allowed #(#attributes)* #documentation #signature { #call })
}

/// Allows the number of arguments that the API requires. The attribute precedes those of the user, which override it, and is
/// written only if needed, because `forbid` rejects it.
fn allowed(signature: &Signature) -> Option<TokenStream> {
    const CLIPPY_LIMIT: usize = 7;
    (signature.inputs.len() > CLIPPY_LIMIT).then(|| quote!(#[allow(clippy::too_many_arguments)]))
}

/// The return type that an `async fn` stands for, with `Send`, which `async fn` does not require.
pub(crate) fn future(output: &ReturnType) -> ReturnType {
    let output = match output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => ty.to_token_stream(),
    };
    let SpanRange { start, end } = SpanRange::of(&output);
    let future = quote_spanned!(start=> impl ::core::future::Future<Output = #output>);
    let send = quote_spanned!(end=> + ::core::marker::Send);
    syn::parse_quote!(-> #future #send)
}

/// The only expression. Its tokens are at the return type, where the compiler reports a type that cannot be returned.
fn call(operation: &Operation, method: &TraitFn) -> TokenStream {
    let Operation {
        runtime, parameters, ..
    } = operation;
    let range = match &method.signature.output {
        ReturnType::Type(_, ty) => SpanRange::of(ty),
        ReturnType::Default => SpanRange::of(&method.signature.ident),
    };
    let function = if method.signature.asyncness.is_some() {
        "send"
    } else {
        "call"
    };
    let client = client(operation, method);
    let description = description::expand(operation);
    let arguments = parameters.iter().map(|parameter| argument::expand(runtime, parameter));
    let checks = parameters
        .iter()
        .flat_map(|parameter| argument::checks(runtime, parameter));
    let inputs = quote!(#client, &#description, &[#(#arguments),*], &[#(#checks),*]);
    runtime.call(function, &inputs, range)
}

/// The client, with its tokens at the name of the method, where the compiler reports a missing `Api`.
fn client(operation: &Operation, method: &TraitFn) -> TokenStream {
    let span = method.signature.ident.span().resolved_at(Span::call_site());
    let runtime = operation.runtime.at(span);
    // `self` is hygienic: it must be the token of the signature.
    let this = method
        .signature
        .receiver()
        .map(|receiver| respan(receiver.self_token, span));
    quote_spanned!(span=> #runtime::Api::client(#this))
}
