//! The members of the JSON body, as a separate type with the attributes of serde.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Field, GenericParam, Generics, Token, TypeParamBound, WherePredicate};

use super::shape::ResponseField;
use crate::runtime_path::RuntimePath;
use crate::tokens::mentions;

pub(super) struct JsonMembers<'a> {
    /// Derived from the name of the type, since the types of the fields are resolved in the same scope.
    name: Ident,
    container: &'a [Attribute],
    generics: Generics,
    fields: Vec<&'a Field>,
}

impl<'a> JsonMembers<'a> {
    /// `None` if no field is a member of the JSON body.
    pub(super) fn new(input: &'a DeriveInput, fields: &[ResponseField<'a>]) -> Option<Self> {
        let fields: Vec<&Field> = fields
            .iter()
            .filter(|field| field.is_json())
            .map(|field| field.field)
            .collect();
        (!fields.is_empty()).then(|| Self {
            name: format_ident!("JsonMembersOf{}", input.ident),
            container: &input.attrs,
            generics: if has_bounds(input, &fields) {
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

/// The parameters that these fields use. The compiler rejects unused ones.
fn used(generics: &Generics, fields: &[&Field]) -> Generics {
    let is_used = |parameter: &GenericParam| {
        let name = name(parameter);
        let mut types = fields.iter().map(|field| field.ty.to_token_stream());
        name.is_some_and(|name| types.any(|ty| mentions(ty, &name)))
    };
    let (used, unused): (Vec<_>, Vec<_>) = generics.params.iter().cloned().partition(is_used);
    let mut generics = Generics {
        params: used.into_iter().collect(),
        ..generics.clone()
    };
    if let Some(clause) = &mut generics.where_clause {
        let is_used = |predicate: &WherePredicate| {
            !unused
                .iter()
                .filter_map(name)
                .any(|name| mentions(predicate.to_token_stream(), &name))
        };
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(is_used)
            .collect();
    }
    generics
}

/// Whether an attribute of serde has bounds, which replace those that its derive adds.
fn has_bounds(input: &DeriveInput, fields: &[&Field]) -> bool {
    let attributes = fields.iter().flat_map(|field| &field.attrs).chain(&input.attrs);
    for_serde(attributes).any(|attribute| mentions(attribute.to_token_stream(), "bound"))
}

/// Removes the bounds that the derive of serde adds. If they are given twice, the compiler reports them as ambiguous.
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

fn name(parameter: &GenericParam) -> Option<String> {
    match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
        GenericParam::Const(parameter) => Some(parameter.ident.to_string()),
        GenericParam::Lifetime(_) => None,
    }
}
