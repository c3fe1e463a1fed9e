//! Settings that AWS tools share, from the environment and the shared files, AWS partitions, and how to declare a service.
//!
#![doc = include_str!("../docs/aws.md")]

pub use self::partition::Partition;
pub use self::settings::{Settings, SettingsError};

mod partition;
pub(crate) mod profile;
pub(crate) mod settings;
mod shared_file;
