//! Hostile peers, over real sockets: what a call comes to, how long it takes, and that the client goes on.

mod compression;
mod connections;
mod proxies;
mod redirects;
mod soak;
mod table;

use tokio::sync::RwLock;

/// Held by each test, and by the soak alone: its load would slow down the others, and what they allocate would be in its count
/// of memory.
static MACHINE: RwLock<()> = RwLock::const_new(());
