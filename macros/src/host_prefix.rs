//! The option `host_prefix = "data.<bucket>."`: labels of a host name, put before the endpoint's host (RFC 1123, section 2.1).

use syn::LitStr;

use crate::errors::Errors;
use crate::piece::{self, Piece};
use crate::rules::Rule;

/// A host prefix that was read. What is wrong with it has been reported.
#[derive(Clone, Debug)]
pub(crate) struct HostPrefix {
    pub(crate) literal: LitStr,
    pub(crate) pieces: Vec<Piece>,
    /// Whether every label could be read.
    pub(crate) all_labels_known: bool,
}

impl HostPrefix {
    pub(crate) fn read(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let piece::Pieces {
            pieces,
            all_labels_known,
        } = piece::read(&text, &literal, errors);
        check_greedy(&pieces, &literal, errors);
        check_characters(&pieces, &literal, errors);
        check_host_labels(&text, &literal, errors);
        Self {
            literal,
            pieces,
            all_labels_known,
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
    let texts = pieces.iter().filter_map(|piece| {
        if let Piece::Literal(text) = piece {
            Some(text)
        } else {
            None
        }
    });
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

/// Each host label has a letter in it, and no `-` at its ends; the last `.` parts the prefix from the endpoint's host. A
/// constant prefix may be the beginning of that host's first label, as in `data-`; one that an argument has a part in may
/// not, since it could name the host of somebody else.
fn check_host_labels(text: &str, literal: &LitStr, errors: &mut Errors) {
    let labels = match text.strip_suffix('.') {
        Some(labels) => labels,
        None if text.contains('<') => {
            let message = format!("`host_prefix` does not end with `.`; write `{text}.`");
            errors.report(Rule::HostPrefixWithoutDot, literal, message);
            return;
        }
        None => text.trim_end_matches('-'),
    };
    for label in labels.split('.').filter(|_| !text.contains("..>")) {
        if label.is_empty() || label.starts_with('-') || label.ends_with('-') {
            let message =
                format!("`{label}` in `host_prefix` is not a host label; write letters or digits at both ends");
            errors.report(Rule::BadHostLabel, literal, message);
        }
    }
}
