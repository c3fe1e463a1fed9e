//! What AWS tools have in common beside credentials: settings of the environment and the shared files, and partitions.

pub use self::partition::Partition;
pub use self::settings::{Settings, SettingsError};

mod partition;
pub(crate) mod profile;
pub(crate) mod settings;
mod shared_file;
