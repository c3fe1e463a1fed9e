//! REST APIs that are not AWS: how they authenticate, page, fail and stream, and over what transport.

mod auth;
mod bearer_provider;
mod bodies;
mod dynamodb;
mod elasticsearch;
mod gitlab;
mod google;
mod kubernetes;
mod links;
mod media_types;
mod microsoft_graph;
mod newtypes;
mod pairs;
mod problems;
mod results;
mod secrets;
mod streams;
mod stripe;
mod transports;
mod twilio;
mod urls;
mod values;
