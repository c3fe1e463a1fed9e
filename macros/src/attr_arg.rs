//! The comma-separated parts of an attribute, `"text", flag, name = value`: the one syntax of the attribute macro, of the
//! roles and of the derives. A part that is none of these stays as it is, for whoever reads it to report.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// One part, between two commas.
#[derive(Clone)]
pub(crate) enum AttrArg {
    /// `"text"`
    Text(LitStr),
    /// `flag`
    Flag(Ident),
    /// `name = value`
    Named {
        name: Ident,
        value: TokenStream,
        tokens: TokenStream,
    },
    /// Anything else; the comma, where nothing stands before one.
    Other(TokenStream),
}

impl AttrArg {
    /// Splits at the commas; one may trail. Those between `<` and `>` belong to a type.
    pub(crate) fn split(tokens: TokenStream) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut current = Vec::new();
        let mut depth = 0_usize;
        for tree in ungrouped(tokens) {
            if is_punct(&tree, '<') {
                depth += 1;
            } else if is_punct(&tree, '>') {
                depth = depth.saturating_sub(1);
            }
            if depth == 0 && is_punct(&tree, ',') {
                parts.push(match std::mem::take(&mut current) {
                    nothing if nothing.is_empty() => Self::Other(tree.into()),
                    trees => Self::new(trees),
                });
            } else {
                current.push(tree);
            }
        }
        if !current.is_empty() {
            parts.push(Self::new(current));
        }
        parts
    }

    pub(crate) fn new(trees: Vec<TokenTree>) -> Self {
        match trees.as_slice() {
            [TokenTree::Ident(flag)] => Self::Flag(flag.clone()),
            [TokenTree::Ident(name), equals, value @ ..] if is_punct(equals, '=') => Self::Named {
                name: name.clone(),
                value: value.iter().cloned().collect(),
                tokens: trees.iter().cloned().collect(),
            },
            _ => {
                let tokens: TokenStream = trees.into_iter().collect();
                syn::parse2(tokens.clone()).map_or(Self::Other(tokens), Self::Text)
            }
        }
    }

    /// The word that says what the part is.
    pub(crate) fn name(&self) -> Option<&Ident> {
        match self {
            Self::Flag(name) | Self::Named { name, .. } => Some(name),
            Self::Text(_) | Self::Other(_) => None,
        }
    }

    /// The name and the content of `name(content)`.
    pub(crate) fn list(&self) -> Option<(Ident, TokenStream)> {
        let Self::Other(tokens) = self else {
            return None;
        };
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        match trees.as_slice() {
            [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
                Some((name.clone(), group.stream()))
            }
            _ => None,
        }
    }

    /// The string of `name = "string"`.
    pub(crate) fn string(&self) -> Option<LitStr> {
        match self {
            Self::Named { value, .. } => syn::parse2(value.clone()).ok(),
            _ => None,
        }
    }

    /// The value of `name = value`, which is where a wrong one is shown; the whole part, where it has no value.
    pub(crate) fn value(&self) -> TokenStream {
        match self {
            Self::Named { value, .. } if !value.is_empty() => value.clone(),
            part => part.to_token_stream(),
        }
    }

    /// The path of `name = path`.
    pub(crate) fn path(&self) -> Option<syn::Path> {
        use syn::parse::Parser;
        match self {
            Self::Named { value, .. } => syn::Path::parse_mod_style.parse2(value.clone()).ok(),
            _ => None,
        }
    }

    /// The module of `with = path::to::module`; or a type, as in `with = As::<T>`, whose functions are found like a module's.
    pub(crate) fn module(&self, rule: Rule, errors: &mut Errors) -> Option<syn::Path> {
        let module = syn::parse2::<syn::ExprPath>(self.value()).ok();
        let module = module.filter(|path| path.qself.is_none() && matches!(self, Self::Named { .. }));
        if module.is_none() {
            let unquoted = self.string().and_then(|text| text.parse::<syn::Path>().ok());
            let message = match unquoted.map(|path| path.to_token_stream().to_string().replace(' ', "")) {
                Some(path) => format!("the module of `with` stands without quotes; write `with = {path}`"),
                None => "`with` takes the path of a module or of a type; write `with = path::to::module` or `with = As::<T>`"
                    .to_owned(),
            };
            errors.report(rule, self.value(), message);
        }
        module.map(|path| path.path)
    }
}

impl ToTokens for AttrArg {
    fn to_tokens(&self, out: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(out),
            Self::Flag(flag) => flag.to_tokens(out),
            Self::Named { tokens, .. } | Self::Other(tokens) => tokens.to_tokens(out),
        }
    }
}

/// The tokens without the invisible groups that `macro_rules!` puts around what it passes on.
fn ungrouped(tokens: TokenStream) -> Vec<TokenTree> {
    let ungroup = |tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => ungrouped(group.stream()),
        tree => vec![tree],
    };
    tokens.into_iter().flat_map(ungroup).collect()
}

pub(crate) fn is_punct(tree: &TokenTree, wanted: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == wanted)
}
