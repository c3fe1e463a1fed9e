//! The attribute macro and the derives of `rest-op`, which re-exports and documents them.
//!
//! `rest_op` reads the attribute and the method, and expands them; `from_response` and `api_error` are the derives. Mistakes are
//! collected in `errors`, each as a violation of one of the `rules`.

mod api_error;
mod attr_arg;
mod derive;
mod errors;
mod from_response;
mod header;
mod json_path;
mod page;
mod rest_op;
mod rules;
mod runtime_path;
mod span_range;
mod suggest;
#[cfg(test)]
mod tests;
mod tokens;

use proc_macro::TokenStream;

/// Defined in `rest-op-macros`, and re-exported by `rest-op` with its reference.
#[proc_macro_attribute]
pub fn rest_op(attribute: TokenStream, item: TokenStream) -> TokenStream {
    rest_op::rest_op(attribute.into(), item.into()).into()
}

/// Defined in `rest-op-macros`, and re-exported by `rest-op` with its reference.
#[proc_macro_derive(FromResponse, attributes(from_response, serde))]
pub fn from_response(input: TokenStream) -> TokenStream {
    from_response::derive(input.into()).into()
}

/// Defined in `rest-op-macros`, and re-exported by `rest-op` with its reference.
#[proc_macro_derive(ApiError, attributes(api_error))]
pub fn api_error(input: TokenStream) -> TokenStream {
    api_error::derive(input.into()).into()
}

/// Defined in `rest-op-macros`, and re-exported by `rest-op` with its reference.
#[proc_macro_derive(Page, attributes(page))]
pub fn page(input: TokenStream) -> TokenStream {
    page::derive(input.into()).into()
}
