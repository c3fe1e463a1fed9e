//! What the tests share: fixed credentials and clock, transports that record and follow scripts, a server with faults, and
//! how they leave out what a machine does not have.

pub mod fault_server;
pub mod fixture;
pub mod prerequisites;
pub mod recorder;
pub mod scripted;
pub mod server;
pub mod shared_files;
pub mod things;

/// The snippets of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// Declarations compile in crates of the edition before.
#[cfg(doctest)]
#[doc = include_str!("../hygiene/edition_2021.md")]
struct Edition2021;
