//! Formats of bodies.

pub(crate) mod json;
