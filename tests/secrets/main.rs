//! Calls of every kind with everything logged: credentials, tokens, signatures and sensitive values are in no output.

mod calls;
mod http2;
mod log_lines;
mod schemes;
mod secrets;
mod spans;
