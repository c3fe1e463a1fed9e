//! Properties of arbitrary values: a server reads from path, query, headers and body what the caller passed, or the
//! call is rejected; and no response makes the client panic.

mod hostile_responses;
mod json;
mod json_bodies;
mod json_faults;
mod json_nulls;
mod json_numbers;
mod places;
mod round_trips;
mod server_side;
mod urls;
mod xml;
