//! Kubernetes.

mod requests;
mod responses;
