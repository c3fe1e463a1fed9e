//! Declarations in surroundings that would break careless generated code. Most of the test is that they compile, in two
//! editions and under the strictest lints; the requests prove that names are resolved correctly.
#![deny(warnings, missing_docs, unused_qualifications, clippy::pedantic)]
#![allow(unreachable_pub, reason = "the declarations are as a library has them")]

mod attributes;
mod derives;
mod futures;
mod generated;
mod generics;
mod names;
mod renamed;
mod shadowed;
mod silent;
mod without_features;

use ::rest_op::{Call, Client};

/// A client that sends nothing.
fn client() -> Client {
    Client::builder("https://rooms.example")
        .build()
        .expect("the endpoint is sound")
}

/// The request line of a call, and its headers of this test.
fn sent<T, E: std::fmt::Debug>(call: &Call<T, E>) -> (String, Vec<(String, String)>) {
    let request = call.request().expect("the request is sound");
    let line = format!("{} {}", request.method(), request.uri());
    let headers = request
        .headers()
        .iter()
        .filter(|(name, _)| name.as_str().starts_with("x-test"));
    let text = |value: &::http::HeaderValue| value.to_str().expect("the header is text").to_owned();
    (
        line,
        headers.map(|(name, value)| (name.to_string(), text(value))).collect(),
    )
}
