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
        method,
        host_prefix,
        path,
        query,
        parameters,
        authenticated,
        idempotent,
    } = operation;
    let method = format_ident!("{}", method.variant());
    let host_prefix = host_prefix.iter().map(|piece| expand_piece(runtime, piece));
    let path = path.iter().map(|piece| expand_piece(runtime, piece));
    let query = query.iter().map(|constant| expand_constant(runtime, constant));
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

fn expand_parameter(runtime: &RuntimePath, Parameter { name, style, key, .. }: &Parameter) -> TokenStream {
    let location = match style.location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query(#key)),
        Location::QueryFlatten => quote!(QueryFlatten),
        Location::Header => quote!(Header(#key)),
        Location::HeaderPrefix => quote!(HeaderPrefix(#key)),
        Location::Body(format) => {
            let format = format_ident!("{format}");
            quote!(Body(#runtime::private::Format::#format))
        }
    };
    quote!(#runtime::private::Parameter { name: #name, location: #runtime::private::Location::#location })
}
