//! The arguments of an attribute: `"text", flag, name = value, name(argument, …), "name" = "value"`.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Ident, Lit, LitStr, Meta, Token, UnOp};

/// An argument.
#[derive(Clone)]
pub(crate) enum Arg {
    Text(String),
    Name(String),
    Value(String, Lit),
    TextValue(String, String),
    List(String, Vec<Arg>),
    /// A value that is not a literal.
    Other,
}

/// Reads the arguments of an attribute. There are none if they have another form.
pub(crate) fn args(attribute: &Attribute) -> Vec<Arg> {
    match &attribute.meta {
        Meta::List(list) => list_of(list.tokens.clone()),
        Meta::Path(_) | Meta::NameValue(_) => Vec::new(),
    }
}

/// Whether the last name of the attribute's path is this.
pub(crate) fn is_named(attribute: &Attribute, name: &str) -> bool {
    attribute.path().segments.last().is_some_and(|last| last.ident == name)
}

/// Returns the text that an expression is.
pub(crate) fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn list_of(tokens: TokenStream) -> Vec<Arg> {
    let args = Punctuated::<Arg, Token![,]>::parse_terminated.parse2(tokens);
    args.map(|args| args.into_iter().collect()).unwrap_or_default()
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            if !input.peek(Token![=]) {
                return Ok(Self::Text(text.value()));
            }
            input.parse::<Token![=]>()?;
            let value: Expr = input.parse()?;
            return Ok(self::text(&value).map_or(Self::Other, |value| Self::TextValue(text.value(), value)));
        }
        let name = Ident::parse_any(input)?.to_string();
        if input.peek(syn::token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            return Ok(Self::List(name, list_of(content.parse()?)));
        }
        if !input.peek(Token![=]) {
            return Ok(Self::Name(name));
        }
        input.parse::<Token![=]>()?;
        // `auth = none`, `crate = path` and `with = As::<T>` are not literals.
        Ok(match input.parse()? {
            Expr::Lit(literal) => Self::Value(name, literal.lit),
            Expr::Unary(negative) if matches!(negative.op, UnOp::Neg(_)) => match *negative.expr {
                Expr::Lit(literal) => match literal.lit {
                    Lit::Int(number) => {
                        Self::Value(name, Lit::Int(syn::LitInt::new(&format!("-{number}"), number.span())))
                    }
                    _ => Self::Other,
                },
                _ => Self::Other,
            },
            _ => Self::Other,
        })
    }
}
