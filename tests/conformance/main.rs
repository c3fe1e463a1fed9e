//! Conformance with restJson1, restXml, awsJson and awsQuery: the protocol tests of botocore and Smithy, read from the
//! folder `REST_OP_VECTORS` (default `../shared/vectors` beside the workspace) and its folder `more`.
//!
//! The build script writes a declaration for each suite, as a developer would by hand. Each request case calls it; the
//! result of `Call::request` and the request that a loopback service receives are compared with the expected request.
//! Each response case passes its response through a transport; the typed result or error is compared. This is one of
//! the declarations:
//!
//! ```text
//! use rest_op::{Api, Call, Client, float, rest_op};
//! use serde::Serialize;
//!
//! /// Test cases for SimpleScalarProperties operation
//! pub trait SimpleScalarProperties: Api {
//!     /// `PUT /SimpleScalarProperties`
//!     #[rest_op(PUT, "/SimpleScalarProperties")]
//!     fn simple_scalar_properties(
//!         &self,
//!         #[header("X-Foo")] foo: Option<&str>,
//!         #[body] body: &SimpleScalarPropertiesInputOutput,
//!     ) -> Call<()>;
//! }
//!
//! impl SimpleScalarProperties for Client {}
//!
//! #[derive(Debug, Default, Serialize)]
//! #[serde(rename_all = "camelCase")]
//! pub struct SimpleScalarPropertiesInputOutput {
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub string_value: Option<String>,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub true_boolean_value: Option<bool>,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub false_boolean_value: Option<bool>,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub byte_value: Option<i32>,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub short_value: Option<i32>,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub integer_value: Option<i32>,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     pub long_value: Option<i64>,
//!     #[serde(with = "float::option", skip_serializing_if = "Option::is_none")]
//!     pub float_value: Option<f32>,
//!     #[serde(rename = "DoubleDribble", with = "float::option", skip_serializing_if = "Option::is_none")]
//!     pub double_value: Option<f64>,
//! }
//! ```

use case::{Case, Kind};
use generate::vectors::{Suite, Vectors};
use report::{Report, Row};
use rest_op_tests::prerequisites::{self, cases_missing, print_uncaptured};

#[allow(
    dead_code,
    unreachable_pub,
    reason = "for generated code, which need not use all of it"
)]
mod case;
mod compare;
#[allow(dead_code, reason = "the build script uses more of it")]
mod generate;
mod left_out;
mod report;
mod run;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "for generated code, which need not use all of it"
)]
mod scalars;
mod wire;
mod xml;

#[allow(unreachable_pub, reason = "generated code is written as for a library")]
#[allow(dead_code, unused_imports, reason = "a suite declares more than its cases use")]
#[allow(clippy::all, clippy::pedantic, reason = "names and numbers are those of the models")]
mod generated {
    use super::File;

    include!(concat!(env!("OUT_DIR"), "/conformance.rs"));
}

/// The suite whose declaration is above.
const PRINTED: &str = "SimpleScalarProperties";

/// A file of the folder, and its cases as calls.
struct File {
    path: &'static str,
    vectors: Vectors,
    cases: Vec<Case>,
}

impl File {
    #[allow(dead_code, reason = "without a folder there is no file")]
    fn new(path: &'static str, text: &str, cases: Vec<Case>) -> Self {
        Self {
            path,
            vectors: serde_json::from_str(text).unwrap(),
            cases,
        }
    }

    fn suite(&self, name: &str) -> &Suite {
        self.vectors.suites.get(name).unwrap()
    }
}

#[tokio::test]
async fn every_case_passes_or_is_left_out_for_a_reason() {
    let files = generated::files();
    if files.is_empty() {
        return cases_missing("conformance", "the folder was not found; set REST_OP_VECTORS");
    }
    let loopback = wire::Loopback::start().unwrap();
    let mut report = Report::default();
    for file in &files {
        let mut row = Row::new(file.path);
        for case in &file.vectors.cases {
            let kind = file
                .cases
                .iter()
                .find(|each| each.id == case.id)
                .map_or(&Kind::Undeclared("no code was generated for the case"), |each| {
                    &each.kind
                });
            let endpoint = file.suite(&case.suite).client_endpoint.as_deref();
            let found = run::run(case, endpoint, kind, &loopback).await;
            report.add(&mut row, case, &found, left_out::reason(case));
        }
        report.rows.push(row);
    }
    print_uncaptured(&report.to_string());
    assert!(report.faults.is_empty(), "{} cases failed", report.faults.len());
}

#[test]
fn documented_declaration_equals_the_generated_one() {
    let files = generated::files();
    let Some((vectors, suite)) = files
        .iter()
        .find_map(|file| Some((&file.vectors, file.vectors.suites.get(PRINTED)?)))
    else {
        return prerequisites::left_out("conformance: printed declaration", "its suite is not in the folder");
    };
    let documentation = include_str!("main.rs")
        .lines()
        .skip_while(|line| *line != "//! ```text")
        .skip(1)
        .take_while(|line| *line != "//! ```");
    let printed: String = documentation
        .map(|line| line.trim_start_matches("//!").strip_prefix(' ').unwrap_or_default())
        .flat_map(|line| [line, "\n"])
        .collect();
    assert_eq!(printed, generate::declaration(vectors, PRINTED, suite));
}
