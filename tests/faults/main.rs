//! Hostile peers, over real sockets: what a call comes to, how long it takes, and that the client goes on.

mod compression;
mod connections;
mod proxies;
mod redirects;
mod soak;
mod table;
