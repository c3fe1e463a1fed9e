//! The error type of all operations.

use std::collections::HashSet;

use super::writer::{Writer, literal};
use crate::docs;
use crate::model::ErrorCase;

/// The statuses that an error may have.
const STATUSES: std::ops::RangeInclusive<u16> = 300..=599;

impl Writer<'_> {
    /// The name of the error type.
    pub(super) fn error_name(&self) -> String {
        format!("{}Error", self.model.trait_name)
    }

    /// Whether operations have an error type of their own.
    pub(super) fn has_errors(&self) -> bool {
        !self.model.errors.is_empty() || self.model.error_root.is_some()
    }

    /// Writes the error type, if the description has errors.
    pub(super) fn errors(&mut self) {
        let errors = &self.model.errors;
        if !self.has_errors() {
            return;
        }
        let response = self.name("ErrorResponse");
        let api_error = self.name("ApiError");
        let name = self.error_name();
        self.lines.gap();
        self.lines.doc(&["An error response.".to_owned()]);
        self.lines.line(&format!("#[derive(Clone, Debug, {api_error})]"));
        if let Some(root) = self.model.error_root {
            self.lines
                .line(&format!("#[api_error(when(xml_root = {}))]", literal(root)));
        }
        self.lines.open(&format!("pub enum {name} {{"));
        let mut seen = HashSet::new();
        for case in errors {
            let conditions = conditions(case, &mut seen);
            if conditions.is_empty() {
                continue;
            }
            self.doc(&case.doc, || fallback(case));
            self.lines.line(&format!("#[api_error({})]", conditions.join(", ")));
            self.lines.line(&format!("{}({response}),", case.name));
        }
        self.lines.doc(&["Any other error.".to_owned()]);
        self.lines.line("#[api_error(other)]");
        self.lines.line(&format!("Other({response}),"));
        self.lines.close("}");
    }
}

/// The codes and the status of a case, each of which chooses one variant only.
fn conditions(case: &ErrorCase, seen: &mut HashSet<String>) -> Vec<String> {
    let codes = case.codes.iter().map(|code| format!("code = {}", literal(code)));
    let status = case
        .status
        .filter(|status| STATUSES.contains(status))
        .map(|status| format!("status = {status}"));
    codes
        .chain(status)
        .filter(|condition| seen.insert(condition.clone()))
        .collect()
}

fn fallback(case: &ErrorCase) -> String {
    match (case.codes.first(), case.status) {
        (Some(code), _) => format!("The error {}.", docs::code(code)),
        (None, Some(status)) => format!("Status {status}."),
        (None, None) => "An error.".to_owned(),
    }
}
