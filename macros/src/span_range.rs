//! Spans of generated code: errors about it point to what the user wrote, while its names keep their own hygiene.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::tokens::ungrouped;

/// The first and the last span of some tokens. The compiler underlines everything from the first to the last.
#[derive(Clone, Copy)]
pub(crate) struct SpanRange {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl SpanRange {
    /// The range of these tokens, for generated names that are resolved at the call of the macro.
    pub(crate) fn of(tokens: &impl ToTokens) -> Self {
        let Self { start, end } = Self::within(tokens);
        Self {
            start: start.resolved_at(Span::call_site()),
            end: end.resolved_at(Span::call_site()),
        }
    }

    /// The range of these tokens, for generated names that are resolved as the tokens are. The compiler merges equal errors
    /// about both.
    pub(crate) fn within(tokens: &impl ToTokens) -> Self {
        // The variables of a `macro_rules!` are in invisible groups, whose own spans point to that macro.
        let trees = ungrouped(tokens.to_token_stream());
        let start = trees.first().map_or_else(Span::call_site, TokenTree::span);
        let end = trees.last().map_or(start, TokenTree::span);
        Self { start, end }
    }
}

/// Moves tokens to another span, but not what is in their groups, and keeps their hygiene.
pub(crate) fn respan(tokens: impl ToTokens, span: Span) -> TokenStream {
    let respan = |mut tree: TokenTree| {
        tree.set_span(span.resolved_at(tree.span()));
        tree
    };
    tokens.to_token_stream().into_iter().map(respan).collect()
}
