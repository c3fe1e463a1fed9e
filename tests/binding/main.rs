//! What apps do with the binding: every operation on the wire, and its calls as values.

mod calls;
mod constraints;
mod credentials;
mod curl;
mod endpoints;
mod lifecycle;
mod operations;
mod peer_settings;
mod presigned;
mod settings;
mod shared_files;
