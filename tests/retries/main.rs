//! Attempts, pauses, time limits and clocks: whole clients on a scripted transport, with tokio's clock paused.

mod attempts;
mod bucket;
mod clock_skew;
mod credentials;
mod declared;
mod limits;
mod retry_after;
mod timeouts;
