//! Where generated code finds the runtime: `::rest_op`, or what `crate = path` says.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Path;

use crate::span_range::{SpanRange, respan};

/// The path of the runtime crate.
#[derive(Clone, Default)]
pub(crate) struct RuntimePath(Option<Path>);

impl RuntimePath {
    pub(crate) fn new(path: Path) -> Self {
        Self(Some(path))
    }

    /// The path, shown at `span`. What the user wrote is resolved where it was written, which `$crate` needs.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        let default = || quote_spanned!(span=> ::rest_op);
        self.0
            .as_ref()
            .map_or_else(default, |path| respan(path.to_token_stream(), span))
    }

    /// A call of one of the runtime's private functions, spread over a place.
    pub(crate) fn call(&self, function: &str, inputs: &TokenStream, range: SpanRange) -> TokenStream {
        let runtime = self.at(range.start);
        let function = Ident::new(function, range.end);
        let inputs = quote_spanned!(range.end=> (#inputs));
        quote_spanned!(range.start=> #runtime::private::#function #inputs)
    }
}

impl ToTokens for RuntimePath {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.extend(self.at(Span::call_site()));
    }
}
