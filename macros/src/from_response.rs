//! The derive `FromResponse`: fields with `#[from_response(…)]` come from the status, the headers or the whole body, the
//! others are members of the JSON body.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Field, Fields, GenericParam, Generics, Index, Member, Path, WherePredicate};

use crate::derive;
use crate::errors::Errors;
use crate::header;
use crate::krate::{Krate, relocate};
use crate::part::Part;
use crate::rules::Rule;
use crate::suggest;

/// A type that can be read from a response.
struct Response<'a> {
    input: &'a DeriveInput,
    krate: Krate,
    shape: Shape<'a>,
}

enum Shape<'a> {
    /// Nothing is read.
    Unit,
    /// The whole type is the JSON body.
    Json,
    /// Each field comes from where it says.
    Fields(Vec<Sourced<'a>>),
}

/// A field and where it comes from.
struct Sourced<'a> {
    member: Member,
    field: &'a Field,
    source: Source,
}

enum Source {
    /// A member of the JSON body.
    Json,
    Header {
        name: String,
        with: Option<Path>,
    },
    HeaderPrefix(String),
    Status,
    Body,
}

const SOURCES: [&str; 5] = ["header", "header_prefix", "status", "body", "with"];

/// Expands `#[derive(FromResponse)]`.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    derive::expand(input, "from_response", |input, krate, errors| {
        let response = Response::read(input, krate.clone(), errors);
        (response.map(|response| response.expand()), stand_in(input, krate))
    })
}

/// An implementation for a type with mistakes, so that whoever uses it shows no errors.
fn stand_in(input: &DeriveInput, krate: &Krate) -> TokenStream {
    implement(
        input,
        krate,
        &[],
        quote! {
            fn from_response(_: #krate::Reply) -> ::core::result::Result<Self, #krate::DecodeError> {
                loop {}
            }
        },
    )
}

fn implement(input: &DeriveInput, krate: &Krate, bounds: &[TokenStream], body: TokenStream) -> TokenStream {
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
        impl #impl_generics #krate::FromResponse for #name #type_generics #where_clause { #body }
    }
}

impl<'a> Response<'a> {
    fn read(input: &'a DeriveInput, krate: Krate, errors: &mut Errors) -> Option<Self> {
        check_lifetimes(&input.generics, errors);
        let shape = match &input.data {
            Data::Struct(data) => read_struct(input, &data.fields, errors)?,
            Data::Enum(data) => {
                check_enum_fields(data.variants.iter().flat_map(|variant| &variant.fields), errors);
                Shape::Json
            }
            Data::Union(data) => {
                let message = "`FromResponse` on a union; derive it on a struct, or on an enum in JSON";
                errors.report(Rule::ResponseUnion, data.union_token, message);
                return None;
            }
        };
        Some(Self { input, krate, shape })
    }

    fn expand(&self) -> TokenStream {
        let krate = &self.krate;
        let reply = Ident::new("reply", Span::mixed_site());
        let mut streamed = None;
        let value = match &self.shape {
            Shape::Unit => quote!(::core::result::Result::Ok(Self)),
            Shape::Json => {
                let krate = krate.at(self.input.ident.span().resolved_at(Span::call_site()));
                let from_json = Ident::new("from_json", self.input.ident.span().resolved_at(Span::call_site()));
                quote!(#krate::private::#from_json(&#reply))
            }
            Shape::Fields(fields) => {
                let body = fields.iter().find(|field| matches!(field.source, Source::Body));
                streamed = body.map(|body| {
                    let ty = &body.field.ty;
                    quote! {
                        const STREAMED: bool = <#ty as #krate::FromResponse>::STREAMED;
                        fn accepts(status: #krate::private::StatusCode) -> bool {
                            <#ty as #krate::FromResponse>::accepts(status)
                        }
                    }
                });
                self.expand_fields(fields, &reply)
            }
        };
        let ignored = matches!(self.shape, Shape::Unit).then(|| quote!(let _ = #reply;));
        implement(
            self.input,
            krate,
            &self.bounds(),
            quote! {
                #streamed
                fn from_response(#reply: #krate::Reply) -> ::core::result::Result<Self, #krate::DecodeError> {
                    #ignored
                    #value
                }
            },
        )
    }

    /// The fields in the order of declaration, the body last: it takes the reply.
    fn expand_fields(&self, fields: &[Sourced], reply: &Ident) -> TokenStream {
        let json = Ident::new("json", Span::mixed_site());
        let members = self.members(fields).map(|(name, members)| {
            let krate = &self.krate;
            quote! {
                #members
                let #json: #name = #krate::private::from_json(&#reply)?;
            }
        });
        let (body, others): (Vec<_>, Vec<_>) = fields.iter().partition(|field| matches!(field.source, Source::Body));
        let values = others.into_iter().chain(body).map(|sourced| {
            let member = &sourced.member;
            let value = sourced.value(&self.krate, reply, &json);
            quote!(#member: #value)
        });
        quote! {
            #members
            ::core::result::Result::Ok(Self { #(#values),* })
        }
    }

    /// The members of the JSON body as a type of their own, with what serde is to know of them.
    fn members(&self, fields: &[Sourced]) -> Option<(TokenStream, TokenStream)> {
        let members: Vec<&Field> = fields
            .iter()
            .filter(|field| matches!(field.source, Source::Json))
            .map(|field| field.field)
            .collect();
        if members.is_empty() {
            return None;
        }
        let generics = used_generics(&self.input.generics, &members);
        let (_, type_generics, where_clause) = generics.split_for_impl();
        let krate = &self.krate;
        let serde = quote!(#krate::private::serde).to_string();
        let name = format_ident!("JsonMembersOf{}", self.input.ident);
        let container = self
            .input
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("serde"));
        let fields = members.iter().map(|field| {
            let attributes = field
                .attrs
                .iter()
                .filter(|attribute| attribute.path().is_ident("serde"));
            let (ident, ty) = (&field.ident, &field.ty);
            quote!(#(#attributes)* #ident: #ty)
        });
        let definition = quote! {
            #[derive(#krate::private::serde::Deserialize)]
            #[serde(crate = #serde)]
            #(#container)*
            struct #name #generics #where_clause { #(#fields),* }
        };
        Some((quote!(#name #type_generics), definition))
    }

    /// What generic types must be able to do.
    fn bounds(&self) -> Vec<TokenStream> {
        let krate = &self.krate;
        let owned = quote!(#krate::private::serde::de::DeserializeOwned);
        let is_generic = self.input.generics.type_params().next().is_some();
        match &self.shape {
            Shape::Json if is_generic => vec![quote!(Self: #owned)],
            Shape::Unit | Shape::Json => Vec::new(),
            Shape::Fields(fields) => {
                let generic = fields
                    .iter()
                    .filter(|field| mentions_parameter(&field.field.ty, &self.input.generics));
                let bound = |field: &Sourced| {
                    let ty = &field.field.ty;
                    match field.source {
                        Source::Body => quote!(#ty: #krate::FromResponse),
                        _ => quote!(#ty: #owned),
                    }
                };
                generic.map(bound).collect()
            }
        }
    }
}

impl Sourced<'_> {
    /// The expression that reads the field, shown at its type.
    fn value(&self, krate: &Krate, reply: &Ident, json: &Ident) -> TokenStream {
        let span = self.field.ty.span().resolved_at(Span::call_site());
        let private = krate.at(span);
        let call = match &self.source {
            Source::Json => {
                let member = &self.member;
                return quote!(#json.#member);
            }
            Source::Header { name, with: None } => quote_spanned!(span=> from_header(&#reply, #name)),
            Source::Header { name, with: Some(with) } => {
                let deserialize = Ident::new("deserialize", with.span());
                let deserializer = Ident::new("deserializer", Span::mixed_site());
                let closure = quote!(|#deserializer| #with::#deserialize(#deserializer));
                quote_spanned!(span=> from_header_with(&#reply, #name, #closure))
            }
            Source::HeaderPrefix(prefix) => quote_spanned!(span=> from_header_prefix(&#reply, #prefix)),
            Source::Status => quote_spanned!(span=> from_status(&#reply)),
            Source::Body => quote_spanned!(span=> from_body(#reply)),
        };
        let call = relocate(call, span);
        quote_spanned!(span=> #private::private::#call?)
    }
}

fn read_struct<'a>(input: &'a DeriveInput, fields: &'a Fields, errors: &mut Errors) -> Option<Shape<'a>> {
    if fields.is_empty() {
        return Some(Shape::Unit)
            .filter(|_| matches!(fields, Fields::Unit))
            .or(Some(Shape::Json));
    }
    let mut sound = true;
    let mut sourced = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let member = field
            .ident
            .clone()
            .map_or_else(|| Member::Unnamed(Index::from(index)), Member::Named);
        match read_source(field, errors) {
            Some(source) => sourced.push(Sourced { member, field, source }),
            None => sound = false,
        }
    }
    if !sound {
        return None;
    }
    if sourced.iter().all(|field| matches!(field.source, Source::Json)) {
        return Some(Shape::Json);
    }
    check_one_body(&sourced, errors);
    check_members(input, fields, &sourced, errors);
    Some(Shape::Fields(sourced))
}

/// Where the field comes from; `None` has been reported.
fn read_source(field: &Field, errors: &mut Errors) -> Option<Source> {
    let mut source: Option<Source> = None;
    let mut with: Option<(Part, Path)> = None;
    let mut sound = true;
    for part in derive::parts(&field.attrs, "from_response", errors) {
        let name = part.name().map(Ident::to_string);
        let read = match name.as_deref() {
            Some("header") => read_header(&part, errors).map(|name| Source::Header { name, with: None }),
            Some("header_prefix") => read_header_prefix(&part, errors).map(Source::HeaderPrefix),
            Some("status") => check_flag(&part, errors).then_some(Source::Status),
            Some("body") => check_flag(&part, errors).then_some(Source::Body),
            Some("with") => {
                match check_path(&part, errors) {
                    Some(path) => with = Some((part, path)),
                    None => sound = false,
                }
                continue;
            }
            _ => check_unknown(name.as_deref(), &part, errors),
        };
        match (read, &source) {
            (None, _) => sound = false,
            (Some(_), Some(_)) => {
                let message = format!("a field has one source; remove `{}`", part.to_token_stream());
                errors.report(Rule::TwoSources, &part, message);
                sound = false;
            }
            (read, None) => source = read,
        }
    }
    if !sound {
        return None;
    }
    match (source, with) {
        (Some(Source::Header { name, .. }), Some((_, path))) => Some(Source::Header { name, with: Some(path) }),
        (_, Some((part, _))) => {
            let message =
                "`with` belongs to `header`; write `header = \"name\"` beside it, or `#[serde(with = \"…\")]` for JSON";
            errors.report(Rule::WithWithoutHeader, &part, message);
            None
        }
        (source, None) => Some(source.unwrap_or(Source::Json)),
    }
}

fn read_header(part: &Part, errors: &mut Errors) -> Option<String> {
    let name = check_string(part, "header", "\"etag\"", errors)?;
    header::read(&name, errors)
}

fn read_header_prefix(part: &Part, errors: &mut Errors) -> Option<String> {
    let prefix = check_string(part, "header_prefix", "\"x-meta-\"", errors)?;
    header::read_prefix(&prefix, errors)
}

fn check_string(part: &Part, name: &str, example: &str, errors: &mut Errors) -> Option<syn::LitStr> {
    let literal = part.string();
    if literal.is_none() {
        errors.report(
            Rule::BadSource,
            part,
            format!("`{name}` takes a string; write `{name} = {example}`"),
        );
    }
    literal
}

fn check_flag(part: &Part, errors: &mut Errors) -> bool {
    let is_flag = matches!(part, Part::Flag(_));
    if let (false, Some(name)) = (is_flag, part.name()) {
        errors.report(
            Rule::BadSource,
            part,
            format!("`{name}` takes no value; write `{name}`"),
        );
    }
    is_flag
}

fn check_path(part: &Part, errors: &mut Errors) -> Option<Path> {
    let path = part.path();
    if path.is_none() {
        errors.report(
            Rule::BadSource,
            part,
            "`with` takes the path of a module; write `with = path::to::module`",
        );
    }
    path
}

fn check_unknown(name: Option<&str>, part: &Part, errors: &mut Errors) -> Option<Source> {
    let remedy = suggest::remedy(name.unwrap_or_default(), &SOURCES);
    let message = format!("unknown source `{}`; {remedy}", part.to_token_stream());
    errors.report(Rule::UnknownSource, part, message);
    None
}

fn check_lifetimes(generics: &Generics, errors: &mut Errors) {
    for lifetime in generics.lifetimes() {
        let message = format!("a response owns its data; remove lifetime `{}`", lifetime.lifetime);
        errors.report(Rule::ResponseLifetime, lifetime, message);
    }
}

fn check_enum_fields<'a>(fields: impl Iterator<Item = &'a Field>, errors: &mut Errors) {
    for attribute in fields
        .flat_map(|field| &field.attrs)
        .filter(|attribute| attribute.path().is_ident("from_response"))
    {
        let message = "an enum is read from JSON as a whole; remove this, or derive `FromResponse` on a struct";
        errors.report(Rule::SourceInEnum, attribute, message);
    }
}

fn check_one_body(fields: &[Sourced], errors: &mut Errors) {
    for second in fields
        .iter()
        .filter(|field| matches!(field.source, Source::Body))
        .skip(1)
    {
        let message = "second `body`; a response has one: remove this, or read both as JSON members";
        errors.report(Rule::TwoResponseBodies, attribute_of(second.field), message);
    }
}

/// JSON members need a name, and a body that no other field is.
fn check_members(input: &DeriveInput, fields: &Fields, sourced: &[Sourced], errors: &mut Errors) {
    let has_body = sourced.iter().any(|field| matches!(field.source, Source::Body));
    let mut members = sourced
        .iter()
        .filter(|field| matches!(field.source, Source::Json))
        .peekable();
    if members.peek().is_some() {
        check_serde_default(&input.attrs, errors);
    }
    for member in members {
        let shown = member.member.to_token_stream().to_string();
        let message = match fields {
            Fields::Unnamed(_) => {
                format!("field `{shown}` has no name in JSON; write `#[from_response(body)]` before it")
            }
            _ if has_body => format!(
                "field `{shown}` has no source, since the body is another field; write one, such as `#[from_response(header = \"…\")]`"
            ),
            _ => continue,
        };
        match &member.field.ident {
            Some(ident) => errors.report(Rule::FieldWithoutSource, ident, message),
            None => errors.report(Rule::FieldWithoutSource, &member.field.ty, message),
        }
    }
}

/// `Default` is there for the whole type, not for the members alone.
fn check_serde_default(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let syn::Meta::List(list) = &attribute.meta else {
            continue;
        };
        for part in Part::split(list.tokens.clone()) {
            if part.name().is_some_and(|name| name == "default") {
                let message =
                    "`default` on a type with other sources than JSON; write `#[serde(default)]` on its fields";
                errors.report(Rule::SerdeDefault, &part, message);
            }
        }
    }
}

fn attribute_of(field: &Field) -> Option<&Attribute> {
    field
        .attrs
        .iter()
        .find(|attribute| attribute.path().is_ident("from_response"))
}

fn mentions_parameter(tokens: impl ToTokens, generics: &Generics) -> bool {
    generics
        .type_params()
        .any(|parameter| mentions(tokens.to_token_stream(), &parameter.ident))
}

fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|tree| match tree {
        proc_macro2::TokenTree::Ident(ident) => ident == *name,
        proc_macro2::TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}

/// The parameters that these fields use: the others would be unused in a type that has no other fields.
fn used_generics(generics: &Generics, fields: &[&Field]) -> Generics {
    let used = |name: &Ident| fields.iter().any(|field| mentions(field.ty.to_token_stream(), name));
    let (kept, dropped): (Vec<_>, Vec<_>) = generics.params.iter().cloned().partition(|parameter| match parameter {
        GenericParam::Type(parameter) => used(&parameter.ident),
        GenericParam::Const(parameter) => used(&parameter.ident),
        GenericParam::Lifetime(_) => false,
    });
    let name = |parameter: &GenericParam| match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.clone()),
        GenericParam::Const(parameter) => Some(parameter.ident.clone()),
        GenericParam::Lifetime(_) => None,
    };
    let dropped: Vec<Ident> = dropped.iter().filter_map(name).collect();
    let mut generics = Generics {
        params: kept.into_iter().collect(),
        ..generics.clone()
    };
    if let Some(clause) = &mut generics.where_clause {
        let predicates = std::mem::take(&mut clause.predicates);
        let keep = |predicate: &WherePredicate| !dropped.iter().any(|name| mentions(predicate.to_token_stream(), name));
        clause.predicates = predicates.into_iter().filter(keep).collect();
    }
    generics
}
