//! The derive `FromResponse`: fields with `#[from_response(…)]` are read from the status, the headers or the whole body, the
//! others are members of the body in JSON or XML. The variant of an enum may be chosen by the status.

mod by_status;
mod json_members;
mod shape;
mod source;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{DeriveInput, LitStr};

use self::json_members::JsonMembers;
use self::shape::{ResponseField, Shape};
use self::source::Source;
use crate::attr_arg::AttrArg;
use crate::derive;
use crate::errors::Errors;
use crate::json_path;
use crate::rules::Rule;
use crate::runtime_path::RuntimePath;
use crate::span_range::SpanRange;

/// Expands `#[derive(FromResponse)]`.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    derive::expand(try_derive(input))
}

/// Returns the implementation, or else one that replaces it, and the mistakes.
pub(crate) fn try_derive(input: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    derive::parse(input, "from_response", |input, runtime, options, errors| {
        let reading = Reading::parse(options, errors);
        let shape = Shape::parse(input, errors);
        if let Some(shape) = &shape {
            reading.check(shape, errors);
        }
        let expand = |shape| {
            Response {
                input,
                runtime,
                shape,
                reading,
            }
            .expand()
        };
        (shape.map(expand), stand_in(input, runtime))
    })
}

/// How the body is read, by the options of the type.
#[derive(Default)]
struct Reading<'o> {
    /// The option `xml`.
    xml: Option<&'o AttrArg>,
    /// The option `member = "data.viewer"`: the path of what is read instead of the whole body; `None` has been reported.
    member: Option<(&'o AttrArg, Option<LitStr>)>,
}

impl<'o> Reading<'o> {
    fn parse(options: &'o [AttrArg], errors: &mut Errors) -> Self {
        let mut reading = Self::default();
        for option in options {
            match option.key().as_deref() {
                Some("xml") if reading.xml.is_some() => errors.report(Rule::BadXml, option, "second `xml`; remove one"),
                Some("xml") => reading.xml = option.parse_flag(Rule::BadXml, errors).map(|_| option),
                Some("member") if reading.member.is_some() => {
                    errors.report(Rule::BadMember, option, "second `member`; remove one");
                }
                Some("member") => reading.member = Some((option, parse_path(option, errors))),
                _ => report_unknown(option, errors),
            }
        }
        reading
    }

    fn check(&self, shape: &Shape, errors: &mut Errors) {
        if shape.has_members() {
            return;
        }
        let member = self.member.as_ref().map(|(option, _)| *option);
        for (name, option) in [("member", member), ("xml", self.xml)] {
            if let Some(option) = option {
                let message = format!(
                    "`{name}` requires a type that is read from the body; remove it, or put it on the type that is"
                );
                errors.report(Rule::WithoutMembers, option, message);
            }
        }
    }

    /// The expression that reads the body.
    fn expand(&self, runtime: &RuntimePath, reply: &Ident, range: SpanRange) -> TokenStream {
        let function = match (&self.xml, &self.member) {
            (None, None) => "from_json",
            (None, Some(_)) => "from_member",
            (Some(_), None) => "from_xml",
            (Some(_), Some(_)) => "from_xml_member",
        };
        let path = self.member.iter().map(|(_, path)| path);
        runtime.call(function, &quote!(&#reply #(, #path)*), range)
    }

    /// The media type that a request accepts.
    fn accept(&self) -> &'static str {
        if self.xml.is_some() {
            "application/xml"
        } else {
            "application/json"
        }
    }
}

fn parse_path(option: &AttrArg, errors: &mut Errors) -> Option<LitStr> {
    let path = option.string();
    if path.is_none() {
        let message = "`member` takes a path in the body; write `member = \"data.viewer\"`";
        errors.report(Rule::BadMember, option.value(), message);
    }
    path.filter(|path| json_path::check(path, Rule::BadMember, errors))
}

fn report_unknown(option: &AttrArg, errors: &mut Errors) {
    let message = "`#[from_response]` on a type takes only `xml`, `member = \"…\"` and `crate = path`; write the others on a \
        field or a variant";
    errors.report(Rule::BadContainerAttribute, option, message);
}

/// The implementation for a type with mistakes, so that its uses cause no errors.
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
    reading: Reading<'a>,
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
            Shape::Members => self.reading.expand(runtime, &reply, SpanRange::of(&self.input.ident)),
            Shape::ByStatus(variants) => by_status::expand(variants, runtime, &reply),
            Shape::Fields(fields) => self.expand_fields(fields, &reply),
        };
        let spec = self.spec();
        let members = self.members();
        let body = quote! {
            #spec
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
        // In the scope of the implementation, whose bounds name them.
        let definition = members.definition(runtime);
        quote! {
            const _: () = {
                #definition
                #implementation
            };
        }
    }

    /// The members of the JSON body, if other fields have other sources.
    fn members(&self) -> Option<JsonMembers<'_>> {
        match &self.shape {
            Shape::Fields(fields) => JsonMembers::new(self.input, fields),
            Shape::Unit | Shape::Members | Shape::ByStatus(_) => None,
        }
    }

    /// The fields in the order of declaration, but the body last, since it consumes the reply.
    fn expand_fields(&self, fields: &[ResponseField], reply: &Ident) -> TokenStream {
        let json = Ident::new("json", Span::mixed_site());
        let runtime = self.runtime;
        let call_site = Span::call_site();
        let range = SpanRange {
            start: call_site,
            end: call_site,
        };
        let members = self.members().map(|members| {
            let (ty, value) = (members.ty(), self.reading.expand(runtime, reply, range));
            quote!(let #json: #ty = #value?;)
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

    /// The constants of a type with a body are those of the body. A type with JSON members accepts JSON.
    fn spec(&self) -> Option<TokenStream> {
        let runtime = self.runtime;
        let fields = match &self.shape {
            Shape::Fields(fields) => fields.as_slice(),
            Shape::ByStatus(variants) => return Some(by_status::spec(variants, runtime)),
            Shape::Unit | Shape::Members => &[],
        };
        if let Some(ty) = fields.iter().find(|field| field.is_body()).map(|body| &body.field.ty) {
            return Some(quote! {
                const ACCEPT: ::core::option::Option<&'static str> = <#ty as #runtime::FromResponse>::ACCEPT;
                fn accepts(status: #runtime::private::StatusCode) -> bool {
                    <#ty as #runtime::FromResponse>::accepts(status)
                }
                fn body_mode(status: #runtime::private::StatusCode) -> #runtime::BodyMode {
                    <#ty as #runtime::FromResponse>::body_mode(status)
                }
            });
        }
        let accept = self.reading.accept();
        self.shape.has_members().then(|| {
            quote! {
                const ACCEPT: ::core::option::Option<&'static str> = ::core::option::Option::Some(#accept);
            }
        })
    }

    /// The bounds of generic types. The derive of serde adds those of the members of the JSON body.
    fn bounds(&self, members: Option<&JsonMembers>) -> Vec<TokenStream> {
        let runtime = self.runtime;
        let owned = quote!(#runtime::private::serde::de::DeserializeOwned);
        let generics = &self.input.generics;
        match &self.shape {
            Shape::Members if generics.type_params().next().is_some() => vec![quote!(Self: #owned)],
            Shape::Unit | Shape::Members => Vec::new(),
            Shape::ByStatus(variants) => {
                let types = variants.iter().filter_map(|variant| variant.ty);
                let generic = types.filter(|ty| derive::mentions_parameter(ty, generics));
                generic.map(|ty| quote!(#ty: #runtime::FromResponse)).collect()
            }
            Shape::Fields(fields) => {
                let members = members.filter(|members| members.is_generic()).map(JsonMembers::ty);
                let members = members.map(|ty| quote!(#ty: #owned));
                let generic = fields
                    .iter()
                    .filter(|field| derive::mentions_parameter(&field.field.ty, generics));
                let bound = |field: &ResponseField| {
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

impl ResponseField<'_> {
    /// The expression that reads the field, with its tokens at the type.
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
