//! Renewal of what authenticates calls: tokens and credentials are requested once, cached, and replaced before they expire.

mod credentials;
mod tokens;
