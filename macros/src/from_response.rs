//! The derive `FromResponse`: fields with `#[from_response(…)]` come from the status, the headers or the whole body, the
//! others are members of the JSON body. Reads into a `Response`, and expands that.

mod json_members;
mod shape;
mod source;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::DeriveInput;

use self::json_members::JsonMembers;
use self::shape::{Shape, Sourced};
use self::source::Source;
use crate::derive;
use crate::errors::Errors;
use crate::runtime_path::RuntimePath;
use crate::span_range::SpanRange;

/// Expands `#[derive(FromResponse)]`.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    derive::expand(try_derive(input))
}

/// The implementation; or a stand-in, and the mistakes.
pub(crate) fn try_derive(input: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    derive::read(input, "from_response", |input, runtime, errors| {
        let shape = Shape::read(input, errors);
        (
            shape.map(|shape| Response { input, runtime, shape }.expand()),
            stand_in(input, runtime),
        )
    })
}

/// An implementation for a type with mistakes, so that whoever uses it shows no errors.
fn stand_in(input: &DeriveInput, runtime: &RuntimePath) -> TokenStream {
    let body = quote! {
        fn from_response(_: #runtime::Reply) -> ::core::result::Result<Self, #runtime::DecodeError> {
            loop {}
        }
    };
    derive::implement(input, &quote!(#runtime::FromResponse), &[], &body)
}

/// A sound type, ready to be expanded.
struct Response<'a> {
    input: &'a DeriveInput,
    runtime: &'a RuntimePath,
    shape: Shape<'a>,
}

impl Response<'_> {
    fn expand(&self) -> TokenStream {
        let runtime = self.runtime;
        let reply = Ident::new("reply", Span::mixed_site());
        let value = match &self.shape {
            Shape::Unit => quote! {
                let _ = #reply;
                ::core::result::Result::Ok(Self)
            },
            Shape::Json => runtime.call("from_json", &quote!(&#reply), SpanRange::of(&self.input.ident)),
            Shape::Fields(fields) => self.expand_fields(fields, &reply),
        };
        let expected = self.expected();
        let members = self.members();
        // Inlined, so that only programs that use the type compile it.
        let body = quote! {
            #expected
            #[inline]
            fn from_response(#reply: #runtime::Reply) -> ::core::result::Result<Self, #runtime::DecodeError> {
                #value
            }
        };
        let bounds = self.bounds(members.as_ref());
        let implementation = derive::implement(self.input, &quote!(#runtime::FromResponse), &bounds, &body);
        let Some(members) = members else {
            return implementation;
        };
        // Beside the implementation, which names them in its bounds.
        let definition = members.definition(runtime);
        quote! {
            const _: () = {
                #definition
                #implementation
            };
        }
    }

    /// The members of the JSON body, where other fields come from elsewhere.
    fn members(&self) -> Option<JsonMembers<'_>> {
        match &self.shape {
            Shape::Fields(fields) => JsonMembers::new(self.input, fields),
            Shape::Unit | Shape::Json => None,
        }
    }

    /// The fields in the order of declaration, the body last: it takes the reply.
    fn expand_fields(&self, fields: &[Sourced], reply: &Ident) -> TokenStream {
        let json = Ident::new("json", Span::mixed_site());
        let runtime = self.runtime;
        let members = self.members().map(|members| {
            let ty = members.ty();
            quote!(let #json: #ty = #runtime::private::from_json(&#reply)?;)
        });
        let (body, others): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.is_body());
        let values = others.into_iter().chain(body).map(|field| {
            let (member, value) = (&field.member, field.expand(runtime, reply, &json));
            quote!(#member: #value)
        });
        quote! {
            #members
            ::core::result::Result::Ok(Self { #(#values),* })
        }
    }

    /// A type with a body is streamed, asked for and accepted as that is; one with JSON is asked for as JSON.
    fn expected(&self) -> Option<TokenStream> {
        let runtime = self.runtime;
        let fields = match &self.shape {
            Shape::Fields(fields) => fields.as_slice(),
            Shape::Unit | Shape::Json => &[],
        };
        if let Some(ty) = fields.iter().find(|field| field.is_body()).map(|body| &body.field.ty) {
            return Some(quote! {
                const STREAMED: bool = <#ty as #runtime::FromResponse>::STREAMED;
                const ACCEPT: ::core::option::Option<&'static str> = <#ty as #runtime::FromResponse>::ACCEPT;
                fn accepts(status: #runtime::private::StatusCode) -> bool {
                    <#ty as #runtime::FromResponse>::accepts(status)
                }
            });
        }
        let has_json = matches!(self.shape, Shape::Json) || fields.iter().any(Sourced::is_json);
        has_json.then(|| {
            quote! {
                const ACCEPT: ::core::option::Option<&'static str> = ::core::option::Option::Some("application/json");
            }
        })
    }

    /// What generic types must be able to do. What the members of the JSON body must, serde's derive knows.
    fn bounds(&self, members: Option<&JsonMembers>) -> Vec<TokenStream> {
        let runtime = self.runtime;
        let owned = quote!(#runtime::private::serde::de::DeserializeOwned);
        let generics = &self.input.generics;
        match &self.shape {
            Shape::Json if generics.type_params().next().is_some() => vec![quote!(Self: #owned)],
            Shape::Unit | Shape::Json => Vec::new(),
            Shape::Fields(fields) => {
                let members = members.filter(|members| members.is_generic()).map(JsonMembers::ty);
                let members = members.map(|ty| quote!(#ty: #owned));
                let generic = fields
                    .iter()
                    .filter(|field| derive::mentions_parameter(&field.field.ty, generics));
                let bound = |field: &Sourced| {
                    let ty = &field.field.ty;
                    match &field.source {
                        Source::Json | Source::Header { with: Some(_), .. } => None,
                        Source::Header { with: None, .. } | Source::HeaderPrefix(_) => Some(quote!(#ty: #owned)),
                        Source::Status => Some(quote!(#ty: #runtime::private::FromStatus)),
                        Source::Body => Some(quote!(#ty: #runtime::FromResponse)),
                    }
                };
                generic.filter_map(bound).chain(members).collect()
            }
        }
    }
}

impl Sourced<'_> {
    /// The expression that reads the field, shown at its type.
    fn expand(&self, runtime: &RuntimePath, reply: &Ident, json: &Ident) -> TokenStream {
        let range = SpanRange::of(&self.field.ty);
        let (function, inputs) = match &self.source {
            Source::Json => {
                let member = &self.member;
                return quote!(#json.#member);
            }
            Source::Header { name, with: None } => ("from_header", quote!(&#reply, #name)),
            Source::Header { name, with: Some(with) } => {
                let deserialize = Ident::new("deserialize", SpanRange::within(with).end);
                let mixed = Span::mixed_site();
                let closure = quote_spanned!(mixed=> |deserializer| #with::#deserialize(deserializer));
                ("from_header_with", quote!(&#reply, #name, #closure))
            }
            Source::HeaderPrefix(prefix) => ("from_header_prefix", quote!(&#reply, #prefix)),
            Source::Status => ("from_status", quote!(&#reply)),
            Source::Body => ("from_body", quote!(#reply)),
        };
        let call = runtime.call(function, &inputs, range);
        quote_spanned!(range.end=> #call?)
    }
}
