//! The value of `next`, such as `query("cursor")`: how the next page is requested.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, parenthesized, token};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rules::Rule;
use crate::suggest;

pub(super) enum NextArg {
    /// By a token in the page.
    Token(Carrier),
    /// `page("page")`
    Page(LitStr),
    /// `offset("offset")`
    Offset(LitStr),
}

/// The part of the request that contains the token.
pub(super) enum Carrier {
    /// `query("cursor")`
    Query(LitStr),
    /// `body("page.after")`
    Body(LitStr),
    /// `header("x-continuation")`
    Header(String),
    /// `url`
    Url,
    /// `link`
    Link,
}

const NAMES: [&str; 7] = ["query", "body", "header", "url", "link", "page", "offset"];

impl NextArg {
    /// Reads the value of `next`. `None` has been reported.
    pub(super) fn parse(arg: &AttrArg, errors: &mut Errors) -> Option<Self> {
        let parsed = match arg {
            AttrArg::Named { value, .. } => parse_value.parse2(value.clone()).ok(),
            _ => None,
        };
        let Some((word, name)) = parsed else {
            let message = "`next` takes the kind of request for the next page; write `next = query(\"cursor\")`";
            return report(arg.value(), message, errors);
        };
        let word = word.to_string();
        let takes_name = !matches!(word.as_str(), "url" | "link");
        match (
            word.as_str(),
            name.filter(|name| !(takes_name && name.value().is_empty())),
        ) {
            ("url", None) => Some(Self::Token(Carrier::Url)),
            ("link", None) => Some(Self::Token(Carrier::Link)),
            ("query", Some(key)) => Some(Self::Token(Carrier::Query(key))),
            ("body", Some(path)) => parse_path(path, errors).map(|path| Self::Token(Carrier::Body(path))),
            ("header", Some(name)) => parse_header(&name, errors).map(|name| Self::Token(Carrier::Header(name))),
            ("page", Some(key)) => Some(Self::Page(key)),
            ("offset", Some(key)) => Some(Self::Offset(key)),
            ("url" | "link", Some(_)) => {
                let message = format!("`{word}` takes no name; write `next = {word}`");
                report(arg.value(), &message, errors)
            }
            (known, None) if NAMES.contains(&known) => {
                let message = format!("`{word}` takes a name; write `next = {word}(\"…\")`");
                report(arg.value(), &message, errors)
            }
            _ => {
                let remedy = suggest::remedy(&word, &NAMES);
                report(
                    arg.value(),
                    &format!("unknown value `{word}` of `next`; {remedy}"),
                    errors,
                )
            }
        }
    }
}

/// `word` or `word("name")`
fn parse_value(input: ParseStream) -> syn::Result<(Ident, Option<LitStr>)> {
    let word = input.call(Ident::parse_any)?;
    if !input.peek(token::Paren) {
        return Ok((word, None));
    }
    let inner;
    parenthesized!(inner in input);
    let name = if inner.is_empty() { None } else { Some(inner.parse()?) };
    if !inner.is_empty() {
        return Err(inner.error("one name"));
    }
    Ok((word, name))
}

fn parse_path(path: LitStr, errors: &mut Errors) -> Option<LitStr> {
    if path.value().split('.').any(str::is_empty) {
        let message = format!(
            "`{}` is not the path of a member of the body; write names separated by `.`, such as `body(\"page.after\")`",
            path.token()
        );
        return report(path.to_token_stream(), &message, errors);
    }
    Some(path)
}

fn parse_header(literal: &LitStr, errors: &mut Errors) -> Option<String> {
    header::parse_request_header(literal, "write the header that contains the page token", errors)
}

fn report<T>(at: TokenStream, message: &str, errors: &mut Errors) -> Option<T> {
    errors.report(Rule::BadNext, at, message);
    None
}
