//! The method that the attribute sits on: what a trait's operation may look like.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{
    Attribute, FnArg, GenericParam, Receiver, ReceiverKind, ReturnType, Safety, Signature, Token, Type, Visibility,
};

use crate::argument::{Argument, mentions_impl};
use crate::errors::Errors;
use crate::rules::Rule;

/// A method, as it was written but for the attributes of its arguments.
#[derive(Debug)]
pub(crate) struct Method {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) signature: Signature,
    /// A body of the user's own, which has been reported.
    pub(crate) body: Option<Group>,
    pub(crate) arguments: Vec<Argument>,
}

/// The syntax of a method, before any rule.
struct Item {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    signature: Signature,
    body: Option<Group>,
}

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let signature = input.parse()?;
        let body = match input.parse::<Option<Token![;]>>()? {
            Some(_) => None,
            None => Some(input.parse()?),
        };
        Ok(Self {
            attributes,
            visibility,
            signature,
            body,
        })
    }
}

impl Method {
    /// Reads the item; `None` for what is no method, which has been reported.
    pub(crate) fn read(item: TokenStream, errors: &mut Errors) -> Option<Self> {
        let Item {
            attributes,
            visibility,
            mut signature,
            body,
        } = match syn::parse2(item.clone()) {
            Ok(item) => item,
            Err(error) => {
                check_is_method(&item, error, errors);
                return None;
            }
        };
        check_body(body.as_ref(), &signature, errors);
        if body.is_none() {
            check_visibility(&visibility, errors);
        }
        check_qualifiers(&signature, errors);
        check_generics(&signature, errors);
        if body.is_none() || signature.receiver().is_some() {
            check_receiver(&signature, errors);
        }
        let mut arguments = Vec::new();
        for input in &mut signature.inputs {
            if let FnArg::Typed(argument) = input {
                arguments.push(Argument::read(argument, errors));
            }
        }
        check_return(&signature, errors);
        Some(Self {
            attributes,
            visibility,
            signature,
            body,
            arguments,
        })
    }
}

fn check_is_method(item: &TokenStream, error: syn::Error, errors: &mut Errors) {
    let mut words = item.clone().into_iter().filter_map(|tree| match tree {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let other = words.find(|word| {
        [
            "fn",
            "struct",
            "enum",
            "union",
            "trait",
            "impl",
            "mod",
            "type",
            "const",
            "static",
            "use",
            "macro_rules",
        ]
        .iter()
        .any(|keyword| word == keyword)
    });
    match other {
        Some(word) if word == "fn" || (word == "const" && words.any(|word| word == "fn")) => {
            errors.adopt(Rule::HalfTyped, error);
        }
        Some(word) => {
            let message = format!("`#[rest_op]` on `{word}`; put it on a method of a trait");
            errors.report(Rule::NotMethod, word, message);
        }
        None => {
            errors.report(
                Rule::NotMethod,
                TokenStream::new(),
                "`#[rest_op]` on what is no method; put it on a method of a trait",
            );
        }
    }
}

fn check_body(body: Option<&Group>, signature: &Signature, errors: &mut Errors) {
    if body.is_some() {
        let message = format!(
            "method `{}` has a body; write `;`: `#[rest_op]` gives a trait's method its body",
            signature.ident
        );
        errors.report(Rule::MethodBody, &signature.ident, message);
    }
}

fn check_visibility(visibility: &Visibility, errors: &mut Errors) {
    if !matches!(visibility, Visibility::Inherited) {
        let written = visibility.to_token_stream();
        let message = format!("a trait's method is as visible as the trait; remove `{written}`");
        errors.report(Rule::Visibility, visibility, message);
    }
}

fn check_qualifiers(signature: &Signature, errors: &mut Errors) {
    let safety = match &signature.safety {
        Safety::Unsafe(token) => Some(token.to_token_stream()),
        Safety::Safe(token) => Some(token.to_token_stream()),
        _ => None,
    };
    let qualifiers = [
        signature.constness.map(ToTokens::into_token_stream),
        safety,
        signature.abi.as_ref().map(ToTokens::to_token_stream),
    ];
    for qualifier in qualifiers.into_iter().flatten() {
        errors.report(
            Rule::Qualifier,
            &qualifier,
            format!("an operation is a plain method; remove `{qualifier}`"),
        );
    }
    if let Some(variadic) = &signature.variadic {
        errors.report(
            Rule::Qualifier,
            variadic,
            "an operation is a plain method; remove `...`",
        );
    }
}

fn check_generics(signature: &Signature, errors: &mut Errors) {
    for parameter in &signature.generics.params {
        let (kind, ident) = match parameter {
            GenericParam::Type(parameter) => ("type", &parameter.ident),
            GenericParam::Const(parameter) => ("const", &parameter.ident),
            GenericParam::Lifetime(_) => continue,
        };
        let message = format!("{kind} parameter `{ident}` makes the trait unusable as `dyn`; write the type itself");
        let message = if kind == "const" {
            message.replace("the type itself", "the value itself")
        } else {
            message
        };
        errors.report(Rule::GenericMethod, ident, message);
    }
}

fn check_receiver(signature: &Signature, errors: &mut Errors) {
    let Some(receiver) = signature.receiver() else {
        let message = format!(
            "method `{}` has no `self`; write `&self` first: the client comes from it",
            signature.ident
        );
        errors.report(Rule::MissingReceiver, &signature.ident, message);
        return;
    };
    let message = match &receiver.kind {
        ReceiverKind::Reference(_, _, None) => return,
        ReceiverKind::Reference(_, _, Some(_)) => "a call changes nothing in the client; write `&self`",
        ReceiverKind::Value => "a call must not use the client up; write `&self`",
        _ => "a call borrows the client; write `&self`",
    };
    errors.report(Rule::BadReceiver, Bare(receiver), message);
}

fn check_return(signature: &Signature, errors: &mut Errors) {
    let is_async = signature.asyncness.is_some();
    let ReturnType::Type(_, ty) = &signature.output else {
        let remedy = if is_async {
            "-> Result<T, Error<E>>"
        } else {
            "-> Call<T>"
        };
        let message = format!(
            "method `{}` returns nothing; write `{remedy}`, with `()` for an empty response",
            signature.ident
        );
        errors.report(Rule::MissingReturn, &signature.ident, message);
        return;
    };
    let written = ty.to_token_stream();
    let last = last_segment(ty);
    if is_async {
        if last.is_none() || matches!(last.as_deref(), Some("Call" | "Option" | "Box")) || mentions_impl(written) {
            let remedy = if last.as_deref() == Some("Call") {
                "; remove `async`"
            } else {
                "; write `Result<T, Error<E>>`"
            };
            let message = format!("an `async` operation returns a `Result`{remedy}");
            errors.report(Rule::BadAsyncReturn, ty, message);
        }
    } else if last.as_deref().is_some_and(|name| name.ends_with("Result")) {
        errors.report(
            Rule::BadReturn,
            ty,
            "a `Result` comes from an `async fn`; write `async fn`, or return `Call<T, E>`",
        );
    } else if last.is_none() || matches!(last.as_deref(), Some("Option" | "Box" | "Pin")) || mentions_impl(written) {
        errors.report(
            Rule::BadReturn,
            ty,
            "an operation returns a `Call`; write `Call<T>` or `Call<T, E>`",
        );
    }
}

/// The last name of a path; `None` for what is no path.
fn last_segment(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        Type::Group(group) => last_segment(&group.elem),
        Type::Paren(paren) => last_segment(&paren.elem),
        Type::Macro(_) => Some(String::new()),
        _ => None,
    }
}

/// A receiver without its attributes.
struct Bare<'a>(&'a Receiver);

impl ToTokens for Bare<'_> {
    fn to_tokens(&self, out: &mut TokenStream) {
        Receiver {
            attrs: Vec::new(),
            ..self.0.clone()
        }
        .to_tokens(out);
    }
}
