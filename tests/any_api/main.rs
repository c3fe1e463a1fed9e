//! REST APIs that are not AWS: how they authenticate, page, fail and stream, and over what transport.

mod auth;
mod bearer_provider;
mod bodies;
mod links;
mod media_types;
mod newtypes;
mod notion;
mod pages;
mod pairs;
mod problems;
mod results;
mod secrets;
mod streams;
mod transports;
mod urls;
mod values;
