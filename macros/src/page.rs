//! The derive `Page`: one field contains the items, and the next page is requested by a token in a field or by a count.

mod next;
mod parts;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{DeriveInput, Field};

use self::next::Carrier;
use self::parts::{FieldPath, Next, Parts, TokenSource};
use crate::derive;
use crate::errors::Errors;
use crate::runtime_path::RuntimePath;
use crate::span_range::SpanRange;

/// Expands `#[derive(Page)]`.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    derive::expand(try_derive(input))
}

/// Returns the implementation, or else one that replaces it, and the mistakes.
pub(crate) fn try_derive(input: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    derive::parse(input, "page", |input, runtime, options, errors| {
        let parts = Parts::parse(input, options, errors);
        (
            parts.map(|parts| Page { input, runtime, parts }.expand()),
            stand_in(input, runtime),
        )
    })
}

/// The implementation for a type with mistakes, so that its uses cause no errors.
fn stand_in(input: &DeriveInput, runtime: &RuntimePath) -> TokenStream {
    let item = parts::likely_item(input);
    let body = quote! {
        type Item = #item;
        fn next(&self) -> ::core::option::Option<#runtime::Next> {
            loop {}
        }
        fn into_items(self) -> ::std::vec::Vec<Self::Item> {
            loop {}
        }
    };
    derive::implement(input, &quote!(#runtime::Page), &[], &body)
}

/// A sound type, ready to be expanded.
struct Page<'a> {
    input: &'a DeriveInput,
    runtime: &'a RuntimePath,
    parts: Parts<'a>,
}

impl Page<'_> {
    fn expand(&self) -> TokenStream {
        let runtime = self.runtime;
        let Parts { items, item, more, .. } = &self.parts;
        let end = more.as_ref().map(|path| {
            let flag = self.reach(path, |flag| {
                runtime.call("has_more", flag, SpanRange::of(&path.literal))
            });
            quote! {
                if let ::core::option::Option::Some(false) = #flag {
                    return ::core::option::Option::None;
                }
            }
        });
        let next = self.expand_next();
        let body = quote! {
            type Item = #item;
            #[inline]
            fn next(&self) -> ::core::option::Option<#runtime::Next> {
                #end
                #next
            }
            #[inline]
            fn into_items(self) -> ::std::vec::Vec<Self::Item> {
                self.#items
            }
        };
        derive::implement(self.input, &quote!(#runtime::Page), &self.bounds(), &body)
    }

    fn expand_next(&self) -> TokenStream {
        let Parts { items, next, .. } = &self.parts;
        match next {
            Next::Token(carrier, TokenSource::Field(field)) => {
                let (name, range) = (&field.ident, SpanRange::of(&field.ty));
                self.expand_token(carrier, &quote_spanned!(range.end=> &self.#name), range)
            }
            Next::Token(carrier, TokenSource::Path(path)) => self.reach(path, |token| {
                self.expand_token(carrier, token, SpanRange::of(&path.literal))
            }),
            Next::Page(key) => self.expand_count(&quote!(page(#key))),
            Next::Offset(key) => self.expand_count(&quote!(offset(#key, self.#items.len()))),
        }
    }

    /// The next page by its number or offset, unless this one is empty.
    fn expand_count(&self, next: &TokenStream) -> TokenStream {
        let (runtime, items) = (self.runtime, &self.parts.items);
        quote! {
            if self.#items.is_empty() {
                ::core::option::Option::None
            } else {
                ::core::option::Option::Some(#runtime::Next::#next)
            }
        }
    }

    /// The next page by a token, which is an `Option`.
    fn expand_token(&self, carrier: &Carrier, token: &TokenStream, range: SpanRange) -> TokenStream {
        let runtime = self.runtime;
        let text = Ident::new("text", Span::mixed_site());
        let by = |next: TokenStream| runtime.call("next", &quote!(#token, |#text| #next), range);
        match carrier {
            Carrier::Query(key) => by(quote!(#runtime::Next::query(#key, #text))),
            Carrier::Header(name) => by(quote!(#runtime::Next::header(#name, #text))),
            Carrier::Url => by(quote!(#runtime::Next::url(#text))),
            Carrier::Body(path) => runtime.call("next_body", &quote!(#token, #path), range),
            Carrier::Link => quote!(#runtime::Next::link(#token)),
        }
    }

    /// Reads the field at the end of a path by `read`, which returns an `Option` and is given a reference to the field. The fields
    /// before it may be `Option`s.
    fn reach(&self, path: &FieldPath, read: impl FnOnce(&TokenStream) -> TokenStream) -> TokenStream {
        let value = Ident::new("value", Span::mixed_site());
        let range = SpanRange::of(&path.literal);
        let mut fields = path.fields.iter();
        let first = fields.next();
        let mut field = quote_spanned!(range.end=> &self.#first);
        let mut reached: Option<TokenStream> = None;
        let step = |reached: Option<TokenStream>, expression: TokenStream| match reached {
            None => expression,
            Some(reached) => quote!(#reached.and_then(|#value| #expression)),
        };
        for name in fields {
            let outer = self.runtime.call("outer", &field, range);
            reached = Some(step(reached, quote!(#outer.get())));
            field = quote_spanned!(range.end=> &#value.#name);
        }
        step(reached, read(&field))
    }

    /// The bound of a token of a generic type.
    fn bounds(&self) -> Vec<TokenStream> {
        let runtime = self.runtime;
        match &self.parts.next {
            Next::Token(Carrier::Link, _) => Vec::new(),
            Next::Token(_, TokenSource::Field(Field { ty, .. }))
                if derive::mentions_parameter(ty, &self.input.generics) =>
            {
                vec![quote!(#ty: #runtime::private::serde::Serialize)]
            }
            _ => Vec::new(),
        }
    }
}
