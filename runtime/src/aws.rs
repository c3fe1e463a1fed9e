//! Settings that AWS tools share, from the environment and the shared files, AWS partitions, and how to declare a service.
//!
#![doc = include_str!("../docs/aws.md")]

pub use self::error::SettingsError;
pub use self::partition::Partition;
pub use self::settings::Settings;

mod error;
mod partition;
pub(crate) mod profile;
pub(crate) mod settings;
mod shared_file;
pub(crate) mod variables;
