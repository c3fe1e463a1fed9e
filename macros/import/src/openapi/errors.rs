//! The errors of chosen operations: one for each status.

use std::collections::BTreeMap;

use crate::document::Node;
use crate::model::{Doc, ErrorCase};

/// The reason phrases of RFC 9110 and its successors.
const REASONS: &[(u16, &str)] = &[
    (400, "bad request"),
    (401, "unauthorized"),
    (402, "payment required"),
    (403, "forbidden"),
    (404, "not found"),
    (405, "method not allowed"),
    (406, "not acceptable"),
    (407, "proxy authentication required"),
    (408, "request timeout"),
    (409, "conflict"),
    (410, "gone"),
    (411, "length required"),
    (412, "precondition failed"),
    (413, "content too large"),
    (414, "uri too long"),
    (415, "unsupported media type"),
    (416, "range not satisfiable"),
    (417, "expectation failed"),
    (418, "im a teapot"),
    (421, "misdirected request"),
    (422, "unprocessable content"),
    (423, "locked"),
    (424, "failed dependency"),
    (425, "too early"),
    (426, "upgrade required"),
    (428, "precondition required"),
    (429, "too many requests"),
    (431, "request header fields too large"),
    (451, "unavailable for legal reasons"),
    (500, "internal server error"),
    (501, "not implemented"),
    (502, "bad gateway"),
    (503, "service unavailable"),
    (504, "gateway timeout"),
    (505, "http version not supported"),
    (506, "variant also negotiates"),
    (507, "insufficient storage"),
    (508, "loop detected"),
    (511, "network authentication required"),
];

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
    if let Some((_, reason)) = REASONS.iter().find(|(known, _)| *known == status) {
        return (*reason).to_owned();
    }
    let is_word = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|character| character.is_ascii_alphanumeric());
    if is_word {
        text.to_owned()
    } else {
        format!("status {status}")
    }
}
