//! The errors of operations: shapes with a code and a status.

use std::collections::{HashMap, HashSet};

use crate::document::Node;
use crate::model::ErrorCase;
use crate::reason;

use super::service::Protocol;
use super::shapes::{Shapes, shape_doc};

/// The errors of the chosen operations.
#[derive(Default)]
pub(super) struct Errors {
    seen: HashSet<String>,
    cases: Vec<ErrorCase>,
}

/// The statuses of errors for which the description has none.
const CLIENT_ERROR: u16 = 400;
const SERVER_ERROR: u16 = 500;

impl Errors {
    /// Adds the errors of an operation.
    pub(super) fn add<'d>(&mut self, shapes: &Shapes<'d, '_>, operation: &Node<'d>) {
        let errors = operation.get_raw("errors");
        for error in errors.iter().flat_map(Node::items) {
            let Some((name, shape)) = shapes.target(&error) else {
                continue;
            };
            if !self.seen.insert(name.to_owned()) {
                continue;
            }
            let known = shape.get_raw("error");
            // Services that once had another protocol may send its code.
            let other = known
                .as_ref()
                .and_then(|known| known.text("code"))
                .filter(|code| *code != name);
            let status = known
                .as_ref()
                .and_then(|known| known.value().get("httpStatusCode")?.as_u64());
            let status = status
                .and_then(|status| u16::try_from(status).ok())
                .filter(|status| (300..=599).contains(status));
            let usual = if shape.flag("fault") {
                SERVER_ERROR
            } else {
                CLIENT_ERROR
            };
            self.cases.push(ErrorCase {
                name: name.to_owned(),
                doc: shape_doc(&shape),
                codes: std::iter::once(name).chain(other).map(str::to_owned).collect(),
                status: Some(status.unwrap_or(usual)),
            });
        }
    }

    /// Returns the errors in order of status. A code that several errors have identifies none of them, and a status the one that
    /// is named after it, such as `BadRequestException`; errors of awsJson always have codes.
    pub(super) fn into_cases(mut self, protocol: Protocol<'_>) -> Vec<ErrorCase> {
        self.cases.sort_by_key(|case| case.status);
        let names = counts(self.cases.iter().map(|case| short(&case.name).to_owned()));
        let statuses = counts(self.cases.iter().filter_map(|case| case.status));
        let mut codes: HashSet<String> = self.cases.iter().map(|case| case.name.clone()).collect();
        for case in &mut self.cases {
            let name = case.name.clone();
            case.codes.retain(|code| *code == name || codes.insert(code.clone()));
            case.status = case.status.filter(|status| {
                let is_only = statuses.get(status) == Some(&1);
                match protocol {
                    Protocol::RestJson => is_only || is_named_after(&name, *status),
                    // Only responses to `HEAD` requests have no code.
                    Protocol::RestXml => is_named_after(&name, *status),
                    _ => false,
                }
            });
            if names.get(short(&name)) == Some(&1) {
                short(&name).clone_into(&mut case.name);
            }
        }
        self.cases
    }
}

/// Whether an error has the name of its status: `NotFoundException`, 404.
fn is_named_after(name: &str, status: u16) -> bool {
    let phrase = reason::phrase(status).map(|phrase| phrase.replace(' ', ""));
    phrase.is_some_and(|phrase| short(name).eq_ignore_ascii_case(&phrase))
}

/// The name of an error without the word that all have.
fn short(name: &str) -> &str {
    name.strip_suffix("Exception")
        .filter(|short| !short.is_empty())
        .unwrap_or(name)
}

fn counts<T: std::hash::Hash + Eq>(values: impl Iterator<Item = T>) -> HashMap<T, usize> {
    values.fold(HashMap::new(), |mut counts, value| {
        *counts.entry(value).or_default() += 1;
        counts
    })
}
