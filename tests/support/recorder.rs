//! The transport that records requests, under the name that the tests know it by.

pub use rest_op::testing::Recorder;
