//! The frame of the derives: parsing, reporting, and the `impl` that they write.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, DeriveInput, Generics, Meta, WherePredicate};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::tokens::mentions;

/// Parses the input. `read`, which is given the attributes of the type, returns an implementation, and another one that replaces it
/// if there are mistakes.
pub(crate) fn parse(
    input: TokenStream,
    attribute: &str,
    read: impl FnOnce(&DeriveInput, &RuntimePath, &[AttrArg], &mut Errors) -> (Option<TokenStream>, TokenStream),
) -> Result<TokenStream, (TokenStream, Errors)> {
    let mut errors = Errors::default();
    match syn::parse2(input) {
        Ok(input) => {
            let (runtime, options) = parse_container(&input, attribute, &mut errors);
            let (implementation, stand_in) = read(&input, &runtime, &options, &mut errors);
            errors.finish(implementation).map_err(|errors| (stand_in, errors))
        }
        Err(error) => {
            errors.adopt(Rule::HalfTypedItem, error);
            Err((TokenStream::new(), errors))
        }
    }
}

/// Returns the implementation, or else the one that replaces it and a `compile_error!` for each mistake.
pub(crate) fn expand(implementation: Result<TokenStream, (TokenStream, Errors)>) -> TokenStream {
    implementation.unwrap_or_else(|(stand_in, errors)| {
        let errors = errors.into_compile_errors();
        quote!(#stand_in #errors)
    })
}

/// Writes `impl trait for type`, with additional bounds.
pub(crate) fn implement(
    input: &DeriveInput,
    implemented: &TokenStream,
    bounds: &[TokenStream],
    body: &TokenStream,
) -> TokenStream {
    write_impl(input, &quote!(#implemented for), bounds, body)
}

/// Writes `impl type`, with additional bounds.
pub(crate) fn implement_inherent(input: &DeriveInput, bounds: &[TokenStream], body: &TokenStream) -> TokenStream {
    write_impl(input, &TokenStream::new(), bounds, body)
}

fn write_impl(input: &DeriveInput, trait_for: &TokenStream, bounds: &[TokenStream], body: &TokenStream) -> TokenStream {
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
        impl #impl_generics #trait_for #name #type_generics #where_clause { #body }
    }
}

/// The arguments of all attributes of this name. `None` has been reported.
pub(crate) fn parse_args(attributes: &[Attribute], name: &str, errors: &mut Errors) -> Option<Vec<AttrArg>> {
    let mut args = Vec::new();
    let mut is_sound = true;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident(name)) {
        match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => args.extend(AttrArg::split(list.tokens.clone())),
            _ => {
                let message = format!("`#[{name}]` has no arguments; add them in parentheses or remove it");
                errors.report(Rule::EmptyAttribute, attribute, message);
                is_sound = false;
            }
        }
    }
    is_sound.then_some(args)
}

/// Reads `crate = path` on the type. The other attributes of the type depend on the derive.
fn parse_container(input: &DeriveInput, attribute: &str, errors: &mut Errors) -> (RuntimePath, Vec<AttrArg>) {
    let args = parse_args(&input.attrs, attribute, errors).unwrap_or_default();
    let is_crate = |arg: &AttrArg| arg.name().is_some_and(|name| name == "crate");
    let (paths, others): (Vec<AttrArg>, Vec<AttrArg>) = args.into_iter().partition(is_crate);
    let mut runtime = RuntimePath::default();
    for arg in paths {
        runtime = RuntimePath::parse(&arg, Rule::BadContainerAttribute, errors);
    }
    (runtime, others)
}

/// Whether the tokens contain one of the type parameters.
pub(crate) fn mentions_parameter(tokens: impl ToTokens, generics: &Generics) -> bool {
    let tokens = tokens.to_token_stream();
    let is_mentioned = |name: String| mentions(tokens.clone(), &name);
    generics
        .type_params()
        .any(|parameter| is_mentioned(parameter.ident.to_string()))
}
