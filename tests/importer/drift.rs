//! `--drift` reports nothing about declarations that an import has just written.

use rest_op_import::{Options, drift, import, operations};

use crate::documents;

/// The most operations of a document that are imported, evenly spread.
const MAX_OPERATIONS: usize = 30;

#[test]
fn imported_declarations_do_not_differ_from_their_document() {
    const TEST: &str = "imported_declarations_do_not_differ_from_their_document";
    // XML has names of its own.
    let model = documents::botocore(TEST).map(|models| models.join("s3/2006-03-01/service-2.json.gz"));
    for file in documents::shared(TEST).into_iter().chain(model) {
        let source = documents::read(&file);
        let all = operations(&source).unwrap();
        let step = all.len().div_ceil(MAX_OPERATIONS).max(1);
        let options = Options {
            operations: all.into_iter().step_by(step).collect(),
            ..Options::default()
        };
        let imported = import(&source, &options).unwrap();
        assert_eq!(
            drift(&source, "api.rs", &imported.text).unwrap(),
            [""; 0],
            "{}",
            file.display()
        );
    }
}
