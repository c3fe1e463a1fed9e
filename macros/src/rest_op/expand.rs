//! The expansion: a static description of the operation, the arguments, and one call into the runtime.
//! No locals, so no names can clash; nothing generic, so the work is compiled once, in the runtime.

mod argument;
mod description;
mod documentation;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{ReturnType, Signature};

use crate::rest_op::operation::Operation;
use crate::rest_op::trait_fn::TraitFn;
use crate::span_range::{SpanRange, respan};

pub(crate) use self::argument::{mentions, parameter_of, value_type};

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

/// Keeps clippy from complaining about a declaration as about a function: an operation has as many arguments as its API says.
/// Stands before the user's own attributes, which have the last word, and only where it is needed, for `forbid` refuses it.
fn allowed(signature: &Signature) -> Option<TokenStream> {
    const UNNOTICED: usize = 7;
    (signature.inputs.len() > UNNOTICED).then(|| quote!(#[allow(clippy::too_many_arguments)]))
}

/// What an `async fn` of this output is short for; and the future is `Send`, which that would not say.
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

/// The one expression. It stands at the return type, where a type that cannot be returned is to be shown.
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

/// The client, which only `Api` gives; shown at the method's name.
fn client(operation: &Operation, method: &TraitFn) -> TokenStream {
    let span = method.signature.ident.span().resolved_at(Span::call_site());
    let runtime = operation.runtime.at(span);
    // `self` is hygienic: it has to be the one of the signature.
    let this = method
        .signature
        .receiver()
        .map(|receiver| respan(receiver.self_token.to_token_stream(), span));
    quote_spanned!(span=> #runtime::Api::client(#this))
}
