//! Calls of every kind with everything logged: no output contains credentials, tokens, signatures or sensitive values.

mod calls;
mod http2;
mod log_lines;
mod schemes;
mod secrets;
mod spans;
