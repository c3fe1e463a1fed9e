//! REST APIs that are not AWS: how they authenticate, page, fail and stream, and over what transport.

mod auth;
mod azure;
mod bearer_provider;
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
mod results;
mod s3;
mod secrets;
mod slack;
mod streams;
mod transports;
mod urls;
mod values;
