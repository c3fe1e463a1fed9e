//! Re-exports the transport that records requests.

pub use rest_op::testing::Recorder;
