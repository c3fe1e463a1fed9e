//! The description of an operation: a constant expression, which the compiler promotes to a `static`. Fields that have their
//! default values are not written.

use std::time::Duration;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::rest_op::operation::{Operation, Parameter};
use crate::rest_op::options::Checksum;
use crate::rest_op::piece::Piece;
use crate::rest_op::style::Location;
use crate::rest_op::template::Constant;
use crate::runtime_path::RuntimePath;

pub(super) fn expand(operation: &Operation) -> TokenStream {
    let Operation { runtime, name, .. } = operation;
    let method = operation.method.name();
    let path = operation.path.iter().map(|piece| expand_piece(runtime, piece));
    let host_prefix = operation.host_prefix.iter().map(|piece| expand_piece(runtime, piece));
    let is_form = |parameter: &Parameter| parameter.style.location == Location::BodyMembers;
    // The constants are fields of the form then.
    let has_query = !operation.parameters.iter().any(is_form);
    let query = operation.query.iter().filter(|_| has_query);
    let query = query.map(|constant| expand_constant(runtime, constant));
    let headers = operation.headers.iter().map(|(name, value)| quote!((#name, #value)));
    let parameters = operation
        .parameters
        .iter()
        .map(|parameter| expand_parameter(operation, parameter));
    let content_type = operation.content_type.as_ref();
    let checksum = operation.checksum.as_ref();
    let fields = [
        list("host_prefix", host_prefix),
        list("query", query),
        list("headers", headers),
        list("parameters", parameters),
        content_type.map(|value| quote!(content_type: ::core::option::Option::Some(#value),)),
        checksum.map(|checksum| expand_checksum(runtime, checksum)),
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

/// A field in milliseconds: a constant that calls a function, as for a `Duration`, would not be promoted.
fn limit(name: &str, length: Option<Duration>) -> Option<TokenStream> {
    let name = format_ident!("{name}");
    let milliseconds = u64::try_from(length?.as_millis()).unwrap_or(u64::MAX);
    Some(quote!(#name: ::core::option::Option::Some(#milliseconds),))
}

fn expand_piece(runtime: &RuntimePath, piece: &Piece<usize>) -> TokenStream {
    let index = |index: &usize| Literal::usize_unsuffixed(*index);
    let piece = match piece {
        Piece::Literal(text) => quote!(Literal(#text)),
        Piece::Label(argument) => {
            let index = index(argument);
            quote!(Label(#index))
        }
        Piece::Greedy(argument) => {
            let index = index(argument);
            quote!(Greedy(#index))
        }
    };
    quote!(#runtime::private::Piece::#piece)
}

fn expand_constant(runtime: &RuntimePath, Constant { key, text }: &Constant) -> TokenStream {
    quote!(#runtime::private::Constant { key: #key, text: #text })
}

fn expand_checksum(runtime: &RuntimePath, Checksum { header, function, .. }: &Checksum) -> TokenStream {
    let function = format_ident!("{function}");
    quote!(checksum: ::core::option::Option::Some((#header, <() as #runtime::private::Checksums>::#function)),)
}

fn expand_parameter(operation: &Operation, Parameter { name, style, key, .. }: &Parameter) -> TokenStream {
    let runtime = &operation.runtime;
    let location = match style.location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query(#key)),
        Location::QueryJoined(separator) => quote!(QueryJoined(#key, #separator)),
        Location::QueryFlatten => quote!(QueryFlatten),
        Location::QueryBrackets => quote!(QueryBrackets(#key)),
        Location::Header => quote!(Header(#key)),
        Location::HeaderPrefix => quote!(HeaderPrefix(#key)),
        Location::Body(format) => {
            let format = format_ident!("{format}");
            quote!(Body(#runtime::private::Format::#format))
        }
        Location::BodyMembers => {
            let constants: Vec<&str> = operation.query.iter().map(|constant| constant.text.as_str()).collect();
            let constants = constants.join("&");
            quote!(Body(#runtime::private::Format::Members(#constants)))
        }
        Location::Member => quote!(Member(#key)),
        Location::Part => quote!(Part(#key)),
    };
    quote!(#runtime::private::Parameter { name: #name, location: #runtime::private::Location::#location })
}
