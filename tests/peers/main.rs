//! Compares with, and calls, the software of other projects: botocore and its model of Chime, moto, a registry,
//! httpbin and Prism.

mod botocore;
mod moto;
mod prism;
mod process;
mod real_servers;
mod service_model;

/// Files that `rest-op-import` wrote, and nobody edited; `importer/golden.rs` says of which operations.
#[path = "../importer/golden"]
#[allow(
    clippy::struct_field_names,
    unreachable_pub,
    reason = "they are written for libraries"
)]
mod imported {
    pub(crate) mod appconfig;
    pub(crate) mod box_files;
    pub(crate) mod chime;
    pub(crate) mod docker;
    pub(crate) mod dynamodb;
    pub(crate) mod github;
    pub(crate) mod gitlab;
    pub(crate) mod hetzner;
    pub(crate) mod jira;
    pub(crate) mod kubernetes;
    pub(crate) mod lambda;
    pub(crate) mod notion;
    pub(crate) mod openai;
    pub(crate) mod plaid;
    pub(crate) mod s3;
    pub(crate) mod sendgrid;
    pub(crate) mod slack;
    pub(crate) mod square;
    pub(crate) mod stripe;
    pub(crate) mod trello;
    pub(crate) mod twilio;
    pub(crate) mod zoom;
}
