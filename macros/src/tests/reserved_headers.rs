//! The macro reserves the same headers as the runtime.

use std::collections::BTreeSet;

use crate::header::RESERVED;

/// The constants of `http::header` in the source of a function.
fn constants(source: &str) -> impl Iterator<Item = String> {
    let paths = source.split("header::").skip(1);
    let names = paths.filter_map(|path| path.split([',', ']']).next());
    names.map(|name| name.trim().to_lowercase().replace('_', "-"))
}

/// The string literals in the source of a function.
fn literals(source: &str) -> impl Iterator<Item = String> {
    source.split('"').skip(1).step_by(2).map(str::to_owned)
}

#[test]
fn the_macro_and_the_runtime_reserve_the_same_headers() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/src/request/header.rs");
    let source = std::fs::read_to_string(path).unwrap();
    let (_, function) = source
        .split_once("fn is_reserved")
        .expect("the runtime has the function");
    let (function, _) = function.split_once("\n}").expect("the function ends");
    let runtime: BTreeSet<String> = constants(function).chain(literals(function)).collect();
    assert_eq!(runtime, RESERVED.map(str::to_owned).into());
}
