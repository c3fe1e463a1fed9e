//! The members of the JSON body, as a type of their own, with what serde is to know of them.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, DeriveInput, Field, GenericParam, Generics, WherePredicate};

use super::shape::Sourced;
use crate::derive;
use crate::krate::Krate;

pub(super) struct Members<'a> {
    /// Named after the type, since its fields' types are looked up beside it.
    name: Ident,
    container: &'a [Attribute],
    generics: Generics,
    fields: Vec<&'a Field>,
}

impl<'a> Members<'a> {
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
            generics: used(&input.generics, &fields),
            fields,
        })
    }

    pub(super) fn ty(&self) -> TokenStream {
        let (_, generics, _) = self.generics.split_for_impl();
        let name = &self.name;
        quote!(#name #generics)
    }

    pub(super) fn definition(&self, krate: &Krate) -> TokenStream {
        let Self {
            name,
            container,
            generics,
            fields,
        } = self;
        let serde = quote!(#krate::private::serde).to_string();
        let container = for_serde(container);
        let fields = fields.iter().map(|field| {
            let (attributes, name, ty) = (for_serde(&field.attrs), &field.ident, &field.ty);
            quote!(#(#attributes)* #name: #ty)
        });
        let where_clause = &generics.where_clause;
        quote! {
            #[derive(#krate::private::serde::Deserialize)]
            #[serde(crate = #serde)]
            #(#container)*
            struct #name #generics #where_clause { #(#fields),* }
        }
    }
}

fn for_serde(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("serde"))
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

fn name(parameter: &GenericParam) -> Option<&Ident> {
    match parameter {
        GenericParam::Type(parameter) => Some(&parameter.ident),
        GenericParam::Const(parameter) => Some(&parameter.ident),
        GenericParam::Lifetime(_) => None,
    }
}
