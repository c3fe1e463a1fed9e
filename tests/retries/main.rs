//! Attempts, pauses, time limits and clocks: whole clients over a scripted transport, on tokio's paused clock.

mod attempts;
mod bucket;
mod clock_skew;
mod credentials;
mod hints;
mod limits;
mod timeouts;
