//! REST APIs other than AWS: arguments, authentication, results, pages, errors, streams and transports.

mod auth;
mod azure;
mod bodies;
mod cloudflare;
mod github_statistics;
mod google_uploads;
mod graphql;
mod json_pages;
mod kubernetes;
mod language_models;
mod links;
mod media_types;
mod newtypes;
mod pairs;
mod problems;
mod renewal;
mod results;
mod s3;
mod slack;
mod streams;
mod transports;
mod urls;
mod values;
