//! Where generated code finds the runtime: `::rest_op`, or what `crate = path` says.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Path;

/// The path of the runtime crate.
#[derive(Clone, Debug)]
pub(crate) struct Krate(TokenStream);

impl Default for Krate {
    fn default() -> Self {
        Self(quote!(::rest_op))
    }
}

impl Krate {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_token_stream())
    }

    /// The path, shown at `span` but resolved where it was written, which `$crate` needs.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        relocate(self.0.clone(), span)
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, out: &mut TokenStream) {
        self.0.to_tokens(out);
    }
}

/// Moves tokens to `span` for error messages, and leaves their hygiene as it is.
pub(crate) fn relocate(tokens: TokenStream, span: Span) -> TokenStream {
    let relocate = |mut tree: TokenTree| {
        tree.set_span(span.resolved_at(tree.span()));
        tree
    };
    tokens.into_iter().map(relocate).collect()
}
