//! The mistakes in one declaration, collected so that all of them are reported at once and in source order.

use std::fmt::Display;

use proc_macro2::{LineColumn, TokenStream};
use quote::ToTokens;
use syn::Error;

use crate::rules::Rule;

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(crate) struct Errors(Vec<Mistake>);

#[derive(Debug)]
pub(crate) struct Mistake {
    pub(crate) rule: Rule,
    pub(crate) error: Error,
}

impl Errors {
    /// Reports a violation of `rule` at these tokens, or at the attribute itself if there are none.
    pub(crate) fn report(&mut self, rule: Rule, at: impl ToTokens, message: impl Display) {
        self.0.push(Mistake {
            rule,
            error: Error::new_spanned(at, message),
        });
    }

    /// Reports an error of the parser as a violation of `rule`.
    pub(crate) fn adopt(&mut self, rule: Rule, error: Error) {
        self.0.push(Mistake { rule, error });
    }

    /// Discards the violations of all other rules.
    pub(crate) fn retain(&mut self, is_kept: impl Fn(Rule) -> bool) {
        self.0.retain(|mistake| is_kept(mistake.rule));
    }

    /// Returns the value if nothing was reported.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self),
        }
    }

    /// The mistakes in source order, and those at one position in the order of the catalogue.
    pub(crate) fn into_mistakes(self) -> Vec<Mistake> {
        let mut mistakes = self.0;
        mistakes.sort_by_key(Mistake::position);
        mistakes
    }

    /// A `compile_error!` for each mistake.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.into_mistakes()
            .iter()
            .map(|mistake| mistake.error.to_compile_error())
            .collect()
    }
}

impl Mistake {
    fn position(&self) -> (LineColumn, Rule) {
        (self.error.span().start(), self.rule)
    }
}
