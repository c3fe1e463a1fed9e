//! The expansion: a static description of the operation, the arguments, and one call into the runtime.
//! No locals, so no names can clash; nothing generic, so the work is compiled once, in the runtime.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, ReturnType, Type};

use crate::attribute::Attribute;
use crate::errors::Errors;
use crate::fallback;
use crate::krate::{Krate, relocate};
use crate::operation::{Operation, Parameter};
use crate::piece::Piece;
use crate::role::{Format, Location};
use crate::signature::Method;

/// Expands `#[rest_op(attribute)] item`.
pub(crate) fn rest_op(attribute: TokenStream, item: TokenStream) -> TokenStream {
    match try_rest_op(attribute, item) {
        Ok(method) => method,
        Err((kept, errors)) => {
            let errors = errors.into_compile_errors();
            quote!(#kept #errors)
        }
    }
}

/// The method with its body; or with a stand-in, and the mistakes.
pub(crate) fn try_rest_op(attribute: TokenStream, item: TokenStream) -> Result<TokenStream, (TokenStream, Errors)> {
    let mut errors = Errors::default();
    let attribute = Attribute::read(attribute, &mut errors);
    let Some(method) = Method::read(item.clone(), &mut errors) else {
        return Err((fallback::item(item), errors));
    };
    let krate = attribute.options.krate.clone();
    let operation = Operation::new(attribute, &method, &mut errors);
    match errors.finish(operation) {
        Ok(operation) => Ok(expand(&operation, method)),
        Err(errors) => Err((fallback::method(method, &krate), errors)),
    }
}

fn expand(operation: &Operation, mut method: Method) -> TokenStream {
    let call = call(operation, &method);
    if method.signature.asyncness.take().is_some() {
        method.signature.output = future(&method.signature.output);
    }
    let Method {
        attributes, signature, ..
    } = method;
    quote!(#(#attributes)* #signature { #call })
}

/// What an `async fn` of this output is short for; and the future is `Send`, which that would not say.
pub(crate) fn future(output: &ReturnType) -> ReturnType {
    let output = match output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => ty.to_token_stream(),
    };
    syn::parse_quote!(-> impl ::core::future::Future<Output = #output> + ::core::marker::Send)
}

/// The one expression. It stands at the return type, where a type that cannot be returned is to be shown.
fn call(operation: &Operation, method: &Method) -> TokenStream {
    let Operation { krate, parameters, .. } = operation;
    let span = match &method.signature.output {
        ReturnType::Type(_, ty) => Extent::of(ty),
        ReturnType::Default => Extent::of(&method.signature.ident),
    };
    let function = Ident::new(
        if method.signature.asyncness.is_some() {
            "send"
        } else {
            "call"
        },
        span.end,
    );
    let private = krate.at(span.start);
    let client = client(operation, method);
    let description = description(operation);
    let arguments = parameters.iter().map(|parameter| argument(krate, parameter));
    let checks = parameters.iter().flat_map(|parameter| checks(krate, parameter));
    let arguments = quote!((#client, &#description, &[#(#arguments),*], &[#(#checks),*]));
    let arguments = relocate(arguments, span.end);
    quote_spanned!(span.start=> #private::private::#function #arguments)
}

/// The client, which only `Api` gives; shown at the method's name.
fn client(operation: &Operation, method: &Method) -> TokenStream {
    let span = method.signature.ident.span().resolved_at(Span::call_site());
    let krate = operation.krate.at(span);
    let this = method.signature.receiver().map(|receiver| {
        let mut this = receiver.self_token;
        this.span = span.resolved_at(this.span);
        this
    });
    quote_spanned!(span=> #krate::Api::client(#this))
}

/// A constant expression, so that the compiler promotes it to a `static`.
fn description(operation: &Operation) -> TokenStream {
    let Operation {
        krate,
        name,
        verb,
        authenticated,
        idempotent,
        parameters,
        ..
    } = operation;
    let verb = format_ident!("{}", verb.variant());
    let pieces =
        |pieces: &[Piece]| -> Vec<TokenStream> { pieces.iter().map(|piece| self::piece(piece, operation)).collect() };
    let host_prefix = pieces(&operation.host_prefix);
    let path = pieces(&operation.path);
    let query = operation.query.iter().map(|constant| {
        let (key, text) = (&constant.key, &constant.text);
        quote!(#krate::private::Constant { key: #key, text: #text })
    });
    let parameters = parameters.iter().map(|parameter| {
        let (name, location) = (&parameter.name, location(krate, &parameter.location));
        quote!(#krate::private::Parameter { name: #name, location: #location })
    });
    quote! {
        #krate::private::Operation {
            name: #name,
            method: #krate::private::Method::#verb,
            host_prefix: &[#(#host_prefix),*],
            path: &[#(#path),*],
            query: &[#(#query),*],
            parameters: &[#(#parameters),*],
            authenticated: #authenticated,
            idempotent: #idempotent,
        }
    }
}

fn piece(piece: &Piece, operation: &Operation) -> TokenStream {
    let krate = &operation.krate;
    let index = |name: &String| {
        let index = operation
            .parameters
            .iter()
            .position(|parameter| parameter.name == *name);
        proc_macro2::Literal::usize_unsuffixed(index.unwrap_or_default())
    };
    match piece {
        Piece::Literal(text) => quote!(#krate::private::Piece::Literal(#text)),
        Piece::Label(name) => {
            let index = index(name);
            quote!(#krate::private::Piece::Label(#index))
        }
        Piece::Greedy(name) => {
            let index = index(name);
            quote!(#krate::private::Piece::Greedy(#index))
        }
    }
}

fn location(krate: &Krate, location: &Location) -> TokenStream {
    let location = match location {
        Location::Path => quote!(Path),
        Location::Query(key) => quote!(Query(#key)),
        Location::QueryFlatten => quote!(QueryFlatten),
        Location::Header(name) => quote!(Header(#name)),
        Location::HeaderPrefix(prefix) => quote!(HeaderPrefix(#prefix)),
        Location::Body(format) => {
            let format = format_ident!("{}", format.variant());
            quote!(Body(#krate::private::Format::#format))
        }
    };
    quote!(#krate::private::Location::#location)
}

/// The argument, serialized. All of it stands at the type, where a missing bound is to be shown.
fn argument(krate: &Krate, parameter: &Parameter) -> TokenStream {
    let constructor = match parameter.location {
        Location::Path | Location::Query(_) | Location::Header(_) => "text",
        Location::QueryFlatten | Location::HeaderPrefix(_) => "entries",
        Location::Body(Format::Json) => "json",
        Location::Body(Format::Form) => "form",
        Location::Body(Format::Text) => "plain",
        Location::Body(Format::Bytes) => "bytes",
        Location::Body(Format::Stream) => "stream",
    };
    let span = Extent::of(&parameter.ty);
    let value = match parameter.location {
        Location::Body(Format::Stream) => {
            let value = at(&parameter.ident, span.start).to_token_stream();
            let once = construct(krate, "once", &value, span);
            quote_spanned!(span.start=> &#once)
        }
        _ => borrowed(parameter, span),
    };
    let value = match &parameter.with {
        Some(with) => serialized_with(krate, constructor, value, with, span),
        None => value,
    };
    let constructor = if parameter.with.is_some() {
        format!("{constructor}_by")
    } else {
        constructor.to_owned()
    };
    construct(krate, &constructor, &value, span)
}

fn serialized_with(
    krate: &Krate,
    constructor: &str,
    value: TokenStream,
    with: &syn::Path,
    span: Extent,
) -> TokenStream {
    let serialize = Ident::new("serialize", with.span());
    let mixed = Span::mixed_site();
    let closure = quote_spanned!(mixed=> |value, serializer| #with::#serialize(value, serializer));
    let value = construct(krate, &format!("{constructor}_with"), &quote!(#value, #closure), span);
    quote_spanned!(span.start=> &#value)
}

/// A call of one of the runtime's constructors, spread over the type.
fn construct(krate: &Krate, function: &str, arguments: &TokenStream, span: Extent) -> TokenStream {
    let krate = krate.at(span.start);
    let function = Ident::new(function, span.end);
    let arguments = relocate(quote!((#arguments)), span.end);
    quote_spanned!(span.start=> #krate::private::#function #arguments)
}

/// A reference to the value, which may be a reference itself: the runtime wants it sized.
fn borrowed(parameter: &Parameter, span: Extent) -> TokenStream {
    let ident = at(&parameter.ident, span.end);
    quote_spanned!(span.start=> &#ident)
}

/// The checks of an argument. Each is shown at its own expression.
pub(crate) fn checks<'a>(krate: &'a Krate, parameter: &'a Parameter) -> impl Iterator<Item = TokenStream> + 'a {
    parameter.checks.iter().map(move |rule| {
        let span = Extent::of(rule);
        let name = &parameter.name;
        let value = optional(parameter, span.start);
        construct(krate, "check", &quote!(#name, #value, #rule), span)
    })
}

/// The value as an `Option<&T>`, where `T` is the type without reference and `Option`.
fn optional(parameter: &Parameter, span: Span) -> TokenStream {
    let ident = at(&parameter.ident, span);
    match peel(&parameter.ty) {
        Type::Reference(reference) if option_of(&reference.elem).is_some() => {
            quote_spanned!(span=> ::core::option::Option::as_ref(#ident))
        }
        Type::Reference(_) => quote_spanned!(span=> ::core::option::Option::Some(#ident)),
        ty => match option_of(ty).map(peel) {
            Some(Type::Reference(_)) => ident.into_token_stream(),
            Some(_) => quote_spanned!(span=> ::core::option::Option::as_ref(&#ident)),
            None => quote_spanned!(span=> ::core::option::Option::Some(&#ident)),
        },
    }
}

/// The type in `Option<…>`.
fn option_of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peel(ty) else {
        return None;
    };
    let names: Vec<String> = path
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if !matches!(
        names.as_slice(),
        ["Option"] | ["std" | "core", "option", "Option"] | ["option", "Option"]
    ) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// The type without parentheses, visible or not.
fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peel(&group.elem),
        Type::Paren(paren) => peel(&paren.elem),
        ty => ty,
    }
}

/// The name of an argument, shown elsewhere.
fn at(ident: &Ident, span: Span) -> TokenStream {
    relocate(ident.to_token_stream(), span)
}

/// Where something starts and ends. What starts at the one and ends at the other is shown as a whole.
#[derive(Clone, Copy)]
struct Extent {
    start: Span,
    end: Span,
}

impl Extent {
    fn of(tokens: &impl ToTokens) -> Self {
        let mut spans = flatten(tokens.to_token_stream()).map(|span| span.resolved_at(Span::call_site()));
        let start = spans.next().unwrap_or_else(Span::call_site);
        Self {
            start,
            end: spans.last().unwrap_or(start),
        }
    }
}

fn flatten(tokens: TokenStream) -> impl Iterator<Item = Span> {
    tokens.into_iter().flat_map(|tree| match tree {
        proc_macro2::TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::None => {
            flatten(group.stream()).collect::<Vec<_>>()
        }
        tree => vec![tree.span()],
    })
}
