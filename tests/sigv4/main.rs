//! SigV4 by suites that others wrote, step by step: canonical request, string to sign, signature, in headers and in the
//! query.
//!
//! The suite of the folder `REST_OP_VECTORS` is run where the folder is; the one in the published `aws-sigv4` package
//! is always there. A property test compares with `aws-sigv4` itself.

mod agreement;
mod folder;
mod published;
mod vector;

use std::io::Write as _;

use vector::Vector;

/// Runs a suite, and says how much of it there was.
async fn run(suite: &str, vectors: &[Vector]) {
    let mut comparisons = 0;
    let mut differences = Vec::new();
    for vector in vectors {
        let (compared, found) = vector.run().await;
        comparisons += compared;
        differences.extend(found);
    }
    say(&format!(
        "sigv4: {suite}: {} vectors, {comparisons} comparisons, {} differences",
        vectors.len(),
        differences.len()
    ));
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Test runners hold back what is printed; this goes past them.
fn say(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

#[tokio::test]
async fn vectors_of_the_folder_are_signed_step_by_step() {
    let Some(vectors) = folder::vectors() else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "CI needs the vectors");
        return say("sigv4: the folder was NOT COMPARED. There is none; name one in REST_OP_VECTORS.");
    };
    run("folder", &vectors).await;
}

#[tokio::test]
async fn suite_of_the_aws_sigv4_package_is_signed_step_by_step() {
    run("package aws-sigv4", &published::vectors()).await;
}
