//! Compares with, and calls, the software of other projects: botocore and its model of Chime, moto, a registry and
//! httpbin.

mod botocore;
mod moto;
mod real_servers;
mod service_model;
