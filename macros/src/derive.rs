//! What the two derives share: how they parse, how they end, and how they read their attributes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, DeriveInput, Meta};

use crate::errors::Errors;
use crate::krate::Krate;
use crate::part::Part;
use crate::rules::Rule;

/// Parses the item and expands it: into its implementation, or into the mistakes and a stand-in.
pub(crate) fn expand(
    input: TokenStream,
    attribute: &str,
    read: impl FnOnce(&DeriveInput, &Krate, &mut Errors) -> (Option<TokenStream>, TokenStream),
) -> TokenStream {
    match try_expand(input, attribute, read) {
        Ok(implementation) => implementation,
        Err((stand_in, errors)) => {
            let errors = errors.into_compile_errors();
            quote!(#stand_in #errors)
        }
    }
}

pub(crate) fn try_expand(
    input: TokenStream,
    attribute: &str,
    read: impl FnOnce(&DeriveInput, &Krate, &mut Errors) -> (Option<TokenStream>, TokenStream),
) -> Result<TokenStream, (TokenStream, Errors)> {
    let mut errors = Errors::default();
    match syn::parse2(input) {
        Ok(input) => {
            let krate = read_container(&input, attribute, &mut errors);
            let (implementation, stand_in) = read(&input, &krate, &mut errors);
            errors.finish(implementation).map_err(|errors| (stand_in, errors))
        }
        Err(error) => {
            errors.adopt(Rule::HalfTypedItem, error);
            Err((TokenStream::new(), errors))
        }
    }
}

/// The parts of all attributes of this name.
pub(crate) fn parts(attributes: &[Attribute], name: &str, errors: &mut Errors) -> Vec<Part> {
    let mut parts = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => parts.extend(Part::split(list.tokens.clone())),
            _ => {
                let message = format!("`#[{name}]` says nothing; write what it is to say in parentheses, or remove it");
                errors.report(Rule::EmptyAttribute, attribute, message);
            }
        }
    }
    parts
}

/// The attributes of the type itself: `crate = path`.
fn read_container(input: &DeriveInput, attribute: &str, errors: &mut Errors) -> Krate {
    let mut krate = Krate::default();
    for part in parts(&input.attrs, attribute, errors) {
        let path = part.path().filter(|_| part.name().is_some_and(|name| name == "crate"));
        match path {
            Some(path) => krate = Krate::new(&path),
            None => {
                let message =
                    format!("`#[{attribute}]` on the type itself takes `crate = path` alone; put the rest further in");
                errors.report(Rule::BadContainerAttribute, &part, message);
            }
        }
    }
    krate
}
