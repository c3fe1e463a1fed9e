//! Faulty servers on real sockets: how a call ends, how long it takes, and that the client remains usable.

mod compression;
mod connections;
mod proxies;
mod redirects;
mod soak;
mod table;

use tokio::sync::RwLock;

/// Held by each test, and by the soak alone: its load would slow down the others, and what they allocate would be in
/// its count of memory.
static MACHINE: RwLock<()> = RwLock::const_new(());
