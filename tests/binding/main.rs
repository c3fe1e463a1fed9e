//! A whole binding, `chime-rooms`: from the method to the wire and back, with settings and credentials.

mod bad_input;
mod calls;
mod constraints;
mod credentials;
mod curl;
mod documented_sample;
mod dyn_compatible;
mod endpoints;
mod errors;
mod hostile_values;
mod lifecycle;
mod local_chime;
mod operations;
mod pages;
mod peer_settings;
mod presigned;
mod settings;
mod shared_files;
mod types;
