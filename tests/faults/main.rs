//! Faulty servers on real sockets: how a call ends, how long it takes, and that the client remains usable.

mod compression;
mod connections;
mod proxies;
mod redirects;
mod soak;
mod table;

use tokio::sync::RwLock;

/// Held by each test, and exclusively by the soak: its load would slow down the others, and it would count their
/// allocations.
static MACHINE: RwLock<()> = RwLock::const_new(());
