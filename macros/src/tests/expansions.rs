//! The expansions of sound declarations, token by token.

mod api_error;
mod from_response;
mod operation;
mod page;

use proc_macro2::TokenStream;

use super::declaration::{expansion, mistakes, text};

/// Compares tokens, not spaces.
#[track_caller]
fn assert_expands(declaration: &str, expected: &TokenStream) {
    assert_eq!(mistakes(declaration), []);
    assert_eq!(text(expansion(declaration)), text(expected.clone()));
}
