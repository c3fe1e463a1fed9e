//! The arguments of an attribute, `"text", flag, name = value`: the syntax that the attribute macro, the roles and the
//! derives share. An argument of another form is kept unchanged, and its reader reports it.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{ExprPath, LitStr, Path};

use crate::errors::Errors;
use crate::rules::Rule;
use crate::tokens::{compact, is_punct, ungrouped};

/// One argument, between two commas.
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
    /// Anything else; the comma itself if nothing precedes it.
    Other(TokenStream),
}

impl AttrArg {
    /// Splits at the commas, the last of which may trail. Commas between `<` and `>` belong to a type.
    pub(crate) fn split(tokens: TokenStream) -> Vec<Self> {
        let mut args = Vec::new();
        let mut current = Vec::new();
        let mut depth = 0_usize;
        for tree in ungrouped(tokens) {
            if is_punct(&tree, '<') {
                depth += 1;
            } else if is_punct(&tree, '>') {
                depth = depth.saturating_sub(1);
            }
            if depth == 0 && is_punct(&tree, ',') {
                args.push(match std::mem::take(&mut current) {
                    nothing if nothing.is_empty() => Self::Other(tree.into()),
                    trees => Self::new(trees),
                });
            } else {
                current.push(tree);
            }
        }
        if !current.is_empty() {
            args.push(Self::new(current));
        }
        args
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

    /// The name of a flag or of `name = value`.
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

    /// The name of a flag, of `name = value` or of `name(content)`.
    pub(crate) fn any_name(&self) -> Option<Ident> {
        self.name().cloned().or_else(|| self.list().map(|(name, _)| name))
    }

    /// The name of a flag or of `name = value`, as text.
    pub(crate) fn key(&self) -> Option<String> {
        self.name().map(Ident::to_string)
    }

    /// The value of `name = value`, to which an error about it points; the whole argument if it has no value.
    pub(crate) fn value(&self) -> TokenStream {
        match self {
            Self::Named { value, .. } if !value.is_empty() => value.clone(),
            arg => arg.to_token_stream(),
        }
    }

    /// The string of `name = "string"`.
    pub(crate) fn string(&self) -> Option<LitStr> {
        match self {
            Self::Named { value, .. } => syn::parse2(value.clone()).ok(),
            _ => None,
        }
    }

    /// Reads `name = "string"`. `None` has been reported.
    pub(crate) fn parse_string(&self, example: &str, rule: Rule, errors: &mut Errors) -> Option<LitStr> {
        let string = self.string();
        self.require(string, "a string", example, rule, errors)
    }

    /// Reads `name = path`. `None` has been reported.
    pub(crate) fn parse_path(&self, example: &str, rule: Rule, errors: &mut Errors) -> Option<Path> {
        let path = match self {
            Self::Named { value, .. } => Path::parse_mod_style.parse2(value.clone()).ok(),
            _ => None,
        };
        self.require(path, "a path", example, rule, errors)
    }

    fn require<T>(&self, value: Option<T>, what: &str, example: &str, rule: Rule, errors: &mut Errors) -> Option<T> {
        if let (None, Some(name)) = (&value, self.any_name()) {
            let message = format!("`{name}` takes {what}; write `{name} = {example}`");
            errors.report(rule, self.value(), message);
        }
        value
    }

    /// Reads `name`, without a value. `None` has been reported.
    pub(crate) fn parse_flag(&self, rule: Rule, errors: &mut Errors) -> Option<Ident> {
        let name = self.any_name()?;
        if !matches!(self, Self::Flag(_)) {
            let message = format!("`{name}` takes no value; write `{name}`");
            errors.report(rule, self.value(), message);
            return None;
        }
        Some(name)
    }

    /// Reads `with = path::to::module`, or `with = As::<T>` with a type whose functions are found like those of a module.
    /// `None` has been reported.
    pub(crate) fn parse_module(&self, rule: Rule, errors: &mut Errors) -> Option<Path> {
        let module = syn::parse2::<ExprPath>(self.value()).ok();
        let module = module.filter(|path| path.qself.is_none() && matches!(self, Self::Named { .. }));
        if module.is_none() {
            let unquoted = self.string().and_then(|text| text.parse::<Path>().ok());
            let message = match unquoted {
                Some(path) => format!(
                    "the module of `with` is written without quotes; write `with = {}`",
                    compact(path)
                ),
                None => {
                    "`with` takes the path of a module or a type; write `with = path::to::module` or `with = As::<T>`"
                        .to_owned()
                }
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
