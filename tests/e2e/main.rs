//! The whole of it, from the declared method to the wire and back.

mod bad_input;
mod documented_sample;
mod dyn_compatible;
mod errors;
mod hostile_values;
mod local_chime;
mod pages;
