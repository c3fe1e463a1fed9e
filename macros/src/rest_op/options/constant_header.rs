//! The option `header("name" = "value")`: a header that every request of the operation has.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Lit, LitStr};

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::header;
use crate::rules::Rule;
use crate::tokens::is_punct;

pub(crate) struct ConstantHeader {
    /// In lower case.
    pub(crate) name: String,
    pub(crate) value: String,
}

impl ConstantHeader {
    /// Reads a header that is not among the given ones. `None` has been reported.
    pub(super) fn parse(arg: &AttrArg, given: &[Self], errors: &mut Errors) -> Option<Self> {
        let Some((literal, value)) = literals(arg) else {
            let message = "`header` takes a name and a value; write `header(\"x-name\" = \"value\")`";
            errors.report(Rule::BadOptionValue, arg.value(), message);
            return None;
        };
        let name = header::parse_request_header(&literal, "remove the option", errors)?;
        let written = value.token();
        if name == "content-type" {
            let message =
                format!("header `content-type` is the media type of the body; write `content_type = {written}`");
            errors.report(Rule::ContentTypeAsHeader, &literal, message);
            return None;
        }
        if given.iter().any(|header| header.name == name) {
            let message = format!("header `{name}` is given twice; remove one");
            errors.report(Rule::DuplicateHeader, &literal, message);
            return None;
        }
        let text = value.value();
        let is_legal = |c: char| c == '\t' || (' '..='~').contains(&c);
        if text.is_empty() || text.trim() != text || !text.chars().all(is_legal) {
            let message = format!(
                "`{written}` cannot be the value of header `{name}`; write printable ASCII without spaces at either end"
            );
            errors.report(Rule::IllegalHeaderValue, &value, message);
            return None;
        }
        Some(Self { name, value: text })
    }
}

/// The name and the value.
fn literals(arg: &AttrArg) -> Option<(LitStr, LitStr)> {
    let (_, content) = arg.list()?;
    let trees: Vec<TokenTree> = content.into_iter().collect();
    let mut sides = trees.splitn(2, |tree| is_punct(tree, '='));
    Some((string(sides.next()?)?, string(sides.next()?)?))
}

/// A string literal, possibly in an invisible group of a `macro_rules!`.
fn string(trees: &[TokenTree]) -> Option<LitStr> {
    let tokens: TokenStream = trees.iter().cloned().collect();
    match syn::parse2(tokens).ok()? {
        Lit::Str(literal) => Some(literal),
        _ => None,
    }
}
