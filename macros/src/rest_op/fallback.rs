//! The expansion of a method with mistakes. It keeps the signature, so that callers and editors see the method, and causes no
//! errors or warnings of its own.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit_mut::{self, VisitMut};
use syn::{FnArg, Pat, Receiver, ReceiverKind, ReturnType, Safety, Type, Visibility};

use crate::rest_op::expand::{future, mentioned};
use crate::rest_op::operation::Parameter;
use crate::rest_op::trait_fn::{self, TraitFn};
use crate::runtime_path::RuntimePath;

/// The method with its own body, or with one that fits every return type.
pub(crate) fn method(mut method: TraitFn, runtime: &RuntimePath) -> TokenStream {
    if let Some(body) = &method.body {
        let TraitFn {
            attributes,
            visibility,
            signature,
            ..
        } = &method;
        return quote!(#(#attributes)* #visibility #signature #body);
    }
    simplify(&mut method);
    let is_async = method.signature.asyncness.take().is_some();
    if is_async {
        method.signature.output = future(&method.signature.output);
    }
    let never = match &method.signature.output {
        ReturnType::Type(_, ty) if is_async || is_future(ty) => quote!(::core::future::pending()),
        _ => quote!(loop {}),
    };
    let used = used(&method, runtime);
    let TraitFn {
        attributes, signature, ..
    } = method;
    quote!(#(#attributes)* #signature { #used #never })
}

/// An item that is not a method, or a method that is being typed, without the attributes of arguments.
pub(crate) fn item(item: TokenStream) -> TokenStream {
    if trait_fn::keyword(item.clone()).is_none_or(|keyword| keyword != "fn") {
        return item;
    }
    let bare = item.into_iter().map(|tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            let mut bare = Group::new(Delimiter::Parenthesis, without_attributes(group.stream()));
            bare.set_span(group.span());
            TokenTree::Group(bare)
        }
        tree => tree,
    });
    let mut trees: Vec<TokenTree> = bare.collect();
    // Without a body, the method would be missing in every `impl`.
    let is_declaration = trees
        .pop_if(|last| matches!(last, TokenTree::Punct(punct) if punct.as_char() == ';'))
        .is_some();
    if is_declaration {
        return quote!(#[allow(unused)] #(#trees)* { loop {} });
    }
    trees.into_iter().collect()
}

fn without_attributes(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for tree in tokens {
        let is_bracketed = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
        let is_attribute = is_bracketed
            && kept
                .pop_if(|last| matches!(last, TokenTree::Punct(punct) if punct.as_char() == '#'))
                .is_some();
        if !is_attribute {
            kept.push(tree);
        }
    }
    kept.into_iter().collect()
}

/// Removes everything that would make the compiler report an error of its own.
fn simplify(method: &mut TraitFn) {
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
            *argument.pat = plain_pattern(&argument.pat);
        }
    }
    match &mut signature.output {
        ReturnType::Type(_, ty) if !is_future(ty) => WithoutImpl.visit_type_mut(ty),
        _ => {}
    }
    if let Some(FnArg::Receiver(receiver)) = signature.inputs.first_mut() {
        simplify_receiver(receiver);
    } else {
        // On a free function, the compiler reports `self` at its name, where the mistake is reported, too.
        let span = signature.ident.span();
        signature.inputs.insert(0, syn::parse_quote_spanned!(span=> &self));
    }
}

/// Replaces `impl Trait` by `()`: the body does not determine the type.
struct WithoutImpl;

impl VisitMut for WithoutImpl {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        match ty {
            Type::ImplTrait(_) => *ty = syn::parse_quote!(()),
            ty => visit_mut::visit_type_mut(self, ty),
        }
    }
}

/// The plain name, or `_` for a pattern.
fn plain_pattern(pattern: &Pat) -> Pat {
    match pattern {
        Pat::Ident(name) => {
            let ident = &name.ident;
            syn::parse_quote!(#ident)
        }
        _ => syn::parse_quote!(_),
    }
}

/// Makes the receiver `&self`. By value, it would require `Self: Sized`.
fn simplify_receiver(receiver: &mut Receiver) {
    if !matches!(receiver.kind, ReceiverKind::Reference(_, _, None)) {
        let this = receiver.self_token;
        *receiver = syn::parse_quote!(&#this);
    }
}

/// Mentions the arguments and the items in their attributes, so that none counts as unused, without evaluating them.
fn used(method: &TraitFn, runtime: &RuntimePath) -> TokenStream {
    let names: Vec<&Ident> = method
        .arguments
        .iter()
        .filter_map(|argument| argument.ident.as_ref())
        .collect();
    let parameters: Vec<Parameter> = method.arguments.iter().filter_map(Parameter::new).collect();
    let mentions: Vec<TokenStream> = parameters
        .iter()
        .flat_map(|parameter| mentioned(runtime, parameter))
        .collect();
    let names = (!names.is_empty()).then(|| quote!(let _ = (#(&#names,)*);));
    let mentions = (!mentions.is_empty()).then(|| quote!(let _ = || (#(#mentions,)*);));
    quote!(#names #mentions)
}

fn is_future(ty: &Type) -> bool {
    match ty {
        Type::ImplTrait(bounds) => bounds.bounds.to_token_stream().to_string().contains("Future"),
        _ => false,
    }
}
