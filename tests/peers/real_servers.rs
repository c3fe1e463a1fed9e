//! Servers that others wrote, started on free ports and stopped with the tests: a container registry, and httpbin. Where
//! one is not installed its tests say so and call nothing; `.ci/run` installs what it can.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so"
)]

mod httpbin;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the example as it is, with a `main` of its own"
)]
#[path = "../../runtime/examples/oci_registry.rs"]
mod oci_registry;
mod process;
mod registry;
