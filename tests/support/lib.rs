//! What the tests share: fixed credentials and clock, a transport that records, clients made of them.

pub mod fixture;
pub mod recorder;
pub mod server;
pub mod shared_files;

/// The snippets of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
