//! The members of the JSON body, as a type of their own, with what serde is to know of them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Field, GenericParam, Generics, Token, TypeParamBound, WherePredicate};

use super::shape::Sourced;
use crate::derive;
use crate::runtime_path::RuntimePath;

pub(super) struct JsonMembers<'a> {
    /// Named after the type, since its fields' types are looked up beside it.
    name: Ident,
    container: &'a [Attribute],
    generics: Generics,
    fields: Vec<&'a Field>,
}

impl<'a> JsonMembers<'a> {
    /// `None` if no field is a member of the JSON body.
    pub(super) fn new(input: &'a DeriveInput, fields: &[Sourced<'a>]) -> Option<Self> {
        let fields: Vec<&Field> = fields
            .iter()
            .filter(|field| field.is_json())
            .map(|field| field.field)
            .collect();
        (!fields.is_empty()).then(|| Self {
            name: format_ident!("JsonMembersOf{}", input.ident),
            container: &input.attrs,
            generics: if says_bounds(input, &fields) {
                used(&input.generics, &fields)
            } else {
                without_deserialize(used(&input.generics, &fields))
            },
            fields,
        })
    }

    pub(super) fn is_generic(&self) -> bool {
        self.generics.type_params().next().is_some()
    }

    pub(super) fn ty(&self) -> TokenStream {
        let (_, generics, _) = self.generics.split_for_impl();
        let name = &self.name;
        quote!(#name #generics)
    }

    pub(super) fn definition(&self, runtime: &RuntimePath) -> TokenStream {
        let Self {
            name,
            container,
            generics,
            fields,
        } = self;
        let serde = quote!(#runtime::private::serde).to_string();
        let container = for_serde(*container);
        let fields = fields.iter().map(|field| {
            let (attributes, name, ty) = (for_serde(&field.attrs), &field.ident, &field.ty);
            quote!(#(#attributes)* #name: #ty)
        });
        let where_clause = &generics.where_clause;
        quote! {
            #[derive(#runtime::private::serde::Deserialize)]
            #[serde(crate = #serde)]
            #(#container)*
            struct #name #generics #where_clause { #(#fields),* }
        }
    }
}

fn for_serde<'a>(attributes: impl IntoIterator<Item = &'a Attribute>) -> impl Iterator<Item = &'a Attribute> {
    attributes
        .into_iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
}

/// The parameters that these fields use: the others would be unused in a type that has no other fields.
fn used(generics: &Generics, fields: &[&Field]) -> Generics {
    let (used, unused): (Vec<GenericParam>, Vec<GenericParam>) =
        generics.params.iter().cloned().partition(|parameter| {
            let name = name(parameter);
            name.is_some_and(|name| {
                fields
                    .iter()
                    .any(|field| derive::mentions(field.ty.to_token_stream(), name))
            })
        });
    let mut generics = Generics {
        params: used.into_iter().collect(),
        ..generics.clone()
    };
    if let Some(clause) = &mut generics.where_clause {
        let is_used = |predicate: &WherePredicate| {
            !unused
                .iter()
                .filter_map(name)
                .any(|name| derive::mentions(predicate.to_token_stream(), name))
        };
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(is_used)
            .collect();
    }
    generics
}

/// Whether an attribute of serde has bounds, in place of those that its derive adds by itself.
fn says_bounds(input: &DeriveInput, fields: &[&Field]) -> bool {
    let bound = Ident::new("bound", Span::call_site());
    let attributes = fields.iter().flat_map(|field| &field.attrs).chain(&input.attrs);
    for_serde(attributes).any(|attribute| derive::mentions(attribute.to_token_stream(), &bound))
}

/// Removes the bounds that serde's derive adds by itself: given twice, they are ambiguous to the compiler.
fn without_deserialize(mut generics: Generics) -> Generics {
    let of_parameters = generics.params.iter_mut().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(&mut parameter.bounds),
        _ => None,
    });
    let predicates = generics
        .where_clause
        .iter_mut()
        .flat_map(|clause| &mut clause.predicates);
    let of_predicates = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => Some(&mut predicate.bounds),
        _ => None,
    });
    for bounds in of_parameters.chain(of_predicates) {
        let others = std::mem::take(bounds)
            .into_iter()
            .filter(|bound| !is_deserialize(bound));
        *bounds = others.collect::<Punctuated<_, Token![+]>>();
    }
    generics
}

fn is_deserialize(bound: &TypeParamBound) -> bool {
    let TypeParamBound::Trait(bound) = bound else {
        return false;
    };
    let name = bound.path.segments.last().map(|segment| &segment.ident);
    name.is_some_and(|name| name == "Deserialize" || name == "DeserializeOwned")
}

fn name(parameter: &GenericParam) -> Option<&Ident> {
    match parameter {
        GenericParam::Type(parameter) => Some(&parameter.ident),
        GenericParam::Const(parameter) => Some(&parameter.ident),
        GenericParam::Lifetime(_) => None,
    }
}
