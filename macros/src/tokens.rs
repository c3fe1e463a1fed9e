//! Streams of tokens, searched and shown.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Whether the tree is this punctuation character.
pub(crate) fn is_punct(tree: &TokenTree, expected: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == expected)
}

/// The trees without the invisible groups that `macro_rules!` puts around its variables.
pub(crate) fn ungrouped(tokens: TokenStream) -> Vec<TokenTree> {
    let ungroup = |tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => ungrouped(group.stream()),
        tree => vec![tree],
    };
    tokens.into_iter().flat_map(ungroup).collect()
}

/// Whether the word, such as `impl` or the name of a parameter, occurs anywhere in the tokens.
pub(crate) fn mentions(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        _ => false,
    })
}

/// The tokens as text without spaces, as paths are written.
pub(crate) fn compact(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}
