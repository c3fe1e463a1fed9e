//! Calls of every kind with everything logged: credentials, tokens, signatures and sensitive values are in no output.

mod calls;
mod log_lines;
mod secrets;
mod spans;
