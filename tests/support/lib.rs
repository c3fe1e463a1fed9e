//! Shared by the tests: fixed credentials and clock, transports that record and follow scripts, a server with faults,
//! and checks of which programs a machine has.

pub mod fault_server;
pub mod fixture;
pub mod prerequisites;
pub mod recorder;
pub mod scripted;
pub mod server;
pub mod shared_files;
pub mod things;
pub mod wire;

/// Compiles the examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// Compiles declarations in a crate of edition 2021.
#[cfg(doctest)]
#[doc = include_str!("../hygiene/edition_2021.md")]
struct Edition2021;
