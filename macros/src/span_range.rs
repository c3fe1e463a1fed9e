//! Where generated code is shown in messages: at what the user wrote, while it is resolved where it was written.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// Where something starts and ends. What starts at the one and ends at the other is underlined as a whole.
#[derive(Clone, Copy)]
pub(crate) struct SpanRange {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl SpanRange {
    /// The place of these tokens; names in generated code there are resolved at the macro's call.
    pub(crate) fn of(tokens: &impl ToTokens) -> Self {
        let Self { start, end } = Self::within(tokens);
        Self {
            start: start.resolved_at(Span::call_site()),
            end: end.resolved_at(Span::call_site()),
        }
    }

    /// The place of these tokens; names in generated code there are resolved as the tokens are. Errors of the compiler about
    /// the one and the other are one error then.
    pub(crate) fn within(tokens: &impl ToTokens) -> Self {
        let mut spans = spans(tokens.to_token_stream());
        let start = spans.next().unwrap_or_else(Span::call_site);
        let end = spans.last().unwrap_or(start);
        Self { start, end }
    }
}

/// Moves tokens, not what is in their parentheses, and leaves their hygiene as it is.
pub(crate) fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    let respan = |mut tree: TokenTree| {
        tree.set_span(span.resolved_at(tree.span()));
        tree
    };
    tokens.into_iter().map(respan).collect()
}

/// The spans of the tokens, seen through the invisible groups that `macro_rules!` makes.
fn spans(tokens: TokenStream) -> impl Iterator<Item = Span> {
    tokens.into_iter().flat_map(|tree| match tree {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => spans(group.stream()).collect::<Vec<_>>(),
        tree => vec![tree.span()],
    })
}
