//! The description of an operation: a constant expression, which the compiler promotes to a `static`.

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
        authenticated,
        idempotent,
        ..
    } = operation;
    let method = format_ident!("{}", operation.verb.variant());
    let host_prefix = operation
        .host_prefix
        .iter()
        .map(|piece| expand_piece(runtime, piece, parameters));
    let path = operation
        .path
        .iter()
        .map(|piece| expand_piece(runtime, piece, parameters));
    let query = operation
        .query
        .iter()
        .map(|constant| expand_constant(runtime, constant));
    let parameters = parameters.iter().map(|parameter| expand_parameter(runtime, parameter));
    quote! {
        #runtime::private::Operation {
            name: #name,
            method: #runtime::private::HttpMethod::#method,
            host_prefix: &[#(#host_prefix),*],
            path: &[#(#path),*],
            query: &[#(#query),*],
            parameters: &[#(#parameters),*],
            authenticated: #authenticated,
            idempotent: #idempotent,
        }
    }
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
        Location::QueryFlatten => quote!(QueryFlatten),
        Location::Header(name) => quote!(Header(#name)),
        Location::HeaderPrefix(prefix) => quote!(HeaderPrefix(#prefix)),
        Location::Body(format) => {
            let format = format_ident!("{}", format.variant());
            quote!(Body(#runtime::private::Format::#format))
        }
    };
    quote!(#runtime::private::Parameter { name: #name, location: #runtime::private::Location::#location })
}
