//! The attribute macro `#[rest_op]`: reads the attribute and the method, brings them together, and expands them.

mod argument;
mod attribute;
mod body_format;
mod expand;
mod fallback;
mod host_prefix;
mod http_method;
mod labels;
mod operation;
mod options;
mod piece;
mod role;
mod template;
mod trait_fn;

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

/// The method with its body; or a stand-in, and the mistakes.
pub(crate) fn try_rest_op(attribute: TokenStream, item: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    let mut errors = Errors::default();
    let attribute = Attribute::read(attribute, &mut errors);
    let Some(method) = TraitFn::read(item.clone(), &mut errors) else {
        return Err((fallback::item(item), errors));
    };
    let runtime = attribute.options.runtime.clone();
    let operation = Operation::new(attribute, &method, &mut errors);
    if method.signature.receiver().is_none() {
        // It may be a free function, in which nothing else is a mistake.
        errors.retain(|rule| rule < Rule::UnknownAttribute || rule == Rule::MissingReceiver);
    }
    match errors.finish(operation) {
        Ok(operation) => Ok(expand::expand(&operation, method)),
        Err(errors) => Err((fallback::method(method, &runtime), errors)),
    }
}
