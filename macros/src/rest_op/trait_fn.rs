//! The method below the attribute: a method of a trait, with restrictions.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{
    Attribute, FnArg, GenericParam, Receiver, ReceiverKind, ReturnType, Safety, Signature, Token, Type, Visibility,
};

use crate::errors::Errors;
use crate::rest_op::argument::Argument;
use crate::rest_op::type_shape::last_name;
use crate::rules::Rule;
use crate::tokens::mentions;

/// A method as it is written, without the attributes of its arguments.
pub(crate) struct TraitFn {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) signature: Signature,
    /// The body, which has been reported.
    pub(crate) body: Option<Group>,
    pub(crate) arguments: Vec<Argument>,
}

/// The syntax of a method.
struct Item {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    signature: Signature,
    body: Option<Group>,
}

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        Ok(Self {
            attributes: input.call(Attribute::parse_outer)?,
            visibility: input.parse()?,
            signature: input.parse()?,
            // While a method is being typed, its `;` may be missing.
            body: match input.parse::<Option<Token![;]>>()? {
                None if !input.is_empty() => Some(input.parse()?),
                _ => None,
            },
        })
    }
}

impl TraitFn {
    /// Reads the item. `None` if it is not a method, which has been reported.
    pub(crate) fn parse(item: TokenStream, errors: &mut Errors) -> Option<Self> {
        let Item {
            attributes,
            visibility,
            mut signature,
            body,
        } = match syn::parse2(item.clone()) {
            Ok(item) => item,
            Err(error) => {
                report_not_method(item, error, errors);
                return None;
            }
        };
        if !check_in_trait(&visibility, &signature, body.is_some(), errors) {
            return None;
        }
        let attributes = without_second_attribute(attributes, &signature.ident, errors);
        match &body {
            Some(_) => report_body(&signature, errors),
            None => check_visibility(&visibility, errors),
        }
        check_qualifiers(&signature, errors);
        for parameter in &signature.generics.params {
            check_generic(parameter, errors);
        }
        let mut arguments = Vec::new();
        check_receiver(&mut signature, errors);
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

/// The keyword of an item.
pub(crate) fn keyword(item: TokenStream) -> Option<Ident> {
    const KEYWORDS: [&str; 12] = [
        "const",
        "enum",
        "fn",
        "impl",
        "macro_rules",
        "mod",
        "static",
        "struct",
        "trait",
        "type",
        "union",
        "use",
    ];
    let mut words = item.into_iter().filter_map(|tree| match tree {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let keyword = words.find(|word| KEYWORDS.iter().any(|keyword| word == keyword))?;
    // `const fn` is a function, too.
    Some(words.find(|word| keyword == "const" && word == "fn").unwrap_or(keyword))
}

fn report_not_method(item: TokenStream, error: syn::Error, errors: &mut Errors) {
    match keyword(item) {
        Some(word) if word == "fn" => errors.adopt(Rule::HalfTyped, error),
        Some(word) => {
            let message = format!("`#[rest_op]` on `{word}`; put it on a method of a trait");
            errors.report(Rule::NotMethod, word, message);
        }
        None => {
            let message = "`#[rest_op]` on an item that is not a method; put it on a method of a trait";
            errors.report(Rule::NotMethod, TokenStream::new(), message);
        }
    }
}

/// Checks that the function may be in a trait. A function without `self` that has a body or a visibility is a free function,
/// in which no other mistake is reported.
fn check_in_trait(visibility: &Visibility, signature: &Signature, has_body: bool, errors: &mut Errors) -> bool {
    let is_free = signature.receiver().is_none() && (has_body || !matches!(visibility, Visibility::Inherited));
    if is_free {
        let name = &signature.ident;
        let message = format!("`#[rest_op]` on function `{name}`, which has no `self`; put it on a method of a trait");
        errors.report(Rule::NotMethod, name, message);
    }
    !is_free
}

/// Removes a second `#[rest_op]`, which would expand to a second body.
fn without_second_attribute(mut attributes: Vec<Attribute>, method: &Ident, errors: &mut Errors) -> Vec<Attribute> {
    attributes.retain(|attribute| {
        let is_second = attribute
            .path()
            .segments
            .last()
            .is_some_and(|last| last.ident == "rest_op");
        if is_second {
            let message = format!("second `#[rest_op]` on method `{method}`; write a method for each operation");
            errors.report(Rule::RepeatedAttribute, attribute, message);
        }
        !is_second
    });
    attributes
}

fn report_body(signature: &Signature, errors: &mut Errors) {
    let name = &signature.ident;
    let message = format!("method `{name}` has a body, which `#[rest_op]` generates; replace it with `;`");
    errors.report(Rule::MethodBody, name, message);
}

fn check_visibility(visibility: &Visibility, errors: &mut Errors) {
    if !matches!(visibility, Visibility::Inherited) {
        let written = visibility.to_token_stream();
        let message = format!("a trait method cannot have a visibility; remove `{written}`");
        errors.report(Rule::Visibility, visibility, message);
    }
}

fn check_qualifiers(signature: &Signature, errors: &mut Errors) {
    let safety = match &signature.safety {
        Safety::Unsafe(token) => Some(token.to_token_stream()),
        Safety::Safe(token) => Some(token.to_token_stream()),
        Safety::Default => None,
    };
    let constness = signature.constness.map(ToTokens::into_token_stream);
    let abi = signature.abi.as_ref().map(ToTokens::to_token_stream);
    let variadic = signature.variadic.as_ref().map(ToTokens::to_token_stream);
    for qualifier in [constness, safety, abi, variadic].into_iter().flatten() {
        let message = format!("`{qualifier}` is not allowed on an operation; remove it");
        errors.report(Rule::Qualifier, &qualifier, message);
    }
}

fn check_generic(parameter: &GenericParam, errors: &mut Errors) {
    let (kind, name, concrete) = match parameter {
        GenericParam::Type(parameter) => ("type", &parameter.ident, "type"),
        GenericParam::Const(parameter) => ("const", &parameter.ident, "value"),
        GenericParam::Lifetime(_) => return,
    };
    let message =
        format!("{kind} parameter `{name}` would make the trait unusable as `dyn`; write a concrete {concrete}");
    errors.report(Rule::GenericMethod, name, message);
}

fn check_receiver(signature: &mut Signature, errors: &mut Errors) {
    let name = &signature.ident;
    let Some(FnArg::Receiver(receiver)) = signature.inputs.first_mut() else {
        let message = format!(
            "function `{name}` has no `self`; write a method of a trait that takes `&self`, which provides the client"
        );
        errors.report(Rule::MissingReceiver, name, message);
        return;
    };
    remove_roles(receiver, errors);
    let taken = match &receiver.kind {
        ReceiverKind::Reference(_, _, None) => return,
        ReceiverKind::Reference(_, _, Some(_)) => "`&mut self`, but a call does not change the client",
        ReceiverKind::Value => "`self`, but a call does not consume the client",
        _ => "`self` as another type, but a call borrows the client",
    };
    let message = format!("method `{name}` takes {taken}; write `&self`");
    errors.report(Rule::BadReceiver, receiver, message);
}

/// Removes the attributes of arguments from `self`.
fn remove_roles(receiver: &mut Receiver, errors: &mut Errors) {
    for attribute in std::mem::take(&mut receiver.attrs) {
        if Argument::attributes()
            .iter()
            .any(|name| attribute.path().is_ident(name))
        {
            let name = attribute.path().to_token_stream();
            let message = format!("`self` cannot have a role or a check; remove `#[{name}]`");
            errors.report(Rule::RoleOfReceiver, &attribute, message);
        } else {
            receiver.attrs.push(attribute);
        }
    }
}

fn check_return(signature: &Signature, errors: &mut Errors) {
    let is_async = signature.asyncness.is_some();
    match &signature.output {
        ReturnType::Default => {
            let name = &signature.ident;
            let remedy = if is_async {
                "-> Result<(), Error>"
            } else {
                "-> Call<()>"
            };
            let message =
                format!("method `{name}` has no return type; write `{remedy}` if the response has no content");
            errors.report(Rule::MissingReturn, name, message);
        }
        ReturnType::Type(_, ty) if is_async => check_result(&signature.ident, ty, errors),
        ReturnType::Type(_, ty) => check_call(&signature.ident, ty, errors),
    }
}

/// Reports a type that cannot be a `Call`. An alias of `Call` may have any name.
fn check_call(method: &Ident, ty: &Type, errors: &mut Errors) {
    let remedy = match last_name(ty).as_deref() {
        Some("Pin") if mentions(ty.to_token_stream(), "async_trait") => {
            // Without the name of the method, so that the compiler shows one error for all methods of the trait.
            let message = "`#[async_trait]` hides the `async fn` from `#[rest_op]`; remove it, and return `Call<T, E>` \
                if the trait is used as `dyn`";
            errors.report(Rule::BadReturn, ty, message);
            return;
        }
        Some(name) if name.ends_with("Result") => "write `async fn`, or return `Call<T, E>`",
        None | Some("Option" | "Box" | "Pin") => "write `Call<T>` or `Call<T, E>`",
        Some(_) if mentions(ty.to_token_stream(), "impl") => "write the types of `Call<T, E>`",
        Some(_) => return,
    };
    let message = format!("method `{method}` does not return a `Call`; {remedy}");
    errors.report(Rule::BadReturn, ty, message);
}

/// Reports a type that cannot be a `Result`. An alias of `Result` may have any name.
fn check_result(method: &Ident, ty: &Type, errors: &mut Errors) {
    let remedy = match last_name(ty).as_deref() {
        Some("Call") => "remove `async`, or write `Result<T, Error<E>>`",
        None | Some("Option" | "Box" | "Pin") => "write `Result<T, Error<E>>`",
        Some(_) if mentions(ty.to_token_stream(), "impl") => "write the types of `Result<T, Error<E>>`",
        Some(_) => return,
    };
    let message = format!("`async` method `{method}` does not return a `Result`; {remedy}");
    errors.report(Rule::BadAsyncReturn, ty, message);
}
