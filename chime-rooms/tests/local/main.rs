//! The local service seen from the wire: by raw HTTP/1.1, by a signer of others, by a client of others.
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod boto3;
mod failures;
mod hostile;
mod memberships;
mod messages;
mod rooms;
mod signatures;
mod wire;
