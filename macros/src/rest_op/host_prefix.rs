//! The option `host_prefix = "data.<bucket>."`: labels of a host name, put before the endpoint's host (RFC 1123, section 2.1).

use syn::LitStr;

use crate::errors::Errors;
use crate::rest_op::piece::{self, Piece};
use crate::rules::Rule;

/// A host prefix that was read. What is wrong with it has been reported.
#[derive(Clone)]
pub(crate) struct HostPrefix {
    pub(crate) literal: LitStr,
    pub(crate) pieces: Vec<Piece>,
    /// Whether every label could be read.
    pub(crate) all_labels_known: bool,
}

impl HostPrefix {
    pub(crate) fn read(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let pieces = piece::read(&text, &literal, errors);
        check_greedy(&pieces, &literal, errors);
        check_characters(&pieces, &literal, errors);
        check_host_labels(&text, &literal, errors);
        Self {
            literal,
            all_labels_known: !pieces.contains(&Piece::Unread),
            pieces,
        }
    }
}

fn check_greedy(pieces: &[Piece], literal: &LitStr, errors: &mut Errors) {
    for piece in pieces {
        if let Piece::Greedy(name) = piece {
            let message = format!("greedy label `<{name}..>` in `host_prefix`; write `<{name}>`");
            errors.report(Rule::GreedyHostLabel, literal, message);
        }
    }
}

fn check_characters(pieces: &[Piece], literal: &LitStr, errors: &mut Errors) {
    let texts = pieces.iter().filter_map(Piece::literal);
    let illegal = |c: &char| !matches!(c, 'a'..='z' | '0'..='9' | '-' | '.' | '{' | '}' | '>');
    let Some(c) = texts.flat_map(|text| text.chars()).find(illegal) else {
        return;
    };
    let remedy = match c {
        'A'..='Z' => format!("write `{}`", c.to_ascii_lowercase()),
        _ => "write lower-case letters, digits, `-` and `.`".to_owned(),
    };
    let message = format!("`{}` is not legal in `host_prefix`; {remedy}", c.escape_debug());
    errors.report(Rule::IllegalHostCharacter, literal, message);
}

fn check_host_labels(text: &str, literal: &LitStr, errors: &mut Errors) {
    let Some(labels) = text.strip_suffix('.') else {
        check_end(text, literal, errors);
        return;
    };
    // The dots of `<name..>`, reported as greedy, part no labels.
    for label in labels.replace("..>", ">").split('.') {
        if label.is_empty() || label.starts_with('-') || label.ends_with('-') {
            check_host_label(label, literal, errors);
        }
    }
}

/// The last `.` parts the prefix from the endpoint's host. A constant prefix may be the beginning of that host's first
/// label, as in `data-`; one that an argument has a part in may not, since it could name the host of somebody else.
fn check_end(text: &str, literal: &LitStr, errors: &mut Errors) {
    let message = match text {
        "" => "empty `host_prefix`; remove it".to_owned(),
        text if text.ends_with('-') && !text.contains('<') => return,
        text => format!("`host_prefix` does not end with `.`; write `{text}.`"),
    };
    errors.report(Rule::HostPrefixWithoutDot, literal, message);
}

fn check_host_label(label: &str, literal: &LitStr, errors: &mut Errors) {
    let message = match label {
        "" => "empty label in `host_prefix`; remove one `.`".to_owned(),
        label => format!("`{label}` in `host_prefix` has `-` at an end; write a letter or a digit there"),
    };
    errors.report(Rule::BadHostLabel, literal, message);
}
