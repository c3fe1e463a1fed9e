//! What the two derives share: how they read their input, how they end, and how they write an `impl`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, DeriveInput, Generics, Meta, WherePredicate};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;

/// Parses the input, and has `read` make an implementation and a stand-in of it, and of the attributes of the type itself.
pub(crate) fn read(
    input: TokenStream,
    attribute: &str,
    read: impl FnOnce(&DeriveInput, &RuntimePath, &[AttrArg], &mut Errors) -> (Option<TokenStream>, TokenStream),
) -> Result<TokenStream, (TokenStream, Errors)> {
    let mut errors = Errors::default();
    match syn::parse2(input) {
        Ok(input) => {
            let (runtime, options) = read_container(&input, attribute, &mut errors);
            let (implementation, stand_in) = read(&input, &runtime, &options, &mut errors);
            errors.finish(implementation).map_err(|errors| (stand_in, errors))
        }
        Err(error) => {
            errors.adopt(Rule::HalfTypedItem, error);
            Err((TokenStream::new(), errors))
        }
    }
}

/// The implementation; or the stand-in, and one `compile_error!` a mistake.
pub(crate) fn expand(implementation: Result<TokenStream, (TokenStream, Errors)>) -> TokenStream {
    implementation.unwrap_or_else(|(stand_in, errors)| {
        let errors = errors.into_compile_errors();
        quote!(#stand_in #errors)
    })
}

/// Writes `impl trait for type`, with these bounds besides its own.
pub(crate) fn implement(
    input: &DeriveInput,
    implemented: &TokenStream,
    bounds: &[TokenStream],
    body: &TokenStream,
) -> TokenStream {
    let name = &input.ident;
    let mut generics = input.generics.clone();
    if !bounds.is_empty() {
        let bounds = bounds
            .iter()
            .map(|bound| -> WherePredicate { syn::parse_quote!(#bound) });
        generics.make_where_clause().predicates.extend(bounds);
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #implemented for #name #type_generics #where_clause { #body }
    }
}

/// The parts of all attributes of this name; `None` has been reported.
pub(crate) fn parts(attributes: &[Attribute], name: &str, errors: &mut Errors) -> Option<Vec<AttrArg>> {
    let mut parts = Vec::new();
    let mut sound = true;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => parts.extend(AttrArg::split(list.tokens.clone())),
            _ => sound = check_says_something(name, attribute, errors),
        }
    }
    sound.then_some(parts)
}

fn check_says_something(name: &str, attribute: &Attribute, errors: &mut Errors) -> bool {
    let message = format!("`#[{name}]` says nothing; write what it is to say in parentheses, or remove it");
    errors.report(Rule::EmptyAttribute, attribute, message);
    false
}

/// The attributes of the type itself: `crate = path`, and what else the derive knows.
fn read_container(input: &DeriveInput, attribute: &str, errors: &mut Errors) -> (RuntimePath, Vec<AttrArg>) {
    let mut runtime = RuntimePath::default();
    let mut others = parts(&input.attrs, attribute, errors).unwrap_or_default();
    others.retain(|part| {
        let is_crate = part.name().is_some_and(|name| name == "crate");
        match part.path().filter(|_| is_crate) {
            Some(path) => runtime = RuntimePath::new(path),
            None if is_crate => check_crate(part, errors),
            None => {}
        }
        !is_crate
    });
    (runtime, others)
}

fn check_crate(part: &AttrArg, errors: &mut Errors) {
    let message = "`crate` takes a path; write `crate = path::to::rest_op`";
    errors.report(Rule::BadContainerAttribute, part.value(), message);
}

/// Whether the tokens name one of the type parameters.
pub(crate) fn mentions_parameter(tokens: impl ToTokens, generics: &Generics) -> bool {
    let tokens = tokens.to_token_stream();
    generics
        .type_params()
        .any(|parameter| mentions(tokens.clone(), &parameter.ident))
}

/// Whether the tokens hold this name.
pub(crate) fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}
