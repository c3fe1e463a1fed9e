//! Where generated code finds the runtime: `::rest_op`, or what `crate = path` says.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Path;

use crate::place::{Place, relocate};

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

    /// A call of one of the runtime's private functions, spread over a place.
    pub(crate) fn call(&self, function: &str, inputs: &TokenStream, place: Place) -> TokenStream {
        let krate = self.at(place.start);
        let function = Ident::new(function, place.end);
        let inputs = relocate(quote!((#inputs)), place.end);
        quote_spanned!(place.start=> #krate::private::#function #inputs)
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, out: &mut TokenStream) {
        self.0.to_tokens(out);
    }
}
