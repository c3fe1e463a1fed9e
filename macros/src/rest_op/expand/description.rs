//! The description of an operation: a constant expression, which the compiler promotes to a `static`. Of the fields that a
//! declaration may leave out, those are written that it does not.

use std::time::Duration;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::rest_op::operation::{Operation, Parameter};
use crate::rest_op::piece::Piece;
use crate::rest_op::role::Location;
use crate::rest_op::template::Constant;
use crate::runtime_path::RuntimePath;

pub(super) fn expand(operation: &Operation) -> TokenStream {
    let Operation {
        runtime,
        name,
        parameters,
        ..
    } = operation;
    let method = operation.verb.name();
    let pieces = |pieces: &[Piece]| {
        pieces
            .iter()
            .map(|piece| expand_piece(runtime, piece, parameters))
            .collect()
    };
    let path: Vec<TokenStream> = pieces(&operation.path);
    let host_prefix: Vec<TokenStream> = pieces(&operation.host_prefix);
    let query = operation
        .query
        .iter()
        .map(|constant| expand_constant(runtime, constant));
    let headers = operation.headers.iter().map(|(name, value)| quote!((#name, #value)));
    let expanded = parameters.iter().map(|parameter| expand_parameter(runtime, parameter));
    let fields = [
        list("host_prefix", host_prefix),
        list("query", query),
        list("headers", headers),
        list("parameters", expanded),
        operation
            .content_type
            .as_ref()
            .map(|value| quote!(content_type: ::core::option::Option::Some(#value),)),
        (!operation.authenticated).then(|| quote!(authenticated: false,)),
        (!operation.idempotent).then(|| quote!(idempotent: false,)),
        (!operation.retries).then(|| quote!(retries: false,)),
        limit("timeout_ms", operation.timeout),
        limit("attempt_timeout_ms", operation.attempt_timeout),
    ];
    quote! {
        #runtime::Operation {
            name: #name,
            module: ::core::module_path!(),
            method: #method,
            path: &[#(#path),*],
            #(#fields)*
            ..#runtime::Operation::DEFAULT
        }
    }
}

/// A field that is a list, unless it is empty.
fn list(name: &str, items: impl IntoIterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<TokenStream> = items.into_iter().collect();
    let name = format_ident!("{name}");
    (!items.is_empty()).then(|| quote!(#name: &[#(#items),*],))
}

/// In milliseconds: a constant that calls a function would not become a `static`.
fn limit(name: &str, length: Option<Duration>) -> Option<TokenStream> {
    let name = format_ident!("{name}");
    let milliseconds = u64::try_from(length?.as_millis()).unwrap_or(u64::MAX);
    Some(quote!(#name: ::core::option::Option::Some(#milliseconds),))
}

fn expand_piece(runtime: &RuntimePath, piece: &Piece, parameters: &[Parameter]) -> TokenStream {
    let index = |name: &str| {
        let index = parameters.iter().position(|parameter| parameter.name == name);
        Literal::usize_unsuffixed(index.unwrap_or_default())
    };
    let piece = match piece {
        Piece::Literal(text) => quote!(Literal(#text)),
        Piece::Label(name) => {
            let index = index(name);
            quote!(Label(#index))
        }
        Piece::Greedy(name) => {
            let index = index(name);
            quote!(Greedy(#index))
        }
        Piece::Unread => return TokenStream::new(),
    };
    quote!(#runtime::private::Piece::#piece)
}

fn expand_constant(runtime: &RuntimePath, Constant { key, text }: &Constant) -> TokenStream {
    quote!(#runtime::private::Constant { key: #key, text: #text })
}

fn expand_parameter(runtime: &RuntimePath, Parameter { name, location, .. }: &Parameter) -> TokenStream {
    let location = match location {
        Location::Path => quote!(Path),
        Location::Query(key) => quote!(Query(#key)),
        Location::QueryJoined(key, separator) => quote!(QueryJoined(#key, #separator)),
        Location::QueryFlatten => quote!(QueryFlatten),
        Location::QueryBrackets(key) => quote!(QueryBrackets(#key)),
        Location::Header(name) => quote!(Header(#name)),
        Location::HeaderPrefix(prefix) => quote!(HeaderPrefix(#prefix)),
        Location::Body(format) => {
            let format = format_ident!("{}", format.variant);
            quote!(Body(#runtime::private::Format::#format))
        }
        Location::Member(name) => quote!(Member(#name)),
    };
    quote!(#runtime::private::Parameter { name: #name, location: #runtime::private::Location::#location })
}
