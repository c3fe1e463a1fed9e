//! Compares with, and calls, the software of other projects: botocore and its model of Chime, moto, a registry,
//! httpbin and Prism.

mod botocore;
mod moto;
mod prism;
mod process;
mod real_servers;
mod service_model;
