//! Servers of other projects, started on free ports and stopped with the tests: a container registry, and httpbin.
//! Where one is not installed, its tests print `LEFT OUT`; `.ci/run` installs them where it can.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]

mod httpbin;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the example as it is, with a `main` of its own"
)]
#[path = "../../runtime/examples/oci_registry.rs"]
mod oci_registry;
mod registry;
mod tokens;
