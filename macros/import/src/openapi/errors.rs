//! The errors of chosen operations: one for each status.

use std::collections::BTreeMap;

use crate::document::Node;
use crate::model::{Doc, ErrorCase};
use crate::reason;

/// The errors by status, each with its description, which is empty if operations differ.
#[derive(Default)]
pub(super) struct Errors(BTreeMap<u16, String>);

impl Errors {
    /// Adds the errors of an operation.
    pub(super) fn add(&mut self, operation: &Node<'_>) {
        let responses = operation.get_raw("responses");
        for (status, response) in responses.iter().flat_map(Node::members) {
            let Some(status) = status.parse().ok().filter(|status| (400..=599).contains(status)) else {
                continue;
            };
            let response = response.resolved().ok();
            let text = response.as_ref().and_then(|response| response.text("description"));
            let text = text.unwrap_or_default().trim();
            let known = self.0.entry(status).or_insert_with(|| text.to_owned());
            if known != text {
                known.clear();
            }
        }
    }

    /// The errors, in the order of their status.
    pub(super) fn cases(self) -> Vec<ErrorCase> {
        let case = |(status, text): (u16, String)| ErrorCase {
            name: name(status, &text),
            doc: Doc { text, ..Doc::default() },
            codes: Vec::new(),
            status: Some(status),
        };
        self.0.into_iter().map(case).collect()
    }
}

/// Names a status by its reason, or else by a description that is one word.
fn name(status: u16, text: &str) -> String {
    if let Some(reason) = reason::phrase(status) {
        return reason.to_owned();
    }
    let is_word = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| character.is_ascii_alphanumeric());
    if is_word {
        text.to_owned()
    } else {
        format!("status {status}")
    }
}
