//! The template parser of the macro, on any text. It is taken from the macro's sources, since a procedural macro exports
//! nothing else.
#![no_main]
#![allow(dead_code, reason = "the parser is a part of what these modules hold")]

use libfuzzer_sys::fuzz_target;

#[path = "../../../macros/src"]
mod macros {
    pub(crate) mod errors;
    pub(crate) mod rules;

    pub(crate) mod rest_op {
        pub(crate) mod piece;
        pub(crate) mod template;
    }
}

use macros::{errors, rest_op, rules};

fuzz_target!(|text: &str| {
    let literal = syn::LitStr::new(text, proc_macro2::Span::call_site());
    let mut errors = errors::Errors::default();
    drop(rest_op::template::Template::parse(literal, &mut errors));
    drop(errors.into_compile_errors());
});
