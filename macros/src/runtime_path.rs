//! Where generated code finds the runtime: `::rest_op`, or what `crate = path` says.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Path;

use crate::span_range::{Place, relocate};

/// The path of the runtime crate.
#[derive(Clone, Default)]
pub(crate) struct Krate(Option<Path>);

impl Krate {
    pub(crate) fn new(path: Path) -> Self {
        Self(Some(path))
    }

    /// The path, shown at `span`. What the user wrote is resolved where it was written, which `$crate` needs.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        let default = || quote_spanned!(span=> ::rest_op);
        self.0
            .as_ref()
            .map_or_else(default, |path| relocate(path.to_token_stream(), span))
    }

    /// A call of one of the runtime's private functions, spread over a place.
    pub(crate) fn call(&self, function: &str, inputs: &TokenStream, place: Place) -> TokenStream {
        let krate = self.at(place.start);
        let function = Ident::new(function, place.end);
        let inputs = quote_spanned!(place.end=> (#inputs));
        quote_spanned!(place.start=> #krate::private::#function #inputs)
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.extend(self.at(Span::call_site()));
    }
}
