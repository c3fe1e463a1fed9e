//! Tests of the local service over HTTP: raw requests, the signer of the AWS SDK, and boto3 as a client.
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
