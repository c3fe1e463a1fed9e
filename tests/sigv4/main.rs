//! SigV4 compared with published suites, step by step: canonical request, string to sign, and signature, in headers and
//! in the query.
//!
//! The suites are in the folder `REST_OP_VECTORS` and in the sources of the `aws-sigv4` package. A property test
//! compares with `aws-sigv4` itself.

mod agreement;
mod folder;
mod published;
mod vector;

use rest_op_tests::prerequisites::{cases_missing, print_uncaptured};
use vector::Vector;

/// Runs a suite, and prints its size.
async fn run(suite: &str, vectors: &[Vector]) {
    let mut comparisons = 0;
    let mut differences = Vec::new();
    for vector in vectors {
        let (compared, found) = vector.run().await;
        comparisons += compared;
        differences.extend(found);
    }
    print_uncaptured(&format!(
        "sigv4: {suite}: {} vectors, {comparisons} comparisons, {} differences",
        vectors.len(),
        differences.len()
    ));
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[tokio::test]
async fn vectors_of_the_folder_are_signed_step_by_step() {
    let Some(vectors) = folder::vectors() else {
        return cases_missing("sigv4: folder", "the folder was not found; set REST_OP_VECTORS");
    };
    run("folder", &vectors).await;
}

#[tokio::test]
async fn suite_of_the_aws_sigv4_package_is_signed_step_by_step() {
    let folder = published::folder();
    let Some(vectors) = published::vectors(&folder) else {
        return cases_missing(
            "sigv4: package aws-sigv4",
            &format!("{} was not found", folder.display()),
        );
    };
    run("package aws-sigv4", &vectors).await;
}
