//! REST APIs other than AWS: arguments, authentication, results, pages, errors, streams and transports.

mod auth;
mod bodies;
mod challenges;
mod clients;
mod links;
mod media_types;
mod newtypes;
mod pairs;
mod problems;
mod renewal;
mod results;
mod retries;
mod streams;
mod transports;
mod urls;
mod values;
