//! Properties of any values: what goes into path, query and headers is what a server reads, or is refused; and nothing
//! that comes back makes the client panic.

mod hostile_responses;
mod json;
mod json_bodies;
mod json_faults;
mod json_nulls;
mod json_numbers;
mod places;
mod round_trips;
mod server_side;
