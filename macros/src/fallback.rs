//! What stands in for a method with mistakes. It keeps the signature, so that callers and editors see the method, and adds
//! no error or warning of its own.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{FnArg, Pat, ReturnType, Safety, Type, Visibility};

use crate::expand::{self, future};
use crate::krate::Krate;
use crate::operation::Parameter;
use crate::signature::Method;

/// The method with a body that fits every return type.
pub(crate) fn method(mut method: Method, krate: &Krate) -> TokenStream {
    if let Some(body) = &method.body {
        let Method {
            attributes,
            visibility,
            signature,
            ..
        } = &method;
        return quote!(#(#attributes)* #visibility #signature #body);
    }
    mend(&mut method);
    let is_future = method.signature.asyncness.take().is_some();
    if is_future {
        method.signature.output = future(&method.signature.output);
    }
    let used = used(&method, krate);
    let diverge = match &method.signature.output {
        ReturnType::Type(_, ty) if is_future || returns_future(ty) => quote!(::core::future::pending()),
        _ => quote!(loop {}),
    };
    let Method {
        attributes, signature, ..
    } = method;
    quote!(#(#attributes)* #signature { #used #diverge })
}

/// The item as it is, without the attributes of arguments, which only this macro knows.
pub(crate) fn item(item: TokenStream) -> TokenStream {
    item.into_iter()
        .map(|tree| match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                let mut bare = Group::new(Delimiter::Parenthesis, without_attributes(group.stream()));
                bare.set_span(group.span());
                TokenTree::Group(bare)
            }
            tree => tree,
        })
        .collect()
}

fn without_attributes(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        let closes = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        let opened = matches!(kept.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#');
        if closes && opened {
            kept.pop();
        } else {
            kept.push(tree);
        }
    }
    kept.into_iter().collect()
}

/// Takes off what would make the compiler add an error to ours.
fn mend(method: &mut Method) {
    let signature = &mut method.signature;
    method.visibility = Visibility::Inherited;
    signature.constness = None;
    signature.abi = None;
    signature.variadic = None;
    if let Safety::Safe(_) = signature.safety {
        signature.safety = Safety::Default;
    }
    for input in &mut signature.inputs {
        if let FnArg::Typed(argument) = input {
            *argument.pat = match &*argument.pat {
                Pat::Ident(name) => {
                    let ident = &name.ident;
                    syn::parse_quote!(#ident)
                }
                _ => syn::parse_quote!(_),
            };
        }
    }
    match signature.inputs.first_mut() {
        Some(FnArg::Receiver(receiver)) => {
            let this = receiver.self_token;
            if !matches!(receiver.kind, syn::ReceiverKind::Reference(_, _, None)) {
                *receiver = syn::parse_quote!(&#this);
            }
        }
        _ => signature.inputs.insert(0, syn::parse_quote!(&self)),
    }
}

/// Mentions the arguments and the paths in their attributes, so that nothing counts as unused, and evaluates none of them.
fn used(method: &Method, krate: &Krate) -> TokenStream {
    let names: Vec<&Ident> = method
        .arguments
        .iter()
        .filter_map(|argument| argument.ident.as_ref())
        .collect();
    let parameters: Vec<Parameter> = method.arguments.iter().filter_map(Parameter::new).collect();
    let mentions: Vec<TokenStream> = parameters
        .iter()
        .flat_map(|parameter| expand::checks(krate, parameter))
        .collect();
    let names = (!names.is_empty()).then(|| quote!(let _ = (#(&#names,)*);));
    let mentions = (!mentions.is_empty()).then(|| quote!(let _ = || (#(#mentions,)*);));
    quote!(#names #mentions)
}

fn returns_future(ty: &Type) -> bool {
    let tokens = ty.to_token_stream().to_string();
    tokens.starts_with("impl") && tokens.contains("Future")
}
