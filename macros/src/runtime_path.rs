//! The path by which generated code finds the runtime crate: `::rest_op`, or the one of `crate = path`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Path;

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::span_range::{SpanRange, respan};

/// The path of the runtime crate.
#[derive(Clone, Default)]
pub(crate) struct RuntimePath(Option<Path>);

impl RuntimePath {
    /// Reads `crate = path`. A mistake has been reported.
    pub(crate) fn parse(arg: &AttrArg, rule: Rule, errors: &mut Errors) -> Self {
        Self(arg.parse_path("path::to::rest_op", rule, errors))
    }

    /// The path, with its tokens at `span`. A path that the user wrote is resolved where it was written, as `$crate` requires.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        let default = || quote_spanned!(span=> ::rest_op);
        self.0.as_ref().map_or_else(default, |path| respan(path, span))
    }

    /// A call of one of the runtime's private functions, with its tokens in `range`.
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
