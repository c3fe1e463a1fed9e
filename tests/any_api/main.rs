//! REST APIs other than AWS: arguments, authentication, results, pages, errors, streams and transports.

mod auth;
mod bodies;
mod challenges;
mod clients;
mod dynamodb;
mod elasticsearch;
mod gitlab;
mod google;
mod kubernetes;
mod links;
mod media_types;
mod microsoft_graph;
mod newtypes;
mod operations;
mod pairs;
mod problems;
mod renewal;
mod results;
mod retries;
mod streams;
mod stripe;
mod transports;
mod twilio;
mod urls;
mod values;
