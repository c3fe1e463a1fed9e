//! Settings that AWS tools share, from the environment and the shared files, and AWS partitions.

pub use self::partition::Partition;
pub use self::settings::{Settings, SettingsError};

mod partition;
pub(crate) mod profile;
pub(crate) mod settings;
mod shared_file;
