//! Passes a declaration to the macros as the compiler does.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::errors::Errors;
use crate::rules::Rule;
use crate::{api_error, from_response, page, rest_op};

/// A mistake as a developer sees it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) rule: Rule,
    pub(super) pointed_at: String,
    pub(super) message: String,
}

/// The mistakes in a declaration, in the order in which they are reported.
pub(super) fn mistakes(declaration: &str) -> Vec<Mistake> {
    let errors = match try_expand(declaration) {
        Ok(_) => Errors::default(),
        Err((_, errors)) => errors,
    };
    let shown = |mistake: crate::errors::Mistake| Mistake {
        rule: mistake.rule,
        pointed_at: mistake.error.span().source_text().unwrap_or_default(),
        message: mistake.error.to_string(),
    };
    errors.into_mistakes().into_iter().map(shown).collect()
}

/// The implementation, or the one for a declaration with mistakes.
pub(super) fn expansion(declaration: &str) -> TokenStream {
    match try_expand(declaration) {
        Ok(tokens) | Err((tokens, _)) => tokens,
    }
}

/// The tokens with a space between any two, so that equal tokens are equal text.
pub(super) fn text(tokens: TokenStream) -> String {
    let mut text = String::new();
    for tree in tokens {
        let tree = match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("( ", ")"),
                    Delimiter::Bracket => ("[ ", "]"),
                    Delimiter::Brace => ("{ ", "}"),
                    Delimiter::None => ("", ""),
                };
                format!("{open}{}{close}", self::text(group.stream()))
            }
            tree => tree.to_string(),
        };
        text.push_str(&tree);
        text.push(' ');
    }
    text
}

/// Expands the attribute or the derive that a declaration starts with.
pub(super) fn try_expand(declaration: &str) -> Result<TokenStream, (TokenStream, Errors)> {
    let tokens: TokenStream = declaration.parse().expect("a declaration is made of tokens");
    let mut trees = tokens.into_iter().skip(1);
    let Some(TokenTree::Group(first)) = trees.next() else {
        panic!("a declaration starts with an attribute: {declaration}");
    };
    let item = trees.collect();
    let inner: Vec<TokenTree> = first.stream().into_iter().collect();
    let inputs = match inner.get(1) {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    };
    match inner.first().map(ToString::to_string).as_deref() {
        Some("rest_op") => rest_op::try_rest_op(inputs, item),
        _ if inputs.to_string() == "FromResponse" => from_response::try_derive(item),
        _ if inputs.to_string() == "Page" => page::try_derive(item),
        _ => api_error::try_derive(item),
    }
}
