//! The attribute macro `#[rest_op]`: reads the attribute and the method, combines them to an operation, and expands it.

mod argument;
mod attribute;
mod expand;
mod fallback;
mod host_prefix;
mod http_method;
mod labels;
mod operation;
mod options;
mod piece;
mod style;
mod template;
mod trait_fn;
mod type_shape;

use proc_macro2::TokenStream;
use quote::quote;

use self::attribute::Attribute;
use self::operation::Operation;
use self::trait_fn::TraitFn;
use crate::errors::Errors;
use crate::rules::Rule;

/// Expands `#[rest_op(attribute)] item`.
pub(crate) fn rest_op(attribute: TokenStream, item: TokenStream) -> TokenStream {
    match try_rest_op(attribute, item) {
        Ok(method) => method,
        Err((stand_in, errors)) => {
            let errors = errors.into_compile_errors();
            quote!(#stand_in #errors)
        }
    }
}

/// Returns the method with its body, or else the method with a body that causes no further errors, and the mistakes.
pub(crate) fn try_rest_op(attribute: TokenStream, item: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    let mut errors = Errors::default();
    let attribute = Attribute::parse(attribute, &mut errors);
    let Some(method) = TraitFn::parse(item.clone(), &mut errors) else {
        return Err((fallback::item(item), errors));
    };
    let runtime = attribute.options.runtime.clone();
    let operation = Operation::new(attribute, &method, &mut errors);
    if method.signature.receiver().is_none() {
        // This may be a free function, in which no other mistake is reported.
        errors.retain(|rule| rule < Rule::UnknownAttribute || rule == Rule::MissingReceiver);
    }
    match errors.finish(operation) {
        Ok(operation) => Ok(expand::expand(&operation, method)),
        Err(errors) => Err((fallback::method(method, &runtime), errors)),
    }
}
