//! The declared operations beside what others wrote: botocore and its model of Chime, and servers that are started here.

mod botocore;
mod moto;
mod real_servers;
mod service_model;
